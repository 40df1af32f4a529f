package org.gongkai.conformance;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding as an answer says it. Properties of an answer beside these are passed over.
 *
 * @param rule the code of the rule
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param pointer JSON Pointer (RFC 6901) of the place in the record; empty for the record as a whole
 * @param value the value found, or null
 * @param location the place in the source where a finding is about files, with what is known of {@code source} (the path), {@code
 *     sheet}, {@code row}, {@code column} and {@code label}; null elsewhere, where what an answer says of it is passed over
 * @param text what is wrong, under {@code zh} and {@code en}; null where an answer gives no texts
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"rule", "severity", "pointer", "value", "location", "text"})
public record JudgedFinding(
        @Nullable String rule,
        @Nullable String severity,
        @Nullable String pointer,
        @Nullable String value,
        @Nullable Map<String, Object> location,
        @Nullable Map<String, String> text) {

    /**
     * Tells whether an answer says what is expected here: everything but a text that it does not give.
     *
     * @param answer the finding of the answer
     * @return true when it does
     */
    boolean isSaidBy(JudgedFinding answer) {
        return equals(new JudgedFinding(
                answer.rule(),
                answer.severity(),
                answer.pointer(),
                answer.value(),
                location == null ? null : answer.location(),
                answer.text() == null ? text : answer.text()));
    }
}
