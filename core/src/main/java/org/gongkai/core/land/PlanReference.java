package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.NotNull;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * The line of a yearly plan from which a project came.
 *
 * @param year the plan's year; required
 * @param number the line's number in the plan; required
 */
@JsonPropertyOrder({"year", "number"})
public record PlanReference(
        @NotNull(message = "{land.project.planItem.malformed}") @Nullable
        Integer year,

        @NotNull(message = "{land.project.planItem.malformed}") @Nullable
        String number) {

    /** Creates a reference; a blank number becomes null. */
    public PlanReference {
        number = Blank.toNull(number);
    }
}
