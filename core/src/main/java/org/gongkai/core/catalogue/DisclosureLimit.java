package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;
import org.gongkai.core.Code;
import org.gongkai.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A limit in words (公开时限), as catalogues give it: by when something is to be public, or how long it is to stand. Any text is kept;
 * what it means is read where the words can be read in one way only.
 *
 * <pre>{@code
 * DisclosureLimit limit = DisclosureLimit.parse("信息形成或者变更之日起20个工作日内");
 * limit.amount();      // 20
 * limit.unit();        // WORKING_DAYS
 * limit.start();       // MADE_OR_CHANGED
 * DisclosureLimit.parse("长期公开").shape();  // PERMANENT: no deadline
 * }</pre>
 *
 * <p>In JSON it is its text. Immutable and safe to share between threads; equality is that of the text.
 */
public final class DisclosureLimit implements Code {

    /** What kind of limit the words set. */
    public enum Shape {
        /** So many days, hours or months, or so many times in a time: {@link #amount()} and {@link #unit()} say how many. */
        AMOUNT,
        /** A day of each year, or one day: {@link #monthDay()} or {@link #day()}. */
        FIXED_DATE,
        /** At once (实时). */
        REAL_TIME,
        /** Promptly (及时): no number can be told. */
        PROMPTLY,
        /** For good (长期公开): how long it stands, not by when it is to be public. */
        PERMANENT,
        /** As the row above (同上), which a reader of tables puts in its place. */
        SAME_AS_ABOVE,
        /** Anything else, and words that can be read in two ways. */
        OTHER
    }

    /** What an amount counts. */
    public enum Unit {
        /** Working days (工作日). */
        WORKING_DAYS,
        /** Days, of which nothing says that they are working days (日, 天). */
        DAYS,
        /** Hours by the clock (小时). */
        HOURS,
        /** Months (个月). */
        MONTHS,
        /** Years (年). */
        YEARS,
        /** So many times a month. */
        TIMES_PER_MONTH,
        /** So many times a quarter. */
        TIMES_PER_QUARTER,
        /** So many times a year. */
        TIMES_PER_YEAR
    }

    /** From what an amount runs. */
    public enum Start {
        /** The information is made (形成, 制作). */
        MADE,
        /** It is changed (变更). */
        CHANGED,
        /** It is made or changed. */
        MADE_OR_CHANGED,
        /** It is made or obtained (获取). */
        MADE_OR_OBTAINED,
        /** A document is published (文件发布). */
        DOCUMENT_PUBLISHED,
        /** Something else, which {@link #event()} names. */
        OTHER
    }

    /** Which side of the amount is allowed. */
    public enum Bound {
        /** So much or less. */
        AT_MOST,
        /** So much or more. */
        AT_LEAST
    }

    /** What was read from the words. */
    record Meaning(
            Shape shape,
            @Nullable Integer amount,
            @Nullable Unit unit,
            @Nullable Start start,
            @Nullable String event,
            @Nullable Bound bound,
            boolean stands,
            @Nullable MonthDay monthDay,
            @Nullable LocalDate day) {

        static Meaning of(Shape shape) {
            return new Meaning(shape, null, null, null, null, null, shape == Shape.PERMANENT, null, null);
        }
    }

    private final String text;
    private final Meaning meaning;
    private final boolean reserved;

    private DisclosureLimit(String text) {
        this.text = Objects.requireNonNull(text, "text");
        LimitReader.Read read = LimitReader.read(text);
        this.meaning = read.meaning();
        this.reserved = read.reserved();
    }

    /**
     * Reads a limit.
     *
     * @param text any text, not null; longer ones than 200 characters are kept unread
     * @return the limit; see {@link #shape()} for whether it was understood
     * @throws NullPointerException when {@code text} is null
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DisclosureLimit parse(String text) {
        return new DisclosureLimit(text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }

    /** True when the words were understood, so that the shape is not {@link Shape#OTHER}. */
    @Override
    public boolean wellFormed() {
        return meaning.shape() != Shape.OTHER;
    }

    /**
     * What kind of limit it is.
     *
     * @return the shape; {@link Shape#OTHER} for words that nobody could read, or that can be read in two ways
     */
    public Shape shape() {
        return meaning.shape();
    }

    /**
     * How many.
     *
     * @return the number, or null when the limit is no amount
     */
    public @Nullable Integer amount() {
        return meaning.amount();
    }

    /**
     * Of what.
     *
     * @return the unit, or null when the limit is no amount
     */
    public @Nullable Unit unit() {
        return meaning.unit();
    }

    /**
     * From what the amount runs, or for one that ends {@linkplain #bound() at least} so much before something, that.
     *
     * @return the start, or null when the words name none
     */
    public @Nullable Start start() {
        return meaning.start();
    }

    /**
     * The words for the start.
     *
     * @return the words, such as 收到批准文件, or null when there are none
     */
    public @Nullable String event() {
        return meaning.event();
    }

    /**
     * Whether less or more than the amount is allowed.
     *
     * @return the bound, or null when the limit is no amount
     */
    public @Nullable Bound bound() {
        return meaning.bound();
    }

    /**
     * Whether it says how long something is to stand (公示7个工作日, 长期公开), not by when it is to be public.
     *
     * @return true when it does
     */
    public boolean stands() {
        return meaning.stands();
    }

    /**
     * The day of each year by which it is to be public.
     *
     * @return the day, such as 01-31 of 每年1月31日前, or null
     */
    public @Nullable MonthDay monthDay() {
        return meaning.monthDay();
    }

    /**
     * The one day by which it is to be public.
     *
     * @return the day, or null when the words name no year
     */
    public @Nullable LocalDate day() {
        return meaning.day();
    }

    /**
     * Whether other rules come first (另有规定的从其规定).
     *
     * @return true when the words say so
     */
    public boolean reserved() {
        return reserved;
    }

    /**
     * The last day on which something is in time.
     *
     * @param from the day on which the limit begins to run, not null
     * @param calendar the working days, not null
     * @return the day; null where the words set no deadline that counts in days or months, or the calendar does not reach so far
     */
    public @Nullable LocalDate due(LocalDate from, WorkingCalendar calendar) {
        Integer many = amount();
        if (meaning.day() != null) {
            return meaning.day();
        }
        if (many == null || unit() == null || stands() || bound() != Bound.AT_MOST) {
            return null;
        }
        return switch (Objects.requireNonNull(unit())) {
            case WORKING_DAYS ->
                calendar.plusWorkingDaysOrProvisional(from, many).to();
            case DAYS -> from.plusDays(many);
            case MONTHS -> from.plusMonths(many);
            case YEARS -> from.plusYears(many);
            // The last hour falls on some day behind the first.
            case HOURS -> from.plusDays((many + 23) / 24);
            default -> null;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DisclosureLimit limit && text.equals(limit.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
