package org.gongkai.testkit;

import java.util.List;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.rule.Severity;
import org.opentest4j.AssertionFailedError;

/** Assertions on one record. */
public final class DocumentAssert {

    private final DisclosureDocument actual;

    private final Accepted accepted = new Accepted();

    DocumentAssert(DisclosureDocument actual) {
        this.actual = Objects.requireNonNull(actual, "actual");
    }

    /**
     * Lets findings of a rule pass in what is asserted next.
     *
     * @param rule the code of the rule
     * @param because why they pass; for whoever reads the test
     * @return this
     * @throws IllegalArgumentException when there is no such rule, or no reason is given
     */
    public DocumentAssert accepting(String rule, String because) {
        accepted.add(rule, because);
        return this;
    }

    /**
     * The record has no finding of severity error, but for what is accepted or held back by the baseline.
     *
     * @return this
     */
    public DocumentAssert isComplete() {
        return without(Severity.ERROR, new Bilingual("不完整", "is not complete"));
    }

    /**
     * The record has no finding of severity error or warning, but for what is accepted or held back by the baseline.
     *
     * @return this
     */
    public DocumentAssert hasNoWarnings() {
        return without(Severity.WARNING, new Bilingual("有问题", "has findings"));
    }

    private DocumentAssert without(Severity least, Bilingual verdict) {
        List<ReportedFinding> left = accepted.left(actual.findings(), least);
        if (!left.isEmpty()) {
            throw new AssertionFailedError(actual.name() + " " + Telling.in(verdict) + "\n" + Telling.of(left));
        }
        return this;
    }
}
