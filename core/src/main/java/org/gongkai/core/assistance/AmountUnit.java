package org.gongkai.core.assistance;

import org.gongkai.core.ListedTerm;

/** For whom and how long an amount in yuan is paid. One notice may use several units. */
public enum AmountUnit implements ListedTerm.Entry {
    /** Yuan a person and month. */
    YUAN_PERSON_MONTH(Payee.PERSON, Period.MONTH),
    /** Yuan a person and quarter. */
    YUAN_PERSON_QUARTER(Payee.PERSON, Period.QUARTER),
    /** Yuan a person and year. */
    YUAN_PERSON_YEAR(Payee.PERSON, Period.YEAR),
    /** Yuan a person each time that help is given, such as 临时救助. */
    YUAN_PERSON_TIME(Payee.PERSON, Period.TIME),
    /** Yuan a household and month. */
    YUAN_HOUSEHOLD_MONTH(Payee.HOUSEHOLD, Period.MONTH),
    /** Yuan a household and quarter. */
    YUAN_HOUSEHOLD_QUARTER(Payee.HOUSEHOLD, Period.QUARTER),
    /** Yuan a household and year. */
    YUAN_HOUSEHOLD_YEAR(Payee.HOUSEHOLD, Period.YEAR),
    /** Yuan a household each time that help is given. */
    YUAN_HOUSEHOLD_TIME(Payee.HOUSEHOLD, Period.TIME);

    /** Who is paid. */
    public enum Payee {
        /** Each person (人). */
        PERSON("人"),
        /** Each household (户). */
        HOUSEHOLD("户");

        private final String label;

        Payee(String label) {
            this.label = label;
        }

        /**
         * The word as units write it.
         *
         * @return the Chinese label
         */
        public String label() {
            return label;
        }
    }

    /** How often it is paid. */
    public enum Period {
        /** Every month (月). */
        MONTH("月", 12),
        /** Every quarter (季). */
        QUARTER("季", 4),
        /** Every year (年). */
        YEAR("年", 1),
        /** Each time that help is given (次), so that nothing is known of what it comes to in a year. */
        TIME("次", 1);

        private final String label;
        private final int timesAYear;

        Period(String label, int timesAYear) {
            this.label = label;
            this.timesAYear = timesAYear;
        }

        /**
         * The word as units write it.
         *
         * @return the Chinese label
         */
        public String label() {
            return label;
        }
    }

    private final Payee payee;
    private final Period period;

    AmountUnit(Payee payee, Period period) {
        this.payee = payee;
        this.period = period;
    }

    /**
     * The unit of a payee and a period.
     *
     * @param payee who is paid
     * @param period how often
     * @return the unit
     */
    public static AmountUnit of(Payee payee, Period period) {
        for (AmountUnit each : values()) {
            if (each.payee == payee && each.period == period) {
                return each;
            }
        }
        throw new IllegalStateException(payee + " " + period);
    }

    /**
     * The unit as notices write it, such as 元/人·月.
     *
     * @return the Chinese label
     */
    @Override
    public String label() {
        return "元/" + payee.label + '·' + period.label;
    }

    /**
     * How often the amount is paid.
     *
     * @return the period
     */
    public Period period() {
        return period;
    }

    /**
     * How often the amount is paid in a year.
     *
     * @return 12, 4 or 1; 1 for an amount that is paid each time
     */
    public int timesAYear() {
        return period.timesAYear;
    }

    /**
     * Tells whether the amount goes to a household and not to a person.
     *
     * @return true for a household
     */
    public boolean household() {
        return payee == Payee.HOUSEHOLD;
    }

    /**
     * Tells whether amounts of two units can be compared: both go to persons or both to households, and both are paid
     * over time or both each time.
     *
     * @param other the other unit
     * @return true when they can
     */
    public boolean comparableWith(AmountUnit other) {
        return payee == other.payee && (period == Period.TIME) == (other.period == Period.TIME);
    }

    /**
     * The unit of what such amounts come to in a year, in which amounts of comparable units are compared.
     *
     * @return the unit of the same payee and a year; for an amount paid each time the unit itself
     */
    public AmountUnit yearly() {
        return period == Period.TIME ? this : of(payee, Period.YEAR);
    }
}
