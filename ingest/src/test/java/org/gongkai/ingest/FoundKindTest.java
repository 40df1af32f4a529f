package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.catalogue.CatalogueItem;
import org.gongkai.core.catalogue.DirectoryItem;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.table.TableKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources of which nobody says what they hold: the kind is found out, or asked for. */
class FoundKindTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Twenty rows of a kind. */
    enum Rows {
        STANDARDS(TableKind.ASSISTANCE_STANDARD, List.of("救助类别", "标准", "原标准", "备注")) {
            @Override
            List<String> row(int number) {
                return List.of(
                        number % 2 == 0 ? "城市低保" : "农村低保",
                        String.valueOf(900 + number),
                        "" + (850 + number),
                        "第" + number + "档");
            }
        },
        PLANS(TableKind.LAND, List.of("序号", "项目名称", "位置", "拟征面积（公顷）", "拟用途")) {
            @Override
            List<String> row(int number) {
                return List.of("" + number, "东岭" + number + "号路", "东岭镇" + number + "村", number + ".25", "道路用地");
            }
        },
        DECISIONS(TableKind.DECISION, List.of("序号", "决策事项", "承办单位", "备注")) {
            @Override
            List<String> row(int number) {
                return List.of("" + number, "东岭区第" + number + "号规划", "区水务局", "说明" + number);
            }
        },
        APPLICATIONS(TableKind.REQUEST, List.of("登记编号", "收到日期", "申请人姓名", "所需政府信息")) {
            @Override
            List<String> row(int number) {
                return List.of(
                        "2024-" + (100 + number), "2024-03-" + (number + 9), "张某" + number, "水库" + number + "的检修记录");
            }
        };

        final TableKind kind;
        final List<String> header;

        Rows(TableKind kind, List<String> header) {
            this.kind = kind;
            this.header = header;
        }

        abstract List<String> row(int number);

        List<List<String>> rows() {
            return IntStream.rangeClosed(1, 20).mapToObj(this::row).toList();
        }
    }

    @TempDir
    Path folder;

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

    private Taken book(LegacyReader reader, List<List<String>> rows) throws IOException {
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
        return Taken.from(reader, file);
    }

    private Taken database(Rows kind, List<Mapping.Tables> tables) throws SQLException {
        String url = "jdbc:h2:file:"
                + folder.resolve("old-" + tables.size() + kind.name().toLowerCase(Locale.ROOT));
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
                    tables);
            Taken taken = new Taken();
            LegacyReader.standard().withMapping(mapping).readDatabase(Map.<String, String>of()::get, taken);
            return taken;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theKindNeedNotBeNamedWhereTheLabelsTellIt(Rows kind) throws IOException, SQLException {
        LegacyReader named = LegacyReader.standard()
                .withMapping(Mapping.none().withTables(new Mapping.Tables("**", kind.kind, Map.of(), Map.of(), false)));
        List<List<String>> rows = new ArrayList<>(List.of(kind.header));
        rows.addAll(kind.rows());
        String csv = rows.stream().map(each -> String.join(",", each)).collect(Collectors.joining("\n"));
        Path file = Taken.write(folder, "rows.csv", csv.getBytes(StandardCharsets.UTF_8));
        List<DisclosureRecord> told = records(Taken.from(named, file));
        List<Taken> all = List.of(
                Taken.from(file),
                Taken.from(folder, "rows.tsv", csv.replace(',', '\t')),
                Taken.from(folder, "rows.html", page(rows)),
                book(LegacyReader.standard(), rows),
                Taken.from(
                        folder,
                        "list.json",
                        JSON.createArrayNode().addAll(objects(kind)).toString()),
                Taken.from(
                        folder,
                        "lines.ndjson",
                        objects(kind).stream().map(String::valueOf).collect(Collectors.joining("\n"))),
                database(kind, List.of()));
        for (Taken each : all) {
            assertEquals(told, records(each));
            assertEquals(List.of(), each.rejections);
            assertTrue(each.problems.stream()
                    .anyMatch(problem -> problem.rule().equals("source.kind.found")
                            && kind.kind.code().equals(problem.value())));
        }
    }

    @Test
    void aFormOfTheAnnualReportIsReadFromObjectsOfFigures() {
        String report = Stream.of("本年制发件数", "本年废止件数", "现行有效件数")
                .map(each -> "{\"机关\":\"东岭区水务局\",\"年度\":\"2024\",\"表\":\"二\",\"行\":\"20(一)规章\",\"列\":\"" + each
                        + "\",\"数值\":\"3\"}")
                .collect(Collectors.joining(",", "[", "]"));
        Taken taken = Taken.from(folder, "figures.json", report);
        AnnualReport read = (AnnualReport) taken.only().record();
        assertEquals(2024, read.year());
        assertEquals("东岭区水务局", String.valueOf(read.body()));
        assertEquals(1, read.proactive().size());
        assertEquals(List.of(), taken.rejections);
    }

    @Test
    void ofTwoSheetsEachGoesItsWay() throws IOException {
        Path file = folder.resolve("two.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            for (Rows kind : List.of(Rows.STANDARDS, Rows.PLANS)) {
                Worksheet sheet = book.newWorksheet(kind.name());
                for (int c = 0; c < kind.header.size(); c++) {
                    sheet.value(0, c, kind.header.get(c));
                    sheet.value(1, c, kind.row(1).get(c));
                }
            }
            Worksheet other = book.newWorksheet("名册");
            other.value(0, 0, "姓名");
            other.value(0, 1, "工资标准");
        }
        Taken taken = Taken.from(file);
        assertEquals(2, taken.records.size());
        assertTrue(
                taken.rules().contains("source.sheet.noHeader"), taken.rules().toString());
    }

    private Path book(String name, Map<String, List<List<String>>> sheets) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            sheets.forEach((title, rows) -> {
                Worksheet sheet = book.newWorksheet(title);
                for (int r = 0; r < rows.size(); r++) {
                    for (int c = 0; c < rows.get(r).size(); c++) {
                        sheet.value(r, c, rows.get(r).get(c));
                    }
                }
            });
        }
        return file;
    }

    @Test
    void aSheetWithTheLastSectionsOfAReportGoesOnWithIt() throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put(
                "表二",
                List.of(
                        List.of("东岭区水务局2024年政府信息公开工作年度报告"),
                        List.of("二、主动公开政府信息情况"),
                        List.of("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
                        List.of("规章", "0", "0", "0"),
                        List.of("行政规范性文件", "2", "0", "8")));
        sheets.put("其他", List.of(List.of("六、其他需要报告的事项"), List.of("无其他事项。")));
        AnnualReport read =
                (AnnualReport) Taken.from(book("r.xlsx", sheets)).only().record();
        assertEquals("无其他事项。", read.sections().get(1).text());
        assertEquals(2, read.proactive().size());
    }

    /** Nobody knows what the second sheet is, but an applicant of the first may be named there. */
    @Test
    void ofAWorkbookThatHoldsARegisterNoOtherSheetIsShown() throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("登记", List.of(Rows.APPLICATIONS.header, Rows.APPLICATIONS.row(1)));
        sheets.put("说明", List.of(List.of("编号", "环节", "日期", "说明"), List.of("2024-101", "答复", "2024-04-01", "申屠晓领取")));
        Taken taken = Taken.from(book("s.xlsx", sheets));
        assertEquals(1, taken.records.size());
        String told = taken.rejections + " " + taken.rejected;
        assertFalse(told.contains("申屠晓"), told);
    }

    @Test
    void aPageThatShowsATableAndLittleElseIsReadForIt() {
        String table = page(List.of(List.of("类别", "城市（元/月）"), List.of("最低生活保障", "950")));
        Taken alone =
                Taken.from(folder, "a.html", "<title>东岭区低保标准</title><h1>东岭区低保标准</h1><p>发布日期：2024-07-01</p>" + table);
        assertEquals(AssistanceStandard.class, alone.only().record().getClass());
        Taken notice = Taken.from(
                folder,
                "b.html",
                "<title>关于公布低保标准的通知</title><h1>关于公布低保标准的通知</h1><p>东民发〔2024〕3号</p><div id=zoom><p>各镇人民政府：</p><p>现将标准公布如下。</p>"
                        + table + "<p>东岭区民政局</p><p>2024年7月1日</p></div>");
        assertEquals("关于公布低保标准的通知", notice.document().title());
        assertTrue(notice.rules().contains("source.kind.beside"), notice.rules().toString());
    }

    /** It has more text than tables, as a notice has, but is called a report and has all of its tables. */
    @Test
    void aPageThatIsCalledAnAnnualReportAndHasItsTablesIsOne() {
        String tables = page(List.of(
                        List.of("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
                        List.of("规章", "0", "0", "0"),
                        List.of("行政规范性文件", "2", "0", "8")))
                + "<p>三、收到和处理政府信息公开申请情况</p>"
                + page(List.of(
                        List.of("", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"),
                        List.of("一、本年新收政府信息公开申请数量", "3", "0", "0", "0", "0", "0", "3"),
                        List.of("四、结转下年度继续办理", "1", "0", "0", "0", "0", "0", "1")))
                + "<p>四、政府信息公开行政复议、行政诉讼情况</p>"
                + page(List.of(
                        List.of("", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"), List.of("行政复议", "1", "0", "0", "0", "1")));
        String text = "<h1>%s</h1><p>发布日期：2025-01-15</p><p>一、总体情况</p><p>" + "各科室按职责公开信息。".repeat(60)
                + "</p><p>二、主动公开政府信息情况</p>" + tables + "<p>五、存在的主要问题及改进情况</p><p>培训偏少。</p>";
        Taken report = Taken.from(folder, "a.html", text.formatted("东岭区水务局2024年政府信息公开工作年度报告"));
        AnnualReport read = (AnnualReport) report.only().record();
        assertEquals(2024, read.year());
        assertEquals("培训偏少。", read.sections().get(4).text());
        assertTrue(report.rules().contains("source.kind.found"), report.rules().toString());
        Taken notice = Taken.from(folder, "b.html", text.formatted("关于公布2024年政府信息公开工作年度报告的通知"));
        assertEquals("关于公布2024年政府信息公开工作年度报告的通知", notice.document().title());
        assertTrue(notice.rules().contains("source.kind.beside"), notice.rules().toString());
    }

    @Test
    void whatIsNotClearIsRejectedWithTheKindsItMayBeOf() {
        Taken taken = Taken.from(folder, "a.csv", "序号,标准\n1,950\n");
        assertEquals(List.of(), taken.records);
        assertEquals("source.kind.unclear", taken.rejections.get(0).rule());
        assertEquals("assistance-standard", taken.rejections.get(0).value());
        Taken asked = Taken.from(LegacyReader.standard().withDocumentsOnly(), folder.resolve("a.csv"));
        assertEquals("source.csv.noHeader", asked.rejections.get(0).rule());
    }

    @Test
    void whatMayBeARegisterIsKeptNowhere() {
        Taken taken = Taken.from(folder, "a.csv", "申请日期,申请人,申请事项,办理结果\n2024-03-01,张某某,开店,准予\n");
        assertEquals("source.kind.unclear", taken.rejections.get(0).rule());
        assertFalse((taken.rejected + " " + taken.rejections).contains("张某某"));
        assertTrue(taken.rejected.stream().noneMatch(RawForm.WholeFile.class::isInstance));
    }

    /** The page reader takes 公开时限 | 公开主体 for a label and its value, and no text is left beside them. */
    @Test
    void aCatalogueWhoseHeadsLookLikeLabelsIsStillATable() {
        Taken taken = Taken.from(
                folder,
                "a.html",
                "<html><body><h2>公共法律服务领域基层政务公开标准目录</h2><table><tr><th rowspan=2>序号</th><th colspan=3>公开事项</th>"
                        + "<th rowspan=2>公开内容（要素）</th><th rowspan=2>公开时限</th><th rowspan=2>公开主体</th>"
                        + "<th colspan=2>公开方式</th><th colspan=2>公开方式</th></tr><tr><th>一级事项</th><th>二级事项</th><th>三级事项</th>"
                        + "<th>主动</th><th>依申请</th><th>县级</th><th>乡、村级</th></tr><tr><td>1</td><td>甲</td><td>乙</td><td>丙</td>"
                        + "<td>办理指南</td><td>20个工作日内</td><td>东岭区司法局</td><td>√</td><td></td><td>√</td><td>√</td></tr></table>"
                        + "</body></html>");
        CatalogueItem item = (CatalogueItem) taken.records.get(0).record();
        assertEquals("丙", item.level3());
        assertEquals(3, item.tiers().size());
    }

    @Test
    void aDirectoryWhoseMattersHaveLevelsAloneIsRead() {
        Taken taken = Taken.from(
                folder,
                "a.html",
                "<html><body><h2>东岭区水务局主动公开基本目录</h2><table><tr><th rowspan=2>序号</th><th colspan=2>公开事项</th>"
                        + "<th rowspan=2>公开内容</th><th rowspan=2>公开时限</th><th rowspan=2>公开渠道和载体</th></tr>"
                        + "<tr><th>一级</th><th>二级</th></tr><tr><td>1</td><td>机构信息</td><td>领导信息</td><td>姓名、分工</td>"
                        + "<td>20个工作日内</td><td>■政府网站</td></tr></table></body></html>");
        assertEquals("领导信息", ((DirectoryItem) taken.records.get(0).record()).column2());
    }
}
