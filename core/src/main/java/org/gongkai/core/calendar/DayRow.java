package org.gongkai.core.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * A row of days without gap, of each of which is known whether it is worked, and counts over them. Places are counted from
 * 0, the first day.
 */
final class DayRow {

    private final long origin;
    private final int length;
    /** One bit a day, set when it is worked. */
    private final long[] bits;
    /** How many days are worked before each word of {@link #bits}. */
    private final int[] before;
    /** The places of the days worked, in order. */
    private final int[] worked;

    DayRow(LocalDate first, LocalDate last, Predicate<LocalDate> isWorked) {
        origin = first.toEpochDay();
        length = (int) (last.toEpochDay() - origin) + 1;
        bits = new long[(length + 63) / 64];
        before = new int[bits.length];
        int[] places = new int[length];
        int count = 0;
        for (int place = 0; place < length; place++) {
            if (place % 64 == 0) {
                before[place / 64] = count;
            }
            if (isWorked.test(first.plusDays(place))) {
                bits[place / 64] |= 1L << place;
                places[count++] = place;
            }
        }
        worked = Arrays.copyOf(places, count);
    }

    /** The place of a day, which may lie outside the row. */
    long place(LocalDate date) {
        return date.toEpochDay() - origin;
    }

    boolean isWorked(int place) {
        return (bits[place >> 6] & 1L << place) != 0;
    }

    /** How many days are worked up to a place, itself included; 0 for -1. */
    int until(int place) {
        return place < 0 ? 0 : before[place >> 6] + Long.bitCount(bits[place >> 6] & -1L >>> 63 - (place & 63));
    }

    /** The place of the n-th day worked, counted from 1; the length of the row when it has fewer. */
    int nth(long n) {
        return n > worked.length ? length : worked[(int) n - 1];
    }

    LocalDate day(int place) {
        return LocalDate.ofEpochDay(origin + place);
    }
}
