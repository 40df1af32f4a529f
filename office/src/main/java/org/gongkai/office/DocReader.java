package org.gongkai.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.ingest.office.OfficeReader;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.office.TableBuilder;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;

/**
 * Reads a .doc of Word 97 to 2003, and the .wps that WPS Writer makes in the same form: the text as it reads when every change is
 * accepted, tables, the numbers that the program puts before paragraphs.
 */
public final class DocReader implements OfficeReader {

    private static final byte[] COMPOUND = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    /** The stream that holds the text ([MS-DOC], 2.1.1). */
    private static final String TEXT = "WordDocument";

    private static final String NO_PASSWORD = "a document without a password";

    /** Borders of cells that are nearer, in twentieths of a point, stand at one place. */
    private static final int NEAR = 40;

    /** A line so far in stands at the right: eight characters of the size of official documents. */
    private static final int FAR_RIGHT = 8 * 16 * 20;

    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_SEPARATOR = 0x14;
    private static final char FIELD_END = 0x15;
    private static final char LINE_BREAK = 0x0B;
    private static final char NO_BREAK_HYPHEN = 0x1E;
    private static final char PICTURE = 0x01;

    private static final int CENTRED = 1;
    private static final int AT_THE_RIGHT = 2;

    private int changes;
    private int hidden;
    private long length;
    /** For each field that is open whether its instruction is over and its result has begun. */
    private final List<Boolean> results = new ArrayList<>();

    private int pictures;
    private final DocNumbering numbering = new DocNumbering();
    private long most;

    /** Made by the service loader. */
    public DocReader() {}

    @Override
    public String form() {
        return "Word 97–2003";
    }

