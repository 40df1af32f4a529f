package org.gongkai.ingest.paper;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.ingest.file.ZipParts;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.office.TableBuilder;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** The paragraphs and tables of one part of a .docx (ECMA-376-1, 17.3, 17.4). One part, one use. */
final class DocxText {

    /** What is struck out in a change that nobody has accepted yet, or shown only to programs that know no better. */
    private static final Set<String> LEFT_OUT = Set.of("del", "moveFrom", "Fallback", "rPrChange", "pPrChange");

    private static final Set<String> CHANGES = Set.of("ins", "del", "moveFrom", "moveTo");

    /** A line so far in, in twentieths of a point, stands at the right: eight characters of the size of official documents. */
    private static final int FAR_RIGHT = 8 * 16 * 20;

    private static final int LONGEST_SPAN = 1_000;

    private static final class Draft {
        private final StringBuilder text = new StringBuilder();
        private @Nullable String style;
        private @Nullable String align;
        private @Nullable String list;
        private @Nullable String level;
        private int indent;
    }

    private static final class CellDraft {
        private final List<OfficeText.Part> parts = new ArrayList<>();
        private int columns = 1;
        private boolean goesOn;
    }

    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final long most;
    private final List<OfficeText.Part> parts = new ArrayList<>();
    private final Deque<Draft> paragraphs = new ArrayDeque<>();
    private final Deque<TableBuilder> tables = new ArrayDeque<>();
    private final Deque<CellDraft> cells = new ArrayDeque<>();
    private long length;
    private int pictures;
    private int changes;
    private int hidden;
    /** How deep the element stands that is left out, or 0. */
    private int skipped;

    private int depth;
    private boolean ofParagraph;
    private boolean vanishes;
    private boolean words;

    DocxText(DocxStyles styles, DocxNumbering numbering, Limits limits) {
        this.styles = styles;
        this.numbering = numbering;
        this.most = limits.maxPageBytes();
    }

    List<OfficeText.Part> parts() {
        return parts;
    }

    int pictures() {
        return pictures;
    }

    /** That the text has changes that nobody has accepted, or words that are not shown; null when it has not. */
    OfficeText.@Nullable Remark revised() {
        return changes + hidden == 0
                ? null
                : new OfficeText.Remark("source.text.revised", 0, Integer.toString(changes), Integer.toString(hidden));
    }

