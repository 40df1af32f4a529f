package org.gongkai.ingest.annual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/** Table 4: one line of fifteen figures under three lines of heads, a line for each kind of dispute, or a table for each. */
final class DisputesTable {

    /**
     * For each kind of dispute where its results stand.
     *
     * @param kinds the kinds that the head names, each with the places of its results, null for one that is not there
     * @param width how many cells the table is wide
     */
    record Places(Map<FormRow, List<@Nullable Integer>> kinds, int width) {}

    private boolean sheet;
    private final ReportDraft draft;
    private final List<FormRow> kinds;
    private final List<FormRow.Column> columns;

    DisputesTable(ReportDraft draft, FormLabels labels) {
        this.draft = draft;
        this.kinds = labels.form().rows(ReportTable.DISPUTES);
        this.columns = labels.columns(ReportTable.DISPUTES);
    }

    /** Reads a grid; false when it holds none of the table. */
    boolean read(Grid grid, CellLedger cells) {
        sheet = grid.place().sheet() != null;
        Places before = draft.disputes();
        draft.disputes(null);
        int last = lastHead(grid.rows(), columns);
        if (last < 0) {
            return before != null && rest(grid, before, cells);
        }
        Places across = new Places(places(grid, last), grid.width(0, last + 1));
        List<List<Grid.Cell>> below = grid.rows().subList(last + 1, grid.rows().size());
        boolean read = across.kinds().isEmpty() ? lines(grid, last, below, cells) : line(across, below, cells);
        boolean ends = !across.kinds().isEmpty()
                && below.stream().flatMap(List::stream).allMatch(Grid.Cell::blank);
        if (!read && ends) {
            draft.disputes(across);
        }
        if (read || ends) {
            grid.rows().subList(0, last + 1).forEach(row -> row.forEach(each -> ReportDraft.label(each, cells)));
        }
        return read || ends;
    }

    /** The figures of a table whose head ended the page before. */
    private boolean rest(Grid grid, Places before, CellLedger cells) {
        List<List<Grid.Cell>> rows = grid.rows().stream()
                .filter(row -> !row.stream().allMatch(Grid.Cell::blank))
                .toList();
        boolean one = rows.size() == 1
                && rows.get(0).size() == before.width()
                && rows.get(0).stream().allMatch(each -> each.blank() || ReportDraft.number(each));
        return one && line(before, rows, cells);
    }

    /** The kinds of a table that ended with its head, and of which no figures came: nobody has filled it in. */
    static void blank(ReportDraft draft, CellLedger cells) {
        Places places = draft.disputes();
        if (places != null) {
            places.kinds()
                    .forEach((kind, at) -> draft.add(
                            ReportTable.DISPUTES,
                            kind.code(),
                            kind.columns(),
                            Collections.nCopies(kind.columns().size(), null),
                            kind.name(),
                            cells));
        }
    }

    /** The lowest row in which results are named; -1 when there is none. */
    static int lastHead(List<List<Grid.Cell>> rows, List<FormRow.Column> columns) {
        int last = -1;
        for (int r = 0; r < rows.size(); r++) {
            long named = rows.get(r).stream()
                    .map(each -> FormLabels.column(columns, each.text))
                    .filter(each -> each >= 0)
                    .distinct()
                    .count();
            last = named >= columns.size() - 1 ? r : last;
        }
        return last;
    }

