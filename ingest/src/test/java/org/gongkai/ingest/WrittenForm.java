package org.gongkai.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.ingest.mapping.Mapping;
import org.jsoup.nodes.Entities;

/** Writes rows as a source of one form and reads it. */
public interface WrittenForm {

    /** The table of a page. */
    WrittenForm PAGE = text("rows.html", WrittenForm::page);

    /** A page whose table has a caption above it and is one of several. */
    WrittenForm FRAMED_PAGE = text(
            "framed.html",
            rows -> "<html><body><h2>公开内容</h2><table><tr><td>首页</td></tr></table>" + page(rows) + "</body></html>");

    /** Values set apart by commas. */
    WrittenForm CSV = text("rows.csv", WrittenForm::csv);

    /** A workbook of this day. */
    WrittenForm XLSX = WrittenForm::book;

    /** A list of objects. */
    WrittenForm JSON = text("rows.json", rows -> objects(rows).toString());

    /** The answer of an interface. */
    WrittenForm ANSWER = text(
            "answer.json",
            rows -> "{\"code\":200,\"data\":{\"total\":" + rows.rows().size() + ",\"rows\":" + objects(rows) + "}}");

    /** One object a line. */
    WrittenForm LINES = text("rows.ndjson", rows -> {
        StringBuilder lines = new StringBuilder();
        objects(rows).forEach(each -> lines.append(each).append('\n'));
        return lines.toString();
    });

    /** Rows of a database. */
    WrittenForm DATABASE = WrittenForm::database;

    /** The forms by the names that a failing test shows. */
    Map<String, WrittenForm> ALL = Map.of(
            "page", PAGE,
            "framed page", FRAMED_PAGE,
            "csv", CSV,
            "xlsx", XLSX,
            "json", JSON,
            "answer", ANSWER,
            "ndjson", LINES,
            "database", DATABASE);

    /** Writes the rows into the folder and gives what is read of them. */
    Taken read(WrittenRows rows, Path folder) throws IOException;

    /** Writes one row as the page of a document, with labels and values in a table above its text, and gives what is read of it. */
    static Taken document(WrittenRows rows, int row, Path folder) {
        StringBuilder page = new StringBuilder("<html><body><table>");
        for (int i = 0; i < rows.header().size(); i++) {
            page.append("<tr><td>")
                    .append(Entities.escape(rows.header().get(i)))
                    .append("</td><td>")
                    .append(Entities.escape(rows.rows().get(row).get(i)))
                    .append("</td></tr>");
        }
        page.append("</table><div><p>各镇街、各部门：现将有关事项通知如下，请认真落实。</p></div></body></html>");
        return Taken.from(
                rows.reader(null),
                Taken.write(folder, "document.html", page.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** What makes the text of a file of rows. */
    interface Text {
        String of(WrittenRows rows) throws IOException;
    }

    private static WrittenForm text(String name, Text text) {
        return (rows, folder) -> {
            Path file = Taken.write(folder, name, text.of(rows).getBytes(StandardCharsets.UTF_8));
            return Taken.from(rows.reader(null), file);
        };
    }

    private static String page(WrittenRows rows) {
        return rows.lines().stream()
                .map(row -> row.stream()
                        .map(Entities::escape)
                        .collect(Collectors.joining("</td><td>", "<tr><td>", "</td></tr>")))
                .collect(Collectors.joining("\n", "<table>", "</table>"));
    }

    private static String csv(WrittenRows rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            rows.lines().forEach(writer::writeRecord);
        }
        return text.toString();
    }

    private static ArrayNode objects(WrittenRows rows) {
        ArrayNode objects = new ObjectMapper().createArrayNode();
        for (List<String> row : rows.rows()) {
            ObjectNode object = objects.addObject();
            for (int i = 0; i < row.size(); i++) {
                object.put(rows.header().get(i), row.get(i));
            }
        }
        return objects;
    }

    private static Taken book(WrittenRows rows, Path folder) throws IOException {
        Path file = folder.resolve("rows.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet(WrittenBook.SHEET);
            for (int r = 0; r < rows.lines().size(); r++) {
                List<String> row = rows.lines().get(r);
                for (int c = 0; c < row.size(); c++) {
                    sheet.value(r, c, row.get(c));
                }
            }
        }
        return Taken.from(rows.reader(null), file);
    }

    private static Taken database(WrittenRows rows, Path folder) {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        String names = rows.header().stream().collect(Collectors.joining("\",\"", "\"", "\""));
        String columns = rows.header().stream()
                .map(each -> '"' + each + "\" VARCHAR(999)")
                .collect(Collectors.joining(","));
        String marks = String.join(",", Collections.nCopies(rows.header().size(), "?"));
        // The database lives as long as this connection does.
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE old (id INT AUTO_INCREMENT," + columns + ")");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO old (" + names + ") VALUES (" + marks + ")")) {
                for (List<String> each : rows.rows()) {
                    for (int i = 0; i < each.size(); i++) {
                        insert.setString(i + 1, each.get(i));
                    }
                    insert.executeUpdate();
                }
            }
            Taken taken = new Taken();
            rows.reader(new Mapping.Jdbc(url, "SELECT " + names + " FROM old ORDER BY id", null, null))
                    .readDatabase(Map.<String, String>of()::get, taken);
            return taken;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
