package org.gongkai.export.obligation;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.core.Bilingual;
import org.gongkai.export.table.Markup;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.obligation.BodyFigures;
import org.gongkai.validation.obligation.BodyNaming;
import org.gongkai.validation.obligation.BodyRegister;
import org.gongkai.validation.obligation.Obligation;
import org.gongkai.validation.obligation.ObligationReport;
import org.gongkai.validation.obligation.ObligationResult;
import org.gongkai.validation.obligation.ObligationState;
import org.gongkai.validation.obligation.RegisteredBody;
import org.gongkai.validation.obligation.ThreeFigures;
import org.gongkai.validation.report.RunSummary.Share;
import org.gongkai.validation.rule.Aspect;
import org.jspecify.annotations.Nullable;

/**
 * The obligations of a district in a year as one page: the three figures, bodies by obligations, and behind each body what is missing,
 * why, and the findings of its records. It asks the network for nothing and has no script.
 */
public final class ObligationPage {

    private static final String STYLE = """
            body { max-width: 90rem; }
            ul.figures { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none; }
            .figures li { border: 1px solid #666; border-radius: .25rem; padding: .4rem .8rem; }
            .figures b { font-size: 1.3rem; display: block; }
            .wide { overflow-x: auto; }
            .wide table { font-size: .85rem; }
            .wide th, .wide td { vertical-align: middle; }
            .wide thead th { min-width: 4.5rem; font-weight: normal; }
            .wide tbody td { text-align: center; }
            .wide tbody th { white-space: nowrap; position: sticky; left: 0; background: #fff; }
            .wide td a { color: inherit; }
            td.met { background: #e6f4e6; } td.late { background: #fff3d1; } td.missing { background: #fbdcdc; }
            td.not_applicable { color: #666; } td.not_checked, td.not_yet_due { background: #eef1f6; }
            details { border-top: 1px solid #ccc; padding: .4rem 0; } summary { cursor: pointer; font-weight: bold; }
            details details { border: 0; } details details summary { font-weight: normal; }
            li, code { overflow-wrap: anywhere; }
            .soft { color: #555; }
            @media (max-width: 40rem) { body { margin: 1rem auto; padding: 0 .6rem; } h1 { font-size: 1.25rem; } .figures li { flex: 1 1 40%; } .wide tbody th { white-space: normal; min-width: 6rem; } }
            @media print { body { font-size: 9pt; } .wide { overflow: visible; } .wide table { font-size: 6.5pt; } .wide th, .wide td { padding: .1rem .15rem; } .wide thead th { min-width: 0; } .wide tbody th { position: static; white-space: normal; min-width: 4rem; } .wide .word { display: none; } details { break-inside: avoid; } details::details-content { content-visibility: visible; display: block; } @page { size: A4 landscape; margin: 10mm; } * { print-color-adjust: exact; } }
            """;

    private static final Map<ObligationState, String> SIGNS = Map.of(
            ObligationState.MET, "✓",
            ObligationState.LATE, "△",
            ObligationState.MISSING, "✗",
            ObligationState.NOT_YET_DUE, "…",
            ObligationState.NOT_APPLICABLE, "—",
            ObligationState.NOT_CHECKED, "?");

    private static final List<Aspect> FIGURES = List.of(Aspect.COVERAGE, Aspect.COMPLETENESS, Aspect.REGULARITY);

    private final Appendable out;
    private final ObligationReport report;
    private final Locale language;

    private ObligationPage(Appendable out, ObligationReport report, Locale language) {
        this.out = out;
        this.report = report;
        this.language = language;
    }

    /**
     * Writes the page.
     *
     * @param report the obligations
     * @param language Chinese is written in Chinese, any other in English
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public static void write(ObligationReport report, Locale language, Appendable out) throws IOException {
        new ObligationPage(out, report, language).write();
    }

    private String say(String zh, String en) {
        return Markup.html(new Bilingual(zh, en).in(language));
    }

    private String say(@Nullable Bilingual text) {
        return text == null ? "" : Markup.html(text.in(language));
    }

    /** Words with a remark behind them. */
    private String with(String text, String remark) {
        return text + say("（", " (") + remark + say("）", ")");
    }

