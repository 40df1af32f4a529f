package org.gongkai.export.table;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook (ECMA-376-1), its sheets in order and their rows as they come. A cell holds a text or a number and
 * never a formula.
 *
 * <p>Written without a library: those there are stamp the file with the moment of writing, and the same input must give
 * the same bytes; and none that brings no others has a module descriptor all the way down.
 */
public final class XlsxWriter {

    /** The most characters that a cell holds. */
    public static final int MOST_CHARACTERS = 32_767;

    /** The most rows that a sheet holds. */
    public static final int MOST_ROWS = 1_048_576;

    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** Spreadsheet programs read this as the character of the number. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final List<Sheet> sheets;
    private final OfficeParts parts;
    private final WstxOutputFactory factory = new WstxOutputFactory();
    private @Nullable XMLStreamWriter xml;
    private final List<String> merges = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private int begun;
    private int rows;

    /** Numbers of formats; those of one's own begin at 164 (ECMA-376-1, 18.8.30). */
    private static final int DAY_FORMAT = 164;

    private static final int TIME_FORMAT = 165;

    /** The most characters that a program shows as a hint, and as its title. */
    private static final int LONGEST_HINT = 255;

    private static final int LONGEST_TITLE = 32;

    private static final String LARGEST = "999999999999999";

    /** How a cell looks; the order is that of the styles part. */
    public enum Style {
        /** As the program likes. */
        PLAIN(0, 0, 0, ""),
        /** Text by its number format as well, so that no edited cell becomes a number or a formula. */
        TEXT(49, 0, 0, ""),
        /** The same in bold. */
        TEXT_HEAD(49, 1, 0, ""),
        /** Bold on grey, over several lines. */
        HEAD(0, 1, 2, "<alignment wrapText=\"1\"/>"),
        /** Over several lines, from the top. */
        WRAPPED(0, 0, 0, "<alignment vertical=\"top\" wrapText=\"1\"/>"),
        /** A day. */
        DAY(DAY_FORMAT, 0, 0, ""),
        /** A day with the time. */
        TIME(TIME_FORMAT, 0, 0, ""),
        /** A cell of a printed form: within lines, in the middle, and so where nothing stands in it. */
        FORM(0, 0, 0, "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>", true);

        private final String cellFormat;

        private final boolean lined;

        Style(int number, int font, int fill, String alignment) {
            this(number, font, fill, alignment, false);
        }

        Style(int number, int font, int fill, String alignment, boolean lined) {
            this.lined = lined;
            String start = "<xf numFmtId=\"" + number + "\" fontId=\"" + font + "\" fillId=\"" + fill
                    + "\" borderId=\"" + (lined ? 1 : 0) + "\" xfId=\"0\"" + (lined ? " applyBorder=\"1\"" : "")
                    + (number == 0 ? "" : " applyNumberFormat=\"1\"")
                    + (font == 0 ? "" : " applyFont=\"1\"") + (fill == 0 ? "" : " applyFill=\"1\"");
            cellFormat = alignment.isEmpty() ? start + "/>" : start + " applyAlignment=\"1\">" + alignment + "</xf>";
        }
    }

    /**
     * A column.
     *
     * @param width its width in characters
     * @param style how its cells look
     */
    public record Column(double width, Style style) {}

    /**
     * A sheet.
     *
     * @param name its name
     * @param columns the first columns; others are as the program likes
     * @param frozenColumns how many columns stay in sight
     * @param frozenRows how many rows stay in sight
     * @param list whether it is a list to work through: with a filter, and printed across the page, the head on each
     */
    public record Sheet(String name, List<Column> columns, int frozenColumns, int frozenRows, boolean list) {

        private String quoted() {
            return '\'' + name.replace("'", "''") + '\'';
        }
    }

    /**
     * What the cells of a column may hold, and what is said to who fills them in (ECMA-376-1, 18.3.1.32).
     *
     * @param column the column, counted from 0
     * @param firstRow the first row, counted from 1
     * @param lastRow the last row
     * @param type what they hold
     * @param list where the terms of a list stand, as a formula names it; null for other types
     * @param strict whether a program refuses anything else, and does not only ask
     * @param title the heading of the hint; what is too long for a program is cut
     * @param hint the hint; what is too long for a program is cut
     */
    public record Entry(
            int column,
            int firstRow,
            int lastRow,
            Type type,
            @Nullable String list,
            boolean strict,
            String title,
            String hint) {

        /** What a cell holds. */
        public enum Type {
            /** Anything. */
            ANY(""),
            /** A term of a list. */
            LIST("list"),
            /** A day, from 1900 on. */
            DAY("date"),
            /** A whole number. */
            COUNT("whole"),
            /** A number. */
            NUMBER("decimal");

            private final String code;

            Type(String code) {
                this.code = code;
            }
        }
    }

