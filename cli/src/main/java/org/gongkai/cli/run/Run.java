package org.gongkai.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gongkai.cli.Main;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.index.DigestIndex;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.assistance.AssistanceFiles;
import org.gongkai.export.decision.DecisionFiles;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.land.LandFiles;
import org.gongkai.export.report.ReportFormat;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.assistance.AssistanceAudit;
import org.gongkai.validation.coverage.CoverageAudit;
import org.gongkai.validation.coverage.GapExplanation;
import org.gongkai.validation.coverage.Inventory;
import org.gongkai.validation.decision.DecisionAudit;
import org.gongkai.validation.document.DuplicateAudit;
import org.gongkai.validation.document.RelatedDocumentsAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.land.LandAudit;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
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
    private final Limits limits;
    private final Profile profile;
    private final RequisitionGround ground;
    private final boolean checkLinks;
    private final boolean followLinks;
    private final Reporting reporting;
    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;
    private Expected expected = problems -> null;
    private List<GapExplanation> explanations = List.of();
    private final int threads;
    private final Set<String> attached = new HashSet<>();
    private @Nullable Journalling journalling;
    private @Nullable RunJournal journal;

    Run(
            List<Path> sources,
            Mapping mapping,
            Limits limits,
            Profile profile,
            RequisitionGround ground,
            boolean checkLinks,
            boolean followLinks,
            Reporting reporting,
            Terminal terminal,
            Messages messages,
            Clock clock,
            int threads) {
        this.sources = sources;
        this.mapping = mapping;
        this.limits = limits;
        this.profile = profile;
        this.ground = ground;
        this.checkLinks = checkLinks;
        this.followLinks = followLinks;
        this.reporting = reporting;
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
        this.threads = threads;
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

    /** The moment that counts as now. */
    OffsetDateTime moment() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    /** This run with a journal to go on from when it dies, or to go on from now. */
    Run journalled(Journalling how) {
        this.journalling = how;
        return this;
    }

    /** Opens the journal when the sources are known. */
    interface Journalling {
        RunJournal open(List<RunJournal.Stamp> sources) throws IOException;
    }

    /** Reads, judges and writes a package; the exit code says whether everything is in order. */
    int convert(LibraryPackage target, Path out, boolean attachments) throws IOException {
        LocalDate today = LocalDate.now(clock);
        target.show(AssistanceFiles.ofRun(today, profile.assistance().scheme()));
        target.show(LandFiles.ofRun(ground.collectiveLand(), ground.houses(), ground.duties()));
        target.show(DecisionFiles.ofRun());
        target.addReport("report.html", (shown, html) -> ReportFormat.HTML.write(shown, html, messages.locale()));
        Report report = read(new PackageSink(target, attachments));
        PackageDescription written = target.finish(report).description();
        if (journal != null) {
            journal.delete();
        }
        reporting.write(report, terminal, messages);
        return new SummaryText(reporting.talk(terminal), messages).print(report, out, written);
    }

    /** Reads and judges, and prints every finding. */
    int validate() throws IOException {
        Report report = read(new FindingPrinter(reporting.talk(terminal), messages));
        reporting.write(report, terminal, messages);
        return new SummaryText(reporting.talk(terminal), messages).print(report, null, null);
    }

    private Report read(Sink target) throws IOException {
        LegacyReader reader = LegacyReader.standard().withMapping(mapping).withLimits(limits);
        reader = followLinks ? reader.withLinks() : reader;
        List<SourceProblem> problems = new ArrayList<>();
        List<SourceFile> files = reader.find(sources, problems::add);
        if (journalling != null) {
            List<RunJournal.Stamp> stamps = new ArrayList<>();
            for (SourceFile each : files) {
                stamps.add(RunJournal.Stamp.of(each.name(), each.path()));
            }
            journal = journalling.open(stamps);
        }
        // Reading, judging and writing each go on in a thread of their own, one after the other for each record.
        try (Lane<Sink> writing = new Lane<>("write", target)) {
            Pass pass = new Pass(
                    threads > 2 ? Lanes.sink(writing, target.namesWithheld()) : target,
                    checkLinks ? names(files, problems)::contains : null);
            try (Lane<SourceHandler> judging = new Lane<>("judge", pass)) {
                int opened = read(reader, files, threads > 1 ? Lanes.handler(judging) : pass);
                judging.finish();
                for (int i = 0; i < opened; i++) {
                    pass.collector.sourceRead();
                }
            }
            for (SourceProblem each : problems) {
                // A file of a kind that is not read is in its place all the same when a page attaches it.
                if (!each.rule().equals(UNSUPPORTED)
                        || !attached.contains(each.location().source())) {
                    pass.problem(each);
                }
            }
            pass.end();
            writing.finish();
            for (int i = 0; journal != null && i < files.size(); i++) {
                unchanged(i, files.get(i));
            }
            for (SourceProblem each : target.problems()) {
                pass.problem(each, target);
            }
            reporting.updateBaseline(pass.collector);
            return pass.collector.result();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (journal != null) {
                journal.close();
            }
        }
    }

    /** Reads the sources and answers how many it opened. */
    private int read(LegacyReader reader, List<SourceFile> files, SourceHandler handler) throws IOException {
        SourceHandler watched = new Watching(handler);
        int opened = 0;
        try (ProgressBar bar = progressBar(files)) {
            for (int i = 0; i < files.size(); i++) {
                SourceFile file = files.get(i);
                // Pages come first; a table that one of them attaches is a part of that document and no list.
                if (reader.holdsTables(file) || !attached.contains(file.name())) {
                    opened++;
                    read(i, file, reader, watched);
                }
                if (bar != null) {
                    bar.stepBy(Math.max(1, file.size()));
                }
            }
            if (mapping.jdbc() != null) {
                opened++;
                database(files.size(), reader, watched);
            }
        }
        return opened;
    }

    private void read(int number, SourceFile file, LegacyReader reader, SourceHandler handler) throws IOException {
        boolean kept = file.kind() != SourceFile.Kind.JSON;
        if (journal != null && number < journal.finished() && kept) {
            journal.replay(number, handler);
            return;
        }
        RunJournal.Stamp before = RunJournal.Stamp.of(file.name(), file.path());
        reader.read(file, journal != null && kept ? journal.keeping(handler) : handler);
        if (journal == null) {
            unchanged(before, file);
        } else {
            unchanged(number, file);
            if (number >= journal.finished()) {
                journal.finish(number, kept);
            }
        }
    }

    /** What was read, and what is copied of it later, must be one state of the source: that of the run's beginning. */
    private void unchanged(int number, SourceFile file) {
        unchanged(Objects.requireNonNull(journal).stamp(number), file);
    }

    private void unchanged(RunJournal.Stamp before, SourceFile file) {
        if (!before.equals(RunJournal.Stamp.of(file.name(), file.path()))) {
            throw new UsageException(messages.text(
                    Files.exists(file.path()) ? "error.source.changed" : "error.source.gone", file.path()));
        }
    }

    private void database(int number, LegacyReader reader, SourceHandler handler) throws IOException {
        if (journal != null && number < journal.finished()) {
            journal.replay(number, handler);
            return;
        }
        reader.readDatabase(System::getenv, journal == null ? handler : journal.keeping(handler));
        if (journal != null) {
            journal.finish(number, true);
            journal.mark(number + 1);
        }
    }

    /** Notices which files records attach, on the thread that reads: it decides by them what is read next. */
    private final class Watching implements SourceHandler {

        private final SourceHandler handler;

        Watching(SourceHandler handler) {
            this.handler = handler;
        }

        @Override
        public void record(Mapped mapped) {
            mapped.attachedFiles().forEach(each -> attached.add(each.name()));
            handler.record(mapped);
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {
            handler.ledger(entries);
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            handler.rejected(problem, raw);
        }

        @Override
        public void problem(SourceProblem problem) {
            handler.problem(problem);
        }
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

        /** Takes a record with all that was found in it. */
        void record(Mapped mapped, List<ReportedFinding> findings) throws IOException;

        /** Takes another source of a record that was there already. */
        void duplicate(Mapped mapped, List<ReportedFinding> findings) throws IOException;

        /** What was wrong with attached files; to be asked when everything was handed over. */
        List<SourceProblem> problems();

        /** Takes the account of fields that belong to no record. */
        void ledger(List<LedgerEntry> entries) throws IOException;

        /** Whether what is withheld may be named in this run's reports. */
        boolean namesWithheld();

        /** Takes a finding that came without a record. */
        void finding(ReportedFinding finding) throws IOException;

        /** Keeps what yields no record. */
        void reject(RawForm raw) throws IOException;
    }

    private final class Pass implements SourceHandler {

        private final Sink sink;
        private final DisclosureValidator validator = DisclosureValidator.of(profile, clock, ground);
        private final RelatedDocumentsAudit related = new RelatedDocumentsAudit(profile, validator.today());
        private final CoverageAudit coverage;
        private final List<RecordAudit> audits;
        private final ReportCollector collector = reporting.collector(validator, clock);
        private final DigestIndex withheld = new DigestIndex();

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
            Judgement judgement = validator.judge(mapped.record(), mapped::where);
            List<Finding> besides = new ArrayList<>();
            for (RecordAudit audit : audits) {
                besides.addAll(audit.see(mapped.record(), mapped.origin()));
            }
            for (SourceProblem each : mapped.problems()) {
                besides.add(validator.finding(each));
            }
            boolean withhold = LibraryPackage.withholds(mapped.record());
            boolean unnamed = withhold && !sink.namesWithheld();
            List<ReportedFinding> findings = collector.record(mapped.record(), judgement, besides, unnamed);
            if (withhold) {
                collector.withheld();
                withheld.add(Digest128.of(mapped.record().key()));
            }
            collector.fields(mapped.ledger(), unnamed);
            findings.forEach(reporting::see);
            try {
                hand(mapped, findings, withhold);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void hand(Mapped mapped, List<ReportedFinding> findings, boolean withhold) throws IOException {
            if (!withhold
                    && findings.stream().anyMatch(each -> each.finding().rule().equals(DUPLICATE))) {
                collector.duplicate();
                sink.duplicate(mapped, findings);
            } else {
                sink.record(mapped, findings);
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
            boolean withhold = found.record() != null && withheld.find(Digest128.of(found.record())) >= 0;
            ReportedFinding finding = collector.finding(found, withhold && !sink.namesWithheld());
            reporting.see(finding);
            try {
                sink.finding(finding);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {
            collector.fields(entries, false);
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
            problem(problem, sink);
        }

        void problem(SourceProblem problem, Sink to) {
            ReportedFinding finding = collector.finding(validator.finding(problem), false);
            reporting.see(finding);
            try {
                to.finding(finding);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
