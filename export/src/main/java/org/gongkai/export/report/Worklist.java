package org.gongkai.export.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.Location;
import org.gongkai.export.table.Markup;
import org.gongkai.export.table.XlsxWriter;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.report.LabelCount;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The report as a workbook for the people who mend: a sheet of findings, one a row, grouped by agency and within one by
 * severity, with columns to fill in; a sheet with the figures; one of the labels of the sources; one of what did not run. All cells are texts or
 * numbers, and a text that a spreadsheet program would run as a formula gets an apostrophe in front.
 */
record Worklist(Report report, Language language) {

    /** A sheet holds 1,048,576 rows. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int LONGEST = 32_000;
    private static final double USUAL = 9;

    /** Those of texts are shown over several lines. */
    private static final List<XlsxWriter.Column> COLUMNS = Stream.concat(
                    Stream.concat(
                            columns(24, 7).stream(),
                            Stream.of(44, 44, 40, 7)
                                    .map(each -> new XlsxWriter.Column(each, XlsxWriter.Style.WRAPPED))),
                    columns(26, 24, 24, 34, 14, 7, 18, 34, 28, 18, 12, 24, 12, 24).stream())
            .toList();

    void write(OutputStream out) throws IOException {
        List<ReportedFinding> rows = report.examples().stream()
                .sorted(Comparator.comparing(
                                ReportedFinding::agency, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                        .thenComparing(each -> each.finding().severity())
                        .thenComparing(each -> each.heldBack() != null))
                .toList();
        int lists = Math.max(1, (rows.size() + MOST_ROWS - 1) / MOST_ROWS);
        List<XlsxWriter.Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < lists; i++) {
            String name = language.of("问题清单", "Findings") + (i == 0 ? "" : " " + (i + 1));
            sheets.add(new XlsxWriter.Sheet(name, COLUMNS, 2, 1, true));
        }
        sheets.add(new XlsxWriter.Sheet(language.of("汇总", "Summary"), columns(44, 44), 0, 0, false));
        double[] widths = new double[Language.FATES.size() + 2];
        Arrays.fill(widths, USUAL);
        widths[0] = 44;
        widths[widths.length - 1] = 44;
        sheets.add(new XlsxWriter.Sheet(language.of("来源标签", "Labels"), columns(widths), 1, 1, false));
        sheets.add(new XlsxWriter.Sheet(language.of("未检查", "Not checked"), columns(44, 60), 0, 0, false));
        XlsxWriter book = new XlsxWriter(out, sheets);
        for (int i = 0; i < lists; i++) {
            findings(book, rows.subList(i * MOST_ROWS, Math.min(rows.size(), (i + 1) * MOST_ROWS)));
        }
        figures(book);
        labels(book);
        notRun(book);
        book.finish();
    }

    private static List<XlsxWriter.Column> columns(double... widths) {
        return Arrays.stream(widths)
                .mapToObj(each -> new XlsxWriter.Column(each, XlsxWriter.Style.PLAIN))
                .toList();
    }

    private void findings(XlsxWriter book, List<ReportedFinding> rows) throws IOException {
        List<String> heads = language.chinese()
                ? List.of(
                        "机关", "级别", "问题", "如何修正", "标题", "年份", "位置", "现值", "应为", "来源文件", "工作表", "行", "栏目", "依据", "规则",
                        "问题编号", "暂缓至", "暂缓理由", "处理人", "处理情况")
                : List.of(
                        "Agency",
                        "Severity",
                        "Finding",
                        "What to do",
                        "Title",
                        "Year",
                        "Place in the record",
                        "Value",
                        "Expected",
                        "Source",
                        "Sheet",
                        "Row",
                        "Label",
                        "Basis",
                        "Rule",
                        "Fingerprint",
                        "Held back until",
                        "Reason",
                        "Assigned to",
                        "Done");
        book.begin();
        book.row(XlsxWriter.Style.HEAD, heads);
        for (ReportedFinding each : rows) {
            row(book, each);
        }
        book.end();
    }

