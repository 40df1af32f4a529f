package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * When and where owners and users register for compensation (补偿登记). Source: Land Administration Law (土地管理法),
 * art. 47.
 *
 * @param from the first day, or null
 * @param until the last day, or null
 * @param place where, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"from", "until", "place"})
public record CompensationRegistration(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate from,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate until,

        @Nullable String place) {

    /** Creates a registration; a blank place becomes null. */
    public CompensationRegistration {
        place = Blank.toNull(place);
    }
}
