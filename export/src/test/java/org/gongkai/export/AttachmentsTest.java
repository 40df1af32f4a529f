package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.export.bag.Sha256;
import org.gongkai.export.format.FormatProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentsTest {

    private static final String CONTENT = "清单";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("P0202.doc"), CONTENT);
    }

    private static Attachment attachment(String name) {
        String digest = HexFormat.of().formatHex(Sha256.create().digest(CONTENT.getBytes(StandardCharsets.UTF_8)));
        return new Attachment(name, null, null, digest, "files/P0202.doc");
    }

    private LibraryPackage begin(String name, FormatProfile... formats) throws IOException {
        return LibraryPackage.create(folder.resolve(name), Documents.options().withFormats(List.of(formats)));
    }

    /** Adds a document that attaches the file, and answers where the copy stands. */
    private static String attach(LibraryPackage out, Attachment attachment, Path file) throws IOException {
        List<String> places = new ArrayList<>();
        out.add(Dossier.of(Documents.poor()).withFiles(copies -> places.add(copies.copy(attachment, file))));
        return places.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "清单.doc | 清单.doc",
                "附件1：清单 | 附件1：清单.doc",
                "../../etc/passwd | _.._.._etc_passwd.doc",
                "con.doc | _con.doc",
                "a:b*c?.doc | a_b_c_.doc"
            })
    void theFileStandsUnderItsDigestAndANameThatEverySystemCanHold(String name, String expected) throws Exception {
        String path;
        try (LibraryPackage out = begin("p")) {
            path = attach(out, attachment(name), file);
            assertEquals(1, PackageSchemas.finish(out).description().attachments());
        }
        assertEquals("data/attachments/" + attachment(name).sha256().substring(0, 16) + "/" + expected, path);
        assertEquals(CONTENT, Files.readString(folder.resolve("p").resolve(path)));
        assertTrue(Files.readString(folder.resolve("p/manifest-sha256.txt"))
                .contains(attachment(name).sha256() + "  " + path));
    }

    @Test
    void namesThatDifferInTheCaseOfLettersAreOneFile() throws Exception {
        try (LibraryPackage out = begin("p.zip")) {
            String path = attach(out, attachment("GDP表.DOC"), file);
            assertEquals(path, attach(out, attachment("gdp表.doc"), file));
            assertEquals(path, attach(out, attachment("ＧdP表.doc".replace('Ｇ', 'g')), file));
            assertTrue(path.endsWith("/gdp表.doc"), path);
            assertEquals(1, PackageSchemas.finish(out).description().attachments());
        }
    }

    @Test
    void aFileThatTwoDocumentsAttachIsCopiedOnce() throws Exception {
        try (LibraryPackage out = begin("p")) {
            assertEquals(attach(out, attachment("清单.doc"), file), attach(out, attachment("清单.doc"), file));
            PackageReceipt receipt = PackageSchemas.finish(out);
            assertEquals(1, receipt.description().attachments());
        }
    }

    @Test
    void aFileThatChangedMeanwhileDoesNotTravelAndThePackageGoesOn() throws Exception {
        Files.writeString(file, "另一个");
        try (LibraryPackage out = begin("p")) {
            PackageException e = assertThrows(PackageException.class, () -> attach(out, attachment("清单.doc"), file));
            assertEquals(PackageException.Problem.SOURCE_CHANGED, e.problem());
            PackageException missing = assertThrows(
                    PackageException.class, () -> attach(out, attachment("清单.doc"), folder.resolve("none.doc")));
            assertEquals(PackageException.Problem.SOURCE_UNREADABLE, missing.problem());
            PackageReceipt receipt = PackageSchemas.finish(out);
            assertEquals(0, receipt.description().attachments());
            assertEquals(1, receipt.payloadFiles());
            assertEquals(0, receipt.payloadBytes());
        }
        assertFalse(Files.readString(folder.resolve("p/manifest-sha256.txt")).contains("attachments"));
    }

    @Test
    void anAttachmentWithoutDigestIsRefused() throws Exception {
        try (LibraryPackage out = begin("p")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> attach(out, new Attachment("a.doc", null, null, null, "a.doc"), file));
        }
    }

    @Test
    void pagesLeadToTheCopyAndTablesNameIt() throws Exception {
        OfficialDocument document = OfficialDocumentBuilder.builder()
                .title("关于印发清单的通知")
                .body(new Body("正文", null))
                .attachments(List.of(
                        attachment("任务 清单#1.doc"), new Attachment("图纸", null, null, null, "http://a.example/b.pdf")))
                .build();
        try (LibraryPackage out =
                begin("p", FormatProfile.shipped("head-tags-2017"), FormatProfile.shipped("library-table"))) {
            out.add(Dossier.of(document).withFiles(copies -> copies.copy(attachment("任务 清单#1.doc"), file)));
            PackageSchemas.finish(out);
        }
        String place = "attachments/" + attachment("").sha256().substring(0, 16);
        String page = Files.readString(folder.resolve("p/data/html/0001.html"));
        assertTrue(
                page.contains("<a href=\"../" + place + "/%E4%BB%BB")
                        || page.contains("<a href=\"../" + place + "/任务%20清单%231.doc\">"),
                page);
        assertTrue(page.contains("<a href=\"http://a.example/b.pdf\">图纸</a>"), page);
        String table = Files.readString(folder.resolve("p/data/library.csv"));
        assertTrue(table.contains(place + "/任务 清单#1.doc；"), table);
    }
}
