package org.gongkai.cli.run;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.core.Bilingual;
import org.gongkai.core.source.FieldFate;
import org.gongkai.export.PackageDescription;
import org.gongkai.validation.coverage.InventoryCount;
import org.gongkai.validation.coverage.SeriesCount;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.report.BaselineUse;
import org.gongkai.validation.report.FileFates;
import org.gongkai.validation.report.LabelCount;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/** The summary at the end of a run, for the person who started it. */
record SummaryText(PrintStream out, Messages messages) {

    private static final int COMMONEST = 10;
    private static final int NAMED = 3;
    private static final int LOSSES = 6;
    private static final int LABELS = 8;

    /** Prints the summary and answers the run's exit code. */
    int print(Report report, @Nullable Path folder, @Nullable PackageDescription written) {
        RunSummary summary = report.summary();
        say(
                "summary.sources",
                summary.sources(),
                summary.records(),
                summary.verdicts().get(Verdict.COMPLETE),
                summary.rejected());
        FileFates files = report.files();
        if (files != null && files.all() > 0) {
            say(
                    "summary.files",
                    files.all(),
                    files.read(),
                    files.attached(),
                    files.withheld(),
                    files.rejected(),
                    files.notRead(),
                    files.unaccounted());
        }
        if (report.duplicates() > 0) {
            say("summary.duplicates", report.duplicates());
        }
        if (summary.withheld() > 0) {
            say("summary.withheld", summary.withheld());
        }
        out.println();
        figure("summary.coverage", coverage(summary.coverage()));
        coverageInDetail(summary.coverage());
        figure("summary.completeness", share(summary.completeness(), "summary.completeness.of"));
        figure("summary.regularity", share(summary.regularity(), "summary.regularity.of"));
        if (summary.interpretation() != null) {
            figure("summary.interpretation", share(summary.interpretation(), "summary.interpretation.of"));
        }
        out.println();
        fields(report.fields());
        unmapped(report.labels());
        findings(report);
        out.println();
        RunSummary.ProfileUsed profile = summary.profile();
        say(
                "summary.profile",
                profile.name(),
                profile.version(),
                profile.sha256().substring(0, 12));
        if (!summary.notRun().isEmpty()) {
            say("summary.skipped");
            Map<Bilingual, List<String>> byReason = summary.notRun().stream()
                    .collect(Collectors.groupingBy(
                            SkippedRule::because,
                            LinkedHashMap::new,
                            Collectors.mapping(SkippedRule::rule, Collectors.toList())));
            byReason.forEach((because, rules) -> out.println("  "
                    + (rules.size() <= NAMED
                            ? String.join(", ", rules)
                            : messages.text("summary.skipped.rules", rules.size(), rules.get(0)))
                    + " - "
                    + because.in(messages.locale())));
        }
        if (written != null) {
            written.formats().forEach(this::losses);
        }
        if (folder != null) {
            say("summary.package", folder);
            if (Files.isDirectory(folder)) {
                say("summary.report", folder.resolve("report.json"));
            }
        }
        return report.errors() == 0 ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }

    private void fields(Map<FieldFate, Long> fields) {
        long source = fields.values().stream().mapToLong(Long::longValue).sum() - fields.get(FieldFate.DEFAULTED);
        say(
                "summary.fields",
                source,
                fields.get(FieldFate.MAPPED),
                fields.get(FieldFate.REPAIRED),
                fields.get(FieldFate.IGNORED),
                fields.get(FieldFate.UNMAPPED),
                fields.get(FieldFate.UNREADABLE),
                fields.get(FieldFate.DEFAULTED));
    }

    /** What a mapping file should name next; nothing when every field found its place. */
    private void unmapped(List<LabelCount> labels) {
        long unlabelled = labels.stream()
                .filter(each -> each.label() == null && !each.others())
                .mapToLong(each -> each.count(FieldFate.UNMAPPED))
                .sum();
        if (unlabelled > 0) {
            say("summary.unmapped.unlabelled", unlabelled);
        }
        List<LabelCount> unmapped = labels.stream()
                .filter(each -> each.label() != null && each.count(FieldFate.UNMAPPED) > 0)
                .sorted(Comparator.comparingLong((LabelCount each) -> each.count(FieldFate.UNMAPPED))
                        .reversed())
                .toList();
        if (unmapped.isEmpty()) {
            return;
        }
        String most = unmapped.stream()
                .limit(LABELS)
                .map(each -> messages.text(
                        "summary.loss.count", String.valueOf(each.label()), each.count(FieldFate.UNMAPPED)))
                .collect(Collectors.joining(messages.text("summary.loss.comma")));
        int more = unmapped.size() - LABELS;
        say("summary.unmapped", most + (more > 0 ? messages.text("summary.unmapped.more", more) : ""));
    }

