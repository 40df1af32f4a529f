package org.gongkai.ingest.annual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/** The tables of one report while its grids are read, in whatever parts the source has them. Not thread-safe. */
final class ReportDraft {

    private static final String LABEL = "label";

    private final FormLabels labels;
    private final Map<ReportTable, List<ReportRow>> rows = new EnumMap<>(ReportTable.class);
    private final List<LedgerEntry> ledger = new ArrayList<>();
    /** Blank figures for which the source holds no cell. */
    private final Set<Grid.Cell> unheld = Collections.newSetFromMap(new IdentityHashMap<>());

    private Location place;

    ReportDraft(ReportForm form, Location source) {
        this.place = source;
        this.labels = new FormLabels(form);
        for (ReportTable each : ReportTable.values()) {
            rows.put(each, new ArrayList<>());
        }
    }

    List<ReportRow> rows(ReportTable table) {
        return List.copyOf(rows.getOrDefault(table, List.of()));
    }

    List<LedgerEntry> ledger() {
        return ledger;
    }

    boolean empty() {
        return size() == 0;
    }

    /** How many rows the tables have. */
    int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** Reads a grid, which may hold several tables under one another; false when it holds none of a report. */
    boolean take(Grid grid) {
        List<Grid> parts = parts(grid);
        boolean known = false;
        for (Grid each : parts) {
            known |= one(each);
        }
        return known;
    }

    /** The tables of a sheet that holds them all, parted by blank rows: what is below one goes with it. */
    private List<Grid> parts(Grid grid) {
        List<Integer> begins = new ArrayList<>();
        List<FormRow.Column> requests = labels.columns(ReportTable.REQUESTS);
        List<FormRow.Column> disputes = labels.columns(ReportTable.DISPUTES);
        int from = 0;
        for (int r = 0; r <= grid.rows().size(); r++) {
            boolean blank =
                    r == grid.rows().size() || grid.rows().get(r).stream().allMatch(Grid.Cell::blank);
            if (blank) {
                List<List<Grid.Cell>> rows = grid.rows().subList(from, r);
                @Nullable Integer[] places = new @Nullable Integer[requests.size()];
                rows.forEach(each -> heads(each, requests, places));
                boolean head = Arrays.stream(places).allMatch(each -> each != null);
                long items = rows.stream()
                        .filter(each -> !each.isEmpty() && proactiveRow(each) != null)
                        .count();
                if (head || lastHead(rows, disputes) >= 0 || items >= 2) {
                    begins.add(from);
                }
                from = r + 1;
            }
        }
        if (begins.size() < 2) {
            return List.of(grid);
        }
        begins.set(0, 0);
        begins.add(grid.rows().size());
        return IntStream.range(0, begins.size() - 1)
                .mapToObj(each -> grid.rows(begins.get(each), begins.get(each + 1)))
                .toList();
    }

    private boolean one(Grid grid) {
        place = grid.place();
        CellLedger cells = new CellLedger(grid);
        boolean known = lines(grid, cells) || requests(grid, cells) || disputes(grid, cells) || proactive(grid, cells);
        if (known) {
            ledger.addAll(cells.inOrder());
        }
        return known;
    }

    // A line for each figure: table, row, column, figure, as this library writes CSV.

    static final List<String> LINE = List.of("表", "行", "列", "数值");

    /** What each line may say of the report as a whole. */
    enum Said {
        YEAR("/year", "年度", "年份", "year"),
        BODY("/body", "机关", "单位", "机关名称", "单位名称", "body");

        private final String pointer;
        private final List<String> labels;

        Said(String pointer, String... labels) {
            this.pointer = pointer;
            this.labels = List.of(labels);
        }

        /** Its column among the labels of a line, or -1. */
        private int at(List<String> head) {
            return IntStream.range(0, head.size())
                    .filter(each -> labels.contains(head.get(each)))
                    .findFirst()
                    .orElse(-1);
        }
    }

