package org.gongkai.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;

/**
 * What was read from the tables of one source.
 *
 * @param <R> the kind of record
 * @param lines the records, in the order of the source
 * @param ledger one entry for each cell of the tables that were understood, headers aside, in the order of the source;
 *     then one for each component that came from the defaults, a header or a row above
 * @param problems what was wrong: a table of another kind, a cell that could not be read, a limit reached
 * @param notAsked JSON Pointers of the components that the tables have no column for, so that nobody can say of them what a record
 *     lacks; empty where the kind does not tell
 */
public record TableReading<R extends DisclosureRecord>(
        List<Line<R>> lines, List<LedgerEntry> ledger, List<SourceProblem> problems, Set<String> notAsked) {

    /**
     * A record and where it was read.
     *
     * @param <R> the kind of record
     * @param record the record
     * @param origin the cell, the row or the table that made it
     * @param moreRows the further rows of the source that it was made of, counted from 1; empty for most
     */
    public record Line<R extends DisclosureRecord>(R record, Location origin, List<Integer> moreRows) {

        /**
         * Creates a line.
         *
         * @throws NullPointerException when a component is null
         */
        public Line {
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(origin, "origin");
            moreRows = List.copyOf(moreRows);
        }

        /**
         * Creates a line of one place.
         *
         * @param record the record
         * @param origin the cell, the row or the table that made it
         */
        public Line(R record, Location origin) {
            this(record, origin, List.of());
        }
    }

    public TableReading {
        lines = List.copyOf(lines);
        ledger = List.copyOf(ledger);
        problems = List.copyOf(problems);
        notAsked = Set.copyOf(notAsked);
    }

    /**
     * Creates a reading of tables whose kind does not tell what they have no column for.
     *
     * @param lines the records
     * @param ledger the account of the cells
     * @param problems what was wrong
     */
    public TableReading(List<Line<R>> lines, List<LedgerEntry> ledger, List<SourceProblem> problems) {
        this(lines, ledger, problems, Set.of());
    }

    /**
     * The reading of a table that is of another kind.
     *
     * @param <R> the kind of record
     * @param place the table's place
     * @param expected the kind that was expected, as mapping files write it
     * @return no record, and the problem {@code source.table.unrecognized}
     */
    public static <R extends DisclosureRecord> TableReading<R> unrecognized(Location place, String expected) {
        return new TableReading<>(
                List.of(), List.of(), List.of(new SourceProblem("source.table.unrecognized", place, null, expected)));
    }

    /**
     * The records without their places.
     *
     * @return the records in the order of the source
     */
    public List<R> records() {
        return lines.stream().map(Line::record).toList();
    }

    TableReading<R> and(TableReading<R> next) {
        return new TableReading<>(
                joined(lines, next.lines), joined(ledger, next.ledger), joined(problems, next.problems), common(next));
    }

    /** What neither has a column for. */
    private Set<String> common(TableReading<R> next) {
        if (lines.isEmpty() || next.lines.isEmpty()) {
            return lines.isEmpty() ? next.notAsked : notAsked;
        }
        Set<String> common = new TreeSet<>(notAsked);
        common.retainAll(next.notAsked);
        return common;
    }

    TableReading<R> and(List<SourceProblem> more) {
        return new TableReading<>(lines, ledger, joined(problems, more), notAsked);
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
