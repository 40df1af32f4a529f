package org.gongkai.ingest.table;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row below the header.
 *
 * @param index its place in the table, counted from 0
 * @param cells its cells; fewer than there are columns where the source is ragged, more where it is wider than its header
 * @param kind what it is
 * @param section the heading over it, empty when there is none
 * @param carried the texts that blank cells of key columns take from the row above, by column
 */
public record TableRow(int index, List<Grid.Cell> cells, RowClass kind, String section, Map<Integer, String> carried) {

    /** Creates a row. */
    public TableRow {
        // In the order of the columns, in which the ledger tells of them.
        carried = Collections.unmodifiableMap(new TreeMap<>(carried));
    }

    /**
     * What holds for the row in a column: the cell's text, or what it takes from the row above.
     *
     * @param column the column, counted from 0
     * @return the text; empty when there is nothing
     */
    public String text(int column) {
        String own = column < cells.size() ? cells.get(column).text : "";
        return own.isBlank() ? carried.getOrDefault(column, "") : own;
    }
}
