package org.gongkai.ingest.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.jspecify.annotations.Nullable;

/** What the names in JSON mean: labels, or the canonical names of components. Immutable. */
record JsonLabels(LabelAliases aliases) {

    /** The component that a name or path stands for, or null. */
    @Nullable
    Component component(String path) {
        LabelAliases.Alias alias = aliases.find(path);
        if (alias != null) {
            return alias.component();
        }
        Component canonical = Component.of(path);
        String plain = withoutType(path);
        return canonical != null || plain.equals(path) ? canonical : component(plain);
    }

    /** The component that a name stands for by itself, where no label says so; or null. */
    @Nullable
    Component canonical(String name) {
        return aliases.find(name) == null ? Component.of(name) : null;
    }

    boolean knows(String name) {
        return component(name) != null;
    }

    /** A path without what MongoDB says of the value's type: {@code date.$date.$numberLong} is the date. */
    private static String withoutType(String path) {
        int type = path.indexOf(".$");
        return type > 0 ? path.substring(0, type) : path;
    }

    /**
     * The objects inside a record that hold its fields, as {@code _source} does in an answer to a search; none where the
     * record itself has two known names.
     */
    Set<String> wrappers(List<JsonLeaves.Leaf> leaves) {
        Map<String, Integer> known = new HashMap<>();
        for (JsonLeaves.Leaf each : leaves) {
            String path = withoutType(each.path());
            if (knows(path)) {
                known.merge("", 1, Integer::sum);
            }
            for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
                if (knows(path.substring(dot + 1))) {
                    known.merge(path.substring(0, dot), 1, Integer::sum);
                }
            }
        }
        if (known.getOrDefault("", 0) > 1) {
            return Set.of();
        }
        Set<String> wrappers = new TreeSet<>();
        known.forEach((path, count) -> {
            if (count > 1 && !path.isEmpty()) {
                wrappers.add(path);
            }
        });
        return wrappers;
    }

    /**
     * The name by which a value is known: its path, or what is left of it inside a wrapper. What stands beside the wrapper
     * is about the answer and not the record, unless the user's mapping says otherwise.
     */
    String name(String path, Set<String> wrappers) {
        LabelAliases.Alias alias = aliases.find(path);
        if (alias != null && (wrappers.isEmpty() || alias.order() < 0 || path.indexOf('.') > 0)) {
            return path;
        }
        for (String each : wrappers) {
            String inside = path.startsWith(each + '.') ? path.substring(each.length() + 1) : "";
            if (!inside.isEmpty() && knows(inside)) {
                return known(inside);
            }
        }
        return wrappers.isEmpty() ? known(path) : '[' + path + ']';
    }

    /** A path as it is inside the wrapper that holds it; a path that no wrapper holds is as it was. */
    String inside(String path, Set<String> wrappers) {
        for (String each : wrappers) {
            if (path.startsWith(each + '.')) {
                return withoutType(path.substring(each.length() + 1));
            }
        }
        return withoutType(path);
    }

    /** Whether a value says something of the answer: its score, its place in the store, or what stands beside the wrapper. */
    boolean ofAnswer(String path, Set<String> wrappers) {
        boolean wrapped = wrappers.stream().anyMatch(each -> path.startsWith(each + '.'));
        return !wrappers.isEmpty() && !wrapped || JsonAnswer.ofAnswer(inside(path, wrappers));
    }

    private String known(String path) {
        return aliases.find(path) == null ? withoutType(path) : path;
    }
}
