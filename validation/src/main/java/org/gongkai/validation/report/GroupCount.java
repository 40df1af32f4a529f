package org.gongkai.validation.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.privacy.Leaving;
import org.jspecify.annotations.Nullable;

/**
 * The records of one agency or of one year, and what was found in them.
 *
 * @param name the agency's name or the year, or null for what has none: records without it, sources of which no record
 *     was made, and findings that show only across records
 * @param others whether this is not one agency but all those for which the report had no place
 * @param records the number of records
 * @param complete the number of records among them without a finding at error level
 * @param errors the number of errors
 * @param warnings the number of warnings
 * @param infos the number of remarks
 * @param heldBack the number of findings that a baseline holds back; the three counts before are without them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"name", "others", "records", "complete", "errors", "warnings", "infos", "heldBack"})
public record GroupCount(
        @Nullable String name,
        boolean others,
        long records,
        long complete,
        long errors,
        long warnings,
        long infos,
        long heldBack)
        implements Leaving<GroupCount> {

    /**
     * The number of findings that are not held back.
     *
     * @return errors, warnings and remarks together
     */
    public long findings() {
        return Math.addExact(Math.addExact(errors, warnings), infos);
    }

    @Override
    public GroupCount withoutNumbers() {
        return new GroupCount(Leaving.text(name), others, records, complete, errors, warnings, infos, heldBack);
    }
}
