package org.gongkai.cli.request;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gongkai.cli.run.FindingPrinter;
import org.gongkai.cli.run.RunOptions;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.organization.Agency;
import org.gongkai.export.CanonicalJson;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.request.RequestGround;
import org.gongkai.validation.request.RequestStep;
import org.gongkai.validation.request.RequestTimeline;
import org.gongkai.validation.request.RequestTimeline.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The register on a day: what is past due, what is due soon, what is open, what was answered late. */
@Command
public final class RequestsStatusCommand implements Callable<Integer> {

    private static final Comparator<Line> BY_DUE = Comparator.comparing(
            each -> each.timeline().due(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
    private @Nullable String on;

    @Option(names = "--within", paramLabel = "N", descriptionKey = "within", defaultValue = "5")
    private int within;

    @Option(names = "--body", paramLabel = "BODY", descriptionKey = "body")
    private @Nullable String body;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private RunOptions options = new RunOptions();

    /** A case on the day. */
    private record Line(RequestTimeline timeline, Register.Entry entry) {

        String number() {
            return Objects.requireNonNullElse(
                    timeline.caseNumber(), entry.place().toString());
        }
    }

    public RequestsStatusCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        LocalDate day = options.day(on, clock, messages);
        Clock then = RunOptions.on(day, clock);
        WorkingCalendar calendar = options.calendar();
        DisclosureValidator validator = DisclosureValidator.of(
                options.profile(messages), then, RequisitionGround.standard().withCalendar(calendar));
        RequestGround ground = new RequestGround(Duties.catalogue(), calendar);
        Register register = Register.read(
                files,
                options.mapping(messages, TableKind.REQUEST),
                validator,
                body == null ? null : new Agency(body),
                messages);
        register.print(new FindingPrinter(json ? terminal.err() : terminal.out(), messages));
        register.require(messages);
        List<Line> lines = register.entries().stream()
                .map(each -> new Line(RequestTimeline.of(each.request(), day, ground), each))
                .toList();
        if (json) {
            CanonicalJson form = new CanonicalJson();
            for (Line each : lines) {
                terminal.out().writeBytes(form.line(each.timeline()));
                terminal.out().println();
            }
            terminal.out().flush();
        } else {
            print(lines, day, ground);
        }
        boolean late = lines.stream().anyMatch(each -> each.timeline().state() == State.PAST_DUE);
        return late || register.faulty() ? ExitCode.FINDINGS : ExitCode.COMPLETE;
    }

    private void print(List<Line> lines, LocalDate day, RequestGround ground) {
        List<Line> soon = lines.stream()
                .filter(each -> each.timeline().dueWithin(within, ground))
                .toList();
        List<Line> open = of(lines, State.OPEN).stream()
                .filter(each -> !soon.contains(each))
                .toList();
        section(messages.text("requests.pastDue"), of(lines, State.PAST_DUE), ground.duties());
        section(messages.text("requests.dueSoon", within), soon, ground.duties());
        section(messages.text("requests.open"), open, ground.duties());
        section(messages.text("requests.waiting"), of(lines, State.WAITING), ground.duties());
        section(messages.text("requests.answeredLate"), of(lines, State.ANSWERED_LATE), ground.duties());
        section(messages.text("requests.cannotSay"), of(lines, State.CANNOT_SAY), ground.duties());
        terminal.out()
                .println(messages.text(
                        "requests.summary",
                        lines.size(),
                        day.toString(),
                        of(lines, State.OPEN).size() + of(lines, State.WAITING).size(),
                        of(lines, State.PAST_DUE).size(),
                        of(lines, State.ANSWERED).size()
                                + of(lines, State.ANSWERED_LATE).size(),
                        of(lines, State.ANSWERED_LATE).size(),
                        of(lines, State.CANNOT_SAY).size()));
    }

    private static List<Line> of(List<Line> lines, State state) {
        return lines.stream().filter(each -> each.timeline().state() == state).toList();
    }

    private void section(String title, List<Line> lines, Duties duties) {
        PrintStream out = terminal.out();
        if (lines.isEmpty()) {
            return;
        }
        out.println(title);
        for (Line each : lines.stream().sorted(BY_DUE).toList()) {
            out.println("  " + messages.text("requests.case", each.number(), due(each.timeline())));
            String steps = each.timeline().steps().stream()
                    .map(step -> step(step, duties))
                    .collect(Collectors.joining(messages.text("requests.semicolon")));
            if (!steps.isEmpty()) {
                out.println("      " + steps);
            }
        }
    }

    private String due(RequestTimeline timeline) {
        return Objects.requireNonNullElse(timeline.dueText(messages.locale()), messages.text("requests.noDay"));
    }

    private String step(RequestStep step, Duties duties) {
        return messages.text(
                "requests.step",
                duties.get(step.duty()).name(messages.locale()),
                step.judgement().text(messages.locale()),
                step.due() == null
                        ? messages.text("requests.noDay")
                        : step.judgement().deadline().day(messages.locale()),
                step.source());
    }
}
