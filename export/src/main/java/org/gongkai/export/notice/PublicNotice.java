package org.gongkai.export.notice;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.export.table.Markup;
import org.jspecify.annotations.Nullable;

/**
 * A notice that was written from records. Immutable; the same notice gives the same bytes.
 *
 * @param title its title
 * @param blocks what stands below the title, in order
 * @param told the records that it tells of, in order
 */
public record PublicNotice(String title, List<Block> blocks, List<Told> told) {

    private static final String STYLE = """
            h1 { text-align: center; }
            p { text-indent: 2em; margin: .5em 0; }
            p.centre { text-align: center; text-indent: 0; }
            p.signature { text-align: right; text-indent: 0; }
            """;

    /** A block of a notice. */
    public sealed interface Block permits Paragraph, Table {}

    /** How a paragraph stands on the page. */
    public enum Place {
        /** In the middle: the number of the notice, the day on which it was made public. */
        CENTRE,
        /** The text of the notice. */
        TEXT,
        /** Below the text, to the right: who issues it, and when. */
        SIGNATURE
    }

    /**
     * A paragraph.
     *
     * @param place how it stands on the page
     * @param text its text
     */
    public record Paragraph(Place place, String text) implements Block {}

    /**
     * A table.
     *
     * @param head its headings
     * @param rows its rows, each with as many cells as there are headings
     */
    public record Table(List<String> head, List<List<String>> rows) implements Block {

        /** Creates a table. */
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A record that a notice tells of.
     *
     * @param record the record
     * @param leftOut its values that the notice does not say, in the order of the record
     */
    public record Told(DisclosureRecord record, List<LeftOut> leftOut) {

        /** Creates it. */
        public Told {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * A value that a notice does not say; of a part, or of an item of a list, of which it says nothing, the whole.
     *
     * @param pointer JSON Pointer of the value in the record
     * @param label what people call the field, or null for a property that the kind does not know
     */
    public record LeftOut(String pointer, @Nullable Bilingual label) {}

    /** Creates a notice. */
    public PublicNotice {
        blocks = List.copyOf(blocks);
        told = List.copyOf(told);
    }

    /**
     * Writes the text without the title: a line for each paragraph, and for each row of a table, its cells parted by tabs.
     *
     * @param out where to; it is not closed
     * @throws IOException when it cannot be written
     */
    public void writeText(Appendable out) throws IOException {
        for (Block each : blocks) {
            if (each instanceof Paragraph paragraph) {
                out.append(paragraph.text()).append('\n');
            } else if (each instanceof Table table) {
                out.append(String.join("\t", table.head())).append('\n');
                for (List<String> row : table.rows()) {
                    out.append(String.join("\t", row)).append('\n');
                }
            }
        }
    }

    /**
     * Writes a page: every value escaped, no script, nothing from the network.
     *
     * @param out where to; it is not closed
     * @throws IOException when it cannot be written
     */
    public void writeHtml(Appendable out) throws IOException {
        Markup.page(out, title, STYLE);
        out.append("<h1>").append(Markup.html(title)).append("</h1>\n");
        for (Block each : blocks) {
            if (each instanceof Paragraph paragraph) {
                html(paragraph, out);
            } else if (each instanceof Table table) {
                html(table, out);
            }
        }
        Markup.endPage(out);
    }

    private static void html(Paragraph paragraph, Appendable out) throws IOException {
        out.append(
                switch (paragraph.place()) {
                    case CENTRE -> "<p class=\"centre\">";
                    case TEXT -> "<p>";
                    case SIGNATURE -> "<p class=\"signature\">";
                });
        out.append(Markup.html(paragraph.text()).replace("\n", "<br>")).append("</p>\n");
    }

    private static void html(Table table, Appendable out) throws IOException {
        out.append("<table>\n<thead>\n<tr>");
        for (String each : table.head()) {
            out.append("<th scope=\"col\">").append(Markup.html(each)).append("</th>");
        }
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            out.append("<tr>");
            for (String each : row) {
                out.append("<td>").append(Markup.html(each)).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    /**
     * Writes a document of a word processor (.docx, ECMA-376-1) in the customary layout of official documents.
     *
     * @param out where to; it is not closed
     * @throws IOException when it cannot be written
     */
    public void writeDocx(OutputStream out) throws IOException {
        new NoticeDocx(this).write(out);
    }
}