    private void write() throws IOException {
        String title =
                new Bilingual(report.year() + "年政务公开义务履行情况", "Duties of disclosure in " + report.year()).in(language);
        Markup.page(out, title, STYLE);
        out.append("<main>\n<h1>" + Markup.html(title) + "</h1>\n<p class=\"soft\">");
        out.append(say("查看日期：" + report.day(), "As of " + report.day()));
        out.append(say(
                "；单位 " + report.bodies().size() + " 个，义务 "
                        + report.obligations().size() + " 项，记录 " + report.records() + " 条。",
                "; " + report.bodies().size() + " bodies, "
                        + report.obligations().size() + " duties, " + report.records() + " records."));
        out.append("</p>\n");
        figures(report.whole());
        out.append("<ul class=\"figures\">\n");
        for (ObligationState each : ObligationState.values()) {
            out.append("<li><b>" + report.count(each) + "</b>" + SIGNS.get(each) + " " + say(each.text()) + "</li>\n");
        }
        out.append("</ul>\n");
        grid();
        out.append("<h2>" + say("逐单位说明", "Body by body") + "</h2>\n");
        for (int i = 0; i < report.bodies().size(); i++) {
            body(i);
        }
        matched();
        unmatched();
        sources();
        out.append("</main>\n");
        Markup.endPage(out);
    }

    private void figures(ThreeFigures figures) throws IOException {
        out.append("<ul class=\"figures\">\n");
        for (Aspect each : FIGURES) {
            Share share = share(figures, each);
            out.append("<li><b>" + percent(share) + "</b>" + say(each.label()) + " <span class=\"soft\">" + share.good()
                    + " / " + share.all() + "</span></li>\n");
        }
        out.append("</ul>\n<p class=\"soft\">")
                .append(
                        say(
                                "全量覆盖：已到期、可核查的义务中已履行的（含逾期）；要素齐全：必备要素中已有的；格式规范：有格式要求的要素中无问题的。",
                                "Coverage: duties that were done, late or not, of those that were due and could be looked at. "
                                        + "Completeness: required elements that are there. Regularity: elements with a prescribed form that are correct."))
                .append("</p>\n");
    }

    private static Share share(ThreeFigures figures, Aspect aspect) {
        return switch (aspect) {
            case COVERAGE -> figures.coverage();
            case COMPLETENESS -> figures.completeness();
            default -> figures.regularity();
        };
    }

    private static String percent(Share share) {
        BigDecimal percent = share.percent();
        return percent == null ? "—" : percent.toPlainString() + " %";
    }

