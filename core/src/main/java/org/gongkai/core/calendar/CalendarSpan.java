package org.gongkai.core.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The days that a calendar knows.
 *
 * @param first the first day known: 1 January of the first year loaded
 * @param last the last day known: 31 December of the last year whose notice is loaded
 * @param provisionalFrom the day from which answers are provisional: 1 December of the last year, since the next
 *     year's notice can reach back into that month
 * @param tentativeUntil the last day on which an answer marked provisional is to be had; equal to {@code last} when
 *     no tentative year is loaded
 */
public record CalendarSpan(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        LocalDate first,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        LocalDate last,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        LocalDate provisionalFrom,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        LocalDate tentativeUntil) {

    /**
     * Creates a span.
     *
     * @throws NullPointerException when a day is null
     */
    public CalendarSpan {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(provisionalFrom, "provisionalFrom");
        Objects.requireNonNull(tentativeUntil, "tentativeUntil");
    }

    /**
     * Tells whether a day is known.
     *
     * @param date the day
     * @return true from the first to the last day
     */
    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /**
     * Tells whether a notice still to come can change what is known of a day.
     *
     * @param date the day
     * @return true from {@code provisionalFrom} on
     */
    public boolean isProvisional(LocalDate date) {
        return !date.isBefore(provisionalFrom);
    }
}
