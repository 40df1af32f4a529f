package org.gongkai.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;

/** The rules whose findings a test lets pass, for the length of one assertion. */
final class Accepted {

    private final Set<String> rules = new HashSet<>();

    void add(String rule, String because) {
        if (!RuleCatalogue.standard().contains(rule)) {
            throw new IllegalArgumentException(
                    Telling.in(new Bilingual("没有代码为 " + rule + " 的规则", "there is no rule of the code " + rule)));
        }
        if (because.isBlank()) {
            throw new IllegalArgumentException(
                    Telling.in(new Bilingual("接受 " + rule + " 须说明理由", "say why " + rule + " is accepted")));
        }
        rules.add(rule);
    }

    /** Those findings of at least a severity that are neither accepted nor held back by a baseline. */
    List<ReportedFinding> left(List<ReportedFinding> findings, Severity least) {
        return findings.stream()
                .filter(each -> each.heldBack() == null)
                .filter(each -> each.finding().severity().compareTo(least) <= 0)
                .filter(each -> !rules.contains(each.finding().rule()))
                .toList();
    }
}
