package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * One line of a yearly plan.
 *
 * @param number its number in the plan (序号); required
 * @param name the name of the project; required
 * @param location where the land lies, down to the village; required
 * @param plannedArea the area planned (拟征面积); required
 * @param use the use planned (拟用途), or null
 * @param ground the public interest it serves, or null
 * @param quarter the quarter planned, Q1 to Q4, or null
 * @param implementer the unit that carries it out (实施单位), or null
 * @param state how far it has come, or null when the plan does not say, as in a plan first published: then planned
 * @param project the {@linkplain LandRequisitionProject#reference() reference} of the project it became, or null
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "number",
    "name",
    "location",
    "plannedArea",
    "use",
    "ground",
    "quarter",
    "implementer",
    "state",
    "project"
})
public record PlanItem(
        @NotNull(message = "{land.plan.item.incomplete}") @Nullable
        String number,

        @NotNull(message = "{land.plan.item.incomplete}") @Nullable
        String name,

        @NotNull(message = "{land.plan.item.incomplete}") @Nullable
        String location,

        @NotNull(message = "{land.plan.item.incomplete}") @Nullable
        Area plannedArea,

        @NotNull(message = "{land.plan.item.detailMissing}", groups = Advice.class) @Nullable
        String use,

        @NotNull(message = "{land.plan.item.detailMissing}", groups = Advice.class)
        @WellFormed(message = "{land.plan.item.groundUnlisted}", groups = Advice.class)
        @Nullable
        PublicInterestGround ground,

        @Pattern(regexp = "Q[1-4]", message = "{land.plan.item.quarterMalformed}") @Nullable
        String quarter,

        @NotNull(message = "{land.plan.item.detailMissing}", groups = Advice.class) @Nullable
        Agency implementer,

        @WellFormed(message = "{land.plan.item.stateUnlisted}", groups = Advice.class) @Nullable
        PlanItemState state,

        @Nullable String project) {

    /** Creates a line; blank texts and codes become null. */
    public PlanItem {
        number = Blank.toNull(number);
        name = Blank.toNull(name);
        location = Blank.toNull(location);
        use = Blank.toNull(use);
        ground = Blank.toNull(ground);
        quarter = Blank.toNull(quarter);
        implementer = Blank.toNull(implementer);
        state = Blank.toNull(state);
        project = Blank.toNull(project);
    }
}
