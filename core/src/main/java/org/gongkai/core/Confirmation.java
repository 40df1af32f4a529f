package org.gongkai.core;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Objects;

/**
 * That somebody looked whether a figure or a limit still stands: who, when and where. What nobody has looked at for
 * twelve months is stale, and may be right all the same.
 *
 * @param lastConfirmedOn the day on which it was last looked at
 * @param by who looked
 * @param at where: a text, a page, a collection of laws
 */
public record Confirmation(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        LocalDate lastConfirmedOn,

        String by,
        String at) {

    private static final int MONTHS = 12;

    /**
     * Creates a confirmation.
     *
     * @throws NullPointerException when a component is null
     */
    public Confirmation {
        Objects.requireNonNull(lastConfirmedOn, "lastConfirmedOn");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }

    /**
     * Tells whether a day of confirmation lies more than twelve months back.
     *
     * @param lastConfirmedOn the day of confirmation
     * @param today the day on which it is asked
     * @return true when it does
     */
    public static boolean stale(LocalDate lastConfirmedOn, LocalDate today) {
        return lastConfirmedOn.plusMonths(MONTHS).isBefore(today);
    }
}
