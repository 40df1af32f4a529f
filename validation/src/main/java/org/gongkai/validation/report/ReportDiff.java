package org.gongkai.validation.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.rule.Severity;

/**
 * What changed from one report to another: the findings that are new, gone and unchanged, by their fingerprints.
 *
 * <pre>{@code
 * ReportDiff diff = ReportDiff.between(ReportDiff.Side.of(yesterday), ReportDiff.Side.of(today));
 * boolean worse = diff.newErrors() > 0;
 * }</pre>
 *
 * @param newErrors the number of new findings at error level that no baseline holds back
 * @param rules the counts for each rule that either report has findings of, sorted by code
 * @param added the new findings, at most {@value #MOST_EXAMPLES} of a rule, in the order of the second report
 * @param gone the findings that are gone, at most {@value #MOST_EXAMPLES} of a rule, in the order of the first report
 */
@JsonPropertyOrder({"newErrors", "rules", "added", "gone"})
public record ReportDiff(
        long newErrors, List<RuleDiff> rules, List<ReportedFinding> added, List<ReportedFinding> gone) {

    /** How many new findings, and how many that are gone, are listed of one rule. */
    public static final int MOST_EXAMPLES = 100;

    public ReportDiff {
        rules = List.copyOf(rules);
        added = List.copyOf(added);
        gone = List.copyOf(gone);
    }

    /**
     * The change in one rule. Findings that a baseline holds back are counted with the others.
     *
     * @param rule the rule's code
     * @param added the number of findings in the second report alone
     * @param gone the number of findings in the first report alone
     * @param unchanged the number of findings in both
     * @param countedOnly whether one of the reports keeps only some of this rule's findings, so that the three numbers
     *     are the least that the totals prove
     */
    @JsonPropertyOrder({"rule", "added", "gone", "unchanged", "countedOnly"})
    public record RuleDiff(String rule, long added, long gone, long unchanged, boolean countedOnly) {}

    /** One of the two reports, with the findings that are to be compared. */
    public interface Side {

        /**
         * The report.
         *
         * @return the report
         */
        Report report();

        /**
         * Whether {@link #findings} gives every finding, not only those that the report keeps.
         *
         * @return true when it does
         */
        boolean complete();

        /**
         * Gives the findings one by one; may be asked for several times.
         *
         * @param taker takes each finding
         * @throws IOException when they cannot be read
         */
        void findings(Taker taker) throws IOException;

        /**
         * A report with the findings that it keeps.
         *
         * @param report the report, not null
         * @return the side
         */
        static Side of(Report report) {
            return new Side() {
                @Override
                public Report report() {
                    return report;
                }

                @Override
                public boolean complete() {
                    return false;
                }

                @Override
                public void findings(Taker taker) throws IOException {
                    for (ReportedFinding each : report.examples()) {
                        taker.take(each);
                    }
                }
            };
        }
    }

    /** Takes findings. */
    @FunctionalInterface
    public interface Taker {

        /**
         * Takes a finding.
         *
         * @param finding the finding
         * @throws IOException when the finding cannot be taken
         */
        void take(ReportedFinding finding) throws IOException;
    }

    /**
     * Compares two reports.
     *
     * @param before the earlier report, not null
     * @param after the later report, not null
     * @return what changed
     * @throws IOException when the findings of a side cannot be read
     */
    public static ReportDiff between(Side before, Side after) throws IOException {
        return new Comparison(before, after).result();
    }

    private static final class Comparison {

        private final Side before;
        private final Side after;
        private final Map<String, Counts> rules = new TreeMap<>();
        // Sixteen hexadecimal digits are a long; a million of them take little room that way.
        private final Map<Long, Integer> left = new HashMap<>();
        private final List<ReportedFinding> added = new ArrayList<>();
        private final List<ReportedFinding> gone = new ArrayList<>();
        private long newErrors;

        Comparison(Side before, Side after) {
            this.before = before;
            this.after = after;
        }

        ReportDiff result() throws IOException {
            for (Side side : List.of(before, after)) {
                totals(side.report()).keySet().forEach(rule -> rules.computeIfAbsent(rule, each -> new Counts()));
                if (!side.complete()) {
                    markCapped(side.report());
                }
            }
            compareTotals();
            before.findings(each -> {
                if (comparable(each)) {
                    left.merge(print(each.finding()), 1, Integer::sum);
                }
            });
            after.findings(this::seeAfter);
            before.findings(this::seeBefore);
            List<RuleDiff> diffs = new ArrayList<>();
            rules.forEach((rule, each) -> {
                if (each.added + each.gone + each.unchanged > 0) {
                    diffs.add(new RuleDiff(rule, each.added, each.gone, each.unchanged, each.capped));
                }
            });
            return new ReportDiff(newErrors, diffs, sorted(added), sorted(gone));
        }

        private void seeAfter(ReportedFinding each) {
            if (!comparable(each)) {
                return;
            }
            Counts counts = counts(each);
            if (takeOne(each)) {
                counts.unchanged++;
                return;
            }
            if (counts.added++ < MOST_EXAMPLES) {
                added.add(each);
            }
            if (each.finding().severity() == Severity.ERROR && each.heldBack() == null) {
                newErrors++;
            }
        }

        private void seeBefore(ReportedFinding each) {
            if (comparable(each) && takeOne(each) && counts(each).gone++ < MOST_EXAMPLES) {
                gone.add(each);
            }
        }

        private boolean takeOne(ReportedFinding finding) {
            Long print = print(finding.finding());
            Integer count = left.get(print);
            if (count == null) {
                return false;
            }
            if (count == 1) {
                left.remove(print);
            } else {
                left.put(print, count - 1);
            }
            return true;
        }

        private Counts counts(ReportedFinding finding) {
            return rules.computeIfAbsent(finding.finding().rule(), each -> new Counts());
        }

        private boolean comparable(ReportedFinding finding) {
            return !counts(finding).capped;
        }

        /** Where findings are left out, the totals alone can be compared. */
        private void compareTotals() {
            Map<String, Long> one = totals(before.report());
            Map<String, Long> two = totals(after.report());
            rules.forEach((rule, counts) -> {
                if (counts.capped) {
                    long was = one.getOrDefault(rule, 0L);
                    long is = two.getOrDefault(rule, 0L);
                    counts.added = Math.max(0, is - was);
                    counts.gone = Math.max(0, was - is);
                    counts.unchanged = Math.min(was, is);
                    newErrors += Math.max(0, openErrors(after.report(), rule) - openErrors(before.report(), rule));
                }
            });
        }

        private void markCapped(Report report) {
            Map<String, long[]> kept = new HashMap<>();
            for (ReportedFinding each : report.examples()) {
                kept.computeIfAbsent(each.finding().rule(), rule -> new long[2])[each.heldBack() == null ? 0 : 1]++;
            }
            Map<String, Long> open = byRule(report.summary().findings());
            Map<String, Long> held = report.baseline() == null
                    ? Map.of()
                    : byRule(report.baseline().heldBack());
            rules.forEach((rule, counts) -> {
                long[] shown = kept.getOrDefault(rule, new long[2]);
                // Fewer than the report may keep are all there are, but for those that must not be shown.
                counts.capped |= shown[0] >= report.maxFindings() && open.getOrDefault(rule, 0L) > shown[0]
                        || shown[1] >= report.maxFindings() && held.getOrDefault(rule, 0L) > shown[1];
            });
        }

        private static Map<String, Long> byRule(List<RunSummary.RuleCount> counts) {
            Map<String, Long> byRule = new HashMap<>();
            counts.forEach(each -> byRule.merge(each.rule(), each.count(), Long::sum));
            return byRule;
        }

        private static Map<String, Long> totals(Report report) {
            List<RunSummary.RuleCount> all = new ArrayList<>(report.summary().findings());
            if (report.baseline() != null) {
                all.addAll(report.baseline().heldBack());
            }
            return byRule(all);
        }

        private static long openErrors(Report report, String rule) {
            return report.summary().findings().stream()
                    .filter(each -> each.rule().equals(rule) && each.severity() == Severity.ERROR)
                    .mapToLong(RunSummary.RuleCount::count)
                    .sum();
        }

        private static List<ReportedFinding> sorted(List<ReportedFinding> findings) {
            findings.sort(Comparator.comparing(
                            (ReportedFinding each) -> each.finding().severity())
                    .thenComparing(each -> each.finding().rule()));
            return findings;
        }

        private static Long print(Finding finding) {
            return Long.parseUnsignedLong(finding.fingerprint(), 16);
        }
    }

    private static final class Counts {
        private long added;
        private long gone;
        private long unchanged;
        private boolean capped;
    }
}
