package org.gongkai.export.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.rule.Severity;

/** How many of a report's findings it shows. */
final class Shown {

    private Shown() {}

    /** For each rule the findings that are counted and not kept, those held back aside; without rules of none. */
    static List<RunSummary.RuleCount> leftOut(Report report) {
        Map<String, Map<Severity, Long>> kept = new HashMap<>();
        for (ReportedFinding each : report.examples()) {
            if (each.heldBack() == null) {
                kept.computeIfAbsent(each.finding().rule(), rule -> new HashMap<>())
                        .merge(each.finding().severity(), 1L, Long::sum);
            }
        }
        List<RunSummary.RuleCount> leftOut = new ArrayList<>();
        for (RunSummary.RuleCount each : report.summary().findings()) {
            long shown = kept.getOrDefault(each.rule(), Map.of()).getOrDefault(each.severity(), 0L);
            if (each.count() > shown) {
                leftOut.add(new RunSummary.RuleCount(each.rule(), each.severity(), each.count() - shown));
            }
        }
        return leftOut;
    }
}
