package org.gongkai.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gongkai.core.assistance.AssistanceStandard;
import org.jspecify.annotations.Nullable;

/** The rules of a line of assistance standards that look at several of its fields. */
final class AssistanceStandardRules {

    private static final Predicate<AssistanceStandard> ALWAYS = line -> true;
    private static final Predicate<AssistanceStandard> PRICED = line -> line.follows() == null;
    private static final Predicate<AssistanceStandard> WITH_AMOUNT = line -> line.amount() != null;

    private final List<Element<AssistanceStandard>> elements;

    AssistanceStandardRules(Profile profile) {
        Set<String> withForm = Element.withForm("assistance.", profile);
        this.elements = List.of(
                element("place", AssistanceStandard::place, "assistance.place.missing", ALWAYS, withForm),
                element("item", AssistanceStandard::item, "assistance.item.missing", ALWAYS, withForm),
                element("amount", AssistanceStandard::amount, "assistance.amount.missing", PRICED, withForm),
                element("unit", AssistanceStandard::unit, "assistance.unit.missing", WITH_AMOUNT, withForm),
                element(
                        "effectiveFrom",
                        AssistanceStandard::effectiveFrom,
                        "assistance.effectiveFrom.missing",
                        ALWAYS,
                        withForm),
                new Element<>(
                        "effectiveTo", line -> line.effectiveTo() != null, List.of(), withForm.contains("effectiveTo")),
                element(
                        "publishedOn",
                        AssistanceStandard::publishedOn,
                        "assistance.publishedOn.missing",
                        ALWAYS,
                        withForm),
                element("basis", AssistanceStandard::basis, "assistance.basis.missing", ALWAYS, withForm),
                element(
                        "setBy",
                        line -> line.setBy().isEmpty() ? null : line.setBy(),
                        "assistance.setBy.missing",
                        ALWAYS,
                        withForm),
                element("publisher", AssistanceStandard::publisher, "assistance.publisher.missing", ALWAYS, withForm));
    }

    List<Element<AssistanceStandard>> elements() {
        return elements;
    }

    static @Nullable LocalDate date(AssistanceStandard line) {
        return line.issuedOn() == null ? line.publishedOn() : line.issuedOn();
    }

    void check(AssistanceStandard line, Hearing hearing) {
        if (line.amount() == null && line.follows() == null) {
            hearing.report("assistance.amount.missing", "/amount", null, null);
        }
        if (line.amount() != null && line.unit() == null) {
            hearing.report("assistance.unit.missing", "/unit", line.amount().toString(), null);
        }
        hearing.reportUnknown("assistance.property.unknown", line.other());
    }

    private static Element<AssistanceStandard> element(
            String name,
            Function<AssistanceStandard, @Nullable Object> value,
            String missing,
            Predicate<AssistanceStandard> when,
            Set<String> withForm) {
        return new Element<>(
                name,
                line -> value.apply(line) != null,
                List.of(new Element.Demand<>(missing, when)),
                withForm.contains(name));
    }
}
