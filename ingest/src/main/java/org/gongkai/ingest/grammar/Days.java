package org.gongkai.ingest.grammar;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period of days: 2024年10月14日至10月25日. The year, and the month, of the last day are those of the first where they are not said.
 *
 * @param from the first day
 * @param until the last day
 * @param fromSpan the words of the first day
 * @param untilSpan the words of the last day
 */
public record Days(LocalDate from, LocalDate until, Span fromSpan, Span untilSpan) {

    /** The first period between two signs, or null. */
    public static @Nullable Days in(Scanned text, int first, int end) {
        for (int i = first; i < end; i++) {
            DayText start = text.signs().get(i).day();
            LocalDate from = start == null ? null : start.date();
            int second = from == null ? -1 : behindJoint(text, i + 1, end);
            if (second >= 0) {
                Sign sign = text.signs().get(second);
                LocalDate until = until(text, second, from);
                if (until != null && !until.isBefore(from)) {
                    boolean bare = sign.day() == null;
                    Span last = bare ? text.span(second, second + 1) : text.span(sign);
                    return new Days(from, until, text.span(text.signs().get(i)), last);
                }
            }
        }
        return null;
    }

    /** The sign behind 至, 到 or -, an hour or a mark before it aside; or -1. */
    private static int behindJoint(Scanned text, int at, int end) {
        int i = at;
        while (i < end && (text.mark(i, ",") || "起".equals(text.text(i, i + 1)))) {
            i++;
        }
        if (i >= end) {
            return -1;
        }
        String joint = text.text(i, i + 1);
        boolean joined = joint.equals("至") || joint.equals("到") || joint.equals("-");
        while (joined && text.mark(i + 1, "-")) {
            i++;
        }
        return joined && i + 1 < end ? i + 1 : -1;
    }

    private static @Nullable LocalDate until(Scanned text, int at, LocalDate from) {
        Sign sign = text.signs().get(at);
        if (sign.day() != null) {
            return sign.day().in(from.getYear());
        }
        if (sign.number() == null || !text.follows(at, "日")) {
            return null;
        }
        try {
            return from.withDayOfMonth(sign.number().intValue());
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
