package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.document.OfficialDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is read as what it holds, whatever its name says, and a wrong name is told. */
class SourceFormsTest {

    private static final String TABLE = "<html><body><table><tr><th>标题</th><th>发文字号</th><th>成文日期</th></tr>"
            + "<tr><td>关于停水的通知</td><td>东政发〔2021〕3号</td><td rowspan=2>2021-03-04</td></tr>"
            + "<tr><td>关于停电的通知</td><td>东政发〔2021〕4号</td></tr></table></body></html>";
    private static final String XML = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
            + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            + "<Styles><Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style></Styles>"
            + "<Worksheet ss:Name=\"表\"><Table><Row><Cell><Data ss:Type=\"String\">标题</Data></Cell>"
            + "<Cell ss:Index=\"3\"><Data ss:Type=\"String\">成文日期</Data></Cell></Row>"
            + "<Row ss:Index=\"4\"><Cell><Data ss:Type=\"String\">关于停水的通知</Data></Cell>"
            + "<Cell ss:Index=\"3\"><Data ss:Type=\"DateTime\">2021-03-04T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>";
    private static final String CSV = "标题,发文字号\n关于停水的通知,东政发〔2021〕3号\n";
    private static final String JSON = "[{\"标题\":\"关于停水的通知\",\"发文字号\":\"东政发〔2021〕3号\"}]";
    private static final String PAGE = "<!DOCTYPE html><html><head><title>关于停水的通知</title></head><body><h1>关于停水的通知</h1>"
            + "<div class=content><p>各村：</p><p>停水两天。</p></div></body></html>";

    @TempDir
    private Path folder;

    @Test
    void aPageNamedAsAWorkbookIsReadAsTheTablesItHolds() {
        Taken taken = Taken.from(folder, "a.xls", TABLE);

        assertEquals(2, taken.records.size());
        assertEquals("东政发〔2021〕4号", String.valueOf(document(taken, 1).documentNumber()));
        assertEquals(List.of("source.file.mislabelled"), taken.rules());
    }

    @Test
    void spreadsheetXmlIsReadWithItsIndexesAndDays() {
        Taken taken = Taken.from(folder, "a.xls", XML);

        assertEquals(LocalDate.of(2021, 3, 4), taken.document().writtenOn());
        assertEquals(4, taken.only().origin().row());
        assertEquals("表", taken.only().origin().sheet());
    }

    @Test
    void anArchiveOfOneFileIsTakenApart() {
        String archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
                + "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n--b--\r\n";

        assertEquals(
                2,
                Taken.from(folder, "a.xls", archive.formatted(base64(TABLE)))
                        .records
                        .size());
        assertEquals(
                "关于停水的通知",
                Taken.from(folder, "a.mht", archive.formatted(base64(PAGE)))
                        .document()
                        .title());
    }

    private static String base64(String text) {
        return java.util.Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "a.xls,CSV",
        "a.txt,CSV",
        "a.txt,JSON",
        "a.html,JSON",
        "a.csv,JSON",
        "a.json,PAGE",
        "a.txt,PAGE",
        "a.csv,PAGE"
    })
    void textsAreReadByHowTheyBegin(String name, String form) {
        String text = form.equals("CSV") ? CSV : form.equals("JSON") ? JSON : PAGE;

        assertEquals("关于停水的通知", Taken.from(folder, name, text).document().title());
        assertEquals(
                "关于停水的通知",
                Taken.from(folder, "wide-" + name, '\uFEFF' + text, StandardCharsets.UTF_16LE).records.stream()
                        .map(each -> ((OfficialDocument) each.record()).title())
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void runningTextIsNoSource() {
        assertEquals(
                List.of("source.file.unsupported"),
                Taken.from(folder, "a.txt", "说明：请先安装。\n再运行。\n").rules());
    }

    @Test
    void elementsThatXhtmlClosesInTheirOwnTagSwallowNothing() {
        Taken taken = Taken.from(
                folder,
                "a.html",
                "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>关于停水的通知</title><script src=\"a.js\"/></head>"
                        + "<body><div id=\"top\"/><iframe src='b.html'/><h1>关于停水的通知</h1><div class=\"content\"><p>各村：<br/>停水两天。</p></div></body></html>");

        assertTrue(taken.document().body().text().contains("停水两天。"));
    }

    @Test
    void rowsInAnotherCharsetThanTheFileAreDecodedAndTold() throws IOException {
        for (List<String> each : List.of(List.of("UTF-8", "GB18030"), List.of("GB18030", "UTF-8"))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            String row = "关于进一步做好城区供水管网改造工作的通知,东政发〔2021〕3号\n";
            bytes.write(("标题,发文字号\n" + row.repeat(9)).getBytes(Charset.forName(each.get(0))));
            bytes.write("关于做好停电检修工作的通知,东政发〔2021〕4号\n".getBytes(Charset.forName(each.get(1))));
            Taken taken = Taken.from(Taken.write(folder, each.get(0) + ".csv", bytes.toByteArray()));

            assertEquals("关于做好停电检修工作的通知", document(taken, 9).title());
            assertEquals(List.of("source.charset.mixed"), taken.rules());
            assertEquals(11, taken.problems.get(0).location().row());
        }
    }

    @Test
    void recordsOfJsonStandAtAnyDepthInTextsAndInSeveralValues() {
        String one = "{\"标题\":\"关于停水的通知\",\"成文日期\":{\"$date\":{\"$numberLong\":\"1614787200000\"}},\"点击\":NaN}";
        String two = "{\"标题\":\"关于停电的通知\",\"成文日期\":[2021,3,5]}";
        for (String text : List.of(
                "{\"hits\":{\"hits\":[{\"_id\":\"1\",\"_source\":" + one + "},{\"_id\":\"2\",\"_source\":" + two
                        + "}]}}",
                "{\"8\":" + one + ",\"9\":" + two + "}",
                one + "\n" + two,
                one.replace(",", ",\n") + two.replace(":", ":\n"),
                "{\"code\":200,\"data\":\"[" + (one + ',' + two).replace("\"", "\\\"") + "]\"}")) {
            Taken taken = Taken.from(folder, "a.json", text);

            assertEquals(2, taken.records.size(), text);
            assertEquals(LocalDate.of(2021, 3, 4), document(taken, 0).writtenOn(), text);
            assertEquals(LocalDate.of(2021, 3, 5), document(taken, 1).writtenOn(), text);
            assertEquals(List.of(), document(taken, 0).issuers(), text);
        }
    }

    @Test
    void namesOfInterfacesAndInitialsAreKnown() {
        OfficialDocument document = Taken.from(
                        folder,
                        "a.json",
                        "{\"data\":{\"list\":[{\"BT\":\"关于停水的通知\",\"FWZH\":\"东政发〔2021〕3号\",\"FWJG_name\":\"东岚市水务局\",\"docpubtime\":\"2021-03-04 10:00:00\"}]}}")
                .document();

        assertEquals("东政发〔2021〕3号", String.valueOf(document.documentNumber()));
        assertEquals("[东岚市水务局]", document.issuers().toString());
        assertEquals(LocalDate.of(2021, 3, 4), document.publishedOn());
    }

    @Test
    void anAnswerWithAPageInItIsReadAsThatPage() {
        assertEquals(
                "关于停水的通知",
                Taken.from(folder, "a.json", "{\"code\":0,\"data\":\"" + PAGE.replace("\"", "\\\"") + "\"}")
                        .document()
                        .title());
    }

    private static OfficialDocument document(Taken taken, int index) {
        return (OfficialDocument) taken.records.get(index).record();
    }
}
