package org.gongkai.validation.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a record is worth as a whole. */
public enum Verdict {
    /** No finding at error level. */
    COMPLETE,
    /** At least one finding at error level. */
    INCOMPLETE,
    /** Not one of the required elements is there: whatever was read, it was no such record. */
    UNREADABLE;

    /**
     * The verdict as reports write it.
     *
     * @return the lower-case name
     */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
