package org.gongkai.cli.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.cli.library.ReportTarget;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.cli.terminal.WholeFile;
import org.gongkai.conversion.BaselineUpdate;
import org.gongkai.conversion.Conversion;
import org.gongkai.conversion.ConversionException;
import org.gongkai.validation.report.Baseline;
import org.gongkai.validation.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what reports a run makes, and which findings it holds back. */
final class Reporting {

    @Option(names = "--report", paramLabel = "FORMAT=FILE", descriptionKey = "report")
    private List<String> reports = new ArrayList<>();

    @Option(names = "--max-findings", paramLabel = "N", defaultValue = "1000", descriptionKey = "maxFindings")
    private int maxFindings;

    @Option(names = "--baseline", paramLabel = "FILE", descriptionKey = "baseline")
    private @Nullable Path baseline;

    @Option(names = "--baseline-update", descriptionKey = "baselineUpdate")
    private boolean update;

    @Option(names = "--baseline-add", paramLabel = "REASON", descriptionKey = "baselineAdd")
    private @Nullable String reason;

    @Option(names = "--baseline-until", paramLabel = "DATE", descriptionKey = "baselineUntil")
    private @Nullable LocalDate until;

    private List<ReportTarget> targets = List.of();
    private @Nullable Baseline known;

    /** Reads the baseline; to be called once, before the run. */
    void start(Messages messages, Clock clock) {
        targets = ReportTarget.parse(reports, messages);
        if (baseline == null && (update || reason != null || until != null)) {
            throw new UsageException(messages.text("error.baseline.missing"));
        }
        if ((reason == null) != (until == null) || reason != null && reason.isBlank()) {
            throw new UsageException(messages.text("error.baseline.reason"));
        }
        if (until != null && until.isBefore(LocalDate.now(clock))) {
            throw new UsageException(messages.text("error.baseline.past", until.toString()));
        }
        if (baseline != null) {
            known = read(baseline, messages);
        }
    }

    private Baseline read(Path file, Messages messages) {
        try (InputStream data = new BufferedInputStream(Files.newInputStream(file))) {
            return Baseline.read(data);
        } catch (NoSuchFileException e) {
            if (reason != null) {
                return Baseline.empty();
            }
            throw new ConversionException(ConversionException.Problem.SOURCE_MISSING, file);
        } catch (IOException e) {
            throw new UsageException(messages.text("error.baseline.faulty", file, String.valueOf(e.getMessage())));
        }
    }

    /** Lets a run keep and hold back what the options say. */
    Conversion apply(Conversion run) {
        Conversion counted = run.withMaxFindings(maxFindings);
        Baseline before = known;
        Path file = baseline;
        if (before == null || file == null) {
            return counted;
        }
        return update || reason != null
                ? counted.withBaseline(before, new BaselineUpdate(update, reason, until), after -> write(file, after))
                : counted.withBaseline(before);
    }

    /** Where everything but a report is printed: not into a report that goes to standard output. */
    PrintStream talk(Terminal terminal) {
        return targets.stream().anyMatch(ReportTarget::standardOutput) ? terminal.err() : terminal.out();
    }

    /** Writes the reports that were asked for. */
    void write(Report report, Terminal terminal, Messages messages) throws IOException {
        for (ReportTarget each : targets) {
            each.write(report, terminal, messages);
        }
    }

    private static void write(Path file, Baseline entries) {
        try {
            WholeFile.write(file, out -> {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                entries.write(text);
                text.flush();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
