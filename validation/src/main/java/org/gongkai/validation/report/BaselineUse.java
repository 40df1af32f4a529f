package org.gongkai.validation.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.validation.rule.Severity;

/**
 * What a baseline did in a run.
 *
 * @param entries the number of entries it has
 * @param heldBack the number of findings held back of each rule, commonest first; no other count of findings in the report
 *     has them
 * @param expiredCount the number of entries whose last day is past; they hold nothing back
 * @param expired those entries, as many as the report keeps of one rule
 * @param unusedCount the number of entries that are not expired and held back less than they may: what they stand for
 *     was mended, and they can go
 * @param unused those entries, as many as the report keeps of one rule, each with the number that is no longer needed
 */
@JsonPropertyOrder({"entries", "heldBack", "expiredCount", "expired", "unusedCount", "unused"})
public record BaselineUse(
        long entries,
        List<RunSummary.RuleCount> heldBack,
        long expiredCount,
        List<Baseline.Entry> expired,
        long unusedCount,
        List<Baseline.Entry> unused)
        implements Leaving<BaselineUse> {

    /**
     * Creates an account.
     *
     * @throws NullPointerException when a component is null
     */
    public BaselineUse {
        heldBack = List.copyOf(heldBack);
        expired = List.copyOf(expired);
        unused = List.copyOf(unused);
    }

    /**
     * The number of findings held back of one severity.
     *
     * @param severity the severity
     * @return the number
     */
    public long heldBack(Severity severity) {
        return heldBack.stream()
                .filter(each -> each.severity() == severity)
                .mapToLong(RunSummary.RuleCount::count)
                .sum();
    }

    @Override
    public BaselineUse withoutNumbers() {
        return new BaselineUse(
                entries,
                heldBack,
                expiredCount,
                expired.stream().map(Baseline.Entry::withoutNumbers).toList(),
                unusedCount,
                unused.stream().map(Baseline.Entry::withoutNumbers).toList());
    }
}
