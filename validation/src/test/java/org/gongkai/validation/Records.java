package org.gongkai.validation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Basis;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.NormativeNumber;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.document.ThemeCategory;
import org.gongkai.core.document.Validity;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.validation.profile.Profile;

/** Records without a fault, to be spoilt in one place. */
public final class Records {

    public static final Clock CLOCK =
            Clock.fixed(LocalDate.of(2024, 6, 1).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    public static final Profile PROFILE = Profile.named("shandong-library");

    private Records() {}

    public static DisclosureValidator validator() {
        return DisclosureValidator.of(PROFILE, CLOCK);
    }

    public static OfficialDocumentBuilder document() {
        return OfficialDocumentBuilder.builder()
                .title("青岛市崂山区人民政府办公室关于印发2023年崂山区政务公开工作要点的通知")
                .issuers(List.of(Agency.parse("青岛市崂山区人民政府办公室")))
                .documentNumber(DocumentNumber.parse("青崂政办字〔2023〕13号"))
                .writtenOn(LocalDate.of(2023, 7, 21))
                .publishedOn(LocalDate.of(2023, 7, 21))
                .indexNumber(IndexNumber.parse("19059120230915143805"))
                .effectiveFrom(LocalDate.of(2023, 7, 21))
                .validity(Validity.of(Validity.State.IN_FORCE))
                .theme(ThemeCategory.of("综合政务", "政务公开"))
                .fileType(FileType.of(FileType.Type.OTHER))
                .documentKind(DocumentKind.of(DocumentKind.Name.NOTICE))
                .owner(Agency.parse("青岛市崂山区人民政府办公室"))
                .ownerCode(CreditCode.parse("11370322004222241N"))
                .consultation(new Consultation("青岛市崂山区人民政府办公室", "0532-88996769"))
                .openness(Openness.of(Openness.Mode.PROACTIVE))
                .note("此件公开发布")
                .summary("印发工作要点。")
                .body(new Body("各街道办事处：\n现将工作要点印发给你们。", "<p>现将工作要点印发给你们。</p>"));
    }

    static OfficialDocumentBuilder normative() {
        return document()
                .title("青岛市崂山区人民政府关于加强河道管理的通告")
                .documentKind(DocumentKind.of(DocumentKind.Name.PUBLIC_NOTICE))
                .fileType(FileType.of(FileType.Type.NORMATIVE))
                .normativeNumber(NormativeNumber.parse("WHCR-2023-0010139"))
                .expiresOn(LocalDate.of(2028, 7, 21))
                .relations(List.of(relation()));
    }

    static Relation relation() {
        return new Relation(RelationType.of(RelationType.Type.INTERPRETATION), "https://example.org/jd.html");
    }

    public static Attachment attachment() {
        return new Attachment("清单.pdf", "application/pdf", 10L, "0".repeat(64), "files/1.pdf");
    }

    public static AssistanceStandardBuilder standard() {
        return AssistanceStandardBuilder.builder()
                .place("青岛市崂山区")
                .item(AssistanceItem.SUBSISTENCE)
                .amount(new BigDecimal("700"))
                .unit(AmountUnit.YUAN_PERSON_MONTH)
                .effectiveFrom(PartialDate.parse("2020-04-01"))
                .publishedOn(LocalDate.of(2020, 4, 1))
                .basis(new Basis("关于调整标准的通知", DocumentNumber.parse("青民〔2020〕3号")))
                .setBy(List.of(Agency.parse("青岛市民政局")))
                .publisher(Agency.parse("青岛市崂山区民政局"));
    }
}
