package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows apart that databases wrote with backslashes: line breaks, separators and quotes within a cell have one before
 * them ({@code INTO OUTFILE} of MySQL) or are written as {@code \n} and {@code \t} (its batch mode). Whether a file is of
 * this dialect shows at the first line that cannot be meant otherwise. One file, one use.
 */
final class BackslashRows {

    private static final String CODES = "ntr0bZ";
    private static final String SIGNS = "\n\t\r\0\b\u001A";

    private final char delimiter;
    private boolean on;
    private boolean never;

    BackslashRows(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Whether the file is of this dialect, as far as it was seen. */
    boolean on() {
        return on;
    }

    /** Looks at a line; a backslash before anything else than is written with one tells that it is a text like others. */
    void see(String line) {
        if (on || never || line.indexOf('\\') < 0) {
            return;
        }
        boolean written = false;
        for (int i = line.indexOf('\\'); i >= 0; i = line.indexOf('\\', i + 2)) {
            char next = i + 1 < line.length() ? line.charAt(i + 1) : '\n';
            char behind = i + 2 < line.length() ? line.charAt(i + 2) : ' ';
            if (next == '\n') {
                written |= delimiter == '\t';
            } else if (next == delimiter) {
                written = true;
            } else if (CODES.indexOf(next) >= 0) {
                // A folder that begins with n stands behind a backslash as well, and goes on in letters.
                written |= !isAscii(behind);
            } else {
                never |= "\\\"'Nu/".indexOf(next) < 0;
            }
        }
        on = written && !never;
    }

    private static boolean isAscii(char each) {
        return each < 0x80 && Character.isLetterOrDigit(each) || each == '\\';
    }

    /** Whether a row goes on behind the end of a line, since a backslash stands before the break; two are one of the text. */
    static boolean goesOn(String line) {
        int from = line.length();
        while (from > 0 && line.charAt(from - 1) == '\\') {
            from--;
        }
        return (line.length() - from) % 2 == 1;
    }

    /** Takes note that a row could only be read in this dialect. */
    void turnOn() {
        on = !never;
    }

    /** The cells of a row, or null when it goes on behind its end. */
    @Nullable
    List<String> split(String row) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder cell = new StringBuilder();
            int end = quoted(row, at, cell);
            if (end == OPEN) {
                return null;
            }
            if (end < 0) {
                cell.setLength(0);
                end = plain(row, at, cell);
            }
            if (end == OPEN) {
                return null;
            }
            cells.add(cell.toString());
            if (end >= row.length()) {
                return cells;
            }
            at = end + 1;
        }
    }

    private static final int OPEN = -2;

    /** Reads a cell with quotes around it; answers where it ends, or -1 when it is none, or that it goes on. */
    private int quoted(String row, int from, StringBuilder cell) {
        if (from >= row.length() || row.charAt(from) != '"') {
            return -1;
        }
        int i = from + 1;
        while (i < row.length()) {
            char each = row.charAt(i);
            if (each == '\\') {
                i = escaped(row, i, cell);
            } else if (each != '"') {
                cell.append(each);
                i++;
            } else if (i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append('"');
                i += 2;
            } else {
                boolean ends = i + 1 == row.length() || row.charAt(i + 1) == delimiter;
                return ends ? i + 1 : -1;
            }
        }
        return delimiter == '\t' ? -1 : OPEN;
    }

    private int plain(String row, int from, StringBuilder cell) {
        int i = from;
        while (i < row.length() && row.charAt(i) != delimiter) {
            if (row.charAt(i) != '\\') {
                cell.append(row.charAt(i++));
            } else if (i + 1 == row.length()) {
                return OPEN;
            } else {
                i = escaped(row, i, cell);
            }
        }
        return i;
    }

    /** Reads what a backslash begins; answers where it ends. */
    private int escaped(String row, int at, StringBuilder cell) {
        char next = at + 1 < row.length() ? row.charAt(at + 1) : '\\';
        int code = CODES.indexOf(next);
        if (code >= 0) {
            cell.append(SIGNS.charAt(code));
        } else if (next == delimiter || "\n\\\"'".indexOf(next) >= 0) {
            cell.append(next);
        } else {
            cell.append('\\').append(next);
        }
        return at + 2;
    }
}
