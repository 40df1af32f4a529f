package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * A link from one document to another.
 *
 * @param type how the two stand to each other; required
 * @param target the other document: its document number, index number or address; required
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Relation(
        @NotNull(message = "{document.relation.type.missing}")
        @WellFormed(message = "{document.relation.type.unlisted}", groups = Advice.class)
        @Nullable
        RelationType type,

        @NotBlank(message = "{document.relation.target.missing}") @Nullable
        String target) {}
