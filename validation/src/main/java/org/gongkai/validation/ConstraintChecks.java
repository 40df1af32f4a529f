package org.gongkai.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * The constraints on the components of a kind, compiled to plain calls. They tell quickly that all hold, as in most records
 * most do; what to say where one does not hold is for the validation provider, which is asked about those fields alone.
 */
final class ConstraintChecks {

    private final List<FieldCheck> fields;

    private ConstraintChecks(Class<?> type, List<RecordField> fields) {
        List<FieldCheck> checks = new ArrayList<>();
        for (RecordField each : fields) {
            FieldCheck check = FieldCheck.of(type, each);
            if (check != null) {
                checks.add(check);
            }
        }
        this.fields = List.copyOf(checks);
    }

    static ConstraintChecks of(RecordKind<?> kind) {
        return new ConstraintChecks(kind.type(), kind.fields());
    }

    /**
     * What does not hold of a record. Only fields whose own values are at fault are asked for one by one; the provider does not
     * say of one field what is wrong with a part in it.
     */
    Set<ConstraintViolation<DisclosureRecord>> violations(DisclosureRecord record, Validator provider) {
        List<FieldCheck> broken = broken((Record) (Object) record);
        if (broken.isEmpty()) {
            return Set.of();
        }
        if (broken.stream().anyMatch(each -> each.parts() != null)) {
            return provider.validate(record, Default.class, Advice.class);
        }
        Set<ConstraintViolation<DisclosureRecord>> violations = new HashSet<>();
        for (FieldCheck each : broken) {
            violations.addAll(provider.validateProperty(record, each.field().name(), Default.class, Advice.class));
        }
        return violations;
    }

    /** The fields at which, or within which, some constraint does not hold; none in most records. */
    private List<FieldCheck> broken(Record owner) {
        List<FieldCheck> broken = List.of();
        for (FieldCheck each : fields) {
            if (!each.holds(owner)) {
                broken = broken.isEmpty() ? new ArrayList<>() : broken;
                broken.add(each);
            }
        }
        return broken;
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
     * What is asked of a field.
     *
     * @param field the field
     * @param value what its value must be
     * @param item what each of its values must be, where it holds several
     * @param parts what is asked of the parts in it, or null when nothing is
     */
    private record FieldCheck(
            RecordField field,
            List<Predicate<@Nullable Object>> value,
            List<Predicate<@Nullable Object>> item,
            @Nullable ConstraintChecks parts) {

        /** Null when nothing is asked of the field. */
        static @Nullable FieldCheck of(Class<?> type, RecordField field) {
            Field declared = declared(type, field);
            AnnotatedType item = item(declared);
            boolean cascades =
                    declared.isAnnotationPresent(Valid.class) || item != null && item.isAnnotationPresent(Valid.class);
            FieldCheck check = new FieldCheck(
                    field,
                    predicates(declared),
                    item == null ? List.of() : predicates(item),
                    cascades ? new ConstraintChecks(field.type(), field.parts()) : null);
            return check.value.isEmpty() && check.item.isEmpty() && !cascades ? null : check;
        }

        private boolean holds(Record owner) {
            Object found = field.read(owner);
            if (!hold(value, found)) {
                return false;
            }
            if (found instanceof Collection<?> many) {
                for (Object each : many) {
                    if (!hold(item, each) || parts != null && !parts.hold(each)) {
                        return false;
                    }
                }
                return true;
            }
            return parts == null || found == null || parts.hold(found);
        }

        private static boolean hold(List<Predicate<@Nullable Object>> all, @Nullable Object value) {
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).test(value)) {
                    return false;
                }
            }
            return true;
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
    }

    private static List<Predicate<@Nullable Object>> predicates(AnnotatedElement element) {
        List<Predicate<@Nullable Object>> predicates = new ArrayList<>();
        for (Annotation each : element.getAnnotations()) {
            if (each.annotationType().isAnnotationPresent(Constraint.class)) {
                predicates.add(predicate(each));
            }
        }
        return List.copyOf(predicates);
    }

    /** One constraint as the provider understands it; one that is not known here never holds, so that the provider is asked. */
    private static Predicate<@Nullable Object> predicate(Annotation constraint) {
        if (constraint instanceof NotNull) {
            return value -> value != null;
        }
        if (constraint instanceof NotEmpty) {
            return value -> value != null && length(value) > 0;
        }
        if (constraint instanceof NotBlank) {
            return value -> value instanceof String text && !text.trim().isEmpty();
        }
        if (constraint instanceof Size size) {
            return value -> value == null || length(value) >= size.min() && length(value) <= size.max();
        }
        if (constraint instanceof Pattern pattern && pattern.flags().length == 0) {
            java.util.regex.Pattern compiled = java.util.regex.Pattern.compile(pattern.regexp());
            return value -> value == null
                    || value instanceof String text && compiled.matcher(text).matches();
        }
        if (constraint instanceof Positive) {
            return value -> value == null || signum(value) > 0;
        }
        if (constraint instanceof PositiveOrZero) {
            return value -> value == null || signum(value) >= 0;
        }
        if (constraint instanceof WellFormed) {
            return value -> value == null || value instanceof Code code && code.wellFormed();
        }
        return value -> false;
    }

    /** The length of a text or the count of a list; -1, which is never asked for, of anything else. */
    private static int length(Object value) {
        return value instanceof Collection<?> many ? many.size() : value instanceof String text ? text.length() : -1;
    }

    private static int signum(Object value) {
        return value instanceof BigDecimal amount
                ? amount.signum()
                : value instanceof Integer || value instanceof Long ? Long.signum(((Number) value).longValue()) : -1;
    }
}