    /** What the lines of a grid say, each text once; empty where the grid has no such lines. */
    static Set<String> said(Grid grid, Said what) {
        List<String> head = head(grid);
        int at = what.at(head);
        Set<String> texts = new LinkedHashSet<>();
        for (int r = 1; at >= 0 && head.containsAll(LINE) && r < grid.rows().size(); r++) {
            String text = grid.text(r, at).strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static List<String> head(Grid grid) {
        return grid.rows().isEmpty()
                ? List.of()
                : grid.rows().get(0).stream().map(each -> each.text.strip()).toList();
    }

    private boolean lines(Grid grid, CellLedger cells) {
        List<String> head = head(grid);
        List<Integer> at = LINE.stream().map(head::indexOf).toList();
        if (at.contains(-1)) {
            return false;
        }
        grid.rows().get(0).forEach(each -> label(each, cells));
        Map<FormRow, Grid.@Nullable Cell[]> found = new LinkedHashMap<>();
        for (List<Grid.Cell> row : grid.rows().subList(1, grid.rows().size())) {
            // A line that names no figure of the form, or one that was there already, is left unmapped.
            if (line(row, at, found)) {
                for (Said each : Said.values()) {
                    int place = each.at(head);
                    if (place >= 0 && place < row.size()) {
                        Grid.Cell cell = row.get(place);
                        cells.account(
                                cell, head.get(place), FieldFate.MAPPED, cell.text, each.pointer, null, List.of());
                    }
                }
                row.forEach(each -> label(each, cells));
            }
        }
        found.forEach((row, figures) -> {
            List<Grid.@Nullable Cell> own = Arrays.asList(figures);
            own.stream().filter(Objects::nonNull).forEach(cells::forget);
            add(row.table(), row.code(), row.columns(), own, row.name(), cells);
        });
        return !found.isEmpty();
    }

    private boolean line(List<Grid.Cell> row, List<Integer> at, Map<FormRow, Grid.@Nullable Cell[]> found) {
        if (at.subList(0, 3).stream().anyMatch(each -> each >= row.size())) {
            return false;
        }
        for (ReportTable table : ReportTable.values()) {
            FormRow known = table.number().equals(row.get(at.get(0)).text.strip())
                    ? labels.form().row(table, row.get(at.get(1)).text.strip())
                    : null;
            int column = known == null ? -1 : FormLabels.column(known.columns(), row.get(at.get(2)).text);
            if (known != null && column >= 0) {
                Grid.@Nullable Cell[] figures = found.computeIfAbsent(
                        known, each -> new Grid.@Nullable Cell[each.columns().size()]);
                boolean first = figures[column] == null;
                figures[column] = first ? figure(row, at.get(3)) : figures[column];
                return first;
            }
        }
        return false;
    }

    /** A workbook holds no cell for a blank at the end of a row. */
    private Grid.Cell figure(List<Grid.Cell> row, int column) {
        if (column < row.size()) {
            return row.get(column);
        }
        Grid.Cell blank = Grid.Cell.blank(row.get(0).row, column + 1);
        unheld.add(blank);
        return blank;
    }

    // Table 3: a row for each result, a column for each kind of applicant.

    private boolean requests(Grid grid, CellLedger cells) {
        List<FormRow.Column> columns = labels.columns(ReportTable.REQUESTS);
        @Nullable Integer[] places = new @Nullable Integer[columns.size()];
        int named = 0;
        int known = 0;
        for (List<Grid.Cell> row : grid.rows()) {
            named += heads(row, columns, places);
            known += labelled(row, first(row, places, columns.size())) == null ? 0 : 1;
        }
        boolean head = Arrays.stream(places).allMatch(each -> each != null);
        if (head ? known == 0 : known < 3 || named > 0) {
            return false;
        }
        for (List<Grid.Cell> row : grid.rows()) {
            request(grid, row, columns, head ? places : null, cells);
        }
        return true;
    }

    /** Notes where the columns are whose labels stand in a row; those of a later page must stand where the first did. */
    private static int heads(List<Grid.Cell> row, List<FormRow.Column> columns, @Nullable Integer[] places) {
        int found = 0;
        for (int c = 0; c < row.size(); c++) {
            int column = FormLabels.column(columns, row.get(c).text);
            // 其他 and 总计 name rows as well: they are columns only right of the first.
            boolean after = column == 0 || places[0] != null && c > places[0];
            if (column >= 0 && after && places[column] == null) {
                places[column] = c;
                found++;
            }
        }
        return found;
    }

    /** Where the figures of a row begin: at the first known column, or as many cells from its end as there are columns. */
    private static int first(List<Grid.Cell> row, @Nullable Integer[] places, int columns) {
        Integer first = places[0];
        return first == null ? Math.max(0, row.size() - columns) : Math.min(first, row.size());
    }

    /** The row that the label nearest to the figures names. */
    private @Nullable FormRow labelled(List<Grid.Cell> row, int first) {
        for (int c = first - 1; c >= 0; c--) {
            if (!row.get(c).blank()) {
                return labels.row(ReportTable.REQUESTS, row.get(c).text);
            }
        }
        return null;
    }

    private void request(
            Grid grid,
            List<Grid.Cell> row,
            List<FormRow.Column> columns,
            @Nullable Integer @Nullable [] places,
            CellLedger cells) {
        int moved = moved(row, columns, places);
        int first = moved >= 0
                ? moved
                : first(row, places == null ? new @Nullable Integer[columns.size()] : places, columns.size());
        FormRow known = labelled(row, first);
        List<Grid.Cell> figures = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Integer at = places == null || moved >= 0 ? Integer.valueOf(first + i) : places[i];
            boolean last = known != null && !figures.isEmpty();
            if (at != null && (at < row.size() || last)) {
                figures.add(figure(row, at));
            }
        }
        boolean head = figures.stream().anyMatch(each -> FormLabels.column(columns, each.text) >= 0);
        String label = label(row, first);
        // One cell over several columns is a head, whatever it says.
        boolean over = figures.stream().distinct().count() < figures.size();
        boolean whole = !head && !over && figures.size() == columns.size() && !label.isEmpty();
        boolean numbered = figures.stream().anyMatch(ReportDraft::number);
        boolean taken = whole && (known == null ? numbered : known.kind() != FormRow.Kind.HEADING);
        // Figures of which nobody can say whose they are stay without a place, and the account says so.
        boolean lost = numbered && !taken && !head && !over;
        row.stream()
                .limit(taken ? first : row.size())
                .filter(each -> !lost || !number(each))
                .forEach(each -> label(each, cells));
        if (taken) {
            add(
                    ReportTable.REQUESTS,
                    known == null ? label : known.code(),
                    known == null ? columns : known.columns(),
                    figures,
                    known == null ? label : known.name(),
                    cells);
        }
    }

    private static boolean number(Grid.Cell cell) {
        return !cell.blank() && Figure.parse(cell.text).wellFormed();
    }

    /**
     * Where the figures of a row begin that ends before the last column because a cell which should reach over it does not: as many
     * figures as there are columns, right of a label of the form. -1 for any other row.
     */
    private int moved(List<Grid.Cell> row, List<FormRow.Column> columns, @Nullable Integer @Nullable [] places) {
        int first = row.size() - columns.size();
        if (places == null || first < 1) {
            return -1;
        }
        boolean ends = false;
        for (int i = 0; i < places.length; i++) {
            Integer at = places[i];
            if (at == null || i > 0 && places[i - 1] != null && at != places[i - 1] + 1) {
                return -1;
            }
            ends |= at >= row.size();
        }
        List<Grid.Cell> figures = row.subList(first, row.size());
        boolean all = figures.stream().allMatch(ReportDraft::number)
                && figures.stream().distinct().count() == figures.size();
        return ends && all && labels.row(ReportTable.REQUESTS, row.get(first - 1).text) != null ? first : -1;
    }

    private static String label(List<Grid.Cell> row, int first) {
        for (int c = first - 1; c >= 0; c--) {
            if (!row.get(c).blank()) {
                return row.get(c).text.strip();
            }
        }
        return "";
    }

    private static void label(Grid.Cell cell, CellLedger cells) {
        cells.account(cell, "", FieldFate.IGNORED, cell.text, null, null, List.of(LABEL));
    }

    private void add(
            ReportTable table,
            String code,
            List<FormRow.Column> columns,
            List<? extends Grid.@Nullable Cell> figures,
            String name,
            CellLedger cells) {
        List<ReportRow> all = rows.get(table);
        List<Figure> read = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Grid.Cell cell = figures.get(i);
            if (cell == null) {
                // No line of the source is about it.
                read.add(Figure.BLANK);
                continue;
            }
            boolean total = columns.get(i).holds() == FormRow.Holds.TOTAL && cell.blank();
            Reading<Figure> reading = total ? Reading.clean(cell.text, Figure.BLANK) : Figure.read(cell.text);
            Figure figure = reading.value() == null ? Figure.parse(cell.text) : reading.value();
            List<String> why = reading.repairs().stream().map(Repair::code).toList();
            String label = name + ' ' + columns.get(i).label();
            String pointer = '/' + table.code() + '/' + all.size() + "/cells/" + i;
            if (!unheld.contains(cell)) {
                cells.account(
                        cell,
                        label,
                        why.isEmpty() ? FieldFate.MAPPED : FieldFate.REPAIRED,
                        cell.text,
                        pointer,
                        why.isEmpty() ? null : figure.text(),
                        why);
            } else if (!figure.blank()) {
                ledger.add(new LedgerEntry(
                        place.atRow(cell.row).at(label, cell.column),
                        FieldFate.DEFAULTED,
                        null,
                        pointer,
                        figure.text(),
                        why));
            }
            read.add(figure);
        }
        all.add(new ReportRow(code, read));
    }

