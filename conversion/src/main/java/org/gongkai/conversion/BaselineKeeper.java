package org.gongkai.conversion;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.Baseline;
import org.gongkai.validation.report.ReportCollector;
import org.gongkai.validation.report.ReportedFinding;

/** Makes of a run's findings the baseline that comes after it. */
final class BaselineKeeper {

    private final Rebasing rebasing;
    private final Map<String, Baseline.Entry> added = new TreeMap<>();

    BaselineKeeper(Rebasing rebasing) {
        this.rebasing = rebasing;
    }

    /** What was asked for. */
    record Rebasing(Baseline known, BaselineUpdate update, Consumer<Baseline> updated) {}

    /** Takes note of each finding of the run. */
    void see(ReportedFinding reported) {
        String reason = rebasing.update().reason();
        LocalDate until = rebasing.update().until();
        if (reason == null || until == null || reported.heldBack() != null) {
            return;
        }
        Finding finding = reported.finding();
        added.compute(
                finding.fingerprint(),
                (fingerprint, entry) -> new Baseline.Entry(
                        fingerprint,
                        finding.rule(),
                        finding.record(),
                        finding.pointer(),
                        entry == null ? 1 : entry.count() + 1,
                        reason,
                        until));
    }

    /** Hands the new baseline over when every finding was seen. */
    void end(ReportCollector collector) {
        Baseline kept = rebasing.update().shrinks() ? collector.shrunkBaseline() : rebasing.known();
        rebasing.updated().accept(kept.with(List.copyOf(added.values())));
    }
}
