package org.gongkai.validation.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.validation.finding.Elements;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a kind as a profile counts them. Those of which it neither demands that they are there nor looks at the form
 * are left aside once, and not at each record.
 *
 * @param <R> the type of the records
 */
public final class CountedElements<R> {

    private final RuleSettings settings;
    private final List<Element<R>> counted = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    public CountedElements(List<Element<R>> elements, RuleSettings settings) {
        this.settings = settings;
        for (Element<R> each : elements) {
            places.put(each.name(), places.size());
            List<Element.Demand<R>> weighing = each.demands().stream()
                    .filter(demand -> settings.canBe(Severity.ERROR, demand.rule()))
                    .toList();
            if (!weighing.isEmpty() || each.hasForm()) {
                counted.add(new Element<>(each.name(), each.present(), weighing, each.hasForm()));
            }
        }
    }

    /** Where an element stands in the record; what is no element comes last. */
    int place(String name) {
        return places.getOrDefault(name, places.size());
    }

    /** Counts the elements of a record of some date, those named being irregular. */
    Elements count(R record, @Nullable LocalDate date, Set<String> faulty) {
        List<String> required = new ArrayList<>(counted.size());
        List<String> missing = new ArrayList<>(0);
        List<String> checked = new ArrayList<>(counted.size());
        List<String> irregular = new ArrayList<>(0);
        for (Element<R> each : counted) {
            boolean needed = demanded(each, record, date);
            if (!needed && !each.hasForm()) {
                continue;
            }
            boolean present = each.present().test(record);
            if (needed) {
                required.add(each.name());
                if (!present) {
                    missing.add(each.name());
                }
            }
            if (present && each.hasForm()) {
                checked.add(each.name());
                if (faulty.contains(each.name())) {
                    irregular.add(each.name());
                }
            }
        }
        return new Elements(required, missing, checked, irregular);
    }

    private boolean demanded(Element<R> element, R record, @Nullable LocalDate date) {
        for (Element.Demand<R> each : element.demands()) {
            if (each.when().test(record) && settings.severity(each.rule(), date) == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }
}
