package org.gongkai.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.bag.JsonLines;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.delta.PackageDifference;

/** Holds the figures of report.json against those of the package. Anybody may have written the file. */
final class ReportCheck {

    private static final String REPORT = PackageCheck.REPORT;

    private final PackageDescription said;
    private final LineCheck lines;
    private final Differences differences;
    /**
     * Whether the report must tell of just what is in the package. What was withheld, or is as it was, is judged and
     * counted, and no finding or ledger of it is in the package.
     */
    private final boolean exactly;

    ReportCheck(PackageDescription said, LineCheck lines, Differences differences) {
        this.said = said;
        this.lines = lines;
        this.differences = differences;
        this.exactly = said.withheld() == 0 && said.delta() == null;
    }

    /** Only a report of this library has figures that must fit. */
    void check(PackageFiles files) {
        JsonNode report;
        try (InputStream in = files.open(REPORT)) {
            report = CanonicalJson.mapper().readTree(in.readNBytes(JsonLines.LONGEST));
        } catch (IOException e) {
            differences.add(PackageDifference.What.FORM, REPORT, null, null, PlainWords.reason(e));
            return;
        }
        records(report);
        // Known findings are held back from the report's figures.
        if (!report.path("baseline").isObject()) {
            severities(report.path("severities"));
            rules(report.path("findings"));
        }
        fields(report.path("fields"));
        files(report.path("files"));
    }

    private void records(JsonNode report) {
        JsonNode withheld = report.path("withheld");
        if (withheld.isIntegralNumber()) {
            differences.count(REPORT + " withheld", said.withheld(), withheld.asLong());
        }
        JsonNode records = report.path("records");
        JsonNode duplicates = report.path("duplicates");
        if (records.isIntegralNumber() && duplicates.isIntegralNumber()) {
            long unchanged = said.delta() == null ? 0 : said.delta().unchanged();
            differences.count(
                    REPORT + " records",
                    said.records() + unchanged + said.withheld() + duplicates.asLong(),
                    records.asLong());
        }
    }

    /** What a package keeps out has no line. */
    private void files(JsonNode files) {
        if (files.isObject()) {
            lines.filesByFate()
                    .forEach((fate, count) -> differences.atLeast(
                            REPORT + " files " + fate, count, files.path(fate).asLong(), exactly));
        }
    }

    private void severities(JsonNode severities) {
        if (severities.isObject()) {
            severities
                    .properties()
                    .forEach(each -> differences.atLeast(
                            REPORT + " severities " + each.getKey(),
                            lines.findingsBySeverity().getOrDefault(each.getKey(), 0L),
                            each.getValue().asLong(),
                            exactly));
        }
    }

    private void rules(JsonNode findings) {
        if (findings.isArray()) {
            Map<String, Long> byRule = new TreeMap<>();
            for (JsonNode each : findings) {
                byRule.merge(each.path("rule").asText(), each.path("count").asLong(), Long::sum);
            }
            lines.findingsByRule()
                    .forEach((rule, count) -> differences.atLeast(
                            REPORT + " findings " + rule, count, byRule.getOrDefault(rule, 0L), exactly));
        }
    }

    private void fields(JsonNode fields) {
        if (fields.isObject()) {
            long all = 0;
            for (JsonNode each : fields) {
                all += each.asLong();
            }
            differences.atLeast(REPORT + " fields", said.ledgerEntries(), all, exactly);
        }
    }
}
