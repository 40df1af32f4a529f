package org.gongkai.conversion;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a run changes its baseline of known findings. Immutable.
 *
 * @param shrinks whether entries are dropped that are expired, or that hold nothing back any more
 * @param reason why findings that are not held back yet are taken in, or null when none are
 * @param until the last day on which these are held back; null exactly when {@code reason} is
 */
public record BaselineUpdate(
        boolean shrinks, @Nullable String reason, @Nullable LocalDate until) {

    /**
     * Creates an update.
     *
     * @throws IllegalArgumentException when only one of reason and day is given, or the reason is blank
     */
    public BaselineUpdate {
        if ((reason == null) != (until == null) || reason != null && reason.isBlank()) {
            throw new IllegalArgumentException(
                    "what is taken into a baseline needs a reason and a last day: " + reason + ", " + until);
        }
    }
}
