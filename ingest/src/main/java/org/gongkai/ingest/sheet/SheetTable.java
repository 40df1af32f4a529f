package org.gongkai.ingest.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DateText;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.RecordMapper;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.Dittos;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one sheet as they come and makes a record of each below the header. The first rows are kept until the
 * sheet ends or a fixed number is reached, since a sheet may name its merged cells after its rows; the rows behind them
 * are handed on one at a time, with the merged cells that were named before.
 */
final class SheetTable implements Workbook.Sheet {

    /** How many rows are kept, so that a longer list needs no more memory. */
    private static final int MOST_KEPT = 2_000;

    private static final int MOST_KEPT_CHARACTERS = 4 << 20;
    private static final int HEAD = 60;
    /** A label, at most 12 characters, a colon, and the value. */
    private static final Pattern LABELLED = Pattern.compile("([^:：]{1,12})[:：](.*)", Pattern.DOTALL);

    private static final Pattern DAY_COUNT = Pattern.compile("[1-9]\\d{3,4}(?:\\.\\d+)?");

    private final Location origin;
    private final String rawName;
    private final DateText.Epoch epoch;
    private final LabelAliases aliases;
    private final DocumentWords words;
    private final Limits limits;
    private final RecordMapper mapper;
    private final RowShape shape;
    private final SourceHandler handler;

    private final List<Row> kept = new ArrayList<>();
    private final List<Grid.Merge> merges = new ArrayList<>();
    private final MergedRows merged;
    /** Whether merged cells were left out: they were named behind their rows, or there were too many. */
    private boolean late;

    private long characters;
    private boolean keeping = true;
    private final RowAbove above = new RowAbove();
    private @Nullable List<ListHeader.Label> header;
    private Set<List<String>> headerRows = Set.of();
    private int rows;
    private boolean filled;
    private boolean wanted = true;

    SheetTable(
            Location origin,
            String rawName,
            DateText.Epoch epoch,
            LabelAliases aliases,
            Limits limits,
            RecordMapper mapper,
            SourceHandler handler) {
        this.origin = origin;
        this.rawName = rawName;
        this.epoch = epoch;
        this.aliases = aliases;
        this.words = new DocumentWords(aliases);
        this.limits = limits;
        this.mapper = mapper.forTable();
        this.shape = new RowShape(List.of(), aliases, mapper.values());
        this.handler = handler;
        this.merged = new MergedRows(origin);
    }

    private record Row(int number, List<String> cells, boolean cut) {

        String at(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** Whether a row with anything in it came. */
    boolean filled() {
        return filled;
    }

    boolean hasHeader() {
        return header != null;
    }

    @Override
    public boolean row(int number, List<String> cells, boolean cut) {
        List<Grid.Cell> withMerged = merged.next(number, cells);
        if (CsvTable.blank(cells)) {
            return true;
        }
        filled = true;
        Row row = new Row(number, List.copyOf(cells), cut);
        if (!keeping) {
            return below(row, withMerged);
        }
        kept.add(row);
        characters += cells.stream().mapToInt(String::length).sum();
        if (kept.size() >= MOST_KEPT || characters > MOST_KEPT_CHARACTERS) {
            settle(false);
        }
        return wanted;
    }

    @Override
    public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (keeping && merges.size() < GridSheets.MOST_MERGES) {
            Grid.Merge merge = new Grid.Merge(firstRow, lastRow, firstColumn, lastColumn);
            merges.add(merge);
            merged.add(merge);
        } else {
            late |= firstRow < lastRow;
        }
    }

    /** Ends the sheet. */
    @Override
    public @Nullable SourceProblem end() {
        if (keeping) {
            settle(true);
        }
        if (late) {
            return new SourceProblem("source.limit.reached", origin, null, "merged cells in " + MOST_KEPT + " rows");
        }
        if (header != null && rows == 0) {
            return new SourceProblem(
                    "source.table.noRows",
                    origin,
                    StringUtils.abbreviate(
                            String.join(
                                    "、",
                                    header.stream().map(ListHeader.Label::shown).toList()),
                            80),
                    null);
        }
        return filled && header == null
                ? new SourceProblem("source.sheet.noHeader", origin, origin.sheet(), null)
                : null;
    }

    /** Looks for the header among the rows that were kept, and hands on those below it. */
    private void settle(boolean whole) {
        keeping = false;
        List<Row> rest = List.copyOf(kept);
        kept.clear();
        while (!rest.isEmpty() && wanted) {
            Laid laid = laid(rest);
            TableLayout<Component> layout = layout(rest, laid.grid(), whole);
            if (layout == null && header == null) {
                wanted = false;
            } else if (layout == null) {
                // What looked like another header is none, so the rows are those of the table above.
                for (Row each : rest) {
                    wanted = wanted && hand(each, null);
                }
                return;
            } else if (!layout.asItStands()) {
                turned(layout, rest, laid);
                return;
            } else {
                rest = handAll(layout, laid, rest);
            }
        }
    }

