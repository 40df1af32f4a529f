package org.gongkai.export.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.export.table.Markup;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.rule.Aspect;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.Severity;

/**
 * The report as test results: one suite an aspect, one case a finding, and one for each rule that found nothing. An error
 * fails; a warning or remark passes and says why in its output; what a baseline holds back and what did not run is
 * skipped, with the reason.
 */
record JunitReport(Report report, Language language, List<Rule> rules) {

    private enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    private record Case(String rule, String name, Outcome outcome, String message, String text) {}

    void write(Appendable out) throws IOException {
        Map<Aspect, List<Case>> suites = suites();
        List<Case> all = suites.values().stream().flatMap(List::stream).toList();
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gongkai\"");
        counts(out, all);
        out.append(">\n");
        for (Map.Entry<Aspect, List<Case>> each : suites.entrySet()) {
            out.append("  <testsuite name=\"")
                    .append(Markup.html(language.of(each.getKey().label())))
                    .append('"');
            counts(out, each.getValue());
            out.append(" timestamp=\"")
                    .append(report.made().toLocalDateTime().withNano(0).toString())
                    .append(report.made().getSecond() == 0 ? ":00" : "")
                    .append("\">\n");
            for (Case one : each.getValue()) {
                write(out, one);
            }
            out.append("  </testsuite>\n");
        }
        out.append("</testsuites>\n");
    }

    private static void counts(Appendable out, List<Case> cases) throws IOException {
        out.append(" tests=\"" + cases.size() + "\" failures=\"" + count(cases, Outcome.FAILED)
                + "\" errors=\"0\" skipped=\"" + count(cases, Outcome.SKIPPED) + "\" time=\"0\"");
    }

    private static long count(List<Case> cases, Outcome outcome) {
        return cases.stream().filter(each -> each.outcome() == outcome).count();
    }

    private static void write(Appendable out, Case one) throws IOException {
        out.append("    <testcase classname=\"").append(Markup.html(one.rule()));
        out.append("\" name=\"").append(Markup.html(one.name())).append("\" time=\"0\"");
        switch (one.outcome()) {
            case PASSED -> {
                if (one.text().isEmpty()) {
                    out.append("/>\n");
                    return;
                }
                out.append(">\n      <system-out>")
                        .append(Markup.html(one.text()))
                        .append("</system-out>\n");
            }
            case FAILED ->
                out.append(">\n      <failure message=\"")
                        .append(Markup.html(one.message()))
                        .append("\" type=\"error\">")
                        .append(Markup.html(one.text()))
                        .append("</failure>\n");
            case SKIPPED ->
                out.append(">\n      <skipped message=\"")
                        .append(Markup.html(one.message()))
                        .append("\"/>\n");
        }
        out.append("    </testcase>\n");
    }

    private Map<Aspect, List<Case>> suites() {
        Map<String, List<Case>> byRule = new LinkedHashMap<>();
        for (SkippedRule each : report.summary().notRun()) {
            add(byRule, new Case(each.rule(), each.rule(), Outcome.SKIPPED, language.of(each.because()), ""));
        }
        report.examples().forEach(each -> add(byRule, of(each)));
        for (RunSummary.RuleCount each : Shown.leftOut(report)) {
            String more = language.notListed(each.count());
            add(
                    byRule,
                    new Case(
                            each.rule(),
                            more,
                            each.severity() == Severity.ERROR ? Outcome.FAILED : Outcome.PASSED,
                            more,
                            more));
        }
        Map<Aspect, List<Case>> suites = new LinkedHashMap<>();
        for (Aspect aspect : Aspect.values()) {
            List<Case> cases = new ArrayList<>();
            for (Rule rule : rules) {
                if (rule.aspect() == aspect) {
                    List<Case> found = byRule.remove(rule.code());
                    cases.addAll(
                            found == null
                                    ? List.of(new Case(rule.code(), rule.code(), Outcome.PASSED, "", ""))
                                    : found);
                }
            }
            suites.put(aspect, cases);
        }
        // Rules of another version of this library, which a report read from a file may name.
        byRule.values().forEach(each -> suites.get(Aspect.CONSISTENCY).addAll(each));
        return suites;
    }

    private static void add(Map<String, List<Case>> byRule, Case one) {
        byRule.computeIfAbsent(one.rule(), each -> new ArrayList<>()).add(one);
    }

    private Case of(ReportedFinding reported) {
        Finding finding = reported.finding();
        String name =
                Language.about(reported) + (finding.pointer().isEmpty() ? "" : ' ' + Language.plain(finding.pointer()));
        String says = language.says(finding);
        if (reported.heldBack() != null) {
            return new Case(
                    finding.rule(),
                    name,
                    Outcome.SKIPPED,
                    language.of("基线暂不计入，至 ", "held back by the baseline until ")
                            + reported.heldBack().until()
                            + language.of("：", ": ")
                            + Language.plain(reported.heldBack().reason()),
                    says);
        }
        String text = says + '\n' + language.mending(finding) + place(finding);
        boolean fails = finding.severity() == Severity.ERROR;
        return new Case(
                finding.rule(),
                name,
                fails ? Outcome.FAILED : Outcome.PASSED,
                says,
                fails ? text : language.severity(finding.severity()) + language.of("：", ": ") + text);
    }

    private static String place(Finding finding) {
        return finding.location() == null ? "" : "\n" + Language.plain(finding.location());
    }
}
