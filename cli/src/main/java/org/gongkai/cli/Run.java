package org.gongkai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.FormatProfile;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.assistance.AssistanceFiles;
import org.gongkai.export.decision.DecisionFiles;
import org.gongkai.export.land.LandFiles;
import org.gongkai.export.report.ReportFormat;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Mapped;
import org.gongkai.ingest.Mapping;
import org.gongkai.ingest.RawForm;
import org.gongkai.ingest.SourceFile;
import org.gongkai.ingest.SourceHandler;
import org.gongkai.validation.AssistanceAudit;
import org.gongkai.validation.CoverageAudit;
import org.gongkai.validation.DecisionAudit;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.DuplicateAudit;
import org.gongkai.validation.Finding;
import org.gongkai.validation.GapExplanation;
import org.gongkai.validation.Inventory;
import org.gongkai.validation.Judgement;
import org.gongkai.validation.LandAudit;
import org.gongkai.validation.Profile;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.RelatedDocumentsAudit;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportCollector;
import org.gongkai.validation.report.ReportedFinding;
import org.jspecify.annotations.Nullable;

/** One run over sources: read, map, judge, and hand everything to a {@link Sink}. */
final class Run {

    private static final String UNSUPPORTED = "source.file.unsupported";
    private static final String DUPLICATE = "record.duplicate";

    private final List<Path> sources;
    private final Mapping mapping;
    private final Profile profile;
    private final RequisitionGround ground;
    private final boolean checkLinks;
    private final Reporting reporting;
    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;
    private Expected expected = problems -> null;
    private List<GapExplanation> explanations = List.of();

