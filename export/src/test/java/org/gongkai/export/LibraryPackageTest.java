package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Validity;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.report.ReportFormat;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.ReportCollector;
import org.gongkai.validation.report.ReportedFinding;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryPackageTest {

    private static final DisclosureValidator VALIDATOR =
            DisclosureValidator.of(Profile.named("shandong-library"), Documents.CLOCK);

    @TempDir
    Path folder;

    private PackageReceipt writeTwo(Path target) throws IOException {
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            assertTrue(out.add(Documents.whole()));
            assertTrue(out.add(Documents.poor()));
            out.ledgerOfNoRecord(
                    List.of(new LedgerEntry(Location.of("a.html"), FieldFate.MAPPED, "某", "/title", null, List.of())));
            out.finding(new ReportedFinding(
                    VALIDATOR.judge(Documents.poor()).findings().get(0), null, null, null, null));
            out.reject("子目录/100%.html", "不是网页");
            return PackageSchemas.finish(out);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/jcms/book-0001.xml", "data/library.csv", "bag-info.txt"})
    void filesOfTwoDocumentsAreAsTheGoldenOnes(String path) throws IOException {
        writeTwo(folder.resolve("package"));
        String golden = "golden/" + path.substring(path.lastIndexOf('/') + 1);
        try (InputStream in = LibraryPackageTest.class.getResourceAsStream(golden)) {
            assertEquals(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    Files.readString(folder.resolve("package").resolve(path)));
        }
    }

    @Test
    void theLibraryOfCongressReaderFindsAWholeAndValidBag() throws Exception {
        writeTwo(folder.resolve("package"));
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(folder.resolve("package")), false);
        }
    }

    @Test
    void aPackageWithoutRecordsIsAValidBagToo() throws Exception {
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            PackageSchemas.finish(out);
        }
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(folder.resolve("package")), false);
        }
        assertFalse(Files.exists(folder.resolve("package/data/jcms")));
    }

    @Test
    void theSameInputAndClockGiveTheSameBytes() throws IOException {
        PackageReceipt first = writeTwo(folder.resolve("one"));
        PackageReceipt second = writeTwo(folder.resolve("two"));
        assertEquals(first.tagManifestSha256(), second.tagManifestSha256());
        Map<String, byte[]> files = contents(folder.resolve("one"));
        Map<String, byte[]> again = contents(folder.resolve("two"));
        assertEquals(files.keySet(), again.keySet());
        files.forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path), path));
    }

    @Test
    void recordsReadBackAsTheyWere() throws IOException {
        writeTwo(folder.resolve("package"));
        List<String> lines = Files.readAllLines(folder.resolve("package/data/records.ndjson"));
        assertEquals(Documents.whole(), CanonicalJson.mapper().readValue(lines.get(0), DisclosureRecord.class));
        assertEquals(Documents.poor(), CanonicalJson.mapper().readValue(lines.get(1), DisclosureRecord.class));
        assertEquals(2, lines.size());
    }

    @Test
    void packageJsonSaysWhatAFormatDoesNotCarry() throws IOException {
        PackageReceipt receipt = writeTwo(folder.resolve("package"));
        PackageDescription read = CanonicalJson.mapper()
                .readValue(folder.resolve("package/package.json").toFile(), PackageDescription.class);
        assertEquals(receipt.description(), read);
        PackageDescription.Format jcms = read.formats().get(0);
        assertTrue(jcms.notCarried().contains(new PackageDescription.NotCarried("indexNumber", "索引号", 1)));
        assertTrue(
                jcms.notCarried().contains(new PackageDescription.NotCarried("consultation.telephone", "政策咨询电话", 2)));
        // The lead agency has a place, its partner has none.
        assertTrue(jcms.notCarried().contains(new PackageDescription.NotCarried("issuers", "发文机关", 1)));
        assertTrue(jcms.notCarried().stream().noneMatch(each -> each.field().equals("title")));
        assertEquals(2, jcms.replacedCharacters());
        assertEquals(1, jcms.cleanedBodies());
        PackageDescription.Format table = read.formats().get(1);
        assertEquals(2, table.neutralizedCells());
        assertEquals(1, table.replacedCharacters());
        assertEquals(0, table.cleanedBodies());
        assertTrue(table.notCarried().stream().noneMatch(each -> each.field().equals("indexNumber")));
        assertTrue(table.notCarried().contains(new PackageDescription.NotCarried("other", "其他字段", 1)));
    }

    @Test
    void aRecordOfOtherOpennessThanTheConstantIsCountedAsNotCarried() throws IOException {
        OfficialDocument unlisted =
                OfficialDocumentBuilder.builder().openness(Openness.parse("公开")).build();
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            assertTrue(out.add(unlisted));
            PackageDescription.Format jcms =
                    PackageSchemas.finish(out).description().formats().get(0);
            assertTrue(jcms.notCarried().contains(new PackageDescription.NotCarried("openness", "公开方式", 1)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_APPLICATION", "NOT_DISCLOSED"})
    void whatIsNotForPublicationIsWithheld(Openness.Mode mode) throws IOException {
        OfficialDocument secret = OfficialDocumentBuilder.builder()
                .title("不该出去的标题")
                .openness(Openness.of(mode))
                .build();
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            assertFalse(out.add(secret));
            assertEquals(1, PackageSchemas.finish(out).description().withheld());
        }
        for (byte[] each : contents(folder.resolve("package")).values()) {
            assertFalse(new String(each, StandardCharsets.UTF_8).contains("不该出去的标题"));
        }
    }

    /** README's embedding code, whose document is not for publication: it need not know. */
    @ParameterizedTest
    @EnumSource(names = {"ON_APPLICATION", "NOT_DISCLOSED"})
    void whoeverAddsARecordThatIsWithheldFindsNothingOfItInThePackageAndEveryCountRight(Openness.Mode mode)
            throws IOException {
        Path target = folder.resolve("package");
        ReportCollector report = collector();
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            for (OfficialDocument each : List.of(secret(mode), Documents.poor())) {
                out.add(each);
                for (ReportedFinding finding : report.record(each, VALIDATOR.judge(each), List.of(), false)) {
                    out.finding(finding);
                }
            }
            out.addReport("report.html", (shown, html) -> ReportFormat.HTML.write(shown, html, Locale.CHINESE));
            PackageSchemas.finish(out, report.result());
        }
        assertNothingOfTheSecret(target);
        assertEquals(1, PackageVerification.of(target).description().withheld());
        JsonNode written =
                CanonicalJson.mapper().readTree(target.resolve("report.json").toFile());
        assertEquals(1, written.get("withheld").asLong());
        assertEquals(2, written.get("records").asLong());
        assertTrue(lines(target, "findings.ndjson").stream()
                .allMatch(each -> each.contains(Documents.poor().key())));
        assertFalse(lines(target, "findings.ndjson").isEmpty());
    }

    @Test
    void nothingOfADossierOfARecordThatIsWithheldGetsIn() throws IOException {
        Path target = folder.resolve("package");
        OfficialDocument secret = secret(Openness.Mode.NOT_DISCLOSED);
        Location page = Location.of("a/秘密.html");
        ReportCollector report = collector();
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            List<Finding> source = List.of(VALIDATOR.finding(new SourceProblem("source.file.empty", page, "秘密", null)));
            List<LedgerEntry> ledger = List.of(entry(page, "秘密"));
            report.fields(ledger, false);
            assertFalse(out.add(Dossier.of(secret)
                    .from(page)
                    .withLedger(ledger)
                    .withFindings(report.record(secret, VALIDATOR.judge(secret), source, false))
                    .withFiles(copies -> fail("a file of a withheld record is copied"))));
            assertFalse(out.setAside(Dossier.of(secret).from(page), () -> fail("a withheld source is kept")));
            report.record(secret, VALIDATOR.judge(secret), List.of(), false);
            PackageSchemas.finish(out, report.result());
        }
        assertNothingOfTheSecret(target);
        assertEquals(2, PackageVerification.of(target).description().withheld());
    }

    /** What a caller gives before the record is taken out when the record turns out to be withheld. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatComesWithoutTheRecordIsHeldByKeyAndPlaceBeforeAndAfterIt(boolean recordFirst) throws IOException {
        Path target = folder.resolve("package");
        OfficialDocument secret = secret(Openness.Mode.NOT_DISCLOSED);
        Location page = Location.of("a/秘密.html");
        Location other = Location.of("b.html");
        ReportCollector report = collector();
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            List<ReportedFinding> findings = report.record(secret, VALIDATOR.judge(secret), List.of(), false);
            assertFalse(findings.isEmpty());
            if (recordFirst) {
                assertFalse(out.add(Dossier.of(secret).from(page)));
            }
            out.add(Documents.poor());
            report.record(Documents.poor(), VALIDATOR.judge(Documents.poor()), List.of(), false);
            for (ReportedFinding each : findings) {
                out.finding(each);
            }
            for (Location each : List.of(page, other)) {
                String quoted = each == page ? "秘密" : "公开";
                out.finding(report.finding(
                        VALIDATOR.finding(new SourceProblem("source.file.empty", each, quoted, null)), false));
                out.ledgerOfNoRecord(List.of(entry(each, quoted)));
                report.fields(List.of(entry(each, quoted)), false);
                String kept = out.reject(each.source(), quoted);
                assertEquals(recordFirst && each == page, kept == null);
            }
            if (!recordFirst) {
                assertFalse(out.add(Dossier.of(secret).from(page)));
            }
            PackageDescription written =
                    PackageSchemas.finish(out, report.result()).description();
            assertEquals(List.of(1L, 1L, 1L), List.of(written.findings(), written.ledgerEntries(), written.rejects()));
        }
        assertNothingOfTheSecret(target);
        assertTrue(lines(target, "findings.ndjson").get(0).contains("b.html"));
        assertEquals("公开", Files.readString(target.resolve("rejects/b.html")));
    }

    @Test
    void aRowThatIsWithheldKeepsItsTableFromTheRejectsAndLeavesTheOtherRowsAlone() throws IOException {
        Path target = folder.resolve("package");
        Location row = Location.of("list.csv").atRow(3);
        Path table = Files.writeString(folder.resolve("list.csv"), "秘密");
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            out.reject("list.csv", table);
            assertFalse(out.add(Dossier.of(secret(Openness.Mode.ON_APPLICATION)).from(row)));
            assertNull(out.reject("list.csv", table));
            assertNull(out.reject("list.csv-3", "秘密"));
            assertEquals("rejects/list.csv-4", out.reject("list.csv-4", "公开"));
            out.ledgerOfNoRecord(List.of(entry(row, "秘密")));
            out.ledgerOfNoRecord(List.of(entry(Location.of("list.csv").atRow(1), "标题")));
            assertEquals(1, PackageSchemas.finish(out).description().ledgerEntries());
        }
        assertNothingOfTheSecret(target);
    }

    /** Two sources of one record, and only one of them says that it is not for publication. */
    @Test
    void anotherSourceOfWhatIsWithheldLeavesNothing() throws IOException {
        Path target = folder.resolve("package");
        OfficialDocument secret = secret(Openness.Mode.NOT_DISCLOSED);
        OfficialDocument silent =
                OfficialDocumentBuilder.builder(secret).openness(null).build();
        assertEquals(secret.key(), silent.key());
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            out.add(secret);
            assertFalse(out.setAside(
                    Dossier.of(silent).withLedger(List.of(entry(Location.of("b.html"), "秘密"))),
                    () -> out.reject("b.html", "秘密")));
            assertEquals(1, PackageSchemas.finish(out).description().withheld());
        }
        assertNothingOfTheSecret(target);
    }

    @Test
    void anotherSourceOfWhatIsPublishedIsSetAsideWithItsAccount() throws IOException {
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            out.add(Documents.poor());
            assertTrue(out.setAside(
                    Dossier.of(Documents.poor()).withLedger(List.of(entry(Location.of("b.html"), "某"))),
                    () -> out.reject("b.html", "某")));
            PackageDescription written = PackageSchemas.finish(out).description();
            assertEquals(List.of(1L, 1L, 1L), List.of(written.records(), written.ledgerEntries(), written.rejects()));
        }
    }

    @Test
    void aFindingAboutAnotherRecordBelongsToNoDossier() {
        ReportedFinding finding =
                new ReportedFinding(VALIDATOR.judge(Documents.poor()).findings().get(0), null, null, null, null);
        Dossier dossier = Dossier.of(Documents.whole());
        assertThrows(IllegalArgumentException.class, () -> dossier.withFindings(List.of(finding)));
    }

    @Test
    void filesForThePublicAreShownEveryRecordButTheWithheldOnes() throws IOException {
        List<DisclosureRecord> seen = new ArrayList<>();
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            out.show(new PublicFiles() {
                @Override
                public void see(DisclosureRecord record) {
                    seen.add(record);
                }

                @Override
                public void addTo(LibraryPackage target) throws IOException {
                    target.addFile("seen.txt", text -> text.append("已见"));
                }
            });
            out.add(secret(Openness.Mode.NOT_DISCLOSED));
            out.add(Documents.poor());
            PackageSchemas.finish(out);
        }
        assertEquals(List.of(Documents.poor()), seen);
        assertEquals("已见", Files.readString(folder.resolve("package/data/seen.txt")));
    }

    private static ReportCollector collector() {
        return new ReportCollector(VALIDATOR, "test", OffsetDateTime.now(Documents.CLOCK), 1_000, null);
    }

    private static OfficialDocument secret(Openness.Mode mode) {
        return OfficialDocumentBuilder.builder()
                .title("秘密：不该出去的标题")
                .validity(Validity.parse("秘密"))
                .openness(Openness.of(mode))
                .build();
    }

    private static LedgerEntry entry(Location place, String value) {
        return new LedgerEntry(place.at(value, null), FieldFate.UNMAPPED, value, null, null, List.of());
    }

    private static List<String> lines(Path target, String file) throws IOException {
        return Files.readAllLines(target.resolve(file));
    }

    private static void assertNothingOfTheSecret(Path target) throws IOException {
        for (Map.Entry<String, byte[]> each : contents(target).entrySet()) {
            assertFalse(each.getKey().contains("秘密"), each.getKey());
            assertFalse(new String(each.getValue(), StandardCharsets.UTF_8).contains("秘密"), each.getKey());
        }
        assertEquals(
                List.of(),
                PackageVerification.of(target).differences().stream()
                        .map(each -> each.text(Locale.ENGLISH))
                        .toList());
    }

    @Test
    void fiveHundredAndOneDocumentsMakeTwoBooks() throws Exception {
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            for (int i = 1; i <= 501; i++) {
                out.add(Documents.numbered(i));
            }
            assertEquals(
                    List.of("data/jcms/book-0001.xml", "data/jcms/book-0002.xml"),
                    PackageSchemas.finish(out).description().formats().get(0).files());
        }
        assertEquals(
                500, articles(folder.resolve("package/data/jcms/book-0001.xml")).size());
        List<Map<String, String>> rest = articles(folder.resolve("package/data/jcms/book-0002.xml"));
        assertEquals(
                List.of("第501号通知"), rest.stream().map(each -> each.get("title")).toList());
    }

    @Test
    void anArticleHasThe38ElementsInOrder() throws Exception {
        writeTwo(folder.resolve("package"));
        try (InputStream in = LibraryPackageTest.class.getResourceAsStream("jcms-elements.txt")) {
            List<String> expected = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertEquals(38, expected.size());
            for (Map<String, String> each : articles(folder.resolve("package/data/jcms/book-0001.xml"))) {
                assertEquals(expected, List.copyOf(each.keySet()));
            }
        }
    }

    @Test
    void awkwardTextIsReadBackFromTheXml() throws Exception {
        writeTwo(folder.resolve("package"));
        List<Map<String, String>> articles = articles(folder.resolve("package/data/jcms/book-0001.xml"));
        assertEquals(
                "<p>第一段 1 &lt; 2\uFFFD]]&gt;</p>\n<p>第二段\uFFFD</p>\n",
                articles.get(1).get("text"));
        assertEquals("004359010", articles.get(0).get("vc_area"));
        assertEquals("2023-07-21 00:00:00", articles.get(0).get("datetime"));
        assertEquals("", articles.get(1).get("datetime"));
    }

    @Test
    void aSectionEndInsideATextIsSplitAndReadBack() throws Exception {
        OfficialDocument document =
                OfficialDocumentBuilder.builder().title("]]>]]>a]]").build();
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            out.add(document);
            PackageSchemas.finish(out);
        }
        assertEquals(
                "]]>]]>a]]",
                articles(folder.resolve("package/data/jcms/book-0001.xml"))
                        .get(0)
                        .get("title"));
    }

    @Test
    void aSiteWithAnotherFormatNeedsAProfileAndNoCode() throws Exception {
        String json = """
                {"name": "site", "version": "1", "engine": "xml", "evidence": "unverified", "encoding": "GB18030",
                 "file": "site/{number}.xml", "recordsPerFile": 1,
                 "envelope": {"root": "文件", "record": "article"},
                 "fields": [{"name": "有效性", "source": "validity", "values": {"废止": "3"}},
                            {"name": "主题", "source": ["theme.level2", "genre"]},
                            {"name": "日期", "source": "writtenOn", "pattern": "yyyy年M月d日"},
                            {"name": "机关", "source": "issuers", "join": " & "}]}""";
        FormatProfile profile =
                FormatProfile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "site.json");
        try (LibraryPackage out = LibraryPackage.create(
                folder.resolve("package"), Documents.options().withFormats(List.of(profile)))) {
            out.add(Documents.whole());
            out.add(Documents.poor());
            PackageSchemas.finish(out);
        }
        Path first = folder.resolve("package/data/site/0001.xml");
        assertTrue(Files.readString(first, Charset.forName("GB18030")).contains("某区人民政府办公室 &amp; 某区水利局"));
        assertEquals(
                List.of(Map.of("有效性", "3", "主题", "水利、水务", "日期", "2023年7月20日", "机关", "某区人民政府办公室 & 某区水利局")),
                articles(first));
        assertEquals(
                List.of(Map.of("有效性", "", "主题", "", "日期", "2020年2月29日", "机关", "某区财政局")),
                articles(folder.resolve("package/data/site/0002.xml")));
    }

    @Test
    void whatActsInHtmlDoesNotGoOut() throws Exception {
        writeTwo(folder.resolve("package"));
        String html = articles(folder.resolve("package/data/jcms/book-0001.xml"))
                .get(0)
                .get("text");
        assertFalse(html.contains("script"), html);
        assertFalse(html.contains("onclick"), html);
        assertTrue(html.contains("colspan"), html);
        assertTrue(html.contains("<a href=\"files/P0202.doc\">任务清单.doc</a>"), html);
        assertTrue(html.contains("<p>图纸</p>"), html);
    }

    @Test
    void anUnknownPropertyNamedLikeAKnownOneIsRefusedAndNothingOfItIsWritten() throws IOException {
        OfficialDocument wrong =
                OfficialDocumentBuilder.builder().other(Map.of("title", "x")).build();
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            assertThrows(IllegalArgumentException.class, () -> out.add(wrong));
            out.add(Documents.poor());
            assertEquals(1, PackageSchemas.finish(out).description().records());
        }
        assertEquals(
                1,
                Files.readAllLines(folder.resolve("package/data/records.ndjson"))
                        .size());
    }

    /** A package is handed over; the source, which is not, keeps the numbers. */
    @Test
    void ofALargeRejectedFileTheFirstPartIsKeptWithItsDigestAndTheSizeOfTheWhole() throws Exception {
        Path sparse = folder.resolve("sparse.csv");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(LibraryPackage.LARGEST_REJECT + 1);
        }
        Path text = folder.resolve("text.csv");
        byte[] lines = "户主,11010519491231002X\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        byte[] oneLine = "11010519491231002X".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        Path unbroken = folder.resolve("unbroken.csv");
        for (Map.Entry<Path, byte[]> each :
                Map.of(text, lines, unbroken, oneLine).entrySet()) {
            try (OutputStream out = Files.newOutputStream(each.getKey())) {
                for (long size = 0; size <= LibraryPackage.LARGEST_REJECT; size += each.getValue().length) {
                    out.write(each.getValue());
                }
            }
        }
        Path target = folder.resolve("package");
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            for (Path each : List.of(sparse, text, unbroken)) {
                out.reject(each.getFileName().toString(), each);
            }
            PackageSchemas.finish(out);
        }
        PackageSchemas.checkPackage(target);
        assertEquals(0, Files.size(target.resolve("rejects/sparse.csv")), "zeros are no text");
        String kept = Files.readString(target.resolve("rejects/text.csv"));
        assertTrue(kept.length() > 500_000 && kept.endsWith("*\n") && !kept.contains("19491231"), "masked to its end");
        // Where nothing tells the end of a number, nothing is kept, lest one is cut in two.
        assertEquals(0, Files.size(target.resolve("rejects/unbroken.csv")));
        String listed = Files.readString(target.resolve("rejects.ndjson"));
        for (Path each : List.of(sparse, text, unbroken)) {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Arrays.copyOf(Files.readAllBytes(each), 1 << 20)));
            assertTrue(
                    listed.contains("\"size\":" + Files.size(each) + ",\"sha256\":\"" + digest + '"'),
                    each + ": " + listed);
        }
    }

    @Test
    void rejectedTextsShowNoNumbersOfPersonsNorNamesInCellsBesideThem() throws Exception {
        String text = "户主,证件\r\n张三,11010519491231002X\r\n李四,１３８００００００００\r\n";
        Path utf8 = Files.writeString(folder.resolve("a.csv"), text);
        Path gbk = Files.write(folder.resolve("b.csv"), text.getBytes(java.nio.charset.Charset.forName("GB18030")));
        byte[] binary = ("PK\0" + text).getBytes(StandardCharsets.UTF_8);
        Path book = Files.write(folder.resolve("c.xlsx"), binary);
        byte[] mixed = "11010519491231002X\n110105\0\n19491231002X".getBytes(StandardCharsets.UTF_8);
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            out.reject("a.csv", utf8);
            out.reject("b.csv", gbk);
            out.reject("c.xlsx", book);
            out.reject("d.csv-2", "张三 11010519491231002X");
            out.reject("e.bin", Files.write(folder.resolve("e.bin"), mixed));
            PackageSchemas.finish(out);
        }
        Path rejects = folder.resolve("package/rejects");
        assertEquals(
                "户主,证件\r\n张*,110***************\r\n李*,138********\r\n", Files.readString(rejects.resolve("a.csv")));
        assertEquals(
                "户主,证件\r\n张*,110***************\r\n李*,138********\r\n",
                Files.readString(rejects.resolve("b.csv"), java.nio.charset.Charset.forName("GB18030")));
        assertEquals(0, Files.size(rejects.resolve("c.xlsx")), "nobody can say what a workbook holds");
        assertEquals("110***************\n", Files.readString(rejects.resolve("e.bin")));
        assertEquals("张* 110***************", Files.readString(rejects.resolve("d.csv-2")));
        assertEquals(
                List.of(
                        "{\"path\":\"rejects/a.csv\",\"source\":\"a.csv\",\"masked\":4}",
                        "{\"path\":\"rejects/b.csv\",\"source\":\"b.csv\",\"masked\":4}",
                        "{\"path\":\"rejects/c.xlsx\",\"source\":\"c.xlsx\"" + whole(binary),
                        "{\"path\":\"rejects/d.csv-2\",\"source\":\"d.csv-2\",\"masked\":2}",
                        "{\"path\":\"rejects/e.bin\",\"source\":\"e.bin\",\"masked\":1" + whole(mixed)),
                Files.readAllLines(folder.resolve("package/rejects.ndjson")));
    }

    private static String whole(byte[] file) throws java.security.NoSuchAlgorithmException {
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        return ",\"size\":" + file.length + ",\"sha256\":\"" + digest + "\"}";
    }

    @Test
    void rejectedSourcesAreKeptUnderSafeNames() throws IOException {
        Path raw = Files.write(folder.resolve("raw.bin"), new byte[] {1, 2, 3});
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            assertEquals("rejects/_.._.._x", out.reject("../../x", raw));
            assertEquals("rejects/list.csv", out.reject("list.csv", "a"));
            assertEquals("rejects/LIST-2.CSV", out.reject("LIST.CSV", "b"));
            PackageSchemas.finish(out);
        }
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(folder.resolve("package/rejects/_.._.._x")));
        JsonNode first = CanonicalJson.mapper()
                .readTree(Files.readAllLines(folder.resolve("package/rejects.ndjson"))
                        .get(0));
        assertEquals("../../x", first.get("source").asText());
    }

    @Test
    void aRejectedFileThatCannotBeReadDoesNotStopThePackage() throws IOException {
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            PackageException e =
                    assertThrows(PackageException.class, () -> out.reject("gone.html", folder.resolve("gone.html")));
            assertEquals(PackageException.Problem.SOURCE_UNREADABLE, e.problem());
            assertThrows(PackageException.class, () -> out.reject("folder", folder));
            assertEquals(0, PackageSchemas.finish(out).description().rejects());
        }
        assertFalse(Files.exists(folder.resolve("package/rejects")) && !isEmpty(folder.resolve("package/rejects")));
    }

    @Test
    void anExistingTargetIsRefused() throws IOException {
        Path target = Files.createDirectory(folder.resolve("package"));
        TargetExistsException e =
                assertThrows(TargetExistsException.class, () -> LibraryPackage.create(target, Documents.options()));
        assertTrue(e.text(Locale.CHINESE).contains(target.toString()));
        assertEquals(List.of(target), children());
    }

    @Test
    void aPackageIsReplacedWhenAskedFor() throws IOException {
        Path target = folder.resolve("package");
        writeTwo(target);
        try (LibraryPackage out =
                LibraryPackage.create(target, Documents.options().withReplace(true))) {
            out.add(Documents.poor());
            PackageSchemas.finish(out);
        }
        assertEquals(
                1, Files.readAllLines(target.resolve("data/records.ndjson")).size());
        assertFalse(Files.exists(target.resolve("rejects")));
        assertEquals(List.of(target), children());
    }

    @Test
    void aPackageThatIsNotReplacedYetStandsUntouchedWhenTheRunFails() throws IOException {
        Path target = folder.resolve("package");
        writeTwo(target);
        Map<String, byte[]> before = contents(target);
        try (LibraryPackage out =
                LibraryPackage.create(target, Documents.options().withReplace(true))) {
            out.add(Documents.poor());
        }
        Map<String, byte[]> after = contents(target);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((path, bytes) -> assertArrayEquals(bytes, after.get(path), path));
        assertEquals(List.of(target), children());
    }

    @Test
    void aFolderThatIsNoPackageIsNeverReplaced() throws IOException {
        Path target = Files.createDirectory(folder.resolve("package"));
        Files.writeString(target.resolve("bagit.txt"), "BagIt-Version: 1.0\n");
        Files.writeString(target.resolve("mine.txt"), "x");
        PackageOptions options = Documents.options().withReplace(true);
        TargetExistsException e =
                assertThrows(TargetExistsException.class, () -> LibraryPackage.create(target, options));
        assertEquals(PackageException.Problem.NOT_A_PACKAGE, e.problem());
        assertTrue(Files.exists(target.resolve("mine.txt")));
    }

    @Test
    void aPackageWithSomebodysFileInItIsNotReplaced() throws IOException {
        Path target = folder.resolve("package");
        writeTwo(target);
        Files.writeString(target.resolve("data/notes.txt"), "x");
        PackageOptions options = Documents.options().withReplace(true);
        TargetExistsException e =
                assertThrows(TargetExistsException.class, () -> LibraryPackage.create(target, options));
        assertEquals(PackageException.Problem.FOREIGN_FILES, e.problem());
        assertTrue(e.getMessage().contains("data/notes.txt"), e.getMessage());
    }

    @Test
    void aTargetThatAppearsDuringTheRunIsNotOverwritten() throws IOException {
        Path target = folder.resolve("package");
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            Files.createDirectory(target);
            assertThrows(TargetExistsException.class, () -> PackageSchemas.finish(out));
        }
        assertEquals(List.of(target), children());
    }

    @Test
    void closingWithoutFinishingLeavesNothing() throws IOException {
        try (LibraryPackage out = LibraryPackage.create(folder.resolve("package"), Documents.options())) {
            out.add(Documents.whole());
        }
        assertEquals(List.of(), children());
    }

    @Test
    void aMissingParentIsNamed() {
        PackageException e = assertThrows(
                PackageException.class,
                () -> LibraryPackage.create(folder.resolve("gone/package"), Documents.options()));
        assertEquals(PackageException.Problem.PARENT_MISSING, e.problem());
        assertTrue(e.getMessage().contains(folder.resolve("gone").toString()), e.getMessage());
    }

    @Test
    void aFailureToWriteIsTypedAndLeavesNothing() throws IOException {
        Path target = folder.resolve("package");
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            // A file where the folder of rejects should be stands for any refusal of the system.
            Files.writeString(folder.resolve(".package.part/bag/rejects"), "");
            PackageException e = assertThrows(PackageException.class, () -> out.reject("a", "b"));
            assertEquals(PackageException.Problem.WRITE_FAILED, e.problem());
            assertTrue(e.getMessage().contains(target.toString()), e.getMessage());
            assertThrows(IllegalStateException.class, () -> out.add(Documents.poor()));
        }
        assertEquals(List.of(), children());
    }

    @Test
    void twoFormatsForOneFileAreRefused() {
        FormatProfile table = FormatProfile.shipped("library-table");
        PackageOptions options = Documents.options().withFormats(List.of(table, table));
        assertThrows(IllegalArgumentException.class, () -> LibraryPackage.create(folder.resolve("package"), options));
    }

    @Test
    void aRunKilledAtAnyMomentLeavesNoTarget() throws Exception {
        Path target = folder.resolve("package");
        Process run = EndlessRun.start(target, List.of());
        try (InputStream out = run.getInputStream()) {
            assertEquals('.', out.read());
            run.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        assertFalse(Files.exists(target));
    }

    @Test
    void aFullDiskEndsTheRunWithAClearErrorAndNothingLeft() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here to limit the size of files with");
        Path target = folder.resolve("package");
        Process run = EndlessRun.start(target, List.of("/bin/sh", "-c", "ulimit -f 2000; exec \"$@\"", "sh"));
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(run.waitFor(30, TimeUnit.SECONDS));
        assertTrue(said.contains("WRITE_FAILED") && said.contains(target.toString()), said);
        assertEquals(List.of(), children());
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.findAny().isEmpty();
        }
    }

    private static Map<String, byte[]> contents(Path root) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(each).toString(), Files.readAllBytes(each));
            }
        }
        return contents;
    }

    /** The articles of a book as the parser of the platform reads them, elements in order. */
    private static List<Map<String, String>> articles(Path book) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<Map<String, String>> articles = new ArrayList<>();
        try (InputStream in = Files.newInputStream(book)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    if (xml.getLocalName().equals("article")) {
                        articles.add(new LinkedHashMap<>());
                    } else if (!articles.isEmpty()) {
                        articles.get(articles.size() - 1).put(xml.getLocalName(), xml.getElementText());
                    }
                }
            }
        }
        return articles;
    }
}
