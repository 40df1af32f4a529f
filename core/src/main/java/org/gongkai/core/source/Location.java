package org.gongkai.core.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * A place in a source, as exact as the source allows.
 *
 * @param source the source's name, for a file its path relative to the folder read, with {@code /} between parts
 * @param sheet the sheet or table within the source, or null
 * @param row the row or line, counted from 1 as a person counts it, or null
 * @param column the column, counted from 1, or null
 * @param label the label under which the value stood, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"source", "sheet", "row", "column", "label"})
public record Location(
        String source,
        @Nullable String sheet,
        @Nullable Integer row,
        @Nullable Integer column,
        @Nullable String label) implements Leaving<Location> {

    /**
     * Creates a location.
     *
     * @throws NullPointerException when {@code source} is null
     */
    public Location {
        Objects.requireNonNull(source, "source");
    }

    /**
     * The source as a whole.
     *
     * @param source the source's name
     * @return the location
     */
    public static Location of(String source) {
        return new Location(source, null, null, null, null);
    }

    /**
     * The same place, at a row.
     *
     * @param row the row, counted from 1
     * @return the narrower location
     */
    public Location atRow(int row) {
        return new Location(source, sheet, row, column, label);
    }

    /**
     * The same place, at a labelled value.
     *
     * @param label the label as it stands in the source
     * @param column the column counted from 1, or null where the source has none
     * @return the narrower location
     */
    public Location at(String label, @Nullable Integer column) {
        return new Location(source, sheet, row, column, label);
    }

    @Override
    public Location withoutNumbers() {
        return new Location(PersonalData.maskedNumbers(source), Leaving.text(sheet), row, column, Leaving.text(label));
    }

    /**
     * A value that stands here, as it may be told of.
     *
     * @param value the value, or null
     * @return the value without numbers of persons, and hidden where the label asks for a name or an identity number
     */
    public @Nullable String told(@Nullable String value) {
        return value == null ? null : PersonalData.told(Objects.requireNonNullElse(label, ""), value);
    }

    /**
     * The place in one line, for messages: {@code list.csv:12:3 发文字号}.
     *
     * @return the text
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (sheet != null) {
            text.append('!').append(sheet);
        }
        if (row != null) {
            text.append(':').append(row);
        }
        if (column != null) {
            text.append(row == null ? "::" : ":").append(column);
        }
        if (label != null) {
            text.append(' ').append(label);
        }
        return text.toString();
    }
}
