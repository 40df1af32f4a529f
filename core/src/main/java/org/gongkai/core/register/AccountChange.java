package org.gongkai.core.register;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an account (备案记录).
 *
 * @param on the day, or null
 * @param event what happened, or null
 * @param reason why, or null
 * @param approvedBy who approved it, or null
 * @param announcedUrl the address of the announcement, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"on", "event", "reason", "approvedBy", "announcedUrl"})
public record AccountChange(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate on,

        @Nullable AccountEvent event,
        @Nullable String reason,
        @Nullable String approvedBy,
        @Nullable String announcedUrl) {

    /** Creates one; blank texts become null. */
    public AccountChange {
        event = Blank.toNull(event);
        reason = Blank.toNull(reason);
        approvedBy = Blank.toNull(approvedBy);
        announcedUrl = Blank.toNull(announcedUrl);
    }
}
