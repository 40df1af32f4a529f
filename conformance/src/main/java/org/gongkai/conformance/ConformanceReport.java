package org.gongkai.conformance;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a program by a suite.
 *
 * @param outcomes what came of each case, in the order of the suite
 */
public record ConformanceReport(List<Outcome> outcomes) {

    /** Creates a report. */
    public ConformanceReport {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What came of one case.
     *
     * @param tried the case
     * @param missing the findings that were expected and not answered
     * @param unexpected the findings that were answered and not expected
     * @param fault why there was no answer, or null
     */
    public record Outcome(
            ConformanceCase tried,
            List<JudgedFinding> missing,
            List<JudgedFinding> unexpected,
            @Nullable String fault) {

        /** Creates an outcome. */
        public Outcome {
            missing = List.copyOf(missing);
            unexpected = List.copyOf(unexpected);
        }

        /**
         * Tells whether the answer was what is expected, and nothing else.
         *
         * @return true when it was
         */
        public boolean conforms() {
            return fault == null && missing.isEmpty() && unexpected.isEmpty();
        }

        /** One line for people. */
        @Override
        public String toString() {
            return tried.name()
                    + (fault == null ? "" : ": " + fault)
                    + (missing.isEmpty() ? "" : ": missing " + missing)
                    + (unexpected.isEmpty() ? "" : ": unexpected " + unexpected);
        }
    }

    /**
     * Tells whether every case came out as expected.
     *
     * @return true when all did
     */
    public boolean conforms() {
        return failures().isEmpty();
    }

    /**
     * The cases that came out otherwise.
     *
     * @return their outcomes, in the order of the suite
     */
    public List<Outcome> failures() {
        return outcomes.stream().filter(each -> !each.conforms()).toList();
    }

    /**
     * The rules of which at least one case came out otherwise.
     *
     * @return their codes, sorted
     */
    public List<String> failedRules() {
        TreeSet<String> rules = new TreeSet<>();
        failures().forEach(each -> rules.addAll(each.tried().rules()));
        return List.copyOf(rules);
    }

    /**
     * The failures as text, for the message of an assertion.
     *
     * @return a line each
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        failures().forEach(each -> text.append(each).append('\n'));
        return text.toString();
    }
}
