package org.gongkai.ingest.listing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another in one cell: 2024年5月8日至9日, 2024-05-08—2024-05-09. The second says at least its day.
 *
 * @param from the first day
 * @param until the last day, not before the first
 */
record DaySpan(LocalDate from, LocalDate until) {

    private static final Pattern SPAN =
            Pattern.compile("(20\\d{2})[年./-](\\d{1,2})[月./-](\\d{1,2})日?(?:至|到|[—–~～-]{1,2})"
                    + "(?:(20\\d{2})[年./-])?(?:(\\d{1,2})[月./-])?(\\d{1,2})日?");

    /** Null where the text is no such span. */
    static @Nullable DaySpan read(String text) {
        Matcher span = SPAN.matcher(LegacyText.withoutBlanks(text));
        if (!span.matches()) {
            return null;
        }
        try {
            int year = Integer.parseInt(span.group(1));
            int month = Integer.parseInt(span.group(2));
            LocalDate from = LocalDate.of(year, month, Integer.parseInt(span.group(3)));
            LocalDate until =
                    LocalDate.of(or(span.group(4), year), or(span.group(5), month), Integer.parseInt(span.group(6)));
            return until.isBefore(from) ? null : new DaySpan(from, until);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static int or(@Nullable String number, int other) {
        return number == null ? other : Integer.parseInt(number);
    }
}
