package org.gongkai.ingest.sheet;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.workbook.UnreadableWorkbookException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an .xlsx, a row at a time; only the shared texts stay in memory. The parts are those of ECMA-376-1, 12.3 and
 * 18. Nothing in them is believed: sizes, ratios, cell references and indexes are checked, and no entity is expanded.
 */
final class XlsxWorkbook {

    /** Smaller parts may shrink as much as they like: an empty sheet is nearly all markup. */
    private static final long RATIO_FROM = 1 << 20;

    private static final int LAST_COLUMN = 16_384;
    private static final int LAST_ROW = 1_048_576;
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Path path;
    private final Limits limits;
    private final Workbook workbook;
    private final XMLInputFactory factory = new WstxInputFactory();
    private final List<String> shared = new ArrayList<>();
    private final List<Integer> formats = new ArrayList<>();
    private final Map<Integer, String> patterns = new HashMap<>();
    private long unfolded;

    XlsxWorkbook(Path path, Limits limits, Workbook workbook) {
        this.path = path;
        this.limits = limits;
        this.workbook = workbook;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.maxDepth());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
    }

    private record Sheet(String name, boolean hidden, String part) {}

    private record Target(String type, String part) {}

    void read() throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            checkDeclaredSizes(zip);
            String main = "xl/workbook.xml";
            for (Target each : targets(zip, "").values()) {
                main = each.type().endsWith("/officeDocument") ? each.part() : main;
            }
            Map<String, Target> targets = targets(zip, main);
            List<Sheet> sheets = sheets(zip, main, targets);
            for (Target each : targets.values()) {
                if (each.type().endsWith("/styles")) {
                    readStyles(zip, each.part());
                } else if (each.type().endsWith("/sharedStrings")) {
                    readShared(zip, each.part());
                }
            }
            for (Sheet each : sheets) {
                if (workbook.begin(each.name(), each.hidden())) {
                    readSheet(zip, each.part());
                    workbook.end();
                }
            }
        } catch (XMLStreamException malformed) {
            throw UnreadableWorkbookException.damaged(String.valueOf(malformed.getMessage()));
        } catch (ZipException damaged) {
            throw UnreadableWorkbookException.damaged(damaged.toString());
        }
    }

    /** Before anything is unfolded: an archive that says itself what it will become is believed so far. */
    private void checkDeclaredSizes(ZipFile zip) throws IOException {
        long sum = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry each = entries.nextElement();
            if (isMarkup(each.getName())) {
                sum += Math.max(0, each.getSize());
                checkRatio(each, each.getSize());
                if (sum < 0 || sum > limits.maxUnfoldedBytes()) {
                    throw UnreadableWorkbookException.tooLarge(
                            each.getName() + " → " + sum + " bytes", "≤ " + limits.maxUnfoldedBytes());
                }
            }
        }
    }

    private static boolean isMarkup(String name) {
        String ending = MediaTypes.ending(name);
        return ending.equals("xml") || ending.equals("rels");
    }

    private void checkRatio(ZipEntry entry, long size) throws UnreadableWorkbookException {
        if (size > RATIO_FROM && size / Math.max(1, entry.getCompressedSize()) > limits.maxUnfoldedRatio()) {
            throw UnreadableWorkbookException.tooLarge(
                    entry.getName() + " unfolds " + entry.getCompressedSize() + " to " + size + " bytes",
                    "≤ " + limits.maxUnfoldedRatio() + " : 1");
        }
    }

    /** Counts what comes out, since the archive may have lied about it. */
    private final class Counted extends FilterInputStream {

        private final ZipEntry entry;
        private long count;

        Counted(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            seen(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            seen(Math.max(0, read));
            return read;
        }

        private void seen(int bytes) throws IOException {
            count += bytes;
            unfolded += bytes;
            checkRatio(entry, count);
            if (unfolded > limits.maxUnfoldedBytes()) {
                throw UnreadableWorkbookException.tooLarge(
                        entry.getName() + " → " + unfolded + " bytes", "≤ " + limits.maxUnfoldedBytes());
            }
        }
    }

    /** What is done with each start of an element. */
    private interface Visitor {
        void element(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    private void visit(ZipFile zip, String part, Visitor visitor) throws IOException, XMLStreamException {
        ZipEntry entry = entry(zip, part);
        if (entry == null) {
            throw UnreadableWorkbookException.damaged("the part " + part + " is missing");
        }
        visit(zip, entry, visitor);
    }

    private void visit(ZipFile zip, ZipEntry entry, Visitor visitor) throws IOException, XMLStreamException {
        try (InputStream stream = new Counted(zip.getInputStream(entry), entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            try {
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                        visitor.element(xml);
                    }
                }
            } catch (Enough enough) {
                // The sheet has more rows than are wanted.
                return;
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof UnreadableWorkbookException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static @Nullable ZipEntry entry(ZipFile zip, String part) {
        ZipEntry exact = zip.getEntry(part);
        return exact != null
                ? exact
                : zip.stream()
                        .filter(each -> each.getName().equalsIgnoreCase(part))
                        .findFirst()
                        .map(ZipEntry.class::cast)
                        .orElse(null);
    }

    /** The parts that a part points to, by the name of the pointer; of the package as a whole when the name is empty. */
    private Map<String, Target> targets(ZipFile zip, String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        ZipEntry entry = entry(zip, folder + "_rels/" + part.substring(slash) + ".rels");
        Map<String, Target> targets = new HashMap<>();
        if (entry == null) {
            return targets;
        }
        visit(zip, entry, xml -> {
            String id = attribute(xml, "Id");
            String type = attribute(xml, "Type");
            String target = attribute(xml, "Target");
            if (xml.getLocalName().equals("Relationship") && id != null && type != null && target != null) {
                targets.put(id, new Target(type, target.startsWith("/") ? target.substring(1) : folder + target));
            }
        });
        return targets;
    }

    private List<Sheet> sheets(ZipFile zip, String main, Map<String, Target> targets)
            throws IOException, XMLStreamException {
        List<Sheet> sheets = new ArrayList<>();
        visit(zip, main, xml -> {
            if (xml.getLocalName().equals("workbookPr") && isTrue(attribute(xml, "date1904"))) {
                workbook.countsFrom1904();
            } else if (xml.getLocalName().equals("sheet")) {
                String name = attribute(xml, "name");
                String state = attribute(xml, "state");
                Target target = targets.get(String.valueOf(attribute(xml, "id")));
                // Sheets of charts hold no cells.
                if (target != null && target.type().endsWith("/worksheet")) {
                    sheets.add(new Sheet(
                            name == null ? "" : name, state != null && !state.equals("visible"), target.part()));
                }
            }
        });
        if (sheets.isEmpty()) {
            throw UnreadableWorkbookException.damaged("the workbook names no sheet");
        }
        return sheets;
    }

    private void readStyles(ZipFile zip, String part) throws IOException, XMLStreamException {
        boolean[] cells = new boolean[1];
        visit(zip, part, xml -> {
            String name = xml.getLocalName();
            if (name.equals("cellXfs") || name.equals("cellStyleXfs") || name.equals("cellStyles")) {
                cells[0] = name.equals("cellXfs");
            } else if (name.equals("numFmt")) {
                String pattern = attribute(xml, "formatCode");
                if (pattern != null) {
                    patterns.putIfAbsent(number(attribute(xml, "numFmtId"), 0), pattern);
                }
            } else if (name.equals("xf") && cells[0]) {
                formats.add(number(attribute(xml, "numFmtId"), 0));
            }
        });
    }

    private void readShared(ZipFile zip, String part) throws IOException, XMLStreamException {
        ZipEntry entry = entry(zip, part);
        if (entry != null && entry.getSize() > limits.maxSharedTextBytes()) {
            throw UnreadableWorkbookException.tooLarge(
                    part + " → " + entry.getSize() + " bytes", "≤ " + limits.maxSharedTextBytes());
        }
        long[] kept = new long[1];
        visit(zip, part, xml -> {
            if (xml.getLocalName().equals("si")) {
                String text = unescaped(text(xml, "si"));
                shared.add(text);
                kept[0] += 40 + 2L * text.length();
                if (kept[0] > limits.maxSharedTextBytes()) {
                    throw UnreadableWorkbookException.tooLarge(
                            part + " → " + kept[0] + " bytes", "≤ " + limits.maxSharedTextBytes());
                }
            }
        });
    }

    private void readSheet(ZipFile zip, String part) throws IOException, XMLStreamException {
        int[] last = new int[1];
        visit(zip, part, xml -> {
            if (xml.getLocalName().equals("row")) {
                int row = number(attribute(xml, "r"), last[0] + 1);
                if (row <= last[0] || row > LAST_ROW) {
                    throw UnreadableWorkbookException.damaged("row " + row + " stands after row " + last[0]);
                }
                last[0] = row;
                if (isTrue(attribute(xml, "hidden"))) {
                    workbook.hiddenRow(row);
                }
                readRow(xml, row);
            } else if (xml.getLocalName().equals("col") && isTrue(attribute(xml, "hidden"))) {
                workbook.hiddenColumns(number(attribute(xml, "min"), 1), number(attribute(xml, "max"), 0));
            } else if (xml.getLocalName().equals("mergeCell")) {
                merged(attribute(xml, "ref"));
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
        int firstRow = row(first);
        int lastRow = row(last);
        int firstColumn = column(first) + 1;
        int lastColumn = column(last) + 1;
        if (firstRow > lastRow || firstColumn > lastColumn) {
            throw UnreadableWorkbookException.damaged("no such cells: " + range);
        }
        workbook.merged(firstRow, lastRow, firstColumn, lastColumn);
    }

    private static int row(String reference) throws IOException {
        int digits = 0;
        while (digits < reference.length() && Character.isLetter(reference.charAt(digits))) {
            digits++;
        }
        int row = number(reference.substring(digits), 0);
        if (row < 1 || row > LAST_ROW) {
            throw UnreadableWorkbookException.damaged("no such cell: " + reference);
        }
        return row;
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
            String reference = attribute(xml, "r");
            int column = reference == null ? next : column(reference);
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
            throw new Enough();
        }
    }

    private String cell(XMLStreamReader xml, int row, int column) throws IOException, XMLStreamException {
        String type = attribute(xml, "t");
        int style = number(attribute(xml, "s"), 0);
        String value = "";
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("c")) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("v") || name.equals("is")) {
                    value = text(xml, name);
                }
            }
        }
        if (value.isEmpty()) {
            return value;
        }
        switch (type == null ? "n" : type) {
            case "s":
                int index = number(value.strip(), -1);
                if (index < 0 || index >= shared.size()) {
                    throw UnreadableWorkbookException.damaged("text " + value + " of " + shared.size());
                }
                return shared.get(index);
            case "b":
                return isTrue(value) ? "TRUE" : "FALSE";
            case "n":
                int format = style >= 0 && style < formats.size() ? formats.get(style) : 0;
                return workbook.number(row, column, value, format, patterns.get(format));
            case "d":
                return value.replace('T', ' ');
            default:
                return unescaped(value);
        }
    }

    /** The text inside the element at hand, up to a little more than the limit; phonetic readings are left out. */
    private String text(XMLStreamReader xml, String until) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        // Indentation between the parts of a rich text is none of it.
        boolean rich = !until.equals("v");
        int inside = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                inside += xml.getLocalName().equals("t") ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(until)) {
                    return text.toString();
                }
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                inside -= xml.getLocalName().equals("t") ? 1 : 0;
            } else if ((event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)
                    && phonetic == 0
                    && (!rich || inside > 0)) {
                // One more than the limit, so that whoever cuts sees that there was more.
                int room = limits.maxCellLength() + 1 - text.length();
                if (room > 0) {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
                }
            }
        }
    }

    /** Control characters are written as {@code _x000D_} (ECMA-376-1, 22.9.2.19). */
    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text).replaceAll(each -> {
                    char character = (char) Integer.parseInt(each.group(1), 16);
                    return character == '$' || character == '\\' ? "\\" + character : String.valueOf(character);
                })
                : text;
    }

    private static int column(String reference) throws IOException {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
            if (column < 1 || column > LAST_COLUMN) {
                throw UnreadableWorkbookException.damaged("no such cell: " + reference);
            }
        }
        if (column == 0) {
            throw UnreadableWorkbookException.damaged("no such cell: " + reference);
        }
        return column - 1;
    }

    private static int number(@Nullable String text, int otherwise) throws IOException {
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            throw UnreadableWorkbookException.damaged("no number: " + text);
        }
    }

    private static boolean isTrue(@Nullable String text) {
        return text != null && (text.strip().equals("1") || text.strip().equalsIgnoreCase("true"));
    }

    /** An attribute by its local name: the strict and the transitional format differ in the name spaces alone. */
    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }
}