    /** The rows as a table, with blank ones where the sheet has none, and where each of them stands in it. */
    private record Laid(Grid grid, List<Integer> places) {}

    private Laid laid(List<Row> rows) {
        List<List<String>> texts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        TreeMap<Integer, Integer> byNumber = new TreeMap<>();
        int before = rows.get(0).number() - 1;
        for (Row each : rows) {
            // A sheet may leave out a million rows, and name the others in any order.
            for (int gap = Math.min(each.number() - before - 1, HEAD); gap > 0; gap--) {
                texts.add(List.of());
            }
            byNumber.put(each.number(), texts.size() + 1);
            places.add(texts.size());
            texts.add(each.cells());
            before = each.number();
        }
        List<Grid.Merge> placed = new ArrayList<>();
        for (Grid.Merge each : merges) {
            Integer first = byNumber.get(each.firstRow());
            if (first != null) {
                int last = byNumber.floorEntry(each.lastRow()).getValue();
                placed.add(new Grid.Merge(first, Math.max(first, last), each.firstColumn(), each.lastColumn()));
            }
        }
        return new Laid(Grid.ofSheet(origin, texts, placed, limits.maxColumns()), places);
    }

    private @Nullable TableLayout<Component> layout(List<Row> rows, Grid grid, boolean whole) {
        List<List<Grid.Cell>> first =
                grid.rows().subList(0, Math.min(HEAD, grid.rows().size()));
        TableLayout<Component> layout =
                TableLayout.of(new Grid(grid.place(), first, List.of(), List.of(), grid.flat(), 0, 0), words);
        boolean all = whole && first.size() == grid.rows().size() && rows.size() <= HEAD;
        return layout == null || layout.asItStands() || all ? layout : null;
    }

    /** Hands on the rows below a header; the answer is the rest, from another header on. */
    private List<Row> handAll(TableLayout<Component> layout, Laid laid, List<Row> rows) {
        header = ListHeader.of(layout, aliases, shape);
        headerRows = ListHeader.rows(layout);
        above.forget();
        int end = laid.grid().rows().indexOf(layout.header().get(layout.header().size() - 1)) + 1;
        int first = end - layout.header().size();
        List<LedgerEntry> captions = new ArrayList<>();
        for (int i = 0; i < rows.size() && laid.places().get(i) < first; i++) {
            Row row = rows.get(i);
            captions.addAll(OtherRows.caption(origin.atRow(row.number()), row.cells()));
        }
        if (!captions.isEmpty()) {
            handler.ledger(captions);
        }
        for (int i = 0; i < rows.size() && wanted; i++) {
            int place = laid.places().get(i);
            if (place >= end) {
                if (another(rows.get(i))) {
                    return rows.subList(i, rows.size());
                }
                wanted = hand(rows.get(i), laid.grid().rows().get(place));
            }
        }
        return List.of();
    }

    /** A row behind those that were kept. */
    private boolean below(Row row, @Nullable List<Grid.Cell> cells) {
        if (header == null || !wanted) {
            return false;
        }
        if (another(row)) {
            // Another table below the first: its header, too, may have several rows.
            keeping = true;
            kept.add(row);
            characters = 0;
            return true;
        }
        wanted = hand(row, cells);
        return wanted;
    }

    private boolean another(Row row) {
        return !headerAgain(row) && CsvTable.isHeaderBelow(row.cells(), aliases);
    }

    private boolean headerAgain(Row row) {
        return ListHeader.again(headerRows, row.cells());
    }

    /**
     * Makes a record of a row.
     *
     * @param cells its cells with those merged into them, or null where the sheet has not said yet which are merged
     */
    private boolean hand(Row row, @Nullable List<Grid.Cell> cells) {
        if (headerAgain(row)) {
            // Printed lists repeat the header on every page.
            handler.ledger(OtherRows.headerAgain(origin.atRow(row.number()), row.cells()));
            return true;
        }
        Location place = origin.atRow(row.number());
        if (rows++ == limits.maxRows()) {
            handler.problem(new SourceProblem("source.limit.reached", place, null, "≤ " + limits.maxRows()));
            return false;
        }
        List<SourceProblem> problems = new ArrayList<>();
        if (row.cut()) {
            problems.add(
                    new SourceProblem("source.limit.reached", place, null, "≤ " + limits.maxColumns() + " columns"));
        }
        RawForm raw = new RawForm.Row(rawName, row.number(), String.join("\t", row.cells()));
        if (CsvTable.totals(row.cells()) || section(cells)) {
            String shown = StringUtils.abbreviate(
                    PersonalData.maskedRow(String.join("\t", row.cells())).replace('\t', ' '), 80);
            handler.rejected(new SourceProblem("source.row.noDocument", place, shown, null), raw);
            above.forget();
            return true;
        }
        above.begin();
        List<Field> fields = fields(row, cells, place);
        problems.addAll(above.end());
        handler.record(above.told(mapper.map(new SourceRecord(place, fields, problems, raw, List.of()))));
        return true;
    }

