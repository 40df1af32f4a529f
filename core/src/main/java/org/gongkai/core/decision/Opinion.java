package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * One opinion, or a group of like ones (意见内容).
 *
 * @param number its number in the table, or null
 * @param contributor who gave it (反馈人), a private person with the name masked, such as 朱**; or null
 * @param text what it says; required
 * @param count how many said the same, or null for one
 * @param adoption what became of it; required
 * @param reason why it was adopted or not (采纳理由), or null
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"number", "contributor", "text", "count", "adoption", "reason"})
public record Opinion(
        @Nullable String number,
        @Nullable String contributor,

        @NotNull(message = "{decision.consultation.opinion.incomplete}") @Nullable
        String text,

        @PositiveOrZero(message = "{decision.consultation.count.negative}") @Nullable
        Integer count,

        @NotNull(message = "{decision.consultation.opinion.incomplete}")
        @WellFormed(message = "{decision.consultation.opinion.adoptionUnlisted}")
        @Nullable
        Adoption adoption,

        @Nullable String reason) {

    /** Creates an opinion; blank texts and codes become null. */
    public Opinion {
        number = Blank.toNull(number);
        contributor = Blank.toNull(contributor);
        text = Blank.toNull(text);
        adoption = Blank.toNull(adoption);
        reason = Blank.toNull(reason);
    }

    /**
     * What became of it, by the list.
     *
     * @return the outcome, or null when it is absent or not on the list
     */
    @JsonIgnore
    public Adoption.@Nullable Outcome outcome() {
        return adoption == null ? null : adoption.outcome();
    }

    /**
     * How many said so.
     *
     * @return the count, 1 when none is given
     */
    @JsonIgnore
    public int times() {
        return count == null ? 1 : count;
    }
}
