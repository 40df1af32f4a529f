package org.gongkai.core.annual;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The time that the figures are counted over (统计期限).
 *
 * @param from its first day, or null
 * @param until its last day, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"from", "until"})
public record ReportPeriod(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate from,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate until) {

    /**
     * The calendar year, which the report is about.
     *
     * @param year the year
     * @return from its first to its last day
     */
    public static ReportPeriod of(int year) {
        return new ReportPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
