package org.gongkai.validation.finding;

import java.util.List;
import java.util.Objects;
import org.gongkai.validation.rule.Severity;

/**
 * What was found in one record.
 *
 * @param verdict what the record is worth as a whole
 * @param findings the findings, in the order of the record's elements
 * @param elements which elements were required, missing, checked and irregular
 */
public record Judgement(Verdict verdict, List<Finding> findings, Elements elements) {

    /**
     * Creates a judgement.
     *
     * @throws NullPointerException when a component is null
     */
    public Judgement {
        Objects.requireNonNull(verdict, "verdict");
        findings = List.copyOf(findings);
        Objects.requireNonNull(elements, "elements");
    }

    /**
     * What keeps the record from being complete: the findings at error level, without warnings and remarks.
     *
     * @return the findings, in their order; empty when there is none
     */
    public List<Finding> errors() {
        return findings.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
    }
}
