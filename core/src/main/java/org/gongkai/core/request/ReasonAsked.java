package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of very many applications of one applicant, who was asked for the reason (说明理由; Regulation, art. 35).
 *
 * @param askedOn the day on which the body asked, or null
 * @param answeredOn the day of the answer, or null
 * @param accepted whether the reason was held to be good, or null
 * @param answerBy the later day told to the applicant, by which the body will answer; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"askedOn", "answeredOn", "accepted", "answerBy"})
public record ReasonAsked(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate askedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate answeredOn,

        @Nullable Boolean accepted,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate answerBy) {}
