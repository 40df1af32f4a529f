package org.gongkai.ingest.assistance;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.source.Location;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * A table with its merged cells spread out: a cell that spans rows or columns stands in each of them, as one object.
 *
 * @param place the table's place in the source
 * @param rows the rows; of different length where the source is ragged
 * @param cut true when the table was larger than allowed and the rest was left out
 */
record Grid(Location place, List<List<Cell>> rows, boolean cut) {

    private static final int MOST_SPAN = 1_000;

    /**
     * A cell.
     *
     * @param text its text, line breaks kept
     * @param row the row in which it begins, counted from 1
     * @param column the column in which it begins, counted from 1
     */
    static final class Cell {
        final String text;
        final int row;
        final int column;

        Cell(String text, int row, int column) {
            this.text = text;
            this.row = row;
            this.column = column;
        }

        boolean blank() {
            return text.isBlank();
        }
    }

    static Grid ofTable(Location place, Element table, int mostRows, int mostColumns) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Element> lines = table.select("tr");
        boolean cut = lines.size() > mostRows;
        for (int r = 0; r < Math.min(lines.size(), mostRows); r++) {
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
                if (column + wide > mostColumns) {
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

    static Grid ofCells(Location place, List<List<String>> texts, boolean cut) {
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
