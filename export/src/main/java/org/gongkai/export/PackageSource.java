package org.gongkai.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code sources.ndjson}: what became of a file, or which record came of a place in it. Of a file from which a
 * record is withheld there is no line of its own, and none of what that record attaches.
 *
 * @param source the file's name, as the findings have it
 * @param sheet the sheet of a workbook, or null
 * @param row the row, counted from 1, or null
 * @param fate what became of it
 * @param record the key of the record that came of it, or null
 * @param line the line of {@code data/records.ndjson} where that record stands, counted from 1, or null
 * @param with the source whose record attaches the file, or null
 * @param why the rule that says why the file was not read, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"source", "sheet", "row", "fate", "record", "line", "with", "why"})
public record PackageSource(
        String source,
        @Nullable String sheet,
        @Nullable Integer row,
        Fate fate,
        @Nullable String record,
        @Nullable Long line,
        @Nullable String with,
        @Nullable String why)
        implements Leaving<PackageSource> {

    /** What became of a file, or of a place in one. */
    public enum Fate {
        /** A record came of it, and is in the package. */
        @JsonProperty("record")
        RECORD,
        /** A record came of it that is in the package from another source. */
        @JsonProperty("aside")
        ASIDE,
        /** The file was read. */
        @JsonProperty("read")
        READ,
        /** The file belongs to a record of another source. */
        @JsonProperty("attached")
        ATTACHED,
        /** The file was opened, and no record could be made of it. */
        @JsonProperty("rejected")
        REJECTED,
        /** The file was not opened. */
        @JsonProperty("notRead")
        NOT_READ
    }

    /**
     * Creates a line.
     *
     * @throws NullPointerException when the source or the fate is null
     */
    public PackageSource {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(fate, "fate");
    }

    /**
     * What became of a file.
     *
     * @param source the file's name
     * @param fate what became of it
     * @param with the source whose record attaches it, or null
     * @param why the rule that says why it was not read, or null
     * @return the line
     */
    public static PackageSource ofFile(String source, Fate fate, @Nullable String with, @Nullable String why) {
        return new PackageSource(source, null, null, fate, null, null, with, why);
    }

    static PackageSource ofRecord(Location origin, Fate fate, String key, @Nullable Long line) {
        return new PackageSource(origin.source(), origin.sheet(), origin.row(), fate, key, line, null, null);
    }

    @Override
    public PackageSource withoutNumbers() {
        return new PackageSource(
                PersonalData.maskedNumbers(source),
                Leaving.text(sheet),
                row,
                fate,
                Leaving.text(record),
                line,
                Leaving.text(with),
                why);
    }
}
