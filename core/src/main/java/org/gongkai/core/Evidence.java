package org.gongkai.core;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How well a fact is known on which a rule or a data file rests. */
public enum Evidence {
    /** The exact text of an official page, law or standard was read. */
    PRIMARY,
    /** The exact text was read in a re-post, or the name was read in a program that handles the format. */
    MIRROR,
    /** Computed or inferred from primary or mirror facts. */
    DERIVED,
    /** General knowledge, or known from a paraphrase only. A rule that rests on it can warn, never fail. */
    UNVERIFIED;

    /**
     * The mark as data files and reports write it.
     *
     * @return the lower-case name
     */
    @JsonValue
    public String mark() {
        return name().toLowerCase(Locale.ROOT);
    }
}
