package org.gongkai.validation.obligation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.validation.finding.Finding;

/**
 * The three figures of a body, and the findings behind them.
 *
 * @param body the body
 * @param records how many records of the run are of this body
 * @param figures its figures
 * @param rules how often its records break each rule, by code
 * @param findings the findings, {@value #MOST_FINDINGS} at most
 */
public record BodyFigures(
        RegisteredBody body, int records, ThreeFigures figures, Map<String, Integer> rules, List<Finding> findings) {

    /** How many findings of a body are kept at most; {@link #rules()} counts them all. */
    public static final int MOST_FINDINGS = 100;

    /** Creates the figures. */
    public BodyFigures {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        findings = List.copyOf(findings);
    }

    /**
     * How many findings there are in all.
     *
     * @return the number, of which {@link #findings()} may hold a part
     */
    public int total() {
        return rules.values().stream().mapToInt(Integer::intValue).sum();
    }
}
