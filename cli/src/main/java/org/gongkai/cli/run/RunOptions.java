package org.gongkai.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.cli.land.LandItems;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.mapping.MappingException;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every run over sources has. */
public final class RunOptions {

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            defaultValue = "shandong-library",
            descriptionKey = "profile")
    private String profile = "";

    @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "mapping")
    private @Nullable Path mapping;

    @Option(names = "--tables", paramLabel = "KIND", descriptionKey = "tables")
    private @Nullable String tables;

    @Option(names = "--table-default", paramLabel = "NAME=TEXT", descriptionKey = "tableDefault")
    private Map<String, String> tableDefaults = new LinkedHashMap<>();

    @Option(names = "--limit", paramLabel = "NAME=NUMBER", descriptionKey = "limit")
    private Map<String, Long> limits = new LinkedHashMap<>();

    @Option(names = "--follow-links", descriptionKey = "followLinks")
    private boolean followLinks;

    @Option(names = "--now", paramLabel = "MOMENT", descriptionKey = "now")
    private @Nullable OffsetDateTime now;

    @Option(names = "--check-links", descriptionKey = "checkLinks")
    private boolean checkLinks;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private int threads = Math.min(3, Runtime.getRuntime().availableProcessors() + 1);

    Run start(
            List<Path> sources,
            LandItems items,
            Reporting reporting,
            Terminal terminal,
            Messages messages,
            Clock clock) {
        requireReadable(sources, messages);
        Mapping meaning = mapping(messages);
        if (sources.isEmpty() && meaning.jdbc() == null) {
            throw new UsageException(messages.text("error.source.none"));
        }
        if (threads < 1) {
            throw new UsageException(messages.text("error.threads", threads));
        }
        Clock moment = clock(clock);
        reporting.start(messages, moment);
        RequisitionGround ground = items.ground(WorkingCalendar.china(), messages);
        return new Run(
                sources,
                meaning,
                limits(messages),
                profile(messages),
                ground,
                checkLinks,
                followLinks,
                reporting,
                terminal,
                messages,
                moment,
                threads);
    }

    public void requireReadable(List<Path> sources, Messages messages) {
        for (Path source : sources) {
            if (!Files.exists(source)) {
                throw new UsageException(messages.text("error.source.missing", source));
            }
            if (!Files.isReadable(source)) {
                throw new UsageException(messages.text("error.source.unreadable", source));
            }
        }
    }

    private Limits limits(Messages messages) {
        Limits all = Limits.standard();
        for (Map.Entry<String, Long> each : limits.entrySet()) {
            try {
                all = all.with(each.getKey(), each.getValue());
            } catch (IllegalArgumentException wrong) {
                throw new UsageException(messages.text("error.limit", String.valueOf(wrong.getMessage())));
            }
        }
        return all;
    }

    /** The clock, stopped at the moment that is asked for. */
    public Clock clock(Clock clock) {
        return now == null ? clock : Clock.fixed(now.toInstant(), clock.getZone());
    }

    /** What {@code --tables} says of every file that the mapping file says nothing about. */
    private Mapping withTables(Mapping mapping, Messages messages, @Nullable TableKind implied) {
        if (tables == null && implied == null) {
            if (!tableDefaults.isEmpty()) {
                throw new UsageException(messages.text("error.tables.default.alone"));
            }
            return mapping;
        }
        TableKind kind = tables == null ? implied : TableKind.of(tables);
        if (kind == null) {
            throw new UsageException(messages.text("error.tables.kind", String.valueOf(tables), TableKind.codes()));
        }
        try {
            return mapping.withTables(new Mapping.Tables("**", kind, tableDefaults, Map.of(), false));
        } catch (IllegalArgumentException unreadable) {
            throw new UsageException(messages.text(
                    "error.tables.default",
                    String.valueOf(unreadable.getMessage()),
                    kind.code(),
                    String.join(", ", kind.defaultNames())));
        }
    }

    /** What the mapping file and the options say of the sources. */
    public Mapping mapping(Messages messages) {
        return withTables(mappingFile(messages), messages, null);
    }

    /** The same for a command whose tables hold one kind of record unless the user says otherwise. */
    public Mapping mapping(Messages messages, TableKind implied) {
        return withTables(mappingFile(messages), messages, implied);
    }

    private Mapping mappingFile(Messages messages) {
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

    public Profile profile(Messages messages) {
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
