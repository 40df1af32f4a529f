package org.gongkai.core.calendar;

import java.io.IOException;
import java.io.Reader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.core.text.Csv;

/**
 * The official calendar of working days (工作日): weekends, public holidays and the days worked instead of them.
 *
 * <pre>{@code
 * WorkingCalendar calendar = WorkingCalendar.china();
 * calendar.isWorkingDay(LocalDate.of(2026, 2, 28));            // true: a Saturday worked for the spring festival
 * calendar.plusWorkingDays(LocalDate.of(2023, 9, 22), 10);     // 2023-10-12
 * calendar.plusWorkingDays(LocalDate.of(2026, 12, 21), 10);    // throws: the notice of 2027 is not loaded
 * }</pre>
 *
 * <p>A day is a working day if the last notice that names it says so; a day that no notice names is one from Monday to
 * Friday. That holds within {@link #span()} only: beyond it every method throws {@link OutsideCalendarException}
 * and none falls back to weekdays. The methods whose names end in {@code OrProvisional} give the range in which a notice
 * still to come can move the answer; they alone look at tentative years, of which only the days off that the law itself
 * fixes are known.
 *
 * <p>Immutable and safe to share between threads. No method accepts null.
 */
public final class WorkingCalendar {

    private static final String RESOURCE = "working-days.csv";

    /**
     * How far from a day off that the law fixes a notice has moved days: what the notices of 2007 to 2026 show, which is 2
     * days before it and 5 after it for days off, and 8 before and 10 after it for days worked instead, with a day or two to
     * spare. Extraordinary holidays, such as that of September 2015, are nobody's to foresee.
     */
    private static final Reach OFF = new Reach(3, 7);

    private static final Reach WORKED = new Reach(10, 12);

    private final List<CalendarNotice> notices;
    private final CalendarSpan span;
    /** As the notices have it, and the law where there is none. */
    private final DayRow days;
    /** With every day worked that a notice still to come may have worked: no counting is faster. */
    private final DayRow fast;
    /** With every day off that a notice still to come may have off: no counting is slower. */
    private final DayRow slow;

    /** Days before and after a day. */
    private record Reach(int before, int after) {

        /** Tells whether a day that the law fixes is so near that a notice could move this one on its account. */
        boolean has(LocalDate date, NavigableSet<LocalDate> fixed) {
            LocalDate nearest = fixed.ceiling(date.minusDays(after));
            return nearest != null && !nearest.isAfter(date.plusDays(before));
        }
    }

    private WorkingCalendar(List<CalendarNotice> all) {
        TreeSet<Integer> years = new TreeSet<>();
        TreeSet<Integer> tentative = new TreeSet<>();
        all.forEach(notice -> (notice.tentative() ? tentative : years).add(notice.year()));
        tentative.removeAll(years);
        requireWithoutGap(years, tentative);
        notices = all.stream()
                .filter(notice -> notice.tentative() == tentative.contains(notice.year()))
                .toList();

        LocalDate first = LocalDate.of(years.first(), 1, 1);
        LocalDate last = LocalDate.of(years.last(), 12, 31);
        LocalDate end = tentative.isEmpty() ? last : LocalDate.of(tentative.last(), 12, 31);
        span = new CalendarSpan(first, last, last.withDayOfMonth(1), end);

        Map<LocalDate, Boolean> named = named(notices, last);
        TreeSet<LocalDate> fixed = new TreeSet<>(Set.of(last.plusDays(1)));
        notices.stream().filter(CalendarNotice::tentative).forEach(notice -> fixed.addAll(notice.off()));
        days = new DayRow(first, end, day -> named.getOrDefault(day, !weekend(day)));
        fast = new DayRow(first, end, day -> worked(day, true, fixed));
        slow = new DayRow(first, end, day -> worked(day, false, fixed));
    }

    /** Whether a day is worked when the notices still to come move all they may to working days, or all to days off. */
    private boolean worked(LocalDate day, boolean toWork, NavigableSet<LocalDate> fixed) {
        boolean worked = days.isWorked((int) days.place(day));
        if (!span.isProvisional(day) || fixed.contains(day) || worked == toWork) {
            return worked;
        }
        return (toWork ? WORKED : OFF).has(day, fixed) == toWork;
    }

    /** The same years, of which one reading of the days not settled is taken for known. */
    private WorkingCalendar(WorkingCalendar other, DayRow reading) {
        this.notices = other.notices;
        this.span = new CalendarSpan(
                other.span.first(),
                other.span.tentativeUntil(),
                other.span.provisionalFrom(),
                other.span.tentativeUntil());
        this.days = reading;
        this.fast = reading;
        this.slow = reading;
    }

