package org.gongkai.ingest.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.gongkai.ingest.file.ZipParts;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;

/**
 * Reads an .xlsx, a row at a time; only the shared texts stay in memory. The parts are those of ECMA-376-1, 12.3 and
 * 18. Nothing in them is believed: sizes, ratios, cell references and indexes are checked, and no entity is expanded.
 */
final class XlsxWorkbook {

    private final Path path;
    private final Limits limits;
    private final Workbook workbook;
    private final List<String> shared = new ArrayList<>();
    private final XlsxSheet.Formats formats = new XlsxSheet.Formats();

    XlsxWorkbook(Path path, Limits limits, Workbook workbook) {
        this.path = path;
        this.limits = limits;
        this.workbook = workbook;
    }

    private record Sheet(String name, boolean hidden, String part) {}

    void read() throws IOException {
        try (ZipParts parts = new ZipParts(path, limits)) {
            parts.checkDeclaredSizes();
            String main = "xl/workbook.xml";
            for (ZipParts.Target each : parts.targets("").values()) {
                main = each.type().endsWith("/officeDocument") ? each.part() : main;
            }
            Map<String, ZipParts.Target> targets = parts.targets(main);
            List<Sheet> sheets = sheets(parts, main, targets);
            for (ZipParts.Target each : targets.values()) {
                if (each.type().endsWith("/styles")) {
                    readStyles(parts, each.part());
                } else if (each.type().endsWith("/sharedStrings")) {
                    readShared(parts, each.part());
                }
            }
            XlsxSheet sheet = new XlsxSheet(limits, workbook, shared, formats);
            for (Sheet each : sheets) {
                if (workbook.begin(each.name(), each.hidden())) {
                    sheet.read(parts, each.part());
                    workbook.end();
                }
            }
        } catch (XMLStreamException malformed) {
            throw UnreadableFileException.damagedWorkbook(String.valueOf(malformed.getMessage()));
        } catch (ZipException damaged) {
            throw UnreadableFileException.damagedWorkbook(damaged);
        }
    }

    private List<Sheet> sheets(ZipParts parts, String main, Map<String, ZipParts.Target> targets)
            throws IOException, XMLStreamException {
        List<Sheet> sheets = new ArrayList<>();
        parts.visit(main, xml -> {
            if (xml.getLocalName().equals("workbookPr") && XlsxXml.isTrue(ZipParts.attribute(xml, "date1904"))) {
                workbook.countsFrom1904();
            } else if (xml.getLocalName().equals("sheet")) {
                String name = ZipParts.attribute(xml, "name");
                String state = ZipParts.attribute(xml, "state");
                ZipParts.Target target = targets.get(String.valueOf(ZipParts.attribute(xml, "id")));
                // Sheets of charts hold no cells.
                if (target != null && target.type().endsWith("/worksheet")) {
                    sheets.add(new Sheet(
                            name == null ? "" : name, state != null && !state.equals("visible"), target.part()));
                }
            }
        });
        if (sheets.isEmpty()) {
            throw UnreadableFileException.damagedWorkbook("the workbook names no sheet");
        }
        return sheets;
    }

    private void readStyles(ZipParts parts, String part) throws IOException, XMLStreamException {
        boolean[] cells = new boolean[1];
        parts.visit(part, xml -> {
            String name = xml.getLocalName();
            if (name.equals("cellXfs") || name.equals("cellStyleXfs") || name.equals("cellStyles")) {
                cells[0] = name.equals("cellXfs");
            } else if (name.equals("numFmt")) {
                String pattern = ZipParts.attribute(xml, "formatCode");
                if (pattern != null) {
                    formats.patterns().putIfAbsent(XlsxXml.number(ZipParts.attribute(xml, "numFmtId"), 0), pattern);
                }
            } else if (name.equals("xf") && cells[0]) {
                formats.ofStyles().add(XlsxXml.number(ZipParts.attribute(xml, "numFmtId"), 0));
            }
        });
    }

    private void readShared(ZipParts parts, String part) throws IOException, XMLStreamException {
        long size = parts.size(part);
        if (size > limits.maxSharedTextBytes()) {
            throw UnreadableFileException.tooLarge(part + " → " + size + " bytes", "≤ " + limits.maxSharedTextBytes());
        }
        long[] kept = new long[1];
        parts.visit(part, xml -> {
            if (xml.getLocalName().equals("si")) {
                String text = XlsxXml.unescaped(XlsxXml.text(xml, "si", limits.maxCellLength()));
                shared.add(text);
                kept[0] += 40 + 2L * text.length();
                if (kept[0] > limits.maxSharedTextBytes()) {
                    throw UnreadableFileException.tooLarge(
                            part + " → " + kept[0] + " bytes", "≤ " + limits.maxSharedTextBytes());
                }
            }
        });
    }
}
