package org.gongkai.core.land;

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
 * A stage that a project has reached. A project need not pass every stage: a hearing takes place only on demand.
 *
 * @param stage the stage; required
 * @param startedOn the day on which it began: the posting of a notice, the hearing, the date of the approval; required
 * @param endedOn the day on which it ended, the last day of a posting included, or null while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"stage", "startedOn", "endedOn"})
public record StageProgress(
        @NotNull(message = "{land.project.stage.incomplete}")
        @WellFormed(message = "{land.project.stage.unlisted}")
        @Nullable
        RequisitionStage stage,

        @NotNull(message = "{land.project.stage.incomplete}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate startedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate endedOn) {

    /** Creates an entry; a blank stage becomes null. */
    public StageProgress {
        stage = Blank.toNull(stage);
    }
}