    /**
     * The calendar of mainland China by the notices of the General Office of the State Council, 2007 to 2026, with
     * the ten years after them tentative.
     *
     * @return the calendar; read anew at each call, so keep it
     */
    public static WorkingCalendar china() {
        return Csv.shipped(
                WorkingCalendar.class.getResourceAsStream(RESOURCE),
                RESOURCE,
                reader -> of(CalendarNotice.read(reader, RESOURCE)));
    }

    /**
     * A calendar from notices alone.
     *
     * @param notices the notices, a later one overriding an earlier one on the days that it names
     * @return the calendar
     * @throws IllegalArgumentException when no notice is final, or a year between two others has none
     */
    public static WorkingCalendar of(List<CalendarNotice> notices) {
        return new WorkingCalendar(notices);
    }

    /**
     * This calendar with further notices: a new year, or a change to a year that is loaded. A final notice displaces
     * the tentative notices of its year.
     *
     * @param further the notices, overriding the ones loaded on the days that they name
     * @return the new calendar
     * @throws IllegalArgumentException when a year between two others has no notice
     */
    public WorkingCalendar with(CalendarNotice... further) {
        return of(Stream.concat(notices.stream(), Stream.of(further)).toList());
    }

    /**
     * This calendar with the notices of a file.
     *
     * @param reader the file, in the form of {@link CalendarNotice#read}
     * @param source its name, for messages
     * @return the new calendar
     * @throws IOException when the file cannot be read or has another form, or leaves a year out; the message says
     *     where
     */
    public WorkingCalendar with(Reader reader, String source) throws IOException {
        CalendarNotice[] further = CalendarNotice.read(reader, source).toArray(CalendarNotice[]::new);
        try {
            return with(further);
        } catch (IllegalArgumentException e) {
            throw new IOException(source + ": " + e.getMessage(), e);
        }
    }

    /**
     * The days that this calendar knows, and which part of them is provisional.
     *
     * @return the span
     */
    public CalendarSpan span() {
        return span;
    }

    /**
     * The notices that this calendar rests on.
     *
     * @return the notices, the overriding ones after those that they override
     */
    public List<CalendarNotice> notices() {
        return notices;
    }

    /**
     * Tells whether a day is worked.
     *
     * @param date the day
     * @return true for a working day
     * @throws OutsideCalendarException when the day is outside the span
     */
    public boolean isWorkingDay(LocalDate date) {
        return days.isWorked(place(date));
    }

    /**
     * The last day of a period of working days, the day on which it begins not counted (民法典 art. 201): the n-th
     * working day after the start. Negative n counts back: the n-th working day before the start.
     *
     * <p>A start on a day off is allowed; the next working day is then the first. For n = 0 the start itself, worked or
     * not.
     *
     * @param start the day on which the period begins
     * @param n the number of working days, of either sign
     * @return the last day
     * @throws OutsideCalendarException when the start, or the day reached, is outside the span
     */
    public LocalDate plusWorkingDays(LocalDate start, int n) {
        int place = place(start);
        return n == 0 ? start : nth(n > 0 ? (long) days.until(place) + n : (long) days.until(place - 1) + n + 1);
    }

    /**
     * How many working days lie after one day and not after another: {@code from} excluded, {@code to} included.
     *
     * <p>So the count of two adjoining periods is the sum of theirs, and turning the arguments round turns the sign:
     * for an earlier {@code to} it is minus the working days after {@code to} up to {@code from}.
     *
     * @param from the day after which counting begins
     * @param to the last day
     * @return the number of working days, negative when {@code to} comes first
     * @throws OutsideCalendarException when a day is outside the span
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return days.until(place(to)) - days.until(place(from));
    }

    /**
     * The last day on which something must still be posted to be posted for n working days (公示期).
     *
     * @param start the day of posting; when it is a day off, the next working day is the first under either reading
     * @param n the number of working days, at least 1
     * @param firstDay whether the day of posting counts
     * @return the last day of the period
     * @throws IllegalArgumentException when n is less than 1
     * @throws OutsideCalendarException when the start, or the day reached, is outside the span
     */
    public LocalDate displayEnd(LocalDate start, int n, FirstDay firstDay) {
        if (n < 1) {
            throw new IllegalArgumentException("a period of " + n + " days; expected at least 1");
        }
        return nth((long) days.until(place(start) - skipped(firstDay)) + n);
    }

    /**
     * For how many working days something was posted.
     *
     * @param start the day of posting
     * @param end the last day, counted
     * @param firstDay whether the day of posting counts
     * @return the number of working days, 0 when the end comes before the start
     * @throws OutsideCalendarException when a day is outside the span
     */
    public int displayDays(LocalDate start, LocalDate end, FirstDay firstDay) {
        return Math.max(0, days.until(place(end)) - days.until(place(start) - skipped(firstDay)));
    }

