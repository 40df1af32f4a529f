package org.gongkai.validation.rules.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.decision.PolicyEvaluation;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/**
 * The rules of policy evaluations that need the time limits or today's date. Clauses and texts are in the catalogue of rules.
 */
public final class PolicyEvaluationRules implements KindRules<PolicyEvaluation> {

    private final Duties duties = Duties.catalogue();
    private final DecisionLimits limits;
    private final List<Element<PolicyEvaluation>> elements;

    public PolicyEvaluationRules(Profile profile, WorkingCalendar calendar) {
        this.limits = new DecisionLimits(calendar);
        this.elements = new ElementTable<>(RecordKind.of(PolicyEvaluation.class), profile).elements();
    }

    @Override
    public List<Element<PolicyEvaluation>> elements() {
        return elements;
    }

    @Override
    public void check(PolicyEvaluation evaluation, LocalDate today, Hearing hearing) {
        Integer year = evaluation.year();
        if (year != null && year > 0 && year <= 9999) {
            limits.report(
                    "decision.evaluation.publishedOn.late",
                    "/publishedOn",
                    duties.get("policy-evaluation-results"),
                    LocalDate.of(year, 1, 1),
                    evaluation.publishedOn(),
                    today,
                    Objects.requireNonNullElse(evaluation.subject(), ""),
                    hearing);
        }
    }
}
