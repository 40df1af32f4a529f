package org.gongkai.cli.obligation;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gongkai.cli.run.FindingPrinter;
import org.gongkai.cli.run.RunOptions;
import org.gongkai.cli.run.SourceReading;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.obligation.ObligationFiles;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.obligation.BodyNaming;
import org.gongkai.validation.obligation.BodyRegister;
import org.gongkai.validation.obligation.ObligationAudit;
import org.gongkai.validation.obligation.ObligationReport;
import org.gongkai.validation.obligation.ObligationResult;
import org.gongkai.validation.obligation.ObligationState;
import org.gongkai.validation.obligation.Obligations;
import org.gongkai.validation.obligation.ThreeFigures;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.RunSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes over bodies by obligations of a year and shows what is missing or late. */
@Command
public final class ObligationsCommand implements Callable<Integer> {

    private static final int FIRST_YEAR = 2008;
    private static final int LAST_YEAR = 2100;

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "1..*", paramLabel = "FOLDER", descriptionKey = "FOLDER")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--bodies", required = true, paramLabel = "FILE", descriptionKey = "bodies")
    private Path bodies = Path.of("");

    @Option(names = "--year", required = true, paramLabel = "YEAR", descriptionKey = "year")
    private int year;

    @Option(names = "--obligations", paramLabel = "FILE", descriptionKey = "obligations")
    private @Nullable Path obligations;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
    private @Nullable String on;

    @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "out")
    private @Nullable Path out;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private RunOptions options = new RunOptions();

    public ObligationsCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        files.forEach(Conversion::requireReadable);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new UsageException(messages.text("error.obligations.year", String.valueOf(year)));
        }
        Profile profile = options.profile(messages);
        WorkingCalendar calendar = options.calendar();
        LocalDate day = options.day(on, clock, messages);
        Clock then = RunOptions.on(day, clock);
        DisclosureValidator validator = DisclosureValidator.of(
                profile, then, RequisitionGround.standard().withCalendar(calendar));
        ObligationAudit audit = new ObligationAudit(asked(), register(), profile, year, day);
        Records records = new Records(validator, audit);
        records.read(LegacyReader.standard().withMapping(options.mapping(messages)), files);
        ObligationReport report = audit.report();
        records.print(new FindingPrinter(json ? terminal.err() : terminal.out(), messages));
        if (json) {
            terminal.out().writeBytes(CanonicalJson.indented(ObligationFiles.json(report)));
            terminal.out().println();
            terminal.out().flush();
        } else {
            print(report);
        }
        if (out != null) {
            ObligationFiles.write(report, out);
        }
        boolean open = report.results().stream()
                .anyMatch(each -> each.obligation().binding()
                        && (each.state() == ObligationState.MISSING || each.state() == ObligationState.LATE));
        return open || records.faulty() ? ExitCode.FINDINGS : ExitCode.COMPLETE;
    }

    private Obligations asked() throws IOException {
        if (obligations == null) {
            return Obligations.standard();
        }
        try (Reader reader = Files.newBufferedReader(obligations, StandardCharsets.UTF_8)) {
            return Obligations.standard().with(Obligations.read(reader, String.valueOf(obligations.getFileName())));
        }
    }

    private BodyRegister register() throws IOException {
        try (Reader reader = Files.newBufferedReader(bodies, StandardCharsets.UTF_8)) {
            return BodyRegister.read(reader, String.valueOf(bodies.getFileName()));
        }
    }

    private void print(ObligationReport report) {
        for (ObligationState state : List.of(ObligationState.MISSING, ObligationState.LATE)) {
            print(report, state);
        }
        matching(report);
        ThreeFigures whole = report.whole();
        terminal.out()
                .println(messages.text(
                        "obligations.figures",
                        share(whole.coverage()),
                        share(whole.completeness()),
                        share(whole.regularity())));
        terminal.out()
                .println(messages.text(
                        "obligations.summary",
                        String.valueOf(report.year()),
                        report.day().toString(),
                        report.bodies().size(),
                        report.count(ObligationState.MET),
                        report.count(ObligationState.LATE),
                        report.count(ObligationState.MISSING),
                        report.count(ObligationState.NOT_YET_DUE),
                        report.count(ObligationState.NOT_APPLICABLE),
                        report.count(ObligationState.NOT_CHECKED)));
    }

    private void print(ObligationReport report, ObligationState state) {
        Locale language = messages.locale();
        List<ObligationResult> all =
                report.results().stream().filter(each -> each.state() == state).toList();
        if (!all.isEmpty()) {
            terminal.out()
                    .println(messages.text("obligations.state", state.text().in(language)));
        }
        for (ObligationResult each : all) {
            String line = messages.text(
                    each.obligation().binding() ? "obligations.line" : "obligations.line.advice",
                    Terminal.shown(each.body().name()),
                    each.obligation().name().in(language),
                    each.reason() == null ? "" : Terminal.shown(each.reason().in(language)));
            terminal.out().println("  " + line);
        }
    }

    /** How records were matched to bodies, by another way than the full name, and which were not. */
    private void matching(ObligationReport report) {
        Locale language = messages.locale();
        String ways = report.ways().entrySet().stream()
                .map(each -> each.getKey().text().in(language) + ' ' + each.getValue())
                .collect(Collectors.joining(messages.text("obligations.between")));
        terminal.out().println(messages.text("obligations.matched", report.records(), ways));
        for (BodyNaming each : report.namings()) {
            if (each.way() != BodyRegister.Way.NAME) {
                String line = messages.text(
                        "obligations.naming",
                        each.written() == null ? "—" : Terminal.shown(each.written()),
                        Terminal.shown(each.body().name()),
                        each.way().text().in(language),
                        each.records());
                terminal.out().println("  " + line);
            }
        }
        report.unmatched()
                .forEach((name, records) -> terminal.out()
                        .println("  " + messages.text("obligations.unmatched", Terminal.shown(name), records)));
        if (report.unplaced() + report.undated() + report.aside() > 0) {
            terminal.out()
                    .println("  "
                            + messages.text("obligations.rest", report.unplaced(), report.undated(), report.aside()));
        }
    }

    private String share(RunSummary.Share share) {
        return share.percent() == null
                ? messages.text("obligations.nothing")
                : share.percent().toPlainString() + " % (" + share.good() + "/" + share.all() + ")";
    }

    /** Shows the records of the sources to the audit and keeps none. */
    private static final class Records extends SourceReading {

        private final DisclosureValidator validator;
        private final ObligationAudit audit;

        Records(DisclosureValidator validator, ObligationAudit audit) {
            super(validator);
            this.validator = validator;
            this.audit = audit;
        }

        @Override
        protected void keep(Mapped mapped) {
            audit.see(
                    mapped.record(),
                    validator.judge(mapped.record(), mapped::where).withUnreadable(mapped.ledger()));
        }
    }
}
