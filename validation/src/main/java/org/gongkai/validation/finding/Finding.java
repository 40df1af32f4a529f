package org.gongkai.validation.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One breach of one rule. Its text for people is made when it is wanted: {@link #text}.
 *
 * @param rule the rule's code
 * @param severity how much it weighs under the profile in use
 * @param record the {@linkplain org.gongkai.core.DisclosureRecord#key() key} of the record, or null when the finding
 *     is about a source, about what is not there, or about several records
 * @param pointer JSON Pointer (RFC 6901) of the place in the record; empty for the record as a whole
 * @param value the value found, cut after {@value #VALUE_LIMIT} characters, or null
 * @param expected what was expected instead, or null
 * @param location where it stands in the source, or null when not known
 * @param fingerprint sixteen hexadecimal digits that name this finding from run to run: they depend on the rule, the
 *     record's key, the pointer and the whole value, and never on the order of records or on row numbers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"rule", "severity", "record", "pointer", "value", "expected", "location", "fingerprint"})
public record Finding(
        String rule,
        Severity severity,
        @Nullable String record,
        String pointer,
        @Nullable String value,
        @Nullable String expected,
        @Nullable Location location,
        String fingerprint)
        implements Leaving<Finding> {

    /** The number of characters after which a value is cut. */
    public static final int VALUE_LIMIT = 200;

    /**
     * Creates a finding.
     *
     * @throws NullPointerException when {@code rule}, {@code severity}, {@code pointer} or {@code fingerprint} is null
     */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /**
     * A finding about a place in a record.
     *
     * @param rule the rule that is broken
     * @param severity how much it weighs under the profile in use
     * @param record the {@linkplain org.gongkai.core.DisclosureRecord#key() key} of the record
     * @param pointer JSON Pointer of the place; empty for the record as a whole
     * @param value the whole value found, or null; the finding keeps it cut and with the numbers of persons masked
     * @param expected what was expected instead, or null; kept as the value is
     * @param location where it stands in the source, or null when not known
     * @return the finding, with its fingerprint
     */
    public static Finding inRecord(
            Rule rule,
            Severity severity,
            String record,
            String pointer,
            @Nullable String value,
            @Nullable String expected,
            @Nullable Location location) {
        return new Finding(
                rule.code(),
                severity,
                record,
                pointer,
                shown(value),
                shown(expected),
                location,
                fingerprint(rule.code(), record, pointer, value));
    }

    /**
     * A finding about a source, or about what in it could not become a record.
     *
     * @param rule the rule that is broken
     * @param severity how much it weighs under the profile in use
     * @param problem what is wrong and where
     * @return the finding, with a fingerprint made of the source, the sheet, the label and the value, not of the row
     */
    public static Finding inSource(Rule rule, Severity severity, SourceProblem problem) {
        Location at = problem.location();
        String place = at.source() + '\u0001' + at.sheet() + '\u0001' + at.label();
        return new Finding(
                rule.code(),
                severity,
                null,
                "",
                shown(problem.value()),
                shown(problem.expected()),
                at,
                fingerprint(rule.code(), place, "", problem.value()));
    }

    /**
     * A finding about what is not there, or about several records: its fingerprint is made of the value alone.
     *
     * @param rule the rule that is broken
     * @param severity how much it weighs under the profile in use
     * @param value what is missing, or what the records have in common
     * @param expected what was expected instead, or null
     * @param location the source to look at, or null
     * @return the finding
     */
    public static Finding beyondRecords(
            Rule rule, Severity severity, String value, @Nullable String expected, @Nullable Location location) {
        return new Finding(
                rule.code(),
                severity,
                null,
                "",
                shown(value),
                shown(expected),
                location,
                fingerprint(rule.code(), "", "", value));
    }

    /** The fingerprint stays: it names the finding from run to run and shows no number. */
    @Override
    public Finding withoutNumbers() {
        return new Finding(
                rule,
                severity,
                Leaving.text(record),
                String.valueOf(Leaving.text(pointer)),
                location == null ? Leaving.text(value) : location.told(value),
                Leaving.text(expected),
                location == null ? null : location.withoutNumbers(),
                fingerprint);
    }

    /**
     * Says what is wrong, in the words of the rule; see {@link Rule#text}.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return one sentence; the rule's code alone when it is a finding of another version, whose rule this one does not know
     */
    public String text(Locale language) {
        Rule known = known();
        return known == null ? rule : known.text(this, language);
    }

    /**
     * Says how to mend what is wrong; see {@link Rule#mending}.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return one or two sentences; empty when this version does not know the rule
     */
    public String mending(Locale language) {
        Rule known = known();
        return known == null ? "" : known.mending(this, language);
    }

    private @Nullable Rule known() {
        RuleCatalogue catalogue = RuleCatalogue.standard();
        return catalogue.contains(rule) ? catalogue.rule(rule) : null;
    }

    /** Short enough for a report, and without the numbers of persons: a report goes through more hands than the record. */
    private static @Nullable String shown(@Nullable String whole) {
        String value = Leaving.text(whole);
        if (value == null || value.length() <= VALUE_LIMIT) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(VALUE_LIMIT - 1)) ? VALUE_LIMIT - 1 : VALUE_LIMIT;
        return value.substring(0, end) + '…';
    }

    private static String fingerprint(String rule, String record, String pointer, @Nullable String value) {
        MessageDigest digest = Digest128.sha256();
        for (String each : new @Nullable String[] {rule, record, pointer, value}) {
            // A mark before each part keeps "a", "bc" apart from "ab", "c", and nothing apart from the empty text.
            byte[] part = each == null ? new byte[0] : each.getBytes(StandardCharsets.UTF_8);
            digest.update((each == null ? "-" : part.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
