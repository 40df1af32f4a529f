package org.gongkai.validation.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.core.Evidence;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.Residence;
import org.jspecify.annotations.Nullable;

/**
 * How one item's amount depends on another's.
 *
 * @param id the rule's name in reports
 * @param item the item that depends
 * @param grades the grades it holds for; empty for every grade
 * @param kind what is compared
 * @param base the item it depends on
 * @param baseResidence the residence of the base, or null for the residence of the item itself
 * @param numerator the ratio's numerator
 * @param denominator the ratio's denominator, above zero
 * @param tolerance by how many yuan an amount may fall short
 * @param from the first day on which the rule holds, or null
 * @param until the last day on which the rule holds, or null
 * @param evidence how well the rule is known
 * @param source where it was read
 * @param places how the names of the places begin in which it holds; empty for everywhere
 */
public record RatioRule(
        String id,
        AssistanceItem item,
        Set<String> grades,
        Kind kind,
        AssistanceItem base,
        @Nullable Residence baseResidence,
        BigDecimal numerator,
        BigDecimal denominator,
        BigDecimal tolerance,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Evidence evidence,
        String source,
        Set<String> places) {

    /** What a rule compares. */
    public enum Kind {
        /** The amount is at least so many times the base's amount, rounded up to a whole yuan. */
        AT_LEAST,
        /** When the base's amount rises, this one rises by as many yuan (同步等额增长), times the ratio. */
        SAME_RISE
    }

    /**
     * Creates a rule.
     *
     * @throws IllegalArgumentException when the denominator is not above zero
     */
    public RatioRule {
        grades = Collections.unmodifiableSet(new TreeSet<>(grades));
        places = Collections.unmodifiableSet(new TreeSet<>(places));
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("the denominator must be above zero: " + denominator);
        }
    }

    /**
     * Tells whether the rule holds on a day.
     *
     * @param day the day
     * @return true when it lies within {@link #from()} and {@link #until()}
     */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /**
     * Tells whether the rule holds in a place.
     *
     * @param place the full name of the place
     * @return true when the name begins with one of {@link #places()}, or there are none
     */
    public boolean holdsIn(String place) {
        return places.isEmpty() || places.stream().anyMatch(place::startsWith);
    }
}
