package org.gongkai.validation.rule;

import java.util.List;
import java.util.Locale;
import org.gongkai.core.Bilingual;

/** The rule catalogue as a page in Markdown. */
final class RulePage {

    private final RuleCatalogue catalogue;
    private final Locale language;

    RulePage(RuleCatalogue catalogue, Locale language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    String text() {
        StringBuilder page = new StringBuilder(in("# 规则目录\n\n", "# Rule catalogue\n\n"))
                .append(in(
                        "本页由 `rules.json` 生成，请勿手工修改。依据一栏如实说明出处；“未核实”的规则只会警告，不会判错。\n",
                        "This page is generated from `rules.json`; do not edit it. The ground of each rule is stated as"
                                + " it is; a rule that is unverified can warn, never fail.\n"));
        for (Aspect aspect : Aspect.values()) {
            List<Rule> rules = catalogue.rules().stream()
                    .filter(each -> each.aspect() == aspect)
                    .toList();
            if (!rules.isEmpty()) {
                page.append("\n## ").append(heading(aspect)).append('\n');
                rules.forEach(each -> append(page, each));
            }
        }
        return page.toString();
    }

    private String heading(Aspect aspect) {
        String label = aspect.label().in(language);
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private void append(StringBuilder page, Rule rule) {
        page.append("\n### `").append(rule.code()).append("`\n\n");
        page.append(rule.says().in(language)).append("\n\n");
        row(
                page,
                in("级别", "Severity"),
                in(rule.severity().shown().zh(), rule.severity().code()));
        if (rule.element() != null) {
            row(page, in("要素", "Element"), '`' + rule.element() + '`');
        }
        row(page, in("依据", "Ground"), rule.clause().in(language));
        row(page, in("证据", "Evidence"), evidence(rule));
        row(page, in("如何修正", "What to do"), rule.mend().in(language));
    }

    private String evidence(Rule rule) {
        return switch (rule.evidence()) {
            case PRIMARY -> in("原文已核对", "primary: the text itself was read");
            case MIRROR -> in("转载文本已核对", "mirror: read in a re-post");
            case DERIVED -> in("由已核对的事实推得", "derived from what was read");
            case UNVERIFIED -> in("未核实", "unverified");
        };
    }

    private void row(StringBuilder page, String label, String text) {
        page.append("- ").append(label).append(in("：", ": ")).append(text).append('\n');
    }

    private String in(String zh, String en) {
        return Bilingual.isChinese(language) ? zh : en;
    }
}
