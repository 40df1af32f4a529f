package org.gongkai.cli;

import java.io.IOException;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageException;
import org.gongkai.export.PublicFiles;
import org.gongkai.ingest.RawForm;
import org.gongkai.validation.report.ReportedFinding;

/** Puts a run's results into a package. */
record PackageSink(LibraryPackage target, List<PublicFiles> files) implements Run.Sink {

    @Override
    public void record(DisclosureRecord record) throws IOException {
        if (target.add(record)) {
            files.forEach(each -> each.see(record));
        }
    }

    /** Writes the files that show the records together. */
    void end() throws IOException {
        for (PublicFiles each : files) {
            each.addTo(target);
        }
    }

    @Override
    public void ledger(List<LedgerEntry> entries) throws IOException {
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
        target.finding(finding);
    }

    @Override
    public void withheld(ReportedFinding finding) {
        // Its value may quote the record.
    }

    @Override
    public void reject(RawForm raw) throws IOException {
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
