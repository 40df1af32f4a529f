package org.gongkai.validation.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
    /** The record is incomplete until it is mended. */
    ERROR,
    /** Someone should look at it; the record is complete all the same. */
    WARNING,
    /** Worth knowing; nothing has to be done. */
    INFO;

    private final String code = name().toLowerCase(Locale.ROOT);

    /**
     * The severity as data files and reports write it.
     *
     * @return the lower-case name
     */
    @JsonValue
    public String code() {
        return code;
    }
}
