package org.gongkai.core.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;

/**
 * An answer that says how far a notice still to come can move it.
 *
 * @param from the least answer that such a notice can bring about: a deadline does not fall before it
 * @param to the greatest one, as the notices of all years so far moved days; equal to {@code from} where none is moved
 * @param provisional true when it touches a day that {@link CalendarSpan} calls provisional
 * @param <T> the type of the answer
 */
public record Answer<T>(T from, T to, boolean provisional) {

    /**
     * Creates an answer.
     *
     * @throws NullPointerException when {@code from} or {@code to} is null
     */
    public Answer {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /**
     * Tells whether there is one answer, whatever a notice still to come says.
     *
     * @return true when both ends are the same
     */
    @JsonIgnore
    public boolean settled() {
        return from.equals(to);
    }
}
