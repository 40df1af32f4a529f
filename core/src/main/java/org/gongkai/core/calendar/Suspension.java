package org.gongkai.core.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Time that does not count towards a limit, such as that in which a third party is heard (政府信息公开条例 arts. 32 and
 * 33).
 *
 * @param from the day on which it begins, not taken out itself: the third party's receipt
 * @param to the last day taken out: the day on which the answer came
 */
public record Suspension(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        LocalDate from,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        LocalDate to) {

    /**
     * Creates a suspension.
     *
     * @throws NullPointerException when a day is null
     * @throws IllegalArgumentException when it ends before it begins
     */
    public Suspension {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("suspension from " + from + " ends on " + to + ", before it begins");
        }
    }
}
