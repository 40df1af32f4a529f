package org.gongkai.conversion;

import java.io.IOException;
import java.util.List;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.PackageSource;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.validation.report.ReportedFinding;

/** Where a run's results go, beside its report. */
interface Sink {

    /** For a run that only judges: its report counts everything, and what is rejected stays where it is. */
    Sink NOWHERE = new Sink() {
        @Override
        public void record(Mapped mapped, List<ReportedFinding> findings) {}

        @Override
        public void duplicate(Mapped mapped, RawForm raw, List<ReportedFinding> findings) {}

        @Override
        public List<SourceProblem> problems() {
            return List.of();
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {}

        @Override
        public void finding(ReportedFinding finding) {}

        @Override
        public void reject(RawForm raw) {}

        @Override
        public void source(PackageSource source) {}
    };

    /** Takes a record with all that was found in it. */
    void record(Mapped mapped, List<ReportedFinding> findings) throws IOException;

    /** Takes another source of a record that was there already, and what is to be kept of it. */
    void duplicate(Mapped mapped, RawForm raw, List<ReportedFinding> findings) throws IOException;

    /** What was wrong with attached files; to be asked when everything was handed over. */
    List<SourceProblem> problems();

    /** Takes the account of fields that belong to no record. */
    void ledger(List<LedgerEntry> entries) throws IOException;

    /** Takes a finding that came without a record. */
    void finding(ReportedFinding finding) throws IOException;

    /** Keeps what yields no record. */
    void reject(RawForm raw) throws IOException;

    /** Takes what became of a file; every record was handed over before. */
    void source(PackageSource source) throws IOException;
}
