package org.gongkai.core.blank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.core.Code;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Makes one form of what is absent: null for a scalar, an empty list or map for a collection. */
public final class Blank {

    /**
     * The name by which no JSON holds the unknown properties: they have their own names, and one that is called
     * {@code other} is unknown as any.
     */
    public static final String NO_NAME = "\uE000";

    private Blank() {}

    /**
     * A text, or null when it is blank.
     *
     * @param text the text, or null
     * @return the text as it stands, or null
     */
    public static @Nullable String toNull(@Nullable String text) {
        return text == null || LegacyText.blank(text) ? null : text;
    }

    /**
     * A code, or null when its text is blank.
     *
     * @param code the code, or null
     * @param <C> the type of the code
     * @return the code, or null
     */
    public static <C extends Code> @Nullable C toNull(@Nullable C code) {
        return code == null || LegacyText.blank(code.text()) ? null : code;
    }

    /**
     * A list without its null and blank items.
     *
     * @param list the list, or null
     * @param <T> the type of the items
     * @return an immutable list
     */
    public static <T> List<T> dropped(@Nullable List<T> list) {
        if (list == null || list.isEmpty()) {
            return List.of();
        }
        List<T> items = new ArrayList<>(list);
        items.removeIf(each -> each == null
                || each instanceof String text && LegacyText.blank(text)
                || each instanceof Code code && LegacyText.blank(code.text()));
        return List.copyOf(items);
    }

    /**
     * Unknown properties in the order of their names. That of their source is not known: the reading of JSON hands those
     * of a record over from the last to the first, so that a record read twice would not be written as it was.
     *
     * @param properties the properties, or null for those that JSON may still bring
     * @return an unmodifiable map; not {@link Map#copyOf}, since an unknown property may be null
     */
    public static Map<String, Object> kept(@Nullable Map<String, Object> properties) {
        return properties == null ? new UnknownProperties() : Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /**
     * Unknown properties of a kind whose unknown values may name a person: their names alone, with three asterisks for each value.
     *
     * @param properties the properties, or null for those that JSON may still bring
     * @return an unmodifiable map
     */
    public static Map<String, Object> namesAlone(@Nullable Map<String, Object> properties) {
        UnknownProperties names = new UnknownProperties(true);
        if (properties != null) {
            properties.forEach(names::add);
        }
        return names;
    }
}
