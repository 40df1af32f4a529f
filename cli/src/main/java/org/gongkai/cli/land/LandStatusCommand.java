package org.gongkai.cli.land;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.cli.run.FindingPrinter;
import org.gongkai.cli.run.RunOptions;
import org.gongkai.cli.run.SourceReading;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.land.ProjectTimeline;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How far each project has come on a day: what it has disclosed, what is due next, and what is late or missing. */
@Command
public final class LandStatusCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
    private @Nullable String on;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private LandItems items = new LandItems();

    @Mixin
    private RunOptions options = new RunOptions();

    public LandStatusCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        files.forEach(Conversion::requireReadable);
        Profile profile = options.profile(messages);
        Mapping mapping = options.mapping(messages, TableKind.LAND);
        RequisitionGround ground = items.ground(options.calendar(), messages);
        LocalDate day = options.day(on, clock, messages);
        Clock then = RunOptions.on(day, clock);
        DisclosureValidator validator = DisclosureValidator.of(profile, then, ground);
        Projects projects = new Projects(validator);
        LegacyReader reader = LegacyReader.standard().withMapping(mapping);
        projects.read(reader, files);
        return report(projects, validator, ground, day);
    }

    private int report(Projects projects, DisclosureValidator validator, RequisitionGround ground, LocalDate day)
            throws IOException {
        List<LandStatus> all = new ArrayList<>();
        for (Mapped each : projects.projects) {
            LandRequisitionProject project = (LandRequisitionProject) each.record();
            ProjectTimeline timeline = ProjectTimeline.of(project, day, ground);
            all.add(LandStatus.of(each.origin(), project, timeline, validator.judge(project, each::where)));
        }
        // Lines of JSON stay lines of JSON; what is wrong with a source is then for the other stream.
        FindingPrinter printer = new FindingPrinter(json ? terminal.err() : terminal.out(), messages);
        projects.print(printer);
        if (all.isEmpty()) {
            throw new UsageException(messages.text("error.land.none"));
        }
        if (json) {
            LandStatus.json(all, terminal.out());
        } else {
            new LandStatusText(terminal.out(), messages, ground.duties()).print(all, day, projects.others);
        }
        boolean wrong = all.stream().anyMatch(LandStatus::breach) || projects.faulty();
        return wrong ? ExitCode.FINDINGS : ExitCode.COMPLETE;
    }

    /** Keeps the projects of the sources. */
    private static final class Projects extends SourceReading {

        private final List<Mapped> projects = new ArrayList<>();
        private long others;

        Projects(DisclosureValidator validator) {
            super(validator);
        }

        @Override
        protected void keep(Mapped mapped) {
            if (RecordKind.of(mapped.record()).type() == LandRequisitionProject.class) {
                projects.add(mapped);
            } else {
                others++;
            }
        }
    }
}
