package org.gongkai.ingest;

import java.util.List;

/**
 * What a test writes as a workbook, in each form.
 *
 * @param rows the rows of its one sheet, 表: texts, numbers and {@linkplain Shown numbers or days under a format}
 * @param merged the cells that are one, such as {@code A1:B2}
 * @param hiddenRow a row that is not shown, counted from 1; 0 for none
 * @param hiddenColumn a column that is not shown, counted from 1; 0 for none
 * @param draft the only cell of a hidden sheet behind it, or null for none
 */
public record WrittenBook(
        List<? extends List<?>> rows, List<String> merged, int hiddenRow, int hiddenColumn, String draft) {

    public static final String SHEET = "表";

    /** A number or a {@link java.time.LocalDate}, and the format of its cell. */
    public record Shown(Object value, String format) {}

    public static WrittenBook of(List<? extends List<?>> rows, String... merged) {
        return new WrittenBook(rows, List.of(merged), 0, 0, null);
    }

    /** The corners of merged cells, counted from 0: first row, first column, last row, last column. */
    public static int[] corners(String range) {
        int colon = range.indexOf(':');
        return new int[] {
            Integer.parseInt(range.substring(1, colon)) - 1,
            range.charAt(0) - 'A',
            Integer.parseInt(range.substring(colon + 2)) - 1,
            range.charAt(colon + 1) - 'A'
        };
    }
}
