package org.gongkai.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.document.OfficialDocument;
import org.junit.jupiter.api.Test;

class ReportDiffTest {

    @Property(tries = 60)
    void everyFindingIsNewGoneOrUnchanged(
            @ForAll("documents") List<OfficialDocument> one, @ForAll("documents") List<OfficialDocument> two)
            throws IOException {
        Report before = Runs.report(one, Integer.MAX_VALUE, null);
        Report after = Runs.report(two, Integer.MAX_VALUE, null);
        ReportDiff diff = diff(before, after);
        long added = diff.rules().stream().mapToLong(ReportDiff.RuleDiff::added).sum();
        long gone = diff.rules().stream().mapToLong(ReportDiff.RuleDiff::gone).sum();
        long unchanged =
                diff.rules().stream().mapToLong(ReportDiff.RuleDiff::unchanged).sum();
        assertEquals(before.findings(), gone + unchanged);
        assertEquals(after.findings(), added + unchanged);
        ReportDiff back = diff(after, before);
        assertEquals(
                gone,
                back.rules().stream().mapToLong(ReportDiff.RuleDiff::added).sum());
    }

    @Property(tries = 30)
    void aReportDoesNotDifferFromItself(@ForAll("documents") List<OfficialDocument> documents) throws IOException {
        ReportDiff diff = diff(Runs.report(documents, 3, null), Runs.report(documents, 3, null));
        assertEquals(0, diff.newErrors());
        assertEquals(List.of(), diff.added());
        assertEquals(List.of(), diff.gone());
        assertTrue(diff.rules().stream().allMatch(each -> each.added() == 0 && each.gone() == 0));
    }

    @Test
    void whatIsNewAndWhatIsMendedIsNamed() throws IOException {
        Report before = Runs.report(
                List.of(Runs.document(1, "甲局", 2023, true, false), Runs.document(2, "甲局", 2023, true, true)), 10, null);
        Report after = Runs.report(
                List.of(Runs.document(2, "甲局", 2023, false, true), Runs.document(1, "甲局", 2023, true, true)), 10, null);
        ReportDiff diff = diff(before, after);
        assertTrue(diff.added().stream()
                .anyMatch(each -> each.finding().rule().equals("document.title.missing")
                        && each.finding().record().equals("index:临湾-2")));
        assertEquals(
                List.of("document.validity.missing"),
                diff.gone().stream()
                        .map(each -> each.finding().rule())
                        .filter(each -> each.contains("validity"))
                        .toList());
        assertTrue(diff.newErrors() >= 1);
    }

    @Test
    void whatABaselineHoldsBackIsNoNewError() throws IOException {
        Report before = Runs.report(List.of(), 10, null);
        OfficialDocument faulty = Runs.document(1, "甲局", 2023, false, true);
        List<Baseline.Entry> entries = new ArrayList<>();
        Runs.VALIDATOR.judge(faulty).findings().forEach(each -> entries.add(Runs.entry(each, 1, Runs.TODAY)));
        Report after = Runs.report(List.of(faulty), 10, new Baseline(entries));
        ReportDiff diff = diff(before, after);
        assertEquals(0, diff.newErrors());
        assertFalse(diff.added().isEmpty());
    }

    @Test
    void whereFindingsAreLeftOutTheTotalsAreCompared() throws IOException {
        List<OfficialDocument> five = IntStream.range(0, 5)
                .mapToObj(each -> Runs.document(each, "甲局", 2023, false, true))
                .toList();
        ReportDiff diff = diff(Runs.report(five.subList(0, 4), 2, null), Runs.report(five, 2, null));
        ReportDiff.RuleDiff title = diff.rules().stream()
                .filter(each -> each.rule().equals("document.title.missing"))
                .findFirst()
                .orElseThrow();
        assertEquals(new ReportDiff.RuleDiff("document.title.missing", 1, 0, 4, true), title);
        assertTrue(diff.newErrors() >= 1);
    }

    @Provide
    Arbitrary<List<OfficialDocument>> documents() {
        return Runs.documents();
    }

    private static ReportDiff diff(Report before, Report after) throws IOException {
        return ReportDiff.between(ReportDiff.Side.of(before), ReportDiff.Side.of(after));
    }
}
