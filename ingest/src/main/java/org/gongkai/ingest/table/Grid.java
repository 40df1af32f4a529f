package org.gongkai.ingest.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * A table with its merged cells spread out: a cell that spans rows or columns stands in each of them, as one object.
 *
 * @param place the table's place in the source
 * @param rows the rows; of different length where the source is ragged
 * @param cut true when the table was larger than allowed and the rest was left out
 */
public record Grid(Location place, List<List<Cell>> rows, boolean cut) {

    private static final int MOST_SPAN = 1_000;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_TABLES = 500;

    /** A cell. Two cells are the same only when they are one object. */
    public static final class Cell {
        /** Its text, line breaks kept. */
        public final String text;

        /** The row in which it begins, counted from 1. */
        public final int row;

        /** The column in which it begins, counted from 1. */
        public final int column;

        Cell(String text, int row, int column) {
            this.text = text;
            this.row = row;
            this.column = column;
        }

        /**
         * Whether there is nothing in it to see.
         *
         * @return true when there is nothing
         */
        public boolean blank() {
            return text.isBlank();
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
            Elements cells = lines.get(r).select("> td, > th");
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
                Cell cell = new Cell(text(each), r + 1, column + 1);
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
        return new Grid(place, rows, cut);
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
        for (Element each : tables.subList(0, Math.min(tables.size(), MOST_TABLES))) {
            grids.add(ofTable(new Location(name, "table " + (grids.size() + 1), null, null, null), each));
        }
        return new Tables(grids, tables.size() > MOST_TABLES);
    }

    /**
     * A table in comma-separated values.
     *
     * @param name the source's name
     * @param csv the text
     * @return the table
     * @throws IOException when the text cannot be read
     */
    public static Grid ofCsv(String name, Reader csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .skipEmptyLines(false)
                .ofCsvRecord(csv)) {
            for (CsvRecord each : records) {
                List<String> cells = new ArrayList<>(each.getFields());
                if (rows.isEmpty() && !cells.isEmpty()) {
                    cells.set(0, cells.get(0).replace("\uFEFF", ""));
                }
                rows.add(cells);
                if (rows.size() > MOST_ROWS) {
                    break;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return ofRows(Location.of(name), rows);
    }

    /**
     * A table that another reader has taken apart, such as a sheet.
     *
     * @param place the table's place in the source
     * @param rows the texts of the cells, row by row
     * @return the table
     */
    public static Grid ofRows(Location place, List<List<String>> rows) {
        return ofCells(place, rows.subList(0, Math.min(rows.size(), MOST_ROWS)), rows.size() > MOST_ROWS);
    }

    /**
     * What to report of a table that was larger than allowed.
     *
     * @return the problem, or null when nothing was left out
     */
    public @Nullable SourceProblem tooLarge() {
        return cut
                ? new SourceProblem(
                        "source.limit.reached", place, null, MOST_ROWS + " rows, " + MOST_COLUMNS + " columns")
                : null;
    }

    /**
     * The tables of a page.
     *
     * @param grids the tables
     * @param cut true when there were more than allowed
     */
    public record Tables(List<Grid> grids, boolean cut) {

        /**
         * What to report when there were too many.
         *
         * @param source the source's name
         * @return the problem, or null when nothing was left out
         */
        public @Nullable SourceProblem tooMany(String source) {
            return cut
                    ? new SourceProblem("source.limit.reached", Location.of(source), null, MOST_TABLES + " tables")
                    : null;
        }
    }

    private static Grid ofCells(Location place, List<List<String>> texts, boolean cut) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<String> each : texts) {
            List<Cell> row = new ArrayList<>();
            for (String text : each) {
                row.add(new Cell(text, rows.size() + 1, row.size() + 1));
            }
            rows.add(row);
        }
        return new Grid(place, rows, cut);
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
