package org.gongkai.validation.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.Aspect;
import org.gongkai.validation.rule.RuleCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a kind, made of its description: each field of the record is one. A field is asked for when a constraint on
 * its component is a rule of completeness; what depends on other fields is said here, and nothing else.
 *
 * @param <R> the type of the records
 */
public final class ElementTable<R extends DisclosureRecord> {

    private final RecordKind<R> kind;
    private final Map<String, Predicate<R>> present = new HashMap<>();
    private final Map<String, List<Element.Demand<R>>> demands = new LinkedHashMap<>();
    private final Set<String> withForm;

    public ElementTable(RecordKind<R> kind, Profile profile) {
        this.kind = kind;
        this.withForm = Element.withForm(kind.rules(), profile);
        for (RecordField each : kind.fields()) {
            constraints(each).forEach(rule -> demand(each.name(), rule, record -> true));
        }
    }

    /** A field whose presence is more than that of a value: a body of blanks is none. */
    public ElementTable<R> present(String field, Predicate<R> when) {
        present.put(known(field), when);
        return this;
    }

    /** A rule that asks for a field, of the records that the condition fits. */
    public ElementTable<R> demand(String field, String rule, Predicate<R> when) {
        demands.computeIfAbsent(known(field), each -> new ArrayList<>()).add(new Element.Demand<>(rule, when));
        return this;
    }

    /** The elements, in the order of the record. */
    public List<Element<R>> elements() {
        return kind.fields().stream().map(this::element).toList();
    }

    private Element<R> element(RecordField field) {
        return new Element<>(
                field.name(),
                present.getOrDefault(field.name(), record -> there(field.read((Record) (Object) record))),
                demands.getOrDefault(field.name(), List.of()),
                withForm.contains(field.name()));
    }

    private static boolean there(@Nullable Object value) {
        return value instanceof Collection<?> many ? !many.isEmpty() : value != null;
    }

    private String known(String field) {
        if (kind.field(field) == null) {
            throw new IllegalArgumentException("no field " + field + " in " + kind);
        }
        return field;
    }

    /** The rules of completeness among the constraints on a component. */
    private static List<String> constraints(RecordField field) {
        return field.rules().stream()
                .filter(rule -> RuleCatalogue.standard().rule(rule).aspect() == Aspect.COMPLETENESS)
                .toList();
    }
}