    private void grid() throws IOException {
        out.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(say("单位与义务", "Bodies by duties"))
                .append("\">\n<table>\n<thead><tr><th scope=\"col\">")
                .append(say("单位", "Body"))
                .append("</th>");
        for (Aspect each : FIGURES) {
            out.append("<th scope=\"col\"><b>" + say(each.label()) + "</b></th>");
        }
        for (Obligation each : report.obligations()) {
            out.append("<th scope=\"col\">" + say(each.name()) + "</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < report.bodies().size(); i++) {
            out.append("<tr><th scope=\"row\"><a href=\"#b" + i + "\">"
                    + Markup.html(report.bodies().get(i).name()) + "</a></th>");
            for (Aspect each : FIGURES) {
                out.append("<td><a href=\"#f" + i + "\">"
                        + percent(share(report.figures().get(i).figures(), each)) + "</a></td>");
            }
            for (ObligationResult each : report.of(i)) {
                String style = each.state().name().toLowerCase(Locale.ROOT);
                out.append("<td class=\"" + style + "\" title=\"" + said(each) + "\">" + SIGNS.get(each.state())
                        + "<span class=\"soft word\"> " + say(each.state().text()) + "</span></td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</div>\n");
    }

    private String said(ObligationResult result) {
        String reason = say(result.reason());
        return say(result.state().text()) + (reason.isEmpty() ? "" : say("：", ": ") + reason);
    }

    private void body(int place) throws IOException {
        RegisteredBody body = report.bodies().get(place);
        List<ObligationResult> all = report.of(place).stream()
                .filter(each -> each.state() != ObligationState.NOT_APPLICABLE)
                .toList();
        long open = all.stream()
                .filter(each -> each.state() == ObligationState.MISSING || each.state() == ObligationState.LATE)
                .count();
        out.append("<details" + (open > 0 ? " open" : "") + "><summary>"
                + with(Markup.html(body.name()), Markup.html(body.kind()))
                + say("：" + open + "项待办", ": " + open + " to do")
                + "</summary>\n<ul id=\"b" + place + "\">\n");
        for (ObligationResult each : all) {
            out.append("<li>" + SIGNS.get(each.state()) + " "
                    + say(each.obligation().name()) + say("：", ": ") + said(each));
            if (!each.obligation().asksRules() && !each.done().isEmpty()) {
                String days = String.join(
                        language.equals(Locale.CHINESE) ? "、" : ", ",
                        each.done().stream().distinct().map(Object::toString).toList());
                out.append(say("（", " (") + Markup.html(days) + say("）", ")"));
            }
            out.append("</li>\n");
        }
        out.append("</ul>\n");
        findings(report.figures().get(place), place);
        out.append("</details>\n");
    }

    /** What stands behind the figures of a body: how often each rule was broken, and where. */
    private void findings(BodyFigures figures, int place) throws IOException {
        int total = figures.total();
        out.append("<details><summary id=\"f" + place + "\">");
        for (Aspect each : FIGURES) {
            Share share = share(figures.figures(), each);
            out.append(say(each.label()) + " " + share.good() + " / " + share.all() + say("，", ", "));
        }
        out.append(say(
                        "记录 " + figures.records() + " 条，问题 " + total + " 个",
                        figures.records() + " records, " + total + " findings"))
                .append("</summary>\n<ul>\n");
        for (Finding each : figures.findings()) {
            String where =
                    each.location() == null ? "" : Markup.html(each.location().toString()) + say("：", ": ");
            out.append("<li>" + where + Markup.html(each.text(language)) + " <code>" + Markup.html(each.rule())
                    + "</code></li>\n");
        }
        int more = total - figures.findings().size();
        if (more > 0) {
            out.append("<li>" + say("另有 " + more + " 个", more + " more") + "</li>\n");
        }
        out.append("</ul></details>\n");
    }

    private void matched() throws IOException {
        out.append("<h2>" + say("记录怎样对应单位", "How records were matched to bodies") + "</h2>\n<ul>\n");
        for (Map.Entry<BodyRegister.Way, Integer> each : report.ways().entrySet()) {
            out.append("<li>" + say(each.getKey().text()) + say("：", ": ") + each.getValue() + "</li>\n");
        }
        for (BodyNaming each : report.namings()) {
            if (each.way() != BodyRegister.Way.NAME) {
                String written = each.written() == null ? "—" : each.written();
                out.append("<li>"
                        + with(
                                Markup.html(written) + " → "
                                        + Markup.html(each.body().name()),
                                say(each.way().text()) + say("，", ", ") + each.records())
                        + "</li>\n");
            }
        }
        out.append("</ul>\n");
    }

    private void unmatched() throws IOException {
        out.append("<h2>" + say("没有对应上的记录", "Records that were not matched") + "</h2>\n<ul>\n");
        for (Map.Entry<String, Integer> each : report.unmatched().entrySet()) {
            out.append("<li>" + Markup.html(each.getKey()) + say("：", ": ") + each.getValue() + "</li>\n");
        }
        out.append("<li>" + say("没有单位", "without a body") + say("：", ": ") + report.unplaced() + "</li>\n");
        out.append("<li>" + say("没有年份", "without a year") + say("：", ": ") + report.undated() + "</li>\n");
        out.append("<li>" + say("其他单位的、与义务无关的", "of other bodies and of no duty") + say("：", ": ") + report.aside()
                + "</li>\n</ul>\n");
    }

    private void sources() throws IOException {
        out.append("<h2>" + say("义务的依据", "Where the duties stand") + "</h2>\n<ul>\n");
        for (Obligation each : report.obligations()) {
            String source = Markup.html(each.source())
                    + say("，", ", ")
                    + Markup.html(each.evidence().name().toLowerCase(Locale.ROOT));
            out.append("<li>" + with(say(each.name()), source) + (each.binding() ? "" : say("；只作提示", "; advises only"))
                    + "</li>\n");
        }
        out.append("</ul>\n");
    }
}
