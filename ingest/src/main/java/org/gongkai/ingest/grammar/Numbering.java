package org.gongkai.ingest.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number before a line: 一、 （一） 1. （1）, or a word that counts, such as 意见一：, 问题2、 and 序号三：.
 *
 * @param level 1 for the widest, 4 for the narrowest and for words that count, 0 for a line without a number
 * @param text the numerals, empty for none
 * @param length how many characters it takes
 * @param word the word that counts, empty for most
 */
public record Numbering(int level, String text, int length, String word) {

    private static final Numbering NONE = new Numbering(0, "", 0, "");
    private static final String CHINESE = "一二三四五六七八九十";
    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩";
    private static final String DIGITS = "0123456789";
    private static final List<String> WORDS = List.of("意见建议", "反馈意见", "修改意见", "意见", "建议", "问题", "决策事项", "事项", "序号");
    private static final int LONGEST = 3;

    static Numbering of(CharSequence line) {
        if (line.length() < 2) {
            return NONE;
        }
        char start = line.charAt(0);
        if (CIRCLED.indexOf(start) >= 0) {
            return new Numbering(4, String.valueOf(CIRCLED.indexOf(start) + 1), 1, "");
        }
        Numbering worded = worded(line);
        if (worded != null) {
            return worded;
        }
        boolean bracket = start == '(' || start == '（';
        int from = bracket ? 1 : 0;
        int chinese = run(line, from, CHINESE);
        int digits = run(line, from, DIGITS);
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
        return new Numbering(level, line.subSequence(from, end).toString(), length, "");
    }

    /** 意见一：, 建议2：, 事项三：; null where the line begins otherwise. */
    private static @Nullable Numbering worded(CharSequence line) {
        for (String each : WORDS) {
            int from = CharSequence.compare(each, line.subSequence(0, Math.min(each.length(), line.length()))) == 0
                    ? each.length()
                    : -1;
            int end = from < 0 ? -1 : from + Math.max(run(line, from, CHINESE), run(line, from, DIGITS));
            if (end > from
                    && end - from <= LONGEST
                    && end + 1 < line.length()
                    && ":：、.".indexOf(line.charAt(end)) >= 0) {
                return new Numbering(4, line.subSequence(from, end).toString(), end + 1, each);
            }
        }
        return null;
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
