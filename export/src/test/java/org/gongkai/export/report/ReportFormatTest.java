package org.gongkai.export.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportCollector;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/gongkai/export/report");

    /** The workbook is held against golden lines as it is read back, since its bytes are compressed. */
    @ParameterizedTest
    @EnumSource(
            names = {"XLSX", "JUNIT"},
            mode = EnumSource.Mode.EXCLUDE)
    void theWholeReportIsAsTheGoldenFileHasIt(ReportFormat format) throws Exception {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            if (format == ReportFormat.JSON && language == Locale.ENGLISH) {
                continue;
            }
            golden(
                    "small-" + language.getLanguage() + '.' + format.name().toLowerCase(Locale.ROOT),
                    Reports.text(format, Reports.small(), language));
        }
    }

    /** Of the rules that found nothing only those of the title are in it, so that a new rule changes no golden file. */
    @Test
    void junitIsAsTheGoldenFileHasIt() throws Exception {
        Report report = Reports.small();
        Set<String> named =
                report.examples().stream().map(each -> each.finding().rule()).collect(Collectors.toSet());
        List<Rule> rules = RuleCatalogue.standard().rules().stream()
                .filter(each -> named.contains(each.code()) || each.code().startsWith("document.title."))
                .toList();
        StringBuilder text = new StringBuilder();
        new JunitReport(report, new Language(Locale.CHINESE), rules).write(text);
        golden("small-zh.junit", text.toString());
    }

    @Test
    void theWorkbookReadsBackAsTheGoldenFileHasIt() throws Exception {
        StringBuilder text = new StringBuilder();
        try (ReadableWorkbook book = workbook(Reports.small())) {
            for (org.dhatim.fastexcel.reader.Sheet sheet : book.getSheets().toList()) {
                text.append("# ").append(sheet.getName()).append('\n');
                for (Row row : sheet.read()) {
                    List<String> cells = new ArrayList<>();
                    row.forEach(each -> cells.add(each == null ? "" : each.getText()));
                    text.append(String.join(" | ", cells).replace("\n", "\\n")).append('\n');
                }
            }
        }
        golden("small-zh.xlsx.txt", text.toString());
    }

    private static void golden(String name, String written) throws Exception {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.createDirectories(GOLDEN);
            Files.write(file, written.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                Files.readString(file).replace("\r\n", "\n"),
                // Half of a surrogate pair cannot be in a file.
                new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                name);
    }

    /** Names come from file systems, titles from pages: in a log they must not begin a line, steer, or turn the text around. */
    @ParameterizedTest
    @EnumSource(names = {"GITHUB", "JUNIT", "HTML"})
    void noCharacterOfANameSteersATerminalOrTurnsAText(ReportFormat format) throws Exception {
        String evil = "a\u001B]0;x\u0007\u009B31m\u202Elmth\u2066\u200F\u061C\n::error::x\r\u2028.html";
        ReportCollector collector = new ReportCollector(Reports.VALIDATOR, "gongkai test", Reports.MADE, 1_000, null);
        collector.sourceRead();
        OfficialDocument document = OfficialDocumentBuilder.builder()
                .title("关于" + evil)
                .recordId(evil)
                .build();
        collector.record(
                document,
                Reports.VALIDATOR.judge(document, pointer -> Location.of(evil).at(evil, 1)),
                List.of(Reports.VALIDATOR.finding(
                        new SourceProblem("source.field.unreadable", Location.of(evil), evil, evil))),
                false);
        String written = Reports.text(format, collector.result(), Locale.ENGLISH);
        int[] found = written.codePoints()
                .filter(each -> each != '\n'
                        && (Character.getType(each) == Character.CONTROL
                                || Character.getType(each) == Character.FORMAT
                                || each == 0x2028))
                .toArray();
        assertEquals(0, found.length, format + ": " + Arrays.toString(found));
        if (format == ReportFormat.GITHUB) {
            assertTrue(written.lines().allMatch(each -> each.matches("::(error|warning|notice) .*")), written);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameReportGivesTheSameBytes(ReportFormat format) throws Exception {
        byte[] one = Reports.bytes(format, Reports.small(), Locale.CHINESE);
        assertArrayEquals(one, Reports.bytes(format, Reports.small(), Locale.CHINESE));
        Report read = Report.read(
                new ByteArrayInputStream(Reports.bytes(ReportFormat.JSON, Reports.small(), Locale.CHINESE)));
        assertArrayEquals(one, Reports.bytes(format, read, Locale.CHINESE), "made of a report.json");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60})
    void sarifIsAsItsSchemaSays(int findings) throws Exception {
        Schema schema;
        try (InputStream json = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(json.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
        for (Report report : List.of(Reports.of(findings), Reports.small())) {
            String written = Reports.text(ReportFormat.SARIF, report, Locale.ENGLISH);
            assertEquals(List.of(), schema.validate(written, InputFormat.JSON));
            JsonNode run =
                    JsonMapper.builder().build().readTree(written).get("runs").get(0);
            assertEquals(report.examples().size(), run.get("results").size());
            for (JsonNode each : run.get("results")) {
                assertEquals(
                        each.get("ruleId"),
                        run.at("/tool/driver/rules/" + each.get("ruleIndex").asInt() + "/id"));
            }
        }
        assertFalse(
                schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON).isEmpty());
    }

    @Test
    void whatABaselineHoldsBackIsSuppressedInSarif() throws Exception {
        JsonNode run = JsonMapper.builder()
                .build()
                .readTree(Reports.text(ReportFormat.SARIF, Reports.small(), Locale.CHINESE))
                .get("runs")
                .get(0);
        List<String> suppressed = new ArrayList<>();
        for (JsonNode each : run.get("results")) {
            if (each.has("suppressions")) {
                suppressed.add(each.at("/suppressions/0/justification").asText());
            }
        }
        assertEquals(List.of("旧站遗留 <b>"), suppressed);
        assertTrue(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText()
                .matches("[A-Za-z0-9/._~%-]+"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60})
    void junitIsAsItsSchemaSays(int findings) throws Exception {
        SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Validator validator =
                schemas.newSchema(getClass().getResource("junit.xsd")).newValidator();
        for (Report report : List.of(Reports.of(findings), Reports.small())) {
            for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                validator.validate(
                        new StreamSource(new StringReader(Reports.text(ReportFormat.JUNIT, report, language))));
            }
        }
    }

    @Test
    void junitFailsForErrorsAloneAndCountsThemAll() throws Exception {
        Report report = Reports.small();
        String xml = Reports.text(ReportFormat.JUNIT, report, Locale.ENGLISH);
        assertTrue(xml.contains("failures=\"" + report.errors() + '"'), xml);
        assertEquals(report.errors(), xml.split("<failure ").length - 1);
        assertEquals(
                report.summary().notRun().size() + 1, xml.split("<skipped ").length - 1, "not run, and one held back");
    }

    @Test
    void annotationsAreOneALineWhateverTheTextsHold() throws Exception {
        String text = Reports.text(ReportFormat.GITHUB, Reports.small(), Locale.ENGLISH);
        for (String line : text.lines().toList()) {
            assertTrue(line.matches("::(error|warning|notice) [^:]*title=[^:,]*::.*"), line);
        }
        assertEquals(
                Reports.small().examples().size() - 1 + 2,
                text.lines().count(),
                "one is held back; baseline and not run have a line each");
        assertTrue(text.contains("file=旧站/list 1.csv,line=2,"), text);
        assertTrue(text.contains("file=a%3Ab.html,"), text);
    }

    @Test
    void theWorkbookIsTheSameForTheSameReportAndKeepsItsHeadInSightAndOnPaper() throws Exception {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        new Worklist(Reports.small(), new Language(Locale.CHINESE)).write(one);
        new Worklist(Reports.small(), new Language(Locale.CHINESE)).write(two);
        assertArrayEquals(one.toByteArray(), two.toByteArray());
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(one.toByteArray()))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                parts.put(each.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertTrue(sheet.contains("<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\""), sheet);
        int rows = Reports.small().examples().size() + 1;
        assertTrue(sheet.contains("</sheetData><autoFilter ref=\"A1:T" + rows + "\"/><pageSetup"), sheet);
        assertTrue(parts.get("xl/workbook.xml").contains(">&#39;问题清单&#39;!$1:$1<"), parts.get("xl/workbook.xml"));
    }

    @Test
    void noCellOfTheWorkbookRuns() throws Exception {
        int checked = 0;
        try (ReadableWorkbook book = workbook(Reports.small())) {
            for (org.dhatim.fastexcel.reader.Sheet sheet : book.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    for (org.dhatim.fastexcel.reader.Cell cell : row) {
                        if (cell != null && !cell.getText().isEmpty()) {
                            assertEquals(null, cell.getFormula());
                            assertFalse("=+-@".indexOf(cell.getText().charAt(0)) >= 0, cell.getText());
                            checked++;
                        }
                    }
                }
            }
        }
        assertTrue(checked > 100, checked + " cells");
    }

    @Test
    void theWorkbookHasOneRowAFindingGroupedByAgency() throws Exception {
        Report report = Reports.small();
        try (ReadableWorkbook book = workbook(report)) {
            List<Row> rows = book.getFirstSheet().read();
            assertEquals(report.examples().size() + 1, rows.size());
            List<String> agencies = rows.stream()
                    .skip(1)
                    .map(each -> each.getCellText(0))
                    .distinct()
                    .toList();
            assertEquals(4, agencies.size(), "each stands in one block: " + agencies);
            List<String> blocks = new ArrayList<>();
            for (Row each : rows.subList(1, rows.size())) {
                if (blocks.isEmpty() || !blocks.get(blocks.size() - 1).equals(each.getCellText(0))) {
                    blocks.add(each.getCellText(0));
                }
            }
            assertEquals(agencies, blocks);
        }
    }

    @Test
    void whatIsCountedAndNotKeptIsSaid() throws Exception {
        Report small = Reports.small();
        Report capped = new Report(
                small.reportFormat(),
                small.tool(),
                small.made(),
                small.summary(),
                small.duplicates(),
                small.files(),
                small.fields(),
                small.labels(),
                small.agencies(),
                small.years(),
                small.baseline(),
                0,
                List.of());
        long all = small.summary().findings().stream()
                .mapToLong(RunSummary.RuleCount::count)
                .sum();
        assertTrue(Reports.text(ReportFormat.HTML, capped, Locale.ENGLISH)
                .contains(all + " more findings are counted but not listed"));
        assertTrue(Reports.text(ReportFormat.GITHUB, capped, Locale.ENGLISH).contains("more are not listed"));
        assertTrue(Reports.text(ReportFormat.JUNIT, capped, Locale.ENGLISH).contains("<failure message=\"3 more"));
    }

    @Test
    void theFormatIsToldByNameOrByAnEndingThatIsSure() {
        assertEquals(Optional.of(ReportFormat.SARIF), ReportFormat.named("Sarif"));
        assertEquals(Optional.empty(), ReportFormat.named("pdf"));
        assertEquals(Optional.of(ReportFormat.HTML), ReportFormat.ofFile("a/Report.HTML"));
        assertEquals(Optional.of(ReportFormat.SARIF), ReportFormat.ofFile("out.sarif.json"));
        assertEquals(Optional.of(ReportFormat.JUNIT), ReportFormat.ofFile("TEST-gongkai.xml"));
        assertEquals(Optional.empty(), ReportFormat.ofFile("findings.txt"));
        assertEquals(Optional.empty(), ReportFormat.ofFile("html"));
    }

    private static ReadableWorkbook workbook(Report report) throws Exception {
        return new ReadableWorkbook(new ByteArrayInputStream(Reports.bytes(ReportFormat.XLSX, report, Locale.CHINESE)));
    }
}
