package org.gongkai.export;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.document.Site;
import org.gongkai.core.document.ThemeCategory;
import org.gongkai.core.document.Validity;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.CreditCode;

/** Composed documents. */
public final class Documents {

    /** Half past midnight of 1 December in Shanghai, still November in Greenwich. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T16:30:00Z"), ZoneOffset.UTC);

    private Documents() {}

    public static PackageOptions options() {
        return PackageOptions.of(CLOCK, "0.1.0")
                .withValidationProfile(
                        new PackageDescription.ValidationProfile("shandong-library", "1.0.0", "ab".repeat(32)))
                .withSourceOrganization("某区人民政府办公室");
    }

    /** A document with a value in every component. */
    public static OfficialDocument whole() {
        return OfficialDocumentBuilder.builder()
                .title("关于加强\"河湖\"管护，促进绿色发展的通知")
                .issuers(List.of(Agency.parse("某区人民政府办公室"), Agency.parse("某区水利局")))
                .documentNumber(DocumentNumber.parse("某政办字〔2023〕13号"))
                .writtenOn(LocalDate.of(2023, 7, 20))
                .publishedOn(LocalDate.of(2023, 7, 21))
                .indexNumber(IndexNumber.parse("002489444/2023-00110"))
                .effectiveFrom(LocalDate.of(2023, 8, 1))
                .repealedOn(LocalDate.of(2025, 8, 1))
                .expiresOn(LocalDate.of(2028, 7, 31))
                .validity(Validity.of(Validity.State.REPEALED))
                .theme(ThemeCategory.of("农业、林业、水利", "水利、水务"))
                .fileType(FileType.of(FileType.Type.OTHER))
                .normativeNumber(org.gongkai.core.document.NormativeNumber.parse("WHCR-2023-0010003"))
                .documentKind(DocumentKind.of(DocumentKind.Name.NOTICE))
                .genre("通知")
                .owner(Agency.parse("某区人民政府办公室"))
                .consultation(new Consultation("区水利局", "0532-88990000"))
                .openness(Openness.of(Openness.Mode.PROACTIVE))
                .audience("面向社会")
                .addressees(List.of(Agency.parse("各街道办事处"), Agency.parse("区政府各部门")))
                .signature("某区人民政府办公室")
                .note("此件公开发布")
                .attachmentNote("任务清单")
                .copyTo(List.of(Agency.parse("区委办公室")))
                .printedBy(Agency.parse("某区人民政府办公室"))
                .printedOn(LocalDate.of(2023, 7, 21))
                .keywords(List.of("河湖", "管护"))
                .summary("=HYPERLINK(\"http://x.example\",\"点击\")")
                .body(new Body(
                        "各街道办事处：\n为加强管护，现通知如下。",
                        "<p style=\"text-indent:2em\" onclick=\"x()\">各街道办事处：</p><script>alert(1)</script>"
                                + "<p>为加强管护，现通知如下。]]&gt;</p><o:p></o:p>"
                                + "<table border=\"1\"><tr><td colspan=\"2\">清单</td></tr></table>"
                                + "<img src=\"images/a.png\" alt=\"图\"><a href=\"javascript:alert(1)\">链接</a>"))
                .attachments(List.of(
                        new Attachment("任务清单.doc", "application/msword", 1024L, "0".repeat(64), "files/P0202.doc"),
                        new Attachment("图纸", null, null, null, null)))
                .relations(List.of(new Relation(RelationType.of(RelationType.Type.BASIS), "某政发〔2022〕1号")))
                .site(new Site("某区人民政府", "www.example.gov.cn", "3702120001", "政策文件", "政策文件", "公开政策文件", "政策"))
                .sourceUrl("http://www.example.gov.cn/a/1.html")
                .recordId("15090")
                .contentSource("区政府办公室")
                .author("张某")
                .editor("李某")
                .opennessTerm("长期公开")
                .catalogueNumber("D10006")
                .ownerCode(CreditCode.parse("11371000004359010J"))
                .other(Map.of("浏览量", 12))
                .build();
    }

    /** A document with little in it, some of that awkward. */
    static OfficialDocument poor() {
        return OfficialDocumentBuilder.builder()
                .title("某区2020年预算公告")
                .issuers(List.of(Agency.parse("某区财政局")))
                .writtenOn(LocalDate.of(2020, 2, 29))
                .consultation(new Consultation(null, "+86 532-88990000"))
                .summary("-1+cmd|' /C calc'!A0")
                .body(new Body("第一段 1 < 2\u0001]]>\n\n第二段\uD83D", null))
                .build();
    }

    static OfficialDocument numbered(int number) {
        return OfficialDocumentBuilder.builder()
                .title("第" + number + "号通知")
                .body(new Body(null, "<p>正文" + number + "</p>"))
                .build();
    }
}
