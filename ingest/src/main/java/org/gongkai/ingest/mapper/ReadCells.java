package org.gongkai.ingest.mapper;

import java.util.HashMap;
import java.util.Map;
import org.gongkai.core.Reading;
import org.gongkai.ingest.mapping.Component;

/**
 * What the cells of one table were read as: most columns of a list hold the same few texts again and again. Of each column some
 * hundred short texts are remembered, so that a table of any length needs no more. For one thread.
 */
final class ReadCells {

    private static final int MOST_OF_A_COLUMN = 512;
    private static final int LONGEST = 64;

    private final ValueReader values;
    private final Map<Component, Map<String, Reading<?>>> columns = new HashMap<>();

    ReadCells(ValueReader values) {
        this.values = values;
    }

    /** What {@link ValueReader#read} says, which depends on nothing but the component and the text. */
    Reading<?> read(Component component, String raw) {
        if (raw.length() > LONGEST) {
            return values.read(component, raw);
        }
        Map<String, Reading<?>> column = columns.computeIfAbsent(component, each -> new HashMap<>());
        Reading<?> known = column.get(raw);
        if (known == null) {
            known = values.read(component, raw);
            if (column.size() < MOST_OF_A_COLUMN) {
                column.put(raw, known);
            }
        }
        return known;
    }
}
