package org.gongkai.ingest.office;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts a table together cell by cell, as office programs write them: a cell that reaches over rows is written in each, and all but the
 * first say that they go on. One table, one use.
 */
public final class TableBuilder {

    private static final class Draft {
        private final List<OfficeText.Part> parts;
        private final int columns;
        private int rows = 1;

        Draft(List<OfficeText.Part> parts, int columns) {
            this.parts = parts;
            this.columns = columns;
        }
    }

    private final int page;
    private final List<List<Draft>> rows = new ArrayList<>();

    /** For each column the cell that stands there, of this row or of one above. */
    private final TreeMap<Integer, Draft> above = new TreeMap<>();

    private final TreeMap<Integer, Draft> current = new TreeMap<>();
    private int column;

    /**
     * Begins a table.
     *
     * @param page the page, counted from 1, or 0
     */
    public TableBuilder(int page) {
        this.page = page;
    }

    /** Begins a row. */
    public void row() {
        rows.add(new ArrayList<>());
        above.clear();
        above.putAll(current);
        current.clear();
        column = 0;
    }

    /**
     * Adds a cell to the row.
     *
     * @param parts what stands in it
     * @param columns how many columns it reaches over
     * @param goesOn whether it is a part of the cell above
     */
    public void cell(List<OfficeText.Part> parts, int columns, boolean goesOn) {
        if (rows.isEmpty()) {
            row();
        }
        int wide = Math.max(1, columns);
        Draft over = goesOn ? above.get(column) : null;
        Draft cell = over;
        if (cell == null || cell.columns != wide) {
            cell = new Draft(new ArrayList<>(parts), wide);
            rows.get(rows.size() - 1).add(cell);
        } else {
            cell.rows++;
            cell.parts.addAll(parts);
        }
        current.put(column, cell);
        column += wide;
    }

    /**
     * The table.
     *
     * @return the table as far as it was put together
     */
    public OfficeText.Table table() {
        return new OfficeText.Table(
                rows.stream()
                        .map(row -> row.stream()
                                .map(each -> new OfficeText.Cell(each.parts, each.rows, each.columns))
                                .toList())
                        .toList(),
                page);
    }
}
