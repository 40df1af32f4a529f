package org.gongkai.ingest.decision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * When the public was asked, as a cell says it: 2024年4月1日至4月30日, 2024.4.1-2024.4.30, 自2024年5月6日起10个工作日. Immutable.
 *
 * @param from the first day
 * @param until the last day, or null where the cell gives a number of days in its place
 */
record CommentPeriod(LocalDate from, @Nullable LocalDate until) {

    /** A longer cell, in characters, is a sentence. */
    private static final int LONGEST = 60;

    private static final String DAY = "(\\d{4})([年./-])(\\d{1,2})[月./-](\\d{1,2})[日号]?";
    private static final String HOUR = "(?:\\d{1,2}[:时点](?:\\d{2}分?)?)?";
    private static final Pattern BOTH = Pattern.compile("(?:自|从)?" + DAY + HOUR + "起?,?(?:至|到|-|—|–|~)+"
            + "(?:(?:(\\d{4})[年./-])?(\\d{1,2})[月./-])?(\\d{1,2})[日号]?" + HOUR + "(?:止|截止|前)?[。.]?");
    private static final Pattern COUNTED = Pattern.compile("(?:自|从)?" + DAY
            + "(?:起|开始)?,?(?:期限|为期)?[为:]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:个)?(?:工作日|自然日|日|天)(?:内)?[。.]?");
    /** 2024.4.1-30 and 2024/4/1-4/30 keep to what parts a day; 2024-4-1-30 may be anything. */
    private static final String DASH = "-";

    static Reading<CommentPeriod> read(String text) {
        String plain = text.length() > LONGEST ? "" : LegacyText.folded(text).replace('～', '~');
        Matcher both = BOTH.matcher(plain);
        Matcher counted = COUNTED.matcher(plain);
        CommentPeriod period = null;
        if (both.matches()) {
            period = between(both);
        } else if (counted.matches()) {
            LocalDate from = day(counted.group(1), counted.group(3), counted.group(4));
            period = from == null ? null : new CommentPeriod(from, null);
        }
        return new Reading<>(text, period, period == null ? List.of() : List.of(Repair.DATE_NOTATION));
    }

    private static @Nullable CommentPeriod between(Matcher both) {
        String year = both.group(5) == null ? both.group(1) : both.group(5);
        boolean whole = both.group(5) != null;
        if (both.group(2).equals(DASH) && !whole) {
            return null;
        }
        String month = both.group(6) == null ? both.group(3) : both.group(6);
        LocalDate from = day(both.group(1), both.group(3), both.group(4));
        LocalDate until = day(year, month, both.group(7));
        return from == null || until == null || until.isBefore(from) ? null : new CommentPeriod(from, until);
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The days as the ledger shows them. */
    @Override
    public String toString() {
        return until == null ? from.toString() : from + "/" + until;
    }
}
