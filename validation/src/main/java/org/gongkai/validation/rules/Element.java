package org.gongkai.validation.rules;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.Aspect;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;

/**
 * An element of a kind of record, and when it must be there.
 *
 * @param name the JSON name
 * @param present tells whether a record has it
 * @param demands the rules that report its absence, each with its condition
 * @param hasForm whether a rule of regularity looks at it
 * @param <R> the kind of record
 */
public record Element<R>(String name, Predicate<R> present, List<Demand<R>> demands, boolean hasForm) {

    /** The elements of a kind of record at whose form some rule looks under a profile. */
    public static Set<String> withForm(String kind, Profile profile) {
        Set<String> skipped = profile.skipped().stream().map(SkippedRule::rule).collect(Collectors.toSet());
        return RuleCatalogue.standard().rules().stream()
                .filter(each -> each.aspect() == Aspect.REGULARITY
                        && each.code().startsWith(kind)
                        && !skipped.contains(each.code())
                        && profile.severity(each)
                                .filter(severity -> severity != Severity.INFO)
                                .isPresent())
                .flatMap(each -> Stream.ofNullable(each.element()))
                .collect(Collectors.toSet());
    }

    /** A rule that demands an element, of the records that the condition fits. */
    public record Demand<R>(String rule, Predicate<R> when) {}
}
