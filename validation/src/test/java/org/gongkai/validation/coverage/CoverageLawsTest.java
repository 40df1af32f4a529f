package org.gongkai.validation.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.inventory.GapExplanation;
import org.gongkai.core.source.Location;
import org.gongkai.validation.Lists;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.RunSummary;
import org.jspecify.annotations.Nullable;

/** What adds up whatever an inventory and the records look like. */
class CoverageLawsTest {

    private record Outcome(RunSummary.Coverage coverage, List<Finding> findings) {

        long count(String rule) {
            return findings.stream().filter(each -> each.rule().equals(rule)).count();
        }
    }

    @Property(tries = 300)
    void everyEntryAndEveryRecordIsAccountedForOnce(
            @ForAll("documents") List<OfficialDocument> entries,
            @ForAll("documents") List<OfficialDocument> records,
            @ForAll("explanations") List<GapExplanation> explanations)
            throws IOException {
        Outcome outcome = run(entries, records, explanations);
        InventoryCount count = outcome.coverage().inventory();
        assertEquals(entries.size(), count.rows());
        assertEquals(records.size(), count.records());
        assertEquals(count.entries(), count.found() + count.missing() + count.explainedInAll());
        assertEquals(count.records(), count.found() + count.again() + count.extra());
        assertEquals(count.missing(), outcome.count("inventory.entry.missing"));
        assertEquals(count.repeated(), outcome.count("inventory.entry.repeated"));
        assertEquals(count.extra(), outcome.count("inventory.record.extra"));
        assertEquals(count.again(), outcome.count("inventory.record.again"));
    }

    @Property(tries = 200)
    void theOrderOfTheRecordsChangesNoFigureOfRecordsThatTheirNumbersTellApart(
            @ForAll("numbered") List<OfficialDocument> entries,
            @ForAll("numbered") List<OfficialDocument> records,
            @ForAll long seed)
            throws IOException {
        List<OfficialDocument> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(
                run(entries, records, List.of()).coverage(),
                run(entries, shuffled, List.of()).coverage());
    }

    @Property(tries = 200)
    void whatIsTakenOutIsMissingAndNothingElse(@ForAll("numbered") List<OfficialDocument> documents, @ForAll long seed)
            throws IOException {
        List<OfficialDocument> distinct = distinct(documents);
        Random random = new Random(seed);
        Set<OfficialDocument> lost =
                distinct.stream().filter(each -> random.nextInt(4) == 0).collect(Collectors.toSet());
        List<OfficialDocument> kept =
                distinct.stream().filter(each -> !lost.contains(each)).toList();
        Outcome outcome = run(distinct, kept, List.of());
        assertEquals(
                lost.stream()
                        .map(each -> each.documentNumber() + " " + each.title())
                        .collect(Collectors.toSet()),
                outcome.findings().stream()
                        .filter(each -> each.rule().equals("inventory.entry.missing"))
                        .map(Finding::value)
                        .collect(Collectors.toSet()));
        assertEquals(lost.size(), outcome.coverage().inventory().missing());
        assertEquals(0, outcome.coverage().inventory().extra());
    }

    @Property(tries = 300)
    void aSeriesIsSeenAndGapsFromItsFirstSerialToItsLast(
            @ForAll @Size(min = 3, max = 60) Set<@IntRange(min = 1, max = 80) Integer> serials,
            @ForAll @Size(max = 5) Set<@IntRange(min = 1, max = 80) Integer> voids)
            throws IOException {
        List<GapExplanation> explanations =
                voids.stream().map(each -> explanation(each, "作废", null)).toList();
        Outcome outcome =
                run(null, serials.stream().map(CoverageLawsTest::numbered).toList(), explanations);
        NumberSeries series = outcome.coverage().series().get(0);
        Set<Integer> noted = new TreeSet<>(serials);
        noted.addAll(voids);
        assertEquals(1, series.first());
        assertEquals(Collections.max(noted), series.last());
        assertEquals(serials.size(), series.seen());
        Set<Integer> unexplained = new HashSet<>();
        Set<Integer> explained = new HashSet<>();
        for (NumberSeries.Gap each : series.gaps()) {
            for (int i = each.from(); i <= each.to(); i++) {
                assertTrue(!serials.contains(i), "seen and yet in a gap: " + i);
                (each.reason() == null ? unexplained : explained).add(i);
            }
        }
        Set<Integer> excused = new HashSet<>(voids);
        excused.removeAll(serials);
        assertEquals(excused, explained);
        assertEquals(series.last() - series.seen() - explained.size(), unexplained.size());
    }