    private void row(XlsxWriter book, ReportedFinding reported) throws IOException {
        Finding finding = reported.finding();
        Rule rule = Language.rule(finding.rule());
        Location at = finding.location();
        @Nullable
        Object[] cells = {
            reported.agency() == null ? language.of("（未标明机关）", "(no agency)") : reported.agency(),
            language.severity(finding.severity()),
            language.says(finding),
            language.mending(finding),
            Language.about(reported),
            reported.year(),
            finding.pointer(),
            finding.value(),
            finding.expected(),
            at == null ? null : at.source(),
            at == null ? null : at.sheet(),
            at == null ? null : at.row(),
            at == null ? null : at.label(),
            rule == null ? null : language.of(rule.clause()),
            finding.rule(),
            finding.fingerprint(),
            reported.heldBack() == null ? null : reported.heldBack().until().toString(),
            reported.heldBack() == null ? null : reported.heldBack().reason(),
        };
        book.row(Arrays.stream(cells).map(Worklist::cell).toList());
    }

    private void figures(XlsxWriter book) throws IOException {
        book.begin();
        RunSummary summary = report.summary();
        line(book, language.of("生成", "Made"), report.made().toString());
        line(book, language.of("程序", "Program"), report.tool());
        RunSummary.ProfileUsed profile = summary.profile();
        line(
                book,
                language.of("规则配置", "Profile of rules"),
                profile.name() + ' ' + profile.version() + " (" + profile.sha256() + ')');
        line(book, language.of("全量覆盖", "Coverage"), coverage(summary.coverage()));
        line(book, language.of("要素齐全", "Completeness"), share(summary.completeness()));
        line(book, language.of("格式规范", "Regularity"), share(summary.regularity()));
        if (summary.interpretation() != null) {
            line(book, language.of("政策解读", "Interpretation"), share(summary.interpretation()));
        }
        line(book, language.of("来源", "Sources"), summary.sources());
        line(book, language.of("记录", "Records"), summary.records());
        line(book, language.of("未能读取", "Could not be read"), summary.rejected());
        for (Severity each : Severity.values()) {
            line(
                    book,
                    language.of(Language.severities(each, 0)),
                    summary.severities().getOrDefault(each, 0L));
        }
        if (report.baseline() != null) {
            for (Severity each : Severity.values()) {
                line(
                        book,
                        language.of("基线暂不计入：", "Held back by the baseline: ")
                                + language.of(Language.severities(each, 0)),
                        report.baseline().heldBack(each));
            }
            line(
                    book,
                    language.of("基线过期条目", "Expired entries of the baseline"),
                    report.baseline().expiredCount());
            line(
                    book,
                    language.of("基线多余条目", "Entries of the baseline not needed any more"),
                    report.baseline().unusedCount());
        }
        book.row(List.of());
        book.row(XlsxWriter.Style.HEAD, List.of(language.of("规则", "Rule"), language.of("问题数", "Findings")));
        for (RunSummary.RuleCount each : summary.findings()) {
            line(book, each.rule(), each.count());
        }
        book.end();
    }

    private void labels(XlsxWriter book) throws IOException {
        List<FieldFate> fates = Language.FATES;
        List<String> heads = new ArrayList<>(List.of(language.of("标签", "Label")));
        fates.forEach(each -> heads.add(language.of(Language.fate(each))));
        heads.add(language.of("首见于", "First seen in"));
        book.begin();
        book.row(XlsxWriter.Style.HEAD, heads);
        for (LabelCount each : report.labels()) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(cell(each.label() == null ? language.of(Language.unlabelled(each)) : each.label()));
            fates.forEach(fate -> cells.add(each.count(fate)));
            cells.add(cell(each.first() == null ? null : each.first().toString()));
            book.row(cells);
        }
        book.end();
    }

    private void notRun(XlsxWriter book) throws IOException {
        book.begin();
        book.row(
                XlsxWriter.Style.HEAD,
                List.of(language.of("没有运行的规则", "Rule that did not run"), language.of("原因", "Why")));
        for (SkippedRule each : report.summary().notRun()) {
            line(book, each.rule(), language.of(each.because()));
        }
        book.end();
    }

    private String coverage(RunSummary.Coverage coverage) {
        return coverage.share() == null ? language.of(coverage.notChecked()) : share(coverage.share());
    }

    private String share(RunSummary.Share share) {
        BigDecimal percent = share.percent();
        return percent == null
                ? language.of("未核查", "not checked")
                : percent.toPlainString() + " % (" + share.good() + '/' + share.all() + ')';
    }

    private static void line(XlsxWriter book, String name, Object value) throws IOException {
        book.row(Arrays.asList(cell(name), cell(value)));
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof String text) {
            String safe = Markup.cellText(Language.plain(text));
            return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + '…';
        }
        return value;
    }
}
