package org.gongkai.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/**
 * The example of one rule: records that pass, and the same records changed so that they break the rule. What is given is a
 * record of its own, as JSON; or an object with {@code records} that are judged together and with what they are held
 * against, or with a {@code folder} of files that are read; see {@link ConformanceCase#input()}.
 *
 * @param rule the code of the rule that is broken
 * @param with rules that cannot but be broken with it, such as a sum that no longer comes out; mostly none
 * @param today the day on which both are judged
 * @param good what passes
 * @param broken what breaks the rule
 */
public record Breach(String rule, List<String> with, LocalDate today, JsonNode good, JsonNode broken) {

    /** Creates an example. */
    public Breach {
        with = List.copyOf(with);
    }

    /**
     * Tells whether the rule shows at several records only, or beside a list.
     *
     * @return true when records are judged together
     */
    public boolean together() {
        return broken.has(ConformanceCase.RECORDS);
    }

    /**
     * Tells whether the rule is about files and how they are read.
     *
     * @return true when files are read
     */
    public boolean ofFiles() {
        return broken.has(ConformanceCase.FOLDER);
    }

    /**
     * Tells whether a single record breaks the rule, by itself.
     *
     * @return false when several records are judged together, or files are read
     */
    public boolean ofOneRecord() {
        return !together() && !ofFiles();
    }
}