    /**
     * Begins a workbook.
     *
     * @param out where to; it is not closed
     * @param sheets its sheets
     */
    public XlsxWriter(OutputStream out, List<Sheet> sheets) throws IOException {
        this.sheets = List.copyOf(sheets);
        parts = new OfficeParts(out);
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        parts.types(types());
        parts.relations("_rels/.rels", OfficeParts.relation(1, "officeDocument", "xl/workbook.xml"));
        parts.part("xl/workbook.xml", workbook());
        parts.relations(
                "xl/_rels/workbook.xml.rels",
                each(number -> OfficeParts.relation(number, "worksheet", "worksheets/sheet" + number + ".xml"))
                        + OfficeParts.relation(sheets.size() + 1, "styles", "styles.xml"));
        parts.part("xl/styles.xml", styles());
    }

    private String each(IntFunction<String> part) {
        return IntStream.rangeClosed(1, sheets.size()).mapToObj(part).collect(Collectors.joining());
    }

    private String types() {
        return OfficeParts.override("xl/workbook.xml", "spreadsheetml.sheet.main")
                + OfficeParts.override("xl/styles.xml", "spreadsheetml.styles")
                + each(number ->
                        OfficeParts.override("xl/worksheets/sheet" + number + ".xml", "spreadsheetml.worksheet"));
    }

    private String workbook() {
        String heads = each(number -> {
            Sheet sheet = sheets.get(number - 1);
            return sheet.list()
                    ? "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"" + (number - 1) + "\">"
                            + Markup.html(sheet.quoted()) + "!$1:$" + sheet.frozenRows() + "</definedName>"
                    : "";
        });
        return "<workbook xmlns=\"" + SHEET + "\" xmlns:r=\"" + OfficeParts.RELATION
                + "\"><sheets>"
                + each(number ->
                        "<sheet name=\"" + Markup.html(sheets.get(number - 1).name()) + "\" sheetId=\"" + number
                                + "\" r:id=\"rId" + number + "\"/>")
                + "</sheets>" + (heads.isEmpty() ? "" : "<definedNames>" + heads + "</definedNames>") + "</workbook>";
    }

    private static String styles() {
        return "<styleSheet xmlns=\"" + SHEET + "\">"
                + "<numFmts count=\"2\"><numFmt numFmtId=\"" + DAY_FORMAT + "\" formatCode=\"yyyy\\-mm\\-dd\"/>"
                + "<numFmt numFmtId=\"" + TIME_FORMAT + "\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/></numFmts>"
                + "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
                + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
                + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFD9D9D9\"/></patternFill></fill></fills>"
                + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
                + "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"" + Style.values().length + "\">"
                + Arrays.stream(Style.values()).map(each -> each.cellFormat).collect(Collectors.joining())
                + "</cellXfs></styleSheet>";
    }

    /** Begins the next sheet, after the end of the one before. */
    public void begin() throws IOException {
        OutputStream part = parts.begin("xl/worksheets/sheet" + (begun + 1) + ".xml");
        Sheet sheet = sheets.get(begun++);
        rows = 0;
        merges.clear();
        entries.clear();
        Xml.write(() -> {
            XMLStreamWriter out = factory.createXMLStreamWriter(part, "UTF-8");
            xml = out;
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("worksheet");
            out.writeDefaultNamespace(SHEET);
            if (sheet.list()) {
                out.writeStartElement("sheetPr");
                empty(out, "pageSetUpPr", "fitToPage", "1");
                out.writeEndElement();
            }
            if (sheet.frozenRows() > 0) {
                freeze(out, sheet);
            }
            if (!sheet.columns().isEmpty()) {
                out.writeStartElement("cols");
            }
            for (int i = 0; i < sheet.columns().size(); i++) {
                Column column = sheet.columns().get(i);
                String number = Integer.toString(i + 1);
                empty(
                        out,
                        "col",
                        "min",
                        number,
                        "max",
                        number,
                        "width",
                        Double.toString(column.width()),
                        "style",
                        Integer.toString(column.style().ordinal()),
                        "customWidth",
                        "1");
            }
            if (!sheet.columns().isEmpty()) {
                out.writeEndElement();
            }
            out.writeStartElement("sheetData");
        });
    }

    private static void freeze(XMLStreamWriter out, Sheet sheet) throws XMLStreamException {
        out.writeStartElement("sheetViews");
        out.writeStartElement("sheetView");
        out.writeAttribute("workbookViewId", "0");
        out.writeEmptyElement("pane");
        if (sheet.frozenColumns() > 0) {
            out.writeAttribute("xSplit", Integer.toString(sheet.frozenColumns()));
        }
        out.writeAttribute("ySplit", Integer.toString(sheet.frozenRows()));
        out.writeAttribute("topLeftCell", column(sheet.frozenColumns()) + (sheet.frozenRows() + 1));
        out.writeAttribute("activePane", sheet.frozenColumns() > 0 ? "bottomRight" : "bottomLeft");
        out.writeAttribute("state", "frozen");
        out.writeEndElement();
        out.writeEndElement();
    }

    private static void empty(XMLStreamWriter out, String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    /** The name of a column, counted from 0: A, B, … Z, AA, … */
    public static String column(int index) {
        String letter = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? letter : column(index / 26 - 1) + letter;
    }

    /** Writes a row that looks as its columns do; see {@link #row(Style, List)}. */
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        row(null, cells);
    }

