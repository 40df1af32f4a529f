package org.gongkai.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingCalendarLawsTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.china();

    @Provide
    Arbitrary<LocalDate> days() {
        long first = LocalDate.of(2010, 1, 1).toEpochDay();
        return Arbitraries.longs()
                .between(first, LocalDate.of(2023, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property(tries = 500)
    void addingAndThenCountingGivesTheNumberAdded(@ForAll("days") LocalDate start, @ForAll @IntRange(max = 700) int n) {
        assertEquals(n, CALENDAR.workingDaysBetween(start, CALENDAR.plusWorkingDays(start, n)));
    }

    @Property(tries = 500)
    void fromAWorkingDayAddingCanBeTakenBack(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = -700, max = 700) int n) {
        Assume.that(CALENDAR.isWorkingDay(start));
        assertEquals(start, CALENDAR.plusWorkingDays(CALENDAR.plusWorkingDays(start, n), -n));
        assertEquals(n, CALENDAR.workingDaysBetween(start, CALENDAR.plusWorkingDays(start, n)));
    }

    @Property(tries = 500)
    void aLaterStartNeverEndsEarlierAndOneDayMoreEndsLater(
            @ForAll("days") LocalDate one, @ForAll("days") LocalDate other, @ForAll @IntRange(max = 700) int n) {
        LocalDate early = one.isBefore(other) ? one : other;
        LocalDate late = one.isBefore(other) ? other : one;
        assertFalse(CALENDAR.plusWorkingDays(early, n).isAfter(CALENDAR.plusWorkingDays(late, n)));
        assertTrue(CALENDAR.plusWorkingDays(early, n).isBefore(CALENDAR.plusWorkingDays(early, n + 1)));
    }

    @Property(tries = 500)
    void countsOfAdjoiningPeriodsAddUp(
            @ForAll("days") LocalDate a, @ForAll("days") LocalDate b, @ForAll("days") LocalDate c) {
        assertEquals(
                CALENDAR.workingDaysBetween(a, c),
                CALENDAR.workingDaysBetween(a, b) + CALENDAR.workingDaysBetween(b, c));
        assertEquals(-CALENDAR.workingDaysBetween(b, a), CALENDAR.workingDaysBetween(a, b));
    }

    @Property(tries = 500)
    void walkingDayByDayEndsOnTheSameDay(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = -300, max = 300) int n) {
        LocalDate day = start;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(Integer.signum(n));
            left -= CALENDAR.isWorkingDay(day) ? 1 : 0;
        }
        assertEquals(day, CALENDAR.plusWorkingDays(start, n));
    }

    @Property(tries = 500)
    void startOnADayOffCountsLikeTheWorkingDayBeforeIt(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 300) int n) {
        Assume.that(!CALENDAR.isWorkingDay(start));
        LocalDate before = CALENDAR.plusWorkingDays(start, -1);
        assertEquals(CALENDAR.plusWorkingDays(before, n), CALENDAR.plusWorkingDays(start, n));
        assertEquals(
                CALENDAR.displayEnd(start, n, FirstDay.NOT_COUNTED), CALENDAR.displayEnd(start, n, FirstDay.COUNTED));
    }

    @Property(tries = 500)
    void displayPeriodHoldsTheDaysAskedFor(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 300) int n, @ForAll FirstDay first) {
        LocalDate end = CALENDAR.displayEnd(start, n, first);
        assertTrue(CALENDAR.isWorkingDay(end));
        assertEquals(n, CALENDAR.displayDays(start, end, first));
        assertEquals(n - 1, CALENDAR.displayDays(start, end.minusDays(1), first));
    }
}
