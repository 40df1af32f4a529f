package org.gongkai.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gongkai.core.Bilingual;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.Severity;
import org.junit.jupiter.api.Test;

class ReportCollectorTest {

    @Property(tries = 100)
    void totalsAreExactWhateverIsKept(
            @ForAll("documents") List<OfficialDocument> documents, @ForAll @IntRange(max = 6) int most) {
        Report all = Runs.report(documents, Integer.MAX_VALUE, null);
        Report some = Runs.report(documents, most, null);
        assertEquals(all.summary(), some.summary());
        assertEquals(all.agencies(), some.agencies());
        assertEquals(all.years(), some.years());
        assertEquals(all.findings(), all.examples().size());
        Map<String, List<ReportedFinding>> kept = byRule(some);
        Map<String, List<ReportedFinding>> every = byRule(all);
        every.forEach((rule, findings) -> assertEquals(
                findings.subList(0, Math.min(most, findings.size())), kept.getOrDefault(rule, List.of()), rule));
    }

    @Property(tries = 100)
    void agenciesAndYearsAddUpToTheWhole(@ForAll("documents") List<OfficialDocument> documents) {
        ReportCollector collector = Runs.collector(10, null);
        documents.forEach(each -> collector.record(each, Runs.VALIDATOR.judge(each), List.of(), false));
        collector.finding(problem("source.file.empty", "a.html"), false);
        Report report = collector.result();
        for (List<GroupCount> groups : List.of(report.agencies(), report.years())) {
            assertEquals(
                    documents.size(),
                    groups.stream().mapToLong(GroupCount::records).sum());
            assertEquals(
                    report.errors(),
                    groups.stream().mapToLong(GroupCount::errors).sum());
            assertEquals(
                    report.findings(),
                    groups.stream().mapToLong(GroupCount::findings).sum());
        }
    }

    @Property(tries = 100)
    void aBaselineMovesFindingsAndLosesNone(
            @ForAll("documents") List<OfficialDocument> documents, @ForAll @IntRange(min = 1, max = 4) int each) {
        Report open = Runs.report(documents, Integer.MAX_VALUE, null);
        List<Baseline.Entry> entries = new ArrayList<>();
        for (int i = 0; i < open.examples().size(); i += each) {
            Finding finding = open.examples().get(i).finding();
            if (entries.stream().noneMatch(known -> known.fingerprint().equals(finding.fingerprint()))) {
                entries.add(Runs.entry(finding, 1, Runs.TODAY));
            }
        }
        Report held = Runs.report(documents, Integer.MAX_VALUE, new Baseline(entries));
        long heldBack = held.baseline().heldBack().stream()
                .mapToLong(RunSummary.RuleCount::count)
                .sum();
        assertEquals(entries.size(), heldBack);
        assertEquals(open.findings(), held.findings() + heldBack);
        assertEquals(0, held.baseline().unusedCount());
        assertEquals(open.summary().completeness(), held.summary().completeness());
        assertEquals(open.summary().regularity(), held.summary().regularity());
        assertEquals(open.summary().verdicts(), held.summary().verdicts());
        assertEquals(
                heldBack,
                held.agencies().stream().mapToLong(GroupCount::heldBack).sum());
        assertEquals(
                heldBack,
                held.examples().stream().filter(one -> one.heldBack() != null).count());
    }

    @Property(tries = 50)
    void aReportIsReadBackAsItWasWritten(@ForAll("documents") List<OfficialDocument> documents) throws IOException {
        Report first = Runs.report(documents, 5, null);
        List<Baseline.Entry> entries = first.examples().stream()
                .map(ReportedFinding::finding)
                .map(each -> Runs.entry(each, 2, Runs.TODAY))
                .collect(Collectors.toMap(Baseline.Entry::fingerprint, each -> each, (one, two) -> one))
                .values()
                .stream()
                .toList();
        Report report = Runs.report(documents, 5, new Baseline(entries));
        assertEquals(report, read(Runs.json(report)));
    }

