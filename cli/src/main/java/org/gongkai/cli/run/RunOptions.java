package org.gongkai.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.cli.calendar.CalendarOption;
import org.gongkai.cli.calendar.WorkdayCommand;
import org.gongkai.cli.land.LandItems;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.Conversion;
import org.gongkai.conversion.ConversionException;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.mapping.MappingException;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.validation.document.ConflictChoice;
import org.gongkai.validation.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every run over sources has. */
public final class RunOptions {

    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "mapping")
    private @Nullable Path mapping;

    /** The kind that leaves everything to be documents. */
    private static final String DOCUMENT = "document";

    /** The second name is the older one, from when only tables were read so. */
    @Option(
            names = {"--kind", "--tables"},
            paramLabel = "KIND",
            descriptionKey = "kind",
            completionCandidates = Kinds.class)
    private @Nullable String kind;

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

    @Mixin
    private CalendarOption calendar = new CalendarOption();

    /** The names that {@code --choose} takes. */
    private static final Map<String, ConflictChoice> CHOICES = new TreeMap<>(Map.of(
            "later", ConflictChoice.LATER_PUBLICATION,
            "earlier", ConflictChoice.EARLIER_PUBLICATION,
            "both", ConflictChoice.BOTH));

    @Option(names = "--choose", paramLabel = "NAME", defaultValue = "later", descriptionKey = "choose")
    private String choose = "";

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private @Nullable Integer threads;

    /** The run that the options describe, without what it writes. */
    Conversion conversion(Mapping meaning, LandItems items, Messages messages, Clock clock) {
        LegacyReader plain = LegacyReader.standard().withMapping(meaning).withLimits(limits(messages));
        LegacyReader reader = DOCUMENT.equals(kind) ? plain.withDocumentsOnly() : plain;
        Conversion conversion = Conversion.of(profile(messages), clock)
                .reading(followLinks ? reader.withLinks() : reader)
                .withGround(items.ground(calendar(), messages))
                .choosing(choice(messages))
                .reportingIn(messages.locale());
        if (threads != null) {
            conversion = conversion.withThreads(threads);
        }
        return checkLinks ? conversion.checkingLinks() : conversion;
    }

    /** The working days, with the years of the user's own file. */
    public WorkingCalendar calendar() {
        try {
            return calendar.calendar();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ConflictChoice choice(Messages messages) {
        ConflictChoice choice = CHOICES.get(choose);
        if (choice == null) {
            throw new UsageException(messages.text("error.choose", choose, String.join(", ", CHOICES.keySet())));
        }
        return choice;
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

    /** The day that is asked about: the one that was typed, else that of the clock. */
    public LocalDate day(@Nullable String on, Clock clock, Messages messages) {
        return on == null ? LocalDate.now(clock(clock)) : WorkdayCommand.day(on, messages);
    }

    /** The clock, stopped where a day begins, so that all is judged as on that day; as it goes where no day is named. */
    public static Clock on(@Nullable LocalDate day, Clock clock) {
        return day == null
                ? clock
                : Clock.fixed(day.atStartOfDay(clock.getZone()).toInstant(), clock.getZone());
    }

    /** What {@code --kind} says of every file that the mapping file says nothing about. */
    private Mapping withTables(Mapping mapping, Messages messages, @Nullable TableKind implied) {
        if (DOCUMENT.equals(kind) || kind == null && implied == null) {
            if (!tableDefaults.isEmpty()) {
                throw new UsageException(messages.text("error.tables.default.alone"));
            }
            return mapping;
        }
        TableKind named = kind == null ? implied : TableKind.of(kind);
        if (named == null) {
            throw new UsageException(messages.text("error.kind", String.valueOf(kind), String.join(", ", new Kinds())));
        }
        try {
            return mapping.withTables(new Mapping.Tables("**", named, tableDefaults, Map.of(), false));
        } catch (IllegalArgumentException unreadable) {
            throw new UsageException(messages.text(
                    "error.tables.default",
                    String.valueOf(unreadable.getMessage()),
                    named.code(),
                    String.join(", ", named.defaultNames())));
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
            throw new ConversionException(ConversionException.Problem.SOURCE_UNREADABLE, mapping);
        }
    }

    public Profile profile(Messages messages) {
        return profile.profile(messages);
    }

    /** What can be named: documents, and what tables hold besides. */
    private static final class Kinds implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.concat(
                            Stream.of(DOCUMENT),
                            Arrays.stream(TableKind.values()).map(TableKind::code))
                    .iterator();
        }
    }
}
