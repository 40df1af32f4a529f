package org.gongkai.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.gongkai.ingest.office.OfficeReader;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.office.PageLayout;
import org.gongkai.ingest.office.PagedText;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;

/**
 * Reads the text of a .pdf (ISO 32000-1), page by page, and the ruled lines that make tables. Scripts, actions, links, forms and
 * embedded files are left alone. A page without a text, such as a scanned one, is told; so is text that is not shown, as a program
 * lays it under a scanned page that guesses what stands there.
 */
public final class PdfReader implements OfficeReader {

    private static final String SIGN = "%PDF-";

    /** Names a few pages; of more there is the number. */
    private static final int MOST_NAMED = 20;

    /** Made by the service loader. */
    public PdfReader() {}

    @Override
    public String form() {
        return "PDF";
    }

    @Override
    public boolean reads(Path file, byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1).contains(SIGN);
    }

    @Override
    public OfficeText read(Path file, Limits limits) throws IOException {
        Fonts.keepToOwn();
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            return read(document, limits);
        } catch (InvalidPasswordException locked) {
            throw UnreadableFileException.encrypted("a document without a password");
        }
    }

    private static OfficeText read(PDDocument document, Limits limits) throws IOException {
        PagedText text = new PagedText();
        List<OfficeText.Remark> remarks = new ArrayList<>();
        List<Integer> blank = new ArrayList<>();
        int pictures = 0;
        long length = 0;
        long unknown = 0;
        long unseen = 0;
        int all = document.getNumberOfPages();
        int most = Math.min(all, limits.maxPages());
        for (int i = 0; i < most; i++) {
            PDPage page = document.getPage(i);
            PdfPage drawn = new PdfPage(page, i + 1, limits);
            drawn.read();
            PageLayout layout = drawn.layout();
            text.add(layout);
            pictures += drawn.pictures();
            unknown += drawn.unknown();
            unseen += drawn.unseen();
            length += drawn.length();
            if (layout.blank() && drawn.pictures() + drawn.unseen() > 0) {
                blank.add(i + 1);
            }
            if (length > limits.maxPageBytes()) {
                throw UnreadableFileException.tooLarge(length + " characters", "≤ " + limits.maxPageBytes());
            }
            if (drawn.cut()) {
                remarks.add(new OfficeText.Remark("source.limit.reached", i + 1, null, "≤ " + PdfPage.MOST_STEPS));
            }
        }
        if (most < all) {
            remarks.add(new OfficeText.Remark("source.limit.reached", 0, Integer.toString(all), "≤ " + most));
        }
        if (!blank.isEmpty() && blank.size() < most) {
            remarks.add(new OfficeText.Remark("source.pages.noText", 0, named(blank), Integer.toString(most)));
        }
        if (unknown > 0) {
            remarks.add(new OfficeText.Remark(
                    "source.signs.unknown", 0, Long.toString(unknown), Long.toString(length + unknown)));
        }
        if (unseen > 0) {
            remarks.add(new OfficeText.Remark("source.text.revised", 0, "0", Long.toString(unseen)));
        }
        return text.text(pictures, remarks);
    }

    private static String named(List<Integer> pages) {
        String first = String.join(
                ", ", pages.stream().limit(MOST_NAMED).map(String::valueOf).toList());
        return pages.size() > MOST_NAMED ? first + " … (" + pages.size() + ")" : first;
    }
}
