package org.gongkai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageOptions;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Mapped;
import org.gongkai.ingest.Mapping;
import org.gongkai.ingest.RawForm;
import org.gongkai.ingest.SourceFile;
import org.gongkai.ingest.SourceHandler;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.DuplicateAudit;
import org.gongkai.validation.Finding;
import org.gongkai.validation.Judgement;
import org.gongkai.validation.Profile;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.RunTally;
import org.jspecify.annotations.Nullable;

/** One run over sources: read, map, judge, and hand everything to a {@link Sink}. */
final class Run {

    private static final String UNSUPPORTED = "source.file.unsupported";
    private static final String DUPLICATE = "record.duplicate";

    private final List<Path> sources;
    private final Mapping mapping;
    private final Profile profile;
    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    Run(List<Path> sources, Mapping mapping, Profile profile, Terminal terminal, Messages messages, Clock clock) {
        this.sources = sources;
        this.mapping = mapping;
        this.profile = profile;
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    PackageOptions packageOptions(boolean replace) {
        return PackageOptions.of(clock, Main.Version.text())
                .withReplace(replace)
                .withValidationProfile(
                        new PackageDescription.ValidationProfile(profile.name(), profile.version(), profile.sha256()));
    }

    /** Reads, judges and writes a package; the exit code says whether everything is in order. */
    int convert(LibraryPackage target, Path out) throws IOException {
        RunReport report = read(new PackageSink(target));
        target.finish(report);
        return new SummaryText(terminal.out(), messages).print(report, out);
    }

    /** Reads and judges, and prints every finding. */
    int validate() throws IOException {
        RunReport report = read(new FindingPrinter(terminal.out(), messages));
        return new SummaryText(terminal.out(), messages).print(report, null);
    }

    private RunReport read(Sink sink) throws IOException {
        LegacyReader reader = LegacyReader.standard().withMapping(mapping);
        List<SourceProblem> problems = new ArrayList<>();
        List<SourceFile> files = reader.find(sources, problems::add);
        Pass pass = new Pass(sink);
        try (ProgressBar bar = progressBar(files)) {
            for (SourceFile file : files) {
                // Pages come first; a table that one of them attaches is a part of that document and no list.
                if (!pass.attached.contains(file.name())) {
                    pass.tally.sourceRead();
                    reader.read(file, pass);
                }
                if (bar != null) {
                    bar.stepBy(Math.max(1, file.size()));
                }
            }
            if (mapping.jdbc() != null) {
                pass.tally.sourceRead();
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
        return new RunReport(pass.tally.result(), pass.fields, pass.duplicates, Map.copyOf(pass.examples));
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

        /** Takes a finding about a source, or about a record that is not withheld. */
        void finding(Finding finding) throws IOException;

        /** Takes a finding about a withheld record, which quotes what must not be handed over. */
        void withheld(Finding finding) throws IOException;

        /** Keeps what yields no record, or no new one. */
        void reject(RawForm raw) throws IOException;
    }

    private final class Pass implements SourceHandler {

        private final Sink sink;
        private final DisclosureValidator validator = DisclosureValidator.of(profile, clock);
        private final List<RecordAudit> audits = List.of(new DuplicateAudit(profile));
        private final RunTally tally = new RunTally(validator);
        private final Map<FieldFate, Long> fields = new EnumMap<>(FieldFate.class);
        private final Map<String, Finding> examples = new HashMap<>();
        private final Set<String> attached = new HashSet<>();
        private final Set<String> withheld = new HashSet<>();
        private long duplicates;

        Pass(Sink sink) {
            this.sink = sink;
            for (FieldFate each : FieldFate.values()) {
                fields.put(each, 0L);
            }
        }

        @Override
        public void record(Mapped mapped) {
            attached.addAll(mapped.attachedFiles());
            Judgement judgement = validator.judge(mapped.record(), mapped::where);
            tally.judged(judgement);
            List<Finding> findings = new ArrayList<>(judgement.findings());
            for (RecordAudit audit : audits) {
                for (Finding each : audit.see(mapped.record(), mapped.origin())) {
                    tally.finding(each);
                    findings.add(each);
                }
            }
            for (SourceProblem each : mapped.problems()) {
                Finding finding = validator.finding(each);
                tally.finding(finding);
                findings.add(finding);
            }
            findings.forEach(each -> examples.putIfAbsent(each.rule(), each));
            mapped.ledger().forEach(each -> fields.merge(each.fate(), 1L, Long::sum));
            try {
                hand(mapped, findings);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void hand(Mapped mapped, List<Finding> findings) throws IOException {
            if (LibraryPackage.withholds(mapped.record())) {
                tally.withheld();
                withheld.add(mapped.record().key());
                for (Finding each : findings) {
                    sink.withheld(each);
                }
                return;
            }
            if (findings.stream().anyMatch(each -> each.rule().equals(DUPLICATE))) {
                duplicates++;
                sink.reject(mapped.raw());
            } else {
                sink.record(mapped.record());
            }
            sink.ledger(mapped.ledger());
            for (Finding each : findings) {
                sink.finding(each);
            }
        }

        /** Takes what shows only when every record was seen. */
        void end() throws IOException {
            for (RecordAudit audit : audits) {
                for (Finding each : audit.end()) {
                    tally.finding(each);
                    examples.putIfAbsent(each.rule(), each);
                    if (each.record() != null && withheld.contains(each.record())) {
                        sink.withheld(each);
                    } else {
                        sink.finding(each);
                    }
                }
            }
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            tally.rejected();
            problem(problem);
            try {
                sink.reject(raw);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void problem(SourceProblem problem) {
            Finding finding = validator.finding(problem);
            tally.finding(finding);
            examples.putIfAbsent(finding.rule(), finding);
            try {
                sink.finding(finding);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
