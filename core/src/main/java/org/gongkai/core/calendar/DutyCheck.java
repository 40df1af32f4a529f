package org.gongkai.core.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a duty was done in time.
 *
 * @param status the outcome
 * @param by how much too late or too early, at least 1; null for other outcomes, or where it cannot be counted
 * @param unit what {@code by} counts: working days, times, or calendar days for every other limit; null exactly when
 *     {@code by} is
 * @param reason why nothing can be said, or what the outcome depends on; null when there is nothing to add
 * @param done the day on which the duty was done, or null
 * @param deadline the deadline judged against, with its evidence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DutyCheck(
        Status status,
        @Nullable Integer by,
        Duty.@Nullable Unit unit,
        Deadline.@Nullable Doubt reason,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate done,

        Deadline deadline) {

    /** The outcomes. */
    public enum Status {
        /** Done in time; a posting: long enough. */
        ON_TIME("按期", "on time"),
        /** Done, or still not done, after the last day. */
        LATE("逾期", "late"),
        /** A posting that ended before its shortest time was over. */
        TOO_EARLY("时间不足", "too early"),
        /** Not done, and the last day has not passed; a posting: the shortest time is not over. */
        NOT_YET_DUE("未到期", "not yet due"),
        /** What is known does not settle it; the reason says why. */
        CANNOT_SAY("无法判断", "cannot say");

        private final String chinese;
        private final String english;

        Status(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        /**
         * The outcome in words.
         *
         * @param locale Chinese for Chinese, any other for English
         * @return the text
         */
        public String text(Locale locale) {
            return Wording.of(locale, chinese, english);
        }
    }

    /**
     * Creates a check.
     *
     * @throws NullPointerException when {@code status} or {@code deadline} is null
     */
    public DutyCheck {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(deadline, "deadline");
    }

    /**
     * Tells whether the duty was breached.
     *
     * @return true when it was done too late or too early
     */
    public boolean breach() {
        return status == Status.LATE || status == Status.TOO_EARLY;
    }

    /**
     * Tells whether a breach may only be warned of, because the limit is not verified.
     *
     * @return true for unverified evidence
     */
    public boolean advisory() {
        return deadline.advisory();
    }

    /**
     * Tells whether a notice of days off still to come can change the outcome.
     *
     * @return true when the deadline is provisional
     */
    public boolean provisional() {
        return deadline.provisional();
    }

    /**
     * The day that was missed, for a report on a breach: where a notice still to come can move it, the last that it can be.
     *
     * @return the day; null where none is known
     */
    @JsonIgnore
    public @Nullable LocalDate limit() {
        boolean moved = status == Status.LATE && deadline.reason() == Deadline.Doubt.BEYOND_CALENDAR;
        return moved && deadline.latest() != null ? deadline.latest() : deadline.date();
    }

    /**
     * The outcome in words, such as {@code late by 2 working days}.
     *
     * @param locale Chinese for Chinese, any other for English
     * @return one line
     */
    public String text(Locale locale) {
        StringBuilder text = new StringBuilder(status.text(locale));
        if (by != null && unit != null) {
            text.append(Wording.of(locale, "", " by ")).append(unit.text(by, locale));
        }
        if (reason != null) {
            text.append(Wording.of(locale, "：", ": ")).append(reason.text(locale));
        }
        return text.toString();
    }
}
