package org.gongkai.ingest.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Takes a sentence apart into signs, in one pass and each character once. One sentence, one use. */
public final class Scanner {

    private static final String MARKS = "、,:;()<>《》〔〕“”\"'‘’/-·。%‰";
    private static final String NUMERALS = "〇○零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟";
    /** The numerals of bills, 壹仟零贰拾, and the usual ones in the same places. */
    private static final String OF_BILLS = "壹贰叁肆伍陆柒捌玖拾佰仟两";

    private static final String USUAL = "一二三四五六七八九十百千二";
    /** What stands behind a number in Chinese numerals, so that 一 in 统一 is none. */
    private static final String COUNTED = "元万亿公亩条件名户份封人个平次项日天";

    private static final int MOST_DIGITS = 12;

    private final String text;
    private final Vocabulary vocabulary;
    private int at;

    private Scanner(Sentence sentence, Vocabulary vocabulary) {
        this.text = sentence.plain();
        this.vocabulary = vocabulary;
    }

    /** The signs of a sentence, which together are all of it. */
    public static List<Sign> scan(Sentence sentence, Vocabulary vocabulary) {
        Scanner scanner = new Scanner(sentence, vocabulary);
        List<Sign> signs = new ArrayList<>();
        while (scanner.at < scanner.text.length()) {
            signs.add(scanner.next());
        }
        return signs;
    }

    private Sign next() {
        int from = at;
        DayText day = day();
        if (day != null) {
            return new Sign(Sign.Kind.DAY, from, at, null, day, null);
        }
        Vocabulary.Word word = vocabulary.at(text, from);
        BigDecimal number = word != null && word.text().length() > 1 ? null : number();
        if (number != null) {
            return new Sign(Sign.Kind.NUMBER, from, at, number, null, null);
        }
        if (word != null) {
            at = from + word.text().length();
            return new Sign(Sign.Kind.WORD, from, at, null, null, word);
        }
        at = from + 1;
        boolean mark = MARKS.indexOf(text.charAt(from)) >= 0;
        return new Sign(mark ? Sign.Kind.MARK : Sign.Kind.OTHER, from, at, null, null, null);
    }

    // ---- days

    /** A day that begins here, which is then behind; or null. */
    private @Nullable DayText day() {
        int from = at;
        DayText day = numeric();
        if (day == null) {
            at = from;
            day = written();
        }
        if (day == null) {
            at = from;
        }
        return day;
    }

    /** 2024年1月1日, 二〇二四年一月, 2024年, 7月1日. */
    private @Nullable DayText written() {
        int year = part("年", 4);
        if (year > 0 && (year < 1900 || year > 2200)) {
            return null;
        }
        // 2024年度 is a year and no day of it; 60年代 is none.
        int behindYear = at;
        int month = part("月", 2);
        if (month < 0 || month > 12) {
            at = behindYear;
            return year > 0 ? new DayText(year, 0, 0) : null;
        }
        if (behind("份")) {
            at++;
        }
        int behindMonth = at;
        int day = part("日号", 2);
        if (day < 0 || day > 31) {
            at = behindMonth;
            return year > 0 ? new DayText(year, month, 0) : null;
        }
        return new DayText(Math.max(year, 0), month, day);
    }

    /** 2024-01-01, 2024.1.1, 2024/01/01. */
    private @Nullable DayText numeric() {
        int year = digits(4, 4);
        char sign = at < text.length() ? text.charAt(at) : ' ';
        if (year < 1900 || year > 2200 || "-./".indexOf(sign) < 0) {
            return null;
        }
        at++;
        int month = digits(1, 2);
        if (month < 1 || month > 12 || !behind(String.valueOf(sign))) {
            return null;
        }
        at++;
        int day = digits(1, 2);
        if (day < 1 || day > 31) {
            return null;
        }
        if (behind("日")) {
            at++;
        }
        return new DayText(year, month, day);
    }

    /** A number of at most so many numerals with one of those signs behind it, or -1. */
    private int part(String signs, int most) {
        int from = at;
        int end = from;
        while (end < text.length() && end - from <= most && numeral(text.charAt(end))) {
            end++;
        }
        // 二十九 has one numeral more than 29.
        boolean chinese = end > from && text.charAt(from) > '9';
        if (end == from
                || end - from > most + (chinese ? 1 : 0)
                || end >= text.length()
                || signs.indexOf(text.charAt(end)) < 0) {
            return -1;
        }
        if (signs.equals("年") && end - from != 4) {
            return -1;
        }
        int value = LegacyText.number(text.substring(from, end));
        if (value < 0) {
            return -1;
        }
        at = end + 1;
        return value;
    }

    private static boolean numeral(char each) {
        return each >= '0' && each <= '9' || NUMERALS.indexOf(each) >= 0;
    }

    private int digits(int least, int most) {
        int end = at;
        while (end < text.length() && end - at <= most && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end - at < least || end - at > most) {
            return -1;
        }
        int value = Integer.parseInt(text, at, end, 10);
        at = end;
        return value;
    }

    private boolean behind(String signs) {
        return at < text.length() && signs.indexOf(text.charAt(at)) >= 0;
    }

    // ---- numbers

    /** A number that begins here, which is then behind; or null. */
    private @Nullable BigDecimal number() {
        char first = text.charAt(at);
        if (first >= '0' && first <= '9') {
            return arabic();
        }
        return NUMERALS.indexOf(first) >= 0 ? chinese() : null;
    }

    private @Nullable BigDecimal arabic() {
        int from = at;
        int end = run(from);
        while (end < text.length() && text.charAt(end) == ',' && run(end + 1) == end + 4) {
            end += 4;
        }
        if (end + 1 < text.length() && text.charAt(end) == '.' && run(end + 1) > end + 1) {
            end = run(end + 1);
        }
        at = end;
        // A row of digits of any length is one number, and an absurd one is nobody's amount.
        String digits = text.substring(from, end).replace(",", "");
        return new BigDecimal(digits.length() > MOST_DIGITS * 2 ? digits.substring(0, MOST_DIGITS * 2) : digits);
    }

    private int run(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private @Nullable BigDecimal chinese() {
        int end = at;
        while (end < text.length() && NUMERALS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end >= text.length() || COUNTED.indexOf(text.charAt(end)) < 0) {
            return null;
        }
        int value = LegacyText.number(StringUtils.replaceChars(text.substring(at, end), OF_BILLS, USUAL));
        if (value < 0) {
            return null;
        }
        at = end;
        return BigDecimal.valueOf(value);
    }
}
