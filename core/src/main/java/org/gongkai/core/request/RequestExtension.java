package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A longer time for the answer (延期; Regulation, art. 33).
 *
 * @param days by how many working days, at most 20; or null
 * @param approvedBy the post, not the name, of who consented, or null
 * @param toldOn the day on which the applicant was told, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"days", "approvedBy", "toldOn"})
public record RequestExtension(
        @Nullable Integer days,

        @Nullable String approvedBy,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate toldOn) {

    /** Creates an extension; blank texts become null. */
    public RequestExtension {
        approvedBy = PublicText.of(approvedBy);
    }
}
