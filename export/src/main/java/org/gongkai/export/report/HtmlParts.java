package org.gongkai.export.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.gongkai.export.table.Markup;
import org.gongkai.validation.report.RunSummary;

/** The pieces that the report page is made of: texts in both languages, counts, bars. */
final class HtmlParts {

    private HtmlParts() {}

    /** A bar of which a part is filled. */
    static void bar(Appendable out, long good, long all, String style, String label) throws IOException {
        out.append("<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\""
                + Markup.html(label) + "\"><rect class=\"track\" width=\"1000\" height=\"10\"/><rect class=\"" + style
                + "\" width=\"" + (all == 0 ? 0 : Math.round(good * 1000.0 / all)) + "\" height=\"10\"/></svg>");
    }

    /** Says that there is nothing to show, when there is nothing. */
    static void empty(Appendable out, boolean empty, String zh, String en) throws IOException {
        if (empty) {
            out.append("<p class=\"soft\">");
            both(out, zh, en);
            out.append("</p>\n");
        }
    }

    /** Says how many items are not shown, when some are not. */
    static void more(Appendable out, int more) throws IOException {
        if (more > 0) {
            out.append("<p class=\"soft\">");
            both(
                    out,
                    Bilingual.counted(
                            more,
                            "另有 {0} 项，见 report.json",
                            "{0} more is in report.json",
                            "{0} more are in report.json"));
            out.append("</p>\n");
        }
    }

    static void both(Appendable out, Bilingual text) throws IOException {
        both(out, text.zh(), text.en());
    }

    /** A text in both languages; the page shows one of them. */
    static void both(Appendable out, String zh, String en) throws IOException {
        out.append("<span class=\"zh\" lang=\"zh-CN\">").append(Markup.html(zh));
        out.append("</span><span class=\"en\" lang=\"en\">")
                .append(Markup.html(en))
                .append("</span>");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** An item of a list of counts. */
    static void count(Appendable out, String zh, String en, long count, String style) throws IOException {
        count(out, new Bilingual(zh, en), count, style);
    }

    /** An item of a list of counts whose English text depends on the number. */
    static void count(Appendable out, String zh, String one, String many, long count, String style) throws IOException {
        count(out, Bilingual.counted(count, zh, one, many), count, style);
    }

    static void count(Appendable out, Bilingual what, long count, String style) throws IOException {
        out.append("<li class=\"" + style + "\"><b>" + number(count) + "</b> ");
        both(out, what);
        out.append("</li>");
    }

    static String share(RunSummary.Share share) {
        BigDecimal percent = share.percent();
        return percent == null
                ? "—"
                : percent.toPlainString() + " % (" + number(share.good()) + '/' + number(share.all()) + ')';
    }
}
