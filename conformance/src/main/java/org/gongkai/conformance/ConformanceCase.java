package org.gongkai.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A case of the suite: what is judged, and every finding that is expected of it.
 *
 * @param name what the case is called: the rule, and whether it is broken
 * @param rules the rules that it is an example of: one that is broken, or those that it passes as the good example
 * @param today the day on which it is judged, ISO 8601
 * @param input a record as JSON, to be judged by itself; or an object with {@code records}, which are judged together as
 *     those of one run, and beside them perhaps {@code times} (how many times the records come, with the number of the time for
 *     <code>{n}</code> in their texts), {@code inventory} (documents that should be there), {@code explanations}
 *     (why some are not: {@code number}, {@code reason}, {@code article}), {@code files} (the files that links may lead to),
 *     {@code sources} (where each record came from) and {@code items} (a catalogue of items of land requisition, as CSV)
 * @param expected the findings, in the order in which this library makes them; empty when the case passes
 */
@JsonPropertyOrder({"case", "rules", "today", "input", "expected"})
public record ConformanceCase(
        @JsonProperty("case") String name,
        List<String> rules,
        String today,
        JsonNode input,
        List<JudgedFinding> expected) {

    /** The property under which records stand that are judged together. */
    public static final String RECORDS = "records";

    /** Creates a case. */
    public ConformanceCase {
        rules = List.copyOf(rules);
        expected = List.copyOf(expected);
    }

    /**
     * Tells whether several records are judged together, or one beside a list.
     *
     * @return false when the input is one record
     */
    public boolean together() {
        return input.has(RECORDS);
    }
}
