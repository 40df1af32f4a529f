package org.gongkai.cli.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conformance.ConformanceReport;
import org.gongkai.conformance.ConformanceSuite;
import org.gongkai.conformance.HttpJudge;
import org.gongkai.conformance.JudgeFault;
import org.gongkai.conformance.ProcessJudge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a program that judges records by the conformance suite. */
@Command
public final class ConformanceCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", descriptionKey = "COMMAND")
    private List<String> command = new ArrayList<>();

    @Option(names = "--http", paramLabel = "ADDRESS", descriptionKey = "http")
    private @Nullable String address;

    @Option(names = "--records", descriptionKey = "records")
    private boolean records;

    @Option(names = "--no-files", descriptionKey = "no-files")
    private boolean noFiles;

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "30", descriptionKey = "patience")
    private int patience;

    public ConformanceCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        if (command.isEmpty() == (address == null)) {
            throw new UsageException(messages.text("error.conformance.whom"));
        }
        if (patience < 1) {
            throw new UsageException(messages.text("error.conformance.patience", patience));
        }
        ConformanceSuite shipped = ConformanceSuite.shipped();
        ConformanceSuite suite = records ? shipped.ofRecords() : noFiles ? shipped.withoutFiles() : shipped;
        ConformanceReport report = tryOn(suite);
        JudgeFault stopped = report.stopped();
        if (stopped != null && report.outcomes().stream().noneMatch(each -> each.fault() == null)) {
            throw new UsageException(messages.text("error.conformance.silent", stopped.in(messages.locale())));
        }
        report.lines(messages.locale()).forEach(each -> terminal.out().println(Terminal.shown(each)));
        if (stopped != null) {
            terminal.out()
                    .println(messages.text(
                            "conformance.stopped", Terminal.shown(stopped.in(messages.locale())), report.untried()));
        }
        long met = report.outcomes().size() - report.failures().size();
        terminal.out()
                .println(messages.text(
                        "conformance.sum",
                        suite.head().profile(),
                        suite.head().version(),
                        met,
                        suite.cases().size(),
                        report.failedRules().size()));
        return report.conforms() ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }

    private ConformanceReport tryOn(ConformanceSuite suite) {
        Duration most = Duration.ofSeconds(patience);
        if (address == null) {
            try (ProcessJudge judge = new ProcessJudge(command, most)) {
                return suite.tryOn(judge);
            }
        }
        try {
            return suite.tryOn(new HttpJudge(address, most));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(messages.text("error.conformance.address", address));
        }
    }
}
