package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.workbook.SheetHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads the tables of a page that goes by the name of a workbook, as programs write them that export to "Excel". */
final class HtmlWorkbook {

    private static final int WIDEST_SPAN = 1_000;

    private final Limits limits;
    private final SheetHandler handler;

    HtmlWorkbook(Limits limits, SheetHandler handler) {
        this.limits = limits;
        this.handler = handler;
    }

    /** Each table that holds no other is a sheet. */
    void read(String page) {
        int number = 0;
        for (Element table : Jsoup.parse(page).select("table:not(:has(table))")) {
            if (handler.begin("table " + ++number, false)) {
                read(table);
                handler.end();
            }
        }
    }

    private void read(Element table) {
        List<int[]> merges = new ArrayList<>();
        /* For each column the row through which a cell from above reaches. */
        List<Integer> reach = new ArrayList<>();
        int row = 0;
        for (Element tr : table.select("tr")) {
            row++;
            List<String> cells = new ArrayList<>();
            for (Element cell : tr.select("> td, > th")) {
                while (cells.size() < reach.size() && reach.get(cells.size()) >= row) {
                    cells.add("");
                }
                int[] area = area(cell, row, cells.size() + 1);
                if (area[0] < area[1] || area[2] < area[3]) {
                    merges.add(area);
                }
                cells.add(StringUtils.truncate(cell.wholeText().isBlank() ? "" : cell.text(), limits.maxCellLength()));
                while (cells.size() < area[3]) {
                    cells.add("");
                }
                for (int column = area[2]; column <= area[3]; column++) {
                    while (reach.size() < column) {
                        reach.add(0);
                    }
                    reach.set(column - 1, area[1]);
                }
            }
            boolean cut = cells.size() > limits.maxColumns();
            if (!handler.row(row, cut ? cells.subList(0, limits.maxColumns()) : cells, cut)) {
                break;
            }
        }
        merges.forEach(each -> handler.merged(each[0], each[1], each[2], each[3]));
    }

    /** First and last row, first and last column. */
    private static int[] area(Element cell, int row, int column) {
        return new int[] {row, row + span(cell, "rowspan") - 1, column, column + span(cell, "colspan") - 1};
    }

    private static int span(Element cell, String attribute) {
        String text = cell.attr(attribute).strip();
        return StringUtils.isNumeric(text) && text.length() < 6
                ? Math.max(1, Math.min(WIDEST_SPAN, Integer.parseInt(text)))
                : 1;
    }
}
