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
        return new Row().add(row);
    }

    /** A row in the making, to which lines are added until it ends. Each character is looked at a few times only. */
    final class Row {

        private final StringBuilder text = new StringBuilder();
        private final List<String> cells = new ArrayList<>();
        /** Where the cell begins that is being read, how far it was read, and what it holds until there. */
        private int begin;

        private int at;
        private final StringBuilder cell = new StringBuilder();
        private State state = State.BEGUN;
        private long looked;

        /** The text of its lines. */
        String text() {
            return text.toString();
        }

        int length() {
            return text.length();
        }

        /** How many characters were looked at, each as often as it was. */
        long looked() {
            return looked;
        }

        /** Adds a line; answers the cells, or null when the row goes on behind it. */
        @Nullable
        List<String> add(String line) {
            text.append(text.isEmpty() ? "" : "\n").append(line);
            // Between tabs a quote opens nothing that goes on, so what was open may close behind the next line only.
            boolean waits = delimiter == '\t' && goesOn(line);
            return waits || !read() ? null : cells;
        }

        private boolean read() {
            while (true) {
                if (state == State.BEGUN) {
                    begin = at;
                    cell.setLength(0);
                    boolean quote = at < text.length() && text.charAt(at) == '"';
                    state = quote ? State.QUOTED : State.PLAIN;
                    at += quote ? 1 : 0;
                }
                boolean ended = state == State.QUOTED ? quoted() : plain();
                if (!ended) {
                    return false;
                }
                if (state == State.BEGUN) {
                    cells.add(cell.toString());
                    if (at >= text.length()) {
                        return true;
                    }
                    at++;
                }
            }
        }

        /** Reads on in a cell with quotes around it; false when it goes on. One that is none after all is read as plain. */
        private boolean quoted() {
            while (at < text.length()) {
                char each = text.charAt(at);
                looked++;
                if (each == '\\') {
                    if (at + 1 == text.length() && delimiter != '\t') {
                        return false;
                    }
                    at = escaped(text, at, cell);
                } else if (each != '"') {
                    cell.append(each);
                    at++;
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append('"');
                    at += 2;
                } else if (at + 1 == text.length() || text.charAt(at + 1) == delimiter) {
                    at++;
                    state = State.BEGUN;
                    return true;
                } else {
                    return unquoted();
                }
            }
            return delimiter == '\t' && unquoted();
        }

        private boolean unquoted() {
            at = begin;
            cell.setLength(0);
            state = State.PLAIN;
            return true;
        }

        private boolean plain() {
            while (at < text.length() && text.charAt(at) != delimiter) {
                looked++;
                if (text.charAt(at) != '\\') {
                    cell.append(text.charAt(at++));
                } else if (at + 1 == text.length()) {
                    return false;
                } else {
                    at = escaped(text, at, cell);
                }
            }
            state = State.BEGUN;
            return true;
        }
    }

    private enum State {
        BEGUN,
        QUOTED,
        PLAIN
    }

    /** Reads what a backslash begins; answers where it ends. */
    private int escaped(CharSequence row, int at, StringBuilder cell) {
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
