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
 *     <code>{n}</code> in their texts), {@code inventory} (documents that should be there), {@code library} (documents that the library holds), {@code explanations}
 *     (why some are not: {@code number}, {@code reason}, {@code article}), {@code files} (the files that links may lead to),
 *     {@code sources} (where each record came from), {@code before} (the records of an earlier run) and {@code items} (a catalogue of items of land requisition, as CSV); or an
 *     object with {@code folder}: files that are read as a run reads them, see {@link #ofFiles()}
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

    /** The property under which files stand that are read. */
    public static final String FOLDER = "folder";

    /**
     * Tells whether files are read, and what is found of their reading is expected: findings whose rules begin with {@code
     * source.}, with their places. {@code folder} has the files by their paths, each as its text, or as an object with {@code
     * base64} (its bytes), {@code link} (a symbolic link to this path) or {@code size} (so many bytes of value 0 after its {@code text}).
     * Beside it may stand {@code sources} (the paths that the run is about, in place of the whole folder), {@code mapping} (a mapping file), {@code limits}
     * of reading, {@code inventory} and {@code explanations} (the paths of the lists that the run is held against), and {@code
     * happened}: what befell a file that no folder can show, such as a reader that is not there.
     *
     * @return true when the input is a folder
     */
    public boolean ofFiles() {
        return input.has(FOLDER);
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
