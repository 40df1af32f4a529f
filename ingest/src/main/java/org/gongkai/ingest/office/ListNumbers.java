package org.gongkai.ingest.office;

import java.util.List;
import java.util.Locale;

/**
 * Counts the paragraphs of one list as an office program does that numbers them by itself, and says what it puts before each: in
 * such a file 一、 is no part of the text. Levels are counted from 0. Not safe to share between threads.
 */
public final class ListNumbers {

    /** No format has more levels. */
    private static final int LEVELS = 9;

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String LEGAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final int ALPHABET = 26;
    private static final int LAST_CIRCLED = 20;
    private static final int LAST_IN_WORDS = 9_999;
    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_SIGNS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    /** How a number is written; the names are those of Office Open XML (ECMA-376-1, 17.18.59), in groups. */
    public enum Form {
        /** 1, 2, 3. */
        DECIMAL,
        /** 一, 二, 三; 十一. */
        CHINESE,
        /** 〇 to 九 digit by digit. */
        CHINESE_DIGITS,
        /** 壹, 贰, 叁. */
        CHINESE_LEGAL,
        /** 甲, 乙, 丙. */
        STEM,
        /** 子, 丑, 寅. */
        BRANCH,
        /** ①, ②, ③. */
        CIRCLED,
        /** １, ２, ３. */
        FULL_WIDTH,
        /** A, B, C. */
        UPPER_LETTER,
        /** a, b, c. */
        LOWER_LETTER,
        /** I, II, III. */
        UPPER_ROMAN,
        /** i, ii, iii. */
        LOWER_ROMAN,
        /** No number, as before bullets. */
        NONE
    }

    /**
     * A level of a list.
     *
     * @param form how its numbers are written
     * @param text what stands before a paragraph; {@code %1} is the number of the first level
     * @param start the first number
     */
    public record Level(Form form, String text, int start) {}

    private final List<Level> levels;
    private final int[] counts = new int[LEVELS];
    private final boolean[] counted = new boolean[LEVELS];

    /**
     * Begins a list.
     *
     * @param levels its levels, from the first
     */
    public ListNumbers(List<Level> levels) {
        this.levels = List.copyOf(levels.subList(0, Math.min(LEVELS, levels.size())));
    }

    /**
     * Counts the next paragraph.
     *
     * @param level its level, counted from 0
     * @return what the program puts before it, empty for a bullet and for a level that is not there
     */
    public String next(int level) {
        if (level < 0 || level >= levels.size()) {
            return "";
        }
        counts[level] = counted[level] ? counts[level] + 1 : levels.get(level).start();
        counted[level] = true;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            counted[deeper] = false;
        }
        return before(level);
    }

    private String before(int level) {
        Level own = levels.get(level);
        if (own.form() == Form.NONE) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        String pattern = own.text();
        for (int i = 0; i < pattern.length(); i++) {
            char each = pattern.charAt(i);
            int of = each == '%' && i + 1 < pattern.length() ? pattern.charAt(i + 1) - '1' : -1;
            if (of >= 0 && of < levels.size()) {
                Level named = levels.get(of);
                text.append(number(counted[of] ? counts[of] : named.start(), named.form()));
                i++;
            } else {
                text.append(each);
            }
        }
        return text.toString();
    }

    /**
     * A number as a form writes it.
     *
     * @param number the number
     * @param form the form
     * @return the text; in digits where the form has no sign for the number
     */
    public static String number(int number, Form form) {
        return number < 1
                ? form == Form.NONE ? "" : Integer.toString(number)
                : switch (form) {
                    case DECIMAL -> Integer.toString(number);
                    case CHINESE -> inWords(number, DIGITS, "十百千", true);
                    case CHINESE_DIGITS -> signs(number, DIGITS);
                    case CHINESE_LEGAL -> inWords(number, LEGAL, "拾佰仟", false);
                    case STEM -> of(STEMS, number);
                    case BRANCH -> of(BRANCHES, number);
                    case CIRCLED ->
                        number <= LAST_CIRCLED ? String.valueOf((char) ('①' + number - 1)) : Integer.toString(number);
                    case FULL_WIDTH -> signs(number, "０１２３４５６７８９");
                    case UPPER_LETTER -> letters(number).toUpperCase(Locale.ROOT);
                    case LOWER_LETTER -> letters(number);
                    case UPPER_ROMAN -> roman(number).toUpperCase(Locale.ROOT);
                    case LOWER_ROMAN -> roman(number);
                    case NONE -> "";
                };
    }

    private static String of(String signs, int number) {
        return number <= signs.length() ? signs.substring(number - 1, number) : Integer.toString(number);
    }

    private static String signs(int number, String digits) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(each -> text.append(digits.charAt(each - '0')));
        return text.toString();
    }

    /** @param bareTen whether ten is 十 and not 一十 */
    private static String inWords(int number, String digits, String places, boolean bareTen) {
        if (number > LAST_IN_WORDS) {
            return Integer.toString(number);
        }
        String decimal = Integer.toString(number);
        char zero = digits.charAt(0) == '〇' ? '零' : digits.charAt(0);
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < decimal.length(); i++) {
            int digit = decimal.charAt(i) - '0';
            int place = decimal.length() - 1 - i;
            if (digit == 0) {
                gap = true;
                continue;
            }
            if (gap) {
                text.append(zero);
                gap = false;
            }
            if (!(bareTen && digit == 1 && place == 1 && i == 0)) {
                text.append(digits.charAt(digit));
            }
            if (place > 0) {
                text.append(places.charAt(place - 1));
            }
        }
        return text.toString();
    }

    /** After z come aa, bb and so on (ECMA-376-1, 17.18.59). */
    private static String letters(int number) {
        int times = Math.min((number - 1) / ALPHABET + 1, LEVELS);
        return String.valueOf((char) ('a' + (number - 1) % ALPHABET)).repeat(times);
    }

    private static String roman(int number) {
        if (number > LAST_IN_WORDS) {
            return Integer.toString(number);
        }
        StringBuilder text = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN.length; i++) {
            for (; rest >= ROMAN[i]; rest -= ROMAN[i]) {
                text.append(ROMAN_SIGNS[i]);
            }
        }
        return text.toString();
    }
}
