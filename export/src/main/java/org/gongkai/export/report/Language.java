package org.gongkai.export.report;

import java.util.List;
import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.LabelCount;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/** Texts of reports in one language. */
record Language(Locale locale) {

    /** The fates of fields, those first that ask for work. */
    static final List<FieldFate> FATES = List.of(
            FieldFate.UNMAPPED,
            FieldFate.UNREADABLE,
            FieldFate.MAPPED,
            FieldFate.REPAIRED,
            FieldFate.IGNORED,
            FieldFate.DEFAULTED);

    boolean chinese() {
        return Bilingual.isChinese(locale);
    }

    String of(String zh, String en) {
        return chinese() ? zh : en;
    }

    String of(Bilingual text) {
        return text.in(locale);
    }

    String severity(Severity severity) {
        return of(severity.shown());
    }

    static Bilingual severities(Severity severity, long count) {
        return switch (severity) {
            case ERROR -> Bilingual.counted(count, "错误", "error", "errors");
            case WARNING -> Bilingual.counted(count, "警告", "warning", "warnings");
            case INFO -> Bilingual.counted(count, "提示", "remark", "remarks");
        };
    }

    /** What is said of findings that are counted and not listed. */
    String notListed(long count) {
        return of(Bilingual.counted(count, "另有 {0} 处未逐一列出", "{0} more is not listed", "{0} more are not listed"));
    }

    static Bilingual fate(FieldFate fate) {
        return switch (fate) {
            case MAPPED -> new Bilingual("对应", "Mapped");
            case REPAIRED -> new Bilingual("修正", "Repaired");
            case DEFAULTED -> new Bilingual("另补", "Defaulted");
            case IGNORED -> new Bilingual("忽略", "Ignored");
            case UNMAPPED -> new Bilingual("未对应", "Unmapped");
            case UNREADABLE -> new Bilingual("不可读", "Unreadable");
        };
    }

    /** What stands in place of a label where there is none. */
    static Bilingual unlabelled(LabelCount count) {
        return count.others()
                ? new Bilingual("（其他标签合计）", "(all other labels)")
                : new Bilingual("（没有标签，或属于不对外提供的记录）", "(without a label, or in records that are withheld)");
    }

    /** What is wrong; a report of another version may name a rule that this one does not know. */
    String says(Finding finding) {
        return finding.text(locale);
    }

    String mending(Finding finding) {
        return finding.mending(locale);
    }

    static @Nullable Rule rule(String code) {
        RuleCatalogue catalogue = RuleCatalogue.standard();
        return catalogue.contains(code) ? catalogue.rule(code) : null;
    }

    /** What the finding is about, as short as can be: the record's title, else its key, else the source. */
    static String about(ReportedFinding reported) {
        Finding finding = reported.finding();
        if (reported.title() != null) {
            return plain(reported.title());
        }
        if (finding.record() != null) {
            return plain(finding.record());
        }
        return finding.location() == null ? "" : plain(finding.location().source());
    }

    /**
     * A text as a terminal, a log or a page may show it: names of files and titles come from anywhere, and must neither begin
     * a line, nor steer a terminal, nor turn the order of what stands around them.
     */
    static String plain(@Nullable Object text) {
        return text == null ? "" : LegacyText.oneLine(text.toString());
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
