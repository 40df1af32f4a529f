package org.gongkai.validation.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.validation.finding.Finding;
import org.jspecify.annotations.Nullable;

/** A baseline in one run: how much of it was used. */
final class BaselineMatch {

    private final Baseline baseline;
    private final LocalDate today;
    private final Map<String, Open> open = new HashMap<>();

    BaselineMatch(Baseline baseline, LocalDate today) {
        this.baseline = baseline;
        this.today = today;
        for (Baseline.Entry each : baseline.entries()) {
            if (!expired(each)) {
                open.put(each.fingerprint(), new Open(each));
            }
        }
    }

    /** Why a finding is held back, or null when it is not; uses up one of the entry's count. */
    ReportedFinding.@Nullable Hold take(Finding finding) {
        Open entry = open.get(finding.fingerprint());
        if (entry == null || entry.left == 0) {
            return null;
        }
        entry.left--;
        return entry.hold;
    }

    BaselineUse use(List<RunSummary.RuleCount> heldBack, int most) {
        List<Baseline.Entry> expired =
                baseline.entries().stream().filter(this::expired).toList();
        List<Baseline.Entry> unused = new ArrayList<>();
        for (Baseline.Entry each : baseline.entries()) {
            Open entry = open.get(each.fingerprint());
            if (entry != null && entry.left > 0) {
                unused.add(counted(each, entry.left));
            }
        }
        return new BaselineUse(
                baseline.entries().size(),
                heldBack,
                expired.size(),
                expired.subList(0, Math.min(most, expired.size())),
                unused.size(),
                unused.subList(0, Math.min(most, unused.size())));
    }

    /** The baseline without what was not used and what is expired. */
    Baseline used() {
        List<Baseline.Entry> kept = new ArrayList<>();
        for (Baseline.Entry each : baseline.entries()) {
            Open entry = open.get(each.fingerprint());
            if (entry != null && entry.left < each.count()) {
                kept.add(counted(each, each.count() - entry.left));
            }
        }
        return new Baseline(kept);
    }

    private boolean expired(Baseline.Entry entry) {
        return entry.until().isBefore(today);
    }

    private static Baseline.Entry counted(Baseline.Entry entry, int count) {
        return new Baseline.Entry(
                entry.fingerprint(),
                entry.rule(),
                entry.record(),
                entry.pointer(),
                count,
                entry.reason(),
                entry.until());
    }

    private static final class Open {
        private final ReportedFinding.Hold hold;
        private int left;

        Open(Baseline.Entry entry) {
            this.hold = new ReportedFinding.Hold(entry.reason(), entry.until());
            this.left = entry.count();
        }
    }
}
