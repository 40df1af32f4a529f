package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.NotNull;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found under one aspect.
 *
 * @param aspect the aspect, or null for the whole
 * @param text what was found; required
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"aspect", "text"})
public record EvaluationFinding(
        @WellFormed(message = "{decision.evaluation.aspectUnlisted}", groups = Advice.class) @Nullable
        EvaluationAspect aspect,

        @NotNull(message = "{decision.evaluation.finding.incomplete}") @Nullable
        String text) {

    /** Creates a finding; blank texts and codes become null. */
    public EvaluationFinding {
        aspect = Blank.toNull(aspect);
        text = Blank.toNull(text);
    }
}
