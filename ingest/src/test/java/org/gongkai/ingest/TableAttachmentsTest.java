package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.attachment.AttachmentFolder;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.LimitsBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that rows of tables and objects of JSON attach. */
class TableAttachmentsTest {

    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void makeSite() throws IOException {
        site = Files.createDirectories(folder.resolve("site"));
        Files.writeString(folder.resolve("secret.doc"), "secret");
    }

    private void file(String name) throws IOException {
        Path file = site.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "内容");
    }

    private Taken csv(String cell) {
        return Taken.from(site, "list.csv", "标题,发文字号,附件\n关于报送材料的通知,某政办字〔2023〕1号,\"" + cell + "\"\n");
    }

    private static List<String> rules(Taken taken) {
        return taken.only().problems().stream().map(SourceProblem::rule).toList();
    }

    private static List<String> files(Taken taken) {
        return taken.only().attachedFiles().stream().map(AttachedFile::name).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "files/a.doc, files/a.doc",
        "./files/a.doc, files/a.doc",
        "files\\a.doc, files/a.doc",
        "/files/a.doc, files/a.doc",
        "files/%E6%B8%85%E5%8D%95.doc, files/清单.doc",
        "files/100%.doc, files/100%.doc",
        "files/a#1.doc, files/a#1.doc",
        "beside.doc, beside.doc",
        "named.doc, 附件/named.doc"
    })
    void aRowNamesItsFileByPathOrByName(String cell, String expected) throws Exception {
        for (String each : List.of(
                "files/a.doc", "files/清单.doc", "files/100%.doc", "files/a#1.doc", "beside.doc", "附件/named.doc")) {
            file(each);
        }
        Taken taken = csv(cell);
        assertEquals(List.of(expected), files(taken));
        assertEquals(List.of(), rules(taken));
        Attachment attachment = taken.document().attachments().get(0);
        assertEquals(6, attachment.size());
        assertEquals(64, attachment.sha256().length());
        assertEquals(expected.substring(expected.lastIndexOf('/') + 1), AttachmentFolder.decoded(attachment.name()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.doc",
                "a/../../secret.doc",
                "%2e%2e/secret.doc",
                "..\\secret.doc",
                "/../secret.doc",
                "C:\\secret.doc",
                "c:/secret.doc",
                "\\\\server\\share\\secret.doc",
                "file:///etc/secret.doc",
                "link.doc",
                "linked/secret.doc"
            })
    void nothingOutsideTheFolderIsOpened(String cell) throws Exception {
        Files.createSymbolicLink(site.resolve("link.doc"), folder.resolve("secret.doc"));
        Files.createSymbolicLink(site.resolve("linked"), folder);
        Taken taken = csv(cell);
        assertEquals(List.of("source.attachment.outside"), rules(taken), cell);
        assertEquals(List.of(), files(taken));
        assertNull(taken.document().attachments().get(0).sha256());
    }

    @Test
    void aNameThatNoSystemHoldsIsMissing() {
        assertEquals(List.of("source.attachment.missing"), rules(csv("a/\u0001b.doc")));
        assertEquals(List.of("source.attachment.missing"), rules(csv("长".repeat(300) + ".doc")));
        Taken taken = Taken.from(
                site,
                "a.ndjson",
                "{\"title\":\"关于报送材料的通知\",\"issue\":\"某政办字〔2023〕1号\",\"attachment\":[{\"name\":\"a.doc\",\"url\":\"a\\u0000.doc\"}]}\n");
        assertEquals(List.of("source.attachment.missing"), rules(taken));
    }

    @Test
    void severalFilesOfOneCellAreEachAccountedFor() throws Exception {
        file("a.doc");
        Taken taken = csv("a.doc；none.doc；http://a.example/b.doc；//a.example/c.pdf；有");
        assertEquals(List.of("a.doc"), files(taken));
        assertEquals(5, taken.document().attachments().size());
        List<SourceProblem> problems = taken.only().problems();
        assertEquals(
                List.of("source.attachment.missing none.doc null", "source.attachment.remote http://a.example/b.doc 2"),
                problems.stream()
                        .map(each -> each.rule() + " " + each.value() + " " + each.expected())
                        .toList());
        assertEquals(2, problems.get(0).location().row());
    }

    @Test
    void objectsInAListOfAttachmentsAreOneEach() throws Exception {
        file("files/a.doc");
        Taken taken = Taken.from(
                site,
                "a.ndjson",
                "{\"title\":\"关于报送材料的通知\",\"issue\":\"某政办字〔2023〕1号\",\"attachment\":[{\"id\":7,\"name\":\"清单\",\"url\":\"files/a.doc\"},"
                        + "{\"path\":\"files/none.doc\",\"title\":\"名单.doc\"}]}\n");
        assertEquals(
                List.of("清单 files/a.doc", "名单.doc files/none.doc"),
                taken.document().attachments().stream()
                        .map(each -> each.name() + " " + each.url())
                        .toList());
        assertEquals(List.of("files/a.doc"), files(taken));
        assertEquals(List.of("source.attachment.missing"), rules(taken));
        assertEquals(
                List.of(
                        "UNMAPPED null",
                        "MAPPED /attachments/0",
                        "MAPPED /attachments/0",
                        "MAPPED /attachments/1",
                        "MAPPED /attachments/1"),
                taken.only().ledger().stream()
                        .filter(each -> String.valueOf(each.location().label()).startsWith("attachment"))
                        .map(each -> each.fate() + " " + each.target())
                        .toList());
    }

    /** The records of a package lead to its files, so that a package can be read as a source. */
    @Test
    void theRecordsOfAPackageFindTheirFilesByDigest() throws Exception {
        file("files/a.doc");
        String digest = csv("files/a.doc").document().attachments().get(0).sha256();
        Files.delete(site.resolve("list.csv"));
        file("data/attachments/" + digest.substring(0, 16) + "/清单.doc");
        String line =
                "{\"kind\":\"document\",\"title\":\"关于报送材料的通知\",\"attachments\":[{\"name\":\"清单.doc\",\"sha256\":\"%s\",\"url\":\"../a/b.doc\"}]}\n";
        Taken taken = Taken.from(
                Taken.write(site, "data/records.ndjson", line.formatted(digest).getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("attachments/" + digest.substring(0, 16) + "/清单.doc"), files(taken));
        assertEquals(List.of(), rules(taken));

        Taken other = Taken.from(Taken.write(
                site,
                "data/records.ndjson",
                line.formatted("0".repeat(64))
                        .replace("../a/b.doc", "records.ndjson")
                        .getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("source.attachment.missing"), rules(other), "another file under that name");
    }

    @Test
    void rowsOfWorkbooksAndCanonicalRecordsAttachToo() throws Exception {
        file("a.doc");
        Taken taken = Taken.from(
                site,
                "a.json",
                "[{\"kind\":\"document\",\"title\":\"关于报送材料的通知\",\"attachments\":[{\"name\":\"a.doc\",\"url\":\"a.doc\"}]}]");
        assertEquals(List.of("a.doc"), files(taken));
        assertEquals(FieldFate.MAPPED, taken.only().ledger().get(0).fate());
    }

    @Test
    void aFileThatMayNotBeReadIsMissing() throws Exception {
        file("a.doc");
        Path file = site.resolve("a.doc");
        Assumptions.assumeTrue(
                file.toFile().setReadable(false) && !Files.isReadable(file), "this user reads everything");
        assertEquals(List.of("source.attachment.missing"), rules(csv("a.doc")));
    }

    @Test
    void largeFilesStayWhereTheyAre() throws Exception {
        file("a.doc");
        Taken.write(site, "list.csv", "标题,发文字号,附件\n关于报送材料的通知,某政办字〔2023〕1号,a.doc\n".getBytes(StandardCharsets.UTF_8));
        Taken taken = new Taken();
        LegacyReader reader = LegacyReader.standard()
                .withLimits(LimitsBuilder.builder(Limits.standard())
                        .maxAttachmentBytes(4)
                        .build());
        reader.find(List.of(site.resolve("list.csv")), new ArrayList<>()::add)
                .forEach(each -> reader.read(each, taken));
        assertEquals(List.of("source.attachment.tooLarge"), rules(taken));
    }

    @Test
    void aListOfPersonsIsToldWhateverItsForm() throws Exception {
        String number = "11010519491231002X";
        Taken.write(site, "a.csv", ("甲,'" + number + "\n乙,110105194912310021\n").getBytes(StandardCharsets.UTF_8));
        Taken.write(site, "b.txt", ("身份证号：110105194912310021，" + number).getBytes(Charset.forName("GB18030")));
        Taken.write(
                site,
                "c.docx",
                office(
                        "word/document.xml",
                        "<w:p><w:r><w:t>证110105</w:t></w:r><w:r><w:t>19491231002X</w:t></w:r></w:p>"));
        Taken.write(site, "d.xlsx", office("xl/sharedStrings.xml", "<si><t>甲</t></si><si><t>" + number + "</t></si>"));
        Taken.write(site, "e.docx", office("word/document.xml", "<w:p><w:t>110105</w:t></w:p><w:p>19491231002X</w:p>"));
        Taken.write(site, "f.txt", "电话13800000000，二〇二三年".getBytes(StandardCharsets.UTF_8));
        Taken.write(site, "g.csv", ("\uFEFF甲\t" + number).getBytes(StandardCharsets.UTF_16LE));
        Taken.write(
                site,
                "h.ods",
                office("content.xml", "<table:table-cell><text:p>" + number + "</text:p></table:table-cell>"));
        Taken.write(
                site,
                "i.ofd",
                office("Doc_0/Pages/Page_0/Content.xml", "<ofd:TextObject>" + number + "</ofd:TextObject>"));
        Taken.write(site, "j.xlsx", office("xl/worksheets/sheet1.xml", "<c><v>1.10105194912310E+17</v></c>"));
        Taken.write(site, "k.doc", compound(number.getBytes(StandardCharsets.UTF_16LE)));
        Taken.write(site, "l.wps", compound(("甲" + number).getBytes(StandardCharsets.UTF_8)));
        Taken.write(site, "m.pdf", ("%PDF-1.4\n(" + number + ") Tj").getBytes(StandardCharsets.US_ASCII));
        Map<String, String> told = new HashMap<>(Map.of("a.csv", "1", "b.txt", "2", "c.docx", "1", "d.xlsx", "1"));
        for (String each : List.of("g.csv", "h.ods", "i.ofd", "j.xlsx", "k.doc", "l.wps", "m.pdf")) {
            told.put(each, "1");
        }
        List<String> files = new ArrayList<>(told.keySet());
        files.addAll(List.of("e.docx", "f.txt"));
        for (String each : files) {
            String count = told.get(each);
            assertEquals(
                    count == null ? List.of() : List.of("source.attachment.personalData " + each + " " + count),
                    problems(csv(each)),
                    each);
        }
    }

    @Test
    void anOfficeFileThatIsCutOffIsToldNotToBeSearchedToItsEnd() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append((char) ('一' + i * 31 % 5_000));
        }
        byte[] whole = office("word/document.xml", "<w:p>" + text + "</w:p>");
        Taken.write(site, "a.docx", Arrays.copyOf(whole, whole.length / 2));
        assertEquals(List.of("source.attachment.notSearched"), rules(csv("a.docx")));
    }

    @Test
    void aFileThatIsNotLookedIntoWordByWordIsTold() throws Exception {
        Taken.write(site, "a.pdf", "%PDF-1.4\n% 0".getBytes(StandardCharsets.US_ASCII));
        Taken.write(site, "b.doc", compound("没有号码 13800000000".getBytes(StandardCharsets.UTF_16LE)));
        Taken.write(site, "c.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        Taken.write(site, "d.rar", new byte[] {'R', 'a', 'r', '!', 0, 7});
        Taken.write(site, "e.zip", zip("名单.csv", "11010519491231002X"));
        for (String each : List.of("a.pdf", "b.doc", "c.png", "d.rar", "e.zip")) {
            assertEquals(List.of("source.attachment.notSearched " + each + " null"), problems(csv(each)), each);
        }
    }

    @Test
    void bankCardsAreToldApartFromIdentityNumbers() throws Exception {
        Taken.write(site, "a.txt", "账号：6222020000000000000".getBytes(StandardCharsets.UTF_8));
        Taken taken = csv("a.txt");
        assertEquals(List.of("source.attachment.bankCard a.txt 1"), problems(taken));
        assertFalse(taken.only().attachedFiles().get(0).identities());
        Taken.write(site, "b.txt", "证 11010519491231002X".getBytes(StandardCharsets.UTF_8));
        assertTrue(csv("b.txt").only().attachedFiles().get(0).identities());
    }

    /** The beginning of a compound file, zeros and some text. */
    private static byte[] compound(byte[] text) {
        byte[] file = new byte[600 + text.length];
        byte[] start = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(start, 0, file, 0, start.length);
        System.arraycopy(text, 0, file, 515, text.length);
        return file;
    }

    private static byte[] zip(String name, String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<String> problems(Taken taken) {
        return taken.only().problems().stream()
                .map(each -> each.rule() + " " + each.value() + " " + each.expected())
                .toList();
    }

    private static byte[] office(String part, String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String each : List.of("[Content_Types].xml", part)) {
                zip.putNextEntry(new ZipEntry(each));
                zip.write(("<x>" + (each.equals(part) ? text : "") + "</x>").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
