package org.gongkai.validation.assistance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gongkai.core.assistance.Amount;

/**
 * One amount held against a ratio rule.
 *
 * @param rule the rule
 * @param base the amount it depends on, or the rise of that amount
 * @param published the amount as published, or its rise
 * @param required what the rule asks for: the product, rounded up to a whole yuan, in the unit of the base
 */
public record RatioCheck(RatioRule rule, Amount base, Amount published, Amount required) {

    /**
     * Creates a check.
     *
     * @throws IllegalArgumentException when one amount goes to persons and another to households
     */
    public RatioCheck {
        if (!published.comparableWith(base) || !published.comparableWith(required)) {
            throw new IllegalArgumentException("amounts for persons and for households cannot be compared: " + published
                    + ", " + base + ", " + required);
        }
    }

    /**
     * Holds an amount against a rule.
     *
     * @param rule the rule
     * @param base the amount it depends on
     * @param published the amount as published; another unit than the base's is converted
     * @return the check
     * @throws IllegalArgumentException when one goes to persons and the other to households
     */
    public static RatioCheck of(RatioRule rule, Amount base, Amount published) {
        BigDecimal required =
                base.value().multiply(rule.numerator()).divide(rule.denominator(), 0, RoundingMode.CEILING);
        return new RatioCheck(rule, base, published, new Amount(required, base.unit()));
    }

    /**
     * How the published amount stands to the required one, both by what they come to in a year.
     *
     * @return less than, equal to or greater than zero when it is below, equal or above
     */
    public int comparison() {
        return published.compareYearly(required);
    }

    /**
     * Tells whether the amount keeps the rule within its tolerance. A rise must match; an amount may be higher.
     *
     * @return true when it does
     */
    public boolean kept() {
        BigDecimal shortfall = required.perYear().subtract(published.perYear());
        BigDecimal allowed =
                rule.tolerance().multiply(BigDecimal.valueOf(required.unit().timesAYear()));
        return switch (rule.kind()) {
            case AT_LEAST -> shortfall.compareTo(allowed) <= 0;
            case SAME_RISE -> shortfall.abs().compareTo(allowed) <= 0;
        };
    }
}
