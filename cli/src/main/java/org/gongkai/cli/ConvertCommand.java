package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.export.FormatProfile;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Legacy documents to a package. */
@picocli.CommandLine.Command
final class ConvertCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "0..*", paramLabel = "SOURCE", descriptionKey = "SOURCE")
    private List<Path> sources = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out")
    private Path out = Path.of("");

    @Option(names = "--format", paramLabel = "NAME|FILE", descriptionKey = "format")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--replace", descriptionKey = "replace")
    private boolean replace;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private LandItems items = new LandItems();

    @Mixin
    private Reporting reporting = new Reporting();

    @Mixin
    private CoverageOptions coverage = new CoverageOptions();

    ConvertCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        refuseTargetInside();
        Run run = coverage.apply(
                options.start(sources, items, reporting, terminal, messages, clock),
                options.mapping(messages),
                messages);
        List<FormatProfile> profiles = formats.isEmpty() ? FormatProfile.usual() : Formats.profiles(formats, messages);
        Files.createDirectories(out.toAbsolutePath().normalize().getParent());
        try (LibraryPackage target = LibraryPackage.create(out, run.packageOptions(profiles, replace))) {
            return run.convert(target, out);
        } catch (PackageException e) {
            throw new UsageException(e.text(messages.locale()));
        }
    }

    /** A package inside its own source would be read as a source by the next run. */
    private void refuseTargetInside() {
        for (Path source : sources) {
            if (Files.isDirectory(source)
                    && out.toAbsolutePath()
                            .normalize()
                            .startsWith(source.toAbsolutePath().normalize())) {
                throw new UsageException(messages.text("error.out.inside", out, source));
            }
        }
    }
}
