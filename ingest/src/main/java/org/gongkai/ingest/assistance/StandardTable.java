package org.gongkai.ingest.assistance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.RowClass;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableReading;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Makes lines of one table of standards. Not thread-safe; made for one table. */
final class StandardTable {

    /** A line above a table that names its unit: 单位：元/人·月, or a title with the unit in brackets behind it. */
    private static final Pattern UNIT_LINE = Pattern.compile("单位[:：].*|.*[（(][^（()）]*元[^（()）]*[)）]", Pattern.DOTALL);

    TableLayout<AssistanceMeaning> layout;
    final AssistanceTerms terms;
    final AssistanceStandard defaults;
    private CellLedger cells;
    private final List<TableReading.Line<AssistanceStandard>> lines = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final List<LedgerEntry> carried = new ArrayList<>();
    private final Map<String, LedgerEntry> fromHeaders = new TreeMap<>();
    private final Set<String> saidOfHeaders = new HashSet<>();
    private final List<LedgerEntry> fromDefaults = new ArrayList<>();
    private @Nullable AmountUnit unit;
    private boolean otherUnit;
    private boolean yuan;
    private final String over;

    StandardTable(TableLayout<AssistanceMeaning> layout, AssistanceTerms terms, AssistanceStandard defaults) {
        this.layout = layout;
        this.terms = terms;
        this.defaults = defaults;
        this.cells = layout.account();
        this.over = layout.columns().stream()
                .filter(each -> each.meaning() != null && each.meaning().dimension())
                .map(TableColumn::label)
                .collect(Collectors.joining(" "));
    }

    TableReading<AssistanceStandard> read() {
        problems.addAll(layout.problems());
        layout.above().forEach(this::above);
        for (List<Grid.Cell> row : layout.aboveHeader()) {
            row.forEach(each -> above(each, FieldFate.UNMAPPED, null, null, "not-a-row"));
        }
        layout.columns().forEach(this::unit);
        return rows();
    }

    /** Reads the rows that follow in a long table. */
    TableReading<AssistanceStandard> next(Grid part) {
        layout = layout.next(part, 0);
        cells = layout.account();
        lines.clear();
        problems.clear();
        carried.clear();
        fromHeaders.clear();
        fromDefaults.clear();
        problems.addAll(layout.cellProblems(0));
        return rows();
    }

    private TableReading<AssistanceStandard> rows() {
        for (TableRow row : layout.rows()) {
            take(row);
        }
        List<LedgerEntry> ledger = cells.inOrder();
        ledger.addAll(carried);
        ledger.addAll(fromHeaders.values());
        ledger.addAll(fromDefaults);
        return new TableReading<>(lines, ledger, problems);
    }

    /** What stands over the columns for names. */
    String over() {
        return over;
    }

    /** The unit that the table names for all its amounts, or null. */
    @Nullable
    AmountUnit unit() {
        return unit;
    }

    /** Whether the table names a unit for all its amounts in which no standard is kept. */
    boolean otherUnit() {
        return otherUnit;
    }

    /** Whether the table says that its amounts are yuan, and not for what time: 单位：元. */
    boolean yuan() {
        return yuan;
    }

    private void above(Grid.Line line) {
        AmountUnit named = AmountText.unit(line.text());
        yuan |= named == null && AmountText.yuan(line.text());
        otherUnit |= UNIT_LINE.matcher(line.text()).matches() && AmountText.otherUnit(line.text());
        Grid.Cell cell = line.cell();
        if (cell != null && named != null) {
            unit = named;
            above(cell, FieldFate.MAPPED, "/unit", named.label(), null);
        } else if (cell == null
                && named != null
                && UNIT_LINE.matcher(line.text()).matches()) {
            unit = named;
            fromHeaders.put(
                    "unit",
                    new LedgerEntry(
                            line.place(),
                            FieldFate.DEFAULTED,
                            null,
                            "/unit",
                            named.label(),
                            List.of("from-line-above")));
        }
    }

