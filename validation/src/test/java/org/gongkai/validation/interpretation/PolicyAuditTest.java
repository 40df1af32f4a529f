package org.gongkai.validation.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.document.Validity;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.InterpretationForm.Form;
import org.gongkai.core.interpretation.InterpretationStage;
import org.gongkai.core.interpretation.PolicyAnswerBuilder;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyInterpretationBuilder;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.SyncStep;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.Location;
import org.gongkai.validation.InterpretationRecords;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.RunSummary.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyAuditTest {

    private static final String NUMBER = "青崂政办字〔2023〕13号";
    private static final OfficialDocument DOCUMENT = linked().build();
    private static final PolicyInterpretation TEXT = page().build();

    /** A document that links to its interpretation. */
    private static OfficialDocumentBuilder linked() {
        return Records.document()
                .sourceUrl("https://www.example.org/wj.html")
                .relations(List.of(to("https://www.example.org/jd.html")));
    }

    private static Relation to(String target) {
        return new Relation(RelationType.of(RelationType.Type.INTERPRETATION), target);
    }

    private static PolicyInterpretationBuilder page() {
        return InterpretationRecords.interpretation().sourceUrl("https://www.example.org/jd.html");
    }

    private static OfficialDocumentBuilder document(String title, String number) {
        return Records.document().title(title).documentNumber(DocumentNumber.parse(number));
    }

    private static PolicyReference title(String title) {
        return new PolicyReference(null, title, null, null, null);
    }

    @Test
    void anInterpretationAndADocumentThatLinkToEachOtherPass() {
        assertFindings(List.of(), DOCUMENT, TEXT);
        assertFindings(List.of(), TEXT, DOCUMENT);
    }

    @Test
    void withoutAnyInterpretationTheReportSaysThatNothingWasChecked() {
        OfficialDocument normative =
                linked().fileType(FileType.of(FileType.Type.NORMATIVE)).build();
        PolicyAudit none = new PolicyAudit(Records.PROFILE, LocalDate.of(2024, 6, 1), WorkingCalendar.china());
        none.see(normative, Location.of("a.html"));
        none.end();
        assertEquals(
                List.of("interpretation.missing"),
                none.skipped().stream().map(each -> each.rule()).toList());
        PolicyAudit some = new PolicyAudit(Records.PROFILE, LocalDate.of(2024, 6, 1), WorkingCalendar.china());
        some.see(normative, Location.of("a.html"));
        some.see(TEXT, Location.of("b.html"));
        some.end();
        assertEquals(List.of(), some.skipped());
    }

    @Test
    void aLinkInOneDirectionOnlyIsReportedWhereItIsMissing() {
        OfficialDocument silent = linked().relations(List.of()).build();
        assertFindings(List.of("interpretation.notMutual"), silent, TEXT);
        PolicyInterpretation other = page().interprets(List.of(InterpretationRecords.reference("青崂政办字〔2023〕14号")))
                .build();
        OfficialDocument second = document("关于另一件事的通知", "青崂政办字〔2023〕14号").build();
        assertEquals(
                List.of("interpretation.notMutual /interprets/0", "interpretation.notMutual /relations/0"),
                findings(DOCUMENT, second, other).stream()
                        .map(each -> each.rule() + ' ' + each.pointer())
                        .toList());
    }

    @Test
    void anInterpretationOfTwoDocumentsIsHeldAgainstBoth() {
        OfficialDocument second = document("关于另一件事的通知", "青崂政办字〔2023〕14号")
                .relations(List.of(to("2023年崂山区政务公开工作要点解读")))
                .build();
        PolicyInterpretation both = page().title("2023年崂山区政务公开工作要点解读")
                .interprets(List.of(
                        InterpretationRecords.reference(NUMBER), InterpretationRecords.reference("青崂政办字〔2023〕14号")))
                .build();
        assertFindings(List.of(), DOCUMENT, second, both);
    }

    @Test
    void aPathLeadsToTheFileBesideThePage() {
        OfficialDocument document =
                Records.document().relations(List.of(to("1.html"))).build();
        PolicyInterpretation interpretation = InterpretationRecords.interpretation()
                .interprets(List.of(new PolicyReference(null, null, null, "./0.html", null)))
                .build();
        assertFindings(List.of(), document, interpretation);
    }

    @Test
    void aTitleAloneFindsTheDocumentAndWhatItIssues() {
        for (String each : List.of("青岛市崂山区人民政府办公室关于印发2023年崂山区政务公开工作要点的通知", "《关于印发2023年崂山区政务公开工作要点的通知》")) {
            assertFindings(
                    List.of(), DOCUMENT, page().interprets(List.of(title(each))).build());
        }
        OfficialDocument issues = linked().title("关于印发《崂山区节水办法》的通知").build();
        assertFindings(
                List.of(), issues, page().interprets(List.of(title("崂山区节水办法"))).build());
    }

    @ParameterizedTest
    @CsvSource({
        "关于印发崂山区托育补助办法的通知, 崂山区托育补助办法",
        "青岛市崂山区人民政府关于公布崂山区河道名录的公告, 《崂山区河道名录》",
        "关于印发《崂山区节水办法》和《崂山区节水目录》的通知, 崂山区节水目录",
        "关于转发区民政局《关于加强养老服务的实施意见》的通知, 《关于加强养老服务的实施意见》",
        "崂山区停车办法（试行）, 《崂山区停车办法》",
        "关于印发《崂山区停车细则》的通知（试行）, 《崂山区停车细则（试行）》"
    })
    void aDocumentGoesByTheNamesOfWhatItIssues(String title, String named) {
        assertFindings(
                List.of(),
                linked().title(title).build(),
                page().interprets(List.of(title(named))).build());
    }

    @Test
    void aPlanForATextIsNotTheText() {
        OfficialDocument plan = linked().title("关于印发《崂山区节水条例》实施方案的通知").build();
        PolicyInterpretation interpretation =
                page().interprets(List.of(title("崂山区节水条例"))).build();
        assertTrue(rules(plan, interpretation).contains("interpretation.target.unknown"));
    }

    /** 关于废止《办法》的通知 holds the title of the other and is not it. */
    @Test
    void aTitleThatHoldsAnotherTitleIsNotTheOther() {
        OfficialDocument repeals = linked().title("关于废止《崂山区节水条例》的通知").build();
        PolicyInterpretation interpretation =
                page().interprets(List.of(title("崂山区节水条例"))).build();
        assertTrue(rules(repeals, interpretation).contains("interpretation.target.unknown"));
    }

    @Test
    void ofTwoDocumentsOfOneTitleTheAgencyTellsAndElseItIsSaid() {
        OfficialDocument own = linked().title("关于放假的通知").build();
        OfficialDocument others = document("关于放假的通知", "青崂教字〔2023〕1号")
                .issuers(List.of(Agency.parse("青岛市崂山区教育局")))
                .build();
        PolicyInterpretationBuilder interpretation = page().interprets(List.of(title("关于放假的通知")));
        assertFindings(List.of(), own, others, interpretation.build());
        PolicyInterpretation nobody = interpretation
                .responsible(Agency.parse("青岛市崂山区民政局"))
                .publisher(Agency.parse("青岛市崂山区民政局"))
                .build();
        assertTrue(rules(own, others, nobody).contains("interpretation.target.ambiguous"));
    }

    @Test
    void aNumberOfSeveralDocumentsIsSaidUnlessTheTitleTells() {
        OfficialDocument other = document("关于另一件事的通知", NUMBER).build();
        assertTrue(rules(DOCUMENT, other, TEXT).contains("interpretation.target.ambiguous"));
        PolicyReference both = new PolicyReference(DocumentNumber.parse(NUMBER), DOCUMENT.title(), null, null, null);
        assertFindings(
                List.of(), DOCUMENT, other, page().interprets(List.of(both)).build());
    }

    @Test
    void aNumberUnderAnotherTitleIsReported() {
        PolicyReference wrong = new PolicyReference(DocumentNumber.parse(NUMBER), "关于植树的通知", null, null, null);
        assertFindings(
                List.of("interpretation.target.differs"),
                DOCUMENT,
                page().interprets(List.of(wrong)).build());
    }

    @Test
    void aDocumentThatIsNotThereIsToldApartFromOneOfAnotherSite() {
        assertEquals(
                List.of("interpretation.target.unknown"), target(InterpretationRecords.reference("青崂政办字〔2023〕99号")));
        assertEquals(
                List.of("interpretation.target.otherSite"), target(InterpretationRecords.reference("鲁政发〔2023〕1号")));
        assertEquals(
                List.of("interpretation.target.otherSite"),
                target(new PolicyReference(null, null, null, "https://www.gov.cn/a.html", null)));
    }

    private static List<String> target(PolicyReference reference) {
        return rules(DOCUMENT, page().interprets(List.of(reference)).build()).stream()
                .filter(each -> each.contains(".target."))
                .toList();
    }

    @Test
    void withoutAnyDocumentNothingIsSaidOfTargets() {
        assertFindings(List.of(), TEXT);
    }

    @Test
    void aLinkToAnInterpretationThatIsNotThereIsReported() {
        OfficialDocument document = linked().relations(
                        List.of(to("https://www.example.org/jd.html"), to("https://www.example.org/none.html")))
                .build();
        assertFindings(List.of("interpretation.link.unknown"), document, TEXT);
    }

    @Test
    void aLinkToAFileThatIsNotThereOrToADocumentIsNoInterpretation() {
        for (String each : List.of("jd/404.html", "0.html", "https://www.example.org/wj.html")) {
            OfficialDocument document = linked().relations(List.of(to(each))).build();
            OfficialDocument other =
                    document("关于植树的通知", "青崂政办字〔2023〕99号").relations(List.of()).build();
            PolicyInterpretation another = page().interprets(List.of(InterpretationRecords.reference("青崂政办字〔2023〕99号")))
                    .build();
            assertTrue(rules(document, other, another).contains("interpretation.link.unknown"), each);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2023-07-21, 2023-07-21, TEXT,",
        "2023-07-21, 2023-07-26, TEXT,",
        "2023-07-21, 2023-07-27, TEXT, interpretation.published.late",
        "2023-09-28, 2023-10-09, TEXT,",
        "2023-09-28, 2023-10-10, TEXT, interpretation.published.late",
        "2023-03-04, 2023-03-01, TEXT, interpretation.published.beforeDocument",
        "2023-03-04, 2023-03-01, PRESS,",
        "1990-03-01, 1990-03-20, TEXT, interpretation.published.notChecked",
    })
    void itIsPublishedWithItsDocumentOrSoonAfter(LocalDate document, LocalDate day, Form form, String rule) {
        assertFindings(
                rule == null ? List.of() : List.of(rule),
                linked().publishedOn(document).build(),
                page().publishedOn(day).form(InterpretationForm.of(form)).build());
    }

    @Test
    void theInterpretationOfADraftComesBeforeTheDocument() {
        PolicyInterpretationBuilder draft = page().publishedOn(LocalDate.of(2023, 6, 1))
                .stage(InterpretationStage.of(InterpretationStage.Stage.DRAFT));
        assertFindings(List.of(), DOCUMENT, draft.build());
        // A draft that has become no document yet.
        assertFindings(
                List.of(),
                linked().relations(List.of()).build(),
                draft.interprets(List.of(title("崂山区绿化办法（征求意见稿）"))).build());
    }

    @Test
    void whatWasSignedAfterTheDocumentWasOutIsReportedWithoutItsDay() {
        PolicyInterpretation late = page().sync(List.of(
                        new SyncStep("同步组织", LocalDate.of(2023, 7, 10)),
                        new SyncStep("同步审签", LocalDate.of(2023, 7, 22))))
                .build();
        List<Finding> found = findings(DOCUMENT, late);
        assertEquals(
                List.of("interpretation.sync.order"),
                found.stream().map(Finding::rule).toList());
        assertEquals("同步审签", found.get(0).value());
        assertTrue(!String.valueOf(found.get(0)).contains("2023-07-22"));
    }

    @Test
    void aDocumentThatIsToBeInterpretedAndIsNotIsReported() {
        OfficialDocument normative = document("关于河道管理的通告", "青崂政发〔2023〕2号")
                .fileType(FileType.of(FileType.Type.NORMATIVE))
                .build();
        OfficialDocument subsidy = document("关于发放补贴的通知", "青崂政发〔2023〕3号").build();
        OfficialDocument repealed = document("关于河道管理的旧通告", "青崂政发〔2020〕2号")
                .fileType(FileType.of(FileType.Type.NORMATIVE))
                .validity(Validity.of(Validity.State.REPEALED))
                .build();
        assertFindings(
                List.of("interpretation.missing", "interpretation.advised"),
                DOCUMENT,
                TEXT,
                normative,
                subsidy,
                repealed);
        PolicyAudit audit = ended(DOCUMENT, TEXT, subsidy, normative);
        assertEquals(new Share(0, 1), audit.count().interpreted());
        assertEquals(
                List.of("青崂政发〔2023〕2号", "青崂政发〔2023〕3号"),
                audit.wanting().stream().map(WantingDocument::documentNumber).toList());
        // Nothing is missing where nothing that interprets was handed in.
        assertFindings(List.of(), normative, subsidy);
        assertNull(ended(normative).count().interpreted());
    }

    /** The audit is of 1 September 2023, and three working days are given. */
    @ParameterizedTest
    @CsvSource({"2023-09-05, false", "2023-08-30, false", "2023-08-28, true"})
    void aDocumentIsNotMissedBeforeItsTimeIsOver(LocalDate published, boolean missed) {
        OfficialDocument document = document("关于印发《崂山区节水办法》的通知", "青崂政发〔2023〕9号")
                .fileType(FileType.of(FileType.Type.NORMATIVE))
                .publishedOn(published)
                .relations(List.of())
                .build();
        assertEquals(missed, rules(DOCUMENT, TEXT, document).contains("interpretation.missing"));
    }

    @Test
    void aDocumentWithAnInterpretationCountsAsInterpreted() {
        OfficialDocument normative =
                linked().fileType(FileType.of(FileType.Type.NORMATIVE)).build();
        assertEquals(new Share(1, 1), ended(normative, TEXT).count().interpreted());
    }

    @Test
    void theInterpretationOfALapsedDocumentIsMarked() {
        OfficialDocument lapsed =
                linked().validity(Validity.of(Validity.State.REPEALED)).build();
        assertFindings(List.of("interpretation.ofLapsed"), lapsed, TEXT);
        assertFindings(
                List.of(),
                lapsed,
                page().validity(Validity.of(Validity.State.LAPSED)).build());
        assertEquals(1, ended(lapsed, TEXT).count().ofLapsed());
    }

    private static String sentences(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(each -> "第" + each + "项措施由有关部门负责落实。")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({"8, true", "7, false"})
    void fourFifthsOfTheSentencesMakeACopy(int copied, boolean told) {
        OfficialDocument document =
                linked().body(new Body(sentences(0, 50), null)).build();
        PolicyInterpretation interpretation = page().body(
                        new Body(sentences(0, copied) + sentences(100, 110 - copied), null))
                .build();
        assertFindings(told ? List.of("interpretation.copiesDocument") : List.of(), document, interpretation);
    }

    @Test
    void whatCountsASentenceDoesNotMakeItAnother() {
        String document = "第一条 养犬应当登记并取得号牌。第二条 遛犬应当使用牵引绳。第三条 禁养区内不得饲养烈性犬。";
        String copy = "一、养犬应当登记并取得号牌。\n（二）遛犬应当使用牵引绳。\n3.禁养区内不得饲养烈性犬。";
        assertFindings(
                List.of("interpretation.copiesDocument"),
                linked().body(new Body(document, null)).build(),
                page().body(new Body(copy, null)).build());
    }

    @Test
    void anAnswerWhoseLastDayIsOverAnswersNoMore() {
        PolicyAnswerBuilder answer = InterpretationRecords.answer();
        assertEquals(new Share(1, 1), ended(DOCUMENT, answer.build()).count().answered());
        assertEquals(
                new Share(0, 1),
                ended(DOCUMENT, answer.validUntil(LocalDate.of(2023, 1, 1)).build())
                        .count()
                        .answered());
    }

    @Test
    void ofMoreTextThanIsKeptItIsSaidThatItWasNotChecked() {
        String longest = sentences(0, 500_000);
        List<DisclosureRecord> records = new ArrayList<>(List.of(TEXT, DOCUMENT));
        for (int i = 0; i < 9; i++) {
            records.add(document("关于第" + i + "件事的通知", "青崂政发〔2022〕" + (i + 1) + "号")
                    .body(new Body(longest, null))
                    .build());
        }
        assertFindings(List.of("record.limit.reached"), records.toArray(new DisclosureRecord[0]));
    }

    @Test
    void anAnswerHoldsAsLongAsItsDocuments() {
        OfficialDocument lapsed = document("关于旧事的通知", "青崂政办字〔2020〕1号")
                .validity(Validity.of(Validity.State.LAPSED))
                .build();
        PolicyAnswerBuilder answer = InterpretationRecords.answer();
        assertFindings(List.of(), DOCUMENT, answer.build());
        PolicyReference old = InterpretationRecords.reference("青崂政办字〔2020〕1号");
        assertFindings(
                List.of("policyAnswer.source.lapsed"),
                DOCUMENT,
                lapsed,
                answer.sources(List.of(old)).build());
        assertFindings(
                List.of("policyAnswer.source.partlyLapsed"),
                DOCUMENT,
                lapsed,
                answer.sources(List.of(old, InterpretationRecords.reference(NUMBER)))
                        .build());
        assertFindings(
                List.of(),
                DOCUMENT,
                lapsed,
                answer.validUntil(LocalDate.of(2023, 1, 1)).build());
    }

    @Test
    void anAnswerIsReviewedWhenItsDocumentWasAmended() {
        OfficialDocument amends = document("关于修改工作要点的通知", "青崂政办字〔2023〕20号")
                .publishedOn(LocalDate.of(2023, 8, 20))
                .relations(List.of(new Relation(RelationType.of(RelationType.Type.AMENDS), NUMBER)))
                .build();
        PolicyAnswerBuilder answer = InterpretationRecords.answer();
        assertFindings(List.of("policyAnswer.source.changed"), DOCUMENT, amends, answer.build());
        assertFindings(
                List.of(),
                DOCUMENT,
                amends,
                answer.reviewedOn(LocalDate.of(2023, 8, 20)).build());
    }

    @Test
    void oneQuestionWithTwoAnswersIsReported() {
        PolicyAnswerBuilder answer = InterpretationRecords.answer();
        assertFindings(
                List.of("policyAnswer.duplicate"),
                DOCUMENT,
                answer.build(),
                answer.question("今年，怎样公开政策文件?").answer("不公开。").build());
        assertEquals(new Share(1, 1), ended(DOCUMENT, answer.build()).count().answered());
    }

    @Test
    void anAnswerOnADocumentThatIsNotThereOrIsSeveralIsReported() {
        OfficialDocument other = document("关于另一件事的通知", NUMBER).build();
        assertFindings(
                List.of("policyAnswer.source.ambiguous"),
                DOCUMENT,
                other,
                InterpretationRecords.answer().build());
        assertFindings(
                List.of("policyAnswer.source.unknown"),
                other,
                InterpretationRecords.answer()
                        .sources(List.of(InterpretationRecords.reference("青崂政办字〔2023〕99号")))
                        .build());
    }

    @Test
    void aPackageHoldsPublicDocumentsInForce() {
        DisclosureRecord policies = InterpretationRecords.policies().build();
        assertFindings(List.of(), DOCUMENT, policies);
        assertFindings(
                List.of("policyPackage.item.lapsed"),
                linked().validity(Validity.of(Validity.State.LAPSED)).build(),
                policies);
        assertFindings(
                List.of("policyPackage.item.notPublic"),
                linked().openness(Openness.of(Openness.Mode.ON_APPLICATION)).build(),
                policies);
        assertFindings(
                List.of("policyPackage.item.ambiguous"),
                DOCUMENT,
                document("关于另一件事的通知", NUMBER).build(),
                policies);
        assertFindings(
                List.of("policyPackage.item.unknown"),
                DOCUMENT,
                InterpretationRecords.policies()
                        .items(List.of(InterpretationRecords.item("青崂政办字〔2023〕99号")))
                        .build());
    }

    @Test
    void aPressReleaseOnADocumentThatIsNotThereIsSaid() {
        assertFindings(List.of(), DOCUMENT, InterpretationRecords.press().build());
        assertFindings(
                List.of("press.subject.unknown"),
                DOCUMENT,
                InterpretationRecords.press()
                        .subjects(List.of(InterpretationRecords.reference("青崂政办字〔2023〕99号")))
                        .build());
    }

    @Test
    void figuresAreThereAtTheEndAlone() {
        PolicyAudit audit = new PolicyAudit(Records.PROFILE, LocalDate.of(2023, 9, 1), WorkingCalendar.china());
        assertThrows(IllegalStateException.class, audit::count);
    }

    private static void assertFindings(List<String> rules, DisclosureRecord... records) {
        assertEquals(rules, rules(records));
    }

    private static List<String> rules(DisclosureRecord... records) {
        return findings(records).stream().map(Finding::rule).toList();
    }

    private static PolicyAudit ended(DisclosureRecord... records) {
        PolicyAudit audit = new PolicyAudit(Records.PROFILE, LocalDate.of(2023, 9, 1), WorkingCalendar.china());
        seen(audit, records);
        return audit;
    }

    private static List<Finding> findings(DisclosureRecord... records) {
        return seen(new PolicyAudit(Records.PROFILE, LocalDate.of(2023, 9, 1), WorkingCalendar.china()), records);
    }

    private static List<Finding> seen(PolicyAudit audit, DisclosureRecord... records) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < records.length; i++) {
            found.addAll(audit.see(records[i], Location.of(i + ".html")));
        }
        found.addAll(audit.end());
        return found;
    }

    @Test
    void theOfficeAndTheDepartmentsOfAPlaceInterpretItsDocuments() {
        OfficialDocument own = document("关于加强安全生产工作的意见", "东政发〔2024〕7号")
                .issuers(List.of(Agency.parse("东岭区人民政府")))
                .build();
        OfficialDocument others = document("关于加强安全生产工作的意见", "西政发〔2024〕7号")
                .issuers(List.of(Agency.parse("西岭区人民政府")))
                .build();
        for (String each : List.of("东岭区人民政府办公室", "东岭区市场监督管理局")) {
            PolicyInterpretation text = page().publisher(Agency.parse(each))
                    .responsible(Agency.parse(each))
                    .interprets(List.of(title("关于加强安全生产工作的意见")))
                    .build();
            assertFalse(rules(own, others, text).contains("interpretation.target.ambiguous"), each);
        }
        PolicyInterpretation province = page().publisher(Agency.parse("某省应急厅"))
                .responsible(Agency.parse("某省应急厅"))
                .interprets(List.of(title("关于加强安全生产工作的意见")))
                .build();
        assertTrue(rules(own, others, province).contains("interpretation.target.ambiguous"));
    }
}
