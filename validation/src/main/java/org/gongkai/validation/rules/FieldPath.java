package org.gongkai.validation.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.Code;
import org.gongkai.core.ListedTerm;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A path of fields through the description of a kind, such as {@code stages[stage=补偿安置公告].endedOn}. A step through a
 * list takes each of its parts, or those of which the condition in brackets is true.
 */
public final class FieldPath {

    /** What a condition says of a field without a value. */
    private static final String ABSENT = "-";

    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[([A-Za-z]+)=([^\\]]+)])?");

    private final List<Step> steps;

    private record Step(RecordField field, @Nullable Condition condition) {}

    /** A value and the JSON Pointer at which it stands. */
    public record Found(String pointer, Object value) {}

    /** What a field must say: one of some terms. */
    record Condition(RecordField field, Set<String> terms) implements Predicate<Record> {

        static Condition of(List<RecordField> fields, String name, String terms) {
            return new Condition(
                    named(fields, name),
                    Stream.of(terms.split("\\|")).map(LegacyText::folded).collect(Collectors.toSet()));
        }

        @Override
        public boolean test(Record owner) {
            Object value = field.read(owner);
            return terms.contains(value == null ? ABSENT : LegacyText.folded(term(value)));
        }
    }

    private FieldPath(List<Step> steps) {
        this.steps = steps;
    }

    public static FieldPath of(List<RecordField> fields, String path) {
        List<Step> steps = new ArrayList<>();
        List<RecordField> here = fields;
        for (String each : path.split("\\.")) {
            Matcher step = STEP.matcher(each);
            if (!step.matches()) {
                throw new IllegalArgumentException("no step of a path: " + each);
            }
            RecordField field = named(here, step.group(1));
            here = field.parts();
            steps.add(new Step(field, step.group(2) == null ? null : Condition.of(here, step.group(2), step.group(3))));
        }
        return new FieldPath(List.copyOf(steps));
    }

    private static RecordField named(List<RecordField> fields, String name) {
        return fields.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + name + " among " + fields));
    }

    /** The fields of the parts to which the path leads. */
    List<RecordField> parts() {
        return steps.get(steps.size() - 1).field().parts();
    }

    /** What stands at the path, beginning at an owner that itself stands at a pointer. */
    public List<Found> values(Record owner, String pointer) {
        Step first = steps.get(0);
        if (steps.size() == 1 && !first.field().many()) {
            Object value = first.field().read(owner);
            return value == null
                    ? List.of()
                    : List.of(new Found(pointer + '/' + first.field().name(), value));
        }
        List<Found> found = List.of(new Found(pointer, owner));
        for (Step each : steps) {
            found = values(found, each);
        }
        return found;
    }

    private static List<Found> values(List<Found> owners, Step step) {
        List<Found> found = new ArrayList<>();
        for (Found owner : owners) {
            Object value = step.field().read((Record) owner.value());
            String at = owner.pointer() + '/' + step.field().name();
            if (value instanceof Collection<?> many) {
                int i = 0;
                for (Object each : many) {
                    add(new Found(at + '/' + i++, each), step.condition(), found);
                }
            } else if (value != null) {
                add(new Found(at, value), step.condition(), found);
            }
        }
        return found;
    }

    private static void add(Found each, @Nullable Condition condition, List<Found> found) {
        if (condition == null || condition.test((Record) each.value())) {
            found.add(each);
        }
    }

    /** A value as the table of lines names it: the label of a listed term, the name of a constant, else the text. */
    private static String term(Object value) {
        if (value instanceof ListedTerm<?> listed) {
            return listed.label();
        }
        return value instanceof Enum<?> constant ? constant.name() : text(value);
    }

    /** A value as a finding shows it. */
    public static String text(Object value) {
        return value instanceof Code code ? code.text() : value.toString();
    }
}