    /**
     * As {@link #isWorkingDay}, for tentative years too: a day that a notice still to come can move is false to true.
     *
     * @param date the day
     * @return the answer
     * @throws OutsideCalendarException when the day is in no year loaded, tentative years included
     */
    public Answer<Boolean> isWorkingDayOrProvisional(LocalDate date) {
        return answer(each -> each.isWorkingDay(date), date);
    }

    /**
     * As {@link #plusWorkingDays}, for tentative years too.
     *
     * @param start the day on which the period begins
     * @param n the number of working days, of either sign
     * @return the answer
     * @throws OutsideCalendarException when a day is in no year loaded, tentative years included
     */
    public Answer<LocalDate> plusWorkingDaysOrProvisional(LocalDate start, int n) {
        return answer(each -> each.plusWorkingDays(start, n), start);
    }

    /**
     * As {@link #workingDaysBetween}, for tentative years too.
     *
     * @param from the day after which counting begins
     * @param to the last day
     * @return the answer
     * @throws OutsideCalendarException when a day is in no year loaded, tentative years included
     */
    public Answer<Integer> workingDaysBetweenOrProvisional(LocalDate from, LocalDate to) {
        return answer(each -> each.workingDaysBetween(from, to), from.isAfter(to) ? from : to);
    }

    /**
     * As {@link #displayEnd}, for tentative years too.
     *
     * @param start the day of posting
     * @param n the number of working days, at least 1
     * @param firstDay whether the day of posting counts
     * @return the answer
     * @throws IllegalArgumentException when n is less than 1
     * @throws OutsideCalendarException when a day is in no year loaded, tentative years included
     */
    public Answer<LocalDate> displayEndOrProvisional(LocalDate start, int n, FirstDay firstDay) {
        return answer(each -> each.displayEnd(start, n, firstDay), start);
    }

    /** This calendar with all days worked that a notice still to come may have worked, tentative years included. */
    WorkingCalendar fast() {
        return new WorkingCalendar(this, fast);
    }

    /** This calendar with all days off that a notice still to come may have off, tentative years included. */
    WorkingCalendar slow() {
        return new WorkingCalendar(this, slow);
    }

    /** The answers under both readings; provisional when the last day looked at is. */
    private <T extends Comparable<? super T>> Answer<T> answer(Function<WorkingCalendar, T> question, LocalDate day) {
        T one = question.apply(fast());
        T other = question.apply(slow());
        boolean ordered = one.compareTo(other) <= 0;
        T to = ordered ? other : one;
        boolean provisional = span.isProvisional(day) || to instanceof LocalDate reached && span.isProvisional(reached);
        return new Answer<>(ordered ? one : other, to, provisional);
    }

    private static int skipped(FirstDay firstDay) {
        return firstDay == FirstDay.COUNTED ? 1 : 0;
    }

    private int place(LocalDate date) {
        if (!span.contains(date)) {
            throw new OutsideCalendarException(date, span.first(), span.last());
        }
        return (int) days.place(date);
    }

    /** The n-th day worked since the calendar begins, counted from 1. */
    private LocalDate nth(long n) {
        if (n < 1) {
            throw new OutsideCalendarException(span.first().minusDays(1), span.first(), span.last());
        }
        LocalDate day = days.day(days.nth(n));
        if (!span.contains(day)) {
            throw new OutsideCalendarException(span.last().plusDays(1), span.first(), span.last());
        }
        return day;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static Map<LocalDate, Boolean> named(List<CalendarNotice> notices, LocalDate last) {
        Map<LocalDate, Boolean> named = new HashMap<>();
        for (CalendarNotice notice : notices) {
            // What is tentative must not change an answer that is not marked.
            notice.off().stream()
                    .filter(day -> !notice.tentative() || day.isAfter(last))
                    .forEach(day -> named.put(day, false));
            notice.work().stream()
                    .filter(day -> !notice.tentative() || day.isAfter(last))
                    .forEach(day -> named.put(day, true));
        }
        return named;
    }

    private static void requireWithoutGap(TreeSet<Integer> years, TreeSet<Integer> tentative) {
        if (years.isEmpty()) {
            throw new IllegalArgumentException("no final notice; expected at least one");
        }
        for (int year = years.first(); year < years.last(); year++) {
            if (!years.contains(year)) {
                throw missing(year, years.first(), years.last());
            }
        }
        int expected = years.last() + 1;
        for (int year : tentative) {
            if (year != expected++) {
                throw missing(expected - 1, years.first(), year);
            }
        }
    }

    private static IllegalArgumentException missing(int year, int first, int last) {
        return new IllegalArgumentException("the notice of " + year + " is missing between " + first + " and " + last
                + "; expected one for every year");
    }

    @Override
    public String toString() {
        return "WorkingCalendar[" + span.first() + ".." + span.last() + ", " + notices.size() + " notices]";
    }
}
