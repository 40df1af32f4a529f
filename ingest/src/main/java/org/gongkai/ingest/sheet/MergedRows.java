package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/** The rows of a list that come one at a time, with the cells merged into them, where the sheet has named those before. */
final class MergedRows {

    private final Location place;
    private final TreeMap<Integer, List<Grid.Merge>> byFirst = new TreeMap<>();
    private final List<Open> open = new ArrayList<>();

    /** Merged cells that go on downwards, and the first of them. */
    private record Open(Grid.Merge merge, Grid.Cell cell) {}

    MergedRows(Location place) {
        this.place = place;
    }

    void add(Grid.Merge merge) {
        byFirst.computeIfAbsent(merge.firstRow(), any -> new ArrayList<>()).add(merge);
    }

    /** The cells of the next row; null where none of them is merged with others. */
    @Nullable
    List<Grid.Cell> next(int number, List<String> texts) {
        open.removeIf(each -> each.merge().lastRow() < number);
        List<Grid.Merge> begun = byFirst.headMap(number, true).values().stream()
                .flatMap(List::stream)
                .filter(each -> each.firstRow() == number)
                .toList();
        byFirst.headMap(number, true).clear();
        if (open.isEmpty() && begun.isEmpty()) {
            return null;
        }
        List<Grid.Cell> cells = new ArrayList<>(
                Grid.part(place, List.of(texts), number - 1).rows().get(0));
        for (Grid.Merge each : begun) {
            if (each.firstColumn() <= cells.size()
                    && !cells.get(each.firstColumn() - 1).blank()) {
                open.add(new Open(each, cells.get(each.firstColumn() - 1)));
            }
        }
        for (Open each : open) {
            each.merge().spread(cells, each.cell(), number);
        }
        return cells;
    }
}