    /** The unit that stands in the header of a column without amounts, for the whole table: 类别（元/人·月）. */
    private void unit(TableColumn<AssistanceMeaning> column) {
        AmountUnit named = AmountText.unit(column.label());
        AssistanceMeaning meaning = column.meaning();
        if (named != null && meaning != null && !meaning.priced()) {
            unit = named;
            fromHeader(column, "/unit", named.label());
        }
        otherUnit |= meaning != null && meaning.dimension() && AmountText.otherUnit(column.label());
    }

    /** A cell above the header stands under no label. */
    private void above(
            Grid.Cell cell, FieldFate fate, @Nullable String target, @Nullable String result, @Nullable String reason) {
        cells.account(cell, "", fate, cell.text, target, result, reason == null ? List.of() : List.of(reason));
    }

    private void unit(Grid.Cell cell, @Nullable AmountUnit named, String otherwise) {
        otherUnit = named == null && AmountText.otherUnit(cell.text);
        yuan |= named == null && AmountText.yuan(cell.text);
        if (named == null) {
            put(cell, cell.column - 1, FieldFate.UNMAPPED, null, null, otherwise);
        } else {
            unit = named;
            put(cell, cell.column - 1, FieldFate.MAPPED, "/unit", named.label(), null);
        }
    }

    private void take(TableRow row) {
        if (row.kind() == RowClass.RECORD) {
            new StandardRow(this, row).read();
        } else if (row.kind() == RowClass.BLANK) {
            blank(row);
        } else {
            String reason = row.kind().reason();
            boolean again = row.kind() == RowClass.HEADER_AGAIN;
            for (int c = 0; c < row.cells().size(); c++) {
                Grid.Cell cell = row.cells().get(c);
                if (row.kind() == RowClass.UNIT && !cell.blank()) {
                    unit(cell, AmountText.unit(cell.text), reason);
                } else {
                    put(cell, c, again ? FieldFate.IGNORED : FieldFate.UNMAPPED, null, null, reason);
                }
            }
        }
    }

    private void blank(TableRow row) {
        for (TableColumn<AssistanceMeaning> each : layout.columns()) {
            AssistanceMeaning meaning = each.meaning();
            if (each.index() < row.cells().size()) {
                boolean read = meaning != null && meaning != AssistanceMeaning.IGNORED;
                put(
                        row.cells().get(each.index()),
                        each.index(),
                        read ? FieldFate.MAPPED : FieldFate.IGNORED,
                        read ? meaning.pointer() : null,
                        null,
                        read ? null : row.kind().reason());
            }
        }
    }

    void add(TableReading.Line<AssistanceStandard> line, List<LedgerEntry> defaulted) {
        lines.add(line);
        fromDefaults.addAll(defaulted);
    }

    void carried(TableRow row) {
        carried.addAll(layout.carriedEntries(row, AssistanceMeaning::pointer));
    }

    /** Says once that the header of a column gave what is no cell of the row. */
    void fromHeader(TableColumn<AssistanceMeaning> column, String pointer, String value) {
        if (!saidOfHeaders.add(pointer + '/' + column.index())) {
            return;
        }
        fromHeaders.put(
                pointer + '/' + column.index(),
                new LedgerEntry(
                        layout.place().at(column.label(), column.index() + 1),
                        FieldFate.DEFAULTED,
                        null,
                        pointer,
                        value,
                        List.of("from-header")));
    }

    void unreadable(Grid.Cell cell, int column, String expected) {
        put(cell, column, FieldFate.UNREADABLE, null, null, "unreadable");
        problems.add(new SourceProblem("source.field.unreadable", layout.place(cell, column), cell.text, expected));
    }

    /** Another amount of the row stands for the same thing: what was said of the cell no longer holds. */
    void contradicted(Grid.Cell cell, int column) {
        cells.forget(cell);
        unreadable(cell, column, "amount, once for each thing");
    }

    /** Another amount of the row says the same in another unit. */
    void repeated(Grid.Cell cell, int column) {
        cells.forget(cell);
        put(cell, column, FieldFate.IGNORED, null, null, "same-amount");
    }

    void put(
            Grid.Cell cell,
            int column,
            FieldFate fate,
            @Nullable String target,
            @Nullable String result,
            @Nullable String reason) {
        cells.account(
                cell,
                layout.column(column).label(),
                fate,
                cell.text,
                target,
                result,
                reason == null ? List.of() : List.of(reason));
    }
}
