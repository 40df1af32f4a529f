package org.gongkai.ingest.table;

import java.util.List;
import java.util.function.Function;
import org.gongkai.core.DisclosureRecord;

/**
 * Reads one table part after part, so that a long one takes no more memory than a short one. Not thread-safe; made for
 * one table.
 *
 * @param <R> the kind of record
 */
@FunctionalInterface
public interface TableParts<R extends DisclosureRecord> {

    /**
     * Reads the next part.
     *
     * @param part the rows, the first part with the header; behind it those that were left open and those that follow
     * @param last whether no more rows follow
     * @return what was read of it
     */
    Read<R> read(Grid part, boolean last);

    /**
     * What was read of a part.
     *
     * @param <R> the kind of record
     * @param reading the records, the ledger and the problems of the rows that were read
     * @param open how many of the last rows were not read, since rows to come may belong to what they make: the next part
     *     begins with them; all rows for a table that has to be taken whole, none of the last part
     */
    record Read<R extends DisclosureRecord>(TableReading<R> reading, int open) {

        /**
         * A part of which nothing is read before more of the table has come.
         *
         * @param <R> the kind of record
         * @param part the part
         * @return no record, and all rows left open
         */
        public static <R extends DisclosureRecord> Read<R> nothingOf(Grid part) {
            return new Read<>(
                    new TableReading<>(List.of(), List.of(), List.of()),
                    part.rows().size());
        }
    }

    /**
     * Parts of a table that has to be taken whole.
     *
     * @param <R> the kind of record
     * @param reader reads a whole table
     * @return leaves all rows open up to the last part
     */
    static <R extends DisclosureRecord> TableParts<R> whole(Function<Grid, TableReading<R>> reader) {
        return (part, last) -> last ? new Read<>(reader.apply(part), 0) : Read.nothingOf(part);
    }
}
