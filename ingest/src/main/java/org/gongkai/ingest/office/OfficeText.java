package org.gongkai.ingest.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a file that is laid out for paper, in the order in which it is read.
 *
 * @param parts paragraphs and tables; what stands on every page, such as its number, as {@link Aside}
 * @param pages how many pages were looked at, or 0 where the form has no pages of its own
 * @param pictures how many pictures there are, which are not read
 * @param remarks what is to be told of the file
 */
public record OfficeText(List<Part> parts, int pages, int pictures, List<Remark> remarks) {

    /** A piece of a file. */
    public sealed interface Part {

        /**
         * The page on which it begins.
         *
         * @return the page, counted from 1, or 0 where the form has no pages of its own
         */
        int page();
    }

    /** How a paragraph stands between the margins. */
    public enum Align {
        /** At the left, or between both margins. */
        LEFT,
        /** In the middle, as titles do. */
        CENTER,
        /** At the right, as signatures do. */
        RIGHT
    }

    /**
     * A paragraph.
     *
     * @param text its text, with the number that the program puts before it; a line break that was typed is {@code \n}
     * @param align how it stands
     * @param page the page, counted from 1, or 0
     */
    public record Paragraph(String text, Align align, int page) implements Part {

        /**
         * Creates a paragraph.
         *
         * @throws NullPointerException when an argument is null
         */
        public Paragraph {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(align, "align");
        }
    }

    /**
     * A table.
     *
     * @param rows its rows; a cell that is merged stands where it begins and nowhere else
     * @param page the page on which it begins, counted from 1, or 0
     */
    public record Table(List<List<Cell>> rows, int page) implements Part {

        /** Creates a table. */
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A cell.
     *
     * @param parts what stands in it: paragraphs, and tables where it holds some
     * @param rowSpan how many rows it reaches over, at least 1
     * @param columnSpan how many columns it reaches over, at least 1
     */
    public record Cell(List<Part> parts, int rowSpan, int columnSpan) {

        /** Creates a cell. */
        public Cell {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What stands on pages beside the text: their numbers, headers and footers, watermarks.
     *
     * @param text the text
     * @param page the page, counted from 1, or 0
     */
    public record Aside(String text, int page) implements Part {}

    /**
     * What is to be told of the file.
     *
     * @param rule the code of the rule
     * @param page the page that it is about, counted from 1, or 0
     * @param value what the rule shows, or null
     * @param expected what the rule shows beside it, or null
     */
    public record Remark(
            String rule,
            int page,
            @Nullable String value,
            @Nullable String expected) {}

    /** Creates a text. */
    public OfficeText {
        parts = List.copyOf(parts);
        remarks = List.copyOf(remarks);
    }

    /**
     * Whether there is nothing to read: no paragraph with a letter or a digit, in a table or outside.
     *
     * @return true when there is nothing
     */
    public boolean blank() {
        return texts().stream().noneMatch(each -> each.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    /**
     * All texts, line by line, those in cells and those beside the text as well.
     *
     * @return the texts in their order
     */
    public List<String> lines() {
        List<String> lines = texts();
        parts.forEach(each -> {
            if (each instanceof Aside aside) {
                lines.add(aside.text());
            }
        });
        return lines;
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        collect(parts, texts);
        return texts;
    }

    private static void collect(List<Part> parts, List<String> texts) {
        for (Part each : parts) {
            if (each instanceof Paragraph paragraph) {
                texts.add(paragraph.text());
            } else if (each instanceof Table table) {
                table.rows().forEach(row -> row.forEach(cell -> collect(cell.parts(), texts)));
            }
        }
    }
}
