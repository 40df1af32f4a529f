package org.gongkai.cli.calendar;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.core.DateText;
import org.gongkai.core.Reading;
import org.gongkai.core.calendar.OutsideCalendarException;
import org.gongkai.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Questions about working days. */
@Command
public final class WorkdayCommand implements Callable<Integer> {

    private static final Pattern COUNT = Pattern.compile("[+-]?\\d{1,6}");

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(index = "0", paramLabel = "DATE", descriptionKey = "DATE")
    private String date = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "N|DATE", descriptionKey = "N")
    private @Nullable String other;

    @Mixin
    private CalendarOption calendar = new CalendarOption();

    public WorkdayCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        LocalDate start = day(date, messages);
        WorkingCalendar days = calendar.calendar();
        try {
            terminal.out().println(answer(start, days));
        } catch (OutsideCalendarException e) {
            throw new UsageException(e.message(messages.locale()));
        }
        return ExitCode.COMPLETE;
    }

    private String answer(LocalDate start, WorkingCalendar days) {
        boolean tentative = calendar.provisional;
        if (other == null) {
            boolean working = tentative ? days.isWorkingDayOrProvisional(start).value() : days.isWorkingDay(start);
            return messages.text(working ? "workday.working" : "workday.off", start.toString()) + remark(days, start);
        }
        if (COUNT.matcher(other).matches()) {
            int n = Integer.parseInt(other);
            LocalDate end =
                    tentative ? days.plusWorkingDaysOrProvisional(start, n).value() : days.plusWorkingDays(start, n);
            return end + remark(days, end);
        }
        LocalDate end = day(other, messages);
        int count = tentative
                ? days.workingDaysBetweenOrProvisional(start, end).value()
                : days.workingDaysBetween(start, end);
        return count + remark(days, end);
    }

    private String remark(WorkingCalendar days, LocalDate last) {
        return days.span().isProvisional(last) || !days.span().contains(last)
                ? " " + messages.text("workday.provisional")
                : "";
    }

    public static LocalDate day(String text, Messages messages) {
        Reading<LocalDate> reading = DateText.read(text);
        if (reading.value() == null) {
            throw new UsageException(messages.text("error.date", text));
        }
        return reading.value();
    }
}
