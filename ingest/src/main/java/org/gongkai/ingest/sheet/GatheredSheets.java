package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.DateText;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook, kept as tables until somebody has looked at all of them. One workbook, one use. */
public final class GatheredSheets implements Workbook.Sheets {

    /** No notice attaches more. */
    private static final int MOST_SHEETS = 100;

    private final List<Grid> grids = new ArrayList<>();

    /** The tables. */
    public List<Grid> grids() {
        return grids;
    }

    @Override
    public Workbook.Sheet begin(Location place, String rawName, DateText.Epoch epoch) {
        return new Gathered(place);
    }

    @Override
    public @Nullable SourceProblem end() {
        return null;
    }

    private final class Gathered implements Workbook.Sheet {

        private final Location place;
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Grid.Merge> merges = new ArrayList<>();

        Gathered(Location place) {
            this.place = place;
        }

        @Override
        public boolean row(int number, List<String> cells, boolean cut) {
            while (rows.size() < Math.min(number - 1, Grid.MOST_ROWS)) {
                rows.add(List.of());
            }
            rows.add(List.copyOf(cells.subList(0, Math.min(cells.size(), Grid.MOST_COLUMNS + 1))));
            // One more than is read, so that it shows that there were more.
            return rows.size() <= Grid.MOST_ROWS;
        }

        @Override
        public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
            if (merges.size() < GridSheets.MOST_MERGES) {
                merges.add(new Grid.Merge(firstRow, lastRow, firstColumn, lastColumn));
            }
        }

        @Override
        public @Nullable SourceProblem end() {
            if (!rows.isEmpty() && grids.size() < MOST_SHEETS) {
                grids.add(Grid.ofSheet(place, rows, merges));
            }
            return null;
        }
    }
}