    @Property(tries = 100)
    void noSerialHoweverLargeMakesAGapOfThousands(
            @ForAll @IntRange(min = 10, max = 60) int whole, @ForAll @IntRange(min = 1_000, max = 999_999_999) int far)
            throws IOException {
        List<OfficialDocument> documents = new ArrayList<>();
        for (int i = 1; i <= whole; i++) {
            documents.add(numbered(i));
        }
        documents.add(numbered(far));
        NumberSeries series =
                run(null, documents, List.of()).coverage().series().get(0);
        assertEquals(whole, series.last());
        assertEquals(List.of(far), series.outliers());
        assertEquals(List.of(), series.gaps());
    }

    @Provide
    static Arbitrary<List<OfficialDocument>> documents() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8).injectNull(0.3),
                        Arbitraries.of("关于甲事的通知", "关于乙事的通知", "某局关于甲事的通知", "办法").injectNull(0.2),
                        Arbitraries.integers().between(0, 3).injectNull(0.3),
                        Arbitraries.of("004999122-2021-000153", "004999122-2021-000154")
                                .injectNull(0.8),
                        Arbitraries.of("12", "13").injectNull(0.8),
                        Arbitraries.of("http://a.example/x/1.html", "http://a.example/x/2.html")
                                .injectNull(0.8),
                        Arbitraries.of(Openness.Mode.class).injectNull(0.4))
                .as((serial, title, day, index, id, url, mode) -> OfficialDocumentBuilder.builder()
                        .documentNumber(serial == null ? null : number(serial))
                        .title(title)
                        .writtenOn(day == null ? null : LocalDate.of(2023, 5, 1).plusDays(day))
                        .indexNumber(index == null ? null : IndexNumber.parse(index))
                        .recordId(id)
                        .sourceUrl(url)
                        .openness(mode == null ? null : Openness.of(mode))
                        .build())
                .list()
                .ofMaxSize(20);
    }

    @Provide
    static Arbitrary<List<OfficialDocument>> numbered() {
        return Combinators.combine(Arbitraries.integers().between(1, 30), Arbitraries.of("关于甲事的通知", "关于乙事的通知"))
                .as((serial, title) -> OfficialDocumentBuilder.builder()
                        .documentNumber(number(serial))
                        .title(title)
                        .writtenOn(LocalDate.of(2023, 5, 1).plusDays(serial))
                        .build())
                .list()
                .ofMaxSize(40);
    }

    @Provide
    static Arbitrary<List<GapExplanation>> explanations() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.of("作废", "合并", "不予公开", "不知道"),
                        Arbitraries.of("14", "第十五条", "20").injectNull(0.5))
                .as(CoverageLawsTest::explanation)
                .list()
                .ofMaxSize(4);
    }

    private static List<OfficialDocument> distinct(List<OfficialDocument> documents) {
        return documents.stream().distinct().toList();
    }

    private static GapExplanation explanation(int serial, String reason, @Nullable String article) {
        return new GapExplanation(number(serial).text(), reason, article, Location.of("gaps.csv"));
    }

    private static DocumentNumber number(int serial) {
        return DocumentNumber.parse("临湾教字〔2023〕" + serial + "号");
    }

    private static OfficialDocument numbered(int serial) {
        return OfficialDocumentBuilder.builder()
                .title("关于甲事的通知")
                .documentNumber(number(serial))
                .build();
    }

    private static Outcome run(
            @Nullable List<OfficialDocument> entries, List<OfficialDocument> records, List<GapExplanation> explanations)
            throws IOException {
        Lists inventory = entries == null ? null : Lists.of(entries.toArray(new OfficialDocument[0]));
        CoverageAudit audit = new CoverageAudit(Records.PROFILE, inventory, explanations);
        List<Finding> findings = new ArrayList<>();
        records.forEach(each -> findings.addAll(audit.see(each, Location.of("a.html"))));
        audit.end(findings::add);
        return new Outcome(audit.result(), findings);
    }

    /** The counts by reason name every reason, whatever came. */
    @Property(tries = 20)
    void everyReasonAndEveryWayIsNamed(@ForAll("documents") List<OfficialDocument> entries) throws IOException {
        InventoryCount count = run(entries, List.of(), List.of()).coverage().inventory();
        assertEquals(Set.of(GapReason.values()), count.explained().keySet());
        assertEquals(Set.of(MatchWay.values()), Map.copyOf(count.ways()).keySet());
    }
}
