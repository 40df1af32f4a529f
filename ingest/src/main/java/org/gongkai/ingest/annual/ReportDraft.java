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
import java.util.stream.IntStream;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/** The tables of one report while its grids are read, in whatever parts the source has them. Not thread-safe. */
final class ReportDraft {

    private static final String LABEL = "label";
    private static final FormRow.Column MONEY = new FormRow.Column("万元", FormRow.Holds.AMOUNT);

    private final FormLabels labels;
    private final Map<ReportTable, List<ReportRow>> rows = new EnumMap<>(ReportTable.class);
    private final List<LedgerEntry> ledger = new ArrayList<>();
    /** Blank figures for which the source holds no cell. */
    private final Set<Grid.Cell> unheld = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<SourceProblem> problems = new ArrayList<>();
    private final Map<String, String> told = new LinkedHashMap<>();
    private @Nullable Columns applicants;
    private DisputesTable.@Nullable Places disputes;
    private List<Grid.Cell> acts = List.of();
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

    /** The places of columns that the last table of applications had. */
    @Nullable
    Columns applicants() {
        return applicants;
    }

    void applicants(Columns columns) {
        applicants = columns;
    }

    /** Where the figures of disputes stand in a table that ended with its head; null when there is none. */
    DisputesTable.@Nullable Places disputes() {
        return disputes;
    }

    void disputes(DisputesTable.@Nullable Places places) {
        disputes = places;
    }

    /** The last head of table 2. */
    List<Grid.Cell> acts() {
        return acts;
    }

    void acts(List<Grid.Cell> head) {
        acts = head;
    }

    /** Ends the report: a table that has a head and no figures is one that nobody has filled in. */
    void end(Grid last) {
        DisputesTable.blank(this, new CellLedger(last));
    }

    /** What could not be read, by place. */
    List<SourceProblem> problems() {
        return problems;
    }

    /** Tells of columns of the form that a table does not have. */
    void lacks(Grid grid, List<String> columns) {
        if (!columns.isEmpty()) {
            problems.add(new SourceProblem("source.table.columns", grid.place(), String.join("、", columns), null));
        }
    }

    /** Reads a sheet, which may hold several tables under one another; false when it holds none of a report. */
    boolean take(ReportSheet sheet, Set<Grid.Cell> outside) {
        boolean known = false;
        for (ReportSheet.Part part : sheet.parts()) {
            if (!part.table()) {
                words(part.rows(), outside);
                continue;
            }
            for (Grid each : parts(part.rows())) {
                boolean read = one(each);
                known |= read;
                if (!read) {
                    ledger.addAll(new CellLedger(each).inOrder());
                }
            }
        }
        return known;
    }

    /** Takes into the account cells of text, which the sections are read from; those that stand in none of them are left. */
    private void words(Grid grid, Set<Grid.Cell> outside) {
        CellLedger cells = new CellLedger(grid);
        for (List<Grid.Cell> row : grid.rows()) {
            for (Grid.Cell each : row) {
                if (outside.contains(each)) {
                    cells.account(each, "", FieldFate.UNMAPPED, each.text, null, null, List.of("outside-sections"));
                } else {
                    label(each, cells);
                }
            }
        }
        ledger.addAll(cells.inOrder());
    }

    /**
     * The tables of a sheet that holds them all, with blank rows between them or none: one begins behind the last figures before a row
     * of another table, or before a further head of the same behind a blank row.
     */
    private List<Grid> parts(Grid grid) {
        List<Integer> begins = new ArrayList<>();
        ReportTable current = null;
        int figures = -1;
        boolean apart = false;
        for (int r = 0; r < grid.rows().size(); r++) {
            List<Grid.Cell> row = grid.rows().get(r);
            ReportTable table = table(row);
            boolean again = table == ReportTable.REQUESTS && apart;
            if (table != null && (table != current || again)) {
                begins.add(current == null ? 0 : figures + 1);
                current = table;
                apart = false;
            }
            figures = row.stream().anyMatch(ReportDraft::number) ? r : figures;
            apart |= figures >= 0 && row.stream().allMatch(Grid.Cell::blank);
        }
        if (begins.size() < 2) {
            return List.of(grid);
        }
        begins.add(grid.rows().size());
        return IntStream.range(0, begins.size() - 1)
                .mapToObj(each -> grid.rows(begins.get(each), begins.get(each + 1)))
                .toList();
    }

    /** The table that a row tells to be of, by a label that no other table has; null for most rows. */
    private @Nullable ReportTable table(List<Grid.Cell> row) {
        if (Columns.of(List.of(row), labels.columns(ReportTable.REQUESTS)).headed()) {
            return ReportTable.REQUESTS;
        }
        if (DisputesTable.lastHead(List.of(row), labels.columns(ReportTable.DISPUTES)) >= 0) {
            return ReportTable.DISPUTES;
        }
        return ActsTable.holds(row, labels) ? ReportTable.PROACTIVE : null;
    }

    private boolean one(Grid grid) {
        place = grid.place();
        CellLedger cells = new CellLedger(grid);
        boolean known = lines(grid, cells)
                || new ApplicantsTable(this, labels).read(grid, cells)
                || new DisputesTable(this, labels).read(grid, cells)
                || new ActsTable(this, labels).read(grid, cells);
        if (known) {
            ledger.addAll(cells.inOrder());
        }
        return known;
    }

    // A line for each figure: table, row, column, figure, as this library writes CSV.

    static final List<String> LINE = List.of("表", "行", "列", "数值");

