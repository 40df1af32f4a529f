package org.gongkai.core.blank;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The properties that the type of a record does not know. Jackson hands them over one by one after it has made the
 * record, for versions before 2.19 give a record's constructor no such thing; for everybody else the map cannot be
 * changed.
 */
public final class UnknownProperties extends AbstractMap<String, Object> {

    /** What stands for a value that may name a person. */
    private static final String HIDDEN = "***";

    private Map<String, @Nullable Object> properties = Map.of();

    private final boolean namesAlone;

    UnknownProperties() {
        this(false);
    }

    UnknownProperties(boolean namesAlone) {
        this.namesAlone = namesAlone;
    }

    /**
     * Takes a property from JSON.
     *
     * @param name its name
     * @param value its value, untyped, or null
     */
    public void add(String name, @Nullable Object value) {
        if (properties.isEmpty()) {
            properties = new TreeMap<>();
        }
        properties.put(name, namesAlone ? HIDDEN : value);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return Collections.<String, Object>unmodifiableMap(properties).entrySet();
    }
}
