package org.gongkai.export.decision;

import static org.gongkai.export.decision.DecisionFiles.HEADINGS;
import static org.gongkai.export.decision.DecisionFiles.joined;
import static org.gongkai.export.decision.DecisionFiles.text;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.decision.CatalogueAmendment;
import org.gongkai.core.decision.CatalogueCompletion;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.DecisionResult;
import org.gongkai.core.decision.Opinion;
import org.gongkai.core.decision.PartyConsent;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.WebLink;
import org.gongkai.export.table.Markup;
import org.jspecify.annotations.Nullable;

/** The page of one catalogue. */
final class CataloguePage {

    /** Wide enough to be read, narrow enough for a telephone; the state is always a word and never a colour alone. */
    private static final String STYLE = """
            body { overflow-wrap: anywhere; }
            a { color: #0b4f9e; text-decoration: underline; }
            a:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
            .skip { position: absolute; left: -99rem; }
            .skip:focus { position: static; }
            section { border-top: 2px solid #666; margin-top: 2rem; }
            h3 { font-size: 1.05rem; }
            dl { display: grid; grid-template-columns: 9rem 1fr; gap: .2rem 1rem; margin: 1rem 0; }
            dt { font-weight: bold; }
            dd { margin: 0; }
            td.number, th.number { width: 2.5rem; }
            @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } th, td { padding: .25rem; font-size: .9rem; } }
            @media print { .skip { display: none; } a { color: #000; } section { break-inside: avoid-page; } a[href^="http"]::after { content: "（" attr(href) "）"; font-size: .8rem; } }
            """;

    private final DecisionCatalogue catalogue;
    private final List<PublicConsultation> consultations;
    private final boolean besideItsFiles;

