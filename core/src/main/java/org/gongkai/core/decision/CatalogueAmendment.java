package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * A change to a catalogue after it was published (目录调整).
 *
 * @param type what was done; required
 * @param matter the name of the matter; required
 * @param amendedOn the day of the change; required
 * @param reason why, or null; a matter is dropped for a reason
 * @param detail what was changed, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "matter", "amendedOn", "reason", "detail"})
public record CatalogueAmendment(
        @NotNull(message = "{decision.catalogue.amendment.incomplete}")
        @WellFormed(message = "{decision.catalogue.amendment.typeUnlisted}")
        @Nullable
        AmendmentType type,

        @NotNull(message = "{decision.catalogue.amendment.incomplete}") @Nullable
        String matter,

        @NotNull(message = "{decision.catalogue.amendment.incomplete}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate amendedOn,

        @Nullable String reason,
        @Nullable String detail) {

    /** Creates an amendment; blank texts and codes become null. */
    public CatalogueAmendment {
        type = Blank.toNull(type);
        matter = Blank.toNull(matter);
        reason = Blank.toNull(reason);
        detail = Blank.toNull(detail);
    }
}
