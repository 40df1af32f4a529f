package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageDelta;
import org.gongkai.export.PackageException;
import org.gongkai.export.PackageOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A full package and the deltas after it to one full package. */
@Command
final class ApplyCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "2..*", paramLabel = "PACKAGE", descriptionKey = "PACKAGE")
    private List<Path> chain = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out")
    private Path out = Path.of("");

    @Option(names = "--replace", descriptionKey = "replace")
    private boolean replace;

    @Option(names = "--now", paramLabel = "MOMENT", descriptionKey = "now")
    private @Nullable OffsetDateTime now;

    ApplyCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PackagePaths.check(chain, out, messages);
        Clock moment = now == null ? clock : Clock.fixed(now.toInstant(), clock.getZone());
        Files.createDirectories(out.toAbsolutePath().normalize().getParent());
        PackageOptions options = PackageOptions.of(moment, Main.Version.text()).withReplace(replace);
        try (LibraryPackage target = LibraryPackage.create(out, options)) {
            PackageDelta.Applied applied = PackageDelta.apply(chain, target);
            target.finish(applied);
            terminal.out().println(messages.text("apply.done", applied.records(), out));
            return ExitCode.COMPLETE;
        } catch (PackageException e) {
            throw new UsageException(e.text(messages.locale()));
        }
    }
}
