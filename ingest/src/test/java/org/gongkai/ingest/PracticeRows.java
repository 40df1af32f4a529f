package org.gongkai.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.mapping.Mapping.Jdbc;

/** The practice records as one table, so that each kind of table can be made of them. */
record PracticeRows(List<String> labels, List<List<String>> rows) {

    /** What a cell of a workbook can hold. */
    private static final int LONGEST = 32_767;

    static PracticeRows of(Path ndjson) throws IOException {
        JsonMapper json = new JsonMapper();
        List<JsonNode> records = new ArrayList<>();
        Set<String> labels = new LinkedHashSet<>();
        for (String line : Files.readAllLines(ndjson)) {
            JsonNode record = json.readTree(line);
            records.add(record);
            record.fieldNames().forEachRemaining(labels::add);
        }
        List<List<String>> rows = records.stream()
                .map(record ->
                        labels.stream().map(label -> text(record.path(label))).toList())
                .toList();
        return new PracticeRows(List.copyOf(labels), rows);
    }

    private static String text(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    Path csv(Path file) throws IOException {
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            writer.writeRecord(labels);
            rows.forEach(writer::writeRecord);
        }
        return file;
    }

    Path xlsx(Path file) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new org.dhatim.fastexcel.Workbook(out, "practice", "1.0")) {
            var sheet = book.newWorksheet("文件");
            for (int i = 0; i < labels.size(); i++) {
                sheet.value(0, i, labels.get(i));
            }
            for (int r = 0; r < rows.size(); r++) {
                for (int i = 0; i < labels.size(); i++) {
                    sheet.value(r + 1, i, rows.get(r).get(i));
                }
            }
        }
        return file;
    }

    /** Writes an H2 file; answers the mapping that reads it. */
    Mapping database(Path file, Mapping mapping) throws SQLException {
        String url = "jdbc:h2:file:" + file;
        try (Connection connection = DriverManager.getConnection(url)) {
            connection
                    .createStatement()
                    .execute(labels.stream()
                            .map(label -> '"' + label + "\" CLOB")
                            .collect(Collectors.joining(", ", "CREATE TABLE rows_of_practice (", ")")));
            String marks = labels.stream().map(any -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO rows_of_practice VALUES (" + marks + ")")) {
                for (List<String> row : rows) {
                    for (int i = 0; i < row.size(); i++) {
                        insert.setString(i + 1, row.get(i));
                    }
                    insert.executeUpdate();
                }
            }
        }
        return new Mapping(
                mapping.labels(),
                mapping.constants(),
                mapping.ignored(),
                mapping.values(),
                mapping.dates(),
                new Jdbc(url, "SELECT * FROM rows_of_practice", null, null));
    }
}
