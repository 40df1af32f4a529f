package org.gongkai.ingest.text;

import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** Tells dates that stand in the running text of a document. */
final class TextDates {

    /** Digits and Chinese numerals, and the letters that stand in for 〇 in old text. */
    private static final String NUMERALS = "0123456789０１２３４５６７８９〇○◯零ОΟOoＯ一二三四五六七八九十";

    /** One of them, in a pattern. */
    static final String NUMERAL = "[" + NUMERALS + "]";

    /** A date with 年, 月 and 日 in a pattern, blanks between its parts or none; it captures nothing. */
    static final String DATE = "(?:(?:19|20)[0-9]{2}|" + NUMERAL + "{4})[ 　]?年[ 　]?" + NUMERAL + "{1,3}[ 　]?月[ 　]?"
            + NUMERAL + "{1,3}[ 　]?日";

    /** What a pattern takes for a blank, and the ideographic one. */
    private static final String BLANKS = " \t\n\u000B\f\r　";

    private static final int DIGITS_OF_YEAR = 4;

    /** Of a month or a day: 十二, 二十九. */
    private static final int MOST_DIGITS = 3;

    private static final Pattern SHORT_DATE_LINE = Pattern.compile("(?:19|20)\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}");
    private static final Pattern SIGNERS = Pattern.compile("\\p{IsHan}[\\p{IsHan}（）() 　、]*+");

    private TextDates() {}

    /** A date and what stands before it in its line. */
    record Behind(String before, String date) {}

    /** Whether a text is a date with 年, 月 and 日. */
    static boolean isDate(String text) {
        return start(text) == 0;
    }

    /** Whether a text is a date such as 2023-1-5. */
    static boolean isShortDate(String text) {
        return SHORT_DATE_LINE.matcher(text).matches();
    }

    /** The agencies and the date that a line is made of, or null. */
    static @Nullable Behind signed(String text) {
        int start = start(text);
        String agencies = start < 0 ? "" : StringUtils.stripEnd(text.substring(0, start), " 　");
        return SIGNERS.matcher(agencies).matches() && AgencyNames.areAgencies(agencies)
                ? new Behind(agencies, text.substring(start))
                : null;
    }

    /** What stands before a date at the end of a text, and the date, blanks around both dropped; or null. */
    static @Nullable Behind atEnd(String text) {
        String whole = StringUtils.stripEnd(text, BLANKS);
        int start = start(whole);
        return start < 0
                ? null
                : new Behind(StringUtils.stripEnd(whole.substring(0, start), BLANKS), whole.substring(start));
    }

    /**
     * Where the date with 年, 月 and 日 begins that a text ends in, or -1. It is read from its end, where each of its
     * signs tells at once what may stand before it, so that no part of the text is looked at twice.
     */
    private static int start(String text) {
        int day = text.endsWith("日") ? text.length() - 1 : -1;
        int month = before(text, numerals(text, day), '月');
        int year = before(text, numerals(text, month), '年');
        int end = blanks(text, year);
        int start = end - DIGITS_OF_YEAR;
        if (year < 0 || start < 0) {
            return -1;
        }
        for (int i = start; i < end; i++) {
            if (NUMERALS.indexOf(text.charAt(i)) < 0) {
                return -1;
            }
        }
        return start;
    }

    /** Where a sign stands that ends there, blanks behind it aside; or -1. */
    private static int before(String text, int end, char sign) {
        int at = blanks(text, end);
        return at > 0 && text.charAt(at - 1) == sign ? at - 1 : -1;
    }

    /** Where one to three numerals begin that end there, blanks behind them aside; or -1. */
    private static int numerals(String text, int end) {
        int last = blanks(text, end);
        int first = last;
        while (first > 0 && last - first <= MOST_DIGITS && NUMERALS.indexOf(text.charAt(first - 1)) >= 0) {
            first--;
        }
        return last < 0 || first == last || last - first > MOST_DIGITS ? -1 : first;
    }

    /** The end of what stands before the blanks that end there; -1 stays what it is. */
    private static int blanks(String text, int end) {
        int at = end;
        while (at > 0 && " \t\n\u000B\f\r".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }
}
