package org.gongkai.validation.rules.land;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.PlanItem;
import org.gongkai.core.land.PlanItemState;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/**
 * The rules of plans of land requisition that look at several fields. Clauses and texts are in the catalogue of rules.
 */
public final class LandPlanRules implements KindRules<LandRequisitionPlan> {

    private final List<Element<LandRequisitionPlan>> elements;

    public LandPlanRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(LandRequisitionPlan.class), profile).elements();
    }

    @Override
    public List<Element<LandRequisitionPlan>> elements() {
        return elements;
    }

    @Override
    public void check(LandRequisitionPlan plan, LocalDate today, Hearing hearing) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < plan.items().size(); i++) {
            PlanItem item = plan.items().get(i);
            Integer first = item.number() == null ? null : numbers.putIfAbsent(item.number(), i);
            if (first != null) {
                hearing.report("land.plan.item.numberTwice", "/items/" + i + "/number", item.number(), null);
            }
            boolean approved = item.state() != null && item.state().state() == PlanItemState.State.APPROVED;
            if (approved && item.project() == null) {
                hearing.report("land.plan.item.projectMissing", "/items/" + i + "/project", item.name(), null);
            }
        }
    }
}
