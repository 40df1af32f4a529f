package org.gongkai.ingest.grammar;

/**
 * The number before a line: 一、 （一） 1. （1）.
 *
 * @param level 1 for the widest, 4 for the narrowest, 0 for a line without a number
 * @param text the numerals, empty for none
 * @param length how many characters it takes
 */
public record Numbering(int level, String text, int length) {

    private static final Numbering NONE = new Numbering(0, "", 0);
    private static final String CHINESE = "一二三四五六七八九十";
    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩";
    private static final int LONGEST = 3;

    static Numbering of(CharSequence line) {
        if (line.length() < 2) {
            return NONE;
        }
        char start = line.charAt(0);
        if (CIRCLED.indexOf(start) >= 0) {
            return new Numbering(4, String.valueOf(CIRCLED.indexOf(start) + 1), 1);
        }
        boolean bracket = start == '(' || start == '（';
        int from = bracket ? 1 : 0;
        int chinese = run(line, from, CHINESE);
        int digits = run(line, from, "0123456789");
        int end = from + Math.max(chinese, digits);
        if (end == from || end - from > LONGEST || end >= line.length()) {
            return NONE;
        }
        char sign = line.charAt(end);
        boolean closed = bracket
                ? sign == ')'
                : sign == '、' || digits > 0 && sign == ')' || sign == '.' && !digit(line, end + 1);
        if (!closed) {
            return NONE;
        }
        // (一)、 is one number.
        int length = end + 1 < line.length() && line.charAt(end + 1) == '、' ? end + 2 : end + 1;
        int level = chinese > 0 ? bracket ? 2 : 1 : bracket ? 4 : 3;
        return new Numbering(level, line.subSequence(from, end).toString(), length);
    }

    private static boolean digit(CharSequence line, int at) {
        return at < line.length() && Character.isDigit(line.charAt(at));
    }

    private static int run(CharSequence line, int from, String of) {
        int at = from;
        while (at < line.length() && of.indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at - from;
    }
}
