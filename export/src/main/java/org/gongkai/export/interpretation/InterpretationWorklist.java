package org.gongkai.export.interpretation;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.decision.WebLink;
import org.gongkai.export.table.Markup;
import org.gongkai.validation.interpretation.WantingDocument;
import org.jspecify.annotations.Nullable;

/** The list of documents that want an interpretation, as a page to be worked through: the oldest first, of one day those that reach farther. */
public final class InterpretationWorklist {

    private static final String STYLE = """
            body { overflow-wrap: anywhere; }
            a { color: #0b4f9e; text-decoration: underline; }
            td.day, td.number { white-space: nowrap; }
            @media (max-width: 40rem) {
              body { margin: 1rem auto; }
              thead { position: absolute; left: -99rem; }
              table, tbody, tr, td { display: block; }
              tr { border: 1px solid #666; margin-bottom: .8rem; padding: .3rem; }
              td { border: 0; padding: .15rem .3rem; }
              td[data-label]:not(:empty)::before { content: attr(data-label) "："; font-weight: bold; }
            }
            """;

    private static final List<String> HEADINGS = List.of("序号", "公开日期", "类别", "发文字号", "标题", "发文机关");

    private InterpretationWorklist() {}

    /**
     * Writes the page.
     *
     * @param documents the documents, in the order in which they are to be shown
     * @param on the day on which they wanted one
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public static void write(List<WantingDocument> documents, LocalDate on, Appendable out) throws IOException {
        Markup.page(out, "待解读文件清单", STYLE);
        out.append("<main>\n<h1>待解读文件清单</h1>\n<p>截至 ")
                .append(Objects.requireNonNull(on, "on").toString());
        out.append("，共 ")
                .append(String.valueOf(documents.size()))
                .append(" 份，按公开日期和影响范围排列。</p>\n<table>\n<thead>\n<tr>");
        for (String each : HEADINGS) {
            out.append("<th scope=\"col\">").append(each).append("</th>");
        }
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (int i = 0; i < documents.size(); i++) {
            row(out, i + 1, documents.get(i));
        }
        out.append("</tbody>\n</table>\n</main>\n");
        Markup.endPage(out);
    }

    private static void row(Appendable out, int number, WantingDocument document) throws IOException {
        out.append("<tr>");
        cell(out, 0, "number", String.valueOf(number));
        cell(
                out,
                1,
                "day",
                document.publishedOn() == null ? "" : document.publishedOn().toString());
        cell(out, 2, "reach", document.reach().label().zh());
        cell(out, 3, "code", document.documentNumber());
        String link = WebLink.resolve(document.sourceUrl(), null);
        if (link == null || !WebLink.absolute(link)) {
            cell(out, 4, "title", document.title());
        } else {
            out.append("<td class=\"title\" data-label=\"标题\"><a href=\"")
                    .append(Markup.html(link))
                    .append("\">");
            out.append(Markup.html(document.title())).append("</a></td>");
        }
        cell(out, 5, "agency", document.agency());
        out.append("</tr>\n");
    }

    private static void cell(Appendable out, int heading, String style, @Nullable String text) throws IOException {
        out.append("<td class=\"")
                .append(style)
                .append("\" data-label=\"")
                .append(HEADINGS.get(heading))
                .append("\">");
        out.append(Markup.html(text)).append("</td>");
    }
}
