package org.gongkai.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads the small tables of core: a header, one row a line, comments after {@code #} at the start of a line,
 * cells quoted as RFC 4180 has it but without line breaks. Core has no CSV library on purpose.
 */
public final class Csv {

    private static final int LONGEST_LINE = 100_000;
    private static final int MOST_ROWS = 100_000;

    private Csv() {}

    /** A row: its place, for messages, and its cells by column. */
    public record Row(String source, int line, Map<String, String> cells) {

        /** The cell without blanks around it, null when it is empty or the file lacks the column. */
        public @Nullable String text(String column) {
            return StringUtils.stripToNull(cells.get(column));
        }

        /** The cell, which must not be empty. */
        public String required(String column) throws IOException {
            String text = text(column);
            if (text == null) {
                throw wrong(column, "", "a value");
            }
            return text;
        }

        /** The constant that the cell names in either case of letters, null when the cell is empty. */
        public <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String column) throws IOException {
            String text = text(column);
            if (text == null) {
                return null;
            }
            for (E each : type.getEnumConstants()) {
                if (each.name().equalsIgnoreCase(text)) {
                    return each;
                }
            }
            throw wrong(column, text, "one of " + List.of(type.getEnumConstants()));
        }

        /** What to throw when a cell holds something else than expected. */
        public IOException wrong(String column, String value, String expected) {
            return new IOException(
                    source + ":" + line + ": column " + column + " holds \"" + value + "\"; expected " + expected);
        }

        /** What to throw when the row as a whole is refused. */
        public IOException wrong(IllegalArgumentException cause) {
            return new IOException(source + ":" + line + ": " + cause.getMessage(), cause);
        }
    }

    /** Reads the rows; the header must name the required columns, and every row must have as many cells. */
    public static List<Row> read(Reader reader, String source, List<String> required) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        List<String> header = List.of();
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            if (text.length() > LONGEST_LINE || rows.size() == MOST_ROWS) {
                throw new IOException(source + ":" + number + ": too large; expected at most " + MOST_ROWS + " rows of "
                        + LONGEST_LINE + " characters");
            }
            List<String> cells = cells(text, source, number);
            if (header.isEmpty()) {
                header = cells;
                for (String column : required) {
                    if (!header.contains(column)) {
                        throw new IOException(source + ":" + number + ": column " + column + " is missing; found "
                                + String.join(", ", header));
                    }
                }
                continue;
            }
            if (cells.size() != header.size()) {
                throw new IOException(source + ":" + number + ": " + cells.size() + " cells; expected " + header.size()
                        + " as in the header");
            }
            Map<String, String> byColumn = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                byColumn.put(header.get(i), cells.get(i));
            }
            rows.add(new Row(source, number, byColumn));
        }
        if (header.isEmpty()) {
            throw new IOException(source + ": empty; expected a header with " + String.join(", ", required));
        }
        return rows;
    }

    private static List<String> cells(String line, String source, int number) throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new IOException(source + ":" + number + ": a quotation mark is not closed on its line");
        }
        cells.add(cell.toString());
        return cells;
    }
}
