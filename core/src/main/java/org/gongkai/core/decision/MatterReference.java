package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * Names a matter of a catalogue.
 *
 * @param year the year of the catalogue, or null when it is not known
 * @param sequence the number in the catalogue, or null
 * @param name the name of the matter, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"year", "sequence", "name"})
public record MatterReference(
        @Nullable Integer year,
        @Nullable String sequence,
        @Nullable String name) {

    /** Creates a reference; blank texts and codes become null. */
    public MatterReference {
        sequence = Blank.toNull(sequence);
        name = Blank.toNull(name);
    }

    /** A name as it is compared: without blanks and without the marks that titles are put in. */
    static String compared(@Nullable String name) {
        return name == null ? "" : LegacyText.withoutTitleMarks(name);
    }
}
