package org.gongkai.validation.profile;

import java.util.Objects;
import org.gongkai.core.Bilingual;

/**
 * A rule that was not run, and why. What was not checked is reported as not checked.
 *
 * @param rule the rule's code
 * @param because the reason
 */
public record SkippedRule(String rule, Bilingual because) {

    /**
     * Creates an entry.
     *
     * @throws NullPointerException when a component is null
     */
    public SkippedRule {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(because, "because");
    }
}
