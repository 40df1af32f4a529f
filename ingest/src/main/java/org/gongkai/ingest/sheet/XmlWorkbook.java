package org.gongkai.ingest.sheet;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.ingest.file.ZipParts;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;
import org.gongkai.ingest.workbook.SheetHandler;
import org.jspecify.annotations.Nullable;

/** Reads SpreadsheetML 2003, the XML of Excel before .xlsx, a row at a time. */
final class XmlWorkbook {

    private final Limits limits;
    private final SheetHandler handler;
    private final Map<String, String> formats = new HashMap<>();
    private final List<int[]> merges = new ArrayList<>();
    private String style = "";
    private int row;

    XmlWorkbook(Limits limits, SheetHandler handler) {
        this.limits = limits;
        this.handler = handler;
    }

    void read(Reader text) throws IOException {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(text);
            boolean reading = false;
            boolean more = true;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    if (name.equals("Worksheet")) {
                        reading = handler.begin(named(xml), false);
                        more = reading;
                        row = 0;
                    } else if (name.equals("Row") && more) {
                        more = readRow(xml);
                    } else {
                        readStyle(xml, name);
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("Worksheet")
                        && reading) {
                    merges.forEach(each -> handler.merged(each[0], each[1], each[2], each[3]));
                    merges.clear();
                    handler.end();
                }
            }
        } catch (XMLStreamException malformed) {
            throw UnreadableFileException.damagedWorkbook(String.valueOf(malformed.getMessage()));
        }
    }

    private static String named(XMLStreamReader xml) {
        String name = ZipParts.attribute(xml, "Name");
        return name == null ? "" : name;
    }

    private void readStyle(XMLStreamReader xml, String name) {
        if (name.equals("Style")) {
            style = String.valueOf(ZipParts.attribute(xml, "ID"));
        } else if (name.equals("NumberFormat")) {
            String format = ZipParts.attribute(xml, "Format");
            if (format != null) {
                formats.put(style, format);
            }
        }
    }

    private boolean readRow(XMLStreamReader xml) throws IOException, XMLStreamException {
        row = XlsxXml.number(ZipParts.attribute(xml, "Index"), row + 1);
        if (XlsxXml.isTrue(ZipParts.attribute(xml, "Hidden"))) {
            handler.hiddenRow(row);
        }
        List<String> cells = new ArrayList<>();
        boolean cut = false;
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("Row")) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Cell")) {
                int column = XlsxXml.number(ZipParts.attribute(xml, "Index"), cells.size() + 1);
                int across = XlsxXml.number(ZipParts.attribute(xml, "MergeAcross"), 0);
                int down = XlsxXml.number(ZipParts.attribute(xml, "MergeDown"), 0);
                String text = cell(xml, column);
                cut |= column > limits.maxColumns();
                if (column <= limits.maxColumns() && column > cells.size()) {
                    pad(cells, column - 1);
                    cells.add(text);
                    pad(cells, Math.min(limits.maxColumns(), column + Math.max(0, across)));
                    if (across > 0 || down > 0) {
                        merges.add(new int[] {row, row + Math.max(0, down), column, column + Math.max(0, across)});
                    }
                }
            }
        }
        return handler.row(row, cells, cut);
    }

    private static void pad(List<String> cells, int size) {
        while (cells.size() < size) {
            cells.add("");
        }
    }

    private String cell(XMLStreamReader xml, int column) throws XMLStreamException {
        String format = formats.get(String.valueOf(ZipParts.attribute(xml, "StyleID")));
        String formula = ZipParts.attribute(xml, "Formula");
        String value = "";
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("Cell")) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Data")) {
                String type = ZipParts.attribute(xml, "Type");
                value = shown(type == null ? "" : type, data(xml), column, format);
            }
        }
        return value.isEmpty() && formula != null ? formula : value;
    }

    private String data(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("Data")) {
            if (xml.isCharacters() && text.length() <= limits.maxCellLength()) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private String shown(String type, String text, int column, @Nullable String format) {
        return switch (type) {
            case "Number" -> handler.number(row, column, text, 0, format);
            case "DateTime" -> text.replace('T', ' ');
            case "Boolean" -> XlsxXml.isTrue(text) ? "TRUE" : "FALSE";
            default -> text;
        };
    }
}
