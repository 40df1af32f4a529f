package org.gongkai.ingest.decision;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.gongkai.core.decision.DecisionProcedure;
import org.gongkai.core.decision.MaterialType;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds.
 *
 * @param meaning what it holds
 * @param material the type of material, for a column of links
 * @param procedure the procedure, for a column of marks
 */
record Sense(
        DecisionMeaning meaning,
        @Nullable MaterialType material,
        @Nullable DecisionProcedure procedure) {

    private static final String MATERIAL = "material:";

    static Sense of(DecisionMeaning meaning) {
        return new Sense(meaning, null, null);
    }

    static Sense of(MaterialType.Type type) {
        return new Sense(DecisionMeaning.MATERIAL, MaterialType.of(type), null);
    }

    /** The sense that a data file or a mapping names, or null. */
    static @Nullable Sense named(String name) {
        if (name.startsWith(MATERIAL)) {
            MaterialType type = MaterialType.parse(name.substring(MATERIAL.length()));
            return type.wellFormed() ? new Sense(DecisionMeaning.MATERIAL, type, null) : null;
        }
        return Arrays.stream(DecisionMeaning.values())
                .filter(each -> each.named() && each.path().equals(name))
                .findFirst()
                .map(Sense::of)
                .orElse(null);
    }

    /** The names that a mapping may use. */
    static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (DecisionMeaning each : DecisionMeaning.values()) {
            if (each.named()) {
                names.add(each.path());
            }
        }
        for (MaterialType.Type each : MaterialType.Type.values()) {
            names.add(MATERIAL + each.label());
        }
        return names;
    }
}
