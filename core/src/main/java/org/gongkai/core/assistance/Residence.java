package org.gongkai.core.assistance;

import org.gongkai.core.ListedTerm;

/** For whose residence a standard holds. An item that is not split by residence has none. */
public enum Residence implements ListedTerm.Entry {
    /** Urban residents (城市). */
    URBAN("城市"),
    /** Rural residents (农村). */
    RURAL("农村"),
    /** Both at one amount (城乡统筹). */
    UNIFIED("城乡");

    private final String label;

    Residence(String label) {
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
