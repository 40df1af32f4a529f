package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Objects;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * The index number (索引号) under which an agency lists a piece of information, for example
 * {@code 000014349/2017-00110}.
 *
 * <p>It stays the same when the publisher changes, and is unique within one site only.
 *
 * @param text the text as it was given
 */
public record IndexNumber(@JsonValue String text) implements Code {

    /** Where the year, month, day, hour, minute and second of a time stamp begin, and where it ends. */
    private static final int[] STAMP = {6, 10, 12, 14, 16, 18, 20};

    /**
     * Creates an index number from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public IndexNumber {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the index number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IndexNumber parse(String text) {
        return new IndexNumber(text);
    }

    /** True when the text belongs to a known family, and a time stamp in it names a day that exists. */
    @Override
    public boolean wellFormed() {
        IndexFamily family = family();
        return family != null && (family != IndexFamily.TIME_STAMP || moment() != null);
    }

    /**
     * The family to which the number belongs.
     *
     * @return the family, or null when none fits
     */
    public @Nullable IndexFamily family() {
        return IndexFamily.of(text);
    }

    /**
     * Tells whether the publisher's code in the number has the right check characters.
     *
     * @return true when they are right or the family has none; false when no family fits
     */
    public boolean checkCharactersRight() {
        IndexFamily family = family();
        return family != null && family.checks(text);
    }

    /**
     * The publisher's organization code or credit code at the head of the number.
     *
     * @return the code as text, its check characters perhaps wrong, or null when the family has none
     */
    public @Nullable String publisherCode() {
        IndexFamily family = family();
        return family == null ? null : family.publisher(text);
    }

    /**
     * The year inside the number.
     *
     * @return the year, or null when the family shows none
     */
    public @Nullable Integer year() {
        IndexFamily family = family();
        return family == null ? null : family.year(text);
    }

    /**
     * The moment at which the record was made, for {@link IndexFamily#TIME_STAMP}. It says nothing of the document's
     * dates: a record can be made weeks after publication.
     *
     * @return the moment in local time, or null for other families and for moments that do not exist
     */
    public @Nullable LocalDateTime stamp() {
        return family() == IndexFamily.TIME_STAMP ? moment() : null;
    }

    private @Nullable LocalDateTime moment() {
        try {
            return LocalDateTime.of(part(0), part(1), part(2), part(3), part(4), part(5));
        } catch (DateTimeException noSuchMoment) {
            return null;
        }
    }

    private int part(int number) {
        return Integer.parseInt(text, STAMP[number], STAMP[number + 1], 10);
    }

    @Override
    public String toString() {
        return text;
    }
}
