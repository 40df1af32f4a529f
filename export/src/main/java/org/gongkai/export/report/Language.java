package org.gongkai.export.report;

import java.util.Locale;
import org.gongkai.validation.Bilingual;
import org.gongkai.validation.Finding;
import org.gongkai.validation.Rule;
import org.gongkai.validation.RuleCatalogue;
import org.gongkai.validation.Severity;
import org.gongkai.validation.report.ReportedFinding;
import org.jspecify.annotations.Nullable;

/** Texts of reports in one language. */
record Language(Locale locale) {

    boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    String of(String zh, String en) {
        return chinese() ? zh : en;
    }

    String of(Bilingual text) {
        return text.in(locale);
    }

    String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> of("错误", "error");
            case WARNING -> of("警告", "warning");
            case INFO -> of("提示", "remark");
        };
    }

    /** What is wrong; a report of another version may name a rule that this one does not know. */
    String says(Finding finding) {
        Rule rule = rule(finding.rule());
        return rule == null ? finding.rule() : rule.text(finding, locale);
    }

    String mending(Finding finding) {
        Rule rule = rule(finding.rule());
        return rule == null ? "" : rule.mending(finding, locale);
    }

    static @Nullable Rule rule(String code) {
        RuleCatalogue catalogue = RuleCatalogue.standard();
        return catalogue.contains(code) ? catalogue.rule(code) : null;
    }

    /** What the finding is about, as short as can be: the record's title, else its key, else the source. */
    static String about(ReportedFinding reported) {
        Finding finding = reported.finding();
        if (reported.title() != null) {
            return reported.title();
        }
        if (finding.record() != null) {
            return finding.record();
        }
        return finding.location() == null ? "" : finding.location().source();
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
