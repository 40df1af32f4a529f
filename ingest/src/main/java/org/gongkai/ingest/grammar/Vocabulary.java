package org.gongkai.ingest.grammar;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/** The words that the grammar of a kind knows, each with its sort and its value. Immutable. */
public final class Vocabulary {

    /**
     * A word.
     *
     * @param sort what part it plays, such as {@code floor}
     * @param text the word
     * @param value what it means within its sort, or empty
     */
    public record Word(String sort, String text, String value) {}

    private final Map<Character, List<Word>> byStart = new HashMap<>();

    /**
     * A vocabulary.
     *
     * @param words the words; of one text that stands in several the first counts
     */
    public Vocabulary(List<Word> words) {
        for (Word each : words) {
            List<Word> alike = byStart.computeIfAbsent(each.text().charAt(0), key -> new ArrayList<>());
            if (alike.stream().noneMatch(other -> other.text().equals(each.text()))) {
                alike.add(each);
            }
        }
        byStart.values()
                .forEach(each -> each.sort(
                        Comparator.comparing((Word word) -> -word.text().length())));
    }

    /**
     * Reads words.
     *
     * @param reader CSV with the columns {@code sort}, {@code words} separated by blanks, and {@code value}
     * @return the words in their order
     * @throws IOException when the text cannot be read or a line is wrong
     */
    public static List<Word> read(Reader reader) throws IOException {
        List<Word> words = new ArrayList<>();
        for (Csv.Row row : Csv.readUnnamed(reader, "the words", List.of("sort", "words", "value"))) {
            String value = row.text("value");
            for (String each : row.required("words").split(" ")) {
                words.add(new Word(row.required("sort"), each, value == null ? "" : value));
            }
        }
        return words;
    }

    /** The longest word that begins there, or null. */
    @Nullable
    Word at(String plain, int from) {
        for (Word each : byStart.getOrDefault(plain.charAt(from), List.of())) {
            if (plain.startsWith(each.text(), from)) {
                return each;
            }
        }
        return null;
    }
}
