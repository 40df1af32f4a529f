package org.gongkai.ingest.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a {@link WorkbookReader} finds: the sheets in order, and within each the rows from the top. Rows and
 * columns are counted from 1.
 */
public interface SheetHandler {

    /** Says that day counts of the workbook begin in 1904; to be called before the first sheet, if at all. */
    void countsFrom1904();

    /**
     * Begins a sheet.
     *
     * @param name its name
     * @param hidden whether the workbook does not show it
     * @return whether it is to be read; when not, neither its rows nor its end are handed over
     */
    boolean begin(String name, boolean hidden);

    /**
     * Takes a row.
     *
     * @param number the row; greater than that of the row before
     * @param cells the texts of its cells from the first column on, empty for an empty cell; those after the last may be
     *     missing
     * @param cut whether cells beyond the limit were left out
     * @return whether more rows are wanted
     */
    boolean row(int number, List<String> cells, boolean cut);

    /**
     * Makes the text of a cell that holds a number, as a person sees it: a day as a date, and no {@code .0}. A number of
     * more digits than a spreadsheet keeps is told.
     *
     * @param row the row of the cell
     * @param column its column
     * @param number the number as the file holds it
     * @param format the number of its format; those below 164 are the same in every workbook (ECMA-376-1, 18.8.30)
     * @param pattern the format itself, or null for one that the file does not spell out
     * @return the text
     */
    String number(int row, int column, String number, int format, @Nullable String pattern);

    /**
     * Takes cells that are one, before the rows or after them. Those of a long sheet serve all of its rows only where they
     * come before.
     *
     * @param firstRow the top row
     * @param lastRow the bottom row
     * @param firstColumn the left column
     * @param lastColumn the right column
     */
    void merged(int firstRow, int lastRow, int firstColumn, int lastColumn);

    /**
     * Notes a row that the sheet does not show. It is handed over all the same.
     *
     * @param row the row
     */
    void hiddenRow(int row);

    /**
     * Notes columns that the sheet does not show. They are handed over all the same.
     *
     * @param first the first of them
     * @param last the last
     */
    void hiddenColumns(int first, int last);

    /** Ends the sheet. */
    void end();
}
