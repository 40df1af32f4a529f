package org.gongkai.cli.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.cli.run.FindingPrinter;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.ReportDiff;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.rule.RuleCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports made later, and two of them compared. */
@Command
public final class ReportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(arity = "0..1", paramLabel = "PACKAGE", descriptionKey = "PACKAGE")
    private @Nullable Path source;

    @Option(names = "--to", paramLabel = "FORMAT=FILE", descriptionKey = "to")
    private List<String> to = new ArrayList<>();

    public ReportCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        // Not marked as required: the command beneath needs neither.
        if (source == null || to.isEmpty()) {
            throw new UsageException(messages.text("error.missing", "PACKAGE, --to", "gongkai report"));
        }
        List<ReportTarget> targets = ReportTarget.parse(to, messages);
        WrittenReport written = WrittenReport.of(source, messages);
        for (ReportTarget each : targets) {
            each.write(written.report(), terminal, messages);
        }
        return written.report().errors() == 0 ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }

    @Command(name = "diff")
    int diff(
            @Parameters(paramLabel = "BEFORE", descriptionKey = "BEFORE") Path before,
            @Parameters(paramLabel = "AFTER", descriptionKey = "AFTER") Path after,
            @Option(names = "--json", descriptionKey = "json") boolean json)
            throws IOException {
        ReportDiff diff = ReportDiff.between(WrittenReport.of(before, messages), WrittenReport.of(after, messages));
        if (json) {
            terminal.out().println(CanonicalJson.mapper().writeValueAsString(diff));
        } else {
            print(diff);
        }
        return diff.newErrors() == 0 ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }

    private void print(ReportDiff diff) {
        long added = diff.rules().stream().mapToLong(ReportDiff.RuleDiff::added).sum();
        long gone = diff.rules().stream().mapToLong(ReportDiff.RuleDiff::gone).sum();
        long unchanged =
                diff.rules().stream().mapToLong(ReportDiff.RuleDiff::unchanged).sum();
        terminal.out().println(messages.text("diff.totals", added, diff.newErrors(), gone, unchanged));
        terminal.out().println(messages.text("diff.head"));
        for (ReportDiff.RuleDiff each : diff.rules()) {
            terminal.out()
                    .printf(
                            "%8d %8d %9d  %s%s%n",
                            each.added(),
                            each.gone(),
                            each.unchanged(),
                            each.rule(),
                            each.countedOnly() ? "  " + messages.text("diff.counted") : "");
        }
        list("diff.added", diff.added());
        list("diff.gone", diff.gone());
    }

    private void list(String key, List<ReportedFinding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        terminal.out().println(messages.text(key));
        for (ReportedFinding each : findings) {
            Finding finding = each.finding();
            String text = RuleCatalogue.standard().contains(finding.rule()) ? finding.text(messages.locale()) : "";
            terminal.out()
                    .println("  "
                            + finding.severity().shown().in(messages.locale()) + "  "
                            + FindingPrinter.place(finding) + text + " [" + finding.rule() + "] "
                            + finding.fingerprint()
                            + (each.heldBack() == null ? "" : " " + messages.text("diff.heldBack")));
        }
    }
}
