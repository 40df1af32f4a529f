package org.gongkai.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.cli.land.LandItems;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.conversion.Conversion;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.validation.report.Report;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The same judgement without a package. */
@picocli.CommandLine.Command
public final class ValidateCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private LandItems items = new LandItems();

    @Mixin
    private Reporting reporting = new Reporting();

    @Mixin
    private CoverageOptions coverage = new CoverageOptions();

    public ValidateCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Clock now = options.clock(clock);
        reporting.start(messages, now);
        Mapping mapping = options.mapping(messages);
        Conversion run = options.conversion(mapping, items, messages, now);
        FindingPrinter printer = new FindingPrinter(reporting.talk(terminal), messages);
        Report report;
        try (ReadingBar bar = new ReadingBar(terminal, messages)) {
            report = reporting
                    .apply(coverage.apply(run, mapping, messages))
                    .onProgress(bar::show)
                    .onFinding(printer::print)
                    .run(files);
        }
        reporting.write(report, terminal, messages);
        return new SummaryText(reporting.talk(terminal), messages).print(report, null, null);
    }
}
