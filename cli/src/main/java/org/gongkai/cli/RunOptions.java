package org.gongkai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.gongkai.ingest.Mapping;
import org.gongkai.ingest.MappingException;
import org.gongkai.validation.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every run over sources has. */
final class RunOptions {

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            defaultValue = "shandong-library",
            descriptionKey = "profile")
    private String profile = "";

    @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "mapping")
    private @Nullable Path mapping;

    @Option(names = "--now", paramLabel = "MOMENT", descriptionKey = "now")
    private @Nullable OffsetDateTime now;

    Run start(List<Path> sources, Reporting reporting, Terminal terminal, Messages messages, Clock clock) {
        requireReadable(sources, messages);
        Mapping meaning = mapping(messages);
        if (sources.isEmpty() && meaning.jdbc() == null) {
            throw new UsageException(messages.text("error.source.none"));
        }
        Clock moment = clock(clock);
        reporting.start(messages, moment);
        return new Run(sources, meaning, profile(messages), reporting, terminal, messages, moment);
    }

    void requireReadable(List<Path> sources, Messages messages) {
        for (Path source : sources) {
            if (!Files.exists(source)) {
                throw new UsageException(messages.text("error.source.missing", source));
            }
            if (!Files.isReadable(source)) {
                throw new UsageException(messages.text("error.source.unreadable", source));
            }
        }
    }

    /** The clock, stopped at the moment that is asked for. */
    Clock clock(Clock clock) {
        return now == null ? clock : Clock.fixed(now.toInstant(), clock.getZone());
    }

    Mapping mapping(Messages messages) {
        if (mapping == null) {
            return Mapping.none();
        }
        try {
            return Mapping.read(mapping);
        } catch (MappingException faulty) {
            throw new UsageException(faulty.text(messages.locale()));
        } catch (IOException unreadable) {
            throw new UsageException(messages.text("error.source.unreadable", mapping));
        }
    }

    Profile profile(Messages messages) {
        try {
            if (!Files.isRegularFile(Path.of(profile))) {
                return Profile.named(profile);
            }
            try (InputStream data = Files.newInputStream(Path.of(profile))) {
                return Profile.read(data);
            }
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new UsageException(messages.text("error.profile", profile, String.valueOf(e.getMessage())));
        }
    }
}
