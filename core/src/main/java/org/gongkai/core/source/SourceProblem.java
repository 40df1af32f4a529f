package org.gongkai.core.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a source itself, before any rule looks at a record: a file that cannot be read, a value that
 * is no date. The run goes on; the command reports each as a finding.
 *
 * @param rule code of the rule that describes the problem, for example {@code source.file.empty}
 * @param location where it stands
 * @param value the offending value or the cause, or null
 * @param expected what was expected instead, or null
 */
public record SourceProblem(
        String rule,
        Location location,
        @Nullable String value,
        @Nullable String expected) {

    /**
     * Creates a problem.
     *
     * @throws NullPointerException when {@code rule} or {@code location} is null
     */
    public SourceProblem {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(location, "location");
    }
}