    // Table 4: one line of fifteen figures under three lines of heads, or a line for each kind of dispute.

    private boolean disputes(Grid grid, CellLedger cells) {
        List<FormRow> kinds = labels.form().rows(ReportTable.DISPUTES);
        List<FormRow.Column> columns = labels.columns(ReportTable.DISPUTES);
        int last = lastHead(grid.rows(), columns);
        if (last < 0) {
            return false;
        }
        Map<FormRow, @Nullable Integer[]> places = places(grid, last, kinds, columns);
        boolean across =
                places.values().stream().allMatch(each -> Arrays.stream(each).allMatch(at -> at != null));
        for (int r = 0; r <= last; r++) {
            grid.rows().get(r).forEach(each -> label(each, cells));
        }
        boolean read = false;
        for (int r = last + 1; r < grid.rows().size(); r++) {
            List<Grid.Cell> row = grid.rows().get(r);
            if (across
                    && !read
                    && row.stream().anyMatch(each -> Figure.parse(each.text).wellFormed() && !each.blank())) {
                places.forEach((kind, at) -> dispute(kind, at, row, cells));
                read = true;
            } else if (!across) {
                read |= line(row, columns, kinds, grid, last, cells);
            }
        }
        return read;
    }

    /** The lowest row in which results are named; -1 when there is none. */
    private static int lastHead(List<List<Grid.Cell>> rows, List<FormRow.Column> columns) {
        int last = -1;
        for (int r = 0; r < rows.size(); r++) {
            long named = rows.get(r).stream()
                    .filter(each -> FormLabels.column(columns, each.text) >= 0)
                    .map(each -> FormLabels.core(each.text))
                    .distinct()
                    .count();
            last = named >= columns.size() - 1 ? r : last;
        }
        return last;
    }

