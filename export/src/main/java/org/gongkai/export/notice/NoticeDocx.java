package org.gongkai.export.notice;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.gongkai.export.table.Markup;
import org.gongkai.export.table.OfficeParts;

/**
 * Writes a notice as a document of a word processor: A4, margins and sizes of type as GB/T 9704-2012 has them for official documents
 * (title size 2, text size 3, first line indented by two characters).
 *
 * <p>Written without a library, for the same reasons as the workbook.
 */
final class NoticeDocx {

    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    /** Half points: 22 pt is size 2, 16 pt is size 3. */
    private static final int TITLE = 44;

    private static final int TEXT = 32;

    private static final String INDENTED = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";
    private static final String PAGE = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            + "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" w:footer=\"992\""
            + " w:gutter=\"0\"/></w:sectPr>";

    private final PublicNotice notice;

    NoticeDocx(PublicNotice notice) {
        this.notice = notice;
    }

    void write(OutputStream out) throws IOException {
        OfficeParts parts = new OfficeParts(out);
        parts.types(OfficeParts.override("word/document.xml", "wordprocessingml.document.main"));
        parts.relations("_rels/.rels", OfficeParts.relation(1, "officeDocument", "word/document.xml"));
        parts.part("word/document.xml", document());
        parts.finish();
    }

    private String document() {
        StringBuilder body = new StringBuilder();
        body.append(paragraph(notice.title(), jc("center"), TITLE, true));
        for (PublicNotice.Block each : notice.blocks()) {
            if (each instanceof PublicNotice.Paragraph paragraph) {
                String place = switch (paragraph.place()) {
                    case CENTRE -> jc("center");
                    case TEXT -> INDENTED;
                    case SIGNATURE -> jc("right");
                };
                body.append(paragraph(paragraph.text(), place, TEXT, false));
            } else if (each instanceof PublicNotice.Table table) {
                body.append(table(table));
            }
        }
        return "<w:document xmlns:w=\"" + WORDS + "\"><w:body>" + body + PAGE + "</w:body></w:document>";
    }

    private static String jc(String to) {
        return "<w:jc w:val=\"" + to + "\"/>";
    }

    private static String paragraph(String text, String place, int size, boolean bold) {
        return "<w:p><w:pPr>" + place + "</w:pPr><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\" w:ascii=\"FangSong\""
                + " w:eastAsia=\"仿宋\" w:hAnsi=\"FangSong\"/>" + (bold ? "<w:b/>" : "") + "<w:sz w:val=\"" + size
                + "\"/></w:rPr><w:t xml:space=\"preserve\">"
                + Markup.html(text).replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">") + "</w:t></w:r></w:p>";
    }

    private static String table(PublicNotice.Table table) {
        StringBuilder xml = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>");
        for (String each : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.append("<w:").append(each).append(" w:val=\"single\" w:sz=\"4\"/>");
        }
        xml.append("</w:tblBorders></w:tblPr><w:tblGrid>");
        table.head().forEach(each -> xml.append("<w:gridCol/>"));
        xml.append("</w:tblGrid>");
        row(table.head(), true, xml);
        table.rows().forEach(each -> row(each, false, xml));
        return xml.append("</w:tbl>").toString();
    }

    private static void row(List<String> cells, boolean head, StringBuilder xml) {
        xml.append("<w:tr>").append(head ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
        for (String each : cells) {
            xml.append("<w:tc>").append(paragraph(each, "", TEXT, false)).append("</w:tc>");
        }
        xml.append("</w:tr>");
    }
}