    /**
     * Writes a row.
     *
     * @param style how it looks, or null for the looks of its columns
     * @param cells numbers, and texts of characters that XML holds; null and "" for an empty cell, none for a blank row
     */
    public void row(@Nullable Style style, List<? extends @Nullable Object> cells) throws IOException {
        write(style, cells, false);
    }

    /** Writes a row that is not shown. */
    public void hiddenRow(List<? extends @Nullable Object> cells) throws IOException {
        write(null, cells, true);
    }

    private void write(@Nullable Style style, List<? extends @Nullable Object> cells, boolean hidden)
            throws IOException {
        rows++;
        if (cells.isEmpty()) {
            return;
        }
        List<Column> columns = sheets.get(begun - 1).columns();
        XMLStreamWriter out = Objects.requireNonNull(xml, "no sheet is begun");
        Xml.write(() -> {
            out.writeStartElement("row");
            out.writeAttribute("r", Integer.toString(rows));
            if (hidden) {
                out.writeAttribute("hidden", "1");
            }
            for (int i = 0; i < cells.size(); i++) {
                Object value = cells.get(i);
                Style looks = style != null
                        ? style
                        : i < columns.size() ? columns.get(i).style() : Style.PLAIN;
                if (value != null && !value.equals("")) {
                    cell(out, column(i) + rows, looks, value);
                } else if (looks.lined) {
                    empty(out, "c", "r", column(i) + rows, "s", Integer.toString(looks.ordinal()));
                }
            }
            out.writeEndElement();
        });
    }

    private static void cell(XMLStreamWriter out, String place, Style style, Object value) throws XMLStreamException {
        out.writeStartElement("c");
        out.writeAttribute("r", place);
        out.writeAttribute("s", Integer.toString(style.ordinal()));
        if (value instanceof Number) {
            out.writeStartElement("v");
            out.writeCharacters(value.toString());
            out.writeEndElement();
        } else {
            String text = value.toString();
            out.writeAttribute("t", "inlineStr");
            out.writeStartElement("is");
            out.writeStartElement("t");
            out.writeAttribute("xml:space", "preserve");
            out.writeCharacters(text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F_") : text);
            out.writeEndElement();
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    /** Makes cells of the sheet one; rows are counted from 1, columns from 0. */
    public void merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        merges.add(column(firstColumn) + firstRow + ':' + column(lastColumn) + lastRow);
    }

    /** Says what the cells of a column of the sheet may hold. */
    public void entry(Entry entry) {
        entries.add(entry);
    }

    private void entries(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("dataValidations");
        out.writeAttribute("count", Integer.toString(entries.size()));
        for (Entry each : entries) {
            out.writeStartElement("dataValidation");
            if (each.type() != Entry.Type.ANY) {
                out.writeAttribute("type", each.type().code);
                out.writeAttribute("errorStyle", each.strict() ? "stop" : "warning");
            }
            if (each.type() == Entry.Type.DAY) {
                out.writeAttribute("operator", "greaterThan");
            }
            out.writeAttribute("allowBlank", "1");
            out.writeAttribute("showInputMessage", "1");
            if (each.type() != Entry.Type.ANY) {
                out.writeAttribute("showErrorMessage", "1");
            }
            out.writeAttribute("promptTitle", cut(each.title(), LONGEST_TITLE));
            out.writeAttribute("prompt", cut(each.hint(), LONGEST_HINT));
            String column = column(each.column());
            out.writeAttribute("sqref", column + each.firstRow() + ':' + column + each.lastRow());
            formulas(out, each);
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + '…';
    }

    /** Every day lies behind the first of the calendar; every number between two that are larger than any that people enter. */
    private static void formulas(XMLStreamWriter out, Entry entry) throws XMLStreamException {
        List<String> formulas = entry.list() != null
                ? List.of(entry.list())
                : switch (entry.type()) {
                    case DAY -> List.of("1");
                    case COUNT, NUMBER -> List.of("-" + LARGEST, LARGEST);
                    default -> List.<String>of();
                };
        for (int i = 0; i < formulas.size(); i++) {
            out.writeStartElement("formula" + (i + 1));
            out.writeCharacters(formulas.get(i));
            out.writeEndElement();
        }
    }

    /** Ends the sheet. */
    public void end() throws IOException {
        Sheet sheet = sheets.get(begun - 1);
        XMLStreamWriter out = Objects.requireNonNull(xml, "no sheet is begun");
        Xml.write(() -> {
            out.writeEndElement();
            if (!merges.isEmpty()) {
                out.writeStartElement("mergeCells");
                for (String each : merges) {
                    empty(out, "mergeCell", "ref", each);
                }
                out.writeEndElement();
            }
            if (!entries.isEmpty()) {
                entries(out);
            }
            if (sheet.list()) {
                empty(out, "autoFilter", "ref", "A1:" + column(sheet.columns().size() - 1) + Math.max(1, rows));
                empty(out, "pageSetup", "orientation", "landscape", "fitToWidth", "1", "fitToHeight", "0");
            }
            out.writeEndDocument();
            out.flush();
        });
        parts.end();
    }

    /** Ends the workbook, after the end of its last sheet. */
    public void finish() throws IOException {
        parts.finish();
    }
}
