package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.export.engine.HtmlCleaner;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.table.XlsxWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnginesTest {

    @TempDir
    private Path folder;

    private static FormatProfile profile(String json) throws IOException {
        return FormatProfile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "p.json");
    }

    private PackageDescription.Format write(String name, FormatProfile profile, OfficialDocument... documents)
            throws IOException {
        try (LibraryPackage out =
                LibraryPackage.create(folder.resolve(name), Documents.options().withFormats(List.of(profile)))) {
            for (OfficialDocument each : documents) {
                out.add(each);
            }
            return PackageSchemas.finish(out).description().formats().get(0);
        }
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"head-tags-2017/html/0001.html", "jpolicy-row/jpolicy/rows-0001.ndjson"})
    void aShippedFormatIsWrittenAsInItsGoldenFile(String path) throws Exception {
        String name = path.substring(0, path.indexOf('/'));
        write("p", FormatProfile.shipped(name), Documents.whole(), Documents.poor());
        String file = path.substring(path.indexOf('/') + 1);
        String golden = "golden/" + file.substring(file.lastIndexOf('/') + 1);
        try (var in = EnginesTest.class.getResourceAsStream(golden)) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), read("p/data/" + file));
        }
    }

    @Test
    void aPageLeavesOutATagThatNobodyAsksForAndShowsOneThatIsMissing() throws Exception {
        PackageDescription.Format account =
                write("p", FormatProfile.shipped("head-tags-2017"), Documents.whole(), Documents.poor());
        assertEquals(List.of("data/html/0001.html", "data/html/0002.html"), account.files());
        String page = read("p/data/html/0002.html");
        assertTrue(page.contains("<meta name=\"SiteName\" content=\"\">"), page);
        assertFalse(page.contains("name=\"Author\""), page);
        assertTrue(
                account.missing().contains(new PackageDescription.Counted("SiteIDCode", 1)),
                account.missing().toString());
    }

    @Test
    void aWorkbookReadsBackCellForCell() throws Exception {
        write("p", FormatProfile.shipped("library-table-xlsx"), Documents.whole(), Documents.poor());
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("p/data/library-0001.xlsx").toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertEquals(3, rows.size());
            assertEquals("标题", rows.get(0).getCellText(0));
            assertEquals("某政办字〔2023〕13号", rows.get(1).getCellText(2));
            assertEquals("2023-07-20", rows.get(1).getCellText(3));
            for (Row row : rows) {
                for (Cell cell : row) {
                    assertTrue(cell == null || cell.getType() == CellType.STRING, String.valueOf(cell));
                    assertTrue(cell == null || cell.getFormula() == null, String.valueOf(cell));
                }
            }
        }
    }

    @Test
    void aCellThatLooksLikeAFormulaStaysTextUnchanged() throws Exception {
        FormatProfile profile = profile("""
                {"name": "t", "version": "1", "engine": "xlsx", "evidence": "derived", "file": "t.xlsx",
                 "fields": [{"name": "a", "source": "summary"}]}""");
        String text = "=HYPERLINK(\"http://x.example\") _x0041_ \u0007";
        write("p", profile, OfficialDocumentBuilder.builder().summary(text).build());
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("p/data/t.xlsx").toFile())) {
            Cell cell = workbook.getFirstSheet().read().get(1).getCell(0);
            assertEquals(CellType.STRING, cell.getType());
            // This reader leaves the escape of the underscore as it is written; spreadsheet programs undo it.
            assertEquals(text.replace("_x0041_", "_x005F_x0041_").replace('\u0007', '\uFFFD'), cell.getText());
        }
        // Style 1 is the number format 49, "@": the cell stays text when somebody edits it.
        try (ZipFile zip = new ZipFile(folder.resolve("p/data/t.xlsx").toFile())) {
            String sheet = part(zip, "xl/worksheets/sheet1.xml");
            assertTrue(sheet.contains("<c r=\"A2\" s=\"1\" t=\"inlineStr\">"), sheet);
            assertFalse(sheet.contains("<f"), sheet);
            assertTrue(part(zip, "xl/styles.xml").contains("<xf numFmtId=\"49\" fontId=\"0\""));
        }
    }

    private static String part(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aWorkbookOfTheSameRecordsHasTheSameBytes() throws Exception {
        FormatProfile profile = FormatProfile.shipped("library-table-xlsx");
        write("one", profile, Documents.whole());
        write("two", profile, Documents.whole());
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("one/data/library-0001.xlsx")),
                Files.readAllBytes(folder.resolve("two/data/library-0001.xlsx")));
    }

    @Test
    void aBodyTooLongForACellIsCutAndCounted() throws Exception {
        OfficialDocument document = OfficialDocumentBuilder.builder()
                .title("长文")
                .body(new Body("文".repeat(XlsxWriter.MOST_CHARACTERS - 1) + "😀后", null))
                .build();
        PackageDescription.Format account = write("p", FormatProfile.shipped("library-table-xlsx"), document);
        assertEquals(List.of(new PackageDescription.Counted("正文", 1)), account.cut());
        assertTrue(
                account.notCarried().contains(new PackageDescription.NotCarried("body.text", "正文文字", 1)),
                account.notCarried().toString());
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("p/data/library-0001.xlsx").toFile())) {
            int column = FormatProfile.shipped("library-table-xlsx").fields().stream()
                    .map(FormatProfile.Field::name)
                    .toList()
                    .indexOf("正文");
            assertEquals(
                    "文".repeat(XlsxWriter.MOST_CHARACTERS - 1),
                    workbook.getFirstSheet().read().get(1).getCellText(column));
        }
    }

    @Test
    void valuesOutsideATableOfValuesGoOutAsTheyAreAndAreCounted() throws Exception {
        PackageDescription.Format account = write(
                "p",
                profile("""
                        {"name": "t", "version": "1", "engine": "csv", "evidence": "derived", "file": "t.csv",
                         "fields": [{"name": "a", "source": "genre", "values": {"通知": "1"}},
                                    {"name": "b", "source": "keywords", "values": {"甲": "1"}}]}"""),
                OfficialDocumentBuilder.builder()
                        .genre("通知")
                        .keywords(List.of("甲", "乙", "丙"))
                        .build(),
                OfficialDocumentBuilder.builder().genre("通告").build(),
                OfficialDocumentBuilder.builder().build());
        assertEquals("a,b\r\n1,1、乙、丙\r\n通告,\r\n,\r\n", read("p/data/t.csv"));
        assertEquals(
                List.of(new PackageDescription.Counted("a", 1), new PackageDescription.Counted("b", 1)),
                account.unlisted());
    }

    @Test
    void aTextThatIsNotTheOneOfThePageAndAPageBesideItsTextAreAccountedFor() throws Exception {
        OfficialDocument same = OfficialDocumentBuilder.builder()
                .body(new Body("第一段 a<b\n\u3000第二段", "<p>第一段 a&lt;b</p>\n<p>&nbsp;第二段</p>"))
                .build();
        OfficialDocument other = OfficialDocumentBuilder.builder()
                .body(new Body("第一段", "<p>第一段</p><p>第二段</p>"))
                .build();
        for (String source : List.of("body.text", "body.html")) {
            PackageDescription.Format account = write(source, profile("""
                    {"name": "t", "version": "1", "engine": "csv", "evidence": "derived", "file": "t.csv",
                     "fields": [{"name": "a", "source": "%s"}]}""".formatted(source)), same, other);
            List<PackageDescription.NotCarried> body = account.notCarried().stream()
                    .filter(each -> each.field().startsWith("body."))
                    .toList();
            assertEquals(
                    List.of(
                            source.equals("body.text")
                                    ? new PackageDescription.NotCarried("body.html", "正文网页", 2)
                                    : new PackageDescription.NotCarried("body.text", "正文文字", 1)),
                    body);
        }
    }

    @Test
    void htmlThatIsTooLongIsCutBetweenItsMarks() throws Exception {
        FormatProfile profile = profile("""
                {"name": "t", "version": "1", "engine": "csv", "evidence": "derived", "file": "t.csv",
                 "fields": [{"name": "a", "source": "body.html", "form": "html", "maxLength": 40}]}""");
        PackageDescription.Format account = write(
                "p",
                profile,
                OfficialDocumentBuilder.builder()
                        .body(new Body(null, "<p>第一段</p><table><tr><td align=\"left\">很长的一格文字</td></tr></table>"))
                        .build());
        assertEquals(List.of(new PackageDescription.Counted("a", 1)), account.cut());
        String html = read("p/data/t.csv").lines().skip(1).findFirst().orElseThrow();
        assertTrue(html.startsWith("<p>第一段</p>"), html);
        assertEquals(html, HtmlCleaner.clean(html).html());
        assertTrue(html.length() <= 40, html);
    }

    @Test
    void rowsOfJsonAreOneALineOrOneArray() throws Exception {
        String fields = """
                "fields": [{"name": "标题", "source": "title"}, {"name": "genre", "source": "genre"}]}""";
        write("lines", profile("""
                {"name": "t", "version": "1", "engine": "json", "evidence": "derived", "file": "t.ndjson",
                %s""".formatted(fields)), Documents.numbered(1), Documents.numbered(2));
        assertEquals("""
                {"标题":"第1号通知","genre":""}
                {"标题":"第2号通知","genre":""}
                """, read("lines/data/t.ndjson"));
        write("array", profile("""
                {"name": "t", "version": "1", "engine": "json", "evidence": "derived", "file": "t.json",
                 "json": {"array": true, "root": "rows", "omitEmpty": true, "ascii": true},
                %s""".formatted(fields)), Documents.numbered(1), Documents.numbered(2));
        String text = read("array/data/t.json");
        assertTrue(text.chars().allMatch(c -> c < 128), text);
        JsonNode rows = CanonicalJson.mapper().readTree(text).get("rows");
        assertEquals("第2号通知", rows.get(1).get("标题").asText());
        assertFalse(rows.get(0).has("genre"));
        write("none", profile("""
                {"name": "t", "version": "1", "engine": "json", "evidence": "derived", "file": "t.json",
                 "json": {"array": true}, %s""".formatted(fields)));
        assertEquals("[]\n", read("none/data/t.json"));
    }

    @Test
    void valuesOfATableCanStandInQuotesBetweenTabs() throws Exception {
        write("p", profile("""
                {"name": "t", "version": "1", "engine": "csv", "evidence": "derived", "file": "t.tsv",
                 "csv": {"delimiter": "\\t", "quoteAll": true},
                 "fields": [{"name": "a", "source": "title"}, {"name": "b", "constant": "c"}]}"""), Documents.numbered(1));
        assertEquals("\"a\"\t\"b\"\r\n\"第1号通知\"\t\"c\"\r\n", read("p/data/t.tsv"));
    }

    @ParameterizedTest
    @CsvSource({"true, UTF-8", "false, UTF-8", "false, GB18030"})
    void whatElementsHoldReadsBackWithSectionsAndWithout(boolean cdata, String encoding) throws Exception {
        String title = "1 & 2 < 3 > \"4\" ']]>'\n\uD83D\uDE00\u3400&amp;" + (cdata ? "" : "\r");
        write(
                "p",
                profile("""
                {"name": "t", "version": "1", "engine": "xml", "evidence": "derived", "file": "t.xml",
                 "encoding": "%s", "envelope": {"root": "r", "record": "d", "cdata": %s,
                 "head": [{"name": "h", "constant": "a & b ]]>"}]},
                 "fields": [{"name": "a", "source": "title"}, {"name": "b", "source": "genre"}]}""".formatted(encoding, cdata)),
                OfficialDocumentBuilder.builder().title(title).build());
        try (InputStream file = Files.newInputStream(folder.resolve("p/data/t.xml"))) {
            XMLStreamReader xml = new WstxInputFactory().createXMLStreamReader(file);
            List<String> read = new ArrayList<>();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && "hab".contains(xml.getLocalName())) {
                    read.add(xml.getLocalName() + ": " + xml.getElementText());
                }
            }
            assertEquals(List.of("h: a & b ]]>", "a: " + title, "b: "), read);
        }
    }
}
