package org.gongkai.ingest.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.source.SourceHandler;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * An office file as a page of HTML that holds its paragraphs and tables and nothing else. Each paragraph, and each one in a cell,
 * stands on a line of its own, so that a line of the page tells the place in the file.
 */
public final class OfficePage {

    private final String name;
    private final String html;
    private final List<@Nullable Location> places;
    private final List<NoticeText.Line> running;

    private OfficePage(String name, Writing writing) {
        this.name = name;
        this.html = writing.html.append("</body></html>\n").toString();
        this.places = writing.places;
        this.running = writing.running;
    }

    /**
     * Lays a file out.
     *
     * @param name the source's name
     * @param text what stands in the file
     */
    public static OfficePage of(String name, OfficeText text) {
        Writing writing = new Writing(name);
        writing.line("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><div id=\"zoom\">", null);
        text.parts().forEach(writing::part);
        writing.line("</div>", null);
        text.parts().forEach(writing::aside);
        return new OfficePage(name, writing);
    }

    /** What is to be told of a file, at its page. */
    public static SourceProblem problem(Location place, OfficeText.Remark remark) {
        Location at =
                remark.page() == 0 ? place : new Location(place.source(), "page " + remark.page(), null, null, null);
        return new SourceProblem(remark.rule(), at, remark.value(), remark.expected());
    }

    /** The source's name. */
    public String name() {
        return name;
    }

    /** What stands outside of tables, as of a file that is read for nothing but these. */
    public List<LedgerEntry> besideTables() {
        return running.stream()
                .map(each -> new LedgerEntry(
                        Objects.requireNonNull(place(each.number())),
                        FieldFate.IGNORED,
                        each.text(),
                        null,
                        null,
                        List.of(Reason.PAGE_FURNITURE.code())))
                .toList();
    }

    /** The page. */
    public String html() {
        return html;
    }

    /** What a handler is handed of this page, with places in the file for lines of the page. */
    public SourceHandler placing(SourceHandler handler) {
        return new PlacingHandler(name, this::place, handler);
    }

    /** The running text, whose lines are those of this page, in place of those of its body alone. */
    public NoticeText running(NoticeText body) {
        return new NoticeText(Location.of(name), body.title(), body.publishedOn(), running);
    }

    /** Where in the file a line of the page stands, or null when it holds nothing of the file. */
    private @Nullable Location place(int line) {
        return line > 0 && line <= places.size() ? places.get(line - 1) : null;
    }

    private static final class Writing {

        private final String name;
        private final StringBuilder html = new StringBuilder();
        private final List<@Nullable Location> places = new ArrayList<>();
        private final List<NoticeText.Line> running = new ArrayList<>();
        private int tables;
        private int paragraphs;
        private int page;

        Writing(String name) {
            this.name = name;
        }

        /** Writes a line, and where in the file it stands. */
        void line(String text, @Nullable Location place) {
            html.append(text).append('\n');
            places.add(place);
        }

        void part(OfficeText.Part part) {
            if (part instanceof OfficeText.Paragraph paragraph) {
                paragraph(paragraph);
            } else if (part instanceof OfficeText.Table table) {
                table(table);
            }
        }

        private void paragraph(OfficeText.Paragraph paragraph) {
            if (StringUtils.isBlank(paragraph.text())) {
                return;
            }
            Location place = next(paragraph.page());
            running.add(new NoticeText.Line(paragraph.text().replace('\n', ' ').replace('\t', ' '), places.size() + 1));
            String align = switch (paragraph.align()) {
                case LEFT -> "";
                case CENTER -> " align=\"center\"";
                case RIGHT -> " align=\"right\"";
            };
            line("<p" + align + ">" + escaped(paragraph.text()) + "</p>", place);
        }

        /** Paragraphs are counted page by page, or through the file where it has no pages. */
        private Location next(int on) {
            if (on != page) {
                page = on;
                paragraphs = 0;
            }
            return new Location(name, on == 0 ? null : "page " + on, ++paragraphs, null, null);
        }

        /** The table's name is that of the reader of tables: those that hold no other are counted. */
        private void table(OfficeText.Table table) {
            boolean holdsTables = table.rows().stream()
                    .flatMap(List::stream)
                    .flatMap(each -> each.parts().stream())
                    .anyMatch(OfficeText.Table.class::isInstance);
            String called = holdsTables ? "table" : "table " + ++tables;
            line("<table>", null);
            /* For each column the row through which a cell from above reaches. */
            List<Integer> reach = new ArrayList<>();
            for (int r = 0; r < table.rows().size(); r++) {
                line("<tr>", null);
                int column = 0;
                for (OfficeText.Cell each : table.rows().get(r)) {
                    while (column < reach.size() && reach.get(column) > r) {
                        column++;
                    }
                    cell(each, new Location(name, called, r + 1, column + 1, null));
                    for (int i = 0; i < each.columnSpan(); i++, column++) {
                        while (reach.size() <= column) {
                            reach.add(0);
                        }
                        reach.set(column, r + each.rowSpan());
                    }
                }
                line("</tr>", null);
            }
            line("</table>", null);
        }

        private void cell(OfficeText.Cell cell, Location place) {
            String open = "<td" + span("rowspan", cell.rowSpan()) + span("colspan", cell.columnSpan()) + ">";
            if (cell.parts().stream().noneMatch(OfficeText.Table.class::isInstance)) {
                List<String> lines = new ArrayList<>();
                cell.parts().forEach(each -> {
                    if (each instanceof OfficeText.Paragraph paragraph && !StringUtils.isBlank(paragraph.text())) {
                        lines.add(escaped(paragraph.text()));
                    }
                });
                line(open + String.join("<br>", lines) + "</td>", place);
                return;
            }
            line(open, place);
            cell.parts().forEach(this::part);
            line("</td>", place);
        }

        private static String span(String attribute, int cells) {
            return cells > 1 ? " " + attribute + "=\"" + cells + "\"" : "";
        }

        /** Behind the body, since it is none of the text. */
        void aside(OfficeText.Part part) {
            if (part instanceof OfficeText.Aside aside && !StringUtils.isBlank(aside.text())) {
                Location place =
                        new Location(name, aside.page() == 0 ? null : "page " + aside.page(), null, null, null);
                line("<div class=\"footer\">" + escaped(aside.text()) + "</div>", place);
            }
        }

        private static String escaped(String text) {
            return Entities.escape(text.strip().isEmpty() ? "" : StringUtils.stripEnd(text, null))
                    .replace("\n", "<br>");
        }
    }
}
