package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.NotNull;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * The area of one class of land within a parcel or project.
 *
 * @param landClass the class (地类); required
 * @param area its area; required
 */
@JsonPropertyOrder({"landClass", "area"})
public record ClassArea(
        @NotNull(message = "{land.project.landClass.incomplete}")
        @WellFormed(message = "{land.project.landClass.unlisted}", groups = Advice.class)
        @Nullable
        LandClass landClass,

        @NotNull(message = "{land.project.landClass.incomplete}") @Nullable
        Area area) {}
