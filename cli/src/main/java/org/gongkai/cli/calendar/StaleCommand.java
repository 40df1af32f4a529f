package org.gongkai.cli.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.core.Confirmation;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import picocli.CommandLine.Command;

/** Lists the limits that nobody has confirmed for twelve months. */
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
        for (Duty each : Duties.catalogue().all()) {
            Confirmation confirmed = each.confirmed();
            if (confirmed == null || Confirmation.stale(confirmed.lastConfirmedOn(), today)) {
                stale++;
                String last = confirmed == null
                        ? messages.text("stale.never")
                        : messages.text("stale.last", confirmed.lastConfirmedOn(), confirmed.by(), confirmed.at());
                terminal.out()
                        .println(each.id() + "  " + each.name(messages.locale()) + "  " + last + "  " + each.source()
                                + " (" + each.evidence().mark() + ")");
            }
        }
        terminal.out()
                .println(messages.text(
                        "stale.sum", stale, Duties.catalogue().all().size(), today));
        return stale == 0 ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }
}
