package org.gongkai.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables as a data package (datapackage.org, 2.0): for each its path, its columns and their types, drawn from what stands in them. */
final class TablePackage {

    static final String NAME = "datapackage.json";

    private static final String INDEX = "index.csv";

    private TablePackage() {}

    static String of(Path data) throws IOException {
        JsonMapper mapper = new JsonMapper();
        ObjectNode all = mapper.createObjectNode()
                .put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
                .put("name", "gongkai-rules-data");
        ArrayNode resources = all.putArray("resources");
        Map<String, String> titles = titles(data);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path each : files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                String path = data.relativize(each).toString().replace('\\', '/');
                describe(path, titles.getOrDefault(path, "what each file holds"), rows(each), resources.addObject());
            }
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all).replace("\r\n", "\n") + '\n';
    }

    private static void describe(String path, String title, List<List<String>> rows, ObjectNode resource) {
        resource.put("name", path.replace(".csv", "").replace('/', '-'))
                .put("type", "table")
                .put("title", title)
                .put("path", path)
                .put("format", "csv")
                .put("mediatype", "text/csv")
                .put("encoding", "utf-8");
        resource.putObject("dialect").put("commentChar", "#");
        ArrayNode fields = resource.putObject("schema").putArray("fields");
        List<String> head = rows.get(0);
        for (int i = 0; i < head.size(); i++) {
            int column = i;
            List<String> values = new ArrayList<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                assertEquals(head.size(), row.size(), path + ": " + row);
                values.add(row.get(column));
            }
            ObjectNode field = fields.addObject().put("name", head.get(i)).put("type", type(values));
            if (values.stream().noneMatch(String::isEmpty)) {
                field.putObject("constraints").put("required", true);
            }
        }
    }

    /** The narrowest type that every value has. */
    private static String type(List<String> values) {
        List<String> given = values.stream().filter(each -> !each.isEmpty()).toList();
        if (given.isEmpty()) {
            return "string";
        }
        for (Map.Entry<String, String> each : Map.of(
                        "boolean", "true|false", "date", "\\d{4}-\\d{2}-\\d{2}", "integer", "0|-?[1-9]\\d{0,17}")
                .entrySet()) {
            if (given.stream().allMatch(value -> value.matches(each.getValue()))) {
                return each.getKey();
            }
        }
        return "string";
    }

    private static Map<String, String> titles(Path data) throws IOException {
        Map<String, String> titles = new TreeMap<>();
        rows(data.resolve(INDEX)).forEach(each -> titles.put(each.get(0), each.get(1) + " / " + each.get(2)));
        return titles;
    }

    /** Rows of cells; a cell in quotation marks may hold commas, and lines that begin with # are comments. */
    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                rows.add(cells(line));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(next);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (next == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(next);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
