package org.gongkai.core.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * Who is responsible for a task (责任单位).
 *
 * @param agency the body, or the words for a group of bodies; or null
 * @param role what it has to do, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"agency", "role"})
public record ResponsibleBody(
        @Nullable Agency agency,

        @WellFormed(message = "{task.responsible.roleUnlisted}", groups = Advice.class) @Nullable
        TaskRole role) {

    /** Creates one; blank texts become null. */
    public ResponsibleBody {
        agency = Blank.toNull(agency);
        role = Blank.toNull(role);
    }
}
