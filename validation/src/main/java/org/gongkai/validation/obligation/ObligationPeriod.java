package org.gongkai.validation.obligation;

/** Which records an obligation of a year looks at. */
public enum ObligationPeriod {
    /** Those of the year alone. */
    YEAR,
    /** All: a register shows how things stand, whatever the year in which a site or an account was opened. */
    STANDING
}
