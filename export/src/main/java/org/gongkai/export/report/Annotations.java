package org.gongkai.export.report;

import java.io.IOException;
import org.gongkai.core.Bilingual;
import org.gongkai.core.source.Location;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.report.RunSummary;

/**
 * The report as commands of GitHub Actions: {@code ::error file=list.csv,line=12,title=rule::text}. What a baseline holds
 * back and what did not run is told in one notice each.
 */
record Annotations(Report report, Language language) {

    void write(Appendable out) throws IOException {
        for (ReportedFinding each : report.examples()) {
            if (each.heldBack() == null) {
                finding(out, each.finding());
            }
        }
        for (RunSummary.RuleCount each : Shown.leftOut(report)) {
            notice(out, each.rule(), language.notListed(each.count()));
        }
        if (report.baseline() != null) {
            long held = report.baseline().heldBack().stream()
                    .mapToLong(RunSummary.RuleCount::count)
                    .sum();
            notice(
                    out,
                    language.of("基线", "baseline"),
                    language.of(
                            "暂不计入 " + held + " 处；过期条目 "
                                    + report.baseline().expiredCount() + " 条，多余条目 "
                                    + report.baseline().unusedCount() + " 条",
                            "findings held back: " + held + "; entries that have expired: "
                                    + report.baseline().expiredCount() + ", entries not needed any more: "
                                    + report.baseline().unusedCount()));
        }
        int skipped = report.summary().notRun().size();
        if (skipped > 0) {
            notice(
                    out,
                    language.of("未检查", "not checked"),
                    language.of(Bilingual.counted(
                            skipped, "{0} 条规则没有运行", "{0} rule did not run", "{0} rules did not run")));
        }
    }

    private void finding(Appendable out, Finding finding) throws IOException {
        String command = switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
        out.append("::").append(command).append(' ');
        Location at = finding.location();
        if (at != null) {
            out.append("file=").append(property(at.source())).append(',');
            // The row of a sheet is no line of its file.
            if (at.row() != null && at.sheet() == null) {
                out.append("line=").append(at.row().toString()).append(',');
            }
        }
        out.append("title=").append(property(finding.rule())).append("::");
        out.append(data(language.says(finding))).append('\n');
    }

    private static void notice(Appendable out, String title, String text) throws IOException {
        out.append("::notice title=")
                .append(property(title))
                .append("::")
                .append(data(text))
                .append('\n');
    }

    /** As the toolkit of GitHub Actions escapes what follows the command; a line break, which is gone, would begin another. */
    private static String data(String text) {
        return Language.plain(text).replace("%", "%25");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
