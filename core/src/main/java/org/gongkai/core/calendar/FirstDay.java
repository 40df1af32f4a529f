package org.gongkai.core.calendar;

/**
 * Whether the day on which a period begins counts as its first day. Published notices disagree: of seven notices that
 * post something for ten working days, some fit only when the day of posting counts and one only when it does not.
 * 民法典 art. 201 leaves the day out.
 */
public enum FirstDay {
    /** The day of posting is the first day, if it is a day of the kind counted: the lenient reading. */
    COUNTED,
    /** Counting begins on the day after: the strict reading. */
    NOT_COUNTED
}
