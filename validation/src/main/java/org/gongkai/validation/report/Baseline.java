package org.gongkai.validation.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.validation.rules.DataFiles;
import org.jspecify.annotations.Nullable;

/**
 * Findings that are known and held back for a time, so that an old site can begin with what is new. Immutable.
 *
 * <p>An entry holds a finding back by its {@linkplain org.gongkai.validation.finding.Finding#fingerprint() fingerprint}, which
 * never depends on a row number. Whoever adds one says why, and until when. The figures of a report are the same with
 * and without a baseline; only the findings are counted apart.
 *
 * <pre>{@code
 * Baseline baseline = Baseline.read(in);
 * ReportCollector collector = new ReportCollector(validator, "my program 1", made, 1_000, baseline);
 * }</pre>
 *
 * @param entries the entries, sorted by rule, record, pointer and fingerprint
 */
public record Baseline(List<Entry> entries) {

    /** The form of the files that this version writes and reads. */
    public static final String FORMAT = "gongkai-baseline/1";

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::rule)
            .thenComparing(Entry::record, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Entry::pointer)
            .thenComparing(Entry::fingerprint);

    /**
     * Creates a baseline.
     *
     * @param entries see {@link #entries()}; in any order
     * @throws IllegalArgumentException when a fingerprint stands twice
     */
    public Baseline {
        entries = entries.stream().sorted(ORDER).toList();
        Set<String> seen = new HashSet<>();
        for (Entry each : entries) {
            if (!seen.add(each.fingerprint())) {
                throw new IllegalArgumentException("the fingerprint " + each.fingerprint() + " stands twice");
            }
        }
    }

    /**
     * A baseline that holds nothing back.
     *
     * @return the baseline
     */
    public static Baseline empty() {
        return new Baseline(List.of());
    }

    /**
     * Reads a baseline.
     *
     * @param json the text in UTF-8; not closed
     * @return the baseline
     * @throws IOException when it cannot be read or has another form; the message says what is wrong and in which line
     */
    public static Baseline read(InputStream json) throws IOException {
        try {
            File file = DataFiles.mapper().readValue(json, File.class);
            if (file == null || !FORMAT.equals(file.baselineFormat())) {
                throw new IOException(
                        "baselineFormat is " + (file == null ? null : file.baselineFormat()) + ", expected " + FORMAT);
            }
            if (file.entries() == null) {
                throw new IOException("entries is missing, expected a list");
            }
            return new Baseline(file.entries());
        } catch (JacksonException e) {
            throw Faults.of("", e);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Writes the baseline as JSON, one entry a line, so that a comparison of two versions shows the entries that came
     * and went. The same entries give the same text.
     *
     * @param out where to write
     * @throws IOException when it cannot be written
     */
    public void write(Appendable out) throws IOException {
        JsonMapper mapper = DataFiles.mapper();
        out.append("{\n  \"baselineFormat\": \"" + FORMAT + "\",\n  \"entries\": [");
        String separator = "\n";
        for (Entry each : entries) {
            out.append(separator).append("    ").append(mapper.writeValueAsString(each.withoutNumbers()));
            separator = ",\n";
        }
        out.append(entries.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
    }

    /**
     * This baseline and further entries. Where both have a fingerprint, the further entry holds.
     *
     * @param more the entries to add
     * @return the larger baseline
     */
    public Baseline with(List<Entry> more) {
        Set<String> replaced = new HashSet<>();
        more.forEach(each -> replaced.add(each.fingerprint()));
        List<Entry> all = new ArrayList<>(more);
        entries.stream().filter(each -> !replaced.contains(each.fingerprint())).forEach(all::add);
        return new Baseline(all);
    }

    /**
     * A baseline as its file has it.
     *
     * @param baselineFormat the form of the file
     * @param entries the entries
     */
    private record File(String baselineFormat, List<Entry> entries) {}

    /**
     * Findings of one fingerprint that are held back.
     *
     * @param fingerprint the fingerprint
     * @param rule the rule's code; for the reader, it decides nothing
     * @param record the record's key, or null when the finding is about a source; for the reader
     * @param pointer JSON Pointer of the place in the record; for the reader
     * @param count how many findings of this fingerprint are held back, at least 1; one more is new
     * @param reason why they are held back, not blank
     * @param until the last day on which they are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"fingerprint", "rule", "record", "pointer", "count", "reason", "until"})
    public record Entry(
            String fingerprint,
            String rule,
            @Nullable String record,
            String pointer,
            int count,
            String reason,
            LocalDate until)
            implements Leaving<Entry> {

        /**
         * Creates an entry.
         *
         * @param pointer see {@link #pointer()}; null is taken as empty
         * @throws IllegalArgumentException when a component is not as described; the message says which
         */
        public Entry {
            pointer = Objects.requireNonNullElse(pointer, "");
            if (fingerprint == null || !FINGERPRINT.matcher(fingerprint).matches()) {
                throw new IllegalArgumentException(
                        "fingerprint is " + fingerprint + ", expected 16 hexadecimal digits");
            }
            if (rule == null || rule.isBlank()) {
                throw new IllegalArgumentException("the entry " + fingerprint + " names no rule");
            }
            if (count < 1) {
                throw new IllegalArgumentException(
                        "count of the entry " + fingerprint + " is " + count + ", expected at least 1");
            }
            if (reason == null || reason.isBlank()) {
                throw new IllegalArgumentException("the entry " + fingerprint + " gives no reason");
            }
            if (until == null) {
                throw new IllegalArgumentException("the entry " + fingerprint + " has no day in until");
            }
        }

        @Override
        public Entry withoutNumbers() {
            return new Entry(
                    fingerprint,
                    rule,
                    Leaving.text(record),
                    String.valueOf(Leaving.text(pointer)),
                    count,
                    reason,
                    until);
        }
    }
}