    /** For each kind of dispute where its results stand: the headers over a column name both. */
    private static Map<FormRow, @Nullable Integer[]> places(
            Grid grid, int last, List<FormRow> kinds, List<FormRow.Column> columns) {
        Map<FormRow, @Nullable Integer[]> places = new LinkedHashMap<>();
        kinds.forEach(each -> places.put(each, new @Nullable Integer[columns.size()]));
        for (int c = 0; c < grid.width(0, last + 1); c++) {
            int column = -1;
            StringBuilder heads = new StringBuilder();
            for (int r = 0; r <= last; r++) {
                String text = grid.text(r, c);
                int named = FormLabels.column(columns, text);
                column = named >= 0 ? named : column;
                heads.append(named >= 0 ? "" : FormLabels.core(text)).append(' ');
            }
            FormRow kind = kind(heads.toString(), kinds);
            if (column >= 0 && kind != null && places.get(kind)[column] == null) {
                places.get(kind)[column] = c;
            }
        }
        return places;
    }

    /** 复议后起诉 and 未经复议直接起诉 before 行政复议, which a title over all of them may name as well. */
    private static @Nullable FormRow kind(String heads, List<FormRow> kinds) {
        FormRow found = null;
        for (FormRow each : kinds) {
            found = heads.contains(FormLabels.core(each.label())) ? each : found;
        }
        return found;
    }

