package org.gongkai.core.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a field of the source. Each field has exactly one fate. */
public enum FieldFate {
    /** Its value went into the record as it stood; an empty cell that maps to a known component counts here. */
    MAPPED,
    /** Its value went into the record after a repair that the ledger names. */
    REPAIRED,
    /** The source had no such field; the value came from a rule or from elsewhere in the source. */
    DEFAULTED,
    /** A declared rule says that the field is not wanted, and why. */
    IGNORED,
    /** Nothing knows the label, or its place in the record was taken; the value is kept in the ledger. */
    UNMAPPED,
    /** The label is known but the value could not be read; the value is kept in the ledger. */
    UNREADABLE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /**
     * The fate as the ledger writes it.
     *
     * @return the lower-case name
     */
    @JsonValue
    public String code() {
        return code;
    }
}