    @Override
    public boolean reads(Path file, byte[] start) throws IOException {
        if (!Arrays.equals(start, 0, Math.min(start.length, COMPOUND.length), COMPOUND, 0, COMPOUND.length)) {
            return false;
        }
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            // A .docx with a password is wrapped in a compound file, and is told by this reader.
            return files.getRoot().hasEntryCaseInsensitive(TEXT)
                    || files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")
                            && !file.toString().matches("(?i).*\\.xls[xm]?");
        } catch (RuntimeException damaged) {
            return false;
        }
    }

    @Override
    public OfficeText read(Path file, Limits limits) throws IOException {
        most = limits.maxPageBytes();
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw UnreadableFileException.encrypted(NO_PASSWORD);
            }
            try (HWPFDocument document = new HWPFDocument(files.getRoot())) {
                List<OfficeText.Part> parts = new ArrayList<>();
                read(document.getRange(), 0, parts);
                asides(document.getHeaderStoryRange(), parts);
                notes(document.getFootnoteRange(), parts);
                notes(document.getEndnoteRange(), parts);
                List<OfficeText.Remark> remarks = changes + hidden == 0
                        ? List.of()
                        : List.of(new OfficeText.Remark(
                                "source.text.revised", 0, Integer.toString(changes), Integer.toString(hidden)));
                return new OfficeText(parts, 0, pictures, remarks);
            }
        } catch (EncryptedDocumentException encrypted) {
            throw UnreadableFileException.encrypted(NO_PASSWORD);
        } catch (OldFileFormatException old) {
            throw UnreadableFileException.of("written by a version before Word 97", "a file saved as .docx");
        }
    }

    /** Reads the paragraphs of a range and its tables, those in cells of a deeper level when they are asked for. */
    private void read(Range range, int level, List<OfficeText.Part> parts) throws IOException {
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                Table table = range.getTable(paragraph);
                parts.add(table(table));
                i += Math.max(1, table.numParagraphs()) - 1;
            } else {
                add(paragraph, parts);
            }
        }
    }

    private void add(Paragraph paragraph, List<OfficeText.Part> parts) throws IOException {
        String text = text(paragraph);
        if (!text.isBlank()) {
            parts.add(new OfficeText.Paragraph(numbering.before(paragraph) + text, align(paragraph), 0));
        }
    }

    private static OfficeText.Align align(Paragraph paragraph) {
        int align = paragraph.getJustification();
        if (align == CENTRED) {
            return OfficeText.Align.CENTER;
        }
        boolean right =
                align == AT_THE_RIGHT || paragraph.getIndentFromLeft() + paragraph.getFirstLineIndent() >= FAR_RIGHT;
        return right ? OfficeText.Align.RIGHT : OfficeText.Align.LEFT;
    }

    /** The text of a paragraph without the instructions of fields, without what is struck out and what is not shown. */
    private String text(Paragraph paragraph) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            String words = run.text();
            boolean shown = !run.isMarkedDeleted() && !run.isVanished();
            if (!words.isBlank()) {
                changes += run.isMarkedDeleted() || run.isMarkedInserted() ? 1 : 0;
                hidden += run.isVanished() && !run.isMarkedDeleted() ? 1 : 0;
            }
            for (int c = 0; c < words.length(); c++) {
                sign(words.charAt(c), shown, text);
            }
        }
        length += text.length();
        if (length > most) {
            throw UnreadableFileException.tooLarge(length + " characters", "≤ " + most);
        }
        return text.toString();
    }

    private void sign(char each, boolean shown, StringBuilder text) {
        switch (each) {
            case FIELD_BEGIN -> results.add(false);
            case FIELD_SEPARATOR -> {
                if (!results.isEmpty()) {
                    results.set(results.size() - 1, true);
                }
            }
            case FIELD_END -> {
                if (!results.isEmpty()) {
                    results.remove(results.size() - 1);
                }
            }
            case PICTURE -> pictures++;
            case LINE_BREAK -> text.append(shown && !instructing() ? "\n" : "");
            case NO_BREAK_HYPHEN -> text.append(shown && !instructing() ? "-" : "");
            case '\t' -> text.append(shown && !instructing() ? " " : "");
            default -> {
                if (each >= ' ' && shown && !instructing()) {
                    text.append(each);
                }
            }
        }
    }

    private boolean instructing() {
        return results.contains(false);
    }

    // ---- tables

    private OfficeText.Table table(Table table) throws IOException {
        int[] borders = borders(table);
        TableBuilder built = new TableBuilder(0);
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            built.row();
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                int first = border(borders, cell.getLeftEdge());
                if (c == 0 && first > 0) {
                    built.cell(List.of(), first, false);
                }
                List<OfficeText.Part> parts = new ArrayList<>();
                read(cell, table.getTableLevel(), parts);
                TableCell last = cell;
                while (c + 1 < row.numCells() && goesOnAcross(row.getCell(c + 1))) {
                    last = row.getCell(++c);
                    read(last, table.getTableLevel(), parts);
                }
                int columns = border(borders, last.getLeftEdge() + last.getWidth()) - first;
                built.cell(parts, Math.max(1, columns), cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged());
            }
        }
        return built.table();
    }

    private static boolean goesOnAcross(TableCell cell) {
        return cell.isMerged() && !cell.isFirstMerged();
    }

    /** Where cells begin and end, in all rows together. */
    private static int[] borders(Table table) {
        TreeSet<Integer> all = new TreeSet<>();
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                all.add(cell.getLeftEdge());
                all.add(cell.getLeftEdge() + cell.getWidth());
            }
        }
        List<Integer> apart = new ArrayList<>();
        for (int each : all) {
            if (apart.isEmpty() || each - apart.get(apart.size() - 1) > NEAR) {
                apart.add(each);
            }
        }
        return apart.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The border at a place: the last one that does not stand behind it. */
    private static int border(int[] borders, int place) {
        int found = Arrays.binarySearch(borders, place);
        if (found >= 0) {
            return found;
        }
        return Math.max(0, -found - 2);
    }

    // ---- beside the text

    private void asides(Range headers, List<OfficeText.Part> parts) throws IOException {
        List<OfficeText.Part> found = new ArrayList<>();
        read(headers, 0, found);
        new OfficeText(found, 0, 0, List.of()).lines().forEach(each -> parts.add(new OfficeText.Aside(each, 0)));
    }

    private void notes(Range notes, List<OfficeText.Part> parts) throws IOException {
        read(notes, 0, parts);
    }
}
