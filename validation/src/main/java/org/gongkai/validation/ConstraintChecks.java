package org.gongkai.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.rules.Hearing;
import org.jspecify.annotations.Nullable;

/**
 * The constraints on the components of a kind, compiled to plain calls: going through them costs a tenth of asking the validation
 * provider. What they say is what the provider says; a constraint that is not known here is left to it.
 */
final class ConstraintChecks {

    private final List<FieldCheck> fields = new ArrayList<>();
    private boolean complete = true;

    private ConstraintChecks(Class<?> type, List<RecordField> fields) {
        for (RecordField each : fields) {
            Field declared = declared(type, each);
            AnnotatedType item = item(declared);
            boolean cascades =
                    declared.isAnnotationPresent(Valid.class) || item != null && item.isAnnotationPresent(Valid.class);
            ConstraintChecks parts = cascades ? new ConstraintChecks(each.type(), each.parts()) : null;
            complete &= parts == null || parts.complete;
            FieldCheck check = new FieldCheck(each, checks(declared), item == null ? List.of() : checks(item), parts);
            if (parts != null || !check.value.isEmpty() || !check.item.isEmpty()) {
                this.fields.add(check);
            }
        }
    }

    static ConstraintChecks of(RecordKind<?> kind) {
        return new ConstraintChecks(kind.type(), kind.fields());
    }

    /** Is told of each constraint that does not hold: its rule, the JSON Pointer of the value, and the value. */
    interface Violations {
        void add(String rule, String pointer, @Nullable Object value);
    }

    /** Whether every constraint on the kind is known here. */
    boolean complete() {
        return complete;
    }

    /** Tells what does not hold of a record; in no order of its own. */
    void check(DisclosureRecord record, Validator provider, Violations violations) {
        if (complete) {
            check((Record) (Object) record, "", violations);
        } else {
            ask(provider, record, violations);
        }
    }

    /** Tells what the provider says of a record. */
    static void ask(Validator provider, DisclosureRecord record, Violations violations) {
        for (ConstraintViolation<DisclosureRecord> each : provider.validate(record, Default.class, Advice.class)) {
            violations.add(rule(each.getMessageTemplate()), pointer(each.getPropertyPath()), each.getInvalidValue());
        }
    }

    private void check(Record owner, String pointer, Violations violations) {
        for (FieldCheck each : fields) {
            if (!each.holds(owner)) {
                each.report(
                        each.field.read(owner),
                        Hearing.step(new StringBuilder(pointer), each.field.name())
                                .toString(),
                        violations);
            }
        }
    }

    private boolean hold(Object part) {
        for (FieldCheck each : fields) {
            if (!each.holds((Record) part)) {
                return false;
            }
        }
        return true;
    }

    /**
     * One constraint.
     *
     * @param rule the code of the rule that it carries
     * @param holds whether it holds of a value
     */
    private record Check(String rule, Predicate<@Nullable Object> holds) {

        static boolean hold(List<Check> checks, @Nullable Object value) {
            for (int i = 0; i < checks.size(); i++) {
                if (!checks.get(i).holds.test(value)) {
                    return false;
                }
            }
            return true;
        }

        static void report(List<Check> checks, @Nullable Object value, String pointer, Violations violations) {
            for (Check each : checks) {
                if (!each.holds.test(value)) {
                    violations.add(each.rule, pointer, value);
                }
            }
        }
    }

    /**
     * What is asked of a field.
     *
     * @param field the field
     * @param value what is asked of its value
     * @param item what is asked of each of its values, where it holds several
     * @param parts what is asked of the parts in it, or null when nothing is
     */
    private record FieldCheck(
            RecordField field,
            List<Check> value,
            List<Check> item,
            @Nullable ConstraintChecks parts) {

        private boolean holds(Record owner) {
            Object found = field.read(owner);
            if (!Check.hold(value, found)) {
                return false;
            }
            if (found instanceof Collection<?> many) {
                for (Object each : many) {
                    if (!Check.hold(item, each) || parts != null && !parts.hold(each)) {
                        return false;
                    }
                }
                return true;
            }
            return parts == null || found == null || parts.hold(found);
        }

        private void report(@Nullable Object found, String pointer, Violations violations) {
            Check.report(value, found, pointer, violations);
            if (found instanceof Collection<?> many) {
                int i = 0;
                for (Object each : many) {
                    String at = pointer + '/' + i++;
                    Check.report(item, each, at, violations);
                    if (parts != null) {
                        parts.check((Record) each, at, violations);
                    }
                }
            } else if (parts != null && found != null) {
                parts.check((Record) found, pointer, violations);
            }
        }
    }

