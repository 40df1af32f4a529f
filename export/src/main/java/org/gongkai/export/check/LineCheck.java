package org.gongkai.export.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.LedgerLine;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageSource;
import org.gongkai.export.bag.JsonLines;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.delta.PackageDifference;
import org.gongkai.export.delta.RecordChange;
import org.gongkai.export.index.RecordIndex;
import org.gongkai.export.index.RecordTree;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.ReportedFinding;

/** Reads the files of one JSON value a line: each line must be what its type would write. Counts what is in them. */
final class LineCheck {

    static final String FINDINGS = "findings.ndjson";
    static final String LEDGER = "ledger.ndjson";
    static final String REJECTS = "rejects.ndjson";
    private static final String SOURCES = "sources.ndjson";

    /** Somebody's file may have as many rules as lines. */
    private static final int MOST_RULES = 10_000;

    private static final int MOST_SEVERITIES = 100;

    private final PackageFiles files;
    private final Differences differences;
    private final JsonMapper mapper = CanonicalJson.mapper();
    private final CanonicalJson json = new CanonicalJson();
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Long> filesByFate = new TreeMap<>();
    private final Map<String, Long> findingsByRule = new TreeMap<>();
    private final Map<String, Long> findingsBySeverity = new TreeMap<>();
    private final RecordTree tree = new RecordTree();
    private final Map<String, Long> kinds = new HashMap<>();
    private long fields;

    LineCheck(PackageFiles files, Differences differences) {
        this.files = files;
        this.differences = differences;
    }

    /** How many lines a file has; none when it was not read. */
    long count(String name) {
        return lines.getOrDefault(name, 0L);
    }

