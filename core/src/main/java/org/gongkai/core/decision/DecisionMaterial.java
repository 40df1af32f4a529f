package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * A link from a decision matter to one of its materials.
 *
 * @param type what it is; required
 * @param title the title as published, or null
 * @param url where it is: an address, or a path relative to the page or file of the catalogue; null while it is not
 *     published
 * @param publishedOn the day on which it was disclosed, or null while it is not
 * @param state how far it has come; required
 * @param reason why it is not applicable or withheld, or null
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "url", "publishedOn", "state", "reason"})
public record DecisionMaterial(
        @NotNull(message = "{decision.catalogue.material.incomplete}")
        @WellFormed(message = "{decision.catalogue.material.typeUnlisted}", groups = Advice.class)
        @Nullable
        MaterialType type,

        @Nullable String title,
        @Nullable String url,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate publishedOn,

        @NotNull(message = "{decision.catalogue.material.incomplete}")
        @WellFormed(message = "{decision.catalogue.material.stateUnlisted}")
        @Nullable
        MaterialState state,

        @Nullable String reason) {

    /** Creates a material; blank texts and codes become null. */
    public DecisionMaterial {
        type = Blank.toNull(type);
        title = Blank.toNull(title);
        url = Blank.toNull(url);
        state = Blank.toNull(state);
        reason = Blank.toNull(reason);
    }

    /**
     * Tells what the material is.
     *
     * @param wanted an entry of the list
     * @return true when the type names that entry
     */
    public boolean is(MaterialType.Type wanted) {
        return type != null && type.type() == wanted;
    }

    /**
     * Tells whether the material has been disclosed.
     *
     * @return true when the state says so
     */
    @JsonIgnore
    public boolean published() {
        return state != null && state.state() == MaterialState.State.PUBLISHED;
    }
}
