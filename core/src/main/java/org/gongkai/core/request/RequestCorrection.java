package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A call to correct the application (补正; Regulation, art. 30).
 *
 * @param askedOn the day on which the body asked for it, or null
 * @param items what is to be corrected, or null
 * @param untilOn the day that it set the applicant, or null
 * @param receivedOn the day on which the corrected application came, from which the time for the answer runs anew; null while it has not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"askedOn", "items", "untilOn", "receivedOn"})
public record RequestCorrection(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate askedOn,

        @Nullable String items,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate untilOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate receivedOn) {

    /** Creates a call; blank texts become null. */
    public RequestCorrection {
        items = PublicText.of(items);
    }
}