    /** The headers over a column name kind and result; only kinds that have all of their results, a total aside. */
    private Map<FormRow, List<@Nullable Integer>> places(Grid grid, int last) {
        Map<FormRow, @Nullable Integer[]> places = new LinkedHashMap<>();
        for (int c = 0; c < grid.width(0, last + 1); c++) {
            int column = -1;
            StringBuilder heads = new StringBuilder();
            for (int r = 0; r <= last; r++) {
                String text = over(grid, r, c, r == last);
                int named = FormLabels.column(columns, text);
                column = named >= 0 ? named : column;
                heads.append(named >= 0 ? "" : FormLabels.core(text)).append(' ');
            }
            FormRow kind = kind(heads.toString());
            if (column >= 0 && kind != null) {
                @Nullable Integer[] own = places.computeIfAbsent(kind, each -> new @Nullable Integer[columns.size()]);
                own[column] = own[column] == null ? Integer.valueOf(c) : own[column];
            }
        }
        Map<FormRow, List<@Nullable Integer>> whole = new LinkedHashMap<>();
        for (FormRow each : kinds) {
            @Nullable Integer[] own = places.get(each);
            if (own != null && Arrays.stream(own).limit(columns.size() - 1L).allMatch(Objects::nonNull)) {
                whole.put(each, Arrays.asList(own));
            }
        }
        return whole;
    }

    /** A head; where its cell does not say how far it reaches, as in plain text or a sheet without merged cells, the nearest to the left. */
    private static String over(Grid grid, int row, int column, boolean results) {
        int at = column;
        while (!results && at > 0 && grid.text(row, at).isBlank()) {
            at--;
        }
        return grid.text(row, at);
    }

    /** 复议后起诉 and 未经复议直接起诉 before 行政复议, which a title over all of them may name as well. */
    private @Nullable FormRow kind(String heads) {
        FormRow found = null;
        for (FormRow each : kinds) {
            found = heads.contains(FormLabels.core(each.label())) ? each : found;
        }
        return found;
    }

    /** The line of figures, which may be blank in all of its cells. */
    private boolean line(Places places, List<List<Grid.Cell>> below, CellLedger cells) {
        List<Grid.Cell> line = below.stream()
                .filter(row -> row.stream().anyMatch(ReportDraft::number))
                .findFirst()
                .orElseGet(() -> below.stream()
                        .filter(row -> row.size() == places.width()
                                && row.stream().distinct().count() == row.size()
                                && row.stream()
                                        .allMatch(
                                                each -> Figure.parse(each.text).blank()))
                        .findFirst()
                        .orElse(List.of()));
        if (line.isEmpty()) {
            return false;
        }
        boolean read = false;
        for (Map.Entry<FormRow, List<@Nullable Integer>> each : places.kinds().entrySet()) {
            read |= dispute(each.getKey(), each.getValue(), line, cells);
        }
        return read;
    }

    private boolean dispute(FormRow kind, List<@Nullable Integer> at, List<Grid.Cell> row, CellLedger cells) {
        List<Grid.@Nullable Cell> figures = new ArrayList<>();
        for (Integer each : at) {
            if (each == null) {
                figures.add(null);
            } else if (each < row.size() || sheet) {
                // A workbook holds no cell for a blank at the end of a row.
                figures.add(draft.figure(row, each));
            }
        }
        boolean whole = figures.size() == kind.columns().size();
        if (whole) {
            draft.add(ReportTable.DISPUTES, kind.code(), kind.columns(), figures, kind.name(), cells);
        }
        return whole;
    }

    /** A line for each kind of dispute, which its first cells name. */
    private boolean lines(Grid grid, int head, List<List<Grid.Cell>> below, CellLedger cells) {
        @Nullable Integer[] at = new @Nullable Integer[columns.size()];
        for (int c = 0; c < grid.rows().get(head).size(); c++) {
            int column = FormLabels.column(columns, grid.text(head, c));
            if (column >= 0) {
                at[column] = c;
            }
        }
        int first = Arrays.stream(at)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
        boolean read = false;
        for (List<Grid.Cell> row : below) {
            FormRow kind = kind(row.stream()
                    .limit(first)
                    .map(each -> FormLabels.core(each.text))
                    .collect(Collectors.joining(" ")));
            if (kind != null && dispute(kind, Arrays.asList(at), row, cells)) {
                row.stream().limit(first).forEach(each -> ReportDraft.label(each, cells));
                read = true;
            }
        }
        return read;
    }
}
