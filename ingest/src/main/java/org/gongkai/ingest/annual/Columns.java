package org.gongkai.ingest.annual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.annual.FormRow;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of table 3 stand in a table.
 *
 * @param columns the columns of the form
 * @param places for each of them its place, counted from 0, or null when the table does not have it
 * @param width how many cells the widest row of the table has
 */
record Columns(List<FormRow.Column> columns, List<@Nullable Integer> places, int width) {

    /** The columns that the head of a table names, none of them where it has no head. */
    static Columns of(List<List<Grid.Cell>> rows, List<FormRow.Column> columns) {
        @Nullable Integer[] places = new @Nullable Integer[columns.size()];
        int first = -1;
        int end = 0;
        for (int r = 0; r < rows.size(); r++) {
            boolean head = rows.get(r).stream().anyMatch(each -> plain(columns, FormLabels.column(columns, each.text)));
            first = head && first < 0 ? r : first;
            end = head && (end == 0 || end == r) ? r + 1 : end;
        }
        // 其他 and 总计 name rows as well: they are columns only where the head is.
        for (int r = 0; first >= 0 && r < end; r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                int column = FormLabels.column(columns, rows.get(r).get(c).text);
                if (column >= 0 && places[column] == null) {
                    places[column] = c;
                }
            }
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        return new Columns(columns, Arrays.asList(places), width);
    }

    /** A column whose label is that of no row. */
    private static boolean plain(List<FormRow.Column> columns, int column) {
        return column >= 0 && column < columns.size() - 2;
    }

    /** Whether the table has a head. */
    boolean headed() {
        return places.stream().anyMatch(Objects::nonNull);
    }

    /** Whether its columns stand side by side in the order of the form. */
    boolean inOrder() {
        for (int i = 0; i < places.size(); i++) {
            Integer at = places.get(i);
            Integer before = i == 0 ? null : places.get(i - 1);
            if (at == null || before != null && at != before + 1) {
                return false;
            }
        }
        return true;
    }

    /** The place of the first column; the number of columns from the end of a row where there is no head. */
    int first(List<Grid.Cell> row) {
        return places.stream()
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(Math.max(0, row.size() - columns.size()));
    }

    /** The labels of the columns that the table does not have. */
    List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) == null) {
                lacking.add(columns.get(i).label());
            }
        }
        return lacking;
    }

    /** Whether nothing but the total is missing. */
    boolean withoutTotal() {
        int last = places.size() - 1;
        return places.get(last) == null && places.subList(0, last).stream().allMatch(Objects::nonNull);
    }
}
