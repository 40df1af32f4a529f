package org.gongkai.ingest.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.gongkai.core.text.PlainWords;
import org.gongkai.ingest.file.ZipParts;
import org.gongkai.ingest.office.OfficeReader;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.office.PageLayout;
import org.gongkai.ingest.office.PagedText;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;

/**
 * Reads an .ofd (GB/T 33190-2016): the text of its pages and of the templates below them, and the lines that make tables. Seals,
 * signatures, annotations and attachments are left alone.
 */
final class OfdReader implements OfficeReader {

    private static final String ROOT = "OFD.xml";
    private static final String WHOLE = "a whole .ofd";

    @Override
    public String form() {
        return "OFD";
    }

    @Override
    public boolean reads(Path file, byte[] start) {
        return OfficeFiles.isZip(start) && OfficeFiles.holds(file, ROOT);
    }

    @Override
    public OfficeText read(Path file, Limits limits) throws IOException {
        try (ZipParts parts = new ZipParts(file, limits)) {
            parts.checkDeclaredSizes();
            return new Reading(parts, limits).read();
        } catch (XMLStreamException malformed) {
            throw UnreadableFileException.of(String.valueOf(malformed.getMessage()), WHOLE);
        } catch (ZipException damaged) {
            throw UnreadableFileException.of(PlainWords.reason(damaged), WHOLE);
        }
    }

    private static final class Reading {

        /** A4, in millimetres, for files that do not say how large their pages are. */
        private static final double[] A4 = {0, 0, 210, 297};

        private final ZipParts parts;
        private final Limits limits;
        private final List<String> documents = new ArrayList<>();
        private final Map<String, String> templates = new LinkedHashMap<>();
        private final List<String> pages = new ArrayList<>();
        private final PagedText text = new PagedText();
        private final List<OfficeText.Remark> remarks = new ArrayList<>();
        private double[] area = A4;
        private int pictures;
        private int read;
        private int blank;
        private long length;

        Reading(ZipParts parts, Limits limits) {
            this.parts = parts;
            this.limits = limits;
        }

        OfficeText read() throws IOException, XMLStreamException {
            parts.visit(ROOT, xml -> {
                if (xml.getLocalName().equals("DocRoot")) {
                    documents.add(ZipParts.resolved(ROOT, xml.getElementText().strip()));
                }
            });
            for (String each : documents) {
                document(each);
            }
            if (documents.isEmpty()) {
                throw UnreadableFileException.of("the file names no document", WHOLE);
            }
            if (blank > 0 && blank < read) {
                remarks.add(new OfficeText.Remark(
                        "source.pages.noText", 0, Integer.toString(blank), Integer.toString(read)));
            }
            return text.text(pictures, remarks);
        }

        private void document(String root) throws IOException, XMLStreamException {
            pages.clear();
            templates.clear();
            parts.visit(root, xml -> {
                String place = ZipParts.attribute(xml, "BaseLoc");
                switch (xml.getLocalName()) {
                    case "PhysicalBox" -> area = OfdPage.numbers(xml.getElementText(), A4);
                    case "TemplatePage" -> {
                        String id = ZipParts.attribute(xml, "ID");
                        if (id != null && place != null) {
                            templates.put(id, ZipParts.resolved(root, place));
                        }
                    }
                    case "Page" -> {
                        if (place != null) {
                            pages.add(ZipParts.resolved(root, place));
                        }
                    }
                    default -> {}
                }
            });
            for (String each : pages) {
                if (read == limits.maxPages()) {
                    remarks.add(new OfficeText.Remark(
                            "source.limit.reached", 0, Integer.toString(pages.size()), "≤ " + limits.maxPages()));
                    return;
                }
                page(each);
            }
        }

        private void page(String part) throws IOException, XMLStreamException {
            read++;
            List<String> below = new ArrayList<>();
            double[][] own = {area};
            parts.visit(part, xml -> {
                if (xml.getLocalName().equals("PhysicalBox")) {
                    own[0] = OfdPage.numbers(xml.getElementText(), area);
                } else if (xml.getLocalName().equals("Template")) {
                    String found = templates.get(Objects.toString(ZipParts.attribute(xml, "TemplateID"), ""));
                    if (found != null && below.size() < 10) {
                        below.add(found);
                    }
                }
            });
            OfdPage page = new OfdPage(read, own[0]);
            for (String each : below) {
                if (parts.has(each)) {
                    parts.visit(each, page::element);
                }
            }
            parts.visit(part, page::element);
            pictures += page.pictures();
            length += page.length();
            if (length > limits.maxPageBytes()) {
                throw UnreadableFileException.tooLarge(length + " characters", "≤ " + limits.maxPageBytes());
            }
            PageLayout layout = page.layout();
            blank += layout.blank() ? 1 : 0;
            text.add(layout);
        }
    }
}
