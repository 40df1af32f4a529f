package org.gongkai.core.assistance;

/** For whom and how long an amount in yuan is paid. One notice may use several units. */
public enum AmountUnit {
    /** Yuan a person and month. */
    YUAN_PERSON_MONTH("元/人·月", 12),
    /** Yuan a person and year. */
    YUAN_PERSON_YEAR("元/人·年", 1),
    /** Yuan a household and month. */
    YUAN_HOUSEHOLD_MONTH("元/户·月", 12);

    private final String label;
    private final int timesAYear;

    AmountUnit(String label, int timesAYear) {
        this.label = label;
        this.timesAYear = timesAYear;
    }

    /**
     * The unit as notices write it.
     *
     * @return the Chinese label
     */
    public String label() {
        return label;
    }

    /**
     * How often the amount is paid in a year.
     *
     * @return 12 or 1
     */
    public int timesAYear() {
        return timesAYear;
    }

    /**
     * Tells whether the amount goes to a household and not to a person.
     *
     * @return true for a household
     */
    public boolean household() {
        return this == YUAN_HOUSEHOLD_MONTH;
    }
}
