package org.gongkai.cli.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.core.Confirmation;
import org.gongkai.core.DataFile;
import org.gongkai.core.Evidence;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Lists the limits and the data files that nobody has confirmed for twelve months. */
@Command
public final class StaleCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    public StaleCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        LocalDate today = LocalDate.now(clock);
        int stale = 0;
        int all = 0;
        for (Duty each : Duties.catalogue().all()) {
            all++;
            stale += tell(
                    each.id(), each.name(messages.locale()), each.confirmed(), each.source(), each.evidence(), today);
        }
        for (DataFile each : DataFile.shipped()) {
            all++;
            stale += tell(
                    each.file(), each.name(messages.locale()), each.confirmed(), each.source(), each.evidence(), today);
        }
        terminal.out().println(messages.text("stale.sum", stale, all, today));
        return stale == 0 ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }

    /** Says who last confirmed something, where that is too long ago; answers 1 then, and otherwise 0. */
    private int tell(
            String id,
            String name,
            @Nullable Confirmation confirmed,
            String source,
            Evidence evidence,
            LocalDate today) {
        if (confirmed != null && !Confirmation.stale(confirmed.lastConfirmedOn(), today)) {
            return 0;
        }
        String last = confirmed == null
                ? messages.text("stale.never")
                : messages.text("stale.last", confirmed.lastConfirmedOn(), confirmed.by(), confirmed.at());
        terminal.out().println(id + "  " + name + "  " + last + "  " + source + " (" + evidence.mark() + ")");
        return 1;
    }
}
