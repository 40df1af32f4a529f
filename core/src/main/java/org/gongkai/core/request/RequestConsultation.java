package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * An opinion asked of others before the answer (征求意见; Regulation, arts. 32 to 34). Who was asked belongs to the other half of the case.
 *
 * @param role what they are to the information, or null
 * @param sentOn the day on which they were written to, or null
 * @param receivedOn the day on which they had the letter, from which their 15 working days run; or null
 * @param answeredOn the day on which their answer came; null for none
 * @param consents whether they consent, or are held to; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"role", "sentOn", "receivedOn", "answeredOn", "consents"})
public record RequestConsultation(
        @WellFormed(message = "{request.consultation.roleUnlisted}", groups = Advice.class) @Nullable
        ConsultationRole role,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate sentOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate receivedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate answeredOn,

        @Nullable Boolean consents) {

    /** Creates a consultation; blank terms become null. */
    public RequestConsultation {
        role = Blank.toNull(role);
    }
}
