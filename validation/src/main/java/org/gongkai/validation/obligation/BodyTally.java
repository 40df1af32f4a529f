package org.gongkai.validation.obligation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.report.RunSummary.Share;

/** What the records of one body are worth, and of which kinds they are. */
final class BodyTally {

    private final Set<String> kinds = new HashSet<>();
    private final Map<String, Integer> rules = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int records;
    private long required;
    private long missing;
    private long checked;
    private long irregular;

    void add(Judgement judgement, String kind) {
        records++;
        kinds.add(kind);
        required += judgement.elements().required().size();
        missing += judgement.elements().missing().size();
        checked += judgement.elements().checked().size();
        irregular += judgement.elements().irregular().size();
        for (Finding each : judgement.findings()) {
            rules.merge(each.rule(), 1, Integer::sum);
            if (findings.size() < BodyFigures.MOST_FINDINGS) {
                findings.add(each);
            }
        }
    }

    boolean holds(String kind) {
        return kinds.contains(kind);
    }

    BodyFigures figures(RegisteredBody body, List<ObligationResult> results) {
        long done = results.stream()
                .filter(each -> counts(each) && each.state() != ObligationState.MISSING)
                .count();
        long due = results.stream().filter(BodyTally::counts).count();
        ThreeFigures figures = new ThreeFigures(
                new Share(done, due), new Share(required - missing, required), new Share(checked - irregular, checked));
        return new BodyFigures(body, records, figures, rules, findings);
    }

    /** What was to be there; how it is, the other two figures say. */
    private static boolean counts(ObligationResult result) {
        return !result.obligation().asksRules()
                && (result.state() == ObligationState.MET
                        || result.state() == ObligationState.LATE
                        || result.state() == ObligationState.MISSING);
    }
}
