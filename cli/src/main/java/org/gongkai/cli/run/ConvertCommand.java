package org.gongkai.cli.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.cli.land.LandItems;
import org.gongkai.cli.library.Formats;
import org.gongkai.cli.library.PackagePaths;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageException;
import org.gongkai.export.format.FormatProfile;
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

    public ConvertCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        refuseTargetInside();
        PackagePaths.check(since, out, messages);
        OffsetDateTime begun = resume ? RunJournal.moment(out) : null;
        if (resume && begun == null) {
            terminal.err().println("gongkai: " + messages.text("resume.nothing", out));
        }
        // One moment for the whole run, and for what goes on from it.
        Clock moment = Clock.fixed(begun == null ? clock.instant() : begun.toInstant(), clock.getZone());
        Run run = coverage.apply(
                options.start(sources, items, reporting, terminal, messages, moment),
                options.mapping(messages),
                messages);
        run.journalled(files -> journal(begun != null, RunJournal.Head.of(run.moment(), arguments(), files)));
        List<FormatProfile> profiles = formats.isEmpty() ? FormatProfile.usual() : Formats.profiles(formats, messages);
        Files.createDirectories(out.toAbsolutePath().normalize().getParent());
        try (LibraryPackage target =
                LibraryPackage.create(out, run.packageOptions(profiles, replace).withSince(since))) {
            return run.convert(target, out, !withoutAttachments);
        } catch (PackageException e) {
            throw new UsageException(e.text(messages.locale()));
        } catch (RunJournal.DamagedException e) {
            throw new UsageException(messages.text("error.journal.damaged", String.valueOf(e.getMessage())));
        } catch (RunJournal.UnwritableException e) {
            throw new UsageException(messages.text("error.journal", e.folder(), String.valueOf(e.getMessage())));
        }
    }

    private RunJournal journal(boolean goOn, RunJournal.Head head) throws IOException {
        try {
            return goOn ? RunJournal.resume(out, head) : RunJournal.begin(out, head);
        } catch (RunJournal.ChangedException e) {
            throw new UsageException(messages.text("error.resume", String.valueOf(e.getMessage())));
        }
    }

    /** What was typed, without what leaves the package as it is, and the state of each file that is named. */
    private List<String> arguments() {
        List<String> typed = new ArrayList<>();
        List<String> original = spec.root().commandLine().getParseResult().originalArgs();
        for (int i = 0; i < original.size(); i++) {
            String each = original.get(i);
            if (each.equals("--threads")) {
                i++;
            } else if (!each.equals("--resume") && !each.equals("--replace") && !each.startsWith("--threads=")) {
                String value = each.startsWith("--") ? each.substring(each.indexOf('=') + 1) : each;
                typed.add(each);
                if (!value.isEmpty() && !value.startsWith("--") && new File(value).isFile()) {
                    typed.add(RunJournal.Stamp.of("", Path.of(value)).toString());
                }
            }
        }
        return typed;
    }

    /** A package inside its own source would be read as a source by the next run. */
    private void refuseTargetInside() {
        for (Path source : sources) {
            if (Files.isDirectory(source) && real(out).startsWith(real(source))) {
                throw new UsageException(messages.text("error.out.inside", out, source));
            }
        }
    }

    /** Where a path leads when the links on the way are followed, whether or not its end exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path each = absolute; each != null; each = each.getParent()) {
            if (Files.exists(each)) {
                try {
                    return each.toRealPath().resolve(each.relativize(absolute));
                } catch (IOException unreadable) {
                    return absolute;
                }
            }
        }
        return absolute;
    }
}
