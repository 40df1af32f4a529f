package org.gongkai.core.calendar;

import java.util.Objects;

/**
 * An answer that says whether a notice still to come can change it.
 *
 * @param value the answer
 * @param provisional true when it touches a day that {@link CalendarSpan} calls provisional
 * @param <T> the type of the answer
 */
public record Answer<T>(T value, boolean provisional) {

    /**
     * Creates an answer.
     *
     * @throws NullPointerException when {@code value} is null
     */
    public Answer {
        Objects.requireNonNull(value, "value");
    }
}
