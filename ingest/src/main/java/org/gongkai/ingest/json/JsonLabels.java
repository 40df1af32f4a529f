package org.gongkai.ingest.json;

import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.jspecify.annotations.Nullable;

/** What the names in JSON mean: labels, or the canonical names of components. Immutable. */
record JsonLabels(LabelAliases aliases) {

    /** The component that a name stands for, or null. */
    @Nullable
    Component component(String name) {
        return aliases.find(name) == null ? Component.of(name) : aliases.component(name);
    }

    /** The component that a name stands for by itself, where no label says so; or null. */
    @Nullable
    Component canonical(String name) {
        return aliases.find(name) == null ? Component.of(name) : null;
    }

    boolean knows(String name) {
        return component(name) != null;
    }
}
