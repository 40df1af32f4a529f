package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.table.TableKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same records out of every source, for each kind that stands in rows. */
class EverySourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Twenty rows of a kind. */
    enum Rows {
        STANDARDS(
                TableKind.ASSISTANCE_STANDARD,
                Map.of("place", "海州市东岭区", "effectiveFrom", "2023-01", "unit", "元/人·月"),
                List.of("救助类别", "标准", "原标准", "备注")) {
            @Override
            List<String> row(int number) {
                return List.of(
                        number % 2 == 0 ? "城市低保" : "农村低保",
                        String.valueOf(900 + number),
                        "" + (850 + number),
                        "第" + number + "档");
            }
        },
        PLANS(
                TableKind.LAND,
                Map.of("place", "海州市东岭区", "year", "2024"),
                List.of("序号", "项目名称", "位置", "拟征面积（公顷）", "拟用途")) {
            @Override
            List<String> row(int number) {
                return List.of("" + number, "东岭" + number + "号路", "东岭镇" + number + "村", number + ".25", "道路用地");
            }
        },
        DECISIONS(
                TableKind.DECISION,
                Map.of("authority", "海州市东岭区人民政府", "year", "2024"),
                List.of("序号", "事项名称", "承办单位", "备注")) {
            @Override
            List<String> row(int number) {
                return List.of("" + number, "东岭区第" + number + "号规划", "区水务局", "说明" + number);
            }
        },
        APPLICATIONS(TableKind.REQUEST, Map.of("body", "东岭区水务局"), List.of("登记编号", "收到日期", "申请人姓名", "申请内容")) {
            @Override
            List<String> row(int number) {
                return List.of(
                        "2024-" + (100 + number), "2024-03-" + (number + 9), "张某" + number, "水库" + number + "的检修记录");
            }
        };

        final TableKind kind;
        final Map<String, String> defaults;
        final List<String> header;

        Rows(TableKind kind, Map<String, String> defaults, List<String> header) {
            this.kind = kind;
            this.defaults = defaults.entrySet().stream()
                    .filter(each -> kind.defaultNames().contains(each.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            this.header = header;
        }

        abstract List<String> row(int number);

        /** A value that the last record has. */
        String last() {
            return switch (this) {
                case STANDARDS -> "920";
                case PLANS -> "东岭20号路";
                case DECISIONS -> "东岭区第20号规划";
                case APPLICATIONS -> "2024-120";
            };
        }

        List<List<String>> rows() {
            return IntStream.rangeClosed(1, 20).mapToObj(this::row).toList();
        }

        Mapping mapping() {
            return Mapping.none().withTables(new Mapping.Tables("**", kind, defaults, Map.of(), false));
        }
    }

    @TempDir
    Path folder;

    private Taken read(Rows kind, String name, String text) {
        Path file = Taken.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
        return Taken.from(LegacyReader.standard().withMapping(kind.mapping()), file);
    }

    private static List<DisclosureRecord> records(Taken taken) {
        return taken.records.stream().<DisclosureRecord>map(Mapped::record).toList();
    }

    private static String page(List<List<String>> rows) {
        return rows.stream()
                .map(each -> each.stream().collect(Collectors.joining("</td><td>", "<tr><td>", "</td></tr>")))
                .collect(Collectors.joining("\n", "<table>", "</table>"));
    }

    private static List<ObjectNode> objects(Rows kind) {
        List<ObjectNode> objects = new ArrayList<>();
        for (List<String> row : kind.rows()) {
            ObjectNode object = JSON.createObjectNode();
            for (int i = 0; i < row.size(); i++) {
                object.put(kind.header.get(i), row.get(i));
            }
            objects.add(object);
        }
        return objects;
    }

    private Taken book(Rows kind, List<List<String>> rows) throws IOException {
        Path file = folder.resolve("rows.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("表");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    sheet.value(r, c, rows.get(r).get(c));
                }
            }
        }
        return Taken.from(LegacyReader.standard().withMapping(kind.mapping()), file);
    }

    private Taken database(Rows kind) throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("old-" + kind.name().toLowerCase(Locale.ROOT));
        String columns =
                kind.header.stream().map(each -> '"' + each + "\" VARCHAR(99)").collect(Collectors.joining(","));
        String marks = kind.header.stream().map(each -> "?").collect(Collectors.joining(","));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE old (id INT AUTO_INCREMENT," + columns + ")");
            String names = kind.header.stream().collect(Collectors.joining("\",\"", "\"", "\""));
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO old (" + names + ") VALUES (" + marks + ")")) {
                for (List<String> each : kind.rows()) {
                    for (int i = 0; i < each.size(); i++) {
                        insert.setString(i + 1, each.get(i));
                    }
                    insert.executeUpdate();
                }
            }
            Mapping mapping = new Mapping(
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    new Mapping.Jdbc(url, "SELECT " + names + " FROM old ORDER BY id", null, null),
                    List.of(new Mapping.Tables("jdbc", kind.kind, kind.defaults, Map.of(), false)));
            Taken taken = new Taken();
            LegacyReader.standard().withMapping(mapping).readDatabase(Map.<String, String>of()::get, taken);
            return taken;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameRowsGiveTheSameRecordsWhateverTheyStandIn(Rows kind) throws IOException, SQLException {
        List<List<String>> rows = new ArrayList<>(List.of(kind.header));
        rows.addAll(kind.rows());
        List<DisclosureRecord> told = records(read(kind, "rows.html", page(rows)));
        assertEquals(kind == Rows.PLANS || kind == Rows.DECISIONS ? 1 : 20, told.size());
        assertTrue(told.toString().contains(kind.last()));
        String csv = rows.stream().map(each -> String.join(",", each)).collect(Collectors.joining("\n"));
        assertEquals(told, records(read(kind, "rows.csv", csv)));
        assertEquals(told, records(book(kind, rows)));
        ArrayNode list = JSON.createArrayNode().addAll(objects(kind));
        Map<String, String> texts = Map.of(
                "list.json", list.toString(),
                "answer.json", "{\"code\":200,\"data\":{\"total\":20,\"rows\":" + list + "}}",
                "lines.ndjson", objects(kind).stream().map(String::valueOf).collect(Collectors.joining("\n")));
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Taken taken = read(kind, each.getKey(), each.getValue());
            assertEquals(told, records(taken), each.getKey());
            assertAccounted(kind, taken);
        }
        Taken taken = database(kind);
        assertEquals(told, records(taken));
        assertAccounted(kind, taken);
    }

    /** Every value has one entry at its row, under its name. */
    private static void assertAccounted(Rows kind, Taken taken) {
        assertEquals(List.of(), taken.rejected);
        List<LedgerEntry> entries = new ArrayList<>(taken.nobodys);
        taken.records.forEach(each -> entries.addAll(each.ledger()));
        for (int row = 1; row <= 20; row++) {
            for (String name : kind.header) {
                int number = row;
                long count = entries.stream()
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .filter(each -> name.equals(each.location().label())
                                && Integer.valueOf(number)
                                        .equals(each.location().row()))
                        .count();
                assertEquals(1, count, row + " " + name);
            }
        }
    }

    private static String amounts(Taken taken) {
        return records(taken).stream()
                .map(each -> (AssistanceStandard) each)
                .map(each -> each.scope() + " " + each.item() + " " + each.residence() + " " + each.amount())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void namesInsideNamesAreLabelsBelowLabels() {
        Taken nested = read(
                Rows.STANDARDS,
                "a.json",
                "[{\"地区\":\"甲县\",\"低保标准\":{\"城市\":900,\"农村\":800}},{\"地区\":\"乙县\",\"低保标准\":{\"城市\":910,\"农村\":null}}]");
        Taken table = read(
                Rows.STANDARDS,
                "a.html",
                "<table><tr><td rowspan=2>地区<td colspan=2>低保标准<tr><td>城市<td>农村"
                        + "<tr><td>甲县<td>900<td>800<tr><td>乙县<td>910<td></table>");
        assertEquals(3, nested.records.size());
        assertEquals(amounts(table), amounts(nested));
    }

    @Test
    void anObjectWithAListOfObjectsIsARowForEach() {
        Taken taken = read(
                Rows.STANDARDS,
                "a.json",
                "{\"data\":[{\"地区\":\"甲县\",\"执行时间\":\"2024-01-01\",\"items\":[{\"类别\":\"城市低保\",\"标准\":900},"
                        + "{\"类别\":\"农村低保\",\"标准\":800}]},"
                        + "{\"地区\":\"乙县\",\"执行时间\":\"2024-01-01\",\"items\":[{\"类别\":\"城市低保\",\"标准\":910}]}]}");
        assertEquals(
                List.of("甲县 900", "甲县 800", "乙县 910"),
                records(taken).stream()
                        .map(each -> (AssistanceStandard) each)
                        .map(each -> each.scope() + " " + each.amount())
                        .toList());
    }

    @Test
    void noValueIsTakenFromTheObjectBefore() {
        Taken taken = read(
                Rows.STANDARDS,
                "a.json",
                "[{\"地区\":\"甲县\",\"类别\":\"城市低保\",\"标准\":900},{\"地区\":null,\"类别\":\"城市低保\",\"标准\":910}]");
        assertEquals(
                List.of("甲县", "null"),
                records(taken).stream()
                        .map(each -> String.valueOf(((AssistanceStandard) each).scope()))
                        .toList());
    }

    @Test
    void anObjectOfAnotherMakeIsToldAndKept() {
        Taken taken = read(Rows.STANDARDS, "a.json", "{\"code\":404,\"msg\":\"not found\"}");
        assertEquals(List.of(), taken.records);
        assertTrue(taken.rejections.stream().anyMatch(each -> each.rule().equals("source.table.none")));
        assertTrue(taken.rejected.get(0) instanceof RawForm.WholeFile);
    }

    @Test
    void aBrokenLineOfARegisterIsShownNowhere() {
        Taken taken = read(
                Rows.APPLICATIONS,
                "a.ndjson",
                "{\"登记编号\":\"2024-101\",\"收到日期\":\"2024-03-11\",\"申请人姓名\":\"张某\",\"申请内容\":\"检修记录\"}\n"
                        + "{\"登记编号\":\"2024-102\",\"申请人姓名\":\"张某\" 李某\n");
        assertEquals(1, taken.records.size());
        assertFalse((taken.rejections + " " + taken.rejected + taken.problems).contains("某"));
    }

    @Test
    void whatProgramsLeaveInCellsIsSeenToAndTold() {
        Taken taken = read(
                Rows.STANDARDS, "a.csv", "地区,类别,标准,备注\n甲县,&#22478;&#24066;低保,=\"900\",NULL\n⽢县,城市低保,910,undefined\n");
        assertEquals(2, taken.records.size());
        AssistanceStandard first = (AssistanceStandard) taken.records.get(0).record();
        assertEquals(900, first.amount().intValue());
        assertEquals(null, first.note());
        assertEquals(
                "甘县", String.valueOf(((AssistanceStandard) taken.records.get(1).record()).scope()));
        Map<String, LedgerEntry> fields = taken.records.get(0).ledger().stream()
                .filter(each -> each.fate() != FieldFate.DEFAULTED)
                .collect(Collectors.toMap(each -> each.location().label(), each -> each));
        assertEquals(FieldFate.REPAIRED, fields.get("类别").fate());
        assertTrue(fields.get("类别").reasons().contains("character-references"));
        assertEquals("=\"900\"", fields.get("标准").value());
        assertEquals("NULL", fields.get("备注").value());
        assertTrue(fields.get("备注").reasons().contains("null-token"));
    }
}
