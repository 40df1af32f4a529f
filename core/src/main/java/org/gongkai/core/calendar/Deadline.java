package org.gongkai.core.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * The day by which a duty must be done; for a display period the earliest day on which it may end.
 *
 * @param duty the duty's id
 * @param start the day from which the time runs, as it was given
 * @param date the day, the earliest where several readings are open or a notice of days off that is not loaded can move it;
 *     show it with {@link #day}, which then says so; null when it cannot be told
 * @param latest the latest day under any reading still open, equal to {@code date} when there is one reading; for a
 *     posting the day that is long enough under every reading. Null when it cannot be told, or only {@code date} can
 * @param provisional true when a notice of days off still to come can change the days
 * @param reason why {@code date} is null, or why {@code latest} differs from it; null when there is one reading
 * @param evidence how well the limit is known; the way of counting is always derived
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deadline(
        String duty,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        LocalDate start,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate date,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate latest,

        boolean provisional,
        @Nullable Doubt reason,
        Evidence evidence) {

    /** Why there is no day, more than one, or no judgement. */
    public enum Doubt {
        /** A notice that is not loaded can move the day, or decides on it. */
        BEYOND_CALENDAR("取决于尚未加载的放假通知", "depends on a holiday notice that is not loaded"),
        /** The time begins before the first year loaded. */
        BEFORE_CALENDAR("早于已加载的放假通知年份", "lies before the first year whose holiday notice is loaded"),
        /** The source describes the day in words that name no day. */
        NO_DAY_GIVEN("来源未写明具体日期", "the source names no day"),
        /** The duty falls due at an event and has no number of days. */
        AT_AN_EVENT("以事件为准，没有天数", "falls due at an event, with no number of days"),
        /** It is not known from when, or how, the days count. */
        COUNTING_NOT_KNOWN("起算点或者算法不明", "it is not known how the days count"),
        /** The source does not say whether all days count or working days only. */
        KIND_OF_DAY_OPEN("未写明是自然日还是工作日", "the source does not say which kind of day counts"),
        /** It depends on whether the day of posting counts. */
        FIRST_DAY_OPEN("取决于首日是否计入", "depends on whether the first day counts"),
        /** The amount is a range. */
        RANGE("天数为一个区间", "the amount is a range"),
        /** The source tells of a practice and sets no limit. */
        NO_RULE("来源只是做法，并未设定期限", "the source tells of a practice and sets no limit"),
        /** It was done before the event that the time runs from, so one of the two days is probably wrong. */
        DONE_BEFORE_START("完成日早于起算日", "done before the event that the time runs from"),
        /** It was done more often than stated. */
        MORE_THAN_STATED("次数多于规定", "done more often than stated");

        private final String chinese;
        private final String english;

        Doubt(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        /**
         * The reason in words.
         *
         * @param locale Chinese for Chinese, any other for English
         * @return the text
         */
        public String text(Locale locale) {
            return Wording.of(locale, chinese, english);
        }
    }

    /**
     * Creates a deadline.
     *
     * @throws NullPointerException when {@code duty}, {@code start} or {@code evidence} is null
     * @throws IllegalArgumentException when there is neither a date nor a reason
     */
    public Deadline {
        Objects.requireNonNull(duty, "duty");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(evidence, "evidence");
        if (date == null && reason == null) {
            throw new IllegalArgumentException("deadline of " + duty + " without a date; expected a reason");
        }
    }

    /**
     * Tells whether a breach may only be warned of, because the limit is not verified.
     *
     * @return true for unverified evidence
     */
    public boolean advisory() {
        return evidence == Evidence.UNVERIFIED;
    }

    /**
     * Tells whether there is one day, whatever reading is taken and whatever a notice still to come says.
     *
     * @return true when the first and the last day are known and the same
     */
    @JsonIgnore
    public boolean settled() {
        return date != null && date.equals(latest);
    }

    /**
     * Tells whether a day lies after the deadline for certain: under every reading, whatever a notice still to come says.
     *
     * @param day the day
     * @return true when it is past
     */
    public boolean passedBy(LocalDate day) {
        return latest != null && day.isAfter(latest);
    }

    /**
     * {@link #date()} for a line or a cell, which says so where a notice still to come can move it.
     *
     * @param locale Chinese for Chinese, any other for English
     * @return a day; a day with 不早于 or not before; a question mark when it cannot be told
     */
    public String day(Locale locale) {
        if (date == null) {
            return "?";
        }
        return reason == Doubt.BEYOND_CALENDAR ? Wording.of(locale, "不早于", "not before ") + date : date.toString();
    }

    /**
     * The deadline in words.
     *
     * @param locale Chinese for Chinese, any other for English
     * @return one line
     */
    public String text(Locale locale) {
        if (date == null) {
            return Wording.of(locale, "无法确定：", "cannot say: ")
                    + Objects.requireNonNull(reason).text(locale);
        }
        StringBuilder text = new StringBuilder(day(locale));
        if (!settled()) {
            text.append(latest == null ? "" : Wording.of(locale, "至", " to ") + latest)
                    .append(Wording.of(locale, "（", " ("))
                    .append(reason == null ? "" : reason.text(locale))
                    .append(Wording.of(locale, "）", ")"));
        }
        if (provisional) {
            text.append(Wording.of(locale, "（暂定：下一年放假通知可能改变）", " (provisional: the next notice can change it)"));
        }
        return text.toString();
    }
}
