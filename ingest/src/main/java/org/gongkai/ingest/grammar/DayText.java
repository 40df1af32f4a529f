package org.gongkai.ingest.grammar;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.gongkai.core.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A day as a sentence writes it; each part is 0 where it is not said.
 *
 * @param year the year
 * @param month the month
 * @param day the day
 */
public record DayText(int year, int month, int day) {

    /** The day, where all of it is said and there is such a day. */
    public @Nullable LocalDate date() {
        return dated(year);
    }

    /** The day in that year, unless it names another. */
    public @Nullable LocalDate in(int other) {
        return dated(year == 0 ? other : year);
    }

    private @Nullable LocalDate dated(int of) {
        if (of == 0 || month == 0 || day == 0) {
            return null;
        }
        try {
            return LocalDate.of(of, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The day as far as it is said; null without a year, or where there is no such day. */
    public @Nullable PartialDate partial() {
        if (year == 0) {
            return null;
        }
        String text = month == 0
                ? "%04d".formatted(year)
                : day == 0 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
        PartialDate date = PartialDate.parse(text);
        return date.wellFormed() ? date : null;
    }
}
