package org.gongkai.ingest.land;

import java.util.List;
import java.util.Objects;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;

/**
 * What was read from the tables of one source.
 *
 * @param lines the records, in the order of the source: a table of parcels makes one project, a list of projects a
 *     project each row, a plan one plan
 * @param ledger one entry for each cell of the tables that were understood, headers aside, in the order of the source;
 *     then one for each component taken from elsewhere. Personal data is masked in it, since the ledger travels with the package
 * @param problems what was wrong: a table that is none of the three, a cell that could not be read, a column of
 *     personal data
 */
public record LandReading(List<Line> lines, List<LedgerEntry> ledger, List<SourceProblem> problems) {

    /**
     * A record and where it was read.
     *
     * @param record the record
     * @param origin its row, or its table
     */
    public record Line(DisclosureRecord record, Location origin) {

        /**
         * Creates a line.
         *
         * @param record see {@link #record()}
         * @param origin see {@link #origin()}
         * @throws NullPointerException when a component is null
         */
        public Line {
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /**
     * Creates a reading.
     *
     * @param lines see {@link #lines()}
     * @param ledger see {@link #ledger()}
     * @param problems see {@link #problems()}
     */
    public LandReading {
        lines = List.copyOf(lines);
        ledger = List.copyOf(ledger);
        problems = List.copyOf(problems);
    }

    /**
     * The records without their places.
     *
     * @return the records in the order of the source
     */
    public List<DisclosureRecord> records() {
        return lines.stream().map(Line::record).toList();
    }
}
