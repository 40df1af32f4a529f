package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * What became of the matters by the end of the year (年终总公开), as one county of Shandong publishes it.
 *
 * @param publishedOn the day on which it was published, or null
 * @param url where it is, or null
 * @param summary what it says in short, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"publishedOn", "url", "summary"})
public record CatalogueCompletion(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate publishedOn,

        @Nullable String url,
        @Nullable String summary) {

    /** Creates an account; blank texts and codes become null. */
    public CatalogueCompletion {
        url = Blank.toNull(url);
        summary = Blank.toNull(summary);
    }
}
