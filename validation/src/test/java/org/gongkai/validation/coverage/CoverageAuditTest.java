package org.gongkai.validation.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.inventory.GapExplanation;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.source.Location;
import org.gongkai.validation.Lists;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class CoverageAuditTest {

    private static final LocalDate DAY = LocalDate.of(2023, 7, 21);
    private static final String TITLE = "东岚市临湾区教育局关于做好课后服务工作的通知";

    /** What a run comes to. */
    private record Outcome(RunSummary.Coverage coverage, List<Finding> findings, List<SkippedRule> skipped) {

        List<String> rules() {
            return findings.stream().map(Finding::rule).toList();
        }

        InventoryCount inventory() {
            return coverage.inventory();
        }
    }

    /** A case of one rule: an inventory or none, explanations, and documents of which the last ones break it. */
    private record Case(
            @Nullable Lists inventory,
            List<GapExplanation> explanations,
            List<OfficialDocument> good,
            List<OfficialDocument> bad) {}

    private static Map<String, Case> cases() {
        OfficialDocument plain = number(21).build();
        Map<String, Case> all = new LinkedHashMap<>();
        all.put("inventory.entry.missing", against(Lists.of(plain), List.of(plain), List.of()));
        all.put(
                "inventory.record.extra",
                against(
                        Lists.of(plain),
                        List.of(plain),
                        List.of(plain, number(22).build())));
        all.put("inventory.record.again", against(Lists.of(plain), List.of(plain), List.of(plain, plain)));
        all.put(
                "inventory.record.titleDiffers",
                against(
                        Lists.of(plain),
                        List.of(number(21).title("关于做好课后服务工作的通知").build()),
                        List.of(number(21).title("关于做好课前服务工作的通知").build())));
        all.put(
                "inventory.record.numberDiffers",
                against(Lists.of(plain), List.of(plain), List.of(number(12).build())));
        all.put(
                "inventory.record.dateDiffers",
                against(
                        Lists.of(plain),
                        List.of(number(21).writtenOn(null).build()),
                        List.of(number(21)
                                .writtenOn(DAY.plusDays(9))
                                .publishedOn(DAY.plusDays(9))
                                .build())));
        all.put(
                "inventory.record.notForPublication",
                against(
                        Lists.of(number(21)
                                .openness(Openness.of(Openness.Mode.NOT_DISCLOSED))
                                .build()),
                        List.of(number(21)
                                .openness(Openness.of(Openness.Mode.NOT_DISCLOSED))
                                .build()),
                        List.of(plain)));
        all.put("series.gap", series(List.of(), serials(1, 2, 3, 4), serials(1, 2, 4)));
        all.put("series.sparse", series(List.of(), serials(1, 2, 3), serials(1, 2, 90)));
        all.put("series.outlier", series(List.of(), serials(1, 2, 3, 4, 40 / 8), serials(1, 2, 3, 4, 9999)));
        all.put(
                "explanation.unreadable",
                new Case(null, List.of(explanation("临湾教字〔2023〕2号", "不知道", null)), List.of(), List.of()));
        all.put(
                "explanation.articleWrong",
                new Case(null, List.of(explanation("临湾教字〔2023〕2号", "不予公开", "第十三条")), List.of(), List.of()));
        all.put(
                "explanation.unused",
                new Case(null, List.of(explanation("临湾教字〔2023〕2号", "作废", null)), serials(1, 3, 4), List.of()));
        all.put(
                "explanation.contradicted",
                series(List.of(explanation("临湾教字〔2023〕2号", "作废", null)), serials(1, 3, 4), serials(1, 2, 3, 4)));
        all.put("inventory.entry.repeated", against(Lists.of(plain, plain), List.of(plain), List.of(plain)));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> theGoodRecordsPassAndTheBadOnesBreakTheRuleAlone() {
        return cases().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Case one = each.getValue();
                    boolean ofRecords =
                            !one.good().equals(one.bad()) && !one.good().isEmpty();
                    if (ofRecords) {
                        assertEquals(
                                List.of(),
                                run(one.inventory(), one.explanations(), one.good())
                                        .rules());
                    }
                    List<Finding> findings =
                            run(one.inventory(), one.explanations(), one.bad()).findings();
                    assertEquals(
                            List.of(each.getKey()),
                            findings.stream().map(Finding::rule).toList());
                    for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                        String text = findings.get(0).text(language);
                        assertTrue(!text.contains("{") && !text.contains("not stated") && !text.contains("未说明"), text);
                    }
                }));
    }

    @Test
    void aRepeatedEntryIsCountedOnceAndBothPlacesAreNamed() {
        Outcome outcome = run(
                Lists.of(number(21).build(), number(21).build()),
                List.of(),
                List.of(number(21).build()));
        assertEquals(1, outcome.inventory().entries());
        assertEquals(1, outcome.inventory().repeated());
        Finding repeated = outcome.findings().get(0);
        assertEquals("register.csv:3", String.valueOf(repeated.location()));
        assertEquals("register.csv:2", repeated.expected());
    }

    @ParameterizedTest
    @CsvSource({
        "临湾教字[2023]第021号, DOCUMENT_NUMBER",
        "临湾教字〔2023〕21号, DOCUMENT_NUMBER",
        ", TITLE_AND_DATE",
    })
    void anEntryIsFoundByItsNumberHoweverWrittenAndElseByTitleAndDate(String number, MatchWay way) {
        OfficialDocument entry = OfficialDocumentBuilder.builder()
                .title("关于做好课后服务工作的通知")
                .documentNumber(number == null ? null : DocumentNumber.parse(number))
                .publishedOn(DAY)
                .build();
        assertEquals(way, way(entry, number(21).build()));
    }

    @Test
    void anEntryIsFoundByIndexNumberOldIdAddressOrFileName() {
        OfficialDocumentBuilder record = OfficialDocumentBuilder.builder()
                .title("甲")
                .recordId("1287")
                .sourceUrl("https://Www.example.org/a/b.html#top");
        record.indexNumber(IndexNumber.parse("004999122-2021-000153"));
        OfficialDocumentBuilder entry = OfficialDocumentBuilder.builder();
        assertEquals(
                MatchWay.INDEX_NUMBER,
                way(
                        entry.indexNumber(IndexNumber.parse("004999122-2021-000153 "))
                                .build(),
                        record.build()));
        assertEquals(
                MatchWay.RECORD_ID,
                way(OfficialDocumentBuilder.builder().recordId("1287").build(), record.build()));
        OfficialDocument page = OfficialDocumentBuilder.builder()
                .sourceUrl("http://www.example.org/a/b.html")
                .build();
        assertEquals(MatchWay.ADDRESS, way(page, record.build()));
        assertEquals(MatchWay.FILE_NAME, way(page, number(3).build(), Location.of("x/b.html")));
        OfficialDocument generic = OfficialDocumentBuilder.builder()
                .sourceUrl("http://www.example.org/a/index.html")
                .build();
        assertNull(way(generic, number(3).build(), Location.of("x/index.html")));
    }

    @Test
    void aTitleAloneMakesAMatchWhenOneSideHasNoDateAndNothingElseBearsIt() {
        OfficialDocument entry = OfficialDocumentBuilder.builder().title(TITLE).build();
        assertEquals(MatchWay.TITLE, way(entry, number(21).build()));
        OfficialDocument dated = OfficialDocumentBuilder.builder()
                .title(TITLE)
                .writtenOn(DAY.plusYears(1))
                .build();
        assertNull(way(dated, number(21).build()));
    }

    @Test
    void aRecordThatComesLaterAndFitsBetterHasTheEntry() {
        OfficialDocument entry = number(21).build();
        OfficialDocument other = number(21).title("关于别的事的通知").build();
        for (List<OfficialDocument> order : List.of(List.of(other, entry), List.of(entry, other))) {
            Outcome outcome = run(Lists.of(entry), List.of(), order);
            assertEquals(List.of("inventory.record.extra"), outcome.rules());
            assertEquals(1, outcome.inventory().found());
        }
    }

    @Test
    void twoDocumentsOfOneNumberAreTwoEntries() {
        OfficialDocument notice = number(21).build();
        OfficialDocument measures = number(21).title("临湾区课后服务办法").build();
        Outcome outcome = run(Lists.of(notice, measures), List.of(), List.of(measures));
        assertEquals(List.of("inventory.entry.missing"), outcome.rules());
        assertEquals("临湾教字〔2023〕21号 " + TITLE, outcome.findings().get(0).value());
        assertEquals("register.csv:2", String.valueOf(outcome.findings().get(0).location()));
    }

    @Test
    void aWrongNumberInTheRegisterIsADifferenceAndNoLoss() {
        Outcome outcome =
                run(Lists.of(number(21).build()), List.of(), List.of(number(12).build()));
        assertEquals("临湾教字〔2023〕12号", outcome.findings().get(0).value());
        assertEquals("临湾教字〔2023〕21号 " + TITLE, outcome.findings().get(0).expected());
        assertEquals(1, outcome.inventory().differing());
    }

    @Test
    void documentsOfOneTitleAndDayAreHeldApartByTheirNumbers() {
        OfficialDocument first = number(5).title("关于干部任免的通知").build();
        OfficialDocument second = number(6).title("关于干部任免的通知").build();
        Outcome outcome = run(Lists.of(first, second), List.of(), List.of(second));
        assertEquals(List.of("inventory.entry.missing"), outcome.rules());
        assertEquals("临湾教字〔2023〕5号 关于干部任免的通知", outcome.findings().get(0).value());
    }

    @Test
    void thousandsOfOneTitleAreToldApartByTheirDays() {
        List<OfficialDocument> decisions = IntStream.range(0, 3_000)
                .mapToObj(each -> OfficialDocumentBuilder.builder()
                        .title("行政处罚决定书")
                        .writtenOn(DAY.plusDays(each))
                        .build())
                .toList();
        Outcome outcome = run(
                Lists.of(decisions.toArray(new OfficialDocument[0])),
                List.of(),
                decisions.subList(1, decisions.size()));
        assertEquals(List.of("inventory.entry.missing"), outcome.rules());
        assertEquals(2_999, outcome.inventory().found());
    }

    @Test
    void whatTheRegisterKeepsFromPublicationIsExplainedAndNoLoss() {
        Lists register = Lists.of(
                        number(1).build(),
                        number(2)
                                .openness(Openness.of(Openness.Mode.ON_APPLICATION))
                                .build(),
                        number(3)
                                .openness(Openness.of(Openness.Mode.NOT_DISCLOSED))
                                .build())
                .and(number(4).build(), "机密")
                .and(number(5).build(), "无");
        Outcome outcome =
                run(register, List.of(), List.of(number(1).build(), number(5).build()));
        assertEquals(List.of(), outcome.rules());
        assertEquals(new RunSummary.Share(2, 2), outcome.coverage().share());
        assertEquals(
                Map.of(GapReason.ON_APPLICATION, 1L, GapReason.NOT_DISCLOSED, 1L, GapReason.ARTICLE_14, 1L),
                positive(outcome.inventory().explained()));
        NumberSeries series = outcome.coverage().series().get(0);
        assertEquals(
                List.of(
                        new NumberSeries.Gap(2, 2, GapReason.ON_APPLICATION),
                        new NumberSeries.Gap(3, 3, GapReason.NOT_DISCLOSED),
                        new NumberSeries.Gap(4, 4, GapReason.ARTICLE_14)),
                series.gaps());
        assertEquals(new RunSummary.Share(2, 2), series.share());
    }

    @Test
    void anExplanationTakesAnEntryOutOfTheLossesAndTheGaps() {
        List<GapExplanation> explanations = List.of(
                explanation("临湾教字[2023]2号", "作废", null),
                explanation("临湾教字〔2023〕3号", "不予公开", "16"),
                explanation("临湾教字〔2023〕4号", "涉及个人隐私，第十五条不予公开", null),
                explanation("临湾教字〔2023〕6号", "并入7号（合并）", null));
        Outcome outcome =
                run(Lists.of(number(2).build(), number(3).build(), number(5).build()), explanations, serials(1, 5, 7));
        assertEquals(List.of("inventory.record.extra", "inventory.record.extra"), outcome.rules());
        assertEquals(2, outcome.inventory().explainedInAll());
        NumberSeries series = outcome.coverage().series().get(0);
        assertEquals(3, series.seen());
        assertEquals(4, series.explained());
        assertEquals(0, series.missing());
    }

    @ParameterizedTest
    @CsvSource({
        "不予公开, 14, ARTICLE_14",
        "不予公开, 第十五条, ARTICLE_15",
        "不予公开（第十六条第二款）, , ARTICLE_16",
        "国家秘密, 14, ARTICLE_14",
        "过程性信息, 条例第16条, ARTICLE_16",
        "依申请公开, , ON_APPLICATION",
        "空号, , VOID",
        "void, , VOID",
        "notPublic, 15, ARTICLE_15",
        "merged, , MERGED",
    })
    void aReasonIsReadInTheWordsOfClerks(String reason, @Nullable String article, GapReason expected) {
        Outcome outcome = run(null, List.of(explanation("临湾教字〔2023〕2号", reason, article)), serials(1, 3, 4));
        assertEquals(List.of(), outcome.rules());
        assertEquals(
                List.of(new NumberSeries.Gap(2, 2, expected)),
                outcome.coverage().series().get(0).gaps());
    }

    @ParameterizedTest
    @CsvSource({
        "不予公开, , 'explanation.articleWrong'",
        "不予公开, 20, 'explanation.articleWrong'",
        "国家秘密, 16, 'explanation.articleWrong'",
        "不方便, , 'explanation.unreadable'",
        ", 14, ''",
    })
    void anExplanationThatDoesNotHoldExplainsNothing(@Nullable String reason, @Nullable String article, String rule) {
        Outcome outcome = run(null, List.of(explanation("临湾教字〔2023〕2号", reason, article)), serials(1, 3, 4));
        // An article that is right says enough by itself.
        assertEquals(rule.isEmpty() ? List.of() : List.of("series.gap", rule), outcome.rules());
    }

    @Test
    void aRecordThatIsKeptFromPublicationBearsItsExplanationOut() {
        OfficialDocument kept =
                number(2).openness(Openness.of(Openness.Mode.NOT_DISCLOSED)).build();
        Outcome outcome = run(null, List.of(explanation("临湾教字〔2023〕2号", "不予公开", "14")), List.of(kept));
        assertEquals(List.of(), outcome.rules());
    }

    @Test
    void aSerialFarFromTheOthersMakesNoThousandsOfGaps() {
        List<OfficialDocument> documents =
                new ArrayList<>(serials(IntStream.rangeClosed(1, 40).toArray()));
        documents.add(number(9999).build());
        Outcome outcome = run(null, List.of(), documents);
        NumberSeries series = outcome.coverage().series().get(0);
        assertEquals(List.of("series.outlier"), outcome.rules());
        assertEquals(40, series.last());
        assertEquals(List.of(), series.gaps());
        assertEquals(List.of(9999), series.outliers());
        assertEquals("临湾教字〔2023〕9999号", outcome.findings().get(0).value());
    }

    @Test
    void aSeriesIsToldApartByAgencyAndYearAndOneOfTwoNumbersIsLeftAlone() {
        List<OfficialDocument> documents = new ArrayList<>(serials(1, 2, 3));
        documents.add(
                number(7).documentNumber(DocumentNumber.parse("临湾教字〔2024〕7号")).build());
        documents.add(
                number(8).documentNumber(DocumentNumber.parse("临湾政办字〔2023〕8号")).build());
        documents.add(number(8).documentNumber(DocumentNumber.parse("无文号")).build());
        Outcome outcome = run(null, List.of(), documents);
        assertEquals(List.of(), outcome.rules());
        assertEquals(new SeriesCount(1, 2, 0, 3, 0, 0, 0, 0), outcome.coverage().numbers());
    }

    @Test
    void ordersThatAreCountedThroughTheYearsBeginWithTheLowestSeen() {
        List<OfficialDocument> orders = IntStream.of(700, 701, 703)
                .mapToObj(each -> number(1)
                        .documentNumber(DocumentNumber.parse("国务院令第" + each + "号"))
                        .build())
                .toList();
        Outcome outcome = run(null, List.of(), orders);
        assertEquals("国务院令第702号", outcome.findings().get(0).value());
        assertNull(outcome.coverage().series().get(0).year());
    }

    @Test
    void aSerialOfTwoTitlesIsRepeatedAndADoubleIsNot() {
        List<OfficialDocument> documents = new ArrayList<>(serials(1, 2, 3, 3));
        documents.add(number(2).title("关于别的事的通知").build());
        assertEquals(
                1, run(null, List.of(), documents).coverage().series().get(0).repeated());
    }

    @Test
    void withoutAnInventoryNothingIsCheckedAndItsRulesSaySo() {
        Outcome outcome = run(null, List.of(), serials(1, 2, 3));
        assertNull(outcome.coverage().share());
        assertEquals(
                "not checked: no inventory was given",
                outcome.coverage().notChecked().en());
        assertEquals(
                RuleCatalogue.standard().rules().stream()
                        .map(Rule::code)
                        .filter(each -> each.startsWith("inventory."))
                        .toList(),
                outcome.skipped().stream().map(SkippedRule::rule).toList());
    }

    @Test
    void anInventoryThatExpectsNothingIsNoHundredPerCent() {
        Outcome outcome = run(Lists.of(OfficialDocumentBuilder.builder().build()), List.of(), List.of());
        assertNull(outcome.coverage().share());
        assertEquals(
                "not checked: the inventory expects no document",
                outcome.coverage().notChecked().en());
        assertEquals(1, outcome.inventory().unusable());
    }

    @Test
    void anInventoryThatChangesDuringTheRunIsRefused() throws Exception {
        Lists list = Lists.of(number(1).build());
        CoverageAudit audit = new CoverageAudit(Records.PROFILE, list, List.of());
        list.and(number(2).build(), null);
        assertThrows(UncheckedIOException.class, () -> audit.end(finding -> {}));
    }

    @Test
    void anInventoryOfTooManyRowsIsRefused() {
        InventoryEntry entry =
                new InventoryEntry(OfficialDocumentBuilder.builder().build(), null, Location.of("ids.txt"));
        Inventory endless = new Inventory() {
            @Override
            public String name() {
                return "ids.txt";
            }

            @Override
            public void read(Consumer<InventoryEntry> entries) {
                for (int i = 0; i <= InventoryIndex.MOST_ROWS; i++) {
                    entries.accept(entry);
                }
            }
        };
        IOException refusal =
                assertThrows(IOException.class, () -> new CoverageAudit(Records.PROFILE, endless, List.of()));
        assertTrue(String.valueOf(refusal.getMessage()).contains("2097152"), refusal.getMessage());
    }

    private static MatchWay way(OfficialDocument entry, OfficialDocument record) {
        return way(entry, record, Location.of("a.html"));
    }

    private static @Nullable MatchWay way(OfficialDocument entry, OfficialDocument record, Location location) {
        List<MatchWay> ways =
                positive(run(Lists.of(entry), List.of(), List.of(record), location)
                                .inventory()
                                .ways())
                        .keySet()
                        .stream()
                        .toList();
        return ways.isEmpty() ? null : ways.get(0);
    }

    private static <K> Map<K, Long> positive(Map<K, Long> counts) {
        Map<K, Long> some = new LinkedHashMap<>(counts);
        some.values().removeIf(each -> each == 0);
        return some;
    }

    private static Outcome run(
            @Nullable Lists inventory, List<GapExplanation> explanations, List<OfficialDocument> documents) {
        return run(inventory, explanations, documents, Location.of("a.html"));
    }

    private static Outcome run(
            @Nullable Lists inventory,
            List<GapExplanation> explanations,
            List<OfficialDocument> documents,
            Location location) {
        try {
            CoverageAudit audit = new CoverageAudit(Records.PROFILE, inventory, explanations);
            List<Finding> findings = new ArrayList<>();
            documents.forEach(each -> findings.addAll(audit.see(each, location)));
            audit.end(findings::add);
            return new Outcome(audit.result(), findings, audit.skipped());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case against(Lists inventory, List<OfficialDocument> good, List<OfficialDocument> bad) {
        return new Case(inventory, List.of(), good, bad);
    }

    private static Case series(
            List<GapExplanation> explanations, List<OfficialDocument> good, List<OfficialDocument> bad) {
        return new Case(null, explanations, good, bad);
    }

    private static GapExplanation explanation(String number, @Nullable String reason, @Nullable String article) {
        return new GapExplanation(
                number, reason, article, Location.of("gaps.csv").atRow(2));
    }

    private static List<OfficialDocument> serials(int... serials) {
        return IntStream.of(serials).mapToObj(each -> number(each).build()).toList();
    }

    private static OfficialDocumentBuilder number(int serial) {
        return OfficialDocumentBuilder.builder()
                .title(TITLE)
                .documentNumber(DocumentNumber.parse("临湾教字〔2023〕" + serial + "号"))
                .writtenOn(DAY)
                .publishedOn(DAY)
                .openness(Openness.of(Openness.Mode.PROACTIVE));
    }
}
