package org.gongkai.core.text;

import java.util.List;

/**
 * Texts in files that spreadsheet programs open (CSV, TSV, .xlsx). Such a program runs a cell as a formula when it begins
 * with {@code = + - @}, their full-width forms, a tab, or a line break; some pass over blanks and characters that are not
 * seen in front of these, and what came through an address or a pipe has {@code %0A} or {@code |} there. An apostrophe in front keeps the cell a text.
 *
 * <pre>{@code
 * SpreadsheetCell.guarded("=1+1");   // '=1+1
 * SpreadsheetCell.guarded("-12.5");  // -12.5
 * SpreadsheetCell.unguarded("'=1+1");     // =1+1
 * }</pre>
 *
 * <p>A cell that begins with apostrophes followed by one of these gets one more, so {@link #unguarded} gives back any text that
 * {@link #guarded} was given. Plain numbers and telephone numbers, which no program can harm with, stay as they are:
 * {@code -12.5}, {@code +86 532-88996769}.
 */
public final class SpreadsheetCell {

    /** A tab and the ends of a line as an address has them. */
    private static final List<String> BREAKS = List.of("%09", "%0A", "%0D");

    private static final String FORMULA = "=+-@＝＋－＠\t\r\n";

    private SpreadsheetCell() {}

    /**
     * The text as a cell may hold it.
     *
     * @param text the text, not null
     * @return the text with an apostrophe in front, or the same object when nothing had to be done
     */
    public static String guarded(String text) {
        return runs(text) ? '\'' + text : text;
    }

    /**
     * The text that a cell was made of.
     *
     * @param cell the cell, not null
     * @return the cell without the apostrophe that {@link #guarded} put in front, or the same object when there is none
     */
    public static String unguarded(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && runs(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean runs(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        for (int next = passedOver(text, start); next > start; next = passedOver(text, start)) {
            start = next;
        }
        return start < text.length() && FORMULA.indexOf(text.charAt(start)) >= 0 && !plainNumber(text);
    }

    /** The place behind what a program passes over in front of a formula, or the same place. */
    private static int passedOver(String text, int start) {
        if (start == text.length() || FORMULA.indexOf(text.charAt(start)) >= 0) {
            return start;
        }
        char each = text.charAt(start);
        if (each == '|' || each == '｜' || !LegacyText.shows(each)) {
            return start + 1;
        }
        boolean encoded = each == '%'
                && BREAKS.stream().anyMatch(code -> text.regionMatches(true, start, code, 0, code.length()));
        return encoded ? start + "%0A".length() : start;
    }

    /** Whether a text is a sign and digits, in groups with one blank, dot or dash between them: no formula. */
    private static boolean plainNumber(String text) {
        boolean signed = text.length() > 1 && (text.charAt(0) == '+' || text.charAt(0) == '-');
        boolean digit = false;
        for (int i = 1; signed && i < text.length(); i++) {
            char each = text.charAt(i);
            boolean before = digit;
            digit = each >= '0' && each <= '9';
            signed = digit || before && " .-".indexOf(each) >= 0;
        }
        return signed && digit;
    }
}
