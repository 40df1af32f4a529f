package org.gongkai.export.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gongkai.core.source.Location;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.Severity;

/**
 * The report in the Static Analysis Results Interchange Format 2.1.0 (OASIS Standard). The fingerprint is a partial
 * fingerprint, what a baseline holds back is suppressed, and a rule that did not run is a notification.
 */
record SarifReport(Report report, Language language) {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        JsonGenerator json = CanonicalJson.mapper()
                .getFactory()
                .createGenerator(text)
                .setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        List<String> rules = rules();
        tool(json, rules);
        invocation(json);
        json.writeStringField("language", language.of("zh-CN", "en"));
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        for (ReportedFinding each : report.examples()) {
            result(json, each, rules.indexOf(each.finding().rule()));
        }
        json.writeEndArray();
        figures(json);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
        text.write('\n');
        text.flush();
    }

    private List<String> rules() {
        TreeSet<String> rules = new TreeSet<>();
        report.summary().findings().forEach(each -> rules.add(each.rule()));
        report.examples().forEach(each -> rules.add(each.finding().rule()));
        return new ArrayList<>(rules);
    }

    private void tool(JsonGenerator json, List<String> rules) throws IOException {
        String[] name = report.tool().split(" ", 2);
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", name[0]);
        if (name.length > 1) {
            json.writeStringField("version", name[1]);
        }
        json.writeArrayFieldStart("rules");
        for (String each : rules) {
            json.writeStartObject();
            json.writeStringField("id", each);
            Rule rule = Language.rule(each);
            if (rule != null) {
                message(json, "shortDescription", language.of(rule.says()));
                message(json, "fullDescription", language.of(rule.clause()));
                message(json, "help", language.of(rule.mend()));
                json.writeObjectFieldStart("defaultConfiguration");
                json.writeStringField("level", level(rule.severity()));
                json.writeEndObject();
                json.writeObjectFieldStart("properties");
                json.writeStringField("aspect", rule.aspect().code());
                json.writeStringField("evidence", rule.evidence().mark());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void invocation(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeStringField("endTimeUtc", report.made().toInstant().toString());
        json.writeArrayFieldStart("toolConfigurationNotifications");
        for (SkippedRule each : report.summary().notRun()) {
            json.writeStartObject();
            json.writeStringField("level", "note");
            message(json, "message", language.of("规则没有运行：", "The rule did not run: ") + language.of(each.because()));
            json.writeObjectFieldStart("associatedRule");
            json.writeStringField("id", each.rule());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void result(JsonGenerator json, ReportedFinding reported, int index) throws IOException {
        Finding finding = reported.finding();
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        json.writeNumberField("ruleIndex", index);
        json.writeStringField("level", level(finding.severity()));
        message(json, "message", language.says(finding));
        location(json, finding);
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("gongkai/v1", finding.fingerprint());
        json.writeEndObject();
        if (reported.heldBack() != null) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "external");
            json.writeStringField("status", "accepted");
            json.writeStringField("justification", reported.heldBack().reason());
            json.writeObjectFieldStart("properties");
            json.writeStringField("until", reported.heldBack().until().toString());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("agency", Language.text(reported.agency()));
        properties.put("year", reported.year() == null ? "" : reported.year().toString());
        properties.put("title", Language.text(reported.title()));
        properties.put("value", Language.text(finding.value()));
        properties.put("expected", Language.text(finding.expected()));
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, String> each : properties.entrySet()) {
            if (!each.getValue().isEmpty()) {
                json.writeStringField(each.getKey(), each.getValue());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, Finding finding) throws IOException {
        Location at = finding.location();
        if (at == null && finding.record() == null) {
            return;
        }
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        if (at != null) {
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            json.writeStringField("uri", uri(at.source()));
            json.writeEndObject();
            if (at.row() != null) {
                json.writeObjectFieldStart("region");
                json.writeNumberField("startLine", at.row());
                json.writeEndObject();
            }
            json.writeEndObject();
            message(json, "message", Language.plain(at));
        }
        if (finding.record() != null) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", finding.record() + finding.pointer());
            json.writeStringField("kind", "element");
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private void figures(JsonGenerator json) throws IOException {
        RunSummary summary = report.summary();
        json.writeObjectFieldStart("properties");
        share(json, "coverage", summary.coverage().share());
        share(json, "completeness", summary.completeness());
        share(json, "regularity", summary.regularity());
        if (summary.interpretation() != null) {
            share(json, "interpretation", summary.interpretation());
        }
        json.writeNumberField("records", summary.records());
        for (Severity each : Severity.values()) {
            json.writeNumberField(each.code() + "Count", summary.severities().getOrDefault(each, 0L));
        }
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, String name, RunSummary.Share share) throws IOException {
        if (share == null || share.percent() == null) {
            json.writeStringField(name, "not checked");
            return;
        }
        json.writeStringField(name, share.good() + "/" + share.all());
    }

    private static void message(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** A relative reference: what RFC 3986 does not let stand in a path is written as UTF-8 in per cent. */
    private static String uri(String source) {
        StringBuilder uri = new StringBuilder();
        for (byte each : source.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append('%').append(String.format("%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