    private void findings(Report report) {
        Map<Severity, Long> counts = report.summary().severities();
        say("summary.findings", counts.get(Severity.ERROR), counts.get(Severity.WARNING), counts.get(Severity.INFO));
        heldBack(report.baseline());
        List<RunSummary.RuleCount> commonest = report.summary().findings();
        if (commonest.isEmpty()) {
            return;
        }
        say("summary.commonest");
        for (RunSummary.RuleCount each : commonest.subList(0, Math.min(COMMONEST, commonest.size()))) {
            Finding example = report.examples().stream()
                    .filter(kept ->
                            kept.heldBack() == null && kept.finding().rule().equals(each.rule()))
                    .findFirst()
                    .map(ReportedFinding::finding)
                    .orElse(null);
            out.printf("%6d  %s  %s%n", each.count(), each.severity().shown().in(messages.locale()), each.rule());
            if (example != null) {
                out.println("        "
                        + messages.text(
                                "summary.example", FindingPrinter.place(example) + example.text(messages.locale())));
            }
        }
        say("summary.explain");
    }

    private void heldBack(@Nullable BaselineUse baseline) {
        if (baseline == null) {
            return;
        }
        say(
                "summary.heldBack",
                baseline.heldBack(Severity.ERROR),
                baseline.heldBack(Severity.WARNING),
                baseline.heldBack(Severity.INFO));
        if (baseline.expiredCount() > 0) {
            say("summary.baseline.expired", baseline.expiredCount(), baseline.entries());
        }
        if (baseline.unusedCount() > 0) {
            say("summary.baseline.unused", baseline.unusedCount(), baseline.entries());
        }
    }

    /** What a format leaves behind, in one line; nothing when it carries everything. */
    private void losses(PackageDescription.Format format) {
        List<String> parts = new ArrayList<>();
        counts(
                "summary.loss.notCarried",
                format.notCarried().stream()
                        .filter(each -> each.records() > 0)
                        .map(each -> new PackageDescription.Counted(
                                messages.locale().getLanguage().equals("zh") ? each.label() : each.field(),
                                each.records()))
                        .toList(),
                parts);
        counts("summary.loss.cut", format.cut(), parts);
        counts("summary.loss.missing", format.missing(), parts);
        counts("summary.loss.unlisted", format.unlisted(), parts);
        count("summary.loss.cleaned", format.cleanedBodies(), parts);
        count("summary.loss.replaced", format.replacedCharacters(), parts);
        count("summary.loss.neutralized", format.neutralizedCells(), parts);
        if (!parts.isEmpty()) {
            say("summary.loss", format.name(), String.join(messages.text("summary.loss.join"), parts));
        }
    }

    private void counts(String key, List<PackageDescription.Counted> counts, List<String> parts) {
        if (counts.isEmpty()) {
            return;
        }
        String most = counts.stream()
                .sorted(Comparator.comparingLong(PackageDescription.Counted::records)
                        .reversed())
                .limit(LOSSES)
                .map(each -> messages.text("summary.loss.count", each.field(), each.records()))
                .collect(Collectors.joining(messages.text("summary.loss.comma")));
        String more = counts.size() > LOSSES ? messages.text("summary.loss.more", counts.size() - LOSSES) : "";
        parts.add(messages.text(key, most + more));
    }

    private void count(String key, long count, List<String> parts) {
        if (count > 0) {
            parts.add(messages.text(key, count));
        }
    }

    private void figure(String key, String value) {
        out.println("  " + messages.text(key) + messages.text("colon") + value);
    }

    private String coverage(RunSummary.Coverage coverage) {
        if (coverage.share() == null) {
            return Objects.requireNonNull(coverage.notChecked()).in(messages.locale());
        }
        InventoryCount inventory = coverage.inventory();
        String share = share(coverage.share(), "summary.coverage.of");
        return inventory == null || inventory.explainedInAll() == 0
                ? share
                : share + messages.text("summary.coverage.explained", inventory.explainedInAll());
    }

    private void coverageInDetail(RunSummary.Coverage coverage) {
        InventoryCount inventory = coverage.inventory();
        if (inventory != null) {
            out.println("    "
                    + messages.text(
                            "summary.inventory",
                            inventory.name(),
                            inventory.entries(),
                            inventory.found(),
                            inventory.missing(),
                            inventory.explainedInAll(),
                            inventory.differing(),
                            inventory.extra()));
        }
        SeriesCount numbers = coverage.numbers();
        if (numbers != null && numbers.series() > numbers.sparse()) {
            out.println("    "
                    + messages.text(
                            "summary.series",
                            numbers.series(),
                            numbers.sparse(),
                            numbers.seen(),
                            numbers.missing(),
                            numbers.explained()));
        }
    }

    private String share(RunSummary.Share share, String key) {
        return share.percent() == null
                ? messages.text("summary.nothing")
                : messages.text(key, share.percent().toPlainString(), share.good(), share.all());
    }

    private void say(String key, Object... values) {
        out.println(messages.text(key, values));
    }
}
