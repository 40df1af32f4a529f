package org.gongkai.validation.rules.interpretation;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.interpretation.PolicyPackage;
import org.gongkai.core.interpretation.PolicyPackageItem;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/** The rules of packages of policies that look at several fields. Clauses and texts are in the catalogue of rules. */
public final class PolicyPackageRules implements KindRules<PolicyPackage> {

    private final List<Element<PolicyPackage>> elements;

    public PolicyPackageRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(PolicyPackage.class), profile).elements();
    }

    @Override
    public List<Element<PolicyPackage>> elements() {
        return elements;
    }

    @Override
    public void check(PolicyPackage record, LocalDate today, Hearing hearing) {
        for (int i = 0; i < record.items().size(); i++) {
            PolicyPackageItem each = record.items().get(i);
            String at = "/items/" + i;
            String shown = each.document() == null ? null : each.document().shown();
            if (each.conditions() == null) {
                hearing.report("policyPackage.item.noConditions", at + "/conditions", shown, null);
            }
            if (each.deadline() != null && each.deadline().isBefore(today)) {
                hearing.report(
                        "policyPackage.deadlinePassed",
                        at + "/deadline",
                        each.deadline().toString(),
                        shown);
            }
        }
    }
}
