package org.gongkai.validation.request;

import java.util.Objects;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.WorkingCalendar;

/**
 * What applications are judged by. Immutable and safe to share between threads.
 *
 * @param duties the time limits, those whose names begin with {@code application-} among them
 * @param calendar the working days
 */
public record RequestGround(Duties duties, WorkingCalendar calendar) {

    /**
     * Creates a ground.
     *
     * @throws NullPointerException when a part is null
     */
    public RequestGround {
        Objects.requireNonNull(duties, "duties");
        Objects.requireNonNull(calendar, "calendar");
    }

    /**
     * What ships with this library.
     *
     * @return the ground
     */
    public static RequestGround standard() {
        return new RequestGround(Duties.catalogue(), WorkingCalendar.china());
    }
}
