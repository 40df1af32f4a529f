package org.gongkai.core.kind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes records of one type of values by path. What reflection tells of the type is asked for once. */
final class Assembly {

    private final Class<?> type;
    private final List<RecordField> fields;
    private final Class<?>[] types;
    private final Constructor<?> constructor;

    /** @param fields the fields of the type in their order, as {@link RecordField#of} has them */
    Assembly(Class<?> type, List<RecordField> fields) {
        this.type = type;
        this.fields = fields;
        this.types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw cannot(e);
        }
    }

    /** Makes a record; what has no value is absent. */
    Object of(Map<String, ?> values, Map<String, Object> other) {
        @Nullable Object[] arguments = new @Nullable Object[types.length];
        int field = 0;
        for (int i = 0; i < types.length; i++) {
            Object value = types[i] == Map.class ? other : fields.get(field++).value(values);
            boolean listed = types[i] == Set.class && value instanceof List<?>;
            Object fit = listed ? new LinkedHashSet<>((List<?>) value) : value;
            arguments[i] = fit == null ? absent(types[i]) : fit;
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw cannot(e);
        } catch (ReflectiveOperationException e) {
            throw cannot(e);
        }
    }

    private IllegalStateException cannot(ReflectiveOperationException e) {
        return new IllegalStateException("canonical type " + type.getName() + " cannot be made", e);
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == List.class ? List.of() : type == Set.class ? Set.of() : null;
    }
}
