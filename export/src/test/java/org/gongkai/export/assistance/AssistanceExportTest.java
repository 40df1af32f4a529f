package org.gongkai.export.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.Evidence;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Basis;
import org.gongkai.core.assistance.CategoryScheme;
import org.gongkai.core.assistance.RegionScope;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.PackageSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class AssistanceExportTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    // Figures of Zibo, 淄民〔2023〕4号 and 淄民〔2024〕10号; the lines that follow or go on are test data in their manner.
    private static final List<AssistanceStandard> LINES = lines();

    private static List<AssistanceStandard> lines() {
        List<AssistanceStandard> lines = new ArrayList<>();
        lines.add(line(AssistanceItem.SUBSISTENCE, Residence.URBAN, "2023-01-01", "924")
                .build());
        lines.add(line(AssistanceItem.SUBSISTENCE, Residence.URBAN, "2024-01-01", "989")
                .basis(new Basis(null, DocumentNumber.parse("淄民〔2024〕10号")))
                .build());
        lines.add(line(AssistanceItem.SUBSISTENCE, Residence.RURAL, "2024-01-01", "877")
                .atLeast(true)
                .build());
        lines.add(line(AssistanceItem.EXTREME_HARDSHIP_LIVING, Residence.URBAN, "2023-01-01", "1320")
                .build());
        lines.add(line(AssistanceItem.EXTREME_HARDSHIP_LIVING, Residence.URBAN, "2024-01-01", null)
                .change(AmountChange.UNCHANGED)
                .build());
        lines.add(line(AssistanceItem.EXTREME_HARDSHIP_CARE, null, "2024-01-01", "1090")
                .grades(Set.of("全"))
                .build());
        lines.add(line(AssistanceItem.ORPHAN_IN_FAMILY, null, "2024-01-01", "1978")
                .build());
        lines.add(line(AssistanceItem.UNATTENDED_CHILD, null, "2024-01-01", null)
                .follows(AssistanceItem.ORPHAN_IN_FAMILY)
                .build());
        lines.add(line(AssistanceItem.DISABILITY_LIVING, null, "2024-01-01", "149")
                .grades(Set.of("3", "4"))
                .build());
        lines.add(line(AssistanceItem.DISABILITY_NURSING, null, "2024", "150").build());
        lines.add(line(AssistanceItem.DISABILITY_NURSING, null, "2023-01-01", "140")
                .build());
        return lines;
    }

    private static AssistanceStandardBuilder line(
            AssistanceItem item, Residence residence, String from, String amount) {
        return AssistanceStandardBuilder.builder()
                .place("淄博市")
                .item(item)
                .residence(residence)
                .amount(amount == null ? null : new BigDecimal(amount))
                .unit(amount == null ? null : AmountUnit.YUAN_PERSON_MONTH)
                .effectiveFrom(PartialDate.parse(from))
                .evidence(Evidence.PRIMARY)
                .source("淄民〔2024〕10号, test data");
    }

    private final AssistanceSchedule schedule = AssistanceSchedule.of(LINES);
    private final PublicTable table = PublicTable.inForce(schedule, "淄博市", DAY, CategoryScheme.a());

    private static String golden(String name) throws IOException {
        try (InputStream data = AssistanceExportTest.class.getResourceAsStream(name)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void thePublicTableIsLaidOutAsANoticeDoes() throws IOException {
        StringBuilder csv = new StringBuilder();
        table.csv(csv);
        assertEquals(golden("public-table.csv"), csv.toString().replace("\r\n", "\n"));
        StringBuilder html = new StringBuilder();
        table.html(html);
        assertEquals(golden("public-table.html"), html.toString());
    }

    @Test
    void theSameInputGivesTheSameTextWhateverTheOrderOfRuns() throws IOException {
        StringBuilder one = new StringBuilder();
        StringBuilder other = new StringBuilder();
        table.html(one);
        PublicTable.inForce(AssistanceSchedule.of(LINES), "淄博市", DAY, CategoryScheme.a())
                .html(other);
        assertEquals(one.toString(), other.toString());
    }

    @Test
    void linesForPartsOfAPlaceShowTheirScope() throws IOException {
        StringBuilder csv = new StringBuilder();
        PublicTable.of(
                        "青岛市2021年标准",
                        List.of(
                                line(AssistanceItem.SUBSISTENCE, Residence.RURAL, "2021", "904")
                                        .place("青岛市")
                                        .scope(RegionScope.read("七区"))
                                        .build(),
                                line(AssistanceItem.SUBSISTENCE, Residence.RURAL, "2021", "680")
                                        .place("青岛市")
                                        .scope(RegionScope.read("三市"))
                                        .build()),
                        CategoryScheme.a())
                .csv(csv);
        assertTrue(csv.toString().contains("1,低保,低保,,,904元/人·月,,七区,2021,,\r\n"), csv.toString());
        assertTrue(csv.toString().contains("2,低保,低保,,,680元/人·月,,三市,2021,,\r\n"), csv.toString());
    }

    @Test
    void theItemsTableHasItsThirteenRowsAndTheStandardsOfTheDay() throws IOException {
        StringBuilder csv = new StringBuilder();
        PublicItems.standard().csv(csv, schedule, "淄博市", DAY, "淄博市民政局");
        List<String> rows = csv.toString().lines().toList();
        assertEquals(14, rows.size());
        assertEquals("序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级", rows.get(0));
        assertTrue(rows.get(4).contains("城市低保989元/人·月，农村低保不低于877元/人·月"), rows.get(4));
        assertTrue(rows.get(8).contains("城市特困基本生活1320元/人·月（继续执行）"), rows.get(8));
        assertTrue(rows.get(1).contains("淄博市民政局"));
        StringBuilder html = new StringBuilder();
        PublicItems.standard().html(html, schedule, "淄博市", DAY, null);
        assertTrue(html.toString().contains("<td>最低生活保障</td><td>办事指南</td>"));
    }

    @Test
    void aTableOfItemsOfOnesOwnFillsTheColumnsThatDiffer() throws IOException {
        StringBuilder csv = new StringBuilder();
        PublicItems.read(new StringReader(
                        "number,level1,level2,content,term,channel,audience\n1,低保,办事指南,标准,10个工作日,政府网站,全社会\n"))
                .csv(csv, schedule, "淄博市", DAY, null);
        assertTrue(csv.toString().endsWith("1,低保,办事指南,标准,,10个工作日,,政府网站,全社会,,\r\n"));
        assertThrows(IOException.class, () -> PublicItems.read(new StringReader("number,level1\n")));
    }

    @Test
    void theHistoryGivesEachLevelWithWhatIsKnownOfItsDay() throws IOException {
        StringBuilder csv = new StringBuilder();
        StandardHistory history = StandardHistory.of(schedule, "淄博市");
        history.csv(csv);
        assertEquals(golden("history.csv"), csv.toString().replace("\r\n", "\n"));
        StandardHistory.Series urban = history.series().get(0);
        assertEquals("城市低保", urban.label());
        assertEquals(2, urban.points().size());
        assertEquals(new BigDecimal("11868"), urban.points().get(1).perYear());
    }

    @Test
    void theChartIsADrawingThatAnyXmlReaderTakes() throws Exception {
        StringBuilder svg = new StringBuilder();
        HistoryChart.of("低保 <标准>", StandardHistory.of(schedule, "淄博市"), each -> true, LocalDate.of(2024, 12, 31))
                .svg(svg);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        org.w3c.dom.Document parsed =
                factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg.toString())));
        assertEquals("低保 <标准>", parsed.getElementsByTagName("title").item(0).getTextContent());
        // One mark a level with an amount and a day, for each grade of its own.
        assertEquals(10, parsed.getElementsByTagName("circle").getLength());
        assertTrue(svg.toString().contains("stroke-dasharray=\"1 4\""), "a day known by its year is drawn as unsure");
    }

    @Test
    void theDrawingHasRoomForEveryLabel() throws Exception {
        List<AssistanceStandard> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.add(line(AssistanceItem.parse("名称很长的临时价格补贴与生活补助项目第" + i + "类"), null, "2024-01-01", "1")
                    .build());
        }
        StringBuilder svg = new StringBuilder();
        HistoryChart.of("补贴", StandardHistory.of(AssistanceSchedule.of(lines), "淄博市"), each -> true, DAY)
                .svg(svg);
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"").matcher(svg);
        assertTrue(box.find());
        Matcher text = Pattern.compile("<text x=\"(\\d+)\" y=\"(\\d+)\"[^>]*>([^<]*)</text>")
                .matcher(svg);
        int labels = 0;
        while (text.find()) {
            labels += text.group(3).contains("补贴与") ? 1 : 0;
            assertTrue(Integer.parseInt(text.group(2)) < Integer.parseInt(box.group(2)), text.group());
            if (text.group(3).contains("补贴与")) {
                int end = Integer.parseInt(text.group(1)) + 12 * text.group(3).length() - 12;
                assertTrue(end <= Integer.parseInt(box.group(1)), text.group());
            }
        }
        assertEquals(30, labels);
    }

    @Test
    void aChartOfNothingIsStillADrawing() throws IOException {
        StringBuilder svg = new StringBuilder();
        HistoryChart.of("无", StandardHistory.of(AssistanceSchedule.of(List.of()), "淄博市"), each -> true, DAY)
                .svg(svg);
        assertTrue(svg.toString().endsWith("</svg>\n"));
    }

    @Test
    void thePackageHoldsTheLinesAndTheFilesForThePublic(@TempDir Path folder) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2024-03-01T00:00:00Z"), ZoneOffset.UTC);
        Path target = folder.resolve("package");
        try (LibraryPackage out = LibraryPackage.create(target, PackageOptions.of(clock, "1"))) {
            for (AssistanceStandard each : LINES) {
                out.add(each);
            }
            AssistanceFiles.of(schedule, "淄博市", DAY, CategoryScheme.a(), null).addTo(out);
            assertThrows(IllegalArgumentException.class, () -> out.addFile("../x", to -> to.append("x")));
            assertThrows(IllegalArgumentException.class, () -> out.addFile("records.ndjson", to -> to.append("x")));
            PackageSchemas.finish(out);
        }
        List<AssistanceStandard> back = new ArrayList<>();
        for (String each : Files.readAllLines(target.resolve("data/records.ndjson"))) {
            back.add((AssistanceStandard) CanonicalJson.mapper().readValue(each, DisclosureRecord.class));
        }
        assertEquals(LINES, back);
        assertEquals(
                golden("public-table.html"), Files.readString(target.resolve("data/assistance/public-table.html")));
        assertTrue(Files.readString(target.resolve("manifest-sha256.txt")).contains("data/assistance/history.svg"));
        StandardHistory history = CanonicalJson.mapper()
                .readValue(Files.readString(target.resolve("data/assistance/history.json")), StandardHistory.class);
        assertEquals(StandardHistory.of(schedule, "淄博市"), history);
    }

    @Test
    void hostileTextIsNeitherMarkupNorFormula() throws IOException {
        AssistanceStandard hostile = line(AssistanceItem.parse("<script>alert(1)</script>"), null, "2024-01-01", "1")
                .note("=cmd|' /C calc'!A0\u0000")
                .basis(new Basis("\"><img src=x onerror=alert(1)>", null))
                .build();
        PublicTable bad = PublicTable.of("<b>标题</b>", List.of(hostile), CategoryScheme.a());
        StringBuilder html = new StringBuilder();
        bad.html(html);
        assertFalse(html.toString().contains("<script"), html.toString());
        assertFalse(html.toString().contains("<img"), html.toString());
        assertFalse(html.toString().contains("\u0000"));
        StringBuilder csv = new StringBuilder();
        bad.csv(csv);
        assertTrue(csv.toString().contains("'=cmd"), csv.toString());
    }
}