    private void dispute(FormRow kind, @Nullable Integer[] at, List<Grid.Cell> row, CellLedger cells) {
        List<Grid.Cell> figures = new ArrayList<>();
        for (Integer each : at) {
            if (each != null && each < row.size()) {
                figures.add(row.get(each));
            }
        }
        if (figures.size() == kind.columns().size()) {
            add(ReportTable.DISPUTES, kind.code(), kind.columns(), figures, kind.name(), cells);
        }
    }

    private boolean line(
            List<Grid.Cell> row,
            List<FormRow.Column> columns,
            List<FormRow> kinds,
            Grid grid,
            int head,
            CellLedger cells) {
        String heads = row.stream()
                .limit(Math.max(0, row.size() - columns.size()))
                .map(each -> FormLabels.core(each.text))
                .collect(Collectors.joining(" "));
        FormRow kind = kind(heads, kinds);
        if (kind == null) {
            return false;
        }
        @Nullable Integer[] at = new @Nullable Integer[columns.size()];
        for (int c = 0; c < grid.rows().get(head).size(); c++) {
            int column = FormLabels.column(columns, grid.text(head, c));
            if (column >= 0) {
                at[column] = c;
            }
        }
        dispute(kind, at, row, cells);
        return true;
    }

    // Table 2: groups by the item of article 20, each with a head of its own.

    private boolean proactive(Grid grid, CellLedger cells) {
        long known = grid.rows().stream()
                .filter(row -> !row.isEmpty() && proactiveRow(row) != null)
                .count();
        if (known < 2) {
            return false;
        }
        for (List<Grid.Cell> row : grid.rows()) {
            FormRow named = row.isEmpty() ? null : proactiveRow(row);
            List<Grid.Cell> figures = new ArrayList<>();
            for (Grid.Cell each : row) {
                boolean again = !figures.isEmpty() && figures.get(figures.size() - 1) == each;
                if (each != row.get(0) && !again) {
                    figures.add(each);
                }
            }
            if (named == null || figures.size() < named.columns().size()) {
                row.forEach(each -> label(each, cells));
                continue;
            }
            label(row.get(0), cells);
            add(
                    ReportTable.PROACTIVE,
                    named.code(),
                    named.columns(),
                    figures.subList(0, named.columns().size()),
                    named.name(),
                    cells);
        }
        return true;
    }

    private @Nullable FormRow proactiveRow(List<Grid.Cell> row) {
        String core = FormLabels.core(row.get(0).text);
        return labels.form().rows(ReportTable.PROACTIVE).stream()
                .filter(each -> core.equals(FormLabels.core(each.label()))
                        || core.equals(FormLabels.core(
                                each.code().substring(each.code().indexOf(')') + 1)))
                        || core.equals("规范性文件") && each.code().endsWith("行政规范性文件"))
                .findFirst()
                .orElse(null);
    }
}
