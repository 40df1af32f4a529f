package org.gongkai.cli.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.gongkai.cli.land.LandItems;
import org.gongkai.cli.library.Formats;
import org.gongkai.cli.library.Signing;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.conversion.Conversion;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.PackageReceipt;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.validation.report.Report;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Legacy documents to a package. */
@picocli.CommandLine.Command
public final class ConvertCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "0..*", paramLabel = "SOURCE", descriptionKey = "SOURCE")
    private List<Path> sources = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out")
    private Path out = Path.of("");

    @Option(names = "--format", paramLabel = "NAME|FILE", descriptionKey = "format")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--no-attachments", descriptionKey = "noAttachments")
    private boolean withoutAttachments;

    @Option(names = "--replace", descriptionKey = "replace")
    private boolean replace;

    @Option(names = "--since", paramLabel = "PACKAGE", descriptionKey = "since")
    private List<Path> since = new ArrayList<>();

    @Option(names = "--resume", descriptionKey = "resume")
    private boolean resume;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private LandItems items = new LandItems();

    @Mixin
    private Reporting reporting = new Reporting();

    @Mixin
    private CoverageOptions coverage = new CoverageOptions();

    @Mixin
    private Signing signing = new Signing();

    public ConvertCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrivateKey key = signing.key();
        OffsetDateTime begun = resume ? Conversion.interrupted(out) : null;
        if (resume && begun == null) {
            terminal.err().println("gongkai: " + messages.text("resume.nothing", out));
        }
        Clock now = options.clock(clock);
        reporting.start(messages, begun == null ? now : Clock.fixed(begun.toInstant(), now.getZone()));
        Mapping mapping = options.mapping(messages);
        Conversion run = options.conversion(mapping, items, messages, now)
                .into(out, packageOptions(now).withSignature(key));
        run = withoutAttachments ? run.withoutAttachments() : run;
        run = resume ? run.resuming(arguments(), files()) : run.journalled(arguments(), files());
        AtomicReference<PackageReceipt> written = new AtomicReference<>();
        Report report;
        try (ReadingBar bar = new ReadingBar(terminal, messages)) {
            report = reporting
                    .apply(coverage.apply(run, mapping, messages))
                    .onProgress(bar::show)
                    .onPackage(written::set)
                    .run(sources);
        }
        reporting.write(report, terminal, messages);
        return new SummaryText(reporting.talk(terminal), messages)
                .print(report, out, written.get().description());
    }

    private PackageOptions packageOptions(Clock now) {
        return PackageOptions.of(now, Conversion.version())
                .withFormats(formats.isEmpty() ? FormatProfile.usual() : Formats.profiles(formats, messages))
                .withReplace(replace)
                .withSince(since);
    }

    /** What was typed, without what leaves the package as it is. */
    private List<String> arguments() {
        List<String> typed = new ArrayList<>();
        List<String> original = spec.root().commandLine().getParseResult().originalArgs();
        for (int i = 0; i < original.size(); i++) {
            String each = original.get(i);
            if (each.equals("--threads") || each.equals("--sign")) {
                i++;
            } else if (!each.equals("--resume")
                    && !each.equals("--replace")
                    && !each.startsWith("--threads=")
                    && !each.startsWith("--sign=")) {
                typed.add(each);
            }
        }
        return typed;
    }

    /** The files that are named there. */
    private List<Path> files() {
        return arguments().stream()
                .map(each -> each.startsWith("--") ? each.substring(each.indexOf('=') + 1) : each)
                .filter(each -> !each.isEmpty() && !each.startsWith("--") && new File(each).isFile())
                .map(Path::of)
                .toList();
    }
}
