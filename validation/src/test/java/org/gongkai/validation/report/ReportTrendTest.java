package org.gongkai.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.report.ReportTrend.Sign;
import org.gongkai.validation.report.ReportTrend.Thresholds;
import org.gongkai.validation.report.RunSummary.Coverage;
import org.gongkai.validation.report.RunSummary.Share;
import org.junit.jupiter.api.Test;

class ReportTrendTest {

    private static final Coverage NONE = Coverage.notChecked(new Bilingual("未检查", "not checked"));
    private static final Report ANY = Runs.report(List.of(), 1, null);

    private static Report report(int day, String tool, long records, Coverage coverage, Share completeness) {
        RunSummary was = ANY.summary();
        RunSummary summary = new RunSummary(
                was.profile(),
                records,
                records,
                0,
                0,
                was.verdicts(),
                was.severities(),
                coverage,
                completeness,
                was.regularity(),
                null,
                List.of(),
                List.of(),
                was.notRun());
        return new Report(
                Report.FORMAT,
                tool,
                OffsetDateTime.of(2026, 11, day, 8, 0, 0, 0, ZoneOffset.UTC),
                summary,
                0,
                null,
                ANY.fields(),
                List.of(),
                List.of(),
                List.of(),
                null,
                1,
                List.of());
    }

    private static Report report(int day, long records, long good) {
        return report(day, "gongkai 1", records, NONE, new Share(good, 1_000));
    }

    private static List<Sign> signs(Report before, Report after) {
        return ReportTrend.of(Map.of("a", before, "b", after), Thresholds.standard())
                .points()
                .get(1)
                .signs();
    }

    @Test
    void runsStandInTheOrderOfTheirMomentsWhateverTheOrderGiven() {
        ReportTrend trend = ReportTrend.of(
                Map.of("c", report(1, 100, 900), "a", report(3, 100, 900), "b", report(2, 100, 900)),
                Thresholds.standard());
        assertEquals(
                List.of("c", "b", "a"),
                trend.points().stream().map(ReportTrend.Point::name).toList());
        assertEquals(List.of(), trend.points().get(0).signs());
    }

    @Test
    void aFigureFellWhenItIsMoreThanTheThresholdBelowTheOneBefore() {
        assertEquals(List.of(), signs(report(1, 100, 900), report(2, 100, 890)));
        assertEquals(List.of(Sign.COMPLETENESS_FELL), signs(report(1, 100, 900), report(2, 100, 889)));
        assertEquals(List.of(), signs(report(1, 100, 900), report(2, 100, 1_000)));
    }

    @Test
    void recordsThatAreMissingAreToldByTheirShare() {
        assertEquals(List.of(), signs(report(1, 100, 900), report(2, 95, 900)));
        assertEquals(List.of(Sign.FEWER_RECORDS), signs(report(1, 100, 900), report(2, 94, 900)));
        assertEquals(List.of(), signs(report(1, 0, 900), report(2, 0, 900)));
    }

    @Test
    void figuresByOtherRulesAreNotHeldAgainstEachOther() {
        Report other = report(2, "gongkai 2", 10, NONE, new Share(1, 1_000));
        assertEquals(List.of(Sign.OTHER_RULES, Sign.FEWER_RECORDS), signs(report(1, 100, 900), other));
    }

    @Test
    void aCoverageThatIsCheckedNoMoreIsTold() {
        Coverage checked = new Coverage(new Share(98, 100), null, null, null, List.of());
        Report before = report(1, "gongkai 1", 100, checked, new Share(900, 1_000));
        assertEquals(List.of(Sign.COVERAGE_NOT_CHECKED), signs(before, report(2, 100, 900)));
        assertEquals(List.of(), signs(report(1, 100, 900), report(2, 100, 900)));
    }

    @Test
    void aShareOfNothingIsNoFigure() {
        Report empty = report(2, "gongkai 1", 100, NONE, new Share(0, 0));
        assertEquals(List.of(), signs(report(1, 100, 900), empty));
    }

    @Test
    void thresholdsBeyondAHundredOrBelowNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Thresholds(BigDecimal.valueOf(-1), BigDecimal.ONE));
        assertThrows(IllegalArgumentException.class, () -> new Thresholds(BigDecimal.ONE, BigDecimal.valueOf(101)));
    }

    @Property(tries = 50)
    void ofTwoRunsNoFigureFellBothWays(
            @ForAll @IntRange(max = 1_000) int one, @ForAll @IntRange(max = 1_000) int other) {
        List<Sign> forth = signs(report(1, 100, one), report(2, 100, other));
        List<Sign> back = signs(report(1, 100, other), report(2, 100, one));
        assertEquals(Math.abs(one - other) > 10 ? 1 : 0, forth.size() + back.size());
    }
}
