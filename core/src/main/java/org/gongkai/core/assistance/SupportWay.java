package org.gongkai.core.assistance;

import org.gongkai.core.ListedTerm;

/** Where people who are supported live (供养方式). A line that is not split by it has none. */
public enum SupportWay implements ListedTerm.Entry {
    /** In an institution (集中供养). */
    CENTRAL("集中"),
    /** At home (分散供养). */
    SCATTERED("分散");

    private final String label;

    SupportWay(String label) {
        this.label = label;
    }

    /**
     * The term as notices write it.
     *
     * @return the Chinese label
     */
    @Override
    public String label() {
        return label;
    }
}
