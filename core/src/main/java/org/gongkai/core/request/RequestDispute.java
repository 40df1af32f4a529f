package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * A reconsideration or suit about the answer (复议诉讼), counted in table 4 of the annual report.
 *
 * @param kind what it is, or null
 * @param result how it ended, or null
 * @param closedOn the day on which it ended; null while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"kind", "result", "closedOn"})
public record RequestDispute(
        @WellFormed(message = "{request.dispute.kindUnlisted}", groups = Advice.class) @Nullable
        DisputeKind kind,

        @WellFormed(message = "{request.dispute.resultUnlisted}", groups = Advice.class) @Nullable
        DisputeResult result,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate closedOn) {

    /** Creates a dispute; blank terms become null. */
    public RequestDispute {
        kind = Blank.toNull(kind);
        result = Blank.toNull(result);
    }
}
