package org.gongkai.ingest.assistance;

import java.util.List;
import java.util.Objects;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;

/**
 * What was read from the tables of one source.
 *
 * @param lines the lines, in the order of the source
 * @param ledger one entry for each cell of the tables, headers aside, in the order of the source; then one for each
 *     component that the tables did not give and that came from the defaults or a header
 * @param problems what was wrong: a table that shows no standards, a cell that could not be read, a limit reached
 */
public record AssistanceReading(List<Line> lines, List<LedgerEntry> ledger, List<SourceProblem> problems) {

    /**
     * A line and where it was read.
     *
     * @param standard the line
     * @param origin the cell of its amount
     */
    public record Line(AssistanceStandard standard, Location origin) {

        /**
         * Creates a line.
         *
         * @param standard see {@link #standard()}
         * @param origin see {@link #origin()}
         * @throws NullPointerException when a component is null
         */
        public Line {
            Objects.requireNonNull(standard, "standard");
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
    public AssistanceReading {
        lines = List.copyOf(lines);
        ledger = List.copyOf(ledger);
        problems = List.copyOf(problems);
    }

    /**
     * The lines without their places.
     *
     * @return the lines in the order of the source
     */
    public List<AssistanceStandard> standards() {
        return lines.stream().map(Line::standard).toList();
    }
}