    @Test
    void eightThreadsGiveTheSameReport() throws Exception {
        List<OfficialDocument> documents = IntStream.range(0, 400)
                .mapToObj(
                        each -> Runs.document(each % 90, "机关" + each % 7, 2018 + each % 6, each % 3 > 0, each % 5 > 0))
                .toList();
        String one = Runs.json(Runs.report(documents, 50, null));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Judgement>> judgements = documents.stream()
                    .map(each -> threads.submit(() -> Runs.VALIDATOR.judge(each)))
                    .toList();
            ReportCollector collector = Runs.collector(50, null);
            for (int i = 0; i < documents.size(); i++) {
                collector.record(documents.get(i), judgements.get(i).get(), List.of(), false);
            }
            assertEquals(one, Runs.json(collector.result()));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatMustNotBeNamedIsCountedAndNotKept() {
        OfficialDocument document = Runs.document(1, "临湾区教育局", 2023, false, false);
        ReportCollector collector = Runs.collector(10, null);
        List<ReportedFinding> found = collector.record(document, Runs.VALIDATOR.judge(document), List.of(), true);
        Report report = collector.result();
        assertFalse(found.isEmpty());
        assertEquals(found.size(), report.findings());
        assertEquals(List.of(), report.examples());
    }

    @Test
    void aFindingBesideARecordBearsItsAgencyYearAndTitle() {
        OfficialDocument document = Runs.document(1, "临湾区教育局", 2023, true, true);
        ReportCollector collector = Runs.collector(10, null);
        collector.record(
                document,
                Runs.VALIDATOR.judge(document),
                List.of(problem("source.field.unreadable", "list.csv")),
                false);
        ReportedFinding reported = collector.result().examples().stream()
                .filter(each -> each.finding().rule().equals("source.field.unreadable"))
                .findFirst()
                .orElseThrow();
        assertEquals("临湾区教育局", reported.agency());
        assertEquals(2023, reported.year());
        assertEquals("关于第1号事项的通知", reported.title());
        assertNull(reported.heldBack());
    }

    @Test
    void errorsComeFirstAndFindingsOfARuleStayInTheOrderOfTheRun() {
        Report report = Runs.report(
                List.of(Runs.document(2, "甲局", 2023, false, true), Runs.document(1, "乙局", 2023, false, false)),
                10,
                null);
        List<Severity> severities = report.examples().stream()
                .map(each -> each.finding().severity())
                .toList();
        assertEquals(severities.stream().sorted().toList(), severities);
        assertEquals(
                List.of("index:临湾-2", "index:临湾-1"),
                byRule(report).get("document.title.missing").stream()
                        .map(each -> each.finding().record())
                        .toList());
    }

    @Test
    void agenciesWithMostErrorsComeFirstAndYearsInOrder() {
        Report report = Runs.report(
                List.of(
                        Runs.document(1, "甲局", 2023, true, true),
                        Runs.document(2, "乙局", 2021, false, false),
                        Runs.document(3, "丙局", null, true, true),
                        Runs.document(4, "乙局", 2021, false, false)),
                10,
                null);
        assertEquals("乙局", report.agencies().get(0).name());
        List<String> years = new ArrayList<>();
        report.years().forEach(each -> years.add(String.valueOf(each.name())));
        assertEquals(List.of("2021", "2023", "null"), years);
    }

    @Test
    void agenciesBeyondTheMostAreCountedTogether() {
        ReportCollector collector = Runs.collector(0, null);
        for (int i = 0; i < 5_100; i++) {
            OfficialDocument document = Runs.document(1, "机关" + i, 2023, true, true);
            collector.record(document, Runs.VALIDATOR.judge(document), List.of(), false);
        }
        List<GroupCount> agencies = collector.result().agencies();
        assertEquals(5_001, agencies.size());
        GroupCount last = agencies.get(5_000);
        assertTrue(last.others());
        assertEquals(100, last.records());
    }

    @Test
    void aRuleForRecordsThatNoSourceHeldIsReportedAsNotRun() {
        Report report = Runs.report(List.of(Runs.document(1, "甲局", 2023, true, true)), 10, null);
        Map<String, String> notRun = notRun(report);
        assertEquals("there was no record of this kind", notRun.get("land.plan.year.missing"));
        assertEquals("there was no record of this kind", notRun.get("assistance.amount.missing"));
        assertFalse(notRun.containsKey("document.title.missing"));
        assertFalse(notRun.containsKey("record.duplicate"));
        assertFalse(notRun.containsKey("source.file.empty"), "a source was looked for, so its rules ran");
    }

    @Test
    void aRuleThatDidNotRunBecauseSourcesFailedSaysSo() {
        ReportCollector collector = Runs.collector(10, null);
        collector.rejected();
        collector.skipped(new SkippedRule("document.title.missing", new Bilingual("清单未提供", "no inventory")));
        Map<String, String> notRun = notRun(collector.result());
        assertEquals(
                "there was no record of this kind; 1 source or row could not be read",
                notRun.get("document.body.missing"));
        assertEquals("no inventory", notRun.get("document.title.missing"), "the first reason holds");
    }

    @Test
    void fieldsDuplicatesAndSourcesAreCounted() {
        ReportCollector collector = Runs.collector(10, null);
        collector.sourceRead();
        collector.duplicate();
        collector.withheld();
        collector.fields(List.of(entry("标题", FieldFate.MAPPED), entry("文号", FieldFate.MAPPED)), false);
        Report report = collector.result();
        assertEquals(1, report.summary().sources());
        assertEquals(1, report.duplicates());
        assertEquals(1, report.summary().withheld());
        assertEquals(2, report.fields().get(FieldFate.MAPPED));
        assertEquals(0, report.fields().get(FieldFate.IGNORED));
    }

    @Property(tries = 200)
    void labelsAddUpToTheTotalsOfEachFate(
            @ForAll List<@From("labels") String> names, @ForAll @Size(value = 40) List<FieldFate> fates) {
        ReportCollector collector = Runs.collector(10, null);
        Map<FieldFate, Long> all = new EnumMap<>(FieldFate.class);
        for (FieldFate each : FieldFate.values()) {
            all.put(each, 0L);
        }
        for (int i = 0; i < names.size(); i++) {
            FieldFate fate = fates.get(i % fates.size());
            collector.fields(List.of(entry(names.get(i), fate)), i % 7 == 0);
            all.merge(fate, 1L, Long::sum);
        }
        Report report = collector.result();
        assertEquals(all, report.fields());
        for (FieldFate each : FieldFate.values()) {
            assertEquals(
                    all.get(each),
                    report.labels().stream()
                            .mapToLong(label -> label.count(each))
                            .sum());
        }
        assertEquals(
                report.labels().size(),
                report.labels().stream().map(LabelCount::label).distinct().count(),
                "each label stands once");
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.oneOf(
                        Arbitraries.of("标题", "文号", "成文日期", "长".repeat(100), "长".repeat(101), "长".repeat(102)),
                        Arbitraries.strings().ofMaxLength(3))
                .injectNull(0.1);
    }

    @Test
    void labelsThatAskForWorkComeFirst() {
        ReportCollector collector = Runs.collector(10, null);
        collector.fields(
                List.of(
                        entry("乙", FieldFate.MAPPED),
                        entry(null, FieldFate.DEFAULTED),
                        entry("甲", FieldFate.MAPPED),
                        entry("处室", FieldFate.UNMAPPED),
                        entry("成文日期", FieldFate.UNREADABLE),
                        entry("成文日期", FieldFate.MAPPED),
                        entry("来文", FieldFate.UNMAPPED),
                        entry("来文", FieldFate.UNMAPPED)),
                false);
        List<LabelCount> labels = collector.result().labels();
        assertEquals(
                Arrays.asList("来文", "成文日期", "处室", "乙", "甲", null),
                labels.stream().map(LabelCount::label).toList());
        assertEquals(2, labels.get(0).count(FieldFate.UNMAPPED));
        assertEquals(0, labels.get(0).count(FieldFate.MAPPED));
        assertEquals("list.csv:3:2", labels.get(0).first().toString());
        assertNull(labels.get(5).first());
    }

    @Test
    void labelsBeyondTheMostAreCountedTogetherSoThatNothingIsLost() {
        ReportCollector collector = Runs.collector(10, null);
        collector.fields(List.of(entry(null, FieldFate.DEFAULTED)), false);
        for (int i = 0; i < Report.MOST_LABELS + 500; i++) {
            collector.fields(List.of(entry("k" + i, FieldFate.UNMAPPED), entry("k0", FieldFate.MAPPED)), false);
        }
        Report report = collector.result();
        assertEquals(Report.MOST_LABELS + 2, report.labels().size());
        LabelCount others = report.labels().get(report.labels().size() - 1);
        assertTrue(others.others());
        assertEquals(500, others.count(FieldFate.UNMAPPED));
        assertEquals(500, others.fields());
        assertEquals(Report.MOST_LABELS + 500L, report.fields().get(FieldFate.UNMAPPED));
        assertEquals(Report.MOST_LABELS + 500L, report.fields().get(FieldFate.MAPPED));
        assertTrue(report.labels().stream().anyMatch(each -> ("k" + (Report.MOST_LABELS - 1)).equals(each.label())));
    }

    @Test
    void aLongLabelIsCutWhereThatIsSeenAndNotInTheMiddleOfACharacter() {
        ReportCollector collector = Runs.collector(10, null);
        String whole = "长".repeat(LabelCount.LONGEST);
        collector.fields(
                List.of(
                        entry(whole, FieldFate.MAPPED),
                        entry(whole + "甲", FieldFate.IGNORED),
                        entry(whole + "乙", FieldFate.IGNORED),
                        entry("长".repeat(LabelCount.LONGEST - 1) + "\ud840\udc00", FieldFate.UNMAPPED)),
                false);
        assertEquals(
                List.of("长".repeat(LabelCount.LONGEST - 1) + '…', whole + '…', whole),
                collector.result().labels().stream().map(LabelCount::label).toList());
    }

    @Test
    void aReportOfAnEarlierVersionHasNoLabels() throws IOException {
        ReportCollector collector = Runs.collector(10, null);
        collector.fields(List.of(entry("标题", FieldFate.MAPPED)), false);
        Report report = collector.result();
        String json = Runs.json(report);
        assertEquals(report, read(json));
        String earlier = json.replaceFirst("(?s)\"labels\" *: *\\[.*?\\],(?=\\s*\"agencies\")", "");
        assertFalse(earlier.contains("labels"), earlier);
        Report read = read(earlier);
        assertEquals(List.of(), read.labels());
        assertEquals(report.fields(), read.fields());
    }

    private static LedgerEntry entry(String label, FieldFate fate) {
        return new LedgerEntry(
                new Location("list.csv", null, 3, 2, label),
                fate,
                fate == FieldFate.DEFAULTED ? null : "x",
                null,
                null,
                List.of());
    }

    @Test
    void whatIsNoReportIsRefusedWithItsPlace() {
        assertThrows(IllegalArgumentException.class, () -> Runs.collector(-1, null));
        String json = Runs.json(Runs.report(List.of(), 1, null));
        assertTrue(assertThrows(IOException.class, () -> read(json.replace("gongkai-report/1", "gongkai-report/9")))
                .getMessage()
                .contains("expected gongkai-report/1"));
        assertTrue(assertThrows(IOException.class, () -> read("{\n\"tool\": }"))
                .getMessage()
                .contains("line 2"));
        assertThrows(IOException.class, () -> read("{}"));
        assertThrows(IOException.class, () -> read("null"));
        assertThrows(IOException.class, () -> read(""));
    }

    @Provide
    Arbitrary<List<OfficialDocument>> documents() {
        return Runs.documents();
    }

    static Finding problem(String rule, String source) {
        return Runs.VALIDATOR.finding(
                new SourceProblem(rule, Location.of(source).atRow(3), "2023年13月", null));
    }

    private static Report read(String json) throws IOException {
        return Report.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, List<ReportedFinding>> byRule(Report report) {
        return report.examples().stream()
                .collect(Collectors.groupingBy(each -> each.finding().rule()));
    }

    private static Map<String, String> notRun(Report report) {
        return report.summary().notRun().stream()
                .collect(Collectors.toMap(
                        SkippedRule::rule, each -> each.because().en()));
    }
}
