package org.gongkai.validation.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.core.decision.CatalogueAmendment;
import org.gongkai.core.decision.DecisionCatalogueBuilder;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Validity;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.source.Location;
import org.gongkai.validation.DecisionRecords;
import org.gongkai.validation.LandRecords;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;

public class DuplicateAuditTest {

    private final DuplicateAudit audit = new DuplicateAudit(Records.PROFILE);

    @Test
    void bothSourcesOfOneDocumentAreNamed() {
        OfficialDocument document = Records.document().title("关于 印发要点的通知").build();
        assertEquals(List.of(), audit.see(document, Location.of("a.html")));
        Finding finding = audit.see(
                        Records.document().title("关于印发要点的通知").build(),
                        Location.of("list.csv").atRow(4))
                .get(0);
        assertEquals("record.duplicate", finding.rule());
        assertEquals("a.html", finding.expected());
        assertEquals("list.csv:4", String.valueOf(finding.location()));
        assertEquals(
                "The same document is in two sources: 关于印发要点的通知, first seen at a.html.", finding.text(Locale.ENGLISH));
    }

    @Test
    void documentsThatSayTheyHaveNoNumberShareNone() {
        for (int i = 0; i < 3; i++) {
            OfficialDocument document = Records.document()
                    .title("关于第" + i + "件事的通知")
                    .documentNumber(DocumentNumber.parse("无文号"))
                    .indexNumber(IndexNumber.parse("1905912023091514380" + i))
                    .build();
            assertEquals(List.of(), audit.see(document, Location.of(i + ".html")));
        }
    }

    @Test
    void aLineOfStandardsThatComesTwiceIsFound() {
        audit.see(Records.standard().build(), Location.of("a.csv").atRow(2));
        assertEquals(
                "record.duplicate",
                audit.see(Records.standard().build(), Location.of("a.csv").atRow(9))
                        .get(0)
                        .rule());
    }

    @Test
    void projectsThatNameNothingAreNeverTheSame() {
        LandRequisitionProjectBuilder project = LandRecords.project().code(null);
        LandRequisitionProject nameless = project.name(null).build();
        assertEquals(List.of(), audit.see(nameless, at("a")));
        assertEquals(List.of(), audit.see(nameless, at("b")));
        assertEquals(List.of(), audit.see(project.name("甲项目").build(), at("c")));
        assertEquals(1, audit.see(project.build(), at("d")).size());
    }

    @Test
    void anAmendedCatalogueAndAnAccountOfOpinionsAreNoDoublesOfWhatCameBefore() {
        DuplicateAudit audit = new DuplicateAudit(Records.PROFILE);
        DecisionCatalogueBuilder catalogue = DecisionRecords.catalogue();
        assertEquals(List.of(), audit.see(catalogue.build(), Location.of("a")));
        catalogue.amendments(List.of(new CatalogueAmendment(null, "甲", null, null, null)));
        assertEquals(List.of(), audit.see(catalogue.build(), Location.of("b")));
        assertEquals(1, audit.see(catalogue.build(), Location.of("c")).size());
        PublicConsultationBuilder account = DecisionRecords.consultation();
        assertEquals(List.of(), audit.see(account.build(), Location.of("d")));
        assertEquals(List.of(), audit.see(account.received(null).build(), Location.of("e")));
    }

    private static Location at(String name) {
        return Location.of(name);
    }

    @Test
    void ofTwoContentsOfOneRecordTheLaterPublishedLeavesWhicheverComesFirst() {
        OfficialDocument old = Records.document()
                .publishedOn(LocalDate.of(2023, 9, 20))
                .validity(Validity.of(Validity.State.IN_FORCE))
                .build();
        OfficialDocument late = Records.document()
                .publishedOn(LocalDate.of(2024, 2, 1))
                .validity(Validity.of(Validity.State.REPEALED))
                .build();
        audit.see(old, at("a.html"));
        Finding finding = audit.see(late, at("b.html")).get(0);
        assertEquals("record.conflict", finding.rule());
        assertEquals("publishedOn, validity", finding.value());
        assertEquals("a.html", finding.expected());
        assertFalse(audit.setsAside());
        assertEquals(Set.of(0L), audit.displaced());

        DuplicateAudit other = new DuplicateAudit(Records.PROFILE);
        other.see(late, at("a.html"));
        other.see(old, at("b.html"));
        assertTrue(other.setsAside());
        assertEquals(Set.of(), other.displaced());
    }

    @Test
    void whereTheRuleDoesNotTellThemApartBothLeave() {
        OfficialDocument one = Records.document()
                .validity(Validity.of(Validity.State.IN_FORCE))
                .build();
        OfficialDocument other = Records.document()
                .validity(Validity.of(Validity.State.REPEALED))
                .build();
        audit.see(one, at("a.html"));
        assertEquals(1, audit.see(other, at("b.html")).size());
        assertFalse(audit.setsAside());
        assertEquals("record.duplicate", audit.see(one, at("c.html")).get(0).rule());
        assertTrue(audit.setsAside());
        assertEquals(Set.of(), audit.displaced());
    }

    @Test
    void anotherRuleMayChoose() {
        DuplicateAudit both = new DuplicateAudit(Records.PROFILE, ConflictChoice.BOTH);
        DuplicateAudit earlier = new DuplicateAudit(Records.PROFILE, ConflictChoice.EARLIER_PUBLICATION);
        for (DuplicateAudit each : List.of(both, earlier)) {
            each.see(Records.document().publishedOn(LocalDate.of(2023, 9, 20)).build(), at("a.html"));
            each.see(Records.document().publishedOn(LocalDate.of(2024, 2, 1)).build(), at("b.html"));
        }
        assertFalse(both.setsAside());
        assertTrue(earlier.setsAside());
    }

