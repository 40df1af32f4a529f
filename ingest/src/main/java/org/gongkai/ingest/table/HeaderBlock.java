package org.gongkai.ingest.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that hold its labels: those from the first with two known words to the last before the first
 * record. A row with a value in it is a record, whatever words stand beside.
 *
 * @param first the first row, counted from 0
 * @param end the row behind the last
 */
record HeaderBlock(int first, int end) {

    private static final int LONGEST_LABEL = 40;
    private static final int YEAR_DIGITS = 4;
    private static final ColumnRoles ROLES = ColumnRoles.standard();

    /** The block that begins at a row, or null when that row is no header. */
    static @Nullable HeaderBlock at(Grid grid, int row, TableWords<?> words) {
        boolean labels = labels(grid, row, words);
        boolean joined = !labels && joined(grid, row, words);
        if (!joined && !labels) {
            return null;
        }
        int first = row;
        while (first > 0 && group(grid, first - 1) && continues(grid, first - 1, first - 1, first, words)) {
            first--;
        }
        int end = row + (joined ? 2 : 1);
        while (end < grid.rows().size() && continues(grid, first, end - 1, end, words)) {
            end++;
        }
        return new HeaderBlock(first, end);
    }

    /** The last row alone: what stands above the labels of a form is no label of theirs. */
    HeaderBlock last() {
        return new HeaderBlock(end - 1, end);
    }

    private static boolean labels(Grid grid, int row, TableWords<?> words) {
        List<Grid.Cell> filled = distinct(grid.rows().get(row));
        if (filled.size() < 2) {
            return false;
        }
        if (valued(filled, words)) {
            return words.headerBesideValues(run(filled, words), filled.size());
        }
        int known = (int) filled.stream()
                .filter(each -> known(each.text, words) || words.year(each.text))
                .count();
        return words.header(known, filled.size());
    }

    /** How many known labels stand behind one another: in a form each has its value behind it. */
    private static int run(List<Grid.Cell> filled, TableWords<?> words) {
        int most = 0;
        int run = 0;
        for (Grid.Cell each : filled) {
            run = known(each.text, words) ? run + 1 : 0;
            most = Math.max(most, run);
        }
        return most;
    }

    /** Whether labels of groups and those below them are known together, as 发文 over 字号 and 机关. */
    private static boolean joined(Grid grid, int row, TableWords<?> words) {
        if (row + 1 >= grid.rows().size()
                || distinct(grid.rows().get(row)).size() < 2
                || valued(distinct(grid.rows().get(row)), words)
                || !continues(grid, row, row, row + 1, words)) {
            return false;
        }
        HeaderBlock both = new HeaderBlock(row, row + 2);
        int known = 0;
        int filled = 0;
        for (int c = 0; c < grid.width(row, row + 2); c++) {
            List<String> headers = both.over(grid, c);
            filled += headers.isEmpty() ? 0 : 1;
            known += words.labelled(headers) == null ? 0 : 1;
        }
        return words.header(known, filled);
    }

    /** Whether figures stand among the cells of a row. Years one after the other are labels: 2022, 2023, 2024. */
    private static boolean valued(List<Grid.Cell> filled, TableWords<?> words) {
        TreeSet<Integer> years = new TreeSet<>();
        for (Grid.Cell each : filled) {
            if (words.year(each.text)) {
                years.add(Integer.parseInt(each.text.strip().substring(0, YEAR_DIGITS)));
            }
        }
        boolean labels = years.size() > 1 && years.last() - years.first() == years.size() - 1;
        return filled.stream()
                .anyMatch(each ->
                        words.value(each.text) && !(words.year(each.text) && (labels || each.text.indexOf('月') > 0)));
    }

    private static boolean known(String text, TableWords<?> words) {
        return words.labelled(List.of(text)) != null || words.names(text);
    }

    /** Whether a row above a header stands over some of its columns only, as a label of several columns does. */
    private static boolean group(Grid grid, int row) {
        List<Grid.Cell> cells = grid.rows().get(row);
        return !distinct(cells).isEmpty() && (cells.get(0).blank() || !grid.caption(row));
    }

