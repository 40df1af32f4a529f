package org.gongkai.export.report;

import static org.gongkai.export.report.HtmlParts.bar;
import static org.gongkai.export.report.HtmlParts.both;
import static org.gongkai.export.report.HtmlParts.count;
import static org.gongkai.export.report.HtmlParts.empty;
import static org.gongkai.export.report.HtmlParts.more;
import static org.gongkai.export.report.HtmlParts.number;
import static org.gongkai.export.report.HtmlParts.share;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.export.table.Markup;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.report.Baseline;
import org.gongkai.validation.report.BaselineUse;
import org.gongkai.validation.report.FileFates;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The report as one page: figures, charts and groups are written here; the findings stand in it as data, which a small
 * script of ours filters and shows a page at a time. The policy of the page lets that script run and no other, and lets
 * nothing be loaded. No value of a record is ever read as HTML.
 */
final class HtmlReport {

    private static final int MOST_RULES = 25;
    private static final int MOST_ENTRIES = 100;

    private final Report report;
    private final Language language;

    HtmlReport(Report report, Language language) {
        this.report = report;
        this.language = language;
    }

    void write(Appendable out) throws IOException {
        String script = resource("report.js");
        head(out, script);
        top(out);
        figures(out);
        counts(out);
        charts(out);
        CoveragePart.write(out, report.summary().coverage());
        GroupTables.groups(out, report);
        GroupTables.labels(out, report.labels());
        findings(out);
        baseline(out);
        notRun(out);
        out.append("<script type=\"application/json\" id=\"data\">");
        new FindingsData(report.examples()).write(out);
        out.append("</script>\n<script>").append(script).append("</script>\n</body>\n</html>\n");
    }

