package org.gongkai.core.calendar;

import java.io.IOException;
import java.io.Reader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
 * and none falls back to weekdays. The methods whose names end in {@code OrProvisional} mark an answer that a notice
 * still to come can change; they alone look at tentative years, of which only the days off that the law itself fixes
 * are known.
 *
 * <p>Immutable and safe to share between threads. No method accepts null.
 */
public final class WorkingCalendar {

    private static final String RESOURCE = "working-days.csv";

    private final List<CalendarNotice> notices;
    private final CalendarSpan span;
    /** The epoch day of the first day known: place 0 in what follows. */
    private final long origin;
    /** How many days are known; those after them are tentative. */
    private final int known;
    /** One bit a day, set when it is worked. */
    private final long[] bits;
    /** How many days are worked before each word of {@link #bits}. */
    private final int[] before;
    /** The places of the days worked, in order. */
    private final int[] worked;

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
        origin = first.toEpochDay();
        known = (int) (last.toEpochDay() - origin) + 1;

        Map<LocalDate, Boolean> named = named(notices, last);
        int days = (int) (end.toEpochDay() - origin) + 1;
        bits = new long[(days + 63) / 64];
        before = new int[bits.length];
        int[] places = new int[days];
        int count = 0;
        for (int place = 0; place < days; place++) {
            if (place % 64 == 0) {
                before[place / 64] = count;
            }
            LocalDate day = first.plusDays(place);
            if (named.getOrDefault(day, day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)) {
                bits[place / 64] |= 1L << place;
                places[count++] = place;
            }
        }
        worked = Arrays.copyOf(places, count);
    }

    /** The same days, of which {@code known} may be asked about. */
    private WorkingCalendar(WorkingCalendar other, CalendarSpan span) {
        this.notices = other.notices;
        this.span = span;
        this.origin = other.origin;
        this.known = (int) (span.last().toEpochDay() - origin) + 1;
        this.bits = other.bits;
        this.before = other.before;
        this.worked = other.worked;
    }

    /**
     * The calendar of mainland China by the notices of the General Office of the State Council, 2007 to 2026, with 2027
     * tentative.
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
        int place = place(date);
        return (bits[place >> 6] & 1L << place) != 0;
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
        return n == 0 ? start : worked(n > 0 ? (long) until(place) + n : (long) until(place - 1) + n + 1);
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
        return until(place(to)) - until(place(from));
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
        return worked((long) until(place(start) - skipped(firstDay)) + n);
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
        return Math.max(0, until(place(end)) - until(place(start) - skipped(firstDay)));
    }

    /**
     * As {@link #isWorkingDay}, marked, and for tentative years too.
     *
     * @param date the day
     * @return the answer
     * @throws OutsideCalendarException when the day is in no year loaded, tentative years included
     */
    public Answer<Boolean> isWorkingDayOrProvisional(LocalDate date) {
        return marked(tentatively().isWorkingDay(date), date, date);
    }

    /**
     * As {@link #plusWorkingDays}, marked, and for tentative years too.
     *
     * @param start the day on which the period begins
     * @param n the number of working days, of either sign
     * @return the answer
     * @throws OutsideCalendarException when a day is in no year loaded, tentative years included
     */
    public Answer<LocalDate> plusWorkingDaysOrProvisional(LocalDate start, int n) {
        LocalDate end = tentatively().plusWorkingDays(start, n);
        return marked(end, start, end);
    }

    /**
     * As {@link #workingDaysBetween}, marked, and for tentative years too.
     *
     * @param from the day after which counting begins
     * @param to the last day
     * @return the answer
     * @throws OutsideCalendarException when a day is in no year loaded, tentative years included
     */
    public Answer<Integer> workingDaysBetweenOrProvisional(LocalDate from, LocalDate to) {
        return marked(tentatively().workingDaysBetween(from, to), from, to);
    }

    /**
     * As {@link #displayEnd}, marked, and for tentative years too.
     *
     * @param start the day of posting
     * @param n the number of working days, at least 1
     * @param firstDay whether the day of posting counts
     * @return the answer
     * @throws IllegalArgumentException when n is less than 1
     * @throws OutsideCalendarException when a day is in no year loaded, tentative years included
     */
    public Answer<LocalDate> displayEndOrProvisional(LocalDate start, int n, FirstDay firstDay) {
        LocalDate end = tentatively().displayEnd(start, n, firstDay);
        return marked(end, start, end);
    }

    /** This calendar with its tentative years taken for known; whoever asks it must mark the answer. */
    WorkingCalendar tentatively() {
        return new WorkingCalendar(
                this,
                new CalendarSpan(span.first(), span.tentativeUntil(), span.provisionalFrom(), span.tentativeUntil()));
    }

    private <T> Answer<T> marked(T value, LocalDate one, LocalDate other) {
        return new Answer<>(value, span.isProvisional(one) || span.isProvisional(other));
    }

    private static int skipped(FirstDay firstDay) {
        return firstDay == FirstDay.COUNTED ? 1 : 0;
    }

    private int place(LocalDate date) {
        long place = date.toEpochDay() - origin;
        if (place < 0 || place >= known) {
            throw new OutsideCalendarException(date, span.first(), span.last());
        }
        return (int) place;
    }

    /** How many days are worked up to a place, itself included; 0 for -1. */
    private int until(int place) {
        return place < 0 ? 0 : before[place >> 6] + Long.bitCount(bits[place >> 6] & -1L >>> 63 - (place & 63));
    }

    /** The n-th day worked since the calendar begins, counted from 1. */
    private LocalDate worked(long n) {
        if (n < 1) {
            throw new OutsideCalendarException(span.first().minusDays(1), span.first(), span.last());
        }
        if (n > worked.length || worked[(int) n - 1] >= known) {
            throw new OutsideCalendarException(span.last().plusDays(1), span.first(), span.last());
        }
        return LocalDate.ofEpochDay(origin + worked[(int) n - 1]);
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
