package org.gongkai.ingest.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.gongkai.core.text.PlainWords;
import org.gongkai.ingest.file.ZipParts;
import org.gongkai.ingest.office.OfficeReader;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;

/**
 * Reads a .docx (ECMA-376-1, 17): the text as it reads when every change is accepted, tables, the numbers that the program puts
 * before paragraphs, notes. Macros, links, fields' instructions and embedded files are left alone.
 */
final class DocxReader implements OfficeReader {

    private static final String WHOLE = "a whole .docx";
    private static final String DOCUMENT = "/officeDocument";
    private static final String USUAL = "word/document.xml";

    @Override
    public String form() {
        return "Word";
    }

    @Override
    public boolean reads(Path file, byte[] start) throws IOException {
        return OfficeFiles.isZip(start) && OfficeFiles.holds(file, USUAL, "word/document2.xml");
    }

    @Override
    public OfficeText read(Path file, Limits limits) throws IOException {
        try (ZipParts parts = new ZipParts(file, limits)) {
            parts.checkDeclaredSizes();
            return read(parts, limits);
        } catch (XMLStreamException malformed) {
            throw UnreadableFileException.of(String.valueOf(malformed.getMessage()), WHOLE);
        } catch (ZipException damaged) {
            throw UnreadableFileException.of(PlainWords.reason(damaged), WHOLE);
        }
    }

    private static OfficeText read(ZipParts parts, Limits limits) throws IOException, XMLStreamException {
        String main = main(parts);
        Map<String, ZipParts.Target> targets = new TreeMap<>(parts.targets(main));
        DocxStyles styles = new DocxStyles();
        DocxNumbering numbering = new DocxNumbering();
        for (ZipParts.Target each : targets.values()) {
            if (each.type().endsWith("/styles") && parts.has(each.part())) {
                parts.visit(each.part(), styles::element);
            } else if (each.type().endsWith("/numbering") && parts.has(each.part())) {
                parts.visit(each.part(), numbering::element);
            }
        }
        DocxText text = new DocxText(styles, numbering, limits);
        parts.visit(main, text::element);
        List<OfficeText.Part> all = new ArrayList<>(text.parts());
        OfficeText.Remark revised = text.revised();
        int pictures = text.pictures();
        for (ZipParts.Target each : targets.values()) {
            boolean note = each.type().endsWith("/footnotes") || each.type().endsWith("/endnotes");
            boolean margin = each.type().endsWith("/header") || each.type().endsWith("/footer");
            if ((note || margin) && parts.has(each.part())) {
                DocxText beside = new DocxText(styles, numbering, limits);
                parts.visit(each.part(), beside::element);
                OfficeText words = new OfficeText(beside.parts(), 0, 0, List.of());
                words.lines()
                        .forEach(line -> all.add(
                                note
                                        ? new OfficeText.Paragraph(line, OfficeText.Align.LEFT, 0)
                                        : new OfficeText.Aside(line, 0)));
            }
        }
        return new OfficeText(all, 0, pictures, revised == null ? List.of() : List.of(revised));
    }

    /** The part with the text, which the package names, and which is nearly always called the same. */
    private static String main(ZipParts parts) throws IOException, XMLStreamException {
        return parts.targets("").values().stream()
                .filter(each -> each.type().endsWith(DOCUMENT))
                .map(ZipParts.Target::part)
                .filter(parts::has)
                .findFirst()
                .orElse(USUAL);
    }
}
