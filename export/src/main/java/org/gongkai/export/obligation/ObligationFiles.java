package org.gongkai.export.obligation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.obligation.BodyFigures;
import org.gongkai.validation.obligation.BodyNaming;
import org.gongkai.validation.obligation.ObligationReport;
import org.gongkai.validation.obligation.ObligationResult;
import org.gongkai.validation.obligation.ObligationState;
import org.gongkai.validation.obligation.ThreeFigures;
import org.gongkai.validation.report.RunSummary.Share;

/** Writes the obligations of a year into a folder: {@code obligations.html} in Chinese, {@code obligations.en.html}, .xlsx and .json. */
public final class ObligationFiles {

    private ObligationFiles() {}

    /**
     * Writes the files; those that are there are replaced.
     *
     * @param report the obligations
     * @param folder where to; made if it is not there
     * @throws IOException when a file cannot be written
     */
    public static void write(ObligationReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        page(report, Locale.CHINESE, folder.resolve("obligations.html"));
        page(report, Locale.ENGLISH, folder.resolve("obligations.en.html"));
        Files.write(folder.resolve("obligations.json"), CanonicalJson.indented(json(report)));
        try (OutputStream out = Files.newOutputStream(folder.resolve("obligations.xlsx"))) {
            new ObligationBook(report, out).write();
        }
    }

    private static void page(ObligationReport report, Locale language, Path file) throws IOException {
        StringBuilder page = new StringBuilder();
        ObligationPage.write(report, language, page);
        Files.writeString(file, page, StandardCharsets.UTF_8);
    }

    /**
     * The report as values for JSON.
     *
     * @param report the obligations
     * @return year, day, the three figures and the counts by state, those of each body with its findings, a result for each body and
     *     obligation, how records were matched, and what was not
     */
    public static Map<String, Object> json(ObligationReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("year", report.year());
        json.put("day", report.day().toString());
        json.put("records", report.records());
        json.put("figures", json(report.whole()));
        Map<String, Long> counts = new LinkedHashMap<>();
        for (ObligationState each : ObligationState.values()) {
            counts.put(each.name(), report.count(each));
        }
        json.put("counts", counts);
        json.put("bodies", report.figures().stream().map(ObligationFiles::json).toList());
        json.put("results", report.results().stream().map(ObligationFiles::json).toList());
        Map<String, Integer> ways = new LinkedHashMap<>();
        report.ways().forEach((way, records) -> ways.put(way.name(), records));
        json.put("ways", ways);
        json.put("namings", report.namings().stream().map(ObligationFiles::json).toList());
        json.put("unmatched", report.unmatched());
        json.put("unplaced", report.unplaced());
        json.put("undated", report.undated());
        json.put("aside", report.aside());
        return json;
    }

    private static Map<String, Object> json(ThreeFigures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("coverage", json(figures.coverage()));
        json.put("completeness", json(figures.completeness()));
        json.put("regularity", json(figures.regularity()));
        return json;
    }

    private static Map<String, Object> json(Share share) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("good", share.good());
        json.put("all", share.all());
        if (share.percent() != null) {
            json.put("percent", share.percent());
        }
        return json;
    }

    private static Map<String, Object> json(BodyFigures each) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("body", each.body().name());
        json.put("kind", each.body().kind());
        json.put("records", each.records());
        json.put("figures", json(each.figures()));
        json.put("rules", each.rules());
        json.put("findings", each.findings().stream().map(ObligationFiles::json).toList());
        return json;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("severity", finding.severity().code());
        if (finding.record() != null) {
            json.put("record", finding.record());
        }
        if (finding.location() != null) {
            json.put("location", finding.location().toString());
        }
        json.put("says", Map.of("zh", finding.text(Locale.CHINESE), "en", finding.text(Locale.ENGLISH)));
        return json;
    }

    private static Map<String, Object> json(BodyNaming each) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (each.written() != null) {
            json.put("written", each.written());
        }
        json.put("body", each.body().name());
        json.put("way", each.way().name());
        json.put("records", each.records());
        return json;
    }

    private static Map<String, Object> json(ObligationResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("body", result.body().name());
        json.put("obligation", result.obligation().id());
        json.put("state", result.state().name());
        if (result.reason() != null) {
            json.put(
                    "reason",
                    Map.of("zh", result.reason().zh(), "en", result.reason().en()));
        }
        if (result.daysLate() != null) {
            json.put("daysLate", result.daysLate());
        }
        json.put("records", result.records());
        json.put("done", result.done().stream().map(Object::toString).toList());
        json.put("findings", result.findings().stream().map(Finding::rule).toList());
        return json;
    }
}
