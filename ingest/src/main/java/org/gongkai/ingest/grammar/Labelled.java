package org.gongkai.ingest.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A value behind its label, 公告期限：2026年4月7日至2026年4月21日, several in one line or a label in a line of its own above the value. At
 * the beginning of a clause 为 serves as the colon: 批准时间为2024年3月15日. Two labels may share a value: 征收范围和面积：甲村，面积1.2公顷.
 *
 * @param field what the label stands for, as the vocabulary says
 * @param text the sentence that holds the value
 * @param first the first sign of the value
 * @param end behind its last sign
 * @param shared whether another label beside it has the same words for its value
 */
public record Labelled(String field, Scanned text, int first, int end, boolean shared) {

    /** The sort of words that are labels. */
    public static final String LABEL = "label";

    private static final Set<String> JOINTS = Set.of("和", "及", "与", "、");

    /** A longer text before a colon is a sentence and no label, in characters. */
    private static final int LONGEST_LABEL = 16;

    /** The words of the value. */
    public Span span() {
        return text.span(first, end - 1);
    }

    /** The values of a text, in their order. */
    public static List<Labelled> of(List<Scanned> sentences) {
        List<Labelled> found = new ArrayList<>();
        List<String> above = List.of();
        for (Scanned each : sentences) {
            List<String> alone = alone(each);
            if (alone.isEmpty() && !above.isEmpty() && value(each, 0) < 0) {
                boolean shared = above.size() > 1;
                above.forEach(field ->
                        found.add(new Labelled(field, each, 0, each.signs().size(), shared)));
            } else if (alone.isEmpty()) {
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
                found.add(new Labelled(label, each, first, each.signs().size(), false));
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

    /** The first sign of the value of the label at a sign; -1 where there is no label with a value. */
    private static int value(Scanned text, int at) {
        boolean begins = at == 0 || text.mark(at - 1, ",(") || "本".equals(text.text(at - 1, at));
        int last = at;
        while (joined(text, last)) {
            last += 2;
        }
        if (!text.is(at, LABEL)) {
            return -1;
        }
        if (text.mark(last + 1, ":") || begins && "为".equals(text.text(last + 1, last + 2))) {
            return last + 2;
        }
        return begins && text.text(last, last + 1).endsWith("为") ? last + 1 : -1;
    }

    /** Whether another label follows: 征收范围和面积. */
    private static boolean joined(Scanned text, int at) {
        return text.is(at, LABEL) && text.is(at + 2, LABEL) && JOINTS.contains(text.text(at + 1, at + 2));
    }

    /** The fields of a line that is a label, or several, and nothing else; empty for any other. */
    private static List<String> alone(Scanned text) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (text.is(at, LABEL)) {
            fields.add(Objects.requireNonNull(text.value(at, LABEL)));
            at += joined(text, at) ? 2 : 1;
        }
        int size = text.signs().size();
        boolean whole = at == size || at == size - 1 && text.mark(at, ":");
        return whole && at == 2 * fields.size() - 1 ? fields : List.of();
    }

    private static void inLine(Scanned text, List<Labelled> found) {
        int size = text.signs().size();
        for (int i = 0; i < size; i++) {
            int first = value(text, i);
            String field = first < 0 ? null : text.value(i, LABEL);
            if (field == null) {
                continue;
            }
            int end = first;
            while (end < size && value(text, end) < 0) {
                end++;
            }
            int last = end < size ? withoutNumber(text, end) : end;
            if (last > first) {
                boolean shared = joined(text, i) || i >= 2 && joined(text, i - 2);
                found.add(new Labelled(field, text, first, last, shared));
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
