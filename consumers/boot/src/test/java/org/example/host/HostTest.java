package org.example.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.kind.RecordKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.util.ClassUtils;

/** Each test is a column of the table in docs/hosts.md. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HostTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    /** One record of every kind, as a package holds them. */
    private static List<String> records() throws Exception {
        return Files.readAllLines(Path.of("../records/records.ndjson"));
    }

    @Test
    void everyKindComesInAndGoesOut() throws Exception {
        for (String each : records()) {
            String kind = StringUtils.substringBetween(each, "\"kind\":\"", "\"");
            assertEquals(each, answered(200, post("/" + kind, each, "en")), kind);
            assertEquals(each, answered(200, post("/records", each, "en")), kind);
        }
        assertEquals(RecordKind.all().size(), records().size());
    }

    @Test
    void aTypeAloneNeedsNoKind() throws Exception {
        String document = records().get(0);
        String without = document.replace("\"kind\":\"document\",", "");
        assertEquals(document, answered(200, post("/document", without, "en")));
        String refusal = answered(400, post("/document", "{\"kind\":\"land-plan\"}", "en"));
        assertTrue(refusal.contains("names no kind of record that fits: land-plan; expected: \\\"document\\\""), refusal);
        String day = answered(400, post("/document", "{\"writtenOn\":\"2023年7月\"}", "zh-CN"));
        assertTrue(day.contains("属性 writtenOn 的值不合要求：2023年7月；应为：\\\"2023-07-21\\\""), day);
        answered(400, post("/records", without, "en"));
    }

    @Test
    void unknownNumbersKeepTheirDigits() throws Exception {
        assertTrue(answered(200, post("/document", records().get(0), "en")).contains("\"price\":1.10"));
    }

    @Test
    void validIsAnsweredInBothLanguages() throws Exception {
        assertTrue(answered(400, post("/document", "{}", "en")).contains("title: There is no title."));
        assertTrue(answered(400, post("/document", "{}", "zh-CN")).contains("title: 缺少标题。"));
        String part = "{\"items\":[{\"quarter\":\"Q5\"}]}";
        assertTrue(answered(400, post("/land-plan", part, "zh-CN")).contains("items[0].quarter: 计划季度不是 Q1 至 Q4。"));
        // A language without texts is answered in English.
        assertTrue(answered(400, post("/document", "{}", "fr")).contains("title: There is no title."));
    }

    @Test
    void theValidatorIsABean() throws Exception {
        String document = records().get(0).replace("\"publishedOn\":\"2023-08-18\"", "\"publishedOn\":\"2023-08-01\"");
        assertTrue(answered(200, post("/findings", document, "en")).contains("It was published on 2023-08-01"));
        assertTrue(answered(200, post("/findings", document, "zh-CN")).contains("2023-08-01"));
        // The number is read for its parts, which is where an older Commons Lang once ended in a missing class.
        String number = records().get(0).replace("〔2023〕21号", "〔2022〕021号");
        assertTrue(answered(200, post("/findings", number, "en")).contains("document.documentNumber."));
    }

    @Test
    void aPackageIsWritten() throws Exception {
        String lines = answered(200, post("/package", '[' + String.join(",", records()) + ']', "en"));
        assertEquals(records(), lines.lines().toList());
    }

    @Test
    void anUploadIsAnsweredWithFindings() throws Exception {
        String page = "<html><head><meta charset='utf-8'></head><body><h1>关于做好课后服务工作的通知</h1>"
                + "<p>各中小学：现就做好课后服务工作通知如下。</p></body></html>";
        String english = answered(200, upload("通知.html", page.getBytes(StandardCharsets.UTF_8), "en"));
        assertTrue(english.startsWith("{\"records\":1,\"complete\":0,"), english);
        assertTrue(english.contains("There is no index number."), english);
        assertTrue(english.contains("\"place\":\"通知.html"), english);
        String chinese = answered(200, upload("通知.html", page.getBytes(StandardCharsets.UTF_8), "zh-CN"));
        assertTrue(chinese.contains("缺少索引号。"), chinese);
        // A language without texts is answered in English.
        assertEquals(english, answered(200, upload("通知.html", page.getBytes(StandardCharsets.UTF_8), "fr")));

        String csv = "标题,发文字号,成文日期\n关于甲事的通知,临湾教字〔2023〕21号,2023-08-15\n关于乙事的通知,临湾教字〔2023〕22号,昨天\n";
        String sheet = answered(200, upload("文件.csv", csv.getBytes(Charset.forName("GB18030")), "en"));
        assertTrue(sheet.startsWith("{\"records\":2,"), sheet);
        assertTrue(sheet.contains("\"place\":\"文件.csv:3:3 成文日期\""), sheet);
        assertTrue(answered(200, upload("文件.xlsx", workbook(), "en")).startsWith("{\"records\":1,"));

        byte[] json = records().get(0).getBytes(StandardCharsets.UTF_8);
        assertTrue(answered(200, upload("record.json", json, "en")).startsWith("{\"records\":1,"));
    }

    @Test
    void anUploadThatIsNoneOfTheseIsAnsweredToo() throws Exception {
        String picture = answered(200, upload("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "en"));
        assertTrue(picture.startsWith("{\"records\":0,"), picture);
        assertTrue(picture.contains("source."), picture);
        byte[] page = "<html><body><h1>关于甲事的通知</h1></body></html>".getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("../../a.html", "C:\\\\temp\\\\a.html", "/etc/a.html")) {
            assertTrue(answered(200, upload(name, page, "en")).contains("\"place\":\"a.html"), name);
        }
        assertTrue(answered(200, upload("..", page, "en")).contains("\"records\""));
    }

    @Test
    void anOldSheetIsReadOrItsReaderNamed() throws Exception {
        String answer = answered(200, upload("文件.xls", Files.readAllBytes(Path.of("../records/documents.xls")), "en"));
        if (ClassUtils.isPresent("org.gongkai.office.XlsReader", null)) {
            assertTrue(answer.startsWith("{\"records\":1,"), answer);
        } else {
            assertTrue(answer.contains("source.reader.missing") && answer.contains("gongkai-office"), answer);
        }
    }

    @Test
    void itsHealthNamesProfileVersionAndCalendar() throws Exception {
        assumeTrue(ClassUtils.isPresent("org.springframework.boot.actuate.info.InfoContributor", null));
        String health = answered(200, get("/actuator/health/gongkai"));
        assertTrue(health.contains("\"status\":\"UP\""), health);
        assertTrue(health.contains("\"profile\":\"shandong-library\""), health);
        assertTrue(health.matches(".*\"version\":\"\\d+\\.\\d+\\..*"), health);
        assertTrue(health.matches(".*\"calendarUntil\":\"\\d{4}-12-31\".*"), health);
    }

    @Test
    void nothingAsksForAnActuator() throws Exception {
        assumeFalse(ClassUtils.isPresent("org.springframework.boot.actuate.info.InfoContributor", null));
        answered(404, get("/actuator/health"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As a browser sends the form of a file. */
    private HttpResponse<String> upload(String name, byte[] content, String language) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/uploads"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("Accept-Language", language)
                        .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The smallest workbook: a header and a row, its texts within the cells. */
    private static byte[] workbook() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
            String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            String cells = "<c t='inlineStr'><is><t>%s</t></is></c><c t='inlineStr'><is><t>%s</t></is></c>";
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put(
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Default Extension='xml' ContentType='application/xml'/></Types>");
            parts.put(
                    "_rels/.rels",
                    "<Relationships xmlns='" + relations + "'><Relationship Id='r1' Type='" + office
                            + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            parts.put(
                    "xl/workbook.xml",
                    "<workbook xmlns='" + main + "' xmlns:r='" + office
                            + "'><sheets><sheet name='2023' sheetId='1' r:id='r1'/></sheets></workbook>");
            parts.put(
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='" + relations + "'><Relationship Id='r1' Type='" + office
                            + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
            parts.put(
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns='" + main + "'><sheetData><row r='1'>" + cells.formatted("标题", "发文字号")
                            + "</row><row r='2'>" + cells.formatted("关于甲事的通知", "临湾教字〔2023〕21号")
                            + "</row></sheetData></worksheet>");
            for (Map.Entry<String, String> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private HttpResponse<String> post(String path, String json, String language) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", language)
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String answered(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return answer.body();
    }

    @BeforeAll
    static void itsVersionsAreTold() {
        Versions.tell("Spring Boot " + SpringBootVersion.getVersion());
    }
}
