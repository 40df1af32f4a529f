package org.gongkai.ingest.inventory;

import java.util.List;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;

/** Looks whether a CSV file begins with a header that is known; it ends with the first row that tells. */
final class HeaderProbe implements SourceHandler {

    private HeaderProbe() {}

    /** Whether a file has a known header, so that it is a register and no list of ids. */
    static boolean hasHeader(SourceFile file, LegacyReader reader) {
        try {
            reader.read(file, new HeaderProbe());
            return true;
        } catch (Enough seen) {
            return seen.header;
        }
    }

    /** Ends the look. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final boolean header;

        Enough(boolean header) {
            super(null, null, false, false);
            this.header = header;
        }
    }

    @Override
    public void record(Mapped mapped) {
        throw new Enough(true);
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        // What becomes of single fields is no sign of a header.
    }

    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        throw new Enough(!problem.rule().equals("source.csv.noHeader"));
    }

    @Override
    public void problem(SourceProblem problem) {
        // What is wrong with the file is told when it is read.
    }
}
