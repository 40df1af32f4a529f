package org.gongkai.core.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.Code;

/** Shows by example which JSON a type is read from, in signs that need no language. */
public final class JsonForm {

    private JsonForm() {}

    /**
     * The form of a type's values.
     *
     * @param type the type of a property, not null
     * @return an example such as {@code "2023-07-21"} or {@code […]}; of an enum all values, joined by {@code |}
     */
    public static String of(Class<?> type) {
        if (type == LocalDate.class) {
            return "\"2023-07-21\"";
        }
        if (type == OffsetDateTime.class) {
            return "\"2023-07-21T08:00:00+08:00\"";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true | false";
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "12.5";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return "12";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "[…]";
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(each -> '"' + written(type, each) + '"')
                    .collect(Collectors.joining(" | "));
        }
        return CharSequence.class.isAssignableFrom(type) || Code.class.isAssignableFrom(type) ? "\"…\"" : "{…}";
    }

    /**
     * How a term is written in JSON.
     *
     * @param type its enum
     * @param constant the term
     * @return its text, without quotes
     */
    public static String written(Class<?> type, Object constant) {
        for (Method each : type.getMethods()) {
            if (each.isAnnotationPresent(JsonValue.class)) {
                try {
                    return String.valueOf(each.invoke(constant));
                } catch (ReflectiveOperationException unreadable) {
                    throw new IllegalStateException(unreadable);
                }
            }
        }
        return ((Enum<?>) constant).name();
    }
}