    /** What each line may say of the report as a whole. */
    enum Said {
        YEAR("year", "年度", "年份"),
        BODY("body", "机关", "单位", "机关名称", "单位名称");

        private final String pointer;
        private final List<String> labels;

        Said(String field, String... labels) {
            this.pointer = '/' + field;
            this.labels = new ArrayList<>(List.of(labels));
            this.labels.add(field);
            this.labels.addAll(names(field));
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

    /** What a field of the report is called, in both languages. */
    private static List<String> names(String field) {
        RecordField known =
                Objects.requireNonNull(RecordKind.of(AnnualReport.class).field(field), field);
        return List.of(known.label().zh(), known.label().en());
    }

    /** What lines say that are about no figure: the text of a section, a fee, a day; by the path of the field. */
    Map<String, String> told() {
        return told;
    }

    /** The field of the report that a line without a figure is about, as {@code sections.6.text}; null for none. */
    private static @Nullable String field(String section, String row, String column) {
        int number = section.length() == 1 ? ReportSection.NUMERALS.indexOf(section) + 1 : 0;
        for (String each : List.of("title", "text")) {
            if (number > 0 && column.isEmpty() && names("sections." + each).contains(row)) {
                return "sections." + number + '.' + each;
            }
        }
        List<String> fields = names("fees").contains(row)
                ? List.of("fees.notices", "fees.noticed", "fees.collected")
                : section.isEmpty() && row.isEmpty()
                        ? List.of("bodyKind", "publishedOn", "period.from", "period.until")
                        : List.of();
        return fields.stream()
                .filter(each -> names(each).contains(column))
                .findFirst()
                .orElse(null);
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
            if (text(row, at, cells)) {
                saidOf(row, head, cells);
                row.forEach(each -> label(each, cells));
                continue;
            }
            // A line that names no figure of the form, or one that was there already, is left unmapped.
            if (line(row, at, found)) {
                saidOf(row, head, cells);
                row.forEach(each -> label(each, cells));
            }
        }
        found.forEach((row, figures) -> {
            List<Grid.@Nullable Cell> own = Arrays.asList(figures);
            own.stream().filter(Objects::nonNull).forEach(cells::forget);
            add(row.table(), row.code(), row.columns(), own, row.name(), cells);
        });
        return !found.isEmpty() || !told.isEmpty();
    }

    private static void saidOf(List<Grid.Cell> row, List<String> head, CellLedger cells) {
        for (Said each : Said.values()) {
            int place = each.at(head);
            if (place >= 0 && place < row.size()) {
                Grid.Cell cell = row.get(place);
                cells.account(cell, head.get(place), FieldFate.MAPPED, cell.text, each.pointer, null, List.of());
            }
        }
    }

    /** Takes a line that is about no figure. */
    private boolean text(List<Grid.Cell> row, List<Integer> at, CellLedger cells) {
        if (at.stream().anyMatch(each -> each >= row.size())) {
            return false;
        }
        String field = field(
                row.get(at.get(0)).text.strip(),
                row.get(at.get(1)).text.strip(),
                row.get(at.get(2)).text.strip());
        Grid.Cell value = row.get(at.get(3));
        if (field == null || told.putIfAbsent(field, value.raw) != null) {
            return false;
        }
        cells.account(value, field, FieldFate.MAPPED, value.raw, '/' + field.replace('.', '/'), null, List.of());
        return true;
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
    Grid.Cell figure(List<Grid.Cell> row, int column) {
        if (column < row.size()) {
            return row.get(column);
        }
        Grid.Cell blank = Grid.Cell.blank(row.get(0).row, column + 1);
        unheld.add(blank);
        return blank;
    }

    /** Takes a row: a figure for each column, null where the source has none. */
    void add(
            ReportTable table,
            String code,
            List<FormRow.Column> columns,
            List<? extends Grid.@Nullable Cell> figures,
            String name,
            CellLedger cells) {
        List<ReportRow> all = rows.get(table);
        List<Figure> read = new ArrayList<>();
        // A row in which nothing is printed may be one that nobody has filled in: it counts as 0, and is told as blank.
        boolean blank = figures.stream().allMatch(each -> each == null || each.blank());
        for (int i = 0; i < figures.size(); i++) {
            Grid.Cell cell = figures.get(i);
            if (cell == null) {
                // No line of the source is about it.
                read.add(Figure.BLANK);
                continue;
            }
            boolean kept = blank || columns.get(i).holds() == FormRow.Holds.TOTAL && cell.blank();
            Reading<Figure> reading =
                    kept ? Reading.clean(cell.text, Figure.BLANK) : Figure.read(cell.text, columns.get(i));
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

    /** Whether a cell holds a number, with or without the unit of it. */
    static boolean number(Grid.Cell cell) {
        return !cell.blank() && (reads(Figure.read(cell.text)) || reads(Figure.read(cell.text, MONEY)));
    }

    private static boolean reads(Reading<Figure> reading) {
        return reading.value() != null && reading.value().wellFormed();
    }

    /** Accounts for a cell that names rows or columns, or stands beside the figures. */
    static void label(Grid.Cell cell, CellLedger cells) {
        cells.account(cell, "", FieldFate.IGNORED, cell.text, null, null, List.of(LABEL));
    }

    /** Accounts for the words of a row of which no figure is taken; its numbers stay without a place, and the account says so. */
    static void leave(List<Grid.Cell> row, CellLedger cells) {
        row.stream().filter(each -> !number(each)).forEach(each -> label(each, cells));
    }
}
