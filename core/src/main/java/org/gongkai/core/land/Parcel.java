package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of land (地块), or the land of one village, in a project.
 *
 * @param number its number in the notice, or null
 * @param location where it lies, with town, village and group as far as they are told; required unless the collective
 *     names the village
 * @param bounds what it borders (四至), or null
 * @param collective the rural collective that owns it (农村集体经济组织), or null
 * @param area its area; required
 * @param landClasses its area by class of land; a class and the classes within it (其中) may both stand here
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"number", "location", "bounds", "collective", "area", "landClasses"})
public record Parcel(
        @Nullable String number,

        @Nullable String location,

        @Nullable Bounds bounds,

        @NotNull(message = "{land.project.parcel.collectiveMissing}", groups = Advice.class) @Nullable
        String collective,

        @NotNull(message = "{land.project.parcel.incomplete}") @Nullable
        Area area,

        List<@Valid ClassArea> landClasses) {

    /** Creates a parcel; blank texts become null, a null list becomes empty. */
    public Parcel {
        number = Blank.toNull(number);
        location = Blank.toNull(location);
        collective = Blank.toNull(collective);
        landClasses = Blank.dropped(landClasses);
    }
}
