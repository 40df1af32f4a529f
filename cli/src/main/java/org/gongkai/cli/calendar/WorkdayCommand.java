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
import org.gongkai.core.calendar.Answer;
import org.gongkai.core.calendar.OutsideCalendarException;
import org.gongkai.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    /** Whether an answer from days that no notice has settled yet is wanted. */
    @Option(names = "--provisional", descriptionKey = "provisional")
    private boolean provisional;

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
        if (other == null) {
            if (!provisional) {
                return working(days.isWorkingDay(start), start) + remark(days, start);
            }
            Answer<Boolean> answer = days.isWorkingDayOrProvisional(start);
            return (answer.settled() ? working(answer.from(), start) : messages.text("workday.open", start.toString()))
                    + remark(answer);
        }
        if (COUNT.matcher(other).matches()) {
            int n = Integer.parseInt(other);
            if (provisional) {
                return range(days.plusWorkingDaysOrProvisional(start, n));
            }
            LocalDate end = days.plusWorkingDays(start, n);
            Answer<LocalDate> answer =
                    days.span().isProvisional(end) ? days.plusWorkingDaysOrProvisional(start, n) : null;
            return answer == null ? end.toString() : range(answer);
        }
        LocalDate end = day(other, messages);
        return provisional || days.span().isProvisional(end)
                ? range(days.workingDaysBetweenOrProvisional(start, end))
                : String.valueOf(days.workingDaysBetween(start, end));
    }

    private String working(boolean working, LocalDate day) {
        return messages.text(working ? "workday.working" : "workday.off", day.toString());
    }

    /** One answer, or from the least to the greatest that a notice to come can bring about. */
    private String range(Answer<?> answer) {
        return (answer.settled()
                        ? answer.from().toString()
                        : messages.text(
                                "workday.range",
                                answer.from().toString(),
                                answer.to().toString()))
                + remark(answer);
    }

    private String remark(Answer<?> answer) {
        return answer.provisional() ? " " + messages.text("workday.provisional") : "";
    }

    private String remark(WorkingCalendar days, LocalDate day) {
        return days.span().isProvisional(day) ? " " + messages.text("workday.provisional") : "";
    }

    public static LocalDate day(String text, Messages messages) {
        Reading<LocalDate> reading = DateText.read(text);
        if (reading.value() == null) {
            throw new UsageException(messages.text("error.date", text));
        }
        return reading.value();
    }
}