    /** A row with nothing but one cell over several columns is a heading. */
    private static boolean section(@Nullable List<Grid.Cell> cells) {
        if (cells == null) {
            return false;
        }
        List<Grid.Cell> filled = cells.stream().filter(each -> !each.blank()).toList();
        return filled.size() > 1 && filled.stream().distinct().count() == 1;
    }

    private List<Field> fields(Row row, @Nullable List<Grid.Cell> cells, Location place) {
        List<ListHeader.Label> labels = header == null ? List.of() : header;
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < Math.max(labels.size(), row.cells().size()); i++) {
            ListHeader.Label label = i < labels.size() ? labels.get(i) : new ListHeader.Label("", "");
            String value = row.at(i);
            if (label.shown().isEmpty()) {
                if (LegacyText.stripUnseen(value).isEmpty()) {
                    above.value("", place);
                    continue;
                }
                label = new ListHeader.Label("[" + (i + 1) + "]", "[" + (i + 1) + "]");
            }
            Location at = place.at(label.shown(), i + 1);
            String merged = value.isEmpty() ? merged(cells, i, label) : "";
            value = merged.isEmpty() ? above.value(value, at) : above.merged(merged, at);
            fields.add(new Field(at, label.key(), dated(value, label), Rank.CELL, null, null));
        }
        return fields;
    }

    /**
     * The text of a cell that is merged downwards, which the file keeps in its first row alone. What makes a document itself
     * is not said of the next: a title over two rows is one document.
     */
    private String merged(@Nullable List<Grid.Cell> cells, int column, ListHeader.Label label) {
        Component component = aliases.component(label.key());
        boolean own = component == Component.TITLE
                || component == Component.DOCUMENT_NUMBER
                || component == Component.INDEX_NUMBER;
        return own || cells == null || column >= cells.size() || cells.get(column).column != column + 1
                ? ""
                : cells.get(column).text;
    }

    /** A form, or a list whose labels stand in the first column: a record of each row that the engine makes of it. */
    private void turned(TableLayout<Component> layout, List<Row> all, Laid laid) {
        header = ListHeader.of(layout, aliases, shape);
        String text = String.join(
                "\n", all.stream().map(each -> String.join("\t", each.cells())).toList());
        List<TableRow> below = layout.rows();
        for (TableRow each : layout.form() ? below.subList(0, 1) : below) {
            rows++;
            // What stands above such a cell is another field.
            above.forget();
            above.begin();
            List<Field> fields = new ArrayList<>();
            for (int c = 0; c < each.cells().size(); c++) {
                Grid.Cell cell = each.cells().get(c);
                ListHeader.Label label = c < header.size() ? header.get(c) : new ListHeader.Label("", "");
                String said = Dittos.mark(cell.raw) ? cell.raw : cell.text;
                if (!label.shown().isEmpty() || !said.isBlank()) {
                    Location at = origin.atRow(number(cell.row, all, laid)).at(label.shown(), cell.column);
                    fields.add(new Field(at, label.key(), dated(above.value(said, at), label), Rank.CELL, null, null));
                }
            }
            if (layout.form()) {
                layout.aboveHeader().forEach(row -> beside(row, all, laid, fields));
                below.subList(1, below.size()).forEach(row -> beside(row.cells(), all, laid, fields));
            }
            RawForm raw = new RawForm.Row(rawName, all.get(0).number(), text);
            handler.record(
                    above.told(mapper.map(new SourceRecord(layout.place(each), fields, above.end(), raw, List.of()))));
        }
    }

    /** What stands in a form beside labels and values: 备注：… has both in one cell, and the rest has no label. */
    private void beside(List<Grid.Cell> row, List<Row> all, Laid laid, List<Field> fields) {
        for (Grid.Cell cell : row.stream().distinct().toList()) {
            if (cell.blank()) {
                continue;
            }
            Matcher labelled = LABELLED.matcher(cell.text.strip());
            String shown = labelled.matches() ? labelled.group(1) : "[" + cell.column + "]";
            fields.add(new Field(
                    origin.atRow(number(cell.row, all, laid)).at(shown, cell.column),
                    shown,
                    labelled.matches() ? labelled.group(2) : cell.text,
                    Rank.CELL,
                    null,
                    null));
        }
    }

    /** The row of the sheet in which a cell of the laid rows stands. */
    private static int number(int row, List<Row> rows, Laid laid) {
        int at = laid.places().indexOf(row - 1);
        return at < 0 ? row : rows.get(at).number();
    }

    /** A day count without a date's format in a column of dates; the usual epoch is the value reader's business. */
    private String dated(String value, ListHeader.Label label) {
        String count = LegacyText.stripUnseen(value);
        if (epoch == DateText.Epoch.YEAR_1900 || !DAY_COUNT.matcher(count).matches() || count.length() < 5) {
            return value;
        }
        Component component = aliases.component(label.key());
        String day = component == null || ValueReader.expected(component) == null
                ? null
                : SheetNumber.day(new BigDecimal(count), epoch);
        return day == null ? value : day;
    }
}
