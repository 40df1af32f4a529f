package org.gongkai.cli.assistance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.gongkai.cli.calendar.WorkdayCommand;
import org.gongkai.cli.run.FindingPrinter;
import org.gongkai.cli.run.RunOptions;
import org.gongkai.cli.run.SourceReading;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a place pays people in difficulty on a day, what is missing, what lapses next, and what changed. */
@Command
public final class AssistanceCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--place", paramLabel = "PLACE", descriptionKey = "place")
    private @Nullable String place;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
    private @Nullable String on;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "since")
    private @Nullable String since;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private RunOptions options = new RunOptions();

    public AssistanceCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        files.forEach(Conversion::requireReadable);
        Profile profile = options.profile(messages);
        Clock now = options.clock(clock);
        LocalDate day = options.day(on, clock, messages);
        LocalDate before = since == null ? null : WorkdayCommand.day(since, messages);
        if (before != null && !before.isBefore(day)) {
            throw new UsageException(messages.text("error.assistance.since", String.valueOf(since), day.toString()));
        }
        Standards standards = new Standards(DisclosureValidator.of(
                profile, now, RequisitionGround.standard().withCalendar(options.calendar())));
        // Tables are what this command is for; a mapping file may say more of them.
        LegacyReader reader =
                LegacyReader.standard().withMapping(options.mapping(messages, TableKind.ASSISTANCE_STANDARD));
        standards.read(reader, files);
        // Lines of JSON stay lines of JSON; what is wrong with a source is then for the other stream.
        FindingPrinter printer = new FindingPrinter(json ? terminal.err() : terminal.out(), messages);
        standards.print(printer);
        if (standards.lines.isEmpty()) {
            throw new UsageException(messages.text("error.assistance.none"));
        }
        AssistanceSchedule schedule = AssistanceSchedule.of(standards.lines);
        String where = place == null ? onlyPlace(schedule) : place.strip();
        AssistanceAnswer answer = AssistanceAnswer.of(
                schedule, where, day, before, profile.assistance().scheme(), standards.places::get);
        if (answer.nothingKnown()) {
            throw new UsageException(messages.text("error.assistance.place", where, places(schedule)));
        }
        if (json) {
            answer.json(terminal.out());
        } else {
            new AssistanceText(terminal.out(), messages).print(answer);
        }
        return standards.faulty() ? ExitCode.FINDINGS : ExitCode.COMPLETE;
    }

    private String onlyPlace(AssistanceSchedule schedule) {
        TreeSet<String> homes = new TreeSet<>();
        for (AssistanceStandard each : schedule.lines()) {
            if (each.place() != null) {
                homes.add(each.place());
            }
        }
        if (homes.size() != 1) {
            throw new UsageException(messages.text(
                    homes.isEmpty() ? "error.assistance.placeless" : "error.assistance.places", places(schedule)));
        }
        return homes.first();
    }

    private static String places(AssistanceSchedule schedule) {
        TreeSet<String> places = new TreeSet<>();
        schedule.lines().forEach(each -> places.addAll(schedule.places(each)));
        return String.join("、", places);
    }

    /** Keeps the lines of the sources. */
    private static final class Standards extends SourceReading {

        private final List<AssistanceStandard> lines = new ArrayList<>();
        private final Map<AssistanceStandard, Location> places = new IdentityHashMap<>();

        Standards(DisclosureValidator validator) {
            super(validator);
        }

        @Override
        protected void keep(Mapped mapped) {
            AssistanceStandard line = RecordKind.of(AssistanceStandard.class).as(mapped.record());
            if (line != null) {
                lines.add(line);
                places.put(line, mapped.origin());
            }
        }
    }
}
