package org.gongkai.core.assistance;

import org.gongkai.core.ListedTerm;

/** What a notice says it does to an amount. */
public enum AmountChange implements ListedTerm.Entry {
    /** The amount goes up (提高). */
    RAISED("提高"),
    /** The amount stays (继续执行). */
    UNCHANGED("继续执行"),
    /** The amount is set, whatever it was before (调整为). */
    SET("调整为");

    private final String label;

    AmountChange(String label) {
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
