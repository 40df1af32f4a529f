package org.gongkai.validation.rules.interpretation;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/** The rules of answers that look at several fields. Clauses and texts are in the catalogue of rules. */
public final class PolicyAnswerRules implements KindRules<PolicyAnswer> {

    private final List<Element<PolicyAnswer>> elements;

    public PolicyAnswerRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(PolicyAnswer.class), profile).elements();
    }

    @Override
    public List<Element<PolicyAnswer>> elements() {
        return elements;
    }

    @Override
    public void check(PolicyAnswer record, LocalDate today, Hearing hearing) {
        String question = record.question();
        if (question != null
                && !question.strip().endsWith("？")
                && !question.strip().endsWith("?")) {
            hearing.report("policyAnswer.question.noMark", "/question", question, null);
        }
        if (!record.sources().isEmpty() && record.sources().stream().allMatch(each -> each.clause() == null)) {
            hearing.report("policyAnswer.answer.noClause", "/sources", null, null);
        }
    }
}
