package org.gongkai.export.annual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.AnnualReportBuilder;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnualReportFormTest {

    /** A report with 1 in each first cell of a row and nothing in the others, and no totals. */
    private static AnnualReport report(int year) {
        ReportForm form = Objects.requireNonNull(ReportForm.of(year));
        return AnnualReportBuilder.builder()
                .body(new Agency("东岭区水务局"))
                .year(year)
                .sections(List.of(new ReportSection(1, null, "平稳<b>。")))
                .proactive(rows(form, ReportTable.PROACTIVE))
                .requests(rows(form, ReportTable.REQUESTS))
                .disputes(rows(form, ReportTable.DISPUTES))
                .build();
    }

    private static List<ReportRow> rows(ReportForm form, ReportTable table) {
        List<ReportRow> rows = new ArrayList<>();
        for (FormRow each : form.rows(table)) {
            if (each.kind() == FormRow.Kind.VALUE || each.kind() == FormRow.Kind.LEAF) {
                List<Figure> cells = new ArrayList<>(List.of(Figure.of(1)));
                each.columns().stream().skip(1).forEach(column -> cells.add(Figure.BLANK));
                rows.add(new ReportRow(each.code(), cells));
            }
        }
        return rows;
    }

    private static String html(AnnualReport report) throws IOException {
        StringWriter page = new StringWriter();
        AnnualReportForm.writeHtml(report, page);
        return page.toString();
    }

    private static byte[] xlsx(AnnualReport report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AnnualReportForm.writeXlsx(report, bytes);
        return bytes.toByteArray();
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                if (each.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2024})
    void everyRowOfTheTablesIsAsWideAsItsForm(int year) {
        FormTables tables = new FormTables(report(year), Objects.requireNonNull(ReportForm.of(year)));
        for (ReportTable table : ReportTable.values()) {
            List<List<FormCell>> rows = tables.rows(table);
            int[] widths = new int[rows.size()];
            for (int r = 0; r < rows.size(); r++) {
                for (FormCell each : rows.get(r)) {
                    for (int down = r; down < r + each.high(); down++) {
                        widths[down] += each.wide();
                    }
                }
            }
            for (int width : widths) {
                assertEquals(widths[0], width, table + " of " + year);
            }
        }
    }

    @Test
    void totalsAreComputedAndBlanksAreZero() throws IOException {
        String page = html(report(2024));
        assertTrue(page.contains("<td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td>"), page);
        assertTrue(page.contains("<td>21</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>21</td>"), page);
        assertTrue(page.contains("平稳&lt;b&gt;。"), page);
        assertTrue(page.contains("<th rowspan=\"22\">三、本年度办理结果</th>"), page);
    }

    @Test
    void aTypedTotalIsNotCopied() throws IOException {
        AnnualReport report = report(2024);
        List<ReportRow> requests = new ArrayList<>(report.requests());
        requests.set(0, ReportRow.of("一", 1, 0, 0, 0, 0, 0, 777));
        assertEquals(
                html(report),
                html(AnnualReportBuilder.builder(report).requests(requests).build()));
    }

    @Test
    void aRowThatTheReportLacksStaysEmpty() throws IOException {
        AnnualReport none =
                AnnualReportBuilder.builder(report(2024)).proactive(List.of()).build();
        assertTrue(html(none).contains("<th>行政许可</th><td colspan=\"3\"></td>"));
    }

    /** An unknown row, a row of another width, and a row that stands there twice. */
    @Test
    void aRowForWhichTheFormHasNoPlaceIsNamedWithItsFigures() throws IOException {
        AnnualReport report = report(2024);
        List<ReportRow> requests = new ArrayList<>(report.requests());
        requests.add(ReportRow.of("9.属于工作秘密", 1, 0, 0, 0, 0, 0, 1));
        requests.add(ReportRow.of("二", 4, 4));
        requests.add(ReportRow.of("四", 8, 0, 0, 0, 0, 0, 8));
        AnnualReport more =
                AnnualReportBuilder.builder(report).requests(requests).build();
        assertEquals(List.of(), AnnualReportForm.withoutPlace(report));
        boolean known = report.requests().stream().anyMatch(each -> "二".equals(each.code()));
        assertTrue(known, "the second row of one code is left out");
        assertEquals(
                List.of("9.属于工作秘密", "二", "四"),
                AnnualReportForm.withoutPlace(more).stream()
                        .map(ReportRow::code)
                        .toList());
        String said = "〔待填写〕下列各行在本表格式中没有位置，没有填入：9.属于工作秘密（1、0、0、0、0、0、1）；二（4、4）；四（8、0、0、0、0、0、8）。";
        assertTrue(html(more).contains("<p>" + said + "</p>"), html(more));
        assertTrue(part(xlsx(more), "xl/worksheets/sheet1.xml").contains(said));
        StringBuilder lines = new StringBuilder();
        AnnualReportForm.writeCsv(more, lines);
        assertTrue(lines.toString().contains("东岭区水务局,2024,三,9.属于工作秘密,自然人,1"), lines.toString());
        assertTrue(lines.toString().contains("东岭区水务局,2024,三,二,2,4"), lines.toString());
    }

    @Test
    void theWorkbookHasASheetForTheTextAndOneForEachTableWithMergedHeads() throws IOException {
        byte[] workbook = xlsx(report(2024));
        String requests = part(workbook, "xl/worksheets/sheet3.xml");
        assertTrue(requests.contains("<mergeCell ref=\"A1:C3\"/>"), requests);
        assertTrue(requests.contains("<mergeCell ref=\"D1:J1\"/>"), requests);
        assertTrue(part(workbook, "xl/worksheets/sheet4.xml").contains("<mergeCell ref=\"A1:E1\"/>"));
        assertArrayEquals(workbook, xlsx(report(2024)));
    }

    @Test
    void theLinesOfCsvAreWhatTheReportHas() throws IOException {
        StringBuilder lines = new StringBuilder();
        AnnualReportForm.writeCsv(report(2024), lines);
        assertTrue(lines.toString().contains("东岭区水务局,2024,三,三(一),自然人,1"), lines.toString());
    }

    @Test
    void aYearWithoutAFormIsRefused() {
        AnnualReport old = AnnualReportBuilder.builder(report(2024)).year(2017).build();
        assertThrows(IllegalArgumentException.class, () -> html(old));
    }
}