    CataloguePage(DecisionCatalogue catalogue, List<PublicConsultation> consultations, boolean besideItsFiles) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.besideItsFiles = besideItsFiles;
    }

    void write(Appendable out) throws IOException {
        begin(out, title());
        out.append("<dl>\n");
        terms(
                out,
                HEADINGS.zh("catalogue"),
                text(catalogue.body()),
                text(catalogue.year()),
                text(catalogue.documentNumber()),
                consent(catalogue.consent()),
                text(catalogue.publishedOn()));
        linked(out, "catalogue", catalogue.sourceUrl(), catalogue.sourceUrl());
        out.append("</dl>\n");
        overview(out);
        for (int i = 0; i < catalogue.matters().size(); i++) {
            matter(out, i);
        }
        amendments(out);
        completion(out);
        end(out);
    }

    private String title() {
        if (catalogue.title() != null) {
            return catalogue.title();
        }
        String year = catalogue.year() == null ? "" : catalogue.year() + "年度";
        return text(catalogue.body()) + year + "重大行政决策事项目录";
    }

    private static String consent(@Nullable PartyConsent consent) {
        return consent == null
                ? ""
                : Stream.of(text(consent.committee()), text(consent.givenOn()), text(consent.note()))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    private void overview(Appendable out) throws IOException {
        table(out, "决策事项一览", "overview");
        for (int i = 0; i < catalogue.matters().size(); i++) {
            DecisionMatter matter = catalogue.matters().get(i);
            out.append("<tr><td class=\"number\">").append(Markup.html(matter.sequence()));
            out.append("</td><th scope=\"row\"><a href=\"#matter-")
                    .append(String.valueOf(i + 1))
                    .append("\">");
            out.append(Markup.html(name(matter))).append("</a></th>");
            cell(out, joined(matter.units()));
            cell(out, text(matter.plannedTime()));
            cell(out, stage(matter));
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private static String name(DecisionMatter matter) {
        return matter.name() == null ? "（未写名称）" : matter.name();
    }

    private static String stage(DecisionMatter matter) {
        return matter.stage() == null ? text(matter.note()) : matter.stage().text();
    }

    private void matter(Appendable out, int index) throws IOException {
        DecisionMatter matter = catalogue.matters().get(index);
        out.append("<section>\n<h2 id=\"matter-")
                .append(String.valueOf(index + 1))
                .append("\">");
        out.append(Markup.html(matter.sequence() == null ? name(matter) : matter.sequence() + ". " + name(matter)));
        out.append("</h2>\n<dl>\n");
        DecisionResult result = matter.result();
        terms(
                out,
                HEADINGS.zh("matter"),
                text(matter.decisionKind()),
                joined(matter.units()),
                text(matter.lead()),
                String.join("；", matter.legalBases()),
                joined(matter.procedures()),
                text(matter.plannedTime()),
                text(matter.stage()),
                result == null ? "" : text(result.title()),
                result == null ? "" : text(result.documentNumber()),
                result == null ? "" : text(result.issuedOn()),
                text(matter.note()));
        out.append("</dl>\n");
        if (matter.materials().isEmpty()) {
            out.append("<p>尚无材料。</p>\n");
        } else {
            table(out, "材料", "materials-of-matter");
            for (DecisionMaterial each : matter.materials()) {
                material(out, each);
            }
            out.append("</tbody>\n</table>\n");
        }
        for (PublicConsultation each : consultations) {
            if (each.matter() != null && catalogue.find(each.matter()) == matter) {
                consultation(out, each);
            }
        }
        out.append("</section>\n");
    }

    private void material(Appendable out, DecisionMaterial material) throws IOException {
        String label = Stream.of(text(material.type()), text(material.title()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("："));
        String link = link(material.url());
        out.append("<tr><th scope=\"row\">");
        if (link == null) {
            out.append(Markup.html(label));
        } else {
            out.append("<a href=\"").append(Markup.html(link)).append("\">");
            out.append(Markup.html(label)).append("</a>");
        }
        out.append("</th>");
        cell(out, text(material.state()));
        cell(out, text(material.publishedOn()));
        String unlinked = link == null && material.url() != null ? "地址：" + material.url() : "";
        cell(
                out,
                Stream.of(text(material.reason()), unlinked)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining("；")));
        out.append("</tr>\n");
    }

    private @Nullable String link(@Nullable String url) {
        String link = WebLink.resolve(url, catalogue.sourceUrl());
        return link != null && (besideItsFiles || WebLink.absolute(link)) ? link : null;
    }

    private static void consultation(Appendable out, PublicConsultation consultation) throws IOException {
        out.append("<h3>公众意见收集和采纳情况</h3>\n<dl>\n");
        terms(
                out,
                HEADINGS.zh("consultation"),
                text(consultation.title()),
                text(consultation.body()),
                joined(consultation.ways()),
                String.join("、", consultation.channels()),
                period(consultation),
                text(consultation.shorterBecause()),
                counts(consultation),
                DecisionFiles.reasons(consultation),
                text(consultation.feedbackPublishedOn()));
        linked(out, "consultation", consultation.sourceUrl(), consultation.sourceUrl());
        out.append("</dl>\n");
        if (!consultation.opinions().isEmpty()) {
            table(out, "意见和采纳情况", "opinions");
            for (Opinion each : consultation.opinions()) {
                out.append("<tr><td class=\"number\">")
                        .append(Markup.html(each.number()))
                        .append("</td>");
                cell(out, text(each.contributor()));
                cell(out, text(each.text()) + (each.count() == null ? "" : "（" + each.count() + "条）"));
                cell(out, text(each.adoption()));
                cell(out, text(each.reason()));
                out.append("</tr>\n");
            }
            out.append("</tbody>\n</table>\n");
        }
    }

    private static String period(PublicConsultation consultation) {
        return consultation.openFrom() == null && consultation.openUntil() == null
                ? ""
                : text(consultation.openFrom()) + "至" + text(consultation.openUntil());
    }

    /** What was received and what became of it; that nobody answered is said in words. */
    private static String counts(PublicConsultation consultation) {
        if (consultation.received() != null && consultation.received() == 0) {
            return "未收到意见建议";
        }
        return Stream.of(
                        count("收到", consultation.received()),
                        count("采纳", consultation.adopted()),
                        count("部分采纳", consultation.partlyAdopted()),
                        count("未采纳", consultation.rejected()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private static String count(String what, @Nullable Integer count) {
        return count == null ? "" : what + count + "条";
    }

    private void amendments(Appendable out) throws IOException {
        if (catalogue.amendments().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>目录调整</h2>\n");
        table(out, "目录调整", "amendments");
        for (CatalogueAmendment each : catalogue.amendments()) {
            out.append("<tr>");
            cell(out, text(each.amendedOn()));
            cell(out, text(each.type()));
            cell(out, text(each.matter()));
            cell(out, text(each.reason()));
            cell(out, text(each.detail()));
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</section>\n");
    }

    private void completion(Appendable out) throws IOException {
        CatalogueCompletion completion = catalogue.completion();
        if (completion != null) {
            out.append("<section>\n<h2>完成情况</h2>\n<dl>\n");
            terms(out, HEADINGS.zh("completion"), text(completion.publishedOn()), text(completion.summary()));
            linked(out, "completion", completion.url(), link(completion.url()));
            out.append("</dl>\n</section>\n");
        }
    }

    static void begin(Appendable out, String title) throws IOException {
        Markup.page(out, title, STYLE);
        out.append("<a class=\"skip\" href=\"#content\">跳到正文</a>\n<main id=\"content\">\n<h1>");
        out.append(Markup.html(title)).append("</h1>\n");
    }

    static void end(Appendable out) throws IOException {
        out.append("</main>\n");
        Markup.endPage(out);
    }

    /** The terms from the first, and what each says. */
    static void terms(Appendable out, List<String> terms, String... texts) throws IOException {
        for (int i = 0; i < texts.length; i++) {
            term(out, terms.get(i), texts[i]);
        }
    }

    /** A term and what it says; nothing where it says nothing. */
    static void term(Appendable out, String term, String text) throws IOException {
        if (!text.isEmpty()) {
            out.append("<dt>").append(term).append("</dt><dd>");
            out.append(Markup.html(text)).append("</dd>\n");
        }
    }

    /** The last of the terms with a link, or with plain text where the address may not become one. */
    static void linked(Appendable out, String terms, @Nullable String text, @Nullable String url) throws IOException {
        List<String> all = HEADINGS.zh(terms);
        String term = all.get(all.size() - 1);
        String link = WebLink.resolve(url, null);
        if (text == null || link == null) {
            term(out, term, text(text));
            return;
        }
        out.append("<dt>").append(term).append("</dt><dd><a href=\"").append(Markup.html(link));
        out.append("\">").append(Markup.html(text)).append("</a></dd>\n");
    }

    private static void table(Appendable out, String caption, String headings) throws IOException {
        out.append("<table>\n<caption>").append(caption).append("</caption>\n<thead>\n<tr>");
        for (String each : HEADINGS.zh(headings)) {
            out.append("<th scope=\"col\"")
                    .append(each.equals("序号") ? " class=\"number\">" : ">")
                    .append(each)
                    .append("</th>");
        }
        out.append("</tr>\n</thead>\n<tbody>\n");
    }

    private static void cell(Appendable out, String text) throws IOException {
        out.append("<td>").append(Markup.html(text)).append("</td>");
    }
}
