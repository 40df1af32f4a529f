package org.gongkai.core.calendar;

/**
 * Whether the day on which a period begins counts as its first day. Practice disagrees: of seven published periods four
 * are exactly ten working days when the day of posting counts, and two when it does not. 民法典 art. 201 leaves it out.
 */
public enum FirstDay {
    /** The day of posting is the first day, if it is a day of the kind counted: the lenient reading. */
    COUNTED,
    /** Counting begins on the day after: the strict reading. */
    NOT_COUNTED
}
