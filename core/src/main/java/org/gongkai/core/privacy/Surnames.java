package org.gongkai.core.privacy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/** The surnames by which names of persons are known. */
final class Surnames {

    private static final int LONGEST = 2;

    private static final List<Surname> ALL = Csv.shipped(
            Surnames.class.getResourceAsStream("surnames.csv"),
            "surnames.csv",
            reader -> Csv.read(reader, "surnames.csv", List.of("surname", "cell", "word")).stream()
                    .map(each -> new Surname(
                            String.valueOf(each.text("surname")), each.text("cell") != null, each.text("word") != null))
                    .toList());

    private static final Map<String, Surname> BY_TEXT =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Surname::text, Function.identity()));

    /**
     * A surname.
     *
     * @param text one character, or two
     * @param cell whether a cell that begins with it and is as long as a name is one
     * @param word whether common words begin with it
     */
    record Surname(String text, boolean cell, boolean word) {}

    private Surnames() {}

    /** The surname that begins at a place, the longer before the shorter; null when none does. */
    static @Nullable Surname at(String text, int from) {
        for (int length = LONGEST; length > 0; length--) {
            Surname found = from + length > text.length() ? null : BY_TEXT.get(text.substring(from, from + length));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The regular expression of one of those that make a cell a name: those of two characters, or those of one. */
    static String ofCells(int length) {
        return ALL.stream()
                .filter(each -> each.cell() && each.text().length() == length)
                .map(Surname::text)
                .collect(
                        Collectors.joining(length == 1 ? "" : "|", length == 1 ? "[" : "(?:", length == 1 ? "]" : ")"));
    }
}