    private static Field declared(Class<?> type, RecordField field) {
        try {
            return type.getDeclaredField(field.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a component without its field: " + field, e);
        }
    }

    private static @Nullable AnnotatedType item(Field field) {
        return field.getAnnotatedType() instanceof AnnotatedParameterizedType type
                ? type.getAnnotatedActualTypeArguments()[0]
                : null;
    }

    private List<Check> checks(AnnotatedElement element) {
        List<Check> checks = new ArrayList<>();
        for (Annotation each : constraints(element)) {
            Check check = check(each);
            if (check == null) {
                complete = false;
            } else {
                checks.add(check);
            }
        }
        return List.copyOf(checks);
    }

    /** All constraints on a component or on the items of one; of one that is repeated, each. */
    static List<Annotation> constraints(AnnotatedElement element) {
        List<Annotation> constraints = new ArrayList<>();
        for (Annotation each : element.getAnnotations()) {
            if (isConstraint(each)) {
                constraints.add(each);
            } else {
                constraints.addAll(repeated(each));
            }
        }
        return List.copyOf(constraints);
    }

    private static boolean isConstraint(Annotation annotation) {
        return annotation.annotationType().isAnnotationPresent(Constraint.class);
    }

    /** Java keeps a constraint that is repeated in an annotation of its own, whose value they are. */
    private static List<Annotation> repeated(Annotation container) {
        try {
            Method value = container.annotationType().getMethod("value");
            return value.invoke(container) instanceof Annotation[] held
                    ? Stream.of(held).filter(ConstraintChecks::isConstraint).toList()
                    : List.of();
        } catch (NoSuchMethodException none) {
            return List.of();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an annotation that cannot be read: " + container.annotationType(), e);
        }
    }

    /** One constraint as the provider understands it, or null for one that is not known here. */
    private static @Nullable Check check(Annotation constraint) {
        if (constraint instanceof NotNull asked) {
            return new Check(rule(asked.message()), value -> value != null);
        }
        if (constraint instanceof NotEmpty asked) {
            return new Check(rule(asked.message()), value -> value != null && length(value) > 0);
        }
        if (constraint instanceof NotBlank asked) {
            return new Check(
                    rule(asked.message()),
                    value -> value instanceof String text && !text.trim().isEmpty());
        }
        if (constraint instanceof Size asked) {
            return new Check(
                    rule(asked.message()),
                    value -> value == null || length(value) >= asked.min() && length(value) <= asked.max());
        }
        if (constraint instanceof Pattern asked && asked.flags().length == 0) {
            java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(asked.regexp());
            return new Check(
                    rule(asked.message()),
                    value -> value == null
                            || value instanceof String text
                                    && pattern.matcher(text).matches());
        }
        if (constraint instanceof Positive asked) {
            return new Check(rule(asked.message()), value -> value == null || signum(value) > 0);
        }
        if (constraint instanceof PositiveOrZero asked) {
            return new Check(rule(asked.message()), value -> value == null || signum(value) >= 0);
        }
        if (constraint instanceof Digits asked) {
            return new Check(
                    rule(asked.message()), value -> value == null || digits(value, asked.integer(), asked.fraction()));
        }
        if (constraint instanceof WellFormed asked) {
            return new Check(
                    rule(asked.message()), value -> value == null || value instanceof Code code && code.wellFormed());
        }
        return null;
    }

    /** The code in a message, which stands in braces. */
    private static String rule(String message) {
        return message.substring(1, message.length() - 1);
    }

    /** The JSON Pointer of a property path: components by name, list items by index. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node each : path) {
            if (each.isInIterable()) {
                pointer.append('/').append(each.getIndex() == null ? each.getKey() : each.getIndex());
            }
            if (each.getKind() != ElementKind.CONTAINER_ELEMENT) {
                Hearing.step(pointer, each.getName());
            }
        }
        return pointer.toString();
    }

    /** The length of a text or the count of a list; -1, which is never asked for, of anything else. */
    private static int length(Object value) {
        return value instanceof Collection<?> many ? many.size() : value instanceof String text ? text.length() : -1;
    }

    private static boolean digits(Object value, int whole, int fraction) {
        return value instanceof BigDecimal amount
                && amount.precision() - amount.scale() <= whole
                && amount.scale() <= fraction;
    }

    private static int signum(Object value) {
        return value instanceof BigDecimal amount
                ? amount.signum()
                : value instanceof Integer || value instanceof Long ? Long.signum(((Number) value).longValue()) : -1;
    }
}
