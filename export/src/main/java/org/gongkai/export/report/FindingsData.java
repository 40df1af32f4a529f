package org.gongkai.export.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.core.Bilingual;
import org.gongkai.core.text.Reasons;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The findings as data for the script of the report page: lists of the rules and agencies, and a row for each finding
 * that points into them. An angle bracket is written as an escape, so that nothing can end the element.
 */
final class FindingsData {

    private final List<ReportedFinding> findings;
    private final Map<String, Integer> rules = new LinkedHashMap<>();
    private final Map<String, Integer> agencies = new LinkedHashMap<>();

    FindingsData(List<ReportedFinding> findings) {
        this.findings = findings;
        for (ReportedFinding each : findings) {
            rules.putIfAbsent(each.finding().rule(), rules.size());
            if (each.agency() != null) {
                agencies.putIfAbsent(each.agency(), agencies.size());
            }
        }
    }

    void write(Appendable out) throws IOException {
        JsonGenerator json = CanonicalJson.mapper().getFactory().createGenerator(new Escaping(out));
        json.writeStartObject();
        json.writeArrayFieldStart("rules");
        for (String each : rules.keySet()) {
            rule(json, each);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("agencies");
        for (String each : agencies.keySet()) {
            json.writeString(each);
        }
        json.writeEndArray();
        reasons(json);
        json.writeArrayFieldStart("rows");
        for (ReportedFinding each : findings) {
            json.writeRaw('\n');
            row(json, each);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    /** Reasons of readers, which findings keep in English, and what they are in Chinese. */
    private void reasons(JsonGenerator json) throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        for (ReportedFinding each : findings) {
            reason(plain(each.finding().value()), reasons);
            reason(plain(each.finding().expected()), reasons);
        }
        json.writeObjectFieldStart("reasons");
        for (Map.Entry<String, String> each : reasons.entrySet()) {
            json.writeStringField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
    }

    private static void reason(@Nullable String text, Map<String, String> reasons) {
        String chinese = text == null ? text : Reasons.in(text, Locale.CHINESE);
        if (chinese != null && !chinese.equals(text)) {
            reasons.put(text, chinese);
        }
    }

    /** A rule that this version does not know says its code alone. */
    private static void rule(JsonGenerator json, String code) throws IOException {
        Rule rule = Language.rule(code);
        json.writeStartObject();
        json.writeStringField("code", code);
        text(json, "says", rule == null ? null : rule.says(), code);
        text(json, "mend", rule == null ? null : rule.mend(), "");
        text(json, "ground", rule == null ? null : rule.clause(), "");
        json.writeEndObject();
    }

    /** A text in both languages; what stands for one that nobody knows is the same in both. */
    private static void text(JsonGenerator json, String name, @Nullable Bilingual text, String unknown)
            throws IOException {
        json.writeStringField(name, text == null ? unknown : text.zh());
        json.writeStringField(name + "En", text == null ? unknown : text.en());
    }

    private void row(JsonGenerator json, ReportedFinding reported) throws IOException {
        Finding finding = reported.finding();
        ReportedFinding.Hold held = reported.heldBack();
        json.writeStartArray();
        json.writeNumber(rules.get(finding.rule()));
        json.writeNumber(finding.severity().ordinal());
        json.writeObject(reported.agency() == null ? null : agencies.get(reported.agency()));
        json.writeObject(reported.year());
        json.writeString(plain(reported.title()));
        json.writeString(plain(finding.record()));
        json.writeString(plain(finding.pointer()));
        json.writeString(plain(finding.value()));
        json.writeString(plain(finding.expected()));
        json.writeString(plain(finding.location()));
        json.writeString(finding.fingerprint());
        json.writeString(held == null ? null : plain(held.reason()));
        json.writeString(held == null ? null : held.until().toString());
        json.writeEndArray();
    }

    private static @Nullable String plain(@Nullable Object text) {
        return text == null ? null : Language.plain(text);
    }

    private static final class Escaping extends Writer {
        private final Appendable out;

        Escaping(Appendable out) {
            this.out = out;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                if (text[i] == '<') {
                    out.append("\\u003c");
                } else {
                    out.append(text[i]);
                }
            }
        }

        @Override
        public void flush() {
            // What it writes to is flushed by whoever opened it.
        }

        @Override
        public void close() {
            // What it writes to is closed by whoever opened it.
        }
    }
}