    private void head(Appendable out, String script) throws IOException {
        String code = language.of("zh", "en");
        out.append("<!DOCTYPE html>\n<html lang=\"" + language.of("zh-CN", "en") + "\" data-lang=\"" + code + "\">\n");
        out.append("""
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                """);
        out.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                        + " script-src 'sha256-" + sha256(script) + "'; base-uri 'none'; form-action 'none'\">\n");
        out.append("<title>公开 · 核查报告 / Gongkai report</title>\n<style>\n");
        out.append(resource("report.css")).append("</style>\n</head>\n<body>\n");
    }

    private void top(Appendable out) throws IOException {
        RunSummary.ProfileUsed profile = report.summary().profile();
        out.append("<header><h1>");
        both(out, "政府信息公开核查报告", "Disclosure report");
        out.append("</h1><div><button id=\"language\" type=\"button\"><span class=\"zh\" lang=\"en\">English</span>"
                + "<span class=\"en\" lang=\"zh-CN\">中文</span></button> <button id=\"print\" type=\"button\">");
        both(out, "打印", "Print");
        out.append("</button></div></header>\n<p class=\"soft\">");
        both(out, "生成：", "Made: ");
        out.append(Markup.html(report.made() + " · " + report.tool() + " · "));
        both(out, "规则配置 ", "profile of rules ");
        out.append(Markup.html(profile.name() + ' ' + profile.version()) + " <code>" + Markup.html(profile.sha256())
                + "</code> · ");
        both(out, "核查日期 ", "checked on ");
        out.append(profile.judgedOn().toString());
        if (!profile.inForce()) {
            out.append(" · <strong class=\"warning\">");
            both(out, "该规则配置当日不在有效期内", "the profile is not valid on that day");
            out.append("</strong>");
        }
        out.append("</p>\n<noscript><p class=\"noscript\">");
        both(out, "逐条问题须启用脚本才能显示。", "Allow scripts to see the list of findings.");
        out.append("</p></noscript>\n");
    }

    private void figures(Appendable out) throws IOException {
        RunSummary summary = report.summary();
        RunSummary.Coverage coverage = summary.coverage();
        out.append("<div class=\"cards\">\n");
        figure(
                out,
                new Bilingual("全量覆盖", "Coverage"),
                coverage.share(),
                new Bilingual("应公开的已找到", "found, of what should be there"),
                coverage.notChecked());
        Bilingual none = new Bilingual("未核查：没有记录", "not checked: there is no record");
        figure(
                out,
                new Bilingual("要素齐全", "Completeness"),
                summary.completeness(),
                new Bilingual("必备要素齐备", "required elements present"),
                none);
        figure(
                out,
                new Bilingual("格式规范", "Regularity"),
                summary.regularity(),
                new Bilingual("有格式要求的要素无格式问题", "elements with a prescribed form correct"),
                none);
        if (summary.interpretation() != null) {
            figure(
                    out,
                    new Bilingual("政策解读", "Interpretation"),
                    summary.interpretation(),
                    new Bilingual("应解读的文件已解读", "documents to be interpreted that are"),
                    new Bilingual("没有应解读的文件", "no document is to be interpreted"));
        }
        out.append("</div>\n");
    }

    private void figure(
            Appendable out, Bilingual name, RunSummary.@Nullable Share share, Bilingual of, @Nullable Bilingual why)
            throws IOException {
        BigDecimal percent = share == null ? null : share.percent();
        out.append("<div class=\"card\">");
        both(out, name);
        if (share == null || percent == null) {
            out.append("<strong>—</strong>");
            both(out, why == null ? new Bilingual("未核查", "not checked") : why);
        } else {
            out.append("<strong>" + percent.toPlainString() + " %</strong>");
            bar(out, share.good(), share.all(), "fill", percent.toPlainString() + " %");
            out.append("<span>" + number(share.good()) + " / " + number(share.all()) + "</span> <span class=\"soft\">");
            both(out, of);
            out.append("</span>");
        }
        out.append("</div>\n");
    }

    private void counts(Appendable out) throws IOException {
        RunSummary summary = report.summary();
        out.append("<ul class=\"counts\">");
        count(out, "来源", "source", "sources", summary.sources(), "");
        count(out, "记录", "record", "records", summary.records(), "");
        count(out, "完整", "complete", summary.verdicts().getOrDefault(Verdict.COMPLETE, 0L), "good");
        count(out, "不完整", "incomplete", summary.verdicts().getOrDefault(Verdict.INCOMPLETE, 0L), "");
        count(
                out,
                "不成记录",
                "not a valid record",
                "not valid records",
                summary.verdicts().getOrDefault(Verdict.UNREADABLE, 0L),
                "");
        count(out, "未能读取", "could not be read", summary.rejected(), "");
        count(out, "不对外提供", "withheld", summary.withheld(), "");
        count(out, "重复来源", "source repeats another", "sources repeat others", report.duplicates(), "");
        files(out);
        out.append("</ul>\n<ul class=\"counts\">");
        for (Severity each : Severity.values()) {
            long found = summary.severities().getOrDefault(each, 0L);
            count(out, Language.severities(each, found), found, each.code());
        }
        BaselineUse baseline = report.baseline();
        if (baseline != null) {
            long held = baseline.heldBack().stream()
                    .mapToLong(RunSummary.RuleCount::count)
                    .sum();
            count(out, "基线暂不计入", "held back by the baseline", held, "soft");
        }
        count(
                out,
                "没有运行的规则",
                "rule that did not run",
                "rules that did not run",
                summary.notRun().size(),
                "soft");
        Map<FieldFate, Long> fields = report.fields();
        count(out, "未对应字段", "unmapped field", "unmapped fields", fields.getOrDefault(FieldFate.UNMAPPED, 0L), "soft");
        out.append("</ul>\n");
    }

    private void files(Appendable out) throws IOException {
        FileFates files = report.files();
        if (files == null) {
            return;
        }
        out.append("</ul>\n<ul class=\"counts\">");
        count(out, "文件", "file", "files", files.all(), "");
        count(out, "已读取", "read", files.read(), "");
        count(out, "作为附件", "attached to a record", files.attached(), "");
        count(out, "随记录不对外提供", "withheld with a record", files.withheld(), "");
        count(out, "无法形成记录", "rejected", files.rejected(), "");
        count(out, "没有读取", "not read", files.notRead(), "");
        if (files.unaccounted() > 0) {
            count(out, "去向不明", "unaccounted for", files.unaccounted(), "error");
        }
    }

    private void charts(Appendable out) throws IOException {
        out.append("<div class=\"columns\">\n<section><h2>");
        rules(out, report.summary().findings());
        out.append("</section>\n<section><h2>");
        elements(out, report.summary().elements());
        out.append("</section>\n</div>\n");
    }

    private static void rules(Appendable out, List<RunSummary.RuleCount> rules) throws IOException {
        both(out, "各规则的问题数", "Findings by rule");
        out.append("</h2>\n<ul class=\"bars\">\n");
        long most = rules.isEmpty() ? 1 : rules.get(0).count();
        for (RunSummary.RuleCount each : rules.subList(0, Math.min(MOST_RULES, rules.size()))) {
            Rule rule = Language.rule(each.rule());
            out.append("<li><div class=\"head\"><span>");
            if (rule != null) {
                both(out, plain(rule.says()));
                out.append(' ');
            }
            out.append("<code class=\"soft\">" + Markup.html(each.rule()) + "</code></span><b class=\""
                    + each.severity().code() + "\">" + number(each.count()) + "</b></div>");
            bar(out, each.count(), most, "fill " + each.severity().code(), each.rule() + ' ' + each.count());
            out.append("</li>\n");
        }
        out.append("</ul>\n");
        empty(out, rules.isEmpty(), "没有发现问题", "There is no finding");
        more(out, rules.size() - MOST_RULES);
    }

    private static void elements(Appendable out, List<RunSummary.ElementCount> elements) throws IOException {
        both(out, "各要素的齐全与规范", "Completeness and regularity by element");
        out.append("</h2>\n<p class=\"soft\">");
        both(
                out,
                "上：齐全（应有者中已有）；下：规范（已有者中格式无误）",
                "Above: present, of those required; below: correct in form, of those present");
        out.append("</p>\n<ul class=\"bars\">\n");
        boolean several =
                elements.stream().map(RunSummary.ElementCount::kind).distinct().count() > 1;
        for (RunSummary.ElementCount each : elements) {
            out.append("<li><div class=\"head\"><span>");
            Bilingual name = element(each, several);
            both(out, name.zh(), name.en());
            out.append("</span><span>" + share(each.present()) + " · " + share(each.regular()) + "</span></div>");
            bar(out, each.present().good(), each.present().all(), "fill", each.element() + ' ' + share(each.present()));
            bar(
                    out,
                    each.regular().good(),
                    each.regular().all(),
                    "fill regular",
                    each.element() + ' ' + share(each.regular()));
            out.append("</li>\n");
        }
        out.append("</ul>\n");
        empty(out, elements.isEmpty(), "没有记录", "There is no record");
    }

    /** The texts of a rule speak of one case; in a chart the case is left open. */
    private static Bilingual plain(Bilingual says) {
        return new Bilingual(
                says.zh().replaceAll("\\{(value|expected)}", "…"), says.en().replaceAll("\\{(value|expected)}", "…"));
    }

    private void findings(Appendable out) throws IOException {
        out.append("<h2 id=\"findings\">");
        both(out, "问题清单", "Findings");
        out.append("</h2>\n");
        long leftOut = Shown.leftOut(report).stream()
                .mapToLong(RunSummary.RuleCount::count)
                .sum();
        if (leftOut > 0) {
            out.append("<p class=\"warning\">");
            both(
                    out,
                    Bilingual.counted(
                            leftOut,
                            "另有 {0} 处只计数、未列出：每条规则最多列 " + number(report.maxFindings()) + " 处，不得对外提供的记录不列。",
                            "{0} more finding is counted but not listed: " + listed(),
                            "{0} more findings are counted but not listed: " + listed()));
            out.append("</p>\n");
        }
        out.append("<div class=\"filters\">");
        control(out, "搜索", "Search", "<input id=\"search\" type=\"search\" autocomplete=\"off\">");
        control(out, "级别", "Severity", "<select id=\"level\"></select>");
        control(out, "规则", "Rule", "<select id=\"rule\"></select>");
        control(out, "机关", "Agency", "<select id=\"agency\"></select>");
        control(out, "年度", "Year", "<select id=\"year\"></select>");
        control(out, "状态", "State", "<select id=\"state\"></select>");
        out.append("</div>\n<div class=\"pager\"><button id=\"before\" type=\"button\" disabled>");
        both(out, "上一页", "Back");
        out.append("</button><button id=\"after\" type=\"button\" disabled>");
        both(out, "下一页", "Next");
        out.append("</button><button id=\"reset\" type=\"button\">");
        both(out, "清除筛选", "Clear");
        out.append("</button><span id=\"shown\" role=\"status\"></span></div>\n<ol id=\"list\"></ol>\n");
    }

    private String listed() {
        return "at most " + number(report.maxFindings())
                + " of each rule are listed, and none of records that are withheld.";
    }

    private static void control(Appendable out, String zh, String en, String control) throws IOException {
        out.append("<label>");
        both(out, zh, en);
        out.append(control).append("</label>");
    }

    private void baseline(Appendable out) throws IOException {
        BaselineUse use = report.baseline();
        if (use == null) {
            return;
        }
        out.append("<h2>");
        both(out, "基线", "Baseline");
        out.append("</h2>\n<ul class=\"counts\">");
        count(out, "条目", "entry", "entries", use.entries(), "");
        count(out, "已过期", "expired", use.expiredCount(), "warning");
        count(out, "已改正而多余", "not needed any more", use.unusedCount(), "warning");
        out.append("</ul>\n");
        entries(out, use.expired(), use.expiredCount(), new Bilingual("已过期的条目", "Expired entries"));
        entries(out, use.unused(), use.unusedCount(), new Bilingual("多余的条目", "Entries not needed any more"));
    }

    private static void entries(Appendable out, List<Baseline.Entry> entries, long count, Bilingual name)
            throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        out.append("<details><summary>");
        both(out, name);
        out.append(" (" + number(count) + ")</summary><ul>\n");
        for (Baseline.Entry each : entries.subList(0, Math.min(MOST_ENTRIES, entries.size()))) {
            out.append("<li><code>" + Markup.html(each.fingerprint() + ' ' + each.rule()) + "</code> "
                    + Markup.html(Language.text(each.record()) + each.pointer() + " · " + each.until() + " · "
                            + each.reason())
                    + "</li>\n");
        }
        out.append("</ul>\n");
        more(out, (int) Math.min(Integer.MAX_VALUE, count - Math.min(MOST_ENTRIES, entries.size())));
        out.append("</details>\n");
    }

    private void notRun(Appendable out) throws IOException {
        List<SkippedRule> notRun = report.summary().notRun();
        out.append("<h2>");
        both(out, "没有运行的规则", "Rules that did not run");
        out.append("</h2>\n");
        empty(out, notRun.isEmpty(), "全部规则都已运行", "Every rule ran");
        Map<Bilingual, List<String>> byReason = notRun.stream()
                .collect(Collectors.groupingBy(
                        SkippedRule::because,
                        LinkedHashMap::new,
                        Collectors.mapping(SkippedRule::rule, Collectors.toList())));
        for (Map.Entry<Bilingual, List<String>> each : byReason.entrySet()) {
            out.append("<details><summary>");
            both(out, each.getKey());
            out.append(" (" + each.getValue().size() + ")</summary><p><code>"
                    + Markup.html(String.join("  ", each.getValue())) + "</code></p></details>\n");
        }
    }

    /** What an element is called, with its kind where there are several: the body of a document is no catalogue's body. */
    private static Bilingual element(RunSummary.ElementCount count, boolean several) {
        RecordKind<?> kind = count.kind() == null ? null : RecordKind.named(count.kind());
        RecordField field = kind == null ? null : kind.field(count.element());
        if (field == null) {
            return new Bilingual(count.element(), count.element());
        }
        return several
                ? new Bilingual(
                        kind.name().zh() + "·" + field.label().zh(),
                        kind.name().en() + ": " + field.label().en())
                : field.label();
    }

    private static String resource(String name) throws IOException {
        try (InputStream data = HtmlReport.class.getResourceAsStream(name)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    private static String sha256(String script) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