    Run(
            List<Path> sources,
            Mapping mapping,
            Profile profile,
            RequisitionGround ground,
            boolean checkLinks,
            Reporting reporting,
            Terminal terminal,
            Messages messages,
            Clock clock) {
        this.sources = sources;
        this.mapping = mapping;
        this.profile = profile;
        this.ground = ground;
        this.checkLinks = checkLinks;
        this.reporting = reporting;
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    /** Opens what the records are held against, if anything. */
    interface Expected {

        /**
         * Opens the inventory.
         *
         * @param problems takes what is wrong with single entries
         * @return the inventory, or null when there is none
         */
        @Nullable
        Inventory open(Consumer<SourceProblem> problems);
    }

    /** This run, held against an inventory. */
    Run against(Expected inventory, List<GapExplanation> whyNot) {
        expected = inventory;
        explanations = whyNot;
        return this;
    }

    PackageOptions packageOptions(List<FormatProfile> formats, boolean replace) {
        return PackageOptions.of(clock, Main.Version.text())
                .withFormats(formats)
                .withReplace(replace)
                .withValidationProfile(
                        new PackageDescription.ValidationProfile(profile.name(), profile.version(), profile.sha256()));
    }

    /** Reads, judges and writes a package; the exit code says whether everything is in order. */
    int convert(LibraryPackage target, Path out) throws IOException {
        LocalDate today = LocalDate.now(clock);
        PackageSink sink = new PackageSink(
                target,
                List.of(
                        AssistanceFiles.ofRun(today, profile.assistance().scheme()),
                        LandFiles.ofRun(ground.collectiveLand(), ground.houses(), ground.duties()),
                        DecisionFiles.ofRun()));
        Report report = read(sink);
        sink.end();
        target.addReport("report.html", html -> ReportFormat.HTML.write(report, html, messages.locale()));
        PackageDescription written = target.finish(report).description();
        reporting.write(report, terminal, messages);
        return new SummaryText(reporting.talk(terminal), messages).print(report, out, written);
    }

    /** Reads and judges, and prints every finding. */
    int validate() throws IOException {
        Report report = read(new FindingPrinter(reporting.talk(terminal), messages));
        reporting.write(report, terminal, messages);
        return new SummaryText(reporting.talk(terminal), messages).print(report, null, null);
    }

    private Report read(Sink sink) throws IOException {
        LegacyReader reader = LegacyReader.standard().withMapping(mapping);
        List<SourceProblem> problems = new ArrayList<>();
        List<SourceFile> files = reader.find(sources, problems::add);
        Pass pass = new Pass(sink, checkLinks ? names(files, problems)::contains : null);
        try (ProgressBar bar = progressBar(files)) {
            for (SourceFile file : files) {
                // Pages come first; a table that one of them attaches is a part of that document and no list.
                if (reader.holdsTables(file) || !pass.attached.contains(file.name())) {
                    pass.collector.sourceRead();
                    reader.read(file, pass);
                }
                if (bar != null) {
                    bar.stepBy(Math.max(1, file.size()));
                }
            }
            if (mapping.jdbc() != null) {
                pass.collector.sourceRead();
                reader.readDatabase(System::getenv, pass);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (SourceProblem each : problems) {
            // A file of a kind that is not read is in its place all the same when a page attaches it.
            if (!each.rule().equals(UNSUPPORTED)
                    || !pass.attached.contains(each.location().source())) {
                pass.problem(each);
            }
        }
        pass.end();
        reporting.updateBaseline(pass.collector);
        return pass.collector.result();
    }

    /** The names of all files of the sources, those of kinds that are not read included. */
    private static Set<String> names(List<SourceFile> files, List<SourceProblem> problems) {
        Set<String> names = files.stream().map(SourceFile::name).collect(Collectors.toCollection(HashSet::new));
        problems.stream()
                .filter(each -> each.rule().equals(UNSUPPORTED))
                .forEach(each -> names.add(each.location().source()));
        return names;
    }

    private @Nullable ProgressBar progressBar(List<SourceFile> files) {
        if (!terminal.interactive()) {
            return null;
        }
        long bytes = files.stream().mapToLong(each -> Math.max(1, each.size())).sum();
        return new ProgressBarBuilder()
                .setTaskName(messages.text("progress.task"))
                .setInitialMax(bytes)
                .setUnit("MB", 1_000_000)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .build();
    }

    /** Where a run's results go. */
    interface Sink {

        /** Takes a record that may be handed over. */
        void record(DisclosureRecord record) throws IOException;

        /** Takes the account of a record's fields, unless the record is withheld. */
        void ledger(List<LedgerEntry> entries) throws IOException;

        /** Whether what is withheld may be named in this run's reports. */
        boolean namesWithheld();

        /** Takes a finding about a source, or about a record that is not withheld. */
        void finding(ReportedFinding finding) throws IOException;

        /** Takes a finding about a withheld record, which quotes what must not be handed over. */
        void withheld(ReportedFinding finding) throws IOException;

        /** Keeps what yields no record, or no new one. */
        void reject(RawForm raw) throws IOException;
    }

    private final class Pass implements SourceHandler {

        private final Sink sink;
        private final DisclosureValidator validator = DisclosureValidator.of(profile, clock, ground);
        private final RelatedDocumentsAudit related = new RelatedDocumentsAudit(profile, validator.today());
        private final CoverageAudit coverage;
        private final List<RecordAudit> audits;
        private final ReportCollector collector = reporting.collector(validator, clock);
        private final Set<String> attached = new HashSet<>();
        private final Set<String> withheld = new HashSet<>();

        Pass(Sink sink, @Nullable Predicate<String> files) throws IOException {
            this.sink = sink;
            this.coverage = new CoverageAudit(profile, expected.open(this::problem), explanations);
            this.audits = List.of(
                    new DuplicateAudit(profile),
                    related,
                    AssistanceAudit.of(profile).ofRun(LocalDate.now(clock)),
                    LandAudit.of(profile).ofRun(),
                    new DecisionAudit(profile, clock, files),
                    coverage);
        }

        @Override
        public void record(Mapped mapped) {
            attached.addAll(mapped.attachedFiles());
            Judgement judgement = validator.judge(mapped.record(), mapped::where);
            List<Finding> besides = new ArrayList<>();
            for (RecordAudit audit : audits) {
                besides.addAll(audit.see(mapped.record(), mapped.origin()));
            }
            for (SourceProblem each : mapped.problems()) {
                besides.add(validator.finding(each));
            }
            boolean withhold = LibraryPackage.withholds(mapped.record());
            List<ReportedFinding> findings =
                    collector.record(mapped.record(), judgement, besides, withhold && !sink.namesWithheld());
            if (withhold) {
                collector.withheld();
                withheld.add(mapped.record().key());
            }
            mapped.ledger().forEach(each -> collector.field(each.fate()));
            findings.forEach(reporting::see);
            try {
                hand(mapped, findings, withhold);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void hand(Mapped mapped, List<ReportedFinding> findings, boolean withhold) throws IOException {
            if (withhold) {
                for (ReportedFinding each : findings) {
                    sink.withheld(each);
                }
                return;
            }
            if (findings.stream().anyMatch(each -> each.finding().rule().equals(DUPLICATE))) {
                collector.duplicate();
                sink.reject(mapped.raw());
            } else {
                sink.record(mapped.record());
            }
            sink.ledger(mapped.ledger());
            for (ReportedFinding each : findings) {
                sink.finding(each);
            }
        }

        /** Takes what shows only when every record was seen. */
        void end() throws IOException {
            try {
                audits.forEach(audit -> audit.end(this::atEnd));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            related.skipped().forEach(collector::skipped);
            coverage.skipped().forEach(collector::skipped);
            collector.coverage(coverage.result());
        }

        private void atEnd(Finding found) {
            boolean withhold = found.record() != null && withheld.contains(found.record());
            ReportedFinding finding = collector.finding(found, withhold && !sink.namesWithheld());
            reporting.see(finding);
            try {
                if (withhold) {
                    sink.withheld(finding);
                } else {
                    sink.finding(finding);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {
            entries.forEach(each -> collector.field(each.fate()));
            try {
                sink.ledger(entries);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            collector.rejected();
            problem(problem);
            try {
                sink.reject(raw);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void problem(SourceProblem problem) {
            ReportedFinding finding = collector.finding(validator.finding(problem), false);
            reporting.see(finding);
            try {
                sink.finding(finding);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
