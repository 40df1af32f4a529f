package org.gongkai.validation.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.catalogue.DirectoryItemBuilder;
import org.gongkai.core.catalogue.DisclosureChannel;
import org.gongkai.core.catalogue.DisclosureLimit;
import org.gongkai.core.catalogue.DisclosureTier;
import org.gongkai.core.catalogue.LegalBasis;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Site;
import org.gongkai.core.document.Validity;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.Location;
import org.gongkai.validation.DutyRecords;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;

/** Documents against catalogues and directories, and catalogues against each other. */
class CatalogueAuditTest {

    private static final Agency BODY = Agency.parse("东岭区民政局");

    private static DirectoryItemBuilder line(String column) {
        return DutyRecords.directory()
                .column1("法定主动公开内容")
                .column2(column)
                .bodies(List.of(BODY))
                .limit(DisclosureLimit.parse("信息形成之日起3个工作日内"));
    }

    private static OfficialDocumentBuilder document(String column) {
        return OfficialDocumentBuilder.builder()
                .title("关于低保的通知")
                .issuers(List.of(BODY))
                .writtenOn(LocalDate.of(2024, 5, 6))
                .publishedOn(LocalDate.of(2024, 5, 8))
                .site(new Site(null, null, null, column, null, null, null));
    }

    private static List<String> found(DisclosureRecord... records) {
        CatalogueAudit audit = new CatalogueAudit(Records.PROFILE, WorkingCalendar.china());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < records.length; i++) {
            findings.addAll(audit.see(records[i], Location.of("r.ndjson").atRow(i + 1)));
        }
        audit.end(findings::add);
        return findings.stream()
                .map(each -> each.rule() + " " + each.value() + " " + each.location())
                .toList();
    }

    @Test
    void aColumnWithoutAnyDocumentIsToldWhereAnotherHasSome() {
        assertEquals(
                List.of("directory.column.empty 统计信息 r.ndjson:2"),
                found(
                        line("规范性文件").build(),
                        line("统计信息").build(),
                        document("首页 > 公开目录 > 规范性文件").build()));
    }

    /** Names of columns that no document has may be those of another site: nothing can be told. */
    @Test
    void whereNoColumnIsFoundNothingIsTold() {
        OfficialDocument elsewhere = document("通知公告").build();
        assertEquals(List.of(), found(line("规范性文件").build(), line("统计信息").build(), elsewhere));
        assertEquals(
                List.of(),
                found(document("规范性文件").publishedOn(LocalDate.of(2025, 1, 1)).build()));
    }

    @Test
    void aDocumentOfNoColumnOfItsBodyIsToldAndThatOfAnotherBodyIsNot() {
        OfficialDocument other =
                document("通知公告").issuers(List.of(Agency.parse("东岭区水务局"))).build();
        assertEquals(
                List.of("directory.document.unexpected 通知公告 r.ndjson:3"),
                found(
                        line("规范性文件").build(),
                        document("规范性文件").build(),
                        document("通知公告").build(),
                        other));
    }

    @Test
    void aDocumentAnswersTheItemByTheAddressOfItsColumn() {
        OfficialDocument there = document("别的名称")
                .sourceUrl("https://www.example.gov.cn/gk/gfxwj/2024/1.html")
                .build();
        assertEquals(
                List.of(),
                found(
                        line("规范性文件")
                                .columnUrl("https://www.example.gov.cn/gk/gfxwj/")
                                .build(),
                        there));
    }

    @Test
    void aDocumentThatCameOutAfterTheLimitOfItsItemIsLate() {
        OfficialDocument late =
                document("规范性文件").publishedOn(LocalDate.of(2024, 5, 10)).build();
        assertEquals(
                List.of("catalogue.document.late 2024-05-10 r.ndjson:2"),
                found(line("规范性文件").build(), late));
        // The last of three working days is in time.
        assertEquals(
                List.of(),
                found(
                        line("规范性文件").build(),
                        document("规范性文件").publishedOn(LocalDate.of(2024, 5, 9)).build()));
        // Another item of that column gives more time, or time that nobody can count.
        assertEquals(
                List.of(),
                found(
                        line("规范性文件").build(),
                        line("规范性文件")
                                .number("2")
                                .limit(DisclosureLimit.parse("及时公开"))
                                .build(),
                        late));
        assertEquals(
                List.of(),
                found(line("规范性文件").limit(DisclosureLimit.parse("长期公开")).build(), late));
    }

    @Test
    void aBasisThatIsRepealedInTheSetIsTold() {
        OfficialDocument over = document("规范性文件")
                .documentNumber(DocumentNumber.parse("东民发〔2019〕3号"))
                .validity(Validity.parse("废止"))
                .build();
        DisclosureRecord line = line("规范性文件")
                .bases(List.of(new LegalBasis("低保办法", DocumentNumber.parse("东民发〔2019〕3号"), null)))
                .build();
        assertEquals(List.of("directory.basis.notInForce 东民发〔2019〕3号 r.ndjson:1"), found(line, over));
        // Somebody else shows it as in force: nobody can tell.
        OfficialDocument valid = document("规范性文件")
                .documentNumber(DocumentNumber.parse("东民发〔2019〕3号"))
                .validity(Validity.parse("有效"))
                .build();
        assertEquals(List.of(), found(line, over, valid));
    }

    @Test
    void anItemThatIsPublicElsewhereThanOnASiteIsNotMissed() {
        DisclosureRecord board =
                line("公示栏").channels(List.of(DisclosureChannel.parse("公开查阅点"))).build();
        assertEquals(
                List.of(), found(line("规范性文件").build(), board, document("规范性文件").build()));
    }

    @Test
    void theTableOfATownshipThatGoesOnWithTheNumbersOfItsCountyIsTold() {
        List<Agency> town = List.of(Agency.parse("石湾街道办事处"));
        DisclosureRecord first = DutyRecords.item().number("4").level2("甲").build();
        DisclosureRecord second = DutyRecords.item().number("9").level2("乙").build();
        List<DisclosureTier> tiers = List.of(DisclosureTier.of(DisclosureTier.Tier.TOWNSHIP));
        DisclosureRecord copied = DutyRecords.item()
                .number("4")
                .level2("甲")
                .bodies(town)
                .tiers(tiers)
                .build();
        DisclosureRecord copiedToo = DutyRecords.item()
                .number("9")
                .level2("乙")
                .bodies(town)
                .tiers(tiers)
                .build();
        DisclosureRecord own = DutyRecords.item()
                .number("1")
                .level2("甲")
                .bodies(town)
                .tiers(tiers)
                .build();
        DisclosureRecord ownToo = DutyRecords.item()
                .number("2")
                .level2("乙")
                .bodies(town)
                .tiers(tiers)
                .build();
        assertEquals(List.of("catalogue.township.copied 石湾街道办事处 r.ndjson:3"), found(first, second, copied, copiedToo));
        assertEquals(List.of(), found(first, second, own, ownToo));
        assertEquals(List.of(), found(copied, copiedToo));
    }
}
