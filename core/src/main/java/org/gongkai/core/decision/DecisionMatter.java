package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * A matter of a catalogue (决策事项): who prepares it, on what ground, by when, how far it has come, and where its
 * materials are.
 *
 * <pre>{@code
 * DecisionMatter matter = DecisionMatterBuilder.builder()
 *         .sequence("1")
 *         .name("甲区公共停车场收费标准调整方案")
 *         .units(List.of(Agency.parse("区发展和改革局")))
 *         .plannedTime(PlannedTime.read("第三季度", 2024))
 *         .build();
 * }</pre>
 *
 * @param sequence its number in the catalogue (序号); recommended
 * @param name its name (决策事项名称); required
 * @param decisionKind its kind, by the {@link DecisionKindScheme} in use, or null
 * @param units the responsible units (承办单位), the lead first; at least one
 * @param lead the unit that leads where there are several (牵头单位), or null; of one alone it is that one
 * @param legalBases what it rests on (决策依据)
 * @param plannedTime by when it is to be decided (拟决策时间, 完成时限), or null
 * @param procedures the procedures that it has to pass (决策程序)
 * @param stage how far it has come, or null
 * @param legalityReview the review of its legality, or null
 * @param result the document by which it was decided, or null before
 * @param materials its materials
 * @param note a remark, such as how far it has come in the words of the catalogue, or null
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "sequence",
    "name",
    "decisionKind",
    "units",
    "lead",
    "legalBases",
    "plannedTime",
    "procedures",
    "stage",
    "legalityReview",
    "result",
    "materials",
    "note"
})
public record DecisionMatter(
        @NotNull(message = "{decision.catalogue.matter.detailMissing}", groups = Advice.class) @Nullable
        String sequence,

        @NotNull(message = "{decision.catalogue.matter.incomplete}") @Nullable
        String name,

        @Nullable DecisionKind decisionKind,

        @NotEmpty(message = "{decision.catalogue.matter.incomplete}")
        List<Agency> units,

        @Nullable Agency lead,

        @NotEmpty(message = "{decision.catalogue.matter.detailMissing}", groups = Advice.class)
        List<String> legalBases,

        @NotNull(message = "{decision.catalogue.matter.detailMissing}", groups = Advice.class) @Nullable
        PlannedTime plannedTime,

        @NotEmpty(message = "{decision.catalogue.matter.detailMissing}", groups = Advice.class)
        List<@WellFormed(message = "{decision.catalogue.matter.termUnlisted}", groups = Advice.class) DecisionProcedure>
                procedures,

        @WellFormed(message = "{decision.catalogue.matter.termUnlisted}", groups = Advice.class) @Nullable
        DecisionStage stage,

        @Nullable LegalityReview legalityReview,
        @Nullable DecisionResult result,
        List<@Valid DecisionMaterial> materials,
        @Nullable String note) {

    /** Creates a matter; blank texts and codes become null, null lists become empty. */
    public DecisionMatter {
        sequence = Blank.toNull(sequence);
        name = Blank.toNull(name);
        decisionKind = Blank.toNull(decisionKind);
        units = Blank.dropped(units);
        lead = Blank.toNull(lead);
        legalBases = Blank.dropped(legalBases);
        procedures = Blank.dropped(procedures);
        stage = Blank.toNull(stage);
        materials = Blank.dropped(materials);
        note = Blank.toNull(note);
    }

    /**
     * The unit that answers for the matter: the lead, or the only unit there is.
     *
     * @return the unit, or null when there are several and none is named as the lead, or none at all
     */
    @JsonIgnore
    public @Nullable Agency answers() {
        return lead != null ? lead : units.size() == 1 ? units.get(0) : null;
    }

    /**
     * The stage by the list.
     *
     * @return the stage, or null when it is absent or not on the list
     */
    @JsonIgnore
    public DecisionStage.@Nullable Step step() {
        return stage == null ? null : stage.step();
    }

    /**
     * The material of a type: of several the first that is published.
     *
     * @param type the type
     * @return the material, or null when the matter has none of that type
     */
    public @Nullable DecisionMaterial material(MaterialType.Type type) {
        DecisionMaterial first = null;
        for (DecisionMaterial each : materials) {
            if (each.is(type) && each.published()) {
                return each;
            }
            first = first == null && each.is(type) ? each : first;
        }
        return first;
    }

    /**
     * Tells whether a text names this matter.
     *
     * @param text the text, such as the name in a feedback table, not null
     * @return true when it is the matter's name, blanks and the marks around titles aside
     */
    public boolean goesBy(String text) {
        String own = MatterReference.compared(name);
        return !own.isEmpty() && own.equals(MatterReference.compared(text));
    }
}
