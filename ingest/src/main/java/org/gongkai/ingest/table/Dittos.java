package org.gongkai.ingest.table;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * Puts what stands above in the place of cells that say 同上 or 〃. It goes through the rows of one table in their order,
 * in one part or several, and keeps the last row. Not thread-safe.
 */
public final class Dittos {

    private static final Pattern MARK = Pattern.compile("[(（“]?同[上前][)）”。]?|[〃″〞＂\"”“]|''");
    /** One of these stands in every mark. */
    private static final String SIGNS = "同〃″〞＂\"”“'";

    private static final int LONGEST = 8;
    private static final RowWords ROWS = RowWords.standard();

    private List<Grid.Cell> above = List.of();
    private final List<Grid.Cell> lost = new ArrayList<>();

    /** Begins before the first row. */
    Dittos() {}

    /**
     * Whether a text says that it is as the one above.
     *
     * @param text the text of a cell
     * @return true for 同上, 〃 and the like
     */
    public static boolean mark(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && StringUtils.containsAny(text, SIGNS)
                && MARK.matcher(LegacyText.withoutBlanks(text)).matches();
    }

    /** The same place in the table, to go on from it again. */
    Dittos copy() {
        Dittos copy = new Dittos();
        copy.above = above;
        return copy;
    }

    /** The table with its marks filled in from a row on; the same one where it has none. */
    Grid filled(Grid grid, int first) {
        lost.clear();
        Map<Grid.Cell, Grid.Cell> filled = new IdentityHashMap<>();
        List<List<Grid.Cell>> rows = new ArrayList<>(grid.rows().subList(0, first));
        for (List<Grid.Cell> each : grid.rows().subList(first, grid.rows().size())) {
            List<Grid.Cell> row = filled(each, filled);
            rows.add(row);
            follow(row, grid.names() > 0);
        }
        return filled.isEmpty() ? grid : grid.with(rows);
    }

    private List<Grid.Cell> filled(List<Grid.Cell> row, Map<Grid.Cell, Grid.Cell> filled) {
        if (row.stream().noneMatch(each -> mark(each.text))) {
            return row;
        }
        List<Grid.Cell> cells = new ArrayList<>();
        for (int c = 0; c < row.size(); c++) {
            Grid.Cell cell = row.get(c);
            if (mark(cell.text)) {
                Grid.Cell over = c < above.size() ? above.get(c) : null;
                cells.add(filled.computeIfAbsent(cell, marked -> same(marked, over)));
            } else {
                cells.add(cell);
            }
        }
        return cells;
    }

    private Grid.Cell same(Grid.Cell marked, Grid.@Nullable Cell over) {
        Grid.Cell same = marked.sameAs(over);
        if (same.blank()) {
            lost.add(same);
        }
        return same;
    }

    /** The table with its marks as cells of which nobody can tell the value: where labels stand beside, another field is above. */
    Grid lost(Grid grid) {
        lost.clear();
        Map<Grid.Cell, Grid.Cell> filled = new IdentityHashMap<>();
        List<List<Grid.Cell>> rows = new ArrayList<>();
        for (List<Grid.Cell> each : grid.rows()) {
            above = List.of();
            rows.add(filled(each, filled));
        }
        return filled.isEmpty() ? grid : grid.with(rows);
    }

    /** A heading ends what stood above it, a sum or a remark stands beside the rows. Objects have no order. */
    void follow(List<Grid.Cell> row, boolean objects) {
        List<Grid.Cell> filled = HeaderBlock.distinct(row);
        if (objects || filled.size() == 1) {
            above = List.of();
        } else if (filled.size() > 1 && ROWS.of(filled.get(0).text) == null) {
            above = row;
        }
    }

    /** A finding for each mark above which nothing stands, down to a row of the source. */
    List<SourceProblem> problems(Grid grid, int last, BiFunction<Integer, Integer, String> labels) {
        return lost.stream()
                .filter(each -> each.row <= last)
                .map(each -> new SourceProblem(
                        "source.field.unreadable",
                        grid.place().atRow(each.row).at(labels.apply(each.row - 1, each.column - 1), each.column),
                        each.raw,
                        "a cell above with a value"))
                .toList();
    }
}
