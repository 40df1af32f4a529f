package org.gongkai.cli.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.Conversion;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.export.format.FormatProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A full package and the deltas after it to one full package. */
@Command
public final class ApplyCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "2..*", paramLabel = "PACKAGE", descriptionKey = "PACKAGE")
    private List<Path> chain = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out")
    private Path out = Path.of("");

    @Option(names = "--format", paramLabel = "NAME|FILE", descriptionKey = "format")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--replace", descriptionKey = "replace")
    private boolean replace;

    @Option(names = "--now", paramLabel = "MOMENT", descriptionKey = "now")
    private @Nullable OffsetDateTime now;

    @Mixin
    private Signing signing = new Signing();

    public ApplyCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PackagePaths.check(chain, out);
        PrivateKey key = signing.key();
        Clock moment = now == null ? clock : Clock.fixed(now.toInstant(), clock.getZone());
        Files.createDirectories(out.toAbsolutePath().normalize().getParent());
        try (LibraryPackage target = LibraryPackage.create(
                out,
                PackageOptions.of(moment, Conversion.version())
                        .withFormats(profiles())
                        .withReplace(replace)
                        .withSignature(key))) {
            PackageDelta.Applied applied = PackageDelta.apply(chain, target);
            target.finish(applied);
            terminal.out().println(messages.text("apply.done", applied.records(), out));
            return ExitCode.COMPLETE;
        }
    }

    /** Those that are asked for, or else those of the last package. */
    private List<FormatProfile> profiles() throws IOException {
        if (!formats.isEmpty()) {
            return Formats.profiles(formats, messages);
        }
        List<FormatProfile> known = FormatProfile.shipped();
        List<FormatProfile> profiles = new ArrayList<>();
        for (PackageDescription.Format each : PackageDelta.formats(chain.get(chain.size() - 1))) {
            profiles.add(known.stream()
                    .filter(shipped -> shipped.sha256().equals(each.sha256()))
                    .findFirst()
                    .orElseThrow(() ->
                            new UsageException(messages.text("error.apply.format", each.name(), each.version()))));
        }
        return profiles;
    }
}
