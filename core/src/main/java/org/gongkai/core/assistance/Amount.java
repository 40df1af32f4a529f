package org.gongkai.core.assistance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money with its unit. It has no natural order on purpose: 5400 a year is less than 620 a month, so
 * amounts are compared by what they come to in a year.
 *
 * @param value the amount in yuan
 * @param unit for whom and how long
 */
public record Amount(BigDecimal value, AmountUnit unit) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Creates an amount.
     *
     * @throws NullPointerException when either is null
     */
    public Amount {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
    }

    /**
     * What the amount comes to in a year, exactly.
     *
     * @return yuan a person (or household) and year; for an amount paid each time the amount itself
     */
    public BigDecimal perYear() {
        return value.multiply(BigDecimal.valueOf(unit.timesAYear()));
    }

    /**
     * Tells whether two amounts can be compared, as {@link AmountUnit#comparableWith} says.
     *
     * @param other the other amount
     * @return true when they can
     */
    public boolean comparableWith(Amount other) {
        return unit.comparableWith(other.unit);
    }

    /**
     * Compares what two amounts come to in a year.
     *
     * @param other the other amount
     * @return less than, equal to or greater than zero
     * @throws IllegalArgumentException when they cannot be compared
     */
    public int compareYearly(Amount other) {
        requireComparable(other);
        return perYear().compareTo(other.perYear());
    }

    /**
     * By how much this amount exceeds another: in their unit when they share one, else in yuan a year.
     *
     * @param other the other amount
     * @return the difference, negative when this is the smaller
     * @throws IllegalArgumentException when they cannot be compared
     */
    public Amount minus(Amount other) {
        requireComparable(other);
        return unit == other.unit
                ? new Amount(value.subtract(other.value), unit)
                : new Amount(perYear().subtract(other.perYear()), unit.yearly());
    }

    /**
     * The growth from another amount to this one, by what both come to in a year.
     *
     * @param earlier the earlier amount
     * @return the growth in per cent to two decimals, half up; null when the earlier amount is zero
     * @throws IllegalArgumentException when they cannot be compared
     */
    public @Nullable BigDecimal growthFrom(Amount earlier) {
        requireComparable(earlier);
        BigDecimal before = earlier.perYear();
        return before.signum() == 0
                ? null
                : perYear().subtract(before).multiply(HUNDRED).divide(before, 2, RoundingMode.HALF_UP);
    }

    private void requireComparable(Amount other) {
        if (!comparableWith(other)) {
            throw new IllegalArgumentException(
                    "an amount for persons and one for households cannot be compared: " + this + ", " + other);
        }
    }

    /** The amount as notices write it: 700元/人·月. */
    @Override
    public String toString() {
        return value.toPlainString() + unit.label();
    }
}
