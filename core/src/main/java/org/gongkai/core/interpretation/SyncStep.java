package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * One of the three steps that an interpretation takes together with its document (三同步). An inner paper: it is judged and
 * never leaves. Which three they are differs; see {@link SyncScheme}.
 *
 * @param step the step, such as 同步审签, or null
 * @param doneOn the day on which it was taken, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"step", "doneOn"})
public record SyncStep(
        @Nullable String step,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate doneOn) {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public SyncStep {
        step = Blank.toNull(step);
    }
}
