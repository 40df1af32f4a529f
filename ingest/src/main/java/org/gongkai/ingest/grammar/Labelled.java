package org.gongkai.ingest.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value behind its label, 公告期限：2026年4月7日至2026年4月21日, several in one line or a label in a line of its own above the value.
 *
 * @param field what the label stands for, as the vocabulary says
 * @param text the sentence that holds the value
 * @param first the first sign of the value
 * @param end behind its last sign
 */
public record Labelled(String field, Scanned text, int first, int end) {

    /** The sort of words that are labels. */
    public static final String LABEL = "label";

    /** The words of the value. */
    public Span span() {
        return text.span(first, end - 1);
    }

    /** The values of a text, in their order. */
    public static List<Labelled> of(List<Scanned> sentences) {
        List<Labelled> found = new ArrayList<>();
        @Nullable String above = null;
        for (Scanned each : sentences) {
            String alone = alone(each);
            if (alone == null && above != null && !labelled(each, 0)) {
                found.add(new Labelled(above, each, 0, each.signs().size()));
            } else if (alone == null) {
                inLine(each, found);
            }
            above = alone;
        }
        return found;
    }

    private static boolean labelled(Scanned text, int at) {
        return text.is(at, LABEL) && text.mark(at + 1, ":");
    }

    /** The field of a line that is a label and nothing else, or null. */
    private static @Nullable String alone(Scanned text) {
        int size = text.signs().size();
        return size == 1 || size == 2 && text.mark(1, ":") ? text.value(0, LABEL) : null;
    }

    private static void inLine(Scanned text, List<Labelled> found) {
        int size = text.signs().size();
        for (int i = 0; i < size; i++) {
            String field = labelled(text, i) ? text.value(i, LABEL) : null;
            if (field == null) {
                continue;
            }
            int end = i + 2;
            while (end < size && !labelled(text, end)) {
                end++;
            }
            int last = end < size ? withoutNumber(text, end) : end;
            if (last > i + 2) {
                found.add(new Labelled(field, text, i + 2, last));
            }
        }
    }

    /** Behind the last sign before the number that stands before a label: (二) or 二、. */
    private static int withoutNumber(Scanned text, int label) {
        int at = label;
        if (text.mark(at - 1, "、")) {
            at--;
        } else if (text.mark(at - 1, ")") && text.mark(at - 3, "(")) {
            return at - 3;
        }
        boolean number = at > 0 && "一二三四五六七八九十".contains(text.text(at - 1, at));
        return number && at < label ? at - 1 : label;
    }
}
