package org.gongkai.validation.annual;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
