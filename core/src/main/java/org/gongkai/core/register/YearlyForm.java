package org.gongkai.core.register;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * The form of a year on the work of a site (政府网站工作年度报表).
 *
 * @param year the year that it is on, or null
 * @param publishedOn the day on which it was published, or null
 * @param url its address, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"year", "publishedOn", "url"})
public record YearlyForm(
        @Nullable Integer year,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate publishedOn,

        @Nullable String url) {

    /** Creates one; blank texts become null. */
    public YearlyForm {
        url = Blank.toNull(url);
    }
}
