package org.gongkai.core.assistance;

import java.util.List;

/**
 * What is in force under a heading on a day.
 *
 * @param category the heading
 * @param current what is in force or may be; empty when the heading has no current line
 */
public record HeadingState(AssistanceCategory category, List<StandardInForce> current) {

    public HeadingState {
        current = List.copyOf(current);
    }

    /**
     * Tells whether the heading has no current line.
     *
     * @return true when nothing under it can be in force
     */
    public boolean missing() {
        return current.isEmpty();
    }

    /**
     * Tells whether at least one line under the heading is in force by what is known.
     *
     * @return false also when lines are possible only
     */
    public boolean known() {
        return current.stream().anyMatch(each -> each.known() != null);
    }
}
