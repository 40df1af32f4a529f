package org.gongkai.ingest.annual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ProcessingFees;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of which text and tables stand in the same cells of sheets, as people keep them who write a report in a workbook. */
class ReportSheetTest {

    private static final List<String> RESULTS = List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");
    private static final String OTHER = "六、其他需要报告的事项";

    private final AnnualReportTableReader reader = AnnualReportTableReader.standard();

    private static ReportForm form() {
        return Objects.requireNonNull(ReportForm.of(2025));
    }

    private static List<List<String>> lines(String... lines) {
        return Arrays.stream(lines).map(List::of).toList();
    }

    private static List<List<String>> acts() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("第二十条第（一）项"));
        rows.add(List.of("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"));
        rows.add(List.of("规章", "0", "0", "0"));
        rows.add(List.of("行政规范性文件", "3", "1", "12"));
        for (String each : List.of("五:行政许可", "六:行政处罚", "六:行政强制")) {
            rows.add(List.of("第二十条第（" + each.charAt(0) + "）项"));
            rows.add(List.of("信息内容", "本年处理决定数量"));
            rows.add(List.of(each.substring(2), each.endsWith("强制") ? "" : "40"));
        }
        rows.add(List.of("第二十条第（八）项"));
        rows.add(List.of("信息内容", "本年收费金额（单位：万元）"));
        rows.add(List.of("行政事业性收费", "6.2"));
        return rows;
    }

    /** Table 3 with no merged cell in it: labels in one to three columns, and blanks where a cell was merged. */
    private static List<List<String>> requests(String blank) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "", "", "申请人情况"));
        rows.add(List.of("", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"));
        rows.add(List.of("", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"));
        for (FormRow each : form().rows(ReportTable.REQUESTS)) {
            String figure = List.of("一", "三(七)", "三(一)").contains(each.code()) ? "7" : blank;
            List<String> row = new ArrayList<>(List.of(each.label(), "", ""));
            if (each.kind() != FormRow.Kind.HEADING) {
                row.add(figure);
                row.addAll(Collections.nCopies(5, blank));
                row.add(figure);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> disputes() {
        List<String> heads = new ArrayList<>(List.of("行政复议", "", "", "", "", "行政诉讼"));
        List<String> kinds = new ArrayList<>(Collections.nCopies(5, ""));
        kinds.addAll(List.of("未经复议直接起诉", "", "", "", "", "复议后起诉"));
        List<String> results = new ArrayList<>(RESULTS);
        results.addAll(RESULTS);
        results.addAll(RESULTS);
        List<String> figures = new ArrayList<>(List.of("1", "0", "0", "2", "3"));
        figures.addAll(Collections.nCopies(10, "0"));
        return List.of(heads, kinds, results, figures);
    }

    @SafeVarargs
    private static List<List<String>> under(List<List<String>>... parts) {
        List<List<String>> rows = new ArrayList<>();
        for (List<List<String>> each : parts) {
            rows.addAll(each);
        }
        return rows;
    }

    private static List<List<String>> whole(String blank) {
        return under(
                lines("东岭区林业局2025年政府信息公开工作年度报告", "一、总体情况", "公开信息40条。", "培训两次。", "二、主动公开政府信息情况"),
                acts(),
                lines("三、收到和处理政府信息公开申请情况"),
                requests(blank),
                lines("四、政府信息公开行政复议、行政诉讼情况"),
                disputes(),
                lines("五、存在的主要问题及改进情况", "公开不及时，已整改。", OTHER, "未收取信息处理费。"));
    }

    @SafeVarargs
    private TableReading<AnnualReport> read(List<List<String>>... sheets) {
        List<Grid> grids = new ArrayList<>();
        for (List<List<String>> each : sheets) {
            Location place = new Location("r.xlsx", "Sheet" + (grids.size() + 1), null, null, null);
            grids.add(Grid.ofSheet(place, each, List.of()));
        }
        return reader.readTogether(Location.of("r.xlsx"), grids, reader.defaults(Map.of()));
    }

    private static Map<Integer, String> texts(AnnualReport report) {
        return report.sections().stream()
                .collect(Collectors.toMap(
                        each -> Objects.requireNonNull(each.number()),
                        each -> Objects.requireNonNullElse(each.text(), "")));
    }

    private static List<String> figures(AnnualReport report, ReportTable table, String code) {
        return report.rows(table).stream()
                .filter(each -> code.equals(each.code()))
                .map(ReportRow::cells)
                .findFirst()
                .orElseThrow()
                .stream()
                .map(Figure::text)
                .toList();
    }

    private static void assertWhole(TableReading<AnnualReport> reading) {
        AnnualReport report = reading.records().get(0);
        assertEquals("东岭区林业局", String.valueOf(report.body()));
        assertEquals(2025, report.year());
        assertEquals(Map.of(1, "公开信息40条。\n培训两次。", 2, "", 3, "", 4, "", 5, "公开不及时，已整改。", 6, "未收取信息处理费。"), texts(report));
        assertEquals(new ProcessingFees(null, null, BigDecimal.ZERO), report.fees());
        assertEquals(
                form().rows(ReportTable.REQUESTS).stream()
                        .filter(each -> each.kind() != FormRow.Kind.HEADING)
                        .map(FormRow::code)
                        .toList(),
                report.requests().stream().map(ReportRow::code).toList());
        assertEquals("7", figures(report, ReportTable.REQUESTS, "三(一)").get(6));
        assertEquals(List.of("3", "1", "12"), figures(report, ReportTable.PROACTIVE, "20(一)行政规范性文件"));
        assertEquals(List.of("1", "0", "0", "2", "3"), figures(report, ReportTable.DISPUTES, "行政复议"));
        assertEquals(
                List.of("行政复议", "未经复议直接起诉", "复议后起诉"),
                report.disputes().stream().map(ReportRow::code).toList());
        assertEquals(List.of(), reading.problems());
        assertEquals(List.of(), unmapped(reading));
    }

    private static List<String> unmapped(TableReading<AnnualReport> reading) {
        return reading.ledger().stream()
                .filter(each -> each.fate() == FieldFate.UNMAPPED)
                .map(LedgerEntry::value)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "/"})
    void aReportOnOneSheetWithoutMergedCellsKeepsLabelsAndTextApart(String blank) {
        assertWhole(read(whole(blank)));
    }

    @Test
    void aTableMayStandOnAnotherSheetAndTheSectionsGoOnThere() {
        List<List<String>> rows = whole("0");
        for (int cut = 1; cut < rows.size(); cut++) {
            if (ReportPage.heads(rows.get(cut).get(0))) {
                assertWhole(read(rows.subList(0, cut), rows.subList(cut, rows.size())));
            }
        }
    }

    @Test
    void sheetsOfTablesMayStandBeforeThatOfTheText() {
        List<List<String>> text = whole("0").stream()
                .filter(each -> each.size() == 1)
                .filter(each -> !each.get(0).startsWith("第二十条"))
                .toList();
        assertWhole(read(under(lines("二、主动公开政府信息情况"), acts()), under(lines("表三"), requests("0")), disputes(), text));
    }

    @Test
    void aPageThatIsOneTableKeepsItsSectionsInTheirOrder() {
        String table = whole("0").stream()
                .map(row -> "<tr><td>" + String.join("</td><td>", row) + "</td></tr>")
                .collect(Collectors.joining());
        assertWhole(reader.readHtml("r.html", "<body><table>" + table + "</table></body>", reader.defaults(Map.of())));
    }

    @Test
    void aHeadingThatStandsInItsTableIsThatOfTheTextBelow() {
        String html = "<h1>东岭区林业局2025年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>平稳。</p>"
                + "<table><tr><td colspan=4>二、主动公开政府信息情况</td></tr><tr><td>信息内容</td><td>本年制发件数</td>"
                + "<td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr></table>"
                + "<p>本年没有新的规章。</p>";
        AnnualReport report = reader.readHtml("r.html", html, reader.defaults(Map.of()))
                .records()
                .get(0);
        assertEquals(Map.of(1, "平稳。", 2, "本年没有新的规章。"), texts(report));
    }

    @Test
    void aLineOutsideOfTheSectionsAndAForeignTableAreTold() {
        TableReading<AnnualReport> reading = read(
                under(
                        lines("东岭区林业局2025年政府信息公开工作年度报告", "按照条例编制。", "一、总体情况", "平稳。"),
                        List.of(List.of("栏目", "条数"), List.of("工作动态", "120"))),
                whole("0").subList(4, whole("0").size()));
        assertEquals("平稳。", texts(reading.records().get(0)).get(1));
        assertEquals(List.of("按照条例编制。", "栏目", "条数", "工作动态", "120"), unmapped(reading));
        assertTrue(
                reading.problems().stream().allMatch(each -> each.rule().equals("source.table.unrecognized")),
                () -> reading.problems().toString());
    }

    @Test
    void whatASectionSaysTwiceIsKeptOnceAndWhatItSaysElsewhereIsAdded() {
        List<List<String>> more = lines(OTHER, "未收取信息处理费。");
        assertWhole(read(whole("0"), more));
        AnnualReport report = read(whole("0"), lines(OTHER, "无其他事项。")).records().get(0);
        assertEquals("未收取信息处理费。\n无其他事项。", texts(report).get(6));
    }

    @Test
    void aWordForNothingIsTheTextOfASection() {
        List<List<String>> rows = new ArrayList<>(whole("0"));
        rows.set(rows.size() - 1, List.of("无。"));
        ReportSection last = read(rows).records().get(0).sections().get(5);
        assertEquals("无。", last.text());
        assertNull(read(whole("0").subList(0, 8))
                .records()
                .get(0)
                .sections()
                .get(1)
                .text());
    }
}