    /** How many of the records are of a kind, which formats hold. */
    long records(String kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    /** How many fields the ledger is the account of. */
    long fields() {
        return fields;
    }

    /** The root over the lines of the records. */
    String recordsRoot() {
        return tree.root();
    }

    /** The lines about files, by what became of them. */
    Map<String, Long> filesByFate() {
        return filesByFate;
    }

    Map<String, Long> findingsByRule() {
        return findingsByRule;
    }

    Map<String, Long> findingsBySeverity() {
        return findingsBySeverity;
    }

    /** Reads a file when it is one of these, and nothing of any other. */
    void read(String name, InputStream in) throws IOException {
        switch (name) {
            case RecordIndex.RECORDS -> lines(name, in, this::record);
            case FINDINGS -> lines(name, in, this::finding);
            case LEDGER -> lines(name, in, this::ledger);
            case SOURCES -> lines(name, in, this::source);
            case REJECTS -> lines(name, in, this::reject);
            case RecordIndex.CHANGES -> lines(name, in, bound(name, RecordChange.class));
            default -> {
                // Its digest is all that is known of it.
            }
        }
    }

    /** What is known of a field stood in a line of its own before lines were shared by the fields of a place. */
    private void ledger(byte[] line, long number) throws IOException {
        boolean entry = mapper.readTree(line).has("fate");
        Object value = entry ? mapper.readValue(line, LedgerEntry.class) : mapper.readValue(line, LedgerLine.class);
        fields += value instanceof LedgerLine shared ? shared.count() : 1;
        same(LEDGER, line, value, number);
    }

    private interface Line {
        void take(byte[] line, long number) throws IOException;
    }

    private void lines(String name, InputStream in, Line check) throws IOException {
        // Closing is the business of whoever opened the stream.
        JsonLines text = new JsonLines(in);
        for (byte[] each = text.next(); each != null; each = text.next()) {
            lines.put(name, text.number());
            try {
                check.take(each, text.number());
            } catch (JsonProcessingException e) {
                differences.add(
                        PackageDifference.What.FORM,
                        name,
                        text.number(),
                        null,
                        PlainWords.json(e.getOriginalMessage()));
            }
        }
        if (text.cut()) {
            differences.add(PackageDifference.What.FORM, name, text.number(), "\n", null);
        }
    }

    private void record(byte[] line, long number) throws IOException {
        tree.add(line);
        DisclosureRecord record = mapper.readValue(line, DisclosureRecord.class);
        if (record == null) {
            differences.add(PackageDifference.What.FORM, RecordIndex.RECORDS, number, "{…}", Differences.text(line));
            return;
        }
        kinds.merge(RecordKind.of(record).code(), 1L, Long::sum);
        byte[] written = json.line(record);
        if (!Arrays.equals(line, written)) {
            int at = Math.max(0, Arrays.mismatch(line, written));
            differences.add(
                    PackageDifference.What.FORM, RecordIndex.RECORDS, number, from(written, at), from(line, at));
        }
        if (LibraryPackage.withholds(record)) {
            differences.add(
                    PackageDifference.What.FORM,
                    RecordIndex.RECORDS,
                    number,
                    "主动公开",
                    record.openness() != null ? record.openness().text() : "personal data");
        }
    }

    private static String from(byte[] line, int at) {
        int start = at;
        // Not from the middle of a character.
        while (start > 0 && start < line.length && (line[start] & 0xC0) == 0x80) {
            start--;
        }
        int length = Math.max(0, Math.min(40, line.length - start));
        return "…" + new String(line, start, length, StandardCharsets.UTF_8);
    }

    private void finding(byte[] line, long number) throws IOException {
        JsonNode finding = mapper.readTree(line);
        if (finding instanceof ObjectNode object && !Arrays.equals(line, json.line(reported(object.deepCopy())))) {
            differences.add(PackageDifference.What.FORM, FINDINGS, number, null, Differences.text(line));
        }
        String rule = finding.path("rule").asText();
        String severity = finding.path("severity").asText();
        if (rule.isEmpty() || severity.isEmpty()) {
            differences.add(PackageDifference.What.FORM, FINDINGS, number, "rule, severity", Differences.text(line));
        }
        if (findingsByRule.size() < MOST_RULES || findingsByRule.containsKey(rule)) {
            findingsByRule.merge(rule, 1L, Long::sum);
        }
        if (findingsBySeverity.size() < MOST_SEVERITIES || findingsBySeverity.containsKey(severity)) {
            findingsBySeverity.merge(severity, 1L, Long::sum);
        }
    }

    /** The finding with what the report adds to it. */
    private ReportedFinding reported(ObjectNode line) throws JsonProcessingException {
        JsonNode agency = line.remove("agency");
        JsonNode year = line.remove("year");
        JsonNode title = line.remove("title");
        JsonNode held = line.remove("heldBack");
        return new ReportedFinding(
                mapper.treeToValue(line, Finding.class),
                agency == null ? null : mapper.treeToValue(agency, String.class),
                year == null ? null : mapper.treeToValue(year, Integer.class),
                title == null ? null : mapper.treeToValue(title, String.class),
                held == null ? null : mapper.treeToValue(held, ReportedFinding.Hold.class));
    }

    private Line bound(String name, Class<?> type) {
        return (line, number) -> same(name, line, mapper.readValue(line, type), number);
    }

    private void same(String name, byte[] line, Object value, long number) throws JsonProcessingException {
        if (!Arrays.equals(line, json.line(value))) {
            differences.add(PackageDifference.What.FORM, name, number, null, Differences.text(line));
        }
    }

    /** A line that names a record names a line of the records that there is; those are read before, by their name. */
    private void source(byte[] line, long number) throws IOException {
        bound(SOURCES, PackageSource.class).take(line, number);
        PackageSource source = mapper.readValue(line, PackageSource.class);
        if (source != null && source.record() == null) {
            filesByFate.merge(mapper.readTree(line).path("fate").asText(), 1L, Long::sum);
        }
        Long named = source == null ? null : source.line();
        if (named != null && (named < 1 || named > count(RecordIndex.RECORDS))) {
            differences.add(
                    PackageDifference.What.FORM,
                    SOURCES,
                    number,
                    "1–" + count(RecordIndex.RECORDS),
                    String.valueOf(named));
        }
    }

    private void reject(byte[] line, long number) throws IOException {
        LibraryPackage.Reject reject = mapper.readValue(line, LibraryPackage.Reject.class);
        if (!Arrays.equals(line, json.line(reject))) {
            differences.add(PackageDifference.What.FORM, REJECTS, number, null, Differences.text(line));
        }
        String path = reject == null || reject.path() == null ? "" : reject.path();
        if (!path.startsWith("rejects/") || !files.has(path)) {
            differences.missing(path);
        }
    }
}
