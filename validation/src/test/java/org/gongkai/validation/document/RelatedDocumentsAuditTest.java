package org.gongkai.validation.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.document.Validity;
import org.gongkai.core.source.Location;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

public class RelatedDocumentsAuditTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    /** Documents that pass together, and documents that break one rule. */
    private record Case(List<OfficialDocument> good, List<OfficialDocument> bad) {}

    private static Map<String, Case> cases() {
        Map<String, Case> all = new LinkedHashMap<>();
        all.put(
                "document.documentNumber.another",
                new Case(
                        List.of(
                                number(13).build(),
                                number(14).body(new Body("另一正文。", null)).build()),
                        List.of(number(13).build(), number(14).build())));
        all.put(
                "document.validity.repealedByOther",
                new Case(
                        List.of(
                                number(15).body(null).build(),
                                related(13, RelationType.Type.REPEALED_BY, "青崂政办字〔2023〕15号")
                                        .validity(Validity.of(Validity.State.REPEALED))
                                        .build()),
                        List.of(
                                number(15).body(null).build(),
                                related(13, RelationType.Type.REPEALED_BY, "青崂政办字〔2023〕15号")
                                        .build())));
        all.put(
                "document.relations.repealedStillValid",
                new Case(
                        List.of(
                                number(13)
                                        .validity(Validity.of(Validity.State.REPEALED))
                                        .build(),
                                repeals(TODAY).build()),
                        List.of(number(13).build(), repeals(TODAY).build())));
        all.put(
                "document.relations.targetMissing",
                new Case(
                        List.of(
                                number(7).build(),
                                related(13, RelationType.Type.BASIS, "青崂政办字[2023]7号")
                                        .build()),
                        List.of(related(13, RelationType.Type.BASIS, "青崂政办字[2023]7号")
                                .build())));
        all.put(
                "document.attachments.nameUnanswered",
                new Case(
                        List.of(attached("名单.xlsx", "附件2.docx").build()),
                        List.of(attached("名单.xlsx", "说明.docx").build())));
        all.put(
                "document.attachments.fileMissing",
                new Case(
                        List.of(number(13)
                                .attachments(List.of(Records.attachment()))
                                .build()),
                        List.of(number(13)
                                .attachments(List.of(new Attachment("名单", null, null, null, "files/1.xlsx")))
                                .build())));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> theGoodRecordsPassAndTheBadOnesBreakTheRuleAlone() {
        return cases().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    assertEquals(List.of(), rules(each.getValue().good()));
                    assertEquals(List.of(each.getKey()), rules(each.getValue().bad()));
                }));
    }

    @Test
    void aRepealIsSeenWhicheverDocumentComesFirst() {
        for (List<OfficialDocument> order : List.of(
                List.of(number(13).build(), repeals(TODAY).build()),
                List.of(repeals(TODAY).build(), number(13).build()))) {
            Finding finding = findings(order, "a.html").get(0);
            assertEquals("document.relations.repealedStillValid", finding.rule());
            assertEquals("青崂政办字〔2023〕13号", finding.value());
            assertEquals("/relations/0", finding.pointer());
        }
    }

    @Test
    void aRepealThatHasYetToTakeEffectLeavesTheOtherValid() {
        assertEquals(
                List.of(),
                rules(List.of(number(13).build(), repeals(TODAY.plusDays(1)).build())));
    }

    @ParameterizedTest
    @EnumSource(
            value = Validity.State.class,
            names = {"REPEALED", "LAPSED", "UNKNOWN", "PARTLY_IN_FORCE"})
    void aRepealedDocumentThatIsNotShownAsValidIsInOrder(Validity.State state) {
        assertEquals(
                List.of(),
                rules(List.of(
                        number(13).validity(Validity.of(state)).build(),
                        repeals(TODAY).build())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"国办发〔2017〕47号", "中华人民共和国政府信息公开条例", "https://other.example/a.html", "http://[bad"})
    void whatOtherAgenciesIssuedIsNotAskedFor(String target) {
        assertEquals(
                List.of(),
                rules(List.of(related(13, RelationType.Type.BASIS, target).build())));
    }

    @Test
    void aRelationMayNameAnIndexNumberOrAnAddress() {
        OfficialDocument there = number(7)
                .indexNumber(IndexNumber.parse("004999122-2021-000153"))
                .sourceUrl("https://a.example/7.html")
                .build();
        for (String target : List.of("004999122-2021-000153", "http://a.example/7.html#top")) {
            assertEquals(
                    List.of(),
                    rules(List.of(
                            there, related(13, RelationType.Type.BASIS, target).build())));
        }
        for (String target : List.of("004999122-2021-000154", "http://a.example/8.html")) {
            assertEquals(
                    List.of("document.relations.targetMissing"),
                    rules(List.of(
                            there, related(13, RelationType.Type.BASIS, target).build())));
        }
    }

    @Test
    void anInterpretationIsNoDocumentThatCouldBeMissing() {
        assertEquals(
                List.of(),
                rules(List.of(related(13, RelationType.Type.INTERPRETATION, "青崂政办字〔2023〕99号")
                        .build())));
    }

    @Test
    void attachmentsOfATableOrOfAnotherSiteAreNotLookedFor() {
        OfficialDocument away = number(13)
                .attachments(List.of(
                        new Attachment("甲", null, null, null, "https://a.example/1.pdf"),
                        new Attachment("乙", null, null, null, "//a.example/1.pdf"),
                        new Attachment("丙", null, null, null, null)))
                .build();
        assertEquals(List.of(), rules(List.of(away)));
        OfficialDocument row = number(13)
                .attachments(List.of(new Attachment("甲", null, null, null, "1.pdf")))
                .build();
        assertEquals(List.of(), findings(List.of(row), "list.csv"));
    }

    @Test
    void aFileWithoutANameMayBeAnyOfThem() {
        assertEquals(
                List.of(), rules(List.of(attached("名单.xlsx", "2024-006.pdf").build())));
        assertEquals(
                List.of("document.attachments.nameUnanswered"),
                rules(List.of(attached("通知.docx", "2024-006.pdf").build())));
    }

    @Test
    void twoDoublesOfOneNumberAreNotTwoNumbers() {
        OfficialDocument one = number(13).build();
        OfficialDocument other = number(13)
                .documentNumber(DocumentNumber.parse("青崂政办字[2023]13号"))
                .build();
        assertEquals(List.of(), rules(List.of(one, other)));
    }

    @Test
    void theNumberInsideTheTextMakesNoOtherText() {
        OfficialDocument one =
                number(13).body(new Body("青崂政办字〔2023〕13号\n各街道办事处：", null)).build();
        OfficialDocument other =
                number(31).body(new Body("青崂政办字〔2023〕31号\n各街道办事处：", null)).build();
        assertEquals(List.of("document.documentNumber.another"), rules(List.of(one, other)));
    }

    private static List<String> rules(List<OfficialDocument> documents) {
        return findings(documents, "a.html").stream().map(Finding::rule).toList();
    }

    private static List<Finding> findings(List<OfficialDocument> documents, String source) {
        RelatedDocumentsAudit audit = new RelatedDocumentsAudit(Records.PROFILE, TODAY);
        List<Finding> findings = new ArrayList<>();
        documents.forEach(each -> findings.addAll(audit.see(each, Location.of(source))));
        audit.end(findings::add);
        return findings;
    }

    private static OfficialDocumentBuilder repeals(LocalDate from) {
        return related(20, RelationType.Type.REPEALS, "青崂政办字〔2023〕13号")
                .title("关于废止部分文件的决定")
                .effectiveFrom(from);
    }

    private static OfficialDocumentBuilder related(int serial, RelationType.Type type, String target) {
        return number(serial).relations(List.of(new Relation(RelationType.of(type), target)));
    }

    private static OfficialDocumentBuilder attached(String... names) {
        return number(13)
                .attachmentNote("附件：1.人员名单\n2.填表须知")
                .attachments(Stream.of(names)
                        .map(each -> new Attachment(each, null, 10L, "0".repeat(64), "files/" + each))
                        .toList());
    }

    private static OfficialDocumentBuilder number(int serial) {
        // Two of one title and text are one document under two numbers.
        String title = serial < 13 ? "关于第" + serial + "件事的通知" : "关于同一件事的通知";
        return Records.document()
                .title(title)
                .documentNumber(DocumentNumber.parse("青崂政办字〔2023〕" + serial + "号"))
                .attachments(List.of())
                .relations(List.of());
    }
}
