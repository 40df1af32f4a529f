package org.gongkai.validation.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionResult;
import org.gongkai.core.decision.DecisionStage;
import org.gongkai.core.decision.MaterialType;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Site;
import org.gongkai.core.source.Location;
import org.gongkai.validation.DecisionRecords;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class DecisionAuditTest {

    private static final DecisionCatalogue CATALOGUE =
            DecisionRecords.catalogue().build();
    private static final OfficialDocument RESULT = document("关于印发《甲区公共停车场建设方案》的通知", "甲政发〔2024〕9号", null);
    private static final OfficialDocument OTHER = document("关于另一件事的通知", "甲政发〔2024〕10号", null);

    @Test
    void aCatalogueWhoseResultIsAmongTheDocumentsPasses() {
        assertFindings(List.of(), CATALOGUE, RESULT);
        assertFindings(List.of(), RESULT, CATALOGUE, OTHER);
    }

    @Test
    void aResultThatIsNoDocumentOfTheRunIsReported() {
        assertFindings(List.of("decision.catalogue.result.documentUnknown"), CATALOGUE, OTHER);
    }

    @Test
    void withoutAnyDocumentResultsAreSaidToBeUnchecked() {
        assertFindings(List.of("decision.catalogue.result.notChecked"), CATALOGUE);
    }

    @Test
    void aResultIsFoundByItsTitleOrByItsAddressToo() {
        OfficialDocument unnumbered = document("关于印发《甲区公共停车场建设方案》的通知", "无文号", null);
        assertFindings(List.of(), CATALOGUE, unnumbered);
        OfficialDocument elsewhere = Records.document()
                .title("停车场建设方案")
                .sourceUrl("http://www.example.gov.cn/decisions/" + MaterialType.Type.RESULT.ordinal() + ".html")
                .build();
        assertFindings(List.of(), CATALOGUE, elsewhere);
    }

    @Test
    void aDocumentThatIsTheResultByItsNameAndIsNotLinkedIsReported() {
        DecisionCatalogue silent = DecisionRecords.matter(
                        m -> m.result(null).stage(DecisionStage.of(DecisionStage.Step.REVIEW)))
                .apply(DecisionRecords.catalogue())
                .build();
        assertFindings(List.of("decision.catalogue.result.notLinked"), silent, RESULT);
        OfficialDocument plain = document("甲区人民政府关于印发甲区公共停车场建设方案的通知", "甲政发〔2024〕9号", null);
        assertFindings(List.of("decision.catalogue.result.notLinked"), silent, plain);
        assertFindings(List.of(), silent, OTHER);
    }

    @Test
    void aResultInItsColumnThatAnswersToNoMatterIsReported() {
        OfficialDocument stray = document("关于另一件事的通知", "甲政发〔2024〕10号", "重大行政决策/决策结果");
        OfficialDocument right = document("关于印发《甲区公共停车场建设方案》的通知", "甲政发〔2024〕9号", "决策结果");
        assertFindings(List.of("decision.document.matterUnknown"), CATALOGUE, stray, right);
    }

    @Test
    void aDocumentWithoutTitleIsTheResultByNothingElse() {
        OfficialDocument untitled = Records.document().title(null).build();
        assertFindings(List.of("decision.catalogue.result.documentUnknown"), CATALOGUE, untitled);
    }

    @Test
    void withoutACatalogueNothingIsAsked() {
        assertFindings(
                List.of(),
                document("关于另一件事的通知", "甲政发〔2024〕10号", "决策结果"),
                DecisionRecords.consultation().build());
    }

    @Test
    void aConsultationOnAMatterOutsideTheCatalogueIsReported() {
        PublicConsultation own = DecisionRecords.consultation().build();
        assertFindings(List.of(), CATALOGUE, RESULT, own);
        PublicConsultation other = DecisionRecords.consultation()
                .matter(new MatterReference(2024, "1", "别的事项"))
                .build();
        assertFindings(List.of("decision.consultation.matterUnknown"), CATALOGUE, RESULT, other);
        PublicConsultation ordinary =
                DecisionRecords.consultation().matter(null).title("一般政策").build();
        assertFindings(List.of(), CATALOGUE, RESULT, ordinary);
    }

    @ParameterizedTest
    @CsvSource({"2024-05-17,", "2024-05-18, decision.consultation.feedback.late"})
    void theCatalogueTellsFromWhichDayTheFeedbackIsDue(String on, String rule) {
        PublicConsultation consultation = DecisionRecords.consultation()
                .decisionIssuedOn(null)
                .feedbackPublishedOn(DecisionRecords.day(on))
                .build();
        assertFindings(rule == null ? List.of() : List.of(rule), consultation, CATALOGUE, RESULT);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 2024-03-30,",
        "2024-02-29, 2024-03-30, decision.consultation.period.draftAfterOpening",
        "2024-03-01, 2024-04-23,",
        "2024-03-01, 2024-04-24, decision.consultation.period.reviewedBefore"
    })
    void commentsStandBetweenTheDraftAndTheReview(String from, String until, String rule) {
        PublicConsultation consultation = DecisionRecords.consultation()
                .openFrom(DecisionRecords.day(from))
                .openUntil(DecisionRecords.day(until))
                .build();
        assertFindings(rule == null ? List.of() : List.of(rule), consultation, CATALOGUE, RESULT);
    }

    @Test
    void aDecisionThatTheCatalogueDatesBeforeTheEndOfCommentsIsReported() {
        PublicConsultation consultation = DecisionRecords.consultation()
                .openUntil(DecisionRecords.day("2024-05-07"))
                .decisionIssuedOn(null)
                .feedbackPublishedOn(DecisionRecords.day("2024-05-17"))
                .build();
        assertFindings(
                List.of("decision.consultation.period.reviewedBefore", "decision.consultation.period.decidedBefore"),
                consultation,
                CATALOGUE,
                RESULT);
    }

    @Test
    void ofSeveralDraftsTheFirstCountsAgainstTheOpening() {
        DecisionCatalogue twice = DecisionRecords.matter(m -> m.materials(
                        DecisionRecords.both(DecisionRecords.published(MaterialType.Type.DRAFT, "2024-03-20"))))
                .apply(DecisionRecords.catalogue())
                .build();
        assertFindings(List.of(), DecisionRecords.consultation().build(), twice, RESULT);
    }

    @Test
    void ofTwoEditionsTheLaterOneCounts() {
        DecisionCatalogue first = DecisionRecords.matter(m -> m.result(new DecisionResult(
                        "旧文", DocumentNumber.parse("甲政发〔2024〕8号"), DecisionRecords.day("2024-05-06"))))
                .apply(DecisionRecords.catalogue())
                .build();
        assertFindings(List.of(), first, CATALOGUE, RESULT);
        assertFindings(List.of("decision.catalogue.result.notLinked"), CATALOGUE, first, RESULT);
    }

    @ParameterizedTest
    @CsvSource({
        "files/1.pdf, site/files/1.pdf, true",
        "./files/1.pdf?x=1#p2, site/files/1.pdf, true",
        "../other/1.pdf, other/1.pdf, true",
        "/other/1.pdf, other/1.pdf, true",
        "%E9%99%84%E4%BB%B6.pdf, site/附件.pdf, true",
        "a+b.pdf, site/a+b.pdf, true",
        "100%.pdf, site/100%.pdf, true",
        "files/2.pdf, site/files/1.pdf, false",
        "../../1.pdf, 1.pdf, false",
        "https://www.example.gov.cn/x.pdf, none, true"
    })
    void aLinkLeadsToAFileOfTheSources(String url, String file, boolean found) {
        DecisionCatalogue catalogue = DecisionRecords.matter(
                        m -> m.materials(DecisionRecords.with(MaterialType.Type.DRAFT, x -> x.url(url))))
                .apply(DecisionRecords.catalogue())
                .build();
        DecisionAudit audit = new DecisionAudit(Records.PROFILE, Records.CLOCK, WorkingCalendar.china(), file::equals);
        List<String> rules = audit.see(catalogue, Location.of("site/catalogue.html")).stream()
                .map(Finding::rule)
                .toList();
        assertEquals(found ? List.of() : List.of("decision.catalogue.material.linkBroken"), rules);
        DecisionAudit unasked = new DecisionAudit(Records.PROFILE, Records.CLOCK, WorkingCalendar.china(), null);
        assertEquals(List.of(), unasked.see(catalogue, Location.of("site/catalogue.html")));
    }

    @Test
    void aFindingNamesThePlaceOfItsRecord() {
        DecisionAudit audit = new DecisionAudit(Records.PROFILE, Records.CLOCK, WorkingCalendar.china(), null);
        audit.see(CATALOGUE, Location.of("a.html"));
        Finding finding = audit.end().get(0);
        assertEquals("a.html", String.valueOf(finding.location()));
        assertEquals(CATALOGUE.key(), finding.record());
        assertNull(finding.expected());
    }

    private static OfficialDocument document(String title, String number, String column) {
        return Records.document()
                .title(title)
                .documentNumber(DocumentNumber.parse(number))
                .indexNumber(null)
                .site(column == null ? null : new Site(null, null, null, column, null, null, null))
                .build();
    }

    private static void assertFindings(List<String> rules, DisclosureRecord... records) {
        DecisionAudit audit = new DecisionAudit(Records.PROFILE, Records.CLOCK, WorkingCalendar.china(), null);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < records.length; i++) {
            audit.see(records[i], Location.of(i + ".html")).forEach(each -> found.add(each.rule()));
        }
        audit.end().forEach(each -> found.add(each.rule()));
        assertEquals(rules, found);
    }
}
