package org.gongkai.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labels of one line above a table with their values, of which a notice writes one or several into a line:
 * 批准机关：某省人民政府；批准文号：某政土字〔2024〕12号.
 */
public final class LabelledLine {

    private static final int LONGEST_LABEL = 20;
    private static final Pattern COLON = Pattern.compile("[:：]");
    /** What stands between a value and the label behind it. */
    private static final String BETWEEN = ";；。，,、|\n";
    /** What ends a value even where no known label follows. */
    private static final String ENDING = ";；。\n";

    private static final Pattern NUMBER =
            Pattern.compile("^(?:[(（]?[\\d一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳])[\\s\\u00A0\\u3000]*");

    private LabelledLine() {}

    /**
     * A label and its value.
     *
     * @param label the label without the number before it
     * @param value the value without the marks behind it; empty for none
     * @param certain false where the value may hold a label of its own, since nothing parts the two
     */
    public record Part(String label, String value, boolean certain) {}

    /** A label that was found: where it begins, with the number before it, and where its value begins. */
    private record Found(int from, int value, String label, boolean known) {}

    /**
     * Takes a line apart. A value goes on to the next label; where a mark such as ； stands before it that is any short text
     * with a colon, else one that is known, so that 仓储：冷库 stays whole.
     *
     * @param line the line
     * @param known whether a text is a label
     * @return the known labels with their values, in the order of the line
     */
    public static List<Part> parts(String line, Predicate<String> known) {
        List<Found> labels = labels(line, known);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Found each = labels.get(i);
            if (each.known()) {
                int end = i + 1 < labels.size() ? labels.get(i + 1).from() : line.length();
                String value = bare(line.substring(each.value(), end));
                parts.add(new Part(each.label(), value, !joined(value, known)));
            }
        }
        return parts;
    }

    private static List<Found> labels(String line, Predicate<String> known) {
        List<Found> labels = new ArrayList<>();
        Matcher colon = COLON.matcher(line);
        int before = 0;
        while (colon.find()) {
            int from = begin(line, before, colon.start(), known);
            String label = label(line, from, colon.start());
            boolean fits = !label.isEmpty() && label.length() <= LONGEST_LABEL;
            boolean told = fits && known.test(label);
            if (told || fits && from > 0 && ended(line, from)) {
                labels.add(new Found(from, colon.end(), label, told));
            }
            before = colon.end();
        }
        return labels;
    }

    /**
     * Where the words before a colon begin: behind the last mark or blank, or further left where what stands before 、 belongs
     * to the label, as in 批准机关、文号及时间.
     */
    private static int begin(String line, int before, int colon, Predicate<String> known) {
        int near = words(line, before, colon);
        int from = near;
        while (from > before && line.charAt(from - 1) == '、') {
            from = words(line, before, from - 1);
            if (colon - from > LONGEST_LABEL || known.test(label(line, from, colon))) {
                break;
            }
        }
        boolean whole = colon - from <= LONGEST_LABEL && known.test(label(line, from, colon));
        return whole ? from : near;
    }

    private static int words(String line, int before, int end) {
        int from = end;
        while (from > before && !parts(line, from - 1)) {
            from--;
        }
        return from;
    }

    private static String label(String line, int from, int colon) {
        return NUMBER.matcher(bare(line.substring(from, colon))).replaceFirst("");
    }

    private static boolean parts(String line, int at) {
        char each = line.charAt(at);
        return BETWEEN.indexOf(each) >= 0 || Character.isWhitespace(each) || Character.isSpaceChar(each);
    }

    /** Whether the mark before a label ends the value before it. */
    private static boolean ended(String line, int from) {
        int at = from - 1;
        while (at > 0 && (Character.isWhitespace(line.charAt(at)) || Character.isSpaceChar(line.charAt(at)))) {
            if (line.charAt(at) == '\n') {
                return true;
            }
            at--;
        }
        return ENDING.indexOf(line.charAt(at)) >= 0;
    }

    /** Whether a label stands right behind the words of a value, as where a page sets them apart by its looks alone. */
    private static boolean joined(String value, Predicate<String> known) {
        Matcher colon = COLON.matcher(value);
        while (colon.find()) {
            String before = value.substring(0, colon.start());
            if (known.test(before.substring(Math.max(0, before.length() - LONGEST_LABEL)))) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && edge(text.charAt(from))) {
            from++;
        }
        while (to > from && edge(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean edge(char each) {
        return BETWEEN.indexOf(each) >= 0 || Character.isWhitespace(each) || Character.isSpaceChar(each);
    }
}
