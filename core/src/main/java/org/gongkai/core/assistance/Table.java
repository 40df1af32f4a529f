package org.gongkai.core.assistance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The plain tables of this package's data: a header line, cells separated by commas, no quotes. */
final class Table {

    private Table() {}

    interface Parser<T> {
        T parse(Reader reader) throws IOException;
    }

    static <T> T resource(String name, Parser<T> parser) {
        try (InputStream data = Table.class.getResourceAsStream(name);
                Reader reader = new InputStreamReader(data, StandardCharsets.UTF_8)) {
            return parser.parse(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> read(Reader reader, String... required) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        String header = lines.readLine();
        List<String> names = header == null
                ? List.of()
                : Arrays.asList(header.replace("\uFEFF", "").split(",", -1));
        if (!names.containsAll(Arrays.asList(required))) {
            throw new IOException("line 1 must name the columns " + String.join(", ", required) + ": " + header);
        }
        List<Row> rows = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                rows.add(new Row(number, names, line.split(",", -1)));
            }
        }
        return rows;
    }

    record Row(int number, List<String> names, String[] cells) {

        String get(String name) {
            int at = names.indexOf(name);
            return at < 0 || at >= cells.length ? "" : cells[at].strip();
        }

        String required(String name) throws IOException {
            String value = get(name);
            if (value.isEmpty()) {
                throw wrong("has no " + name);
            }
            return value;
        }

        IOException wrong(String what) {
            return new IOException("line " + number + " " + what + ": " + String.join(",", cells));
        }
    }
}
