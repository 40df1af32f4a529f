package org.gongkai.ingest.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.inventory.GapExplanation;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.inventory.InventoryReader.Kind;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.sheet.WorkbookTest;
import org.gongkai.ingest.source.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryReaderTest {

    private static final String MAP = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
            + " xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n"
            + "<url><loc> http://a.example/x/1.html?a=1&amp;b=2 </loc><lastmod>2024-01-01</lastmod>\n"
            + "<image:image><image:loc>http://a.example/x/1.png</image:loc></image:image></url>\n"
            + "<url><loc><![CDATA[http://a.example/x/2.html]]></loc></url></urlset>";

    @TempDir
    private Path folder;

    /** What a reader handed over. */
    private static final class Entries {

        final List<OfficialDocument> documents = new ArrayList<>();
        final List<@Nullable String> secrecies = new ArrayList<>();
        final List<String> places = new ArrayList<>();
        final List<String> problems = new ArrayList<>();

        static Entries from(Path file) throws IOException {
            Entries entries = new Entries();
            Inventory inventory = InventoryReader.of(file);
            inventory.read(entries::entry, problem -> entries.problems.add(problem.rule()));
            return entries;
        }

        private void entry(InventoryEntry entry) {
            documents.add(entry.document());
            secrecies.add(entry.secrecy());
            places.add(entry.location().toString());
        }
    }

    @Test
    void aRegisterInGbkUnderATitleRowIsReadByItsHeaders() throws IOException {
        Path file = write(
                "register.csv",
                "2023年发文登记簿,,,,,\n序号,文号,事由,发文日期,密级,公开属性\n"
                        + "1,临湾教字[2023]第021号,关于课后服务的通知,2023.8.15,无,主动公开\n"
                        + "2,临湾教字〔2023〕22号,关于学籍的通知,2023-08-16,机密,不予公开\n合计,2件,,,,\n",
                Charset.forName("GB18030"));
        Entries entries = Entries.from(file);
        assertEquals(3, entries.documents.size());
        OfficialDocument first = entries.documents.get(0);
        assertEquals("临湾教字〔2023〕21号", String.valueOf(first.documentNumber()));
        assertEquals("关于课后服务的通知", first.title());
        assertEquals(LocalDate.of(2023, 8, 15), first.publishedOn());
        assertEquals("无", entries.secrecies.get(0));
        assertEquals("机密", entries.secrecies.get(1));
        assertEquals(
                Openness.Mode.NOT_DISCLOSED, entries.documents.get(1).openness().mode());
        assertEquals("register.csv:3", entries.places.get(0));
        // A line of totals is a row that names no document, and said to be one.
        assertNull(entries.documents.get(2).title());
        assertEquals(List.of("source.row.noDocument"), entries.problems);
    }

    @Test
    void aRegisterInAWorkbookIsReadTheSame() throws IOException {
        Path file = folder.resolve("发文登记簿.xlsx");
        WorkbookTest.write(file, book -> {
            Worksheet sheet = book.newWorksheet("2023");
            String[][] rows = {
                {"发文字号", "标题", "日期", "秘密等级", "公开方式"},
                {"临湾教字〔2023〕21号", "关于课后服务的通知", "2023年8月15日", "", "依申请公开"}
            };
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    sheet.value(r, c, rows[r][c]);
                }
            }
        });
        Entries entries = Entries.from(file);
        assertEquals(List.of("发文登记簿.xlsx!2023:2"), entries.places);
        assertEquals(LocalDate.of(2023, 8, 15), entries.documents.get(0).publishedOn());
        assertNull(entries.secrecies.get(0));
        assertEquals(List.of(), entries.problems);
    }

    @Test
    void aSiteMapGivesTheAddressesOfItsPagesAlone() throws IOException {
        for (Path file : List.of(
                write("sitemap.xml", MAP, StandardCharsets.UTF_8),
                Files.write(folder.resolve("s.xml.gz"), packed(MAP)))) {
            Entries entries = Entries.from(file);
            assertEquals(
                    List.of("http://a.example/x/1.html?a=1&b=2", "http://a.example/x/2.html"),
                    entries.documents.stream().map(OfficialDocument::sourceUrl).toList());
            assertEquals(file.getFileName() + ":2", entries.places.get(0));
        }
    }

    @Test
    void aSiteMapReadsNoOtherFileAndUnfoldsNoEntity() throws IOException {
        Path secret = write("secret.txt", "http://a.example/secret", StandardCharsets.UTF_8);
        for (String entity : List.of("SYSTEM \"" + secret.toUri() + "\"", "\"http://a.example/secret\"")) {
            Path file = write(
                    "sitemap.xml",
                    "<!DOCTYPE urlset [<!ENTITY x " + entity + ">]><urlset><url><loc>&x;</loc></url></urlset>",
                    StandardCharsets.UTF_8);
            try {
                Entries entries = Entries.from(file);
                assertTrue(entries.documents.stream().allMatch(each -> each.sourceUrl() == null), entity);
            } catch (InventoryException refused) {
                assertEquals("source.siteMap.malformed", refused.problem().rule());
            }
        }
    }

    @Test
    void aBombIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("s.xml.gz"), packed("<urlset>" + " ".repeat(1 << 20) + "</urlset>"));
        Limits small = Limits.standard().with("maxUnfoldedBytes", 1 << 16);
        InventoryReader reader = InventoryReader.of(file, null, Mapping.none(), small);
        InventoryException refused = assertThrows(InventoryException.class, () -> reader.read(entry -> {}));
        assertEquals("source.siteMap.malformed", refused.problem().rule());
    }

    @ParameterizedTest
    @CsvSource({
        "'<sitemapindex><sitemap><loc>http://a.example/1.xml</loc></sitemap></sitemapindex>', source.siteMap.index",
        "'<rss><channel/></rss>', source.siteMap.malformed",
        "'<urlset><url>', source.siteMap.malformed",
        "'', source.siteMap.malformed",
    })
    void whatIsNoSiteMapIsRefusedWithItsReason(String text, String rule) {
        Path file = write("sitemap.xml", text, StandardCharsets.UTF_8);
        assertEquals(
                rule,
                assertThrows(InventoryException.class, () -> Entries.from(file))
                        .problem()
                        .rule());
    }

    @Test
    void anIdIsTakenForWhatItIs() throws IOException {
        Path file = write(
                "ids.txt",
                "\uFEFF# from the old system\n1287\n\"1288\",关于甲事的通知\n临湾教字[2023]21号\n004999122-2021-000153\n\n"
                        + "http://a.example/x/1.html\n",
                StandardCharsets.UTF_8);
        Entries entries = Entries.from(file);
        assertEquals(5, entries.documents.size());
        assertEquals("1287", entries.documents.get(0).recordId());
        assertEquals("1288", entries.documents.get(1).recordId());
        assertEquals("临湾教字〔2023〕21号", String.valueOf(entries.documents.get(2).documentNumber()));
        assertEquals(
                "004999122-2021-000153", String.valueOf(entries.documents.get(3).indexNumber()));
        assertEquals("004999122-2021-000153", entries.documents.get(3).recordId());
        assertEquals("http://a.example/x/1.html", entries.documents.get(4).sourceUrl());
        assertEquals("ids.txt:2", entries.places.get(0));
    }

    @Test
    void aCsvWithoutKnownHeadersIsAListOfIds() throws IOException {
        Path file = write("ids.csv", "1287,甲\n1288,乙\n", StandardCharsets.UTF_8);
        assertEquals(Kind.IDS, InventoryReader.of(file).kind());
        assertEquals(2, Entries.from(file).documents.size());
    }

    @Test
    void anEarlierPackageGivesItsDocuments() throws IOException {
        Path bag = Files.createDirectories(folder.resolve("old"));
        Files.createDirectories(bag.resolve("data"));
        Files.writeString(bag.resolve("bagit.txt"), "BagIt-Version: 1.0\n");
        Files.writeString(
                bag.resolve("data/records.ndjson"),
                "{\"kind\":\"document\",\"title\":\"关于甲事的通知\",\"documentNumber\":\"临湾教字〔2023〕21号\"}\n");
        Entries entries = Entries.from(bag);
        assertEquals("关于甲事的通知", entries.documents.get(0).title());
        assertEquals(List.of("old/data/records.ndjson:1"), entries.places);
    }

    @Test
    void anyOtherFolderGivesWhatItsPagesAndTablesSay() throws IOException {
        Path site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(site.resolve("a.csv"), "标题,发文字号\n关于甲事的通知,临湾教字〔2023〕21号\n");
        Files.writeString(site.resolve("b.csv"), "标题,发文字号\n关于乙事的通知,临湾教字〔2023〕22号\n");
        Entries entries = Entries.from(site);
        assertEquals(List.of("site/a.csv:2", "site/b.csv:2"), entries.places);
    }

    @Test
    void anEmptyFolderAndAFileOfAnotherKindAreRefused() {
        assertEquals(
                "source.folder.unreadable",
                assertThrows(InventoryException.class, () -> Entries.from(folder))
                        .problem()
                        .rule());
        Path file = write("register.docx", "x", StandardCharsets.UTF_8);
        assertEquals(
                "source.file.unsupported",
                assertThrows(InventoryException.class, () -> Entries.from(file))
                        .problem()
                        .rule());
    }

    @Test
    void anInventoryThatIsNotThereIsRefusedAtOnce() {
        assertThrows(NoSuchFileException.class, () -> InventoryReader.of(folder.resolve("register.csv")));
    }

    @Test
    void bothReadingsGiveTheSameEntriesAndTheProblemsOnlyToWhoeverAsks() throws IOException {
        Inventory inventory = InventoryReader.of(write("register.csv", "文号,标题\n1,a\n合计,2件\n", StandardCharsets.UTF_8));
        List<InventoryEntry> first = new ArrayList<>();
        List<InventoryEntry> second = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        inventory.read(first::add, problem -> problems.add(problem.rule()));
        inventory.read(second::add);
        assertEquals(first, second);
        assertEquals(2, first.size());
        assertTrue(problems.size() > 0, problems.toString());
    }

    @Test
    void anInventoryOfMoreRowsThanAllowedIsRefusedAndNotCut() throws IOException {
        Limits small = Limits.standard().with("maxRows", 2);
        for (Path file : List.of(
                write("a.csv", "文号,标题\n1,a\n2,b\n3,c\n", StandardCharsets.UTF_8),
                write("a.txt", "1\n2\n3\n", StandardCharsets.UTF_8),
                write("a.xml", MAP.replace("</urlset>", "<url><loc>x</loc></url></urlset>"), StandardCharsets.UTF_8))) {
            InventoryReader reader = InventoryReader.of(file, null, Mapping.none(), small);
            InventoryException refused = assertThrows(InventoryException.class, () -> reader.read(entry -> {}));
            assertEquals("source.limit.reached", refused.problem().rule(), file.toString());
        }
    }

    @Test
    void explanationsAreReadFromATableAndFromYamlAlike() throws IOException {
        List<GapExplanation> table = GapFile.read(write(
                "gaps.csv",
                "文号,原因,条款,说明\n临湾教字〔2023〕2号,不予公开,第十六条,内部\n,作废,,\n临湾教字〔2023〕4号,作废,,\n",
                Charset.forName("GB18030")));
        List<GapExplanation> yaml = GapFile.read(write(
                "gaps.yaml",
                "gaps:\n  - number: 临湾教字〔2023〕2号\n    reason: 不予公开\n    article: 第十六条\n    note: 内部\n"
                        + "  - {文号: '', 原因: 作废}\n  - {number: 临湾教字〔2023〕4号, reason: 作废}\n",
                StandardCharsets.UTF_8));
        assertEquals(List.of("gaps.csv:2", "gaps.csv:3", "gaps.csv:4"), places(table));
        assertEquals(List.of("gaps.yaml:2", "gaps.yaml:6", "gaps.yaml:7"), places(yaml));
        for (List<GapExplanation> lines : List.of(table, yaml)) {
            assertEquals("临湾教字〔2023〕2号", lines.get(0).number());
            assertEquals("不予公开", lines.get(0).reason());
            assertEquals("第十六条", lines.get(0).article());
            assertNull(lines.get(1).number());
            assertNull(lines.get(2).article());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gaps.yaml, 'gaps: [{number: 1, why: 2}]', gaps.yaml:1",
        "gaps.yaml, 'gaps: {number: 1}', gaps.yaml:1",
        "gaps.yaml, 'other: []', gaps.yaml:1",
        "gaps.yaml, 'gaps: [{number: [1]}]', gaps.yaml:1",
        "gaps.yaml, 'gaps: [&a {number: 1}, *a]', gaps.yaml:1",
        "gaps.yaml, 'gaps: [{number: 1', gaps.yaml",
        "gaps.yaml, 'gaps: [{number: 1, 文号: 2}]', gaps.yaml:1",
        "gaps.csv, 'a,b', gaps.csv",
        "gaps.docx, 'a,b', gaps.docx",
    })
    void aFileThatIsNoListOfExplanationsIsRefusedWithItsPlace(String name, String text, String place) {
        Path file = write(name, text, StandardCharsets.UTF_8);
        InventoryException refused = assertThrows(InventoryException.class, () -> GapFile.read(file));
        assertEquals(place, refused.problem().location().toString());
    }

    private static List<String> places(List<GapExplanation> lines) {
        return lines.stream().map(each -> each.location().toString()).toList();
    }

    private Path write(String name, String text, Charset charset) {
        return Taken.write(folder, name, text.getBytes(charset));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
