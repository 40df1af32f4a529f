package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * What the answer says of remedies (救济告知; 行政复议法 (2023), arts. 20 and 23).
 *
 * @param reconsiderationBody the body named for reconsideration, or null
 * @param court the court named, or null
 * @param reconsiderationFirst whether it says that reconsideration comes before a suit; null when that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"reconsiderationBody", "court", "reconsiderationFirst"})
public record RequestRemedy(
        @Nullable Agency reconsiderationBody,

        @Nullable String court,

        @Nullable Boolean reconsiderationFirst) {

    /** Creates a remedy; blank texts and codes become null. */
    public RequestRemedy {
        reconsiderationBody = Blank.toNull(reconsiderationBody);
        court = Blank.toNull(court);
    }
}
