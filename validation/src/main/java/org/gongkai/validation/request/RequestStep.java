package org.gongkai.validation.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Objects;
import org.gongkai.core.calendar.DutyCheck;
import org.jspecify.annotations.Nullable;

/**
 * One time limit of an application, as it stands on a day.
 *
 * @param duty the name of the time limit in the catalogue of duties, such as {@code application-reply}
 * @param source the law and article that sets it
 * @param done the day on which it was done, or null
 * @param due the last day, the first that it can be where the judgement leaves several open; null when it cannot be told
 * @param judgement the judgement
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"duty", "source", "done", "due", "judgement"})
public record RequestStep(
        String duty,
        String source,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate done,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate due,

        DutyCheck judgement) {

    /**
     * Creates a step.
     *
     * @throws NullPointerException when a component that is not marked nullable is null
     */
    public RequestStep {
        Objects.requireNonNull(duty, "duty");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(judgement, "judgement");
    }
}
