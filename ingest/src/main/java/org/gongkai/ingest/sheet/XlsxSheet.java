package org.gongkai.ingest.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.ingest.file.ZipParts;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of an .xlsx, a row at a time, with the texts and the formats of numbers that they share. */
final class XlsxSheet {

    private final Limits limits;
    private final Workbook workbook;
    private static final int LONGEST_FORMULA = 1_000;

    /** A part of fewer bytes has too few rows to be handed on before it ends. */
    private static final int LONG = 1 << 16;

    /** The formulas that several cells of the sheet share, by their number. */
    private final Map<String, String> formulas = new HashMap<>();

    private boolean disordered;
    private final List<String> shared;
    private final Formats formats;

    /**
     * The formats of cells.
     *
     * @param ofStyles the number of the format of each style
     * @param patterns the patterns of the formats that the workbook defines itself, by number
     */
    record Formats(List<Integer> ofStyles, Map<Integer, String> patterns) {

        Formats() {
            this(new ArrayList<>(), new HashMap<>());
        }

        int ofStyle(int style) {
            return style >= 0 && style < ofStyles.size() ? ofStyles.get(style) : 0;
        }
    }

    XlsxSheet(Limits limits, Workbook workbook, List<String> shared, Formats formats) {
        this.limits = limits;
        this.workbook = workbook;
        this.shared = shared;
        this.formats = formats;
    }

    /** Reads a sheet; ends early when no more rows are wanted. */
    void read(ZipParts parts, String part) throws IOException, XMLStreamException {
        int[] last = new int[1];
        disordered = false;
        formulas.clear();
        // A sheet names its merged cells behind its rows, of which a long one keeps no more than the first.
        boolean ahead = parts.size(part) > LONG && parts.holds(part, "mergeCell");
        if (ahead) {
            parts.visit(part, xml -> {
                if (xml.getLocalName().equals("mergeCell")) {
                    merged(ZipParts.attribute(xml, "ref"));
                }
            });
        }
        parts.visit(part, xml -> {
            if (xml.getLocalName().equals("row")) {
                int row = XlsxXml.number(ZipParts.attribute(xml, "r"), last[0] + 1);
                if (row < 1 || row == last[0] || row > XlsxXml.LAST_ROW) {
                    throw UnreadableFileException.damagedWorkbook("no such row: " + row);
                }
                if (row <= last[0] && !disordered) {
                    // Other readers take the rows as they come, and so does this one.
                    disordered = true;
                    workbook.disordered(row, last[0]);
                }
                last[0] = row;
                if (XlsxXml.isTrue(ZipParts.attribute(xml, "hidden"))) {
                    workbook.hiddenRow(row);
                }
                readRow(xml, row);
            } else if (xml.getLocalName().equals("col") && XlsxXml.isTrue(ZipParts.attribute(xml, "hidden"))) {
                workbook.hiddenColumns(
                        XlsxXml.number(ZipParts.attribute(xml, "min"), 1),
                        XlsxXml.number(ZipParts.attribute(xml, "max"), 0));
            } else if (!ahead && xml.getLocalName().equals("mergeCell")) {
                merged(ZipParts.attribute(xml, "ref"));
            }
        });
    }

    private void merged(@Nullable String range) throws IOException {
        int colon = range == null ? -1 : range.indexOf(':');
        if (range == null || colon < 0) {
            return;
        }
        String first = range.substring(0, colon);
        String last = range.substring(colon + 1);
        int firstRow = XlsxXml.row(first);
        int lastRow = XlsxXml.row(last);
        int firstColumn = XlsxXml.column(first) + 1;
        int lastColumn = XlsxXml.column(last) + 1;
        if (firstRow > lastRow || firstColumn > lastColumn) {
            throw UnreadableFileException.damagedWorkbook("no such cells: " + range);
        }
        workbook.merged(firstRow, lastRow, firstColumn, lastColumn);
    }

    private void readRow(XMLStreamReader xml, int row) throws IOException, XMLStreamException {
        List<String> cells = new ArrayList<>();
        boolean cut = false;
        int next = 0;
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("row")) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT
                    || !xml.getLocalName().equals("c")) {
                continue;
            }
            String reference = ZipParts.attribute(xml, "r");
            int column = reference == null ? next : XlsxXml.column(reference);
            next = column + 1;
            String text = cell(xml, row, column + 1);
            if (column >= limits.maxColumns()) {
                cut |= !text.isEmpty();
            } else if (!text.isEmpty()) {
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, text);
            }
        }
        if (!workbook.row(row, cells, cut)) {
            throw new ZipParts.Enough();
        }
    }

    private String cell(XMLStreamReader xml, int row, int column) throws IOException, XMLStreamException {
        String type = ZipParts.attribute(xml, "t");
        int style = XlsxXml.number(ZipParts.attribute(xml, "s"), 0);
        String value = "";
        String formula = "";
        boolean stored = false;
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("c")) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("f")) {
                    formula = formula(xml);
                } else if (name.equals("v") || name.equals("is")) {
                    value = XlsxXml.text(xml, name, limits.maxCellLength());
                    // A formula may come to an empty text; an empty number is what nobody worked out.
                    stored = !value.isEmpty() || "str".equals(type);
                }
            }
        }
        // What came of the formula nobody stored; the formula itself says so, and is no value of any field.
        return !stored && !formula.isEmpty()
                ? '=' + formula
                : value.isEmpty() ? value : shown(type, value, style, row, column);
    }

    /** The text of a formula; of one that several cells share, that of the first. */
    private String formula(XMLStreamReader xml) throws XMLStreamException {
        String shared = ZipParts.attribute(xml, "si");
        String text = XlsxXml.text(xml, "f", LONGEST_FORMULA);
        if (shared == null) {
            return text;
        }
        return text.isEmpty()
                ? formulas.getOrDefault(shared, "")
                : Objects.requireNonNullElse(formulas.putIfAbsent(shared, text), text);
    }

    /** What a cell shows, by its type (ECMA-376-1, 18.18.11); a number unless it says otherwise. */
    private String shown(@Nullable String type, String value, int style, int row, int column) throws IOException {
        return switch (type == null ? "n" : type) {
            case "s" -> sharedText(value);
            case "b" -> XlsxXml.isTrue(value) ? "TRUE" : "FALSE";
            case "n" -> number(value, style, row, column);
            case "d" -> value.replace('T', ' ');
            default -> XlsxXml.unescaped(value);
        };
    }

    private String sharedText(String value) throws IOException {
        int index = XlsxXml.number(value.strip(), -1);
        if (index < 0 || index >= shared.size()) {
            throw UnreadableFileException.damagedWorkbook("no such shared text: " + value + " (" + shared.size() + ")");
        }
        return shared.get(index);
    }

    private String number(String value, int style, int row, int column) {
        int format = formats.ofStyle(style);
        return workbook.number(row, column, value, format, formats.patterns().get(format));
    }
}
