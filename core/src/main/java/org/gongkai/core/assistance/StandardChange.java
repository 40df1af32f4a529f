package org.gongkai.core.assistance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What changed for an item between two days.
 *
 * @param slot the item, residence and grade
 * @param before what was in force on the first day; may be empty
 * @param after what is in force on the second; may be empty
 */
public record StandardChange(AssistanceSchedule.Slot slot, StandardInForce before, StandardInForce after) {

    /**
     * By how much the amount changed.
     *
     * @return the difference, in yuan a year when the two have different units; null when one of them has no amount,
     *     or one goes to persons and the other to households
     */
    public @Nullable Amount difference() {
        Amount earlier = before.amount();
        Amount later = after.amount();
        return earlier == null || later == null || !later.comparableWith(earlier) ? null : later.minus(earlier);
    }

    /**
     * The growth in per cent, to two decimals.
     *
     * @return the growth, or null where {@link #difference()} is null
     */
    public @Nullable BigDecimal growth() {
        Amount earlier = before.amount();
        Amount later = after.amount();
        return earlier == null || later == null || !later.comparableWith(earlier) ? null : later.growthFrom(earlier);
    }
}
