package org.gongkai.validation.obligation;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * How one obligation of one body stands.
 *
 * @param body the body
 * @param obligation the obligation
 * @param state the state
 * @param reason why it stands so; null where it is met
 * @param daysLate how many days after the last day it was done; null where it was in time, or where no day is fixed
 * @param records how many records of the body show it
 * @param done the days on which it was done, as far as they are known, in their order
 * @param findings what was wrong with those records, for an obligation that asks rules; {@value #MOST_FINDINGS} at most
 */
public record ObligationResult(
        RegisteredBody body,
        Obligation obligation,
        ObligationState state,
        @Nullable Bilingual reason,
        @Nullable Integer daysLate,
        int records,
        List<LocalDate> done,
        List<Finding> findings) {

    /** How many findings are kept at most. */
    public static final int MOST_FINDINGS = 50;

    /** Creates a result. */
    public ObligationResult {
        done = List.copyOf(done);
        findings = List.copyOf(findings);
    }
}
