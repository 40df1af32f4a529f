package org.gongkai.office;

import static org.gongkai.office.WrittenOffice.centred;
import static org.gongkai.office.WrittenOffice.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.office.OfficeText.Part;
import org.gongkai.ingest.source.Limits;
import org.gongkai.office.WrittenOffice.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Office files that are no good: each ends in a finding that says why, and the run goes on. */
class OfficeHostileTest {

    private static final List<Part> LETTER = OfficeFormsTest.LETTER;

    private static final String WORD = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    @TempDir
    Path folder;

    /** Reads a file beside a good one, which must come to a record whatever the other is. */
    private Taken beside(Path file) throws IOException {
        return beside(LegacyReader.standard(), file);
    }

    private Taken beside(LegacyReader reader, Path file) throws IOException {
        Files.writeString(
                folder.resolve("z.html"),
                "<html><body><h1>关于做好防汛工作的通知</h1><div id=zoom><p>各有关单位要认真落实各项工作。</p></div></body></html>");
        Taken taken = Taken.from(reader, folder);
        assertTrue(
                taken.records.stream().anyMatch(each -> each.origin().source().equals("z.html")),
                file + " " + taken.rejections);
        return taken;
    }

    private static SourceProblem rejection(Taken taken) {
        assertEquals(1, taken.rejections.size(), taken.rejections.toString());
        return taken.rejections.get(0);
    }

    private Path docx(String document) throws IOException {
        Path file = folder.resolve("a.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            WrittenOffice.put(zip, "[Content_Types].xml", "<Types/>");
            WrittenOffice.put(zip, "word/document.xml", document);
        }
        return file;
    }

    @Test
    void aBombOfSpacesIsRefused() throws IOException {
        Path file = docx("<w:document " + WORD + "><w:body>" + " ".repeat(40 << 20) + "</w:body></w:document>");
        assertTrue(Files.size(file) < 1 << 20);
        assertEquals("source.file.tooLarge", rejection(beside(file)).rule());
    }

