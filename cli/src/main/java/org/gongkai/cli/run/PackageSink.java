package org.gongkai.cli.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageException;
import org.gongkai.export.PublicFiles;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.validation.report.ReportedFinding;
import org.jspecify.annotations.Nullable;

/** Puts a run's results into a package; no ledger and no findings of a record that a delta leaves out. */
final class PackageSink implements Run.Sink {

    private final LibraryPackage target;
    private final List<PublicFiles> files;
    private final boolean attachments;
    private final List<SourceProblem> problems = new ArrayList<>();
    /** The key of the record that was handed over last, when it was left out. */
    private @Nullable String leftOut;

    PackageSink(LibraryPackage target, List<PublicFiles> files, boolean attachments) {
        this.target = target;
        this.files = files;
        this.attachments = attachments;
    }

    @Override
    public void record(DisclosureRecord record, List<AttachedFile> attached) throws IOException {
        boolean added = target.add(record, () -> {
            for (AttachedFile each : attachments ? attached : List.<AttachedFile>of()) {
                // One that is too large has no digest and was reported.
                if (each.attachment().sha256() != null) {
                    attach(each);
                }
            }
        });
        leftOut = added ? null : record.key();
        // These show all records, those too that a delta leaves out.
        files.forEach(each -> each.see(record));
    }

    private void attach(AttachedFile file) throws IOException {
        try {
            target.attach(file.attachment(), file.path());
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
    public void withheld(DisclosureRecord record) throws IOException {
        // It counts what it does not take.
        target.add(record);
    }

    /** Writes the files that show the records together. */
    void end() throws IOException {
        for (PublicFiles each : files) {
            each.addTo(target);
        }
    }

    @Override
    public void ledger(List<LedgerEntry> entries) throws IOException {
        if (leftOut != null) {
            return;
        }
        for (LedgerEntry each : entries) {
            target.ledger(each);
        }
    }

    @Override
    public boolean namesWithheld() {
        return false;
    }

    @Override
    public void finding(ReportedFinding finding) throws IOException {
        if (leftOut == null || !leftOut.equals(finding.finding().record())) {
            target.finding(finding);
        }
    }

    @Override
    public void withheld(ReportedFinding finding) {
        // Its value may quote the record.
    }

    @Override
    public void reject(RawForm raw) throws IOException {
        leftOut = null;
        if (raw instanceof RawForm.Row row) {
            target.reject(row.name() + '-' + row.row(), row.text());
        } else if (raw instanceof RawForm.WholeFile file) {
            try {
                target.reject(file.name(), file.path());
            } catch (PackageException e) {
                // The finding that led here says already that the file cannot be read; it stays where it is.
                if (e.problem() != PackageException.Problem.SOURCE_UNREADABLE) {
                    throw e;
                }
            }
        }
    }
}
