package org.gongkai.ingest.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gongkai.core.Repair;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.ProgramText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A table with its merged cells spread out: a cell that spans rows or columns stands in each of them, as one object.
 *
 * @param place the table's place in the source
 * @param rows the rows; of different length where the source is ragged
 * @param problems what could not be read: rows and columns beyond the limit, a quote that is never closed
 * @param above the texts that stand before the table and are no cells, such as its caption or 单位：元; the farthest first
 * @param flat whether the source cannot say which cells are merged, as plain text
 * @param before how many rows of the table came before these, which were handed on already; 0 for a whole table
 * @param names how many of the first rows hold the names of values and are no rows of the source, as of objects of JSON; 0
 *     for a table
 */
public record Grid(
        Location place,
        List<List<Cell>> rows,
        List<SourceProblem> problems,
        List<Line> above,
        boolean flat,
        int before,
        int names) {

    /** The most rows that are taken: tables of notices are small, and what is larger is cut and reported. */
    public static final int MOST_ROWS = 20_000;

    /** The most cells that are taken of a row. */
    public static final int MOST_COLUMNS = 200;

    /** The most characters that are taken of a table in text form or of a sheet. */
    public static final int MOST_CHARACTERS = 16 << 20;

    /** How many rows of a long table are taken at a time. */
    public static final int PART_ROWS = 2_000;

    /** Asked of each row and each cell, and so read once. */
    private static final Evaluator CELLS = Selector.evaluatorOf("> td, > th");

    private static final Evaluator LINKS = Selector.evaluatorOf("a[href]");

    private static final int MOST_SPAN = 1_000;
    private static final int MOST_TABLES = 500;
    /** How many paragraphs before a table are looked at, and how long one may be: further up stands the notice itself. */
    private static final int MOST_LINES = 12;

    private static final int LONGEST_LINE = 200;
    private static final int MOST_WRAPPERS = 4;
    /** A longer cell of a form, in characters, is no label. */
    private static final int LONGEST_LABEL = 20;
    /** What stands above the values of a form, beside 项目 or 名称 above its labels. */
    private static final Set<String> OVER_VALUES = Set.of("内容", "具体内容", "填写内容", "信息内容", "详细内容", "详情", "值");

    /** A label and two values. */
    private static final int LEAST_LYING = 3;

    private static final int SAMPLE = 1 << 14;
    private static final char[] DELIMITERS = {',', '\t', ';', '|'};

    /**
     * A text above a table.
     *
     * @param text the text
     * @param place where it stands
     * @param cell the cell that holds it, or null when it stands outside of the table
     */
    public record Line(
            String text, Location place, @Nullable Cell cell) {}

    /** A cell. Two cells are the same only when they are one object. */
    public static final class Cell {
        /** Its text, line breaks kept, as it was meant; empty for a word by which a program says that it has no value. */
        public final String text;

        /** Its text as it stands in the source. */
        public final String raw;

        /** What was done to the text as it stands, empty for most. */
        public final List<Repair> repairs;

        /** The row in which it begins, counted from 1. */
        public final int row;

        /** The column in which it begins, counted from 1. */
        public final int column;

        /** Where the links in it lead, as the page writes it; empty outside of pages. */
        public final List<String> links;

        /** Whether it is merged with a cell of an earlier part, in whose account it is. */
        final boolean goesOn;

        Cell(String text, int row, int column) {
            this(text, row, column, List.of());
        }

        /**
         * A blank that a source does not hold, such as those at the end of a row of a workbook.
         *
         * @param row the row, counted from 1
         * @param column the column, counted from 1
         * @return the cell, which is in no table
         */
        public static Cell blank(int row, int column) {
            return new Cell("", row, column);
        }

        Cell(String text, int row, int column, List<String> links) {
            ProgramText.Decoded meant = ProgramText.decode(text);
            boolean absent = ProgramText.absent(meant.text());
            this.text = absent ? "" : meant.text();
            this.raw = text;
            this.repairs = absent ? List.of(Repair.NULL_TOKEN) : meant.repairs();
            this.row = row;
            this.column = column;
            this.links = List.copyOf(links);
            this.goesOn = false;
        }

        private Cell(Cell cell, String text, List<Repair> repairs, List<String> links, boolean goesOn) {
            this.text = text;
            this.raw = cell.raw;
            this.repairs = repairs;
            this.row = cell.row;
            this.column = cell.column;
            this.links = links;
            this.goesOn = goesOn;
        }

        /** This cell, which says that it is as the one above. */
        Cell sameAs(@Nullable Cell above) {
            return new Cell(
                    this,
                    above == null ? "" : above.text,
                    List.of(Repair.SAME_AS_ABOVE),
                    above == null ? List.of() : above.links,
                    goesOn);
        }

        /** This cell in the next part of its table, where nothing is told of it again. */
        Cell goingOn() {
            return new Cell(this, text, repairs, links, true);
        }

        /** Whether it says that it is as the one above, where nothing stands. */
        boolean lost() {
            return text.isEmpty() && repairs.contains(Repair.SAME_AS_ABOVE);
        }

        /**
         * Whether there is nothing in it to see.
         *
         * @return true when there is nothing
         */
        public boolean blank() {
            return text.isBlank();
        }

        /**
         * Whether a program wrote that there is no value, which is more than nothing.
         *
         * @return true when it did
         */
        public boolean absent() {
            return repairs.contains(Repair.NULL_TOKEN);
        }
    }

    /** This table with other rows. */
    Grid with(List<List<Cell>> others) {
        return new Grid(place, others, problems, above, flat, before, names);
    }

    /**
     * The first rows of the table, those of names aside.
     *
     * @param count how many
     * @return a table with them and what stands above
     */
    public Grid head(int count) {
        return new Grid(
                place, rows.subList(0, Math.min(names + count, rows.size())), List.of(), above, flat, before, names);
    }

    /**
     * Some rows of a sheet that holds several tables.
     *
     * @param from the first row, counted from 0
     * @param until the row behind the last
     * @return a table with them; what stands above it and what could not be read go with the first
     */
    public Grid rows(int from, int until) {
        boolean first = from == 0;
        return new Grid(
                place,
                rows.subList(from, until),
                first ? problems : List.of(),
                first ? above : List.of(),
                flat,
                before,
                names);
    }

    /**
     * The text of a cell.
     *
     * @param row the row, counted from 0
     * @param column the column, counted from 0
     * @return the text, empty where the row ends before the column
     */
    public String text(int row, int column) {
        List<Cell> cells = rows.get(row);
        return column < cells.size() ? cells.get(column).text : "";
    }

    /**
     * The row of the source in which a row stands.
     *
     * @param row the row, counted from 0
     * @return the row in the source, counted from 1
     */
    public int sourceRow(int row) {
        return names > 0 && !rows.get(row).isEmpty() ? rows.get(row).get(0).row : before + row + 1;
    }

    /**
     * The rows that stand in a row of the source: several for an object of JSON with a list of objects in it.
     *
     * @param sourceRow the row in the source, counted from 1
     * @return the rows, empty when there is none
     */
    public List<List<Cell>> rowsAt(int sourceRow) {
        if (names > 0) {
            return IntStream.range(names, rows.size())
                    .filter(each -> sourceRow(each) == sourceRow)
                    .mapToObj(rows::get)
                    .toList();
        }
        int row = sourceRow - 1 - before;
        return row >= 0 && row < rows.size() ? List.of(rows.get(row)) : List.of();
    }

    /**
     * How many cells the longest of some rows has.
     *
     * @param first the first row, counted from 0
     * @param end the row behind the last
     * @return the count
     */
    public int width(int first, int end) {
        return rows.subList(first, end).stream().mapToInt(List::size).max().orElse(0);
    }

    /**
     * Whether a row has no more than one cell with something in it, however wide, as a caption has.
     *
     * @param row the row, counted from 0
     * @return true when it has
     */
    public boolean caption(int row) {
        Cell only = null;
        for (Cell each : rows.get(row)) {
            if (only != null && each != only && !each.blank()) {
                return false;
            }
            only = each.blank() ? only : each;
        }
        return true;
    }

    /**
     * Cells that are one in a sheet.
     *
     * @param firstRow the first row, counted from 1
     * @param lastRow the last row
     * @param firstColumn the first column, counted from 1
     * @param lastColumn the last column
     */
    public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        /**
         * Puts the merged cell into the blank cells of a row over which it stands.
         *
         * @param row the cells of the row; grows where it ends before
         * @param cell the merged cell
         * @param number the row in the source, counted from 1
         */
        public void spread(List<Cell> row, Cell cell, int number) {
            for (int c = firstColumn - 1; c < Math.min(lastColumn, MOST_COLUMNS); c++) {
                while (row.size() <= c) {
                    row.add(new Cell("", number, row.size() + 1));
                }
                if (row.get(c).blank()) {
                    row.set(c, cell);
                }
            }
        }
    }

    private static Grid ofTable(Location place, Element table) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Element> lines = table.select("tr");
        boolean cut = lines.size() > MOST_ROWS;
        for (int r = 0; r < Math.min(lines.size(), MOST_ROWS); r++) {
            rows.add(new ArrayList<>());
        }
        for (int r = 0; r < rows.size(); r++) {
            int column = 0;
            Elements cells = lines.get(r).select(CELLS);
            for (Element each : cells) {
                while (column < rows.get(r).size() && rows.get(r).get(column) != null) {
                    column++;
                }
                int wide = span(each, "colspan");
                int high = span(each, "rowspan");
                if (column + wide > MOST_COLUMNS) {
                    cut = true;
                    break;
                }
                Cell cell = new Cell(
                        text(each), r + 1, column + 1, each.select(LINKS).eachAttr("href"));
                for (int down = r; down < Math.min(r + high, rows.size()); down++) {
                    List<Cell> line = rows.get(down);
                    for (int right = column; right < column + wide; right++) {
                        while (line.size() <= right) {
                            line.add(null);
                        }
                        if (line.get(right) == null) {
                            line.set(right, cell);
                        }
                    }
                }
                column += wide;
            }
        }
        fillHoles(rows);
        return new Grid(place, rows, cut ? List.of(tooLarge(place)) : List.of(), linesAbove(place, table), false, 0, 0);
    }

    /** The caption of a table and the short paragraphs before it, up to a table or the beginning of its part of the page. */
    private static List<Line> linesAbove(Location place, Element table) {
        List<Line> lines = new ArrayList<>();
        Element caption = table.selectFirst("> caption");
        if (caption != null) {
            lines.add(new Line(text(caption), place, null));
        }
        Element from = table;
        for (int i = 0; i < MOST_WRAPPERS && from.previousElementSibling() == null && from.parent() != null; i++) {
            from = from.parent();
        }
        Element before = from.previousElementSibling();
        for (int i = 0; i < MOST_LINES && before != null && before.selectFirst("table") == null; i++) {
            String text = text(before);
            if (text.length() > LONGEST_LINE) {
                break;
            }
            if (!text.isEmpty()) {
                lines.add(new Line(text, place, null));
            }
            before = before.previousElementSibling();
        }
        Collections.reverse(lines);
        return lines;
    }

    /** The table with rows and columns exchanged; its cells keep their places. */
    Grid turn() {
        List<List<Cell>> turned = new ArrayList<>();
        for (int c = 0; c < width(0, rows.size()); c++) {
            List<Cell> column = new ArrayList<>();
            for (int r = 0; r < rows.size(); r++) {
                column.add(c < rows.get(r).size() ? rows.get(r).get(c) : new Cell("", r + 1, c + 1));
            }
            turned.add(column);
        }
        return new Grid(place, turned, problems, above, flat, 0, 0);
    }

    /**
     * The labels of a form in one row and its values in another: a table in whose rows labels and values take turns. What
     * stands above the first such row stays above, what is no label and no value stands below.
     *
     * @param label whether a text is a label
     * @param value whether a text is a value that no label is
     * @return the two rows and the others; null when the table is no form
     */
    @Nullable
    Grid form(Predicate<String> label, Predicate<String> value) {
        List<Cell> labels = new ArrayList<>();
        List<Cell> values = new ArrayList<>();
        List<List<Cell>> before = new ArrayList<>();
        List<List<Cell>> after = new ArrayList<>();
        int pairs = 0;
        int others = 0;
        for (List<Cell> row : rows) {
            List<Cell> cells = once(row);
            if (pairs == 0
                    && cells.size() == 2
                    && OVER_VALUES.contains(cells.get(1).text.strip())) {
                before.add(row);
                continue;
            }
            boolean known = pairs(cells, label, value, false);
            if (known || pairs > 0 && pairs(cells, label, value, true)) {
                for (int c = 0; c + 1 < cells.size(); c += 2) {
                    labels.add(cells.get(c));
                    values.add(cells.get(c + 1));
                }
            } else {
                (pairs == 0 ? before : after).add(row);
            }
            if (!known && pairs == 0 && header(cells, label)) {
                return null;
            }
            // A title with a known word and nothing beside it is no sign of a form.
            pairs += known && cells.stream().filter(each -> !each.blank()).count() > 1 ? 1 : 0;
            others += !known && cells.stream().filter(each -> !each.blank()).count() > 1 ? 1 : 0;
        }
        if (pairs < 2 || pairs <= 2 * others || lies(label)) {
            return null;
        }
        before.add(labels);
        before.add(values);
        before.addAll(after);
        return new Grid(place, before, problems, above, flat, 0, 0);
    }

    /** Whether most cells of a row are labels side by side: what stands below it are values, whatever words they are. */
    private static boolean header(List<Cell> cells, Predicate<String> label) {
        long labels = cells.stream()
                .filter(each -> each.text.length() <= LONGEST_LABEL && label.test(each.text))
                .count();
        return cells.size() >= LEAST_LYING && labels * 2 > cells.size();
    }

    /**
     * Whether labels stand in the first column alone, before two values or more in every row: such a table lies on its side. In a form
     * that is as wide, labels stand behind values; a remark that is called like a label makes none.
     */
    private boolean lies(Predicate<String> label) {
        int wide = 0;
        int labelled = 0;
        for (List<Cell> row : rows) {
            List<Cell> cells = once(row);
            long filled = cells.stream().filter(each -> !each.blank()).count();
            if (filled > 1 && cells.size() < LEAST_LYING) {
                return false;
            }
            if (filled >= LEAST_LYING) {
                wide++;
                labelled += cells.stream().skip(1).anyMatch(each -> label.test(each.text)) ? 1 : 0;
            }
        }
        return wide > 1 && labelled * LEAST_LYING <= wide;
    }

    /**
     * Whether cells are labels and values in turn: a label is known, none is a value, and no value is a label. Within a form
     * two cells alone are a label and its value though nobody knows the label.
     */
    private static boolean pairs(List<Cell> cells, Predicate<String> label, Predicate<String> value, boolean within) {
        if (cells.size() < 2 || cells.size() % 2 != 0) {
            return false;
        }
        boolean known = within && cells.size() == 2 && !cells.get(1).blank();
        for (int c = 0; c + 1 < cells.size(); c += 2) {
            Cell left = cells.get(c);
            Cell right = cells.get(c + 1);
            known |= label.test(left.text);
            boolean unnamed = left.blank() && !right.blank() || left.text.length() > LONGEST_LABEL;
            boolean labelled = right.text.length() <= LONGEST_LABEL && label.test(right.text);
            if (unnamed || labelled || value.test(left.text)) {
                return false;
            }
        }
        return known;
    }

    private static List<Cell> once(List<Cell> row) {
        List<Cell> cells = new ArrayList<>();
        for (Cell each : row) {
            if (cells.isEmpty() || cells.get(cells.size() - 1) != each) {
                cells.add(each);
            }
        }
        while (!cells.isEmpty()
                && cells.size() > 2
                && cells.get(cells.size() - 1).blank()
                && cells.get(cells.size() - 2).blank()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    /**
     * The tables of a page that hold no other table.
     *
     * @param name the source's name
     * @param html the page
     * @return the tables, at most a fixed number of them
     */
    public static Tables ofHtml(String name, String html) {
        List<Grid> grids = new ArrayList<>();
        List<Element> tables = Jsoup.parse(html).select("table:not(:has(table))");
        int rows = 0;
        for (Element each : tables) {
            if (grids.size() == MOST_TABLES || rows > MOST_ROWS) {
                return new Tables(
                        grids,
                        List.of(new SourceProblem(
                                "source.limit.reached",
                                Location.of(name),
                                null,
                                MOST_TABLES + " tables, " + MOST_ROWS + " rows")));
            }
            Grid grid = ofTable(new Location(name, "table " + (grids.size() + 1), null, null, null), each);
            grids.add(grid);
            rows += grid.rows().size();
        }
        return new Tables(grids, List.of());
    }

    /**
     * A table in text form. Which of comma, tab, semicolon and bar parts the cells is seen from the first lines.
     *
     * @param name the source's name
     * @param csv the text
     * @return the table; what stands after a quote that is never closed is not in it, and {@link #problems()} says so
     * @throws IOException when the text cannot be read
     */
    public static Grid ofCsv(String name, Reader csv) throws IOException {
        List<Grid> whole = new ArrayList<>();
        inParts(name, csv, (part, last) -> {
            if (last) {
                whole.add(part);
            }
            return part.rows.size();
        });
        return whole.get(0);
    }

    /**
     * A table in text form of any length, a fixed number of rows at a time.
     *
     * @param name the source's name
     * @param csv the text
     * @param parts takes the parts, the first with the header of the table; it is called at least once
     * @throws IOException when the text cannot be read
     */
    public static void inParts(String name, Reader csv, PartedRows.Taker parts) throws IOException {
        List<SourceProblem> problems = new ArrayList<>();
        BufferedReader text = new BufferedReader(csv, SAMPLE);
        Location place = Location.of(name);
        PartedRows rows = new PartedRows(place, List.of(), parts);
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(delimiter(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .skipEmptyLines(false)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(MOST_CHARACTERS)
                                .maxRecordSize(MOST_CHARACTERS)
                                .build(),
                        text)) {
            for (CsvRecord each : records) {
                List<String> cells = new ArrayList<>(each.getFields());
                if (rows.count() == 0 && !cells.isEmpty()) {
                    cells.set(0, cells.get(0).replace("\uFEFF", ""));
                }
                if (!rows.add(cells)) {
                    break;
                }
            }
        } catch (CsvParseException malformed) {
            problems.add(
                    new SourceProblem("source.csv.malformed", place.atRow(rows.count() + 1), reason(malformed), null));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        rows.end(problems);
    }

    private static String reason(Throwable malformed) {
        Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
        return String.valueOf(cause.getMessage());
    }

    /** The character that stands, outside quotes, in the most of the first lines. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(SAMPLE);
        char[] sample = new char[SAMPLE];
        int length = 0;
        for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(0, read)) {
            read = text.read(sample, length, SAMPLE - length);
        }
        text.reset();
        char best = DELIMITERS[0];
        int most = 0;
        for (char each : DELIMITERS) {
            int lines = 0;
            boolean quoted = false;
            boolean counted = false;
            for (int i = 0; i < length; i++) {
                quoted ^= sample[i] == '"';
                if (sample[i] == '\n' && !quoted) {
                    counted = false;
                } else if (sample[i] == each && !quoted && !counted) {
                    counted = true;
                    lines++;
                }
            }
            if (lines > most) {
                most = lines;
                best = each;
            }
        }
        return best;
    }

    /**
     * A table that another reader has taken apart.
     *
     * @param place the table's place in the source
     * @param rows the texts of the cells, row by row
     * @return the table
     */
    public static Grid ofRows(Location place, List<List<String>> rows) {
        return ofSheet(place, rows, List.of());
    }

    /**
     * A sheet of a workbook.
     *
     * @param place the sheet's place in the source
     * @param rows the texts of the cells, row by row; of merged cells only the first has the text
     * @param merges the cells that are one
     * @return the table
     */
    public static Grid ofSheet(Location place, List<List<String>> rows, List<Merge> merges) {
        return ofSheet(place, rows, merges, MOST_COLUMNS);
    }

    /**
     * The first rows of a sheet, which may be wider than tables of notices are.
     *
     * @param place the sheet's place in the source
     * @param rows the texts of the cells, row by row; of merged cells only the first has the text
     * @param merges the cells that are one
     * @param columns the most cells that are taken of a row
     * @return the table
     */
    public static Grid ofSheet(Location place, List<List<String>> rows, List<Merge> merges, int columns) {
        Grid grid = ofCells(
                place,
                rows.subList(0, Math.min(rows.size(), MOST_ROWS)),
                rows.size() > MOST_ROWS ? List.of(tooLarge(place)) : List.of(),
                merges.isEmpty(),
                columns,
                0);
        merges.forEach(each -> grid.merge(each, each.firstRow()));
        return grid;
    }

    /** The table with what else could not be read of it. */
    Grid told(List<SourceProblem> more) {
        List<SourceProblem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Grid(place, rows, List.copyOf(all), above, flat, before, names);
    }

    /**
     * Rows of a long table, whose merged cells are not known yet.
     *
     * @param place the sheet's place in the source
     * @param rows the texts of the cells, row by row
     * @param before how many rows of the sheet came before these
     * @return the part
     */
    public static Grid part(Location place, List<List<String>> rows, int before) {
        return ofCells(place, rows, List.of(), false, MOST_COLUMNS, before);
    }

    /**
     * The rows of a long sheet that follow this part.
     *
     * @param texts the texts of the cells, row by row
     * @param merges the cells that are one, of all of the sheet; such a cell of this part goes on in the next
     * @return the part
     */
    public Grid next(List<List<String>> texts, List<Merge> merges) {
        int end = before + rows.size();
        Grid next = part(place, texts, end);
        List<Cell> last = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
        for (Merge each : merges) {
            boolean goesOn = each.firstRow() <= end && each.lastRow() > end;
            if (goesOn && each.firstColumn() <= last.size() && next.rows.size() > 0) {
                next.spread(each, last.get(each.firstColumn() - 1).goingOn(), end + 1);
            } else if (each.firstRow() > end) {
                next.merge(each, each.firstRow());
            }
        }
        return next;
    }

    /** The cell in which a merge begins is spread out from there. */
    private void merge(Merge merge, int from) {
        if (from > before + rows.size()) {
            return;
        }
        List<Cell> first = rows.get(from - before - 1);
        if (merge.firstColumn() <= first.size()) {
            spread(merge, first.get(merge.firstColumn() - 1), from);
        }
    }

    private void spread(Merge merge, Cell cell, int from) {
        if (cell.blank()) {
            // Nothing to spread out: frames are often merged for their looks.
            return;
        }
        for (int r = from; r <= Math.min(merge.lastRow(), before + rows.size()); r++) {
            merge.spread(rows.get(r - before - 1), cell, r);
        }
    }

    /**
     * A table that is larger than one that is taken whole may be.
     *
     * @param place the table's place in the source
     * @return the problem {@code source.limit.reached}
     */
    public static SourceProblem tooLarge(Location place) {
        return new SourceProblem(
                "source.limit.reached", place, null, MOST_ROWS + " rows, " + MOST_COLUMNS + " columns");
    }

    /**
     * The tables of a page.
     *
     * @param grids the tables
     * @param problems what was left out
     */
    public record Tables(List<Grid> grids, List<SourceProblem> problems) {}

    private static Grid ofCells(
            Location place,
            List<List<String>> texts,
            List<SourceProblem> problems,
            boolean flat,
            int columns,
            int before) {
        List<List<Cell>> rows = new ArrayList<>();
        boolean wide = false;
        for (List<String> each : texts) {
            List<Cell> row = new ArrayList<>();
            for (String text : each.subList(0, Math.min(each.size(), columns))) {
                row.add(new Cell(text, before + rows.size() + 1, row.size() + 1));
            }
            wide |= each.size() > columns;
            rows.add(row);
        }
        List<SourceProblem> all = new ArrayList<>(problems);
        if (wide && all.isEmpty()) {
            all.add(tooLarge(place));
        }
        return new Grid(place, rows, List.copyOf(all), List.of(), flat, before, 0);
    }

    private static void fillHoles(List<List<Cell>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (rows.get(r).get(c) == null) {
                    rows.get(r).set(c, new Cell("", r + 1, c + 1));
                }
            }
        }
    }

    private static int span(Element cell, String attribute) {
        try {
            return Math.max(
                    1, Math.min(MOST_SPAN, Integer.parseInt(cell.attr(attribute).strip())));
        } catch (NumberFormatException e) {
            // Browsers take a span that is no number as one.
            return 1;
        }
    }

    // The text with the breaks that a reader sees; amounts of several grades often stand on lines of their own.
    private static String text(Element cell) {
        return cell.wholeText().isBlank() ? "" : lines(cell).strip();
    }

    private static String lines(Element cell) {
        Element copy = cell.clone();
        copy.select("br, p, div, li").forEach(each -> each.after("\n"));
        return copy.wholeText()
                .replaceAll("[ \\t\\x0B\\f\\r\\u00A0\\u3000]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n");
    }
}
