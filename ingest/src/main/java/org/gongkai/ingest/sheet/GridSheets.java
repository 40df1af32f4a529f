package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.DateText;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.Grid;
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
        private final TableSource.@Nullable Parts parts = tables.parts();
        private @Nullable Grid part;
        private int before;
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Grid.Merge> merges = new ArrayList<>();
        private long characters;
        /** Whether merged cells were left out: they were named behind their rows, or there were too many. */
        private boolean late;

        GridSheet(Location place) {
            this.place = place;
        }

        @Override
        public boolean row(int number, List<String> cells, boolean cut) {
            if (parts != null && rows.size() >= Grid.PART_ROWS) {
                Grid next = part();
                part = next;
                before += rows.size();
                rows.clear();
                characters = 0;
                if (!parts.take(next)) {
                    return false;
                }
            }
            // One row more than a grid takes, so that it reports what was left out.
            while (rows.size() < Math.min(number - 1 - before, Grid.MOST_ROWS + 1)) {
                rows.add(List.of());
            }
            List<String> taken = List.copyOf(cells.subList(0, Math.min(cells.size(), Grid.MOST_COLUMNS + 1)));
            characters += taken.stream().mapToInt(String::length).sum();
            if (rows.size() > Grid.MOST_ROWS || characters > Grid.MOST_CHARACTERS) {
                return false;
            }
            rows.add(taken);
            return true;
        }

        @Override
        public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
            if (firstRow > before && merges.size() < MOST_MERGES) {
                merges.add(new Grid.Merge(firstRow, lastRow, firstColumn, lastColumn));
            } else {
                late |= firstRow < lastRow && firstRow > 1;
            }
        }

        private Grid part() {
            Grid last = part;
            return last == null
                    ? Grid.part(place, List.of(), 0).next(List.copyOf(rows), merges)
                    : last.next(List.copyOf(rows), merges);
        }

        @Override
        public @Nullable SourceProblem end() {
            if (parts != null && before > 0) {
                parts.take(part());
                return late
                        ? new SourceProblem(
                                "source.limit.reached", place, null, "merged cells in " + Grid.PART_ROWS + " rows")
                        : null;
            }
            if (rows.stream().anyMatch(row -> row.stream().anyMatch(each -> !each.isBlank()))) {
                tables.take(Grid.ofSheet(place, rows, merges));
            }
            return characters > Grid.MOST_CHARACTERS
                    ? new SourceProblem("source.limit.reached", place, null, Grid.MOST_CHARACTERS + " characters")
                    : null;
        }
    }
}