    @Test
    void theSourceThatSaysMoreLeavesWhereNeitherDeniesTheOther() {
        OfficialDocument full = Records.document().build();
        OfficialDocument less = Records.document().theme(null).body(null).build();
        audit.see(less, at("list.csv"));
        assertEquals("record.duplicate", audit.see(full, at("a.html")).get(0).rule());
        assertFalse(audit.setsAside());
        assertEquals(Set.of(0L), audit.displaced());
    }

    @Test
    void whatIsNotForEverybodyNeverTakesThePlaceOfWhatIs() {
        OfficialDocument open = Records.document().note(null).build();
        OfficialDocument closed = Records.document()
                .note(null)
                .openness(Openness.of(Openness.Mode.NOT_DISCLOSED))
                .build();
        for (List<OfficialDocument> each : List.of(List.of(open, closed), List.of(closed, open))) {
            DuplicateAudit audit = new DuplicateAudit(Records.PROFILE);
            audit.see(each.get(0), at("a.html"));
            Finding finding = audit.see(each.get(1), at("b.html")).get(0);
            assertEquals("record.openness.conflict", finding.rule());
            assertNull(finding.expected());
            assertFalse(audit.setsAside());
            assertEquals(Set.of(), audit.displaced());
        }
    }

    private static OfficialDocument numberless(String title, LocalDate written, String text) {
        return Records.document()
                .title(title)
                .documentNumber(null)
                .indexNumber(null)
                .writtenOn(written)
                .body(new Body(text, null))
                .build();
    }

    @Test
    void documentsWithoutANumberAreOneOnlyWhereTheySayTheSame() {
        LocalDate day = LocalDate.of(2023, 9, 15);
        assertEquals(List.of(), audit.see(numberless("公告", day, "拟征收北屯村土地。"), at("a.html")));
        assertEquals(List.of(), audit.see(numberless("公告", day, "临湾大道封闭三十日。"), at("b.html")));
        assertEquals(List.of(), audit.see(numberless(null, day, "各镇人民政府。"), at("c.html")));
        assertEquals(List.of(), audit.see(numberless(null, day, "各中小学校。"), at("d.html")));
        assertEquals(
                1, audit.see(numberless("公告", day, "拟征收北屯村土地。"), at("e.html")).size());
        assertTrue(audit.setsAside());
    }

    @Test
    void everyEditionOfASetOfRulesStays() {
        for (int year : List.of(2009, 2014, 2018, 2020)) {
            OfficialDocument edition = Records.document()
                    .title("沂川市养犬管理办法")
                    .documentNumber(DocumentNumber.parse("沂川市人民政府令第5号"))
                    .indexNumber(null)
                    .writtenOn(LocalDate.of(year, 3, 1))
                    .build();
            assertEquals(List.of(), audit.see(edition, at(year + ".html")));
            assertFalse(audit.setsAside());
        }
    }

    private static OfficialDocument numbered(LocalDate written, Openness.Mode mode) {
        return Records.document()
                .title("关于清理河道的通知")
                .documentNumber(DocumentNumber.parse("沂水〔2023〕8号"))
                .indexNumber(null)
                .writtenOn(written)
                .openness(Openness.of(mode))
                .build();
    }

    @Test
    void oneNumberOfAYearUnderOneTitleWithTwoDatesOfWritingIsAConflictAndBothLeave() {
        audit.see(numbered(LocalDate.of(2023, 9, 4), Openness.Mode.PROACTIVE), at("a.html"));
        Finding finding = audit.see(numbered(LocalDate.of(2023, 9, 14), Openness.Mode.PROACTIVE), at("b.html"))
                .get(0);

        assertEquals("record.conflict", finding.rule());
        assertEquals("writtenOn", finding.value());
        assertEquals("a.html", finding.expected());
        assertFalse(audit.setsAside());
        assertEquals(Set.of(), audit.displaced());
    }

    @Test
    void twoDatesOfWritingHideNoConflictOfOpenness() {
        audit.see(numbered(LocalDate.of(2023, 9, 4), Openness.Mode.NOT_DISCLOSED), at("a.html"));
        List<Finding> findings = audit.see(numbered(LocalDate.of(2023, 9, 5), Openness.Mode.PROACTIVE), at("b.html"));

        assertEquals(
                List.of("record.openness.conflict"),
                findings.stream().map(Finding::rule).toList());
        assertNull(findings.get(0).expected());
    }

    @Test
    void oneNumberOfAYearUnderTwoIndexNumbersIsSuspectedWhateverTheDates() {
        LocalDate day = LocalDate.of(2023, 9, 4);
        for (int i = 0; i < 2; i++) {
            OfficialDocument document = Records.document()
                    .title("关于清理河道的通知")
                    .indexNumber(IndexNumber.parse("1905912023091514380" + i))
                    .writtenOn(day.plusDays(i))
                    .build();
            List<String> rules = audit.see(document, at(i + ".html")).stream()
                    .map(Finding::rule)
                    .toList();
            assertEquals(i == 0 ? List.of() : List.of("record.duplicate.suspected"), rules);
        }
    }
}