    /**
     * Whether the lower of two rows is a header if the upper is one: a merged label reaches into it, or it stands under
     * blanks and labels of several columns, and under nothing else.
     */
    private static boolean continues(Grid grid, int top, int upper, int lower, TableWords<?> words) {
        List<Grid.Cell> above = grid.rows().get(upper);
        List<Grid.Cell> below = grid.rows().get(lower);
        List<Grid.Cell> own = distinct(below);
        if (own.isEmpty() || valued(own, words) || own.stream().anyMatch(each -> each.text.length() > LONGEST_LABEL)) {
            return false;
        }
        if (upper > top && distinct(above).stream().allMatch(each -> ROLES.unit(each.text))) {
            // The row of units is the last of a header; what stands below its blanks are records.
            return false;
        }
        if (own.stream().allMatch(each -> ROLES.unit(each.text) && measured(grid, top, each.column - 1, words))) {
            return true;
        }
        boolean merged = false;
        boolean placed = true;
        boolean under = false;
        for (int c = 0; c < below.size(); c++) {
            Grid.Cell cell = below.get(c);
            if (cell.blank()) {
                continue;
            }
            if (c < above.size() && cell == above.get(c)) {
                merged = true;
                continue;
            }
            boolean free = c >= above.size() || above.get(c).blank();
            placed &= free || group(above, below, c);
            under |= free || group(above, below, c);
        }
        if (own.stream()
                .allMatch(each -> joins(grid.text(upper, each.column - 1).strip(), each.text.strip(), words))) {
            return true;
        }
        boolean several = own.size() > 1 || known(own.get(0).text, words);
        return merged || several && under && (placed || leavesFirst(grid.rows().get(top), below));
    }

    /** Whether a text says with the label above it what neither says alone, as 成文 below 日期. */
    private static boolean joins(String above, String own, TableWords<?> words) {
        if (above.isEmpty() || own.equals(above) || words.labelled(List.of(own)) != null) {
            return false;
        }
        // Below a label that says something by itself a row of one average or note is no further row of the header.
        return words.labelled(List.of(above)) == null && words.labelled(List.of(above, own)) != null;
    }

    /** Whether a unit may stand below the label of a column: it is one of figures, or none that is known. */
    private static boolean measured(Grid grid, int top, int column, TableWords<?> words) {
        String label = grid.text(top, column);
        return words.names(label) || measured(words, label);
    }

    private static <M> boolean measured(TableWords<M> words, String label) {
        M meaning = words.labelled(List.of(label));
        return meaning == null || words.role(meaning).measure();
    }

    /** Whether a row has nothing below the first label of the header, where a record has its name. */
    private static boolean leavesFirst(List<Grid.Cell> above, List<Grid.Cell> below) {
        for (int c = 0; c < above.size(); c++) {
            if (!above.get(c).blank()) {
                return c >= below.size() || below.get(c).blank() && above.get(c) != below.get(c);
            }
        }
        return false;
    }

    /** Whether the cell above stands over this column and others: it is as wide, or blanks beside it stand over labels. */
    private static boolean group(List<Grid.Cell> above, List<Grid.Cell> below, int column) {
        boolean wide = column > 0 && column < above.size() && above.get(column) == above.get(column - 1)
                || column + 1 < above.size() && above.get(column) == above.get(column + 1);
        for (int c = column + 1;
                !wide && c < below.size() && (c >= above.size() || above.get(c).blank());
                c++) {
            wide = !below.get(c).blank();
        }
        return wide;
    }

    /** The labels above a column, from the top down, each once. */
    List<String> over(Grid grid, int column) {
        List<String> headers = new ArrayList<>();
        for (int r = first; r < end; r++) {
            String text = grid.text(r, column).strip();
            if (text.isEmpty() && filledBelow(grid, r, column)) {
                text = carried(grid, r, column);
            }
            if (!text.isEmpty()
                    && (headers.isEmpty() || !headers.get(headers.size() - 1).equals(text))) {
                headers.add(text);
            }
        }
        return headers;
    }

    private boolean filledBelow(Grid grid, int row, int column) {
        for (int r = row + 1; r < end; r++) {
            if (!grid.text(r, column).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The label to the left: of merged cells a file of plain text keeps the first alone. */
    private String carried(Grid grid, int row, int column) {
        for (int c = column; c > 0 && !beginsGroup(grid, row, c); c--) {
            String text = grid.text(row, c - 1).strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** Whether another label begins at this column in a row further up, so that nothing is carried over it. */
    private boolean beginsGroup(Grid grid, int row, int column) {
        for (int r = first; r < row; r++) {
            List<Grid.Cell> cells = grid.rows().get(r);
            if (column < cells.size() && !cells.get(column).blank() && cells.get(column) != cells.get(column - 1)) {
                return true;
            }
        }
        return false;
    }

    static List<Grid.Cell> distinct(List<Grid.Cell> row) {
        Set<Grid.Cell> cells = Collections.newSetFromMap(new IdentityHashMap<>());
        return row.stream().filter(each -> !each.blank() && cells.add(each)).toList();
    }
}
