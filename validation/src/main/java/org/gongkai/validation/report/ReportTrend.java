package org.gongkai.validation.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The figures of several runs over time, and which of them fell.
 *
 * <pre>{@code
 * ReportTrend trend = ReportTrend.of(Map.of("monday", monday, "tuesday", tuesday), ReportTrend.Thresholds.standard());
 * trend.points().get(1).signs();   // such as COMPLETENESS_FELL
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param thresholds from which fall on a sign is given
 * @param points one for each run, in the order of their moments; runs of one moment in that of their names
 */
@JsonPropertyOrder({"thresholds", "points"})
public record ReportTrend(Thresholds thresholds, List<Point> points) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Creates a trend.
     *
     * @throws NullPointerException when a component is null
     */
    public ReportTrend {
        Objects.requireNonNull(thresholds, "thresholds");
        points = List.copyOf(points);
    }

    /**
     * From which fall on a sign is given. No text prescribes any; the standard values are of this library's own choosing.
     *
     * @param points by how many percentage points a figure may be less than in the run before, 0 or more
     * @param records by how many percent of the records before there may be fewer, from 0 to 100
     */
    @JsonPropertyOrder({"points", "records"})
    public record Thresholds(BigDecimal points, BigDecimal records) {

        /**
         * Creates thresholds.
         *
         * @throws IllegalArgumentException when one is below 0 or above 100
         */
        public Thresholds {
            requireShare("points", points);
            requireShare("records", records);
        }

        private static void requireShare(String name, BigDecimal value) {
            if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
                throw new IllegalArgumentException(name + ": expected a number from 0 to 100, got " + value);
            }
        }

        /**
         * The thresholds that hold where nothing is said.
         *
         * @return 1 percentage point, and 5 percent of the records
         */
        public static Thresholds standard() {
            return new Thresholds(BigDecimal.ONE, BigDecimal.valueOf(5));
        }
    }

    /** What a run shows beside the one before. */
    public enum Sign {
        /** It was judged by another profile or version, so that its figures cannot be held against those before. */
        OTHER_RULES,
        /** There are fewer records. */
        FEWER_RECORDS,
        /** The coverage (全量覆盖) fell. */
        COVERAGE_FELL,
        /** The coverage was checked before, and is not now. */
        COVERAGE_NOT_CHECKED,
        /** The completeness (要素齐全) fell. */
        COMPLETENESS_FELL,
        /** The regularity (格式规范) fell. */
        REGULARITY_FELL,
        /** The share of documents that are interpreted fell. */
        INTERPRETATION_FELL;

        /**
         * The name in JSON.
         *
         * @return the name in lower case, with hyphens
         */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The figures of one run.
     *
     * @param name what the run is called
     * @param made its moment
     * @param tool the program that made it
     * @param profile the rules by which it was judged
     * @param records how many records it had
     * @param rejected how many sources or rows could not be read
     * @param withheld how many records are not for publication
     * @param severities how many findings there are of each severity
     * @param notRun how many rules did not run
     * @param coverage the share of what should be there, or null when it was not checked
     * @param completeness the share of required elements
     * @param regularity the share of elements in their prescribed form
     * @param interpretation the share of documents that are interpreted, or null when it was not checked
     * @param signs what shows beside the run before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({
        "name",
        "made",
        "tool",
        "profile",
        "records",
        "rejected",
        "withheld",
        "severities",
        "notRun",
        "coverage",
        "completeness",
        "regularity",
        "interpretation",
        "signs"
    })
    public record Point(
            String name,
            OffsetDateTime made,
            String tool,
            RunSummary.ProfileUsed profile,
            long records,
            long rejected,
            long withheld,
            Map<Severity, Long> severities,
            int notRun,
            RunSummary.@Nullable Share coverage,
            RunSummary.Share completeness,
            RunSummary.Share regularity,
            RunSummary.@Nullable Share interpretation,
            List<Sign> signs) {

        /** Creates a point. */
        public Point {
            severities = Map.copyOf(severities);
            signs = List.copyOf(signs);
        }
    }

    /**
     * Puts reports in order.
     *
     * @param reports the reports by what they are called
     * @param thresholds from which fall on a sign is given
     * @return the trend
     */
    public static ReportTrend of(Map<String, Report> reports, Thresholds thresholds) {
        List<Map.Entry<String, Report>> inOrder = new ArrayList<>(reports.entrySet());
        inOrder.sort(Comparator.<Map.Entry<String, Report>, Instant>comparing(
                        each -> each.getValue().made().toInstant())
                .thenComparing(Map.Entry::getKey));
        List<Point> points = new ArrayList<>();
        Report before = null;
        for (Map.Entry<String, Report> each : inOrder) {
            Report report = each.getValue();
            points.add(point(each.getKey(), report, before == null ? List.of() : signs(before, report, thresholds)));
            before = report;
        }
        return new ReportTrend(thresholds, points);
    }

    private static Point point(String name, Report report, List<Sign> signs) {
        RunSummary summary = report.summary();
        return new Point(
                name,
                report.made(),
                report.tool(),
                summary.profile(),
                summary.records(),
                summary.rejected(),
                summary.withheld(),
                summary.severities(),
                summary.notRun().size(),
                summary.coverage().share(),
                summary.completeness(),
                summary.regularity(),
                summary.interpretation(),
                signs);
    }

    private static List<Sign> signs(Report before, Report now, Thresholds thresholds) {
        List<Sign> signs = new ArrayList<>();
        RunSummary was = before.summary();
        RunSummary is = now.summary();
        if (fewer(was.records(), is.records(), thresholds.records())) {
            signs.add(Sign.FEWER_RECORDS);
        }
        if (was.coverage().share() != null && is.coverage().share() == null) {
            signs.add(Sign.COVERAGE_NOT_CHECKED);
        }
        if (!was.profile().sha256().equals(is.profile().sha256())
                || !before.tool().equals(now.tool())) {
            signs.add(0, Sign.OTHER_RULES);
            return signs;
        }
        fell(Sign.COVERAGE_FELL, was.coverage().share(), is.coverage().share(), thresholds, signs);
        fell(Sign.COMPLETENESS_FELL, was.completeness(), is.completeness(), thresholds, signs);
        fell(Sign.REGULARITY_FELL, was.regularity(), is.regularity(), thresholds, signs);
        fell(Sign.INTERPRETATION_FELL, was.interpretation(), is.interpretation(), thresholds, signs);
        return signs;
    }

    private static boolean fewer(long was, long is, BigDecimal percent) {
        return BigDecimal.valueOf(was - is).multiply(HUNDRED).compareTo(percent.multiply(BigDecimal.valueOf(was))) > 0;
    }

    /** By the counts, not by percents that are rounded; a share of nothing is no figure. */
    private static void fell(
            Sign sign,
            RunSummary.@Nullable Share was,
            RunSummary.@Nullable Share is,
            Thresholds thresholds,
            List<Sign> signs) {
        if (was == null || is == null || was.all() == 0 || is.all() == 0) {
            return;
        }
        BigDecimal before = BigDecimal.valueOf(was.good()).multiply(BigDecimal.valueOf(is.all()));
        BigDecimal after = BigDecimal.valueOf(is.good()).multiply(BigDecimal.valueOf(was.all()));
        BigDecimal whole = BigDecimal.valueOf(was.all()).multiply(BigDecimal.valueOf(is.all()));
        if (before.subtract(after)
                        .multiply(HUNDRED)
                        .compareTo(thresholds.points().multiply(whole))
                > 0) {
            signs.add(sign);
        }
    }
}
