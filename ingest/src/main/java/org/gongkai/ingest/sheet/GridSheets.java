package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.DateText;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.PartedRows;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook as tables of another kind of record. */
public final class GridSheets implements Workbook.Sheets {

    /** The most merged cells that are kept of one sheet. */
    static final int MOST_MERGES = 200_000;

    private final TableSource tables;

    public GridSheets(TableSource tables) {
        this.tables = tables;
    }

    @Override
    public Workbook.Sheet begin(Location place, String rawName, DateText.Epoch epoch) {
        return new GridSheet(place);
    }

    @Override
    public @Nullable SourceProblem end() {
        tables.end();
        return null;
    }

    private final class GridSheet implements Workbook.Sheet {

        private final Location place;
        private final List<Grid.Merge> merges = new ArrayList<>();
        private final PartedRows rows;
        private boolean any;
        private boolean far;
        /** Whether merged cells were left out: they were named behind their rows, or there were too many. */
        private boolean late;

        GridSheet(Location place) {
            this.place = place;
            this.rows = new PartedRows(place, merges, tables.parts());
        }

        @Override
        public boolean row(int number, List<String> cells, boolean cut) {
            far = number - rows.count() > Grid.MOST_ROWS;
            while (!far && rows.count() < number - 1) {
                if (!rows.add(List.of())) {
                    return false;
                }
            }
            List<String> taken = List.copyOf(cells.subList(0, Math.min(cells.size(), Grid.MOST_COLUMNS + 1)));
            any |= taken.stream().anyMatch(each -> !each.isBlank());
            return !far && rows.add(taken);
        }

        @Override
        public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
            if (firstRow > rows.handedOn() && merges.size() < MOST_MERGES) {
                merges.add(new Grid.Merge(firstRow, lastRow, firstColumn, lastColumn));
            } else {
                late |= firstRow < lastRow && firstRow > 1;
            }
        }

        @Override
        public @Nullable SourceProblem end() {
            if (any) {
                rows.end(far ? List.of(Grid.tooLarge(place)) : List.of());
            }
            return late
                    ? new SourceProblem(
                            "source.limit.reached", place, null, "merged cells in " + Grid.PART_ROWS + " rows")
                    : null;
        }
    }
}
