package org.gongkai.cli.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.core.calendar.CalendarNotice;
import org.gongkai.core.calendar.FirstDay;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.ingest.calendar.HolidayNotice;
import org.gongkai.ingest.calendar.HolidayNoticeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a notice of days off into the file that {@code --holidays} takes. */
@Command
public final class CalendarAddCommand implements Callable<Integer> {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(paramLabel = "NOTICE", descriptionKey = "NOTICE")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out")
    private @Nullable Path out;

    public CalendarAddCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        Path calendar = out == null ? Path.of("working-days.csv") : out;
        String before = Files.exists(calendar) ? Files.readString(calendar, StandardCharsets.UTF_8) : "";
        List<CalendarNotice> own =
                before.isEmpty() ? List.of() : CalendarNotice.read(new StringReader(before), calendar.toString());
        WorkingCalendar known = own.isEmpty()
                ? WorkingCalendar.china()
                : WorkingCalendar.china().with(new StringReader(before), calendar.toString());
        HolidayNotice read;
        try {
            read = HolidayNotice.read(file, known);
        } catch (HolidayNoticeException unread) {
            throw new UsageException(messages.text("error.calendar.notice", file, unread.text(messages.locale())));
        }
        CalendarNotice notice = read.notice();
        tell(read);
        List<LocalDate> changed = changed(notice, known);
        if (known.notices().stream().anyMatch(each -> each.year() == notice.year() && !each.tentative())) {
            if (changed.isEmpty()) {
                say("calendar.known", String.valueOf(notice.year()));
                return ExitCode.COMPLETE;
            }
            say("calendar.changes", String.valueOf(notice.year()), days(changed));
        }
        WorkingCalendar longer = with(known, notice);
        write(calendar, before, own, notice);
        LocalDate first = LocalDate.of(notice.year(), 1, 1);
        int count = longer.displayDays(first, first.withMonth(12).withDayOfMonth(31), FirstDay.COUNTED);
        say("calendar.added", String.valueOf(notice.year()), count, calendar.toString());
        return ExitCode.COMPLETE;
    }

    private WorkingCalendar with(WorkingCalendar calendar, CalendarNotice notice) {
        try {
            return calendar.with(notice);
        } catch (IllegalArgumentException gap) {
            throw new UsageException(messages.text("error.calendar.gap", String.valueOf(notice.year())));
        }
    }

    private void tell(HolidayNotice read) {
        CalendarNotice notice = read.notice();
        String number = notice.number() == null ? "" : " " + notice.number();
        String issued = notice.issuedOn() == null ? "" : " " + notice.issuedOn();
        terminal.out().println(notice.year() + number + issued);
        for (HolidayNotice.Holiday each : read.holidays()) {
            say(
                    each.work().isEmpty() ? "calendar.holiday" : "calendar.holiday.worked",
                    each.name(),
                    days(each.off()),
                    days(each.work()));
        }
        read.advice().forEach(each -> say("calendar.advice", each));
    }

    /** The days that the notice settles in another way than the calendar has them. */
    private static List<LocalDate> changed(CalendarNotice notice, WorkingCalendar known) {
        List<LocalDate> changed = new ArrayList<>();
        notice.off().stream()
                .filter(day -> known.span().contains(day) && known.isWorkingDay(day))
                .forEach(changed::add);
        notice.work().stream()
                .filter(day -> known.span().contains(day) && !known.isWorkingDay(day))
                .forEach(changed::add);
        return changed.stream().sorted().toList();
    }

    private static String days(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    /** The file with the notice after those that it had; written aside first, so that a full disk leaves it as it was. */
    private static void write(Path calendar, String before, List<CalendarNotice> own, CalendarNotice notice)
            throws IOException {
        List<String> lines = new ArrayList<>(before.lines().toList());
        if (lines.stream().map(line -> line.replace(BYTE_ORDER_MARK, "")).noneMatch(CalendarNotice.HEADER::equals)) {
            // Other columns, or another order of them: the same notices in the usual form, below the file's own
            // remarks.
            lines.removeIf(line -> !line.startsWith("#"));
            lines.add(CalendarNotice.HEADER);
            own.forEach(each -> lines.add(each.line()));
        }
        lines.add(notice.line());
        Path aside = calendar.resolveSibling(calendar.getFileName() + ".part");
        Files.write(aside, lines, StandardCharsets.UTF_8);
        Files.move(aside, calendar, StandardCopyOption.REPLACE_EXISTING);
    }

    private void say(String key, Object... values) {
        terminal.out().println(messages.text(key, values));
    }
}
