package org.gongkai.core;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A code that should be a term of a closed list, such as 有效 for a validity. It keeps any text, and is well formed when
 * the list has the term: by its label, another usual writing or the name of the entry, blanks, characters that are not seen and full-width
 * forms aside.
 *
 * <p>Each list is a class of its own with an enum of its entries; what all of them do alike stands here. Immutable and
 * safe to share between threads, as every term that extends it must be.
 *
 * @param <E> the entries of the list
 */
public abstract class ListedTerm<E extends Enum<E> & ListedTerm.Entry> implements Code {

    /** An entry of a list. */
    public interface Entry {

        /**
         * The term as documents, notices and pages write it.
         *
         * @return the Chinese label
         */
        String label();

        /**
         * Other usual writings that are read as this entry.
         *
         * @return the writings, empty for most entries
         */
        default List<String> synonyms() {
            return List.of();
        }
    }

    private final String text;
    private final @Nullable E entry;

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @param entries what {@link #entries} made of the list
     * @throws NullPointerException when {@code text} is null
     */
    protected ListedTerm(String text, Map<String, E> entries) {
        this.text = Objects.requireNonNull(text, "text");
        this.entry = entries.get(LegacyText.folded(text));
    }

    /**
     * Keeps a text of which another reading than the list's own says which entry it names.
     *
     * @param text any text, not null
     * @param entry the entry, or null when it names none
     * @throws NullPointerException when {@code text} is null
     */
    protected ListedTerm(String text, @Nullable E entry) {
        this.text = Objects.requireNonNull(text, "text");
        this.entry = entry;
    }

    /**
     * The entries by all their writings.
     *
     * @param list the entries
     * @param <E> their type
     * @return an immutable map
     * @throws IllegalStateException when two entries share a writing
     */
    protected static <E extends Enum<E> & Entry> Map<String, E> entries(E[] list) {
        Map<String, E> entries = new HashMap<>();
        for (E each : list) {
            put(entries, each.label(), each);
            each.synonyms().forEach(synonym -> put(entries, synonym, each));
            // The name in code, by which programs hand over records: TEXT for 文字解读.
            put(entries, each.name(), each);
        }
        return Map.copyOf(entries);
    }

    private static <E> void put(Map<String, E> entries, String writing, E entry) {
        E other = entries.put(LegacyText.folded(writing), entry);
        if (other != null && other != entry) {
            throw new IllegalStateException(writing + " stands for " + other + " and " + entry);
        }
    }

    /**
     * The entry of the list that the text names.
     *
     * @return the entry, or null when the text is not on the list
     */
    protected final @Nullable E entry() {
        return entry;
    }

    /**
     * The term as the list has it.
     *
     * @return the label of the entry that the text names; the text itself when the list has none
     */
    public final String label() {
        return entry == null ? text : entry.label();
    }

    @Override
    @JsonValue
    public final String text() {
        return text;
    }

    /** True when the list has the term; a term of a second list besides says so by overriding. */
    @Override
    public boolean wellFormed() {
        return entry != null;
    }

    /** Equality of the texts of one list; the entry that they name does not count. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other != null && getClass() == other.getClass() && text.equals(((ListedTerm<?>) other).text);
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    @Override
    public final String toString() {
        return text;
    }
}