    @Test
    void noEntityIsExpandedAndNoFileIsFetched() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.key"), "机密内容");
        Taken taken = beside(docx("<!DOCTYPE w:document [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><w:document " + WORD + "><w:body><w:p><w:r><w:t>关于某事的通知 &x;</w:t></w:r></w:p>"
                + "</w:body></w:document>"));
        assertEquals("source.file.unreadable", rejection(taken).rule());
        assertFalse(taken.toString().contains("机密内容"));
    }

    @Test
    void tablesWithinTablesWithoutEndAreRefused() throws IOException {
        String open = "<w:tbl><w:tr><w:tc>";
        String close = "</w:tc></w:tr></w:tbl>";
        Taken taken = beside(docx("<w:document " + WORD + "><w:body>" + open.repeat(20_000)
                + "<w:p><w:r><w:t>甲</w:t></w:r></w:p>" + close.repeat(20_000) + "</w:body></w:document>"));
        assertEquals("source.file.unreadable", rejection(taken).rule());
    }

    @Test
    void aFileWithoutAPartIsDamaged() throws IOException {
        Path file = folder.resolve("a.ofd");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            WrittenOffice.put(zip, "OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>");
        }
        SourceProblem problem = rejection(beside(file));
        assertEquals("source.file.unreadable", problem.rule());
        assertEquals("the part Doc_0/Document.xml is missing", problem.value());
    }

    @Test
    void aDocxWithAPasswordSaysSo() throws Exception {
        Path plain = Form.DOCX.write(folder, "plain", LETTER);
        EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
        Encryptor encryptor = info.getEncryptor();
        encryptor.confirmPassword("secret");
        try (POIFSFileSystem files = new POIFSFileSystem();
                var out = Files.newOutputStream(folder.resolve("a.docx"))) {
            try (var data = encryptor.getDataStream(files)) {
                Files.copy(plain, data);
            }
            files.writeFilesystem(out);
        }
        Files.delete(plain);
        assertEquals("protected by a password", rejection(beside(folder)).value());
    }

    @Test
    void aPdfWithAPasswordSaysSo() throws IOException {
        Path file = Form.PDF.write(folder, "a", LETTER);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            document.save(folder.resolve("b.pdf").toFile());
        }
        Files.delete(file);
        assertEquals("protected by a password", rejection(beside(file)).value());
    }

    @Test
    void aDocWithAPasswordSaysSo() throws IOException {
        Path file = Form.DOC.write(folder, "a", LETTER);
        byte[] bytes = Files.readAllBytes(file);
        int block = indexOf(bytes, new byte[] {(byte) 0xEC, (byte) 0xA5, (byte) 0xC1, 0});
        bytes[block + 11] |= 1;
        Files.write(file, bytes);
        SourceProblem problem = rejection(beside(file));
        assertEquals("source.file.unreadable", problem.rule());
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    @ParameterizedTest
    @CsvSource({"DOC, docx", "PDF, doc", "DOCX, doc", "OFD, docx", "DOCX, xlsx", "PDF, html", "DOC, wps"})
    void aFileIsReadByWhatItHolds(Form form, String ending) throws IOException {
        Path written = form.write(folder, "written", LETTER);
        Files.move(written, folder.resolve("a." + ending));
        Taken taken = beside(folder);
        assertEquals(2, taken.records.size(), taken.rejections.toString());
        boolean told = ending.equals("xlsx") || ending.equals("html");
        assertEquals(
                told,
                taken.rules().contains("source.file.mislabelled"),
                taken.rules().toString());
    }

    @Test
    void aPageNamedDocIsAPage() throws IOException {
        Files.writeString(
                folder.resolve("a.doc"),
                "<html><body><h1>关于加强值守的通知</h1><div id=zoom><p>各有关单位要认真落实各项工作，严格执行制度。</p></div></body></html>");
        Taken taken = beside(folder);
        assertEquals(2, taken.records.size());
        assertTrue(taken.rules().contains("source.file.mislabelled"));
    }

    @Test
    void aWorkbookNamedDocxIsAWorkbook() throws IOException {
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
                var out = Files.newOutputStream(folder.resolve("a.docx"))) {
            var sheet = book.createSheet("目录");
            sheet.createRow(0).createCell(0).setCellValue("标题");
            sheet.getRow(0).createCell(1).setCellValue("发文字号");
            sheet.createRow(1).createCell(0).setCellValue("关于甲事的通知");
            sheet.getRow(1).createCell(1).setCellValue("东政发〔2023〕1号");
            book.write(out);
        }
        Taken taken = beside(folder);
        assertEquals(2, taken.records.size(), taken.rejections.toString());
        assertTrue(taken.rules().contains("source.file.mislabelled"));
    }

    @ParameterizedTest
    @CsvSource({"doc", "docx", "wps", "pdf"})
    void aRichTextSaysWhatItIs(String ending) throws IOException {
        Files.writeString(folder.resolve("a." + ending), "{\\rtf1\\ansi\\deff0 {\\fonttbl{\\f0 SimSun;}} text\\par}");
        SourceProblem problem = rejection(beside(folder));
        assertEquals("source.file.unreadable written as RTF", problem.rule() + ' ' + problem.value());
    }

    @ParameterizedTest
    @CsvSource({"doc", "docx", "ofd", "pdf"})
    void whatIsNoOfficeFileSaysSo(String ending) throws IOException {
        Files.write(folder.resolve("a." + ending), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        assertEquals("source.file.unreadable", rejection(beside(folder)).rule());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void whateverIsCutOrChangedNothingIsThrown(Form form) throws IOException {
        byte[] whole = Files.readAllBytes(form.write(folder, "whole", LETTER));
        Files.delete(folder.resolve("whole." + form.name().toLowerCase(java.util.Locale.ROOT)));
        Path file = folder.resolve("a." + form.name().toLowerCase(java.util.Locale.ROOT));
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = i % 2 == 0 ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length)) : whole.clone();
            for (int change = 0; i % 2 == 1 && change < 12; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            Taken taken = new Taken();
            for (var each : LegacyReader.standard().find(List.of(file), taken.problems::add)) {
                LegacyReader.standard().read(each, taken);
            }
            assertEquals(1, taken.records.size() + taken.rejections.size(), "change " + i);
            Stream.concat(taken.rejections.stream(), taken.problems.stream())
                    .forEach(each -> assertTrue(each.rule().startsWith("source."), each.toString()));
        }
    }

    @Test
    void pagesBehindTheLimitAreToldAndNotRead() throws IOException {
        List<Part> parts = new ArrayList<>(List.of(centred("关于印发规程汇编的通知")));
        for (int i = 0; i < 300; i++) {
            parts.add(line("第" + (i + 1) + "条所列事项由有关部门办理。"));
        }
        Path file = Form.PDF.write(folder, "a", parts);
        Taken taken =
                beside(LegacyReader.standard().withLimits(Limits.standard().with("maxPages", 3)), file);
        SourceProblem limit = taken.problems.stream()
                .filter(each -> each.rule().equals("source.limit.reached"))
                .findFirst()
                .orElseThrow();
        assertEquals("≤ 3", limit.expected());
        assertTrue(taken.records.toString().contains("第60条"));
        assertFalse(taken.records.toString().contains("第100条"));
    }

    // ---- what is no text

    private static void picture(PDDocument document, PDPage page) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(
                    LosslessFactory.createFromImage(document, new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY)),
                    0,
                    0,
                    PDRectangle.A4.getWidth(),
                    PDRectangle.A4.getHeight());
        }
    }

    @Test
    void aScannedPdfIsToldAsSuch() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 2; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                picture(document, page);
            }
            document.save(folder.resolve("a.pdf").toFile());
        }
        SourceProblem problem = rejection(beside(folder));
        assertEquals("source.file.noText", problem.rule());
        assertEquals("2", problem.value());
        assertEquals("2", problem.expected());
    }

    @Test
    void ofAPdfThatIsScannedInPartThePagesAreNamed() throws IOException {
        Path file = Form.PDF.write(folder, "a", LETTER);
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            picture(document, page);
            document.save(file.toFile());
        }
        Taken taken = beside(file);
        assertEquals(2, taken.records.size());
        SourceProblem problem = taken.problems.stream()
                .filter(each -> each.rule().equals("source.pages.noText"))
                .findFirst()
                .orElseThrow();
        assertEquals("2 2", problem.value() + ' ' + problem.expected());
        assertTrue(taken.rules().contains("source.pictures.unread"));
    }

    /** Programs that guess what a scanned page says lay their guess under it, where nobody sees it. */
    @Test
    void textThatIsGuessedUnderAScannedPageIsNotRead() throws IOException {
        Path file = Form.PDF.write(folder, "a", LETTER);
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            PDPage page = document.getPage(0);
            String content = new String(page.getContents().readAllBytes(), StandardCharsets.US_ASCII);
            PDStream stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(content.replace("BT ", "BT 3 Tr ").getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            document.save(file.toFile());
        }
        Taken taken = beside(file);
        assertEquals("source.file.noText", rejection(taken).rule());
        assertTrue(taken.rules().contains("source.text.revised"));
    }
}
