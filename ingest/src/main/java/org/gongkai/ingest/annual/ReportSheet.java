package org.gongkai.ingest.annual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/**
 * A grid that may hold a whole report, parted into its tables and the text above, between and below them. A heading of a section ends a
 * table; a line of one cell is text unless it is a label beside the rows of a table.
 *
 * @param grid the whole grid
 * @param parts its tables and what stands between them, in order: each row is in one of them
 * @param text its lines of text, in order, with the texts above the grid first; a long text within a table is one of them
 */
record ReportSheet(Grid grid, List<Part> parts, List<Line> text) {

    /** A longer cell, in characters, is no label. */
    private static final int LONGEST_LABEL = 80;

    private static final String ARTICLE = "第二十条";
    private static final Pattern TABLE = Pattern.compile("附?表[二三四2-4]");
    private static final String SENTENCE = "。；;!！?？";

    private static final List<FormLabels> FORMS =
            ReportForm.all().stream().map(FormLabels::new).toList();

    /**
     * A line of text.
     *
     * @param text the line
     * @param cell the cell that holds it, or null where it is no cell
     */
    record Line(String text, Grid.@Nullable Cell cell) {
        static Line of(String text) {
            return new Line(text, null);
        }
    }

    /**
     * Rows that follow one another.
     *
     * @param rows the rows
     * @param table whether they may be a table, and not text
     */
    record Part(Grid rows, boolean table) {}

    /** What a row is, by itself. */
    private enum Row {
        BLANK,
        /** A line of text that heads a section. */
        HEADING,
        /** Another line of text. */
        TEXT,
        /** A label without figures, which is text where no table is beside it. */
        LABEL,
        TABLE
    }

    static ReportSheet of(Grid grid) {
        List<Line> text = new ArrayList<>();
        grid.above().forEach(each -> text.add(new Line(each.text(), each.cell())));
        List<Part> parts = new ArrayList<>();
        if (grid.names() > 0) {
            // Objects of JSON, not lines of a sheet.
            return new ReportSheet(grid, List.of(new Part(grid, true)), text);
        }
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < grid.rows().size(); r++) {
            rows.add(row(grid, r));
        }
        int from = 0;
        while (from < rows.size()) {
            int end = from + 1;
            while (end < rows.size() && rows.get(end) != Row.HEADING) {
                end++;
            }
            section(grid, rows, from, end, parts, text);
            from = end;
        }
        return new ReportSheet(grid, parts, text);
    }

    /** Parts the rows from one heading to the next: text, a table, text. */
    private static void section(Grid grid, List<Row> rows, int from, int end, List<Part> parts, List<Line> text) {
        int first = from;
        while (first < end && rows.get(first) != Row.TABLE) {
            first++;
        }
        int last = end;
        while (last > first && rows.get(last - 1) != Row.TABLE) {
            last--;
        }
        if (first < last) {
            while (first > from && beside(rows.get(first - 1))) {
                first--;
            }
            while (last < end && beside(rows.get(last))) {
                last++;
            }
        }
        part(grid, from, first, false, parts);
        part(grid, first, last, true, parts);
        part(grid, last, end, false, parts);
        for (int r = from; r < end; r++) {
            boolean within = r >= first && r < last;
            Grid.Cell cell = grid.caption(r) ? only(grid.rows().get(r)) : null;
            if (cell != null && (!within || cell.text.length() > LONGEST_LABEL)) {
                cell.text.lines().forEach(each -> text.add(new Line(each, cell)));
            }
        }
    }

    private static void part(Grid grid, int from, int end, boolean table, List<Part> parts) {
        if (from < end) {
            parts.add(new Part(grid.rows(from, end), table));
        }
    }

    /** Whether it is text alone, with a heading of a section in it. */
    boolean written() {
        return !tabled() && text.stream().anyMatch(each -> ReportPage.heads(each.text()));
    }

    /** Whether it may hold tables. */
    boolean tabled() {
        return parts.stream().anyMatch(Part::table);
    }

    private static boolean beside(Row row) {
        return row == Row.LABEL || row == Row.BLANK;
    }

    private static Row row(Grid grid, int r) {
        if (!grid.caption(r)) {
            return Row.TABLE;
        }
        Grid.Cell cell = only(grid.rows().get(r));
        if (cell == null) {
            return Row.BLANK;
        }
        if (FORMS.stream().anyMatch(each -> names(each, cell.text))) {
            return Row.LABEL;
        }
        if (cell.text.lines().anyMatch(ReportPage::heads)) {
            return Row.HEADING;
        }
        if (ReportDraft.number(cell) && cell.text.chars().anyMatch(Character::isDigit)) {
            // 无 may be all that a section says.
            return Row.TABLE;
        }
        return FORMS.stream().anyMatch(each -> nearly(each, cell.text)) ? Row.LABEL : Row.TEXT;
    }

    private static Grid.@Nullable Cell only(List<Grid.Cell> row) {
        return row.stream().filter(each -> !each.blank()).findFirst().orElse(null);
    }

    /** Whether a text is a label of the form, of a row or a column or above them. */
    private static boolean names(FormLabels labels, String text) {
        String core = text.length() > LONGEST_LABEL ? "" : FormLabels.core(text);
        return !core.isEmpty()
                && (TABLE.matcher(core).matches()
                        || core.startsWith(ARTICLE) && core.length() <= ARTICLE.length() + "第一项".length()
                        || labels.form().rows().stream().anyMatch(each -> named(each, core, text)));
    }

    private static boolean named(FormRow row, String core, String text) {
        return core.equals(FormLabels.core(row.label()))
                || core.equals(FormLabels.core(row.name()))
                || FormLabels.column(row.columns(), text) >= 0;
    }

    /** Whether a text that is numbered as labels are says what one of table 3 says, and is no sentence. */
    private static boolean nearly(FormLabels labels, String text) {
        String bare = LegacyText.withoutBlanks(text);
        return bare.chars().noneMatch(each -> SENTENCE.indexOf(each) >= 0)
                && FormLabels.numbered(bare)
                && labels.row(ReportTable.REQUESTS, bare) != null;
    }
}
