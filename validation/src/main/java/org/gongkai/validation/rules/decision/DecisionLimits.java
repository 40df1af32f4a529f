package org.gongkai.validation.rules.decision;

import java.time.LocalDate;
import java.util.Locale;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.calendar.DutyCheck.Status;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.validation.rules.Hearing;
import org.jspecify.annotations.Nullable;

/** The time limits of decisions, counted the same way for every kind of record. */
final class DecisionLimits {

    private final WorkingCalendar calendar;

    DecisionLimits(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Reports a limit that was not kept, and one that cannot be counted. */
    void report(
            String rule,
            String at,
            Duty duty,
            LocalDate start,
            @Nullable LocalDate done,
            LocalDate today,
            String what,
            Hearing hearing) {
        DutyCheck judgement = duty.check(start, done, today, calendar);
        String value = (what + (done == null ? "" : " " + done)).strip();
        if (judgement.status() == Status.LATE || judgement.status() == Status.TOO_EARLY) {
            hearing.report(rule, at, value, String.valueOf(judgement.limit()));
        } else if (judgement.status() == Status.CANNOT_SAY
                && judgement.reason() != null
                && judgement.reason() != Deadline.Doubt.DONE_BEFORE_START) {
            // What is done before its time begins is done in time: opinions answered before the decision is issued.
            hearing.report(
                    "decision.limit.notChecked",
                    at,
                    value,
                    judgement.reason().text(Locale.CHINESE) + " / "
                            + judgement.reason().text(Locale.ENGLISH));
        }
    }
}
