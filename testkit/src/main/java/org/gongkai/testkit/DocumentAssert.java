package org.gongkai.testkit;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.rule.Severity;

/** Assertions on one record. */
public final class DocumentAssert extends AbstractAssert<DocumentAssert, DisclosureDocument> {

    private final Accepted accepted = new Accepted();

    DocumentAssert(DisclosureDocument actual) {
        super(actual, DocumentAssert.class);
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
        isNotNull();
        List<ReportedFinding> left = accepted.left(actual.findings(), least);
        if (!left.isEmpty()) {
            throw failure("%s", actual.name() + " " + Telling.in(verdict) + "\n" + Telling.of(left));
        }
        return this;
    }
}
