package org.gongkai.ingest.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value behind its label, 公告期限：2026年4月7日至2026年4月21日, several in one line or a label in a line of its own above the value. At
 * the beginning of a clause 为 serves as the colon: 批准时间为2024年3月15日.
 *
 * @param field what the label stands for, as the vocabulary says
 * @param text the sentence that holds the value
 * @param first the first sign of the value
 * @param end behind its last sign
 */
public record Labelled(String field, Scanned text, int first, int end) {

    /** The sort of words that are labels. */
    public static final String LABEL = "label";

    /** A longer text before a colon is a sentence and no label, in characters. */
    private static final int LONGEST_LABEL = 16;

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

    /**
     * The values of a text, and those at the beginning of a line behind a label that the vocabulary does not know: 权利人：甲村.
     * The field of such a label is its words.
     */
    public static List<Labelled> withUnknown(List<Scanned> sentences) {
        List<Labelled> found = new ArrayList<>(of(sentences));
        for (Scanned each : sentences) {
            int colon = each.sentence().first() ? each.sentence().plain().indexOf(':') : -1;
            if (colon < 2 || colon > LONGEST_LABEL) {
                continue;
            }
            String label = each.sentence().plain().substring(0, colon);
            int first = behind(each, colon);
            boolean known = found.stream().anyMatch(other -> other.text() == each);
            if (!known && first < each.signs().size() && label.chars().allMatch(Character::isIdeographic)) {
                found.add(new Labelled(label, each, first, each.signs().size()));
            }
        }
        return found;
    }

    private static int behind(Scanned text, int character) {
        int at = 0;
        while (at < text.signs().size() && text.signs().get(at).from() <= character) {
            at++;
        }
        return at;
    }

    private static boolean labelled(Scanned text, int at) {
        boolean begins = at == 0 || text.mark(at - 1, ",(") || "本".equals(text.text(at - 1, at));
        return text.is(at, LABEL) && (text.mark(at + 1, ":") || begins && "为".equals(text.text(at + 1, at + 2)));
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
