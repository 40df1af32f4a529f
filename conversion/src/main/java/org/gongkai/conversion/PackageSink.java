package org.gongkai.conversion;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.Dossier;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageException;
import org.gongkai.export.PackageSource;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.validation.report.ReportedFinding;

/** Puts a run's results into a package, which keeps out what must stay out. */
final class PackageSink implements Sink {

    private final LibraryPackage target;
    private final Predicate<AttachedFile> attachments;
    private final List<SourceProblem> problems = new ArrayList<>();

    /** Of what records attach, the target gets what may leave. */
    PackageSink(LibraryPackage target, Predicate<AttachedFile> attachments) {
        this.target = target;
        this.attachments = attachments;
    }

    @Override
    public void record(Mapped mapped, List<ReportedFinding> findings) throws IOException {
        target.add(dossier(mapped, findings).withFiles(copies -> {
            for (AttachedFile each : mapped.attachedFiles()) {
                // One that is too large has no digest and was reported.
                if (each.attachment().sha256() != null && attachments.test(each)) {
                    copy(each, copies);
                }
            }
        }));
    }

    @Override
    public void duplicate(Mapped mapped, RawForm raw, List<ReportedFinding> findings) throws IOException {
        target.setAside(dossier(mapped, findings), () -> reject(raw));
    }

    private static Dossier dossier(Mapped mapped, List<ReportedFinding> findings) {
        return Dossier.of(mapped.record())
                .from(mapped.origin())
                .withLedger(mapped.ledger())
                .withFindings(findings);
    }

    private void copy(AttachedFile file, Dossier.Copies copies) throws IOException {
        try {
            copies.copy(file.attachment(), file.path());
        } catch (PackageException e) {
            Location place = Location.of(file.name());
            switch (e.problem()) {
                case SOURCE_CHANGED ->
                    problems.add(new SourceProblem("source.attachment.changed", place, file.name(), null));
                case SOURCE_UNREADABLE ->
                    problems.add(new SourceProblem("source.file.unreadable", place, e.getMessage(), null));
                default -> throw e;
            }
        }
    }

    @Override
    public List<SourceProblem> problems() {
        return problems;
    }

    @Override
    public void ledger(List<LedgerEntry> entries) throws IOException {
        target.ledgerOfNoRecord(entries);
    }

    @Override
    public void finding(ReportedFinding finding) throws IOException {
        target.finding(finding);
    }

    @Override
    public void source(PackageSource source) throws IOException {
        target.source(source);
    }

    @Override
    public void reject(RawForm raw) throws IOException {
        if (raw instanceof RawForm.Row row) {
            target.reject(row.name() + '-' + row.row(), row.text());
        } else if (raw instanceof RawForm.WholeFile file) {
            try {
                String kept = target.reject(file.name(), file.path());
                long size = kept == null ? 0 : Files.size(file.path());
                if (size > LibraryPackage.LARGEST_REJECT) {
                    problems.add(new SourceProblem(
                            "source.copy.cut",
                            Location.of(file.name()),
                            Long.toString(size),
                            "≤ " + LibraryPackage.LARGEST_REJECT));
                }
            } catch (PackageException e) {
                // The finding that led here says already that the file cannot be read; it stays where it is.
                if (e.problem() != PackageException.Problem.SOURCE_UNREADABLE) {
                    throw e;
                }
            }
        }
    }
}