    /** Takes the root of the part, and all that is in it. */
    void element(XMLStreamReader xml) throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName(), ofWords(xml));
                depth--;
            } else if (words && xml.isCharacters()) {
                append(xml.getText());
            }
        }
    }

    /** Whether an element is one of text: drawings and formulas use the same names. */
    private static boolean ofWords(XMLStreamReader xml) {
        String space = xml.getNamespaceURI();
        return space != null && space.contains("wordprocessingml");
    }

    private void start(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (skipped > 0) {
            return;
        }
        boolean own = ofWords(xml);
        changes += own && CHANGES.contains(name) ? 1 : 0;
        if (LEFT_OUT.contains(name)) {
            skipped = depth;
        } else if (name.equals("pic") || name.equals("imagedata") || name.equals("altChunk")) {
            pictures++;
        } else if (name.equals("t")) {
            boolean formula = !own && String.valueOf(xml.getNamespaceURI()).endsWith("/math");
            words = own && !vanishes || formula;
            hidden += own && vanishes ? 1 : 0;
        } else if (own) {
            startOfWords(xml, name);
        }
    }

    private void startOfWords(XMLStreamReader xml, String name) {
        switch (name) {
            case "p" -> paragraphs.push(new Draft());
            case "pPr" -> ofParagraph = true;
            case "r" -> vanishes = false;
            case "vanish", "webHidden" -> vanishes |= !ofParagraph && on(ZipParts.attribute(xml, "val"));
            case "tab", "ptab" -> between(" ");
            case "br", "cr" -> between(ZipParts.attribute(xml, "type") == null ? "\n" : "");
            case "noBreakHyphen" -> between("-");
            case "tbl" -> tables.push(new TableBuilder(0));
            case "tr" -> {
                if (!tables.isEmpty()) {
                    tables.element().row();
                }
            }
            case "tc" -> cells.push(new CellDraft());
            default -> property(xml, name);
        }
    }

    private void property(XMLStreamReader xml, String name) {
        String value = ZipParts.attribute(xml, "val");
        Draft paragraph = paragraphs.peek();
        if (ofParagraph && paragraph != null) {
            switch (name) {
                case "pStyle" -> paragraph.style = value;
                case "jc" -> paragraph.align = value;
                case "numId" -> paragraph.list = value;
                case "ilvl" -> paragraph.level = value;
                case "ind" ->
                    paragraph.indent = DocxNumbering.number(ZipParts.attribute(xml, "left"), 0)
                            + DocxNumbering.number(ZipParts.attribute(xml, "firstLine"), 0);
                default -> {}
            }
            return;
        }
        CellDraft cell = cells.peek();
        if (cell != null && name.equals("gridSpan")) {
            cell.columns = Math.min(LONGEST_SPAN, DocxNumbering.number(value, 1));
        } else if (cell != null && name.equals("vMerge")) {
            cell.goesOn = !"restart".equals(value);
        } else if (name.equals("gridBefore") && !tables.isEmpty()) {
            int columns = Math.min(LONGEST_SPAN, DocxNumbering.number(value, 0));
            if (columns > 0) {
                tables.element().cell(List.of(), columns, false);
            }
        }
    }

    private static boolean on(@Nullable String value) {
        return value == null || !Set.of("0", "false", "off").contains(value);
    }

    private void between(String text) {
        if (!ofParagraph && !vanishes && !paragraphs.isEmpty()) {
            paragraphs.element().text.append(text);
        }
    }

    private void append(String text) throws IOException {
        length += text.length();
        if (length > most) {
            throw UnreadableFileException.tooLarge(length + " characters", "≤ " + most);
        }
        if (!paragraphs.isEmpty()) {
            paragraphs.element().text.append(text);
        }
    }

    private void end(String name, boolean own) {
        if (skipped > 0) {
            skipped = depth == skipped ? 0 : skipped;
            return;
        }
        words &= !name.equals("t");
        if (!own) {
            return;
        }
        switch (name) {
            case "pPr" -> ofParagraph = false;
            case "r" -> vanishes = false;
            case "p" -> endParagraph();
            case "tc" -> endCell();
            case "tbl" -> endTable();
            default -> {}
        }
    }

    /** Where a paragraph or a table goes: into the cell that is open, or into the text. */
    private List<OfficeText.Part> place() {
        // A table that is begun and has no cell yet holds nothing.
        CellDraft cell = cells.peek();
        return cell == null ? parts : cell.parts;
    }

    private void endParagraph() {
        Draft draft = paragraphs.poll();
        if (draft == null || draft.text.isEmpty()) {
            return;
        }
        String list = draft.list == null ? styles.list(draft.style) : draft.list;
        String level = draft.level == null ? styles.level(draft.style) : draft.level;
        String number = draft.text.toString().isBlank() ? "" : numbering.next(list, level);
        place().add(new OfficeText.Paragraph(number + draft.text, align(draft), 0));
    }

    private OfficeText.Align align(Draft draft) {
        String align = draft.align == null ? styles.align(draft.style) : draft.align;
        if ("center".equals(align)) {
            return OfficeText.Align.CENTER;
        }
        boolean right = "right".equals(align) || "end".equals(align) || draft.indent >= FAR_RIGHT;
        return right ? OfficeText.Align.RIGHT : OfficeText.Align.LEFT;
    }

    private void endCell() {
        CellDraft cell = cells.poll();
        if (cell != null && !tables.isEmpty()) {
            tables.element().cell(cell.parts, cell.columns, cell.goesOn);
        }
    }

    private void endTable() {
        TableBuilder table = tables.poll();
        if (table != null) {
            place().add(table.table());
        }
    }
}
