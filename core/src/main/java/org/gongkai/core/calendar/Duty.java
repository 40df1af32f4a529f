package org.gongkai.core.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Bilingual;
import org.gongkai.core.Confirmation;
import org.gongkai.core.Evidence;
import org.gongkai.core.calendar.Deadline.Doubt;
import org.gongkai.core.calendar.DutyCheck.Status;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be done within a time limit (期限): publish within 20 working days, post for at least 30 days,
 * invite at least 7 working days before.
 *
 * <pre>{@code
 * WorkingCalendar calendar = WorkingCalendar.china();
 * Duty feedback = Duties.catalogue().get("decision-adoption-feedback");   // 10 working days
 * LocalDate issued = LocalDate.of(2023, 9, 22);
 *
 * feedback.due(issued, calendar).date();                                  // 2023-10-12
 * DutyCheck judgement = feedback.check(issued, LocalDate.of(2023, 10, 16), calendar);
 * judgement.status();                                                     // LATE
 * judgement.by();                                                         // 2 (working days)
 * }</pre>
 *
 * <p>The amount and its unit come from the source named. How days are counted (counting, first day, last day, kind of
 * day) is seldom written there: those four are this library's defaults, derived from practice whatever the evidence of
 * the limit. Change them with the methods {@code with…}, or in a catalogue file of your own.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param id its name in files and reports, such as {@code land-requisition-announcement}
 * @param nameZh what must be done, in Chinese
 * @param nameEn what must be done, in English
 * @param amount how much time: a number; a range such as {@code 3..7}; for {@link Unit#DATE} a month and day such as
 *     {@code 06-30}; for {@link Unit#DATE_TEXT} a text; null for {@link Unit#EVENT}
 * @param unit what the amount counts
 * @param startZh what the time runs from, in Chinese
 * @param startEn what the time runs from, in English
 * @param counting how the time runs
 * @param bound whether the amount is the least, the most or the exact one; null where the source only tells of a practice
 * @param readAs what {@link Unit#DAYS_AS_STATED} is read as, or null to try both kinds of day and to judge only where
 *     they agree
 * @param firstDay whether the first day of a display period counts; no other counting looks at it
 * @param lastDay what happens when a limit in calendar days ends on a day off
 * @param source the law and article, or the page, that sets the limit
 * @param evidence how well the limit is known
 * @param noteZh a remark in Chinese, or null
 * @param noteEn a remark in English, or null
 * @param confirmed who last looked whether the limit still stands, when and where; null when nobody is known to have
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Duty(
        String id,
        String nameZh,
        String nameEn,
        @Nullable String amount,
        Unit unit,
        String startZh,
        String startEn,
        Counting counting,
        @Nullable Bound bound,
        @Nullable Unit readAs,
        FirstDay firstDay,
        LastDay lastDay,
        String source,
        Evidence evidence,
        @Nullable String noteZh,
        @Nullable String noteEn,
        @Nullable Confirmation confirmed) {

    private static final Set<String> YEAR_END = Set.of("year end", "年底", "年末");

    /** What the amount of a duty counts. */
    public enum Unit {
        /** Working days (工作日). */
        WORKING_DAYS("个工作日", "working day", "working days"),
        /** Every day. */
        CALENDAR_DAYS("日", "day", "days"),
        /** Days of which the source does not say whether all or only working days count. */
        DAYS_AS_STATED("日", "day", "days"),
        /** Months, to the same day of the month (民法典 art. 202). */
        MONTHS("个月", "month", "months"),
        /** Years, to the same day of the month (民法典 art. 202). */
        YEARS("年", "year", "years"),
        /** A day of every year. */
        DATE("日", "day", "days"),
        /** A day of every year described in words; only the end of the year is understood. */
        DATE_TEXT("日", "day", "days"),
        /** A number of times within each year. */
        TIMES_PER_YEAR("次", "time", "times"),
        /** No amount: at the moment of an event. */
        EVENT("", "", "");

        private final String chinese;
        private final String one;
        private final String many;

        Unit(String chinese, String one, String many) {
            this.chinese = chinese;
            this.one = one;
            this.many = many;
        }

        /**
         * A number of this unit in words, such as 3个工作日 or 3 working days.
         *
         * @param n the number
         * @param locale Chinese for Chinese, any other for English
         * @return the text
         */
        public String text(int n, Locale locale) {
            return Wording.of(locale, n + chinese, n + " " + (n == 1 ? one : many));
        }
    }

    /** How the time of a duty runs. */
    public enum Counting {
        /** Forward; the day of the start is not counted, the last day is (民法典 art. 201). */
        EXCLUDE_FIRST_DAY,
        /** Forward; the day of the start is counted. No duty of the catalogue has it; it is for users who need it. */
        INCLUDE_FIRST_DAY,
        /** A period of posting, whose last day is given as done; see {@link FirstDay}. */
        DISPLAY,
        /** Back from the event, whose day is not counted: the day reached is the last on which to act. */
        BACKWARD,
        /** As {@link #EXCLUDE_FIRST_DAY}; the time is taken out of another duty's, see {@link Suspension}. */
        EXCLUDE_FIRST_DAY_SUSPENDS,
        /** A day of the year. */
        FIXED_DATE,
        /** No days to count, or none known. */
        NONE
    }

    /** Whether an amount is the least or the most allowed. */
    public enum Bound {
        /** At least so much. */
        AT_LEAST,
        /** At most so much. */
        AT_MOST,
        /** Neither less nor more. */
        EXACT
    }

    /** What happens when a limit in calendar days ends on a day off. */
    public enum LastDay {
        /** It moves to the next working day (民法典 art. 203). The default for limits within which to act. */
        NEXT_WORKING_DAY,
        /** It stays. The default for posting, for counting back and for fixed dates, whose purpose a move defeats. */
        AS_IT_FALLS
    }

    /**
     * Creates a duty.
     *
     * @throws NullPointerException when a component that is not marked nullable is null
     * @throws IllegalArgumentException when the amount does not fit the unit, or another component the rest
     */
    public Duty {
        for (String text : new String[] {id, nameZh, nameEn, startZh, startEn, source}) {
            Objects.requireNonNull(text, "id, nameZh, nameEn, startZh, startEn and source are required");
        }
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(counting, "counting");
        Objects.requireNonNull(evidence, "evidence");
        firstDay = Objects.requireNonNullElse(firstDay, FirstDay.COUNTED);
        lastDay = Objects.requireNonNullElse(lastDay, LastDay.AS_IT_FALLS);
        String form = switch (unit) {
            case WORKING_DAYS, CALENDAR_DAYS, DAYS_AS_STATED -> "[1-9]\\d{0,3}(\\.\\.[1-9]\\d{0,3})?";
            case MONTHS, YEARS, TIMES_PER_YEAR -> "[1-9]\\d{0,2}";
            case DATE -> "(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|[12]\\d)";
            case DATE_TEXT -> ".+";
            case EVENT -> "";
        };
        if (!Objects.requireNonNullElse(amount, "").matches(form)) {
            throw new IllegalArgumentException(
                    "duty " + id + ": amount \"" + amount + "\" does not fit the unit " + unit + "; expected " + form);
        }
        if (amount != null
                && amount.contains("..")
                && (bound != null || counting == Counting.NONE || most(amount) < least(amount))) {
            throw new IllegalArgumentException("duty " + id + ": the range " + amount + " with bound " + bound
                    + " and counting " + counting + "; expected the smaller number first, no bound, and a counting");
        }
        if (counting == Counting.BACKWARD && bound != Bound.AT_LEAST) {
            throw new IllegalArgumentException(
                    "duty " + id + ": counted back with bound " + bound + "; expected " + Bound.AT_LEAST);
        }
        if (readAs != null
                && (unit != Unit.DAYS_AS_STATED || (readAs != Unit.WORKING_DAYS && readAs != Unit.CALENDAR_DAYS))) {
            throw new IllegalArgumentException("duty " + id + ": " + unit + " read as " + readAs
                    + "; expected DAYS_AS_STATED read as WORKING_DAYS or CALENDAR_DAYS");
        }
    }

    /**
     * What must be done.
     *
     * @param locale Chinese for Chinese, any other for English
     * @return the name
     */
    public String name(Locale locale) {
        return Wording.of(locale, nameZh, nameEn);
    }

    /**
     * What the time runs from.
     *
     * @param locale Chinese for Chinese, any other for English
     * @return the event
     */
    public String start(Locale locale) {
        return Wording.of(locale, startZh, startEn);
    }

    /**
     * A remark.
     *
     * @param locale Chinese for Chinese, any other for English
     * @return the remark, or null
     */
    public @Nullable String note(Locale locale) {
        return Bilingual.isChinese(locale) ? noteZh : noteEn;
    }

    /**
     * Tells whether a breach of this duty may only be warned of, because its limit is not verified.
     *
     * @return true for unverified evidence
     */
    public boolean advisory() {
        return evidence == Evidence.UNVERIFIED;
    }

    /**
     * This duty, counted in another way.
     *
     * @param counting the counting
     * @return the changed duty
     */
    public Duty withCounting(Counting counting) {
        return DutyBuilder.builder(this).counting(counting).build();
    }

    /**
     * This duty with another policy for the first day of a display period.
     *
     * @param firstDay whether it counts
     * @return the changed duty
     */
    public Duty withFirstDay(FirstDay firstDay) {
        return DutyBuilder.builder(this).firstDay(firstDay).build();
    }

    /**
     * This duty with another policy for a last day that is a day off.
     *
     * @param lastDay what happens to it
     * @return the changed duty
     */
    public Duty withLastDay(LastDay lastDay) {
        return DutyBuilder.builder(this).lastDay(lastDay).build();
    }

    /**
     * This duty with its days read as one kind, where the source leaves the kind open.
     *
     * @param readAs working or calendar days, or null to try both
     * @return the changed duty
     * @throws IllegalArgumentException when the unit is not {@link Unit#DAYS_AS_STATED}
     */
    public Duty withReadAs(@Nullable Unit readAs) {
        return DutyBuilder.builder(this).readAs(readAs).build();
    }

    /**
     * The day by which the duty must be done, or on which a posting may end at the earliest. Where a notice of days off that
     * is not loaded can move it, the deadline is a range: from the first day that such a notice can bring about to the last,
     * or without end where that lies in a year whose notice is missing.
     *
     * @param start the day of the event that the time runs from; for duties of a year any day of that year
     * @param calendar the working days
     * @return the deadline; without a date, and with the reason, when it cannot be told
     */
    public Deadline due(LocalDate start, WorkingCalendar calendar) {
        return due(start, calendar, List.of());
    }

    /**
     * As {@link #due(LocalDate, WorkingCalendar)} with time taken out, as the answer to an application runs while a
     * third party is heard (政府信息公开条例 art. 33). Days of a suspension after the deadline change nothing.
     *
     * @param start the day of the event that the time runs from
     * @param calendar the working days
     * @param suspensions the times taken out; they may overlap and stand in any order
     * @return the deadline
     * @throws IllegalArgumentException when there are suspensions and the duty does not run forward in working days
     */
    public Deadline due(LocalDate start, WorkingCalendar calendar, List<Suspension> suspensions) {
        if (!suspensions.isEmpty() && !(unit == Unit.WORKING_DAYS && excludesFirstDay())) {
            throw new IllegalArgumentException("duty " + id + " cannot be suspended; expected one in working days"
                    + " whose first day is not counted, found " + unit + ", " + counting);
        }
        try {
            return deadline(start, calendar, suspensions);
        } catch (OutsideCalendarException e) {
            return unknown(
                    start, e.date().isAfter(calendar.span().last()) ? Doubt.BEYOND_CALENDAR : Doubt.BEFORE_CALENDAR);
        }
    }

    /**
     * Judges what was done.
     *
     * @param start the day of the event that the time runs from
     * @param done the day on which it was done; the last day of posting for a display period
     * @param calendar the working days
     * @return the judgement
     */
    public DutyCheck check(LocalDate start, LocalDate done, WorkingCalendar calendar) {
        return check(start, done, done, calendar);
    }

    /**
     * Judges what was done, or has not been done yet.
     *
     * @param start the day of the event that the time runs from
     * @param done the day on which it was done; the last day of posting for a display period; null when it is not done
     * @param today the day on which the question is asked; it matters only when nothing is done
     * @param calendar the working days
     * @return the judgement
     */
    public DutyCheck check(LocalDate start, @Nullable LocalDate done, LocalDate today, WorkingCalendar calendar) {
        return check(due(start, calendar), done, today, calendar);
    }

    /**
     * As {@link #check(LocalDate, LocalDate, LocalDate, WorkingCalendar)}, today being what a clock says.
     *
     * @param start the day of the event that the time runs from
     * @param done the day on which it was done, or null
     * @param clock the clock, in the time zone of the place
     * @param calendar the working days
     * @return the judgement
     */
    public DutyCheck check(LocalDate start, @Nullable LocalDate done, Clock clock, WorkingCalendar calendar) {
        return check(start, done, LocalDate.now(clock), calendar);
    }

    /**
     * Judges against a deadline worked out before: one with suspensions, or a provisional one.
     *
     * @param deadline a deadline of this duty
     * @param done the day on which it was done, or null
     * @param today the day on which the question is asked
     * @param calendar the working days
     * @return the judgement
     */
    public DutyCheck check(Deadline deadline, @Nullable LocalDate done, LocalDate today, WorkingCalendar calendar) {
        if (unit == Unit.TIMES_PER_YEAR) {
            return checkTimes(deadline.start().getYear(), done == null ? List.of() : List.of(done), today);
        }
        Judging judging = new Judging(deadline, done, calendar);
        LocalDate from = deadline.date();
        LocalDate to = deadline.latest();
        if (from == null
                && deadline.reason() == Doubt.BEYOND_CALENDAR
                && calendar.span().contains(deadline.start())
                && calendar.span().contains(done == null ? today : done)) {
            // The limit lies after every day known, hence after this one too.
            from = LocalDate.MAX;
        }
        if (from == null) {
            return judging.cannotSay(Objects.requireNonNull(deadline.reason(), "a deadline has a date or a reason"));
        }
        if (to == null) {
            to = LocalDate.MAX;
        }
        if (done != null && !backward() && done.isBefore(earliest(deadline.start()))) {
            return judging.cannotSay(Doubt.DONE_BEFORE_START);
        }
        return done == null ? judgeOpen(judging, from, to, today) : judgeDone(judging, from, to, done);
    }

    /**
     * Judges a duty to be done some times a year.
     *
     * @param year the year
     * @param done the days on which it was done; those of other years are left out
     * @param today the day on which the question is asked
     * @return the judgement; late by the number of times that are missing once the year is over
     * @throws IllegalArgumentException when the unit is not {@link Unit#TIMES_PER_YEAR}
     */
    public DutyCheck checkTimes(int year, Collection<LocalDate> done, LocalDate today) {
        if (unit != Unit.TIMES_PER_YEAR) {
            throw new IllegalArgumentException(
                    "duty " + id + " has the unit " + unit + "; expected " + Unit.TIMES_PER_YEAR);
        }
        int wanted = Integer.parseInt(Objects.requireNonNull(amount));
        List<LocalDate> within =
                done.stream().filter(day -> day.getYear() == year).sorted().toList();
        Deadline deadline = known(LocalDate.of(year, 1, 1), yearEnd(year), yearEnd(year), false, null);
        LocalDate last = within.isEmpty() ? null : within.get(within.size() - 1);
        boolean most = bound == Bound.AT_MOST || bound == Bound.EXACT;
        if (within.size() > wanted && most) {
            return new DutyCheck(Status.ON_TIME, null, null, Doubt.MORE_THAN_STATED, last, deadline);
        }
        if (within.size() >= wanted || bound == Bound.AT_MOST) {
            return new DutyCheck(Status.ON_TIME, null, null, null, last, deadline);
        }
        return today.isAfter(yearEnd(year))
                ? new DutyCheck(Status.LATE, wanted - within.size(), unit, null, last, deadline)
                : new DutyCheck(Status.NOT_YET_DUE, null, null, null, last, deadline);
    }

    private DutyCheck judgeDone(Judging judging, LocalDate from, LocalDate to, LocalDate done) {
        boolean between = !done.isBefore(from) && done.isBefore(to);
        Doubt open = judging.deadline.reason();
        if (bound == null) {
            return between || done.equals(to) ? judging.onTime(null) : judging.cannotSay(Doubt.NO_RULE);
        }
        if (bound == Bound.AT_MOST || backward()) {
            if (!done.isAfter(from)) {
                return judging.onTime(null);
            }
            return done.isAfter(to) ? judging.late(to, done) : judging.cannotSay(Objects.requireNonNull(open));
        }
        if (done.isBefore(from)) {
            return judging.tooEarly(done, from);
        }
        if (between) {
            return open == Doubt.FIRST_DAY_OPEN && (bound == Bound.AT_LEAST || judging.settled(to, done))
                    ? judging.onTime(open)
                    : judging.cannotSay(judging.whyOpen());
        }
        return bound == Bound.EXACT && done.isAfter(to) ? judging.late(to, done) : judging.onTime(null);
    }

    private DutyCheck judgeOpen(Judging judging, LocalDate from, LocalDate to, LocalDate today) {
        boolean least = bound == Bound.AT_LEAST && !backward();
        LocalDate last = least || bound == Bound.AT_MOST || backward() ? from : to;
        if (!today.isAfter(last)) {
            return judging.settled(last, today) ? judging.notYetDue() : judging.cannotSay(Doubt.BEYOND_CALENDAR);
        }
        if (bound == null) {
            return judging.cannotSay(Doubt.NO_RULE);
        }
        if (least) {
            // Still posted, and the shortest time is over.
            return judgeDone(judging, from, to, today);
        }
        return today.isAfter(to) ? judging.late(to, today) : judging.cannotSay(judging.whyOpen());
    }

    /** The case in hand, so that each outcome is made in one place. */
    private final class Judging {

        private final Deadline deadline;
        private final @Nullable LocalDate done;
        private final WorkingCalendar calendar;

        Judging(Deadline deadline, @Nullable LocalDate done, WorkingCalendar calendar) {
            this.deadline = deadline;
            this.done = done;
            this.calendar = calendar;
        }

        DutyCheck onTime(@Nullable Doubt reason) {
            return new DutyCheck(Status.ON_TIME, null, null, reason, done, deadline);
        }

        DutyCheck notYetDue() {
            return new DutyCheck(Status.NOT_YET_DUE, null, null, null, done, deadline);
        }

        DutyCheck cannotSay(Doubt reason) {
            return new DutyCheck(Status.CANNOT_SAY, null, null, reason, done, deadline);
        }

        DutyCheck late(LocalDate limit, LocalDate day) {
            return counted(Status.LATE, limit, day);
        }

        DutyCheck tooEarly(LocalDate day, LocalDate limit) {
            return counted(Status.TOO_EARLY, day, limit);
        }

        Doubt whyOpen() {
            return Objects.requireNonNullElse(deadline.reason(), Doubt.BEYOND_CALENDAR);
        }

        /** Whether a limit that may lie beyond the calendar is known to come after a day. */
        boolean settled(LocalDate limit, LocalDate day) {
            return !limit.equals(LocalDate.MAX) || calendar.span().contains(day);
        }

        private DutyCheck counted(Status status, LocalDate from, LocalDate to) {
            if (to.equals(LocalDate.MAX) || deadline.reason() == Doubt.BEYOND_CALENDAR) {
                return new DutyCheck(status, null, null, Doubt.BEYOND_CALENDAR, done, deadline);
            }
            Unit kind = kinds().size() == 1 ? kinds().get(0) : Unit.CALENDAR_DAYS;
            try {
                // A Saturday after a limit on Friday is late, though no working day has passed.
                int by = kind == Unit.WORKING_DAYS
                        ? Math.max(1, calendar.workingDaysBetween(from, to))
                        : Math.toIntExact(ChronoUnit.DAYS.between(from, to));
                return new DutyCheck(status, by, kind, null, done, deadline);
            } catch (OutsideCalendarException e) {
                return new DutyCheck(status, null, null, Doubt.BEYOND_CALENDAR, done, deadline);
            }
        }
    }

    private Deadline deadline(LocalDate start, WorkingCalendar calendar, List<Suspension> suspensions) {
        String text = Objects.requireNonNullElse(amount, "");
        return switch (unit) {
            case WORKING_DAYS, CALENDAR_DAYS, DAYS_AS_STATED -> inDays(start, calendar, suspensions);
            case MONTHS -> fixed(start, start.plusMonths(Integer.parseInt(text)));
            case YEARS -> fixed(start, start.plusYears(Integer.parseInt(text)));
            case DATE -> fixed(start, MonthDay.parse("--" + text).atYear(start.getYear()));
            case TIMES_PER_YEAR -> fixed(start, yearEnd(start.getYear()));
            case DATE_TEXT ->
                YEAR_END.contains(text) ? fixed(start, yearEnd(start.getYear())) : unknown(start, Doubt.NO_DAY_GIVEN);
            case EVENT -> unknown(start, Doubt.AT_AN_EVENT);
        };
    }

    private Deadline inDays(LocalDate start, WorkingCalendar calendar, List<Suspension> suspensions) {
        if (counting == Counting.NONE || counting == Counting.FIXED_DATE) {
            return unknown(start, Doubt.COUNTING_NOT_KNOWN);
        }
        if (start.isBefore(calendar.span().first())) {
            throw new OutsideCalendarException(
                    start, calendar.span().first(), calendar.span().last());
        }
        Bounds fast = bounds(start, calendar.fast(), suspensions);
        Bounds slow = bounds(start, calendar.slow(), suspensions);
        LocalDate date = fast.date().isBefore(slow.date()) ? fast.date() : slow.date();
        LocalDate latest = fast.latest() == null || slow.latest() == null
                ? null
                : Collections.max(List.of(fast.latest(), slow.latest()));
        boolean moved = !fast.equals(slow);
        if (latest != null && asksCalendar() && latest.isAfter(calendar.span().last())) {
            // How a whole year without notice moves days is told by no earlier one.
            latest = null;
        }
        Doubt open = date.equals(latest) ? null : moved || latest == null ? Doubt.BEYOND_CALENDAR : whyOpen();
        return known(start, date, latest, provisional(start, latest, calendar), open);
    }

    private boolean provisional(LocalDate start, @Nullable LocalDate latest, WorkingCalendar calendar) {
        return asksCalendar()
                && (latest == null
                        || calendar.span().isProvisional(latest)
                        || calendar.span().isProvisional(start));
    }

    private boolean asksCalendar() {
        return kinds().contains(Unit.WORKING_DAYS) || lastDay == LastDay.NEXT_WORKING_DAY;
    }

    /** The first and the last day under the readings that the duty itself leaves open; no last where it cannot be told. */
    private record Bounds(LocalDate date, @Nullable LocalDate latest) {}

    private Bounds bounds(LocalDate start, WorkingCalendar calendar, List<Suspension> suspensions) {
        int least = least(Objects.requireNonNull(amount));
        int most = most(amount);
        List<LocalDate> ends = new ArrayList<>();
        boolean whole = true;
        for (Unit kind : kinds()) {
            try {
                ends.add(end(start, least, kind, firstDay, calendar));
                ends.add(end(start, most, kind, FirstDay.NOT_COUNTED, calendar));
            } catch (OutsideCalendarException e) {
                // Counted forward, the readings known are the earlier ones; counted back it is the other way round.
                if (ends.isEmpty() || backward()) {
                    throw e;
                }
                whole = false;
            }
        }
        LocalDate date = Collections.min(ends);
        if (!suspensions.isEmpty()) {
            LocalDate end = suspended(start, date, calendar, suspensions);
            return new Bounds(end, end);
        }
        return new Bounds(date, whole ? Collections.max(ends) : null);
    }

    private Doubt whyOpen() {
        if (kinds().size() > 1) {
            return Doubt.KIND_OF_DAY_OPEN;
        }
        return least(Objects.requireNonNull(amount)) == most(amount) ? Doubt.FIRST_DAY_OPEN : Doubt.RANGE;
    }

    private static int least(String amount) {
        return Integer.parseInt(StringUtils.substringBefore(amount, ".."));
    }

    private static int most(String amount) {
        return Integer.parseInt(amount.contains("..") ? StringUtils.substringAfter(amount, "..") : amount);
    }

    private LocalDate end(LocalDate start, int n, Unit kind, FirstDay first, WorkingCalendar calendar) {
        if (kind == Unit.WORKING_DAYS) {
            return switch (counting) {
                case DISPLAY -> calendar.displayEnd(start, n, first);
                case INCLUDE_FIRST_DAY -> calendar.displayEnd(start, n, FirstDay.COUNTED);
                case BACKWARD -> calendar.plusWorkingDays(start, -n);
                default -> calendar.plusWorkingDays(start, n);
            };
        }
        LocalDate end = switch (counting) {
            case DISPLAY -> start.plusDays(first == FirstDay.COUNTED ? n - 1 : n);
            case INCLUDE_FIRST_DAY -> start.plusDays(n - 1);
            case BACKWARD -> start.minusDays(n);
            default -> start.plusDays(n);
        };
        return lastDay == LastDay.AS_IT_FALLS || calendar.isWorkingDay(end) ? end : calendar.plusWorkingDays(end, 1);
    }

    private static LocalDate suspended(
            LocalDate start, LocalDate due, WorkingCalendar calendar, List<Suspension> suspensions) {
        LocalDate end = due;
        LocalDate counted = start;
        for (Suspension each : suspensions.stream()
                .sorted(Comparator.comparing(Suspension::from))
                .toList()) {
            LocalDate from = each.from().isAfter(counted) ? each.from() : counted;
            if (from.isBefore(end) && each.to().isAfter(from)) {
                end = calendar.plusWorkingDays(end, calendar.workingDaysBetween(from, each.to()));
                counted = each.to();
            }
        }
        return end;
    }

    /** The kinds of day that this duty may mean. */
    private List<Unit> kinds() {
        return switch (unit) {
            case WORKING_DAYS -> List.of(Unit.WORKING_DAYS);
            case DAYS_AS_STATED -> readAs == null ? List.of(Unit.CALENDAR_DAYS, Unit.WORKING_DAYS) : List.of(readAs);
            default -> List.of(Unit.CALENDAR_DAYS);
        };
    }

    /** The first day on which doing it is doing it in time: duties of a year can be done before the day given. */
    private LocalDate earliest(LocalDate start) {
        return unit == Unit.DATE || unit == Unit.DATE_TEXT ? LocalDate.of(start.getYear(), 1, 1) : start;
    }

    private boolean backward() {
        return counting == Counting.BACKWARD;
    }

    private boolean excludesFirstDay() {
        return counting == Counting.EXCLUDE_FIRST_DAY || counting == Counting.EXCLUDE_FIRST_DAY_SUSPENDS;
    }

    private static LocalDate yearEnd(int year) {
        return LocalDate.of(year, 12, 31);
    }

    private Deadline fixed(LocalDate start, LocalDate date) {
        return known(start, date, date, false, null);
    }

    private Deadline known(
            LocalDate start, LocalDate date, @Nullable LocalDate latest, boolean provisional, @Nullable Doubt reason) {
        return new Deadline(id, start, date, latest, provisional, reason, evidence);
    }

    private Deadline unknown(LocalDate start, Doubt reason) {
        return new Deadline(id, start, null, null, reason == Doubt.BEYOND_CALENDAR, reason, evidence);
    }
}
