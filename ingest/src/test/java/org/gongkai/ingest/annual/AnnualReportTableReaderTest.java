package org.gongkai.ingest.annual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ProcessingFees;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportPeriod;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnualReportTableReaderTest {

    private static final String HEAD = "<tr><td colspan=3 rowspan=3>本列数据关系</td><td colspan=7>申请人情况</td></tr>"
            + "<tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>"
            + "<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>";

    private static final String DISPUTES = "<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>"
            + "<tr><td rowspan=2>结果维持</td><td rowspan=2>结果纠正</td><td rowspan=2>其他结果</td><td rowspan=2>尚未审结</td><td rowspan=2>总计</td>"
            + "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>"
            + "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>".repeat(2)
            + "</tr><tr>"
            + IntStream.rangeClosed(1, 15)
                    .mapToObj(each -> "<td>" + each + "</td>")
                    .collect(Collectors.joining())
            + "</tr></table>";

    private final AnnualReportTableReader reader = AnnualReportTableReader.standard();

    private static ReportForm form() {
        return Objects.requireNonNull(ReportForm.of(2024));
    }

    private static String row(String label, String... cells) {
        return "<tr><td colspan=3>" + label + "</td>"
                + IntStream.range(0, 7)
                        .mapToObj(each -> "<td>" + (each < cells.length ? cells[each] : "0") + "</td>")
                        .collect(Collectors.joining())
                + "</tr>";
    }

    /** All rows of table 3 under their printed labels, numbered in the order of the form. */
    private static List<String> requests() {
        List<String> rows = new ArrayList<>();
        for (FormRow each : form().rows(ReportTable.REQUESTS)) {
            if (each.kind() != FormRow.Kind.HEADING) {
                rows.add(row(each.label(), String.valueOf(rows.size())));
            }
        }
        return rows;
    }

    private static String page(String... tables) {
        return "<html><head><title>东岭区水务局2024年政府信息公开工作年度报告</title></head><body>"
                + "<p>发布日期：2025-01-20</p><p>统计期限为2024年1月1日至2024年12月31日。</p>"
                + "<h3>一、总体情况</h3><p>全年平稳。</p><p>管理规范。</p><h3>二、主动公开政府信息情况</h3>"
                + "<h3>三、收到和处理政府信息公开申请情况</h3>" + String.join("<p>续表</p>", tables)
                + "<h3>四、因政府信息公开工作被申请行政复议、提起行政诉讼情况</h3><h3>五、存在问题及改进情况</h3><p>有待提高。</p>"
                + "<h3>六、其他需要报告的事项</h3><p>没有收取信息处理费。</p></body></html>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"统计期限自2024年1月1日起，至2024年12月31日止", "统计时间从2024年1月1日开始，到12月31日", "数据截取2024年1月1日—2024年12月31日"})
    void thePeriodIsReadInTheWordsOfReports(String said) {
        String html = page(table(requests()), DISPUTES).replace("统计期限为2024年1月1日至2024年12月31日", said);
        assertEquals(ReportPeriod.of(2024), read(html).records().get(0).period());
    }

    private TableReading<AnnualReport> read(String html) {
        return reader.readHtml("2024.html", html, reader.defaults(Map.of()));
    }

    private static List<Figure> cells(AnnualReport report, ReportTable table, String code) {
        return report.rows(table).stream()
                .filter(each -> code.equals(each.code()))
                .map(ReportRow::cells)
                .findFirst()
                .orElseThrow();
    }

    private static String table(List<String> rows) {
        return "<table>" + HEAD + String.join("", rows) + "</table>";
    }

    @Test
    void aPageIsOneReportWithItsTitleDayPeriodSectionsAndTables() {
        AnnualReport report = read(page(table(requests()), DISPUTES)).records().get(0);
        assertEquals("东岭区水务局", String.valueOf(report.body()));
        assertEquals(2024, report.year());
        assertEquals(LocalDate.of(2025, 1, 20), report.publishedOn());
        assertEquals(ReportPeriod.of(2024), report.period());
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6),
                report.sections().stream().map(ReportSection::number).toList());
        assertEquals("全年平稳。\n管理规范。", report.sections().get(0).text());
        assertEquals(25, report.requests().size());
        assertEquals("24", cells(report, ReportTable.REQUESTS, "四").get(0).text());
        assertEquals("22", cells(report, ReportTable.REQUESTS, "三(六)3").get(0).text());
        assertEquals("23", cells(report, ReportTable.REQUESTS, "三(七)").get(0).text());
        assertEquals("5", cells(report, ReportTable.DISPUTES, "行政复议").get(4).text());
        assertEquals("6", cells(report, ReportTable.DISPUTES, "未经复议直接起诉").get(0).text());
        assertEquals("15", cells(report, ReportTable.DISPUTES, "复议后起诉").get(4).text());
    }

    @Test
    void aTableBrokenOverPagesIsReadByItsLabels() {
        List<String> rows = requests();
        String first = table(rows.subList(0, 9));
        String second = "<table>" + String.join("", rows.subList(9, 25)) + "</table>";
        String again = table(rows.subList(9, 25));
        AnnualReport whole = read(page(table(rows), DISPUTES)).records().get(0);
        assertEquals(
                whole.requests(),
                read(page(first, second, DISPUTES)).records().get(0).requests());
        assertEquals(
                whole.requests(),
                read(page(first, again, DISPUTES)).records().get(0).requests());
    }

    @Test
    void blanksAndDashesAreReadAsZeroAndNamedAsRepairedButABlankTotalStaysBlank() {
        TableReading<AnnualReport> reading =
                read(page(table(List.of(row("一、本年新收政府信息公开申请数量", "2", "", "/", "--", "—", "0", "")))));
        assertEquals(
                List.of("2", "0", "0", "0", "0", "0", ""),
                reading.records().get(0).requests().get(0).cells().stream()
                        .map(Figure::text)
                        .toList());
        assertEquals(
                4,
                reading.ledger().stream()
                        .filter(each -> each.fate() == FieldFate.REPAIRED
                                && each.reasons().contains("blank-as-zero"))
                        .count());
    }

    @Test
    void wordsInACellAreKeptAndCountingWordsDropped() {
        TableReading<AnnualReport> reading = read(page(table(List.of(row("（一）予以公开", "二十", "12件")))));
        List<Figure> cells = reading.records().get(0).requests().get(0).cells();
        assertEquals("二十", cells.get(0).text());
        assertEquals("12", cells.get(1).text());
        assertEquals(
                List.of("12件"),
                reading.ledger().stream()
                        .filter(each -> each.reasons().contains("unit"))
                        .map(LedgerEntry::value)
                        .toList());
    }

    @Test
    void aRowTooManyIsKeptUnderItsLabel() {
        List<String> rows = new ArrayList<>(requests());
        rows.add(5, row("9.工作秘密", "1"));
        AnnualReport report = read(page(table(rows))).records().get(0);
        assertEquals(26, report.requests().size());
        assertEquals("9.工作秘密", report.requests().get(5).code());
    }

    @Test
    void columnsInAnotherOrderAreReadByTheirLabels() {
        String head =
                "<tr><td colspan=3>项目</td><td>自然人</td><td>科研机构</td><td>商业企业</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>合计</td></tr>";
        AnnualReport report = read(page(
                        "<table>" + head + row("一、本年新收", "1", "2", "3", "0", "0", "0", "6") + "</table>"))
                .records()
                .get(0);
        assertEquals(
                List.of("1", "3", "2", "0", "0", "0", "6"),
                report.requests().get(0).cells().stream().map(Figure::text).toList());
    }

    private static String columns(String... names) {
        return "<tr><td colspan=3>项目</td><td>" + String.join("</td><td>", names) + "</td></tr>";
    }

    private static String flat(String label, String... cells) {
        return "<tr><td colspan=3>" + label + "</td><td>" + String.join("</td><td>", cells) + "</td></tr>";
    }

    private static List<String> texts(AnnualReport report, ReportTable table, String code) {
        return cells(report, table, code).stream().map(Figure::text).toList();
    }

    private static List<String> told(TableReading<AnnualReport> reading) {
        return reading.problems().stream()
                .map(each -> each.rule() + ' ' + each.value())
                .toList();
    }

    private static long unmapped(TableReading<AnnualReport> reading, String... values) {
        return reading.ledger().stream()
                .filter(each ->
                        each.fate() == FieldFate.UNMAPPED && List.of(values).contains(each.value()))
                .count();
    }

    @Test
    void aColumnOfTotalsMayStandFirstOrBeMissing() {
        AnnualReport first = read(page("<table>" + columns("总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
                        + flat("一、本年新收", "21", "1", "2", "3", "4", "5", "6") + "</table>"))
                .records()
                .get(0);
        assertEquals(List.of("1", "2", "3", "4", "5", "6", "21"), texts(first, ReportTable.REQUESTS, "一"));
        TableReading<AnnualReport> none = read(page("<table>" + columns("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
                + flat("一、本年新收", "1", "2", "3", "4", "5", "6") + "</table>"));
        assertEquals(
                List.of("1", "2", "3", "4", "5", "6", ""), texts(none.records().get(0), ReportTable.REQUESTS, "一"));
        assertEquals(List.of("source.table.columns 总计"), told(none));
    }

    /** Where the totals do not say that a missing column holds nothing, nobody can say whose the figures are. */
    @Test
    void aTableThatLacksApplicantsIsReadWhereItsTotalsAddUpAndElseTold() {
        String head = columns("自然人", "商业企业", "总计");
        TableReading<AnnualReport> read = read(
                page("<table>" + head + flat("一、本年新收", "4", "1", "5") + flat("二、上年结转", "2", "0", "2") + "</table>"));
        assertEquals(
                List.of("4", "1", "", "", "", "", "5"), texts(read.records().get(0), ReportTable.REQUESTS, "一"));
        assertEquals(List.of("source.table.columns 科研机构、社会公益组织、法律服务机构、其他"), told(read));
        TableReading<AnnualReport> unread = read(page(
                "<table>" + head + flat("一、本年新收", "40", "10", "57") + flat("二、上年结转", "20", "0", "20") + "</table>"));
        assertTrue(unread.records().get(0).requests().isEmpty());
        assertEquals(
                List.of("source.table.unrecognized null", "source.table.columns 科研机构、社会公益组织、法律服务机构、其他"), told(unread));
        assertEquals(3, unmapped(unread, "40", "10", "57"));
    }

    @Test
    void theRestOfATableOnTheNextPageMayBeOneRow() {
        List<String> rows = requests();
        AnnualReport whole = read(page(table(rows), DISPUTES)).records().get(0);
        String end = "<table>" + rows.get(24) + "</table>";
        assertEquals(
                whole.requests(),
                read(page(table(rows.subList(0, 24)), end, DISPUTES))
                        .records()
                        .get(0)
                        .requests());
        // A head without a row, and all rows behind it.
        assertEquals(
                whole.requests(),
                read(page(table(List.of()), "<table>" + String.join("", rows) + "</table>"))
                        .records()
                        .get(0)
                        .requests());
        // A row that was there before is of another table.
        assertEquals(
                1,
                read(page(table(rows), end)).problems().stream()
                        .filter(each -> each.rule().equals("source.table.unrecognized"))
                        .count());
    }

    @Test
    void theRestOfATableWithItsColumnsInAnotherOrderIsReadByTheHeadOfTheFirstPage() {
        String head = columns("科研机构", "自然人", "商业企业", "社会公益组织", "法律服务机构", "其他", "总计");
        AnnualReport report = read(page(
                        "<table>" + head + flat("一、本年新收", "1", "2", "3", "4", "5", "6", "21") + "</table>",
                        "<table>" + flat("二、上年结转", "1", "2", "3", "4", "5", "6", "21") + "</table>"))
                .records()
                .get(0);
        assertEquals(List.of("2", "3", "1", "4", "5", "6", "21"), texts(report, ReportTable.REQUESTS, "二"));
    }

    /** A row was added, and a cell of the group above reaches into it: its figures stand one column too far right. */
    @Test
    void aRowThatStandsTooFarRightIsReadByItsLabel() {
        String first = "<tr><td rowspan=2>三、本年度办理结果</td><td rowspan=2>（三）不予公开</td><td>1.属于国家秘密</td>"
                + "<td>1</td>".repeat(7) + "</tr>";
        String second = "<tr><td>（四）无法提供</td><td>1.本机关不掌握相关政府信息</td>" + "<td>2</td>".repeat(7) + "</tr>";
        AnnualReport report =
                read(page(table(List.of(first, second)))).records().get(0);
        assertEquals(List.of("2", "2", "2", "2", "2", "2", "2"), texts(report, ReportTable.REQUESTS, "三(四)1"));
    }

    @Test
    void figuresOfTable2AreReadByTheHeadAboveThem() {
        String head = "<tr><td>信息内容</td><td>本年废止件数</td><td>本年制发件数</td><td>现行有效件数</td></tr>";
        AnnualReport one = read(page("<table>" + head + "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr></table>"))
                .records()
                .get(0);
        assertEquals(List.of("2", "1", "3"), texts(one, ReportTable.PROACTIVE, "20(一)规章"));
        // The form of 2019 has other columns under the same labels of rows.
        TableReading<AnnualReport> other =
                read(page("<table><tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr>"
                        + "<tr><td>行政许可</td><td>71</td><td>72</td><td>73</td></tr>"
                        + "<tr><td>行政处罚</td><td>81</td><td>82</td><td>83</td></tr></table>"));
        assertTrue(other.records().get(0).proactive().isEmpty());
        assertEquals(List.of("source.table.columns 本年处理决定数量"), told(other));
        assertEquals(6, unmapped(other, "71", "72", "73", "81", "82", "83"));
    }

    @Test
    void table2MayComeInParts() {
        AnnualReport report = read(page(
                        "<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>5</td></tr></table>",
                        "<table><tr><td colspan=2>第二十条第（六）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr></table>",
                        "<table><tr><td>行政处罚</td><td>6件</td></tr></table>"))
                .records()
                .get(0);
        assertEquals(List.of("5"), texts(report, ReportTable.PROACTIVE, "20(五)行政许可"));
        assertEquals(List.of("6"), texts(report, ReportTable.PROACTIVE, "20(六)行政处罚"));
    }

    @Test
    void aRowTooManyInTable2IsKeptUnderItsLabel() {
        AnnualReport report = read(page("<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>5</td></tr>"
                        + "<tr><td>行政确认</td><td>77</td></tr></table>"))
                .records()
                .get(0);
        assertEquals(List.of("77"), texts(report, ReportTable.PROACTIVE, "行政确认"));
    }

    private static String line(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(each -> "<td>" + each + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    @Test
    void table4MayComeInParts() {
        String results = "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>";
        AnnualReport report = read(page(
                        "<table><tr><td colspan=5>行政复议</td></tr><tr>" + results + "</tr>" + line(1, 5) + "</table>",
                        "<table><tr><td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>" + results + results
                                + "</tr></table>",
                        "<table>" + line(6, 10) + "</table>"))
                .records()
                .get(0);
        assertEquals(List.of("1", "2", "3", "4", "5"), texts(report, ReportTable.DISPUTES, "行政复议"));
        assertEquals(List.of("11", "12", "13", "14", "15"), texts(report, ReportTable.DISPUTES, "复议后起诉"));
    }

    @Test
    void aBlankLineOfTable4StaysBlankAndCountsAsZeroAndATotalMayBeMissing() {
        String blank = DISPUTES.replaceAll("<td>\\d+</td>", "<td></td>");
        AnnualReport zeros = read(page(blank)).records().get(0);
        assertEquals(List.of("", "", "", "", ""), texts(zeros, ReportTable.DISPUTES, "复议后起诉"));
        assertTrue(zeros.disputes().stream()
                .flatMap(each -> each.cells().stream())
                .allMatch(each -> each.blank() && each.wellFormed()));
        String lines = "<table><tr><td>类别</td><td>结果纠正</td><td>结果维持</td><td>其他结果</td><td>尚未审结</td></tr>"
                + "<tr><td>行政复议</td><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>";
        AnnualReport report = read(page(lines)).records().get(0);
        assertEquals(List.of("2", "1", "3", "4", ""), texts(report, ReportTable.DISPUTES, "行政复议"));
    }

    @Test
    void tablesMayStandInAnotherOrder() {
        String acts = "<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>5</td></tr></table>";
        AnnualReport report =
                read(page(DISPUTES, table(requests()), acts)).records().get(0);
        assertEquals(25, report.requests().size());
        assertEquals(3, report.disputes().size());
        assertEquals(1, report.proactive().size());
    }

    /** What is in a table of which nothing is read stands in the account all the same. */
    @Test
    void cellsOfATableThatIsNotReadAreUnmapped() {
        TableReading<AnnualReport> reading =
                read(page("<table><tr><td>渠道</td><td>件数</td></tr><tr><td>网上</td><td>37</td></tr></table>"));
        assertEquals(4, unmapped(reading, "渠道", "件数", "网上", "37"));
    }

    @Test
    void theGroupsOfTable2AreRead() {
        String table = "<table><tr><td colspan=4>第二十条第（一）项</td></tr>"
                + "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
                + "<tr><td>规章</td><td>/</td><td>/</td><td>/</td></tr><tr><td>规范性文件</td><td>5</td><td>4</td><td>32</td></tr>"
                + "<tr><td colspan=4>第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>"
                + "<tr><td>行政许可</td><td colspan=3>1,350</td></tr>"
                + "<tr><td colspan=4>第二十条第（八）项</td></tr><tr><td>信息内容</td><td colspan=3>本年收费金额（单位：万元）</td></tr>"
                + "<tr><td>行政事业性收费</td><td colspan=3>398.1</td></tr></table>";
        AnnualReport report = read(page(table)).records().get(0);
        assertEquals(
                "32",
                cells(report, ReportTable.PROACTIVE, "20(一)行政规范性文件").get(2).text());
        assertEquals(
                "1350", cells(report, ReportTable.PROACTIVE, "20(五)行政许可").get(0).text());
        assertEquals(
                "398.1",
                cells(report, ReportTable.PROACTIVE, "20(八)行政事业性收费").get(0).text());
    }

    @Test
    void aReportWhoseTablesArePicturesKeepsItsSections() {
        AnnualReport report = read(page("<img src='table3.png'>")).records().get(0);
        assertEquals(6, report.sections().size());
        assertTrue(report.requests().isEmpty());
    }

    @Test
    void tablesThatArePicturesOrAttachedFilesAreTold() {
        SourceProblem told =
                read(page("<img src='/files/table3.png?v=1'><a href='2024.PDF'>附件</a>")).problems().stream()
                        .filter(each -> each.rule().equals("source.table.picture"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("table3.png、2024.PDF", told.value());
        assertEquals("表二、表三、表四", told.expected());
        TableReading<AnnualReport> none =
                read("<title>东岭区水务局2024年政府信息公开工作年度报告</title><body><embed src='2024.pdf'></body>");
        assertTrue(none.records().isEmpty());
        assertEquals("2024.pdf", none.problems().get(0).value());
        // Pictures beside tables, and those that a site has on each page, are none.
        assertTrue(
                read(page("<header><img src='logo.png'></header>")).problems().isEmpty());
    }

    @Test
    void whatTheLedgerCallsMappedStandsAtItsPointer() {
        TableReading<AnnualReport> reading = read(page(table(requests()), DISPUTES));
        AnnualReport report = reading.records().get(0);
        List<LedgerEntry> cells = reading.ledger().stream()
                .filter(each -> each.target() != null && each.target().contains("/cells/"))
                .toList();
        assertEquals(25 * 7 + 15, cells.size());
        for (LedgerEntry each : cells) {
            String[] steps = each.target().substring(1).split("/");
            ReportTable table = ReportTable.valueOf(steps[0].toUpperCase(Locale.ROOT));
            assertEquals(
                    each.value(),
                    report.rows(table)
                            .get(Integer.parseInt(steps[1]))
                            .cells()
                            .get(Integer.parseInt(steps[3]))
                            .text());
        }
    }

    @Test
    void aSheetOrCsvWithoutATitleTakesBodyAndYearFromTheDefaults() {
        List<List<String>> rows = List.of(
                List.of("", "", "", "申请人情况", "", "", "", "", "", ""),
                List.of("", "", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"),
                List.of("一、本年新收政府信息公开申请数量", "", "", "3", "0", "0", "0", "0", "0", "3"),
                List.of("三、本年度办理结果", "（一）予以公开", "", "3", "0", "0", "0", "0", "0", "3"),
                List.of("", "（三）不予公开", "8.属于行政查询事项", "0", "0", "0", "0", "0", "0", "0"));
        TableReading<AnnualReport> reading = reader.readTogether(
                Location.of("t.csv"),
                List.of(Grid.ofRows(Location.of("t.csv"), rows)),
                reader.defaults(Map.of("body", "东岭区水务局", "year", "2024")));
        AnnualReport report = reading.records().get(0);
        assertEquals(
                List.of("一", "三(一)", "三(三)8"),
                report.requests().stream().map(ReportRow::code).toList());
    }

    /** A folder may hold reports of several years and bodies, and a default is for those that say nothing. */
    @Test
    void whatTheReportSaysGoesBeforeADefault() {
        TableReading<AnnualReport> reading = reader.readHtml(
                "2024.html",
                page(table(requests())),
                reader.defaults(Map.of("body", "西岭区水务局", "year", "2020", "publishedOn", "2021-01-20")));
        AnnualReport report = reading.records().get(0);
        assertEquals("东岭区水务局", String.valueOf(report.body()));
        assertEquals(2024, report.year());
        assertEquals(LocalDate.of(2025, 1, 20), report.publishedOn());
        assertTrue(reading.ledger().stream().noneMatch(each -> each.fate() == FieldFate.DEFAULTED));
    }

    private static final List<String> FLAT_HEAD =
            List.of("", "", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");

    private TableReading<AnnualReport> sheet(List<List<String>> rows) {
        return reader.readTogether(
                Location.of("t.xlsx"),
                List.of(Grid.ofRows(Location.of("t.xlsx"), rows)),
                reader.defaults(Map.of("body", "东岭区水务局", "year", "2024")));
    }

    /** A workbook holds no cell for a total that is blank at the end of a row, nor for a formula that nobody has reckoned. */
    @Test
    void aRowWhoseLastCellsAreBlankIsRead() {
        AnnualReport report = sheet(List.of(
                        FLAT_HEAD,
                        List.of("一、本年新收政府信息公开申请数量", "", "", "3", "1", "0", "0", "0", "0"),
                        List.of("二、上年结转政府信息公开申请数量", "", "", "2")))
                .records()
                .get(0);
        assertEquals(
                List.of("3", "1", "0", "0", "0", "0", ""),
                cells(report, ReportTable.REQUESTS, "一").stream()
                        .map(Figure::text)
                        .toList());
        assertEquals(
                List.of("2", "0", "0", "0", "0", "0", ""),
                cells(report, ReportTable.REQUESTS, "二").stream()
                        .map(Figure::text)
                        .toList());
    }

    /** What a head of merged cells leaves in a file of plain text is no row that the form does not have. */
    @Test
    void aRowWithoutANumberIsNoRowOfTheForm() {
        AnnualReport report = sheet(List.of(
                        List.of("勾稽关系：一 + 二 = 三（七） + 四", "", "", "申请人情况", "", "", "", "", "", ""),
                        List.of("", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"),
                        List.of("", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""),
                        List.of("一、本年新收政府信息公开申请数量", "", "", "3", "1", "0", "0", "0", "0", "4")))
                .records()
                .get(0);
        assertEquals(
                List.of("一"), report.requests().stream().map(ReportRow::code).toList());
    }

    /** A row was added, and 三、本年度办理结果 does not reach over the last one: its figures stand one column too far left. */
    @Test
    void aRowThatStandsTooFarLeftIsReadByItsLabel() {
        List<String> rows = new ArrayList<>();
        rows.add("<tr><td rowspan=1>三、本年度办理结果</td><td colspan=2>（一）予以公开</td>" + "<td>1</td>".repeat(7) + "</tr>");
        rows.add("<tr><td colspan=2>（七）总计</td>" + "<td>2</td>".repeat(7) + "</tr>");
        // Not so where nothing says whose figures they are: they are told, and in no row.
        rows.add("<tr><td colspan=2>小计</td>" + "<td>5</td>".repeat(7) + "</tr>");
        TableReading<AnnualReport> reading = read(page(table(rows), DISPUTES));
        assertEquals(
                List.of("三(一)", "三(七)"),
                reading.records().get(0).requests().stream()
                        .map(ReportRow::code)
                        .toList());
        assertEquals(
                7,
                reading.ledger().stream()
                        .filter(each -> each.fate() == FieldFate.UNMAPPED && "5".equals(each.value()))
                        .count());
    }

    @Test
    void tablesUnderOneAnotherOnASheetAreReadEach() {
        List<List<String>> rows = List.of(
                List.of("东岭区水务局二〇二四年度政府信息公开工作年度报告"),
                List.of(""),
                List.of("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
                List.of("规章", "0", "0", "0"),
                List.of("行政规范性文件", "2", "1", "9"),
                List.of(""),
                FLAT_HEAD,
                List.of("一、本年新收政府信息公开申请数量", "", "", "3", "1", "0", "0", "0", "0", "4"),
                List.of(""),
                List.of("二、上年结转政府信息公开申请数量", "", "", "2", "0", "0", "0", "0", "0", "2"),
                List.of(""),
                List.of("类别", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
                List.of("行政复议", "1", "0", "0", "1", "2"));
        AnnualReport report = reader.readTogether(
                        Location.of("t.xlsx"),
                        List.of(Grid.ofRows(Location.of("t.xlsx"), rows)),
                        reader.defaults(Map.of()))
                .records()
                .get(0);
        assertEquals(2024, report.year());
        assertEquals("东岭区水务局", String.valueOf(report.body()));
        assertEquals(2, report.proactive().size());
        assertEquals(
                List.of("一", "二"),
                report.requests().stream().map(ReportRow::code).toList());
        assertEquals(1, report.disputes().size());
    }

    /** Plain text cannot say how far a head reaches, and a sheet may have no blank row between its tables. */
    @Test
    void tablesOfPlainTextWithoutABlankRowBetweenThemAreReadEach() throws IOException {
        List<List<String>> rows = List.of(
                List.of("第二十条第（一）项", "", "", ""),
                List.of("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
                List.of("行政规范性文件", "2", "1", "9"),
                List.of("", "", "", "申请人情况", "", "", "", "", "", ""),
                FLAT_HEAD,
                List.of("一、本年新收政府信息公开申请数量", "", "", "3", "1", "0", "0", "0", "0", "4"),
                List.of("行政复议", "", "", "", "", "行政诉讼", "", "", "", ""),
                List.of("", "", "", "", "", "未经复议直接起诉", "", "", "", ""),
                List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
                List.of("1", "2", "3", "4", "10", "5", "6", "7", "8", "26"));
        AnnualReport report = reader.readTogether(
                        Location.of("t.csv"),
                        List.of(Grid.ofCsv("t.csv", new StringReader(csv(rows)))),
                        reader.defaults(Map.of("body", "东岭区水务局", "year", "2024")))
                .records()
                .get(0);
        assertEquals(List.of("2", "1", "9"), texts(report, ReportTable.PROACTIVE, "20(一)行政规范性文件"));
        assertEquals(1, report.requests().size());
        assertEquals(List.of("1", "2", "3", "4", "10"), texts(report, ReportTable.DISPUTES, "行政复议"));
        assertEquals(List.of("5", "6", "7", "8", "26"), texts(report, ReportTable.DISPUTES, "未经复议直接起诉"));
    }

    private static String csv(List<List<String>> rows) {
        return rows.stream().map(each -> String.join(",", each)).collect(Collectors.joining("\n"));
    }

    @Test
    void aLineForEachFigureLosesNoFigureWhereAnotherIsMissingOrNamesNothing() {
        List<List<String>> rows = List.of(
                List.of("表", "行", "列", "数值"),
                List.of("三", "一", "自然人", "3"),
                List.of("三", "一", "总计", "3"),
                List.of("三", "一", "自然人", "4"),
                List.of("三", "没有的行", "自然人", "5"));
        TableReading<AnnualReport> reading = reader.readRows(
                Location.of("lines.csv"), rows, reader.defaults(Map.of("body", "东岭区水务局", "year", "2024")));
        assertEquals(
                List.of("3", "", "", "", "", "", "3"),
                reading.records().get(0).requests().get(0).cells().stream()
                        .map(Figure::text)
                        .toList());
        assertEquals(
                List.of("4", "5"),
                reading.ledger().stream()
                        .filter(each -> each.fate() == FieldFate.UNMAPPED
                                && Integer.valueOf(4).equals(each.location().column()))
                        .map(LedgerEntry::value)
                        .toList());
    }

    @Test
    void aYearWithoutAFormAndAnUnknownDefaultAreTold() {
        assertTrue(read("<title>东岭区水务局2016年政府信息公开工作年度报告</title>").records().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> reader.defaults(Map.of("year", "去年")));
        assertThrows(IllegalArgumentException.class, () -> reader.defaults(Map.of("颜色", "红")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "发出收费通知1件，总金额380元，实际收取380元。|1|380|380",
                "本年度发出信息处理费收费通知的件数为2件、总金额1,380元，实际收取的总金额为１０００.５元。|2|1380|1000.5",
                "发出收费通知0件，总金额0元，实际收取总金额0元。|0|0|0",
                "依申请公开信息处理费情况：发出收费通知3份。实际收取0.12万元。|3||1200",
                "2024年我局未收取信息处理费。|||0",
                "没有收取信息处理费。|||0",
                "（一）信息处理费收取情况：无。|||0",
                "未发出收费通知，未收取信息处理费。|0|0|0",
                "收取信息处理费1件，380元。|||380",
                // Rates, comparisons and other fees are none of it.
                "信息处理费按每件100元收取。|||",
                "收取信息处理费380元，比上年减少200元。|||380",
                "收取行政事业性收费398元。|||",
                "信息处理费收取情况详见附件。|||",
                // Two sentences that differ.
                "收取信息处理费380元。实际收取信息处理费400元。|||"
            })
    void feesAreReadFromSection6(String text, Integer notices, BigDecimal noticed, BigDecimal collected) {
        TableReading<AnnualReport> reading = read(page().replace("没有收取信息处理费。", text));
        ProcessingFees fees = reading.records().get(0).fees();
        boolean said = notices != null || noticed != null || collected != null;
        assertEquals(said ? new ProcessingFees(notices, noticed, collected) : null, fees);
        assertEquals(said, reading.ledger().stream().anyMatch(each -> "/fees".equals(each.target())));
    }

    @Test
    void titleAndThreeTablesMakeAPageAReportAndNothingLess() {
        String acts = "<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
                + "<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>1</td><td>0</td><td>4</td></tr></table>";
        List<Grid> whole =
                Grid.ofHtml("r.html", acts + table(requests()) + DISPUTES).grids();
        for (String title : List.of(
                "东岭区水务局2024年政府信息公开工作年度报告",
                "2024年东岭区水务局政府信息公开年报",
                "东岭区水务局2024年度政府信息公开工作年度报告_东岭区政府",
                "东岭区水务局2024年政府信息公开工作年度报告（公开稿）")) {
            assertTrue(reader.whole(List.of("r", title), whole), title);
        }
        for (String title : List.of(
                "关于公布2024年政府信息公开工作年度报告的通知",
                "关于东岭区水务局2024年政府信息公开工作年度报告",
                "2024年政府信息公开工作年度报告编写培训",
                "东岭区水务局2024年法治政府建设年度报告",
                "东岭区水务局政府信息公开工作年度报告")) {
            assertFalse(reader.whole(List.of(title), whole), title);
        }
        assertFalse(reader.whole(List.of("东岭区水务局2024年政府信息公开工作年度报告"), whole.subList(0, 2)));
    }
}
