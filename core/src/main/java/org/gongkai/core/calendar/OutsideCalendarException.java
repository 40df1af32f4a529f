package org.gongkai.core.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.Bilingual;

/**
 * A question about working days that the notices loaded do not answer. Load the notice of the year that is missing
 * with {@link WorkingCalendar#with(java.io.Reader, String)} or {@link WorkingCalendar#with(CalendarNotice...)}, or ask
 * for a provisional answer.
 */
public final class OutsideCalendarException extends DateTimeException {

    private static final long serialVersionUID = 1L;

    /** The first day asked about that is not known. */
    private final LocalDate date;
    /** The first day known. */
    private final LocalDate first;
    /** The last day known. */
    private final LocalDate last;

    OutsideCalendarException(LocalDate date, LocalDate first, LocalDate last) {
        super(text(date, first, last, false));
        this.date = Objects.requireNonNull(date, "date");
        this.first = first;
        this.last = last;
    }

    /**
     * The day that is not known: the day asked about, or the nearest unknown day that the counting ran into.
     *
     * @return the day
     */
    public LocalDate date() {
        return date;
    }

    /**
     * The last year whose notice is loaded.
     *
     * @return the year
     */
    public int lastYear() {
        return last.getYear();
    }

    /**
     * The message in Chinese or English.
     *
     * @param locale Chinese for Chinese, any other for English
     * @return the text
     */
    public String message(Locale locale) {
        return text(date, first, last, Bilingual.isChinese(locale));
    }

    private static String text(LocalDate date, LocalDate first, LocalDate last, boolean chinese) {
        return chinese
                ? "工作日历不含" + date + "（已知" + first + "至" + last + "）：请先加入" + date.getYear()
                        + "年的放假通知（gongkai calendar add）"
                : date + " is outside the working calendar, which knows " + first + " to " + last
                        + ": load the holiday notice of " + date.getYear() + " first (gongkai calendar add)";
    }
}
