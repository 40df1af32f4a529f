package org.gongkai.ingest.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells dates that stand in the running text of a document. */
final class TextDates {

    /** Digits and Chinese numerals, and the letters that stand in for 〇 in old text. */
    static final String NUMERAL = "[0-9０-９〇○◯零ОΟOoＯ一二三四五六七八九十]";

    /** A date in years, months and days. */
    static final String DATE =
            "(?:(?:19|20)\\d{2}|" + NUMERAL + "{4})\\s*年\\s*" + NUMERAL + "{1,3}\\s*月\\s*" + NUMERAL + "{1,3}\\s*日";

    private static final Pattern DATE_LINE = Pattern.compile(DATE);
    private static final Pattern SHORT_DATE_LINE = Pattern.compile("(?:19|20)\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}");
    private static final Pattern SIGNED_DATE = Pattern.compile("(\\p{IsHan}[\\p{IsHan}（）() 　、]*?)[ 　]*(" + DATE + ")");

    private TextDates() {}

    /** A date and what stands before it in its line. */
    record Behind(String before, String date) {}

    /** Whether a text is a date with 年, 月 and 日. */
    static boolean isDate(String text) {
        return DATE_LINE.matcher(text).matches();
    }

    /** Whether a text is a date such as 2023-1-5. */
    static boolean isShortDate(String text) {
        return SHORT_DATE_LINE.matcher(text).matches();
    }

    /** The agencies and the date that a line is made of, or null. */
    static @Nullable Behind signed(String text) {
        Matcher signed = SIGNED_DATE.matcher(text);
        return signed.matches() && AgencyNames.areAgencies(signed.group(1))
                ? new Behind(signed.group(1), signed.group(2))
                : null;
    }
}
