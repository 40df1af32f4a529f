package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * The review of legality (合法性审查), which no consultation replaces; 重大行政决策程序暂行条例 (State Council order no. 713), arts.
 * 25 and 26.
 *
 * @param reviewer who reviewed it, or null
 * @param submittedOn the day on which the draft was sent to be reviewed, or null
 * @param completedOn the day of the opinion, or null while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"reviewer", "submittedOn", "completedOn"})
public record LegalityReview(
        @Nullable Agency reviewer,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate submittedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate completedOn) {

    /** Creates a review; blank texts and codes become null. */
    public LegalityReview {
        reviewer = Blank.toNull(reviewer);
    }
}
