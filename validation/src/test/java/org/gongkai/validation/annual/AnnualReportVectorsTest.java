package org.gongkai.validation.annual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.AnnualReportBuilder;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.Csv;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.rule.Severity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole reports, sound ones and such as do not add up: what must be told is told, and nothing else. */
class AnnualReportVectorsTest {

    private final DisclosureValidator validator = Records.validator();

    @TestFactory
    Stream<DynamicTest> whatIsWrongWithAReportIsToldAndNothingElse() {
        return AnnualReports.table("vectors.csv").stream()
                .map(each -> DynamicTest.dynamicTest(each.text("id") + " " + each.text("note"), () -> judge(each)));
    }

    private void judge(Csv.Row vector) {
        AnnualReport report = AnnualReports.report(Objects.requireNonNull(vector.text("base_report")))
                .build();
        for (String change : list(vector.text("changes"), ";")) {
            report = AnnualReports.changed(report, change);
        }
        List<Finding> findings = new ArrayList<>(validator.judge(report).findings());
        AnnualReportAudit audit = new AnnualReportAudit(validator.profile());
        String previous = vector.text("previous_report");
        if (previous != null) {
            audit.see(
                    AnnualReportBuilder.builder(AnnualReports.report(previous).build())
                            .build(),
                    Location.of("a"));
        }
        audit.see(report, Location.of("b"));
        findings.addAll(audit.end());
        Set<String> told = findings.stream()
                .filter(each -> each.severity() != Severity.INFO)
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> must = new TreeSet<>(list(vector.text("must_report"), "\\|"));
        Set<String> may = new HashSet<>(list(vector.text("also_reported"), "\\|"));
        may.addAll(must);
        assertTrue(told.containsAll(must), findings.toString());
        assertTrue(may.containsAll(told), findings.toString());
        assertEquals(vector.text("verdict"), verdict(findings), findings.toString());
    }

    /** Single sums that reports printed: each holds, and one that is off by one is told by its rule. */
    @ParameterizedTest
    @CsvSource({
        "Z2024, t3/一, 3746|63|0|0|19|2|3830, annualReport.rowSum",
        "Z2024, t4/行政复议, 119|25|91|24|259, annualReport.litigationSum",
        "Z2024, t4/未经复议直接起诉, 7|0|15|6|28, annualReport.litigationSum",
        "Z2024, t4/复议后起诉, 21|1|7|9|38, annualReport.litigationSum",
        "S2019, t3/三(七), 767|35|||2|1|805, annualReport.resultSum",
        "S2019, t3/四, 72||||||72, annualReport.balance"
    })
    void aSumThatWasPrintedHoldsAndOneOffByOneIsTold(String base, String row, String figures, String rule) {
        List<String> cells = List.of(figures.split("\\|"));
        AnnualReport report = AnnualReports.report(base).build();
        for (int i = 0; i < cells.size(); i++) {
            report = AnnualReports.changed(report, row + '/' + (i + 1) + '=' + cells.get(i));
        }
        assertFalse(rules(report).contains(rule), report.toString());
        int off = rule.endsWith("Sum") && !rule.equals("annualReport.resultSum") ? cells.size() : 1;
        int printed = Integer.parseInt(cells.get(off - 1));
        assertTrue(rules(AnnualReports.changed(report, row + '/' + off + '=' + (printed + 1)))
                .contains(rule));
    }

    private Set<String> rules(AnnualReport report) {
        return validator.judge(report).findings().stream().map(Finding::rule).collect(Collectors.toSet());
    }

    private static String verdict(List<Finding> findings) {
        if (findings.stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
            return "bad";
        }
        return findings.stream().anyMatch(each -> each.severity() == Severity.WARNING) ? "warn" : "good";
    }

    private static List<String> list(String text, String separator) {
        return text == null ? List.of() : Arrays.asList(text.split(separator));
    }
}
