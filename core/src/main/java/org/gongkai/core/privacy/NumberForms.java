package org.gongkai.core.privacy;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in Chinese numerals or with points between their groups, brought into the form in which numbers are looked for. Each
 * character keeps its place. Like the search itself it looks at every eleventh character, and further only from there.
 */
final class NumberForms {

    /** The digits of a mobile number. */
    private static final int SHORTEST = 11;

    private static final int IDENTITY = 18;
    /** Three ways of writing each numeral, from 0 on. */
    private static final String NUMERALS = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○壹貳叄肆伍陸柒捌玖";

    private static final int MOST_POINTS = 4;
    private static final String MOBILE_GROUPS = "3.4.4";
    private static final int REGION = 6;

    private final String text;
    private @Nullable StringBuilder usual;

    private NumberForms(String text) {
        this.text = text;
    }

    /** The text, the same object when there is nothing of the kind. */
    static String usual(String text) {
        NumberForms forms = new NumberForms(text);
        int at = SHORTEST - 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (NUMERALS.indexOf(c) >= 0) {
                at = forms.numerals(at);
            } else if (pointed(c)) {
                at = forms.points(at);
            }
            at += SHORTEST;
        }
        return forms.usual == null ? text : forms.usual.toString();
    }

    /** Brings the row of numerals around a place into figures, and answers where it ends. */
    private int numerals(int at) {
        int start = start(at, c -> NUMERALS.indexOf(c) >= 0);
        int end = end(at, c -> NUMERALS.indexOf(c) >= 0);
        for (int i = start; i < end && end - start >= SHORTEST; i++) {
            put(i, (char) ('0' + NUMERALS.indexOf(text.charAt(i)) % 10));
        }
        return end;
    }

    /** Puts dashes for the points of the row around a place, if it is grouped like a number, and answers where it ends. */
    private int points(int at) {
        int start = start(at, NumberForms::pointed);
        int end = end(at, NumberForms::pointed);
        // A point behind it ends the sentence.
        int last = end > start && text.charAt(end - 1) == '.' ? end - 1 : end;
        if (grouped(start, last)) {
            for (int i = start; i < last; i++) {
                if (text.charAt(i) == '.') {
                    put(i, '-');
                }
            }
        }
        return end;
    }

    /** Whether a row is grouped as identity numbers are, behind the six digits of their region, or mobile numbers. */
    private boolean grouped(int start, int end) {
        if (start > 0 && Character.isDigit(text.charAt(start - 1))) {
            return false;
        }
        boolean region = false;
        int digits = 0;
        int points = 0;
        int group = 0;
        StringBuilder groups = new StringBuilder();
        for (int i = start; i < end; i++) {
            boolean point = text.charAt(i) == '.';
            points += point ? 1 : 0;
            digits += point ? 0 : 1;
            if (point) {
                region |= digits == REGION;
                if (group == 0 || points > MOST_POINTS) {
                    return false;
                }
                groups.append(group).append('.');
            }
            group = point ? 0 : group + 1;
        }
        boolean identity = region && (digits == IDENTITY || digits == IDENTITY - 1);
        return identity || points > 0 && groups.append(group).toString().equals(MOBILE_GROUPS);
    }

    private int start(int at, IntPredicate of) {
        int start = at;
        while (start > 0 && of.test(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int end(int at, IntPredicate of) {
        int end = at;
        while (end < text.length() && of.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void put(int at, char c) {
        usual = usual == null ? new StringBuilder(text) : usual;
        usual.setCharAt(at, c);
    }

    private static boolean pointed(int c) {
        return c >= '0' && c <= '9' || c == '.';
    }
}
