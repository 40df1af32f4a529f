package org.gongkai.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * Reads the small tables that this library and its users keep lists in: a header, one row a line, comments after
 * {@code #} at the start of a line, cells quoted as RFC 4180 has it but without line breaks. Core has no CSV library on
 * purpose. Tables of records are another matter: they are read by {@code ingest}.
 */
public final class Csv {

    private static final int LONGEST_LINE = 100_000;
    private static final int MOST_ROWS = 100_000;

    private Csv() {}

    /** Makes something of a table's text. */
    public interface Parser<T> {
        T parse(Reader reader) throws IOException;
    }

    /**
     * What stands in a table that ships with a module; a fault in it is a fault of the build.
     *
     * @param data the resource, which only its own module can open
     * @param name its name, for the message when it is missing
     * @param parser what reads it
     */
    public static <T> T shipped(@Nullable InputStream data, String name, Parser<T> parser) {
        try (Reader reader = new InputStreamReader(Objects.requireNonNull(data, name), StandardCharsets.UTF_8)) {
            return parser.parse(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row: its place, for messages, and its cells by column. */
    public record Row(String place, Map<String, String> cells) {

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

        /** The constant that the cell names, which must not be empty. */
        public <E extends Enum<E>> E requiredOneOf(Class<E> type, String column) throws IOException {
            E constant = oneOf(type, column);
            if (constant == null) {
                throw wrong(column, "", "one of " + List.of(type.getEnumConstants()));
            }
            return constant;
        }

        /** Who last looked whether the line still stands: last_confirmed_on, confirmed_by, confirmed_at; null where nobody is known to have. */
        public @Nullable Confirmation confirmation() throws IOException {
            String on = text("last_confirmed_on");
            if (on == null) {
                return null;
            }
            try {
                return new Confirmation(LocalDate.parse(on), required("confirmed_by"), required("confirmed_at"));
            } catch (DateTimeException e) {
                throw wrong("last_confirmed_on", on, "a day such as 2025-04-19");
            }
        }

        /** What to throw when a cell holds something else than expected. */
        public IOException wrong(String column, String value, String expected) {
            return new IOException(place + ": column " + column + " holds \"" + value + "\"; expected " + expected);
        }

        /** What to throw when the row as a whole is refused. */
        public IOException wrong(RuntimeException cause) {
            return new IOException(place + ": " + cause.getMessage(), cause);
        }
    }

    /** Reads the rows; the header must name the required columns, and every row must have as many cells. */
    public static List<Row> read(Reader reader, String source, List<String> required) throws IOException {
        return named(lines(reader, line -> source + ":" + line), source, required);
    }

    /** The same for a table that comes without a name: a row is said by its line, "line 3 of the ratios". */
    public static List<Row> readUnnamed(Reader reader, String what, List<String> required) throws IOException {
        return named(lines(reader, line -> "line " + line + " of " + what), what, required);
    }

    /**
     * The same for a table whose columns are told by their order: the header may say anything, a row may end early, and
     * cells beyond the last column belong to it.
     */
    public static List<Row> readByOrder(Reader reader, String what, List<String> columns) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<Line> lines = lines(reader, line -> "line " + line + " of " + what);
        for (Line each : lines.subList(Math.min(1, lines.size()), lines.size())) {
            List<String> cells = each.cells();
            Map<String, String> byColumn = new HashMap<>();
            for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
                boolean last = i == columns.size() - 1;
                byColumn.put(columns.get(i), last ? String.join(",", cells.subList(i, cells.size())) : cells.get(i));
            }
            rows.add(new Row(each.place(), byColumn));
        }
        return rows;
    }

    private record Line(String place, List<String> cells) {}

    private static List<Row> named(List<Line> lines, String source, List<String> required) throws IOException {
        if (lines.isEmpty()) {
            throw new IOException(source + ": empty; expected a header with " + String.join(", ", required));
        }
        List<String> header = lines.get(0).cells();
        for (String column : required) {
            if (!header.contains(column)) {
                throw new IOException(lines.get(0).place() + ": column " + column + " is missing; found "
                        + String.join(", ", header));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (Line each : lines.subList(1, lines.size())) {
            List<String> cells = each.cells();
            if (cells.size() != header.size()) {
                throw new IOException(
                        each.place() + ": " + cells.size() + " cells; expected " + header.size() + " as in the header");
            }
            Map<String, String> byColumn = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                byColumn.put(header.get(i), cells.get(i));
            }
            rows.add(new Row(each.place(), byColumn));
        }
        return rows;
    }

    private static List<Line> lines(Reader reader, IntFunction<String> place) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        List<Line> all = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            if (text.length() > LONGEST_LINE || all.size() > MOST_ROWS) {
                throw new IOException(place.apply(number) + ": too large; expected at most " + MOST_ROWS + " rows of "
                        + LONGEST_LINE + " characters");
            }
            all.add(new Line(place.apply(number), cells(text, place.apply(number))));
        }
        return all;
    }

    private static List<String> cells(String line, String place) throws IOException {
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
            throw new IOException(place + ": a quotation mark is not closed on its line");
        }
        cells.add(cell.toString());
        return cells;
    }
}
