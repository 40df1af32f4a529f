package org.gongkai.export.report;

import static org.gongkai.export.report.HtmlParts.both;
import static org.gongkai.export.report.HtmlParts.more;
import static org.gongkai.export.report.HtmlParts.number;

import java.io.IOException;
import java.util.List;
import java.util.function.ToLongFunction;
import org.gongkai.core.Bilingual;
import org.gongkai.core.source.FieldFate;
import org.gongkai.export.table.Markup;
import org.gongkai.validation.report.GroupCount;
import org.gongkai.validation.report.LabelCount;
import org.gongkai.validation.report.Report;

/** The tables of the report page: agencies, years, labels of the sources. */
final class GroupTables {

    private static final int MOST_GROUPS = 100;

    private GroupTables() {}

    /** The records and findings by agency and by year. */
    static void groups(Appendable out, Report report) throws IOException {
        out.append("<div class=\"columns\">\n<section><h2>");
        both(out, "各机关", "By agency");
        out.append("</h2>\n");
        table(out, report.agencies(), new Bilingual("机关", "Agency"));
        out.append("</section>\n<section><h2>");
        both(out, "各年度", "By year");
        out.append("</h2>\n");
        table(out, report.years(), new Bilingual("年度", "Year"));
        out.append("</section>\n</div>\n");
    }

    private static void table(Appendable out, List<GroupCount> groups, Bilingual head) throws IOException {
        record Column(Bilingual name, ToLongFunction<GroupCount> value, String style) {}
        List<Column> columns = List.of(
                new Column(new Bilingual("记录", "Records"), GroupCount::records, ""),
                new Column(new Bilingual("完整", "Complete"), GroupCount::complete, ""),
                new Column(new Bilingual("错误", "Errors"), GroupCount::errors, " error"),
                new Column(new Bilingual("警告", "Warnings"), GroupCount::warnings, " warning"),
                new Column(new Bilingual("暂缓", "Held back"), GroupCount::heldBack, ""));
        out.append("<div class=\"scroll\"><table><thead><tr><th>");
        both(out, head);
        out.append("</th>");
        for (Column each : columns) {
            out.append("<th class=\"n\">");
            both(out, each.name());
            out.append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        for (GroupCount each : groups.subList(0, Math.min(MOST_GROUPS, groups.size()))) {
            out.append("<tr><td>");
            if (each.name() != null) {
                out.append(Markup.html(each.name()));
            } else if (each.others()) {
                both(out, "（其他机关合计）", "(all others)");
            } else {
                both(out, "（未标明，或不属于单条记录）", "(not known, or not about one record)");
            }
            out.append("</td>");
            for (Column column : columns) {
                long value = column.value().applyAsLong(each);
                out.append("<td class=\"n" + (value > 0 ? column.style() : "") + "\">" + number(value) + "</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
        more(out, groups.size() - MOST_GROUPS);
    }

    /** What became of the fields under each label of the sources. */
    static void labels(Appendable out, List<LabelCount> labels) throws IOException {
        if (labels.isEmpty()) {
            return;
        }
        out.append("<h2>");
        both(out, "来源标签", "Labels of the sources");
        out.append("</h2>\n<p class=\"soft\">");
        both(
                out,
                "各标签下字段的去向，以及该标签首见于何处；未对应和不可读最多者在前，对照文件宜先写这些标签。",
                "What became of the fields under each label, and where the label was first seen. Labels with the most"
                        + " unmapped and unreadable fields come first: begin a mapping file with them.");
        out.append("</p>\n<div class=\"scroll\"><table><thead><tr><th>");
        both(out, "标签", "Label");
        out.append("</th>");
        for (FieldFate each : Language.FATES) {
            out.append("<th class=\"n" + room(each) + "\">");
            both(out, Language.fate(each));
            out.append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        for (LabelCount each : labels.subList(0, Math.min(MOST_GROUPS, labels.size()))) {
            row(out, each);
        }
        out.append("</tbody></table></div>\n");
        more(out, labels.size() - MOST_GROUPS);
    }

    private static void row(Appendable out, LabelCount each) throws IOException {
        out.append("<tr><td>");
        if (each.label() != null) {
            out.append(Markup.html(each.label()));
        } else {
            both(out, Language.unlabelled(each));
        }
        if (each.first() != null) {
            out.append(" <span class=\"soft\">" + Markup.html(each.first().toString()) + "</span>");
        }
        out.append("</td>");
        for (FieldFate fate : Language.FATES) {
            long value = each.count(fate);
            boolean open = value > 0 && (fate == FieldFate.UNMAPPED || fate == FieldFate.UNREADABLE);
            out.append("<td class=\"n" + room(fate) + (open ? " warning" : "") + "\">" + number(value) + "</td>");
        }
        out.append("</tr>\n");
    }

    /** A telephone has no room for the columns that ask for no work. */
    private static String room(FieldFate fate) {
        return fate == FieldFate.IGNORED || fate == FieldFate.DEFAULTED ? " wide" : "";
    }
}
