package org.gongkai.export.engine;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.format.FormatProfile;
import org.jspecify.annotations.Nullable;

/**
 * Records as rows of a workbook of one sheet (ECMA-376), written as they come.
 *
 * <p>Every cell is text, by its type and by its number format, so that a spreadsheet program neither runs a cell as a
 * formula, when it is opened or when someone edits it, nor makes a number of a code.
 *
 * <p>Written without a library: those there are stamp the file with the moment of writing, and the same input must give
 * the same bytes.
 */
public final class XlsxFormat extends FormatWriter {

    /** The most characters that a cell holds. */
    public static final int MOST_CHARACTERS = 32_767;

    /** The most rows that a sheet holds. */
    private static final int MOST_ROWS = 1_048_576;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** Spreadsheet programs read this as the character of the number. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String TYPES = PROLOG
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            + "</Types>";
    private static final String RELATIONS = PROLOG
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + "</Relationships>";
    private static final String WORKBOOK_RELATIONS = PROLOG
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
            + "</Relationships>";
    private static final String WORKBOOK = PROLOG
            + "<workbook xmlns=\"" + SHEET
            + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
            + "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

    /** Style 1: text (number format 49); style 2: the same, bold, for the header. */
    private static final String STYLES = PROLOG + "<styleSheet xmlns=\"" + SHEET + "\">"
            + "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
            + "</cellXfs></styleSheet>";

    private final FormatProfile profile;
    private final WstxOutputFactory factory = new WstxOutputFactory();
    private final String[] columns;
    private @Nullable ZipOutputStream zip;
    private @Nullable XMLStreamWriter sheet;
    private int rows;

    XlsxFormat(FormatProfile profile, Bag bag) {
        super(profile, bag);
        this.profile = profile;
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        columns = new String[profile.fields().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(i);
        }
    }

    /** A, B, … Z, AA, … */
    private static String column(int index) {
        String letter = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? letter : column(index / 26 - 1) + letter;
    }

    @Override
    void begin(OutputStream file) throws IOException {
        zip = new ZipOutputStream(file);
        part("[Content_Types].xml", TYPES);
        part("_rels/.rels", RELATIONS);
        part("xl/workbook.xml", WORKBOOK);
        part("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS);
        part("xl/styles.xml", STYLES);
        entry("xl/worksheets/sheet1.xml");
        rows = 0;
        Writer text = writer(zip);
        Xml.write(() -> {
            sheet = factory.createXMLStreamWriter(text);
            sheet.writeStartDocument("UTF-8", "1.0");
            sheet.writeStartElement("worksheet");
            sheet.writeDefaultNamespace(SHEET);
            sheet.writeStartElement("sheetViews");
            sheet.writeStartElement("sheetView");
            sheet.writeAttribute("workbookViewId", "0");
            // The header stays in sight.
            sheet.writeEmptyElement("pane");
            sheet.writeAttribute("ySplit", "1");
            sheet.writeAttribute("topLeftCell", "A2");
            sheet.writeAttribute("activePane", "bottomLeft");
            sheet.writeAttribute("state", "frozen");
            sheet.writeEndElement();
            sheet.writeEndElement();
            sheet.writeStartElement("cols");
            sheet.writeEmptyElement("col");
            sheet.writeAttribute("min", "1");
            sheet.writeAttribute("max", Integer.toString(columns.length));
            sheet.writeAttribute("width", "20");
            sheet.writeAttribute("style", "1");
            sheet.writeAttribute("customWidth", "1");
            sheet.writeEndElement();
            sheet.writeStartElement("sheetData");
            row(profile.fields().stream().map(FormatProfile.Field::name).toArray(String[]::new), "2");
        });
    }

    private void part(String name, String text) throws IOException {
        entry(name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void entry(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    @Override
    void row(String[] values) throws IOException {
        if (rows == MOST_ROWS) {
            throw new IOException("a sheet holds " + MOST_ROWS + " rows: give the format " + profile.name()
                    + " recordsPerFile and {number} in its file");
        }
        Xml.write(() -> row(values, "1"));
    }

    private void row(String[] values, String style) throws XMLStreamException {
        rows++;
        sheet.writeStartElement("row");
        sheet.writeAttribute("r", Integer.toString(rows));
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                sheet.writeStartElement("c");
                sheet.writeAttribute("r", columns[i] + rows);
                sheet.writeAttribute("s", style);
                sheet.writeAttribute("t", "inlineStr");
                sheet.writeStartElement("is");
                sheet.writeStartElement("t");
                sheet.writeAttribute("xml:space", "preserve");
                sheet.writeCharacters(
                        values[i].contains("_x") ? ESCAPE.matcher(values[i]).replaceAll("_x005F_") : values[i]);
                sheet.writeEndElement();
                sheet.writeEndElement();
                sheet.writeEndElement();
            }
        }
        sheet.writeEndElement();
    }

    @Override
    void end() throws IOException {
        Xml.write(() -> {
            sheet.writeEndDocument();
            sheet.flush();
        });
        zip.closeEntry();
        zip.finish();
    }

    @Override
    boolean holds(char c) {
        return Xml.holds(c);
    }

    @Override
    int mostCharacters() {
        return MOST_CHARACTERS;
    }
}
