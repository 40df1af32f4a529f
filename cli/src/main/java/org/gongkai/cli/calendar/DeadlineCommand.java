package org.gongkai.cli.calendar;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** When a duty falls due, and whether it was done in time. */
@Command
public final class DeadlineCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "0..1", paramLabel = "DUTY", descriptionKey = "DUTY")
    private @Nullable String id;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "from")
    private @Nullable String from;

    @Option(names = "--done", paramLabel = "DATE", descriptionKey = "done")
    private @Nullable String done;

    @Mixin
    private CalendarOption calendar = new CalendarOption();

    public DeadlineCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Locale language = messages.locale();
        if (id == null) {
            for (Duty each : Duties.catalogue().all()) {
                terminal.out().println(each.id() + "  " + each.name(language));
            }
            return ExitCode.COMPLETE;
        }
        Duty duty = Duties.catalogue()
                .find(id)
                .orElseThrow(() -> new UsageException(messages.text("error.duty.unknown", String.valueOf(id))));
        if (from == null) {
            throw new UsageException(messages.text("error.missing", "--from", "gongkai deadline"));
        }
        return answer(duty, WorkdayCommand.day(from, messages), calendar.calendar());
    }

    private int answer(Duty duty, LocalDate start, WorkingCalendar days) {
        Locale language = messages.locale();
        Deadline deadline = duty.due(start, days);
        line("deadline.duty", duty.name(language));
        line("deadline.from", start + " (" + duty.start(language) + ")");
        line("deadline.due", deadline.text(language));
        if (done != null) {
            DutyCheck judgement = duty.check(deadline, WorkdayCommand.day(done, messages), LocalDate.now(clock), days);
            line("deadline.done", judgement.text(language));
            line("deadline.source", duty.source() + " (" + duty.evidence().mark() + ")");
            return judgement.breach() ? ExitCode.FINDINGS : ExitCode.COMPLETE;
        }
        line("deadline.source", duty.source() + " (" + duty.evidence().mark() + ")");
        return deadline.date() == null ? ExitCode.FINDINGS : ExitCode.COMPLETE;
    }

    private void line(String key, String value) {
        terminal.out().println(messages.text(key) + messages.text("colon") + value);
    }
}
