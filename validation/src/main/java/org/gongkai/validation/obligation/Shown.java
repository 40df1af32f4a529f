package org.gongkai.validation.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;

/** What the records of one body show of one obligation. */
final class Shown {

    private int times;
    private int silent;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    static String key(RegisteredBody body, Obligation obligation) {
        return body.name() + '\n' + obligation.id();
    }

    void add(List<Doing> done, boolean tells, List<String> rules, Judgement judgement) {
        silent += tells ? 0 : 1;
        for (Doing each : done) {
            times++;
            if (each.day() != null) {
                days.add(each.day());
            }
        }
        for (Finding each : judgement.findings()) {
            if (rules.contains(each.rule()) && findings.size() < ObligationResult.MOST_FINDINGS) {
                findings.add(each);
            }
        }
    }

    /** How often it was done. */
    int times() {
        return times;
    }

    /** How many records lack what would show whether it is in order. */
    int silent() {
        return silent;
    }

    /** The days on which it was done, in their order; one that is not known is missing. */
    List<LocalDate> days() {
        return days.stream().sorted().toList();
    }

    List<Finding> findings() {
        return findings;
    }
}
