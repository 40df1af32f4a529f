package org.gongkai.cli.interpretation;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.gongkai.conversion.Conversion;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.interpretation.InterpretationWorklist;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.interpretation.InterpretationCount;
import org.gongkai.validation.interpretation.PolicyAudit;
import org.gongkai.validation.interpretation.WantingDocument;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.RunSummary.Share;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which documents want an interpretation on a day, and which interpretations and answers came late or lapsed. */
@Command
public final class InterpretStatusCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Parameters(arity = "1..*", paramLabel = "FOLDER", descriptionKey = "FOLDER")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
    private @Nullable String on;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--worklist", paramLabel = "FILE", descriptionKey = "worklist")
    private @Nullable Path worklist;

    @Mixin
    private RunOptions options = new RunOptions();

    public InterpretStatusCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        files.forEach(Conversion::requireReadable);
        Profile profile = options.profile(messages);
        WorkingCalendar calendar = options.calendar();
        LocalDate day = options.day(on, clock, messages);
        Clock then = RunOptions.on(day, clock);
        DisclosureValidator validator = DisclosureValidator.of(
                profile, then, RequisitionGround.standard().withCalendar(calendar));
        Records records = new Records(validator, new PolicyAudit(profile, day, calendar));
        records.read(LegacyReader.standard().withMapping(options.mapping(messages)), files);
        records.findings.addAll(records.audit.end());
        FindingPrinter printer = new FindingPrinter(json ? terminal.err() : terminal.out(), messages);
        records.print(printer);
        if (json) {
            json(records.audit.wanting());
        } else {
            print(records, printer, day);
        }
        if (worklist != null) {
            try (Writer out = Files.newBufferedWriter(worklist, StandardCharsets.UTF_8)) {
                InterpretationWorklist.write(records.audit.wanting(), day, out);
            }
        }
        boolean missing =
                records.audit.wanting().stream().anyMatch(each -> each.reach() != WantingDocument.Reach.PUBLIC_EFFECT);
        boolean wrong = records.findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        return missing || wrong || records.faulty() ? ExitCode.FINDINGS : ExitCode.COMPLETE;
    }

    private void json(List<WantingDocument> wanting) throws IOException {
        CanonicalJson form = new CanonicalJson();
        for (WantingDocument each : wanting) {
            terminal.out().writeBytes(form.line(each));
            terminal.out().println();
        }
        terminal.out().flush();
    }

    private void print(Records records, FindingPrinter printer, LocalDate day) {
        section("interpret.missing", records, printer, "interpretation.missing", "interpretation.advised");
        section("interpret.late", records, printer, "interpretation.published.late");
        section(
                "interpret.lapsed",
                records,
                printer,
                "interpretation.ofLapsed",
                "policyAnswer.source.lapsed",
                "policyAnswer.source.partlyLapsed",
                "policyPackage.item.lapsed");
        List<Finding> rest = records.findings.stream()
                .filter(each -> !records.printed.contains(each))
                .toList();
        if (!rest.isEmpty()) {
            terminal.out().println(messages.text("interpret.rest"));
            rest.forEach(printer::print);
        }
        InterpretationCount count = records.audit.count();
        terminal.out()
                .println(messages.text(
                        "interpret.summary",
                        day.toString(),
                        share(count.interpreted()),
                        share(count.answered()),
                        count.late(),
                        count.ofLapsed()));
    }

    private String share(@Nullable Share share) {
        return share == null ? messages.text("interpret.notChecked") : share.good() + "/" + share.all();
    }

    private void section(String title, Records records, FindingPrinter printer, String... rules) {
        List<Finding> found = records.findings.stream()
                .filter(each -> List.of(rules).contains(each.rule()))
                .toList();
        if (!found.isEmpty()) {
            terminal.out().println(messages.text(title));
            found.forEach(printer::print);
            records.printed.addAll(found);
        }
    }

    /** Shows the records of the sources to the audit and keeps none. */
    private static final class Records extends SourceReading {

        private final PolicyAudit audit;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Finding> printed = new ArrayList<>();

        Records(DisclosureValidator validator, PolicyAudit audit) {
            super(validator);
            this.audit = audit;
        }

        @Override
        protected void keep(Mapped mapped) {
            findings.addAll(audit.see(mapped.record(), mapped.origin()));
        }
    }
}
