package org.gongkai.export.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.Location;
import org.gongkai.export.table.Markup;
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
    private static final int WRAPPED = 6;
    private static final double[] WIDTHS = {24, 7, 44, 44, 40, 7, 26, 24, 24, 34, 14, 7, 18, 34, 28, 18, 12, 24, 12, 24
    };

    void write(OutputStream out) throws IOException {
        Path raw = Files.createTempFile("worklist", ".xlsx");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(raw));
                    Workbook book = new Workbook(file, "gongkai", "1.0")) {
                findings(book);
                figures(book);
                labels(book);
                notRun(book);
            }
            settle(raw, out);
        } finally {
            Files.delete(raw);
        }
    }

    private void findings(Workbook book) throws IOException {
        List<ReportedFinding> rows = report.examples().stream()
                .sorted(Comparator.comparing(
                                ReportedFinding::agency, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                        .thenComparing(each -> each.finding().severity())
                        .thenComparing(each -> each.heldBack() != null))
                .toList();
        int sheets = Math.max(1, (rows.size() + MOST_ROWS - 1) / MOST_ROWS);
        for (int i = 0; i < sheets; i++) {
            String name = language.of("问题清单", "Findings") + (i == 0 ? "" : " " + (i + 1));
            findings(book.newWorksheet(name), rows.subList(i * MOST_ROWS, Math.min(rows.size(), (i + 1) * MOST_ROWS)));
        }
    }

    private void findings(Worksheet sheet, List<ReportedFinding> rows) throws IOException {
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
        for (int i = 0; i < heads.size(); i++) {
            sheet.width(i, WIDTHS[i]);
            sheet.value(0, i, heads.get(i));
            sheet.style(0, i).bold().fillColor(Color.GRAY2).wrapText(true).set();
        }
        sheet.freezePane(2, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        for (int i = 0; i < rows.size(); i++) {
            row(sheet, i + 1, rows.get(i));
        }
        sheet.setAutoFilter(0, 0, rows.size(), heads.size() - 1);
        sheet.finish();
    }

    private void row(Worksheet sheet, int row, ReportedFinding reported) {
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
        for (int i = 0; i < cells.length; i++) {
            cell(sheet, row, i, cells[i]);
        }
        for (int i = 2; i < WRAPPED; i++) {
            sheet.style(row, i).wrapText(true).verticalAlignment("top").set();
        }
    }

    private void figures(Workbook book) throws IOException {
        Worksheet sheet = book.newWorksheet(language.of("汇总", "Summary"));
        sheet.width(0, 44);
        sheet.width(1, 44);
        RunSummary summary = report.summary();
        int row = 0;
        row = line(sheet, row, language.of("生成", "Made"), report.made().toString());
        row = line(sheet, row, language.of("程序", "Program"), report.tool());
        RunSummary.ProfileUsed profile = summary.profile();
        row = line(
                sheet,
                row,
                language.of("规则配置", "Profile of rules"),
                profile.name() + ' ' + profile.version() + " (" + profile.sha256() + ')');
        row = line(sheet, row, language.of("全量覆盖", "Coverage"), coverage(summary.coverage()));
        row = line(sheet, row, language.of("要素齐全", "Completeness"), share(summary.completeness()));
        row = line(sheet, row, language.of("格式规范", "Regularity"), share(summary.regularity()));
        row = line(sheet, row, language.of("来源", "Sources"), summary.sources());
        row = line(sheet, row, language.of("记录", "Records"), summary.records());
        row = line(sheet, row, language.of("未能读取", "Could not be read"), summary.rejected());
        for (Severity each : Severity.values()) {
            row = line(
                    sheet,
                    row,
                    language.of(Language.severities(each, 0)),
                    summary.severities().getOrDefault(each, 0L));
        }
        if (report.baseline() != null) {
            for (Severity each : Severity.values()) {
                row = line(
                        sheet,
                        row,
                        language.of("基线暂不计入：", "Held back by the baseline: ")
                                + language.of(Language.severities(each, 0)),
                        report.baseline().heldBack(each));
            }
            row = line(
                    sheet,
                    row,
                    language.of("基线过期条目", "Expired entries of the baseline"),
                    report.baseline().expiredCount());
            row = line(
                    sheet,
                    row,
                    language.of("基线多余条目", "Entries of the baseline not needed any more"),
                    report.baseline().unusedCount());
        }
        row++;
        sheet.value(row, 0, language.of("规则", "Rule"));
        sheet.value(row, 1, language.of("问题数", "Findings"));
        sheet.range(row, 0, row, 1).style().bold().fillColor(Color.GRAY2).set();
        row++;
        for (RunSummary.RuleCount each : summary.findings()) {
            row = line(sheet, row, each.rule(), each.count());
        }
        sheet.finish();
    }

    private void labels(Workbook book) throws IOException {
        Worksheet sheet = book.newWorksheet(language.of("来源标签", "Labels"));
        List<FieldFate> fates = Language.FATES;
        int place = fates.size() + 1;
        sheet.width(0, 44);
        sheet.width(place, 44);
        sheet.value(0, 0, language.of("标签", "Label"));
        for (int i = 0; i < fates.size(); i++) {
            sheet.value(0, i + 1, language.of(Language.fate(fates.get(i))));
        }
        sheet.value(0, place, language.of("首见于", "First seen in"));
        sheet.range(0, 0, 0, place).style().bold().fillColor(Color.GRAY2).set();
        sheet.freezePane(1, 1);
        int row = 1;
        for (LabelCount each : report.labels()) {
            cell(sheet, row, 0, each.label() == null ? language.of(Language.unlabelled(each)) : each.label());
            for (int i = 0; i < fates.size(); i++) {
                cell(sheet, row, i + 1, each.count(fates.get(i)));
            }
            cell(sheet, row, place, each.first() == null ? null : each.first().toString());
            row++;
        }
        sheet.finish();
    }

    private void notRun(Workbook book) throws IOException {
        Worksheet sheet = book.newWorksheet(language.of("未检查", "Not checked"));
        sheet.width(0, 44);
        sheet.width(1, 60);
        sheet.value(0, 0, language.of("没有运行的规则", "Rule that did not run"));
        sheet.value(0, 1, language.of("原因", "Why"));
        sheet.range(0, 0, 0, 1).style().bold().fillColor(Color.GRAY2).set();
        int row = 1;
        for (SkippedRule each : report.summary().notRun()) {
            row = line(sheet, row, each.rule(), language.of(each.because()));
        }
        sheet.finish();
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

    private static int line(Worksheet sheet, int row, String name, Object value) {
        cell(sheet, row, 0, name);
        cell(sheet, row, 1, value);
        return row + 1;
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof String text && !text.isEmpty()) {
            String safe = Markup.cellText(text);
            sheet.inlineString(row, column, safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + '…');
        }
    }

    /** The library writes the moment of writing into the file; the report's own takes its place. */
    private void settle(Path book, OutputStream out) throws IOException {
        String made = report.made().toInstant().toString();
        ZipOutputStream settled = new ZipOutputStream(out);
        try (ZipFile entries = new ZipFile(book.toFile())) {
            for (ZipEntry each : (Iterable<ZipEntry>) entries.stream().map(ZipEntry.class::cast)::iterator) {
                ZipEntry entry = new ZipEntry(each.getName());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                settled.putNextEntry(entry);
                try (InputStream content = entries.getInputStream(each)) {
                    if (each.getName().equals("docProps/core.xml")) {
                        settled.write(new String(content.readAllBytes(), StandardCharsets.UTF_8)
                                .replaceAll("(<dcterms:\\w+[^>]*>)[^<]*(</dcterms:)", "$1" + made + "$2")
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        content.transferTo(settled);
                    }
                }
                settled.closeEntry();
            }
        }
        settled.finish();
    }
}
