package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.export.PackageSchemas;
import org.gongkai.validation.report.LabelCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The totals by label in a report are those of the ledger, whatever the source. */
class LabelTotalsTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** A table in a kind of source: the first row has the labels. Answers what the command is to read. */
    private enum Kind {
        CSV {
            @Override
            List<String> write(Path folder, List<List<String>> rows) throws IOException {
                return file(folder, "a.csv", separated(rows, ","));
            }
        },
        TSV {
            @Override
            List<String> write(Path folder, List<List<String>> rows) throws IOException {
                return file(folder, "a.tsv", separated(rows, "\t"));
            }
        },
        HTML {
            @Override
            List<String> write(Path folder, List<List<String>> rows) throws IOException {
                for (int i = 1; i < rows.size(); i++) {
                    StringBuilder page = new StringBuilder("<h1>关于停水的通知</h1><table>");
                    for (int column = 0; column < rows.get(0).size(); column++) {
                        page.append("<tr><td>" + escaped(rows.get(0).get(column)) + "</td><td>"
                                + escaped(rows.get(i).get(column)) + "</td></tr>");
                    }
                    file(folder, i + ".html", page + "</table><p>正文。</p>");
                }
                return List.of(folder.toString());
            }

            private String escaped(String text) {
                return text.replace("&", "&amp;").replace("<", "&lt;");
            }
        },
        JSON {
            @Override
            List<String> write(Path folder, List<List<String>> rows) throws IOException {
                ArrayNode list = LabelTotalsTest.JSON.createArrayNode();
                objects(rows).forEach(list::add);
                return file(folder, "a.json", list.toString());
            }
        },
        NDJSON {
            @Override
            List<String> write(Path folder, List<List<String>> rows) throws IOException {
                return file(
                        folder,
                        "a.ndjson",
                        objects(rows).stream().map(JsonNode::toString).collect(Collectors.joining("\n")));
            }
        },
        XLSX {
            @Override
            List<String> write(Path folder, List<List<String>> rows) throws IOException {
                Path file = folder.resolve("a.xlsx");
                try (OutputStream out = Files.newOutputStream(file);
                        Workbook book = new Workbook(out, "test", "1.0")) {
                    Worksheet sheet = book.newWorksheet("目录");
                    for (int row = 0; row < rows.size(); row++) {
                        for (int column = 0; column < rows.get(row).size(); column++) {
                            sheet.inlineString(row, column, rows.get(row).get(column));
                        }
                    }
                    sheet.finish();
                }
                return List.of(file.toString());
            }
        },
        XLS {
            @Override
            List<String> write(Path folder, List<List<String>> rows) throws IOException {
                Path file = folder.resolve("a.xls");
                try (OutputStream out = Files.newOutputStream(file);
                        HSSFWorkbook book = new HSSFWorkbook()) {
                    for (List<String> each : rows) {
                        Row row = book.getNumberOfSheets() == 0
                                ? book.createSheet("目录").createRow(0)
                                : book.getSheetAt(0)
                                        .createRow(book.getSheetAt(0).getLastRowNum() + 1);
                        for (int column = 0; column < each.size(); column++) {
                            row.createCell(column).setCellValue(each.get(column));
                        }
                    }
                    book.write(out);
                }
                return List.of(file.toString());
            }
        },
        JDBC {
            @Override
            List<String> write(Path folder, List<List<String>> rows) throws IOException, SQLException {
                String url = "jdbc:h2:file:" + folder.resolve("old");
                List<String> columns = rows.get(0).stream()
                        .map(each -> '"' + each.replace("\"", "\"\"") + "\" VARCHAR(500)")
                        .toList();
                try (Connection connection = DriverManager.getConnection(url);
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE article (" + String.join(", ", columns) + ')');
                    try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO article VALUES (" + "?, ".repeat(columns.size() - 1) + "?)")) {
                        for (List<String> row : rows.subList(1, rows.size())) {
                            for (int i = 0; i < row.size(); i++) {
                                insert.setString(i + 1, row.get(i));
                            }
                            insert.execute();
                        }
                    }
                }
                return List.of(
                        "--mapping",
                        file(folder, "m.yaml", "jdbc:\n  url: '" + url + "'\n  query: SELECT * FROM article\n")
                                .get(0));
            }
        };

        abstract List<String> write(Path folder, List<List<String>> rows) throws IOException, SQLException;

        private static List<String> file(Path folder, String name, String text) throws IOException {
            return List.of(Files.writeString(folder.resolve(name), text).toString());
        }

        private static String separated(List<List<String>> rows, String by) {
            return rows.stream()
                    .map(row -> row.stream()
                            .map(each -> '"' + each.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(by)))
                    .collect(Collectors.joining("\r\n"));
        }

        private static List<ObjectNode> objects(List<List<String>> rows) {
            List<ObjectNode> objects = new ArrayList<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                ObjectNode object = LabelTotalsTest.JSON.createObjectNode();
                for (int i = 0; i < row.size(); i++) {
                    object.put(rows.get(0).get(i), row.get(i));
                }
                objects.add(object);
            }
            return objects;
        }
    }

    private static void count(
            String label, String fate, Map<String, Map<String, Long>> ledger, Map<String, Long> fates) {
        fates.merge(fate, 1L, Long::sum);
        ledger.computeIfAbsent(label, each -> new TreeMap<>()).merge(fate, 1L, Long::sum);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void theTotalsByLabelAreThoseOfTheLedger(@ForAll Kind kind, @ForAll("tables") List<List<String>> rows)
            throws Exception {
        Path folder = Files.createTempDirectory("gongkai-labels");
        try {
            Path source = Files.createDirectory(folder.resolve("source"));
            Path target = folder.resolve("package");
            List<String> typed = new ArrayList<>(List.of("convert", "--out", target.toString()));
            typed.addAll(kind.write(source, rows));
            Typed run = Typed.command(typed.toArray(String[]::new));
            assertTrue(Files.isDirectory(target), () -> run.out() + run.err());
            JsonNode report = JSON.readTree(target.resolve("report.json").toFile());

            Map<String, Map<String, Long>> ledger = new TreeMap<>();
            Map<String, Long> fates = new TreeMap<>();
            List<String> lines = Files.readAllLines(target.resolve("ledger.ndjson"));
            long fields = 0;
            for (String line : lines) {
                JsonNode place = JSON.readTree(line);
                for (JsonNode same : place.path("same")) {
                    count(same.asText(), "mapped", ledger, fates);
                }
                for (JsonNode field : place.path("fields")) {
                    count(shown(field.path("label").asText()), field.get("fate").asText(), ledger, fates);
                }
                fields += place.path("same").size() + place.path("fields").size();
            }
            // A page has no label as long as some of these.
            assertTrue(fields >= 4, run.out());
            Map<String, Map<String, Long>> labels = new TreeMap<>();
            long sum = 0;
            for (JsonNode each : report.get("labels")) {
                Map<String, Long> counts = counts(each.get("fates"));
                assertFalse(counts.isEmpty());
                labels.put(each.path("label").asText(), counts);
                sum += counts.values().stream().mapToLong(Long::longValue).sum();
            }
            assertEquals(ledger, labels);
            assertEquals(fates, counts(report.get("fields")));
            assertEquals(fields, sum);
            PackageSchemas.check("report", report.toString());
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path each : files.sorted((one, two) -> two.compareTo(one)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** A label as reports hold it, by its description. */
    private static String shown(String label) {
        return label.length() <= LabelCount.LONGEST ? label : label.substring(0, LabelCount.LONGEST) + '…';
    }

    private static Map<String, Long> counts(JsonNode fates) {
        Map<String, Long> counts = new TreeMap<>();
        fates.properties().forEach(each -> {
            if (each.getValue().asLong() > 0) {
                counts.put(each.getKey(), each.getValue().asLong());
            }
        });
        return counts;
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> labels = Arbitraries.oneOf(
                Arbitraries.of("发布日期", "有效性", "浏览次数", "发布机构", "公文种类", "a.b", "<b>", "=1+1"),
                Arbitraries.strings()
                        .withCharRange('a', 'e')
                        .withChars('甲', '乙', '丙', '"', ' ')
                        .ofMinLength(1)
                        .ofMaxLength(6)
                        .map(each -> "k" + each + "k"),
                Arbitraries.of("长", "久").map(each -> each.repeat(150)));
        Arbitrary<String> values = Arbitraries.of(
                "", "无", "2023-07-21", "2023年2月30日", "有效", "已废止", "甲局、乙局", "7", "x\u0007y", "=1+1", "正文，一段。");
        return labels.list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(8)
                .flatMap(heads -> values.list()
                        .ofSize(heads.size())
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(6)
                        .map(cells -> {
                            List<List<String>> rows = new ArrayList<>();
                            rows.add(joined(List.of("标题", "发文字号", "成文日期", "索引号"), heads));
                            for (int i = 0; i < cells.size(); i++) {
                                rows.add(joined(
                                        List.of(
                                                "关于第" + i + "次会议的通知",
                                                "临湾政办字〔2023〕" + (i + 1) + "号",
                                                i % 2 == 0 ? "2023-07-21" : "2023年2月30日",
                                                "临湾-" + i),
                                        cells.get(i)));
                            }
                            return rows;
                        }));
    }

    private static List<String> joined(List<String> first, List<String> rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }

    @Test
    void theSummaryNamesWhatToMapNextAndNothingFromItReachesTheTerminalAsACommand(@TempDir Path folder)
            throws Exception {
        StringBuilder rows = new StringBuilder("标题,发文字号,成文日期,索引号,来文单位,甲,乙,丙,丁,戊,己,庚\r\n");
        for (int i = 1; i <= 3; i++) {
            rows.append("关于第" + i + "次会议的通知,临湾政办字〔2023〕" + i + "号,2023-07-21,临湾-" + i + ",某局,1,1,1,1,1,1,1\r\n");
        }
        Path csv = Files.writeString(folder.resolve("a.csv"), rows, StandardCharsets.UTF_8);
        String objects = Stream.of(1, 2, 3)
                .map(each -> "{\"标题\": \"关于停水的通知\", \"发文字号\": \"临湾政发〔2023〕" + each
                        + "号\", \"来文单位\": \"某局\", \"\\u001b[31m处\\n室\": \"办公室\"}")
                .collect(Collectors.joining("\n"));
        Path json = Files.writeString(folder.resolve("b.ndjson"), objects);
        Typed typed = Typed.command("validate", csv.toString(), json.toString(), "--lang", "en");
        String line = typed.out()
                .lines()
                .filter(each -> each.startsWith("Labels with the most unmapped fields: "))
                .findFirst()
                .orElseThrow();
        assertTrue(line.startsWith("Labels with the most unmapped fields: 来文单位 (6), "), line);
        assertTrue(line.contains(" [31m处 室 (3)"), line);
        assertTrue(line.contains(" and 1 more; "), line);
        assertFalse(typed.out().contains("\u001b"), "no command for the terminal");
        assertTrue(Typed.command("validate", csv.toString(), json.toString(), "--lang", "zh")
                .out()
                .contains("未能对应字段最多的来源标签：来文单位（6）、"));
    }

    @Test
    void aWithheldRecordGivesNoLabelToThePackage(@TempDir Path folder) throws Exception {
        Path page = Files.writeString(
                folder.resolve("a.html"),
                "<h1>关于停水的通知</h1><table><tr><td>索引号</td><td>临湾-1</td></tr><tr><td>公开方式</td><td>依申请公开</td></tr>"
                        + "<tr><td>发文字号</td><td>临湾政发〔2023〕1号</td></tr><tr><td>内情</td><td>甲</td></tr></table>");
        Path target = folder.resolve("package");
        Typed.command("convert", page.toString(), "--out", target.toString());
        JsonNode report = JSON.readTree(target.resolve("report.json").toFile());
        assertEquals(1, report.get("withheld").asInt());
        assertEquals(1, report.get("labels").size());
        JsonNode only = report.get("labels").get(0);
        assertFalse(only.has("label"));
        assertFalse(only.has("first"));
        assertEquals(report.get("fields"), only.get("fates"));
        assertNotEquals(0, only.at("/fates/mapped").asInt());
        for (String each : List.of("report.json", "report.html")) {
            assertFalse(Files.readString(target.resolve(each)).contains("内情"), each);
        }

        Path told = folder.resolve("validated.json");
        Typed.command("validate", page.toString(), "--report", told.toString());
        assertTrue(Files.readString(told).contains("\"内情\""), "validate hands nothing over");
    }

    @Test
    void aReportOfAnEarlierVersionIsComparedAndMadeIntoAPage(@TempDir Path folder) throws Exception {
        Path now = folder.resolve("now.json");
        Typed.command(
                "validate", Typed.CHECKOUT.resolve("examples/legacy-documents").toString(), "--report", now.toString());
        ObjectNode report = (ObjectNode) JSON.readTree(now.toFile());
        assertTrue(report.remove("labels").size() > 20);
        Path earlier = Files.writeString(folder.resolve("earlier.json"), report.toString());
        Typed diff = Typed.command("report", "diff", earlier.toString(), now.toString());
        assertEquals(ExitCode.COMPLETE, diff.code(), diff.err());
        Path page = folder.resolve("earlier.html");
        Typed made = Typed.command("report", earlier.toString(), "--to", page.toString());
        assertEquals(ExitCode.FINDINGS, made.code(), made.err());
        assertFalse(Files.readString(page).contains("来源标签"), "it knows of none");
    }
}
