package org.gongkai.spring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.validation.profile.Profile;

/** What an application judges by, as its actuator tells it. */
record Standing(Profile profile, WorkingCalendar calendar, Clock clock) {

    /** The version of the library, the profile, and the last day that the calendar knows. */
    Map<String, String> details() {
        return Map.of(
                "version", Conversion.version(),
                "profile", profile.name(),
                "profileVersion", profile.version(),
                "calendarUntil", calendar.span().last().toString());
    }

    /**
     * Whether the calendar still knows today. When it does not, time limits are refused and everything else goes on, so that
     * the application is not unwell; but nobody can say either that all is well.
     */
    boolean calendarKnowsToday() {
        return !LocalDate.now(clock).isAfter(calendar.span().last());
    }
}
