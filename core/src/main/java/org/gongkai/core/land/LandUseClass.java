package org.gongkai.core.land;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.Evidence;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A class of the national classification of land use (土地利用现状分类, GB/T 21010) that is not itself one of the
 * {@linkplain LandClass.Name classes of the law}: 水田 within 耕地, 农村宅基地 within 建设用地. The classes are data.
 *
 * @param name its name
 * @param code its code in GB/T 21010-2017, two digits for a class of the first level, four for the second; null for a
 *     class of an earlier edition
 * @param within the class of the law in which it lies; null where it lies in several, or where editions differ
 * @param evidence how well that is known
 */
public record LandUseClass(String name, @Nullable String code, LandClass.@Nullable Name within, Evidence evidence) {

    private static final String RESOURCE = "land-use-classes.csv";
    private static final Map<String, LandUseClass> SHIPPED = shipped();

    /**
     * The class that a text names, blanks aside.
     *
     * @param text any text
     * @return the class, or null when the classification has none of that name, or it is a class of the law
     */
    public static @Nullable LandUseClass named(String text) {
        return SHIPPED.get(LegacyText.folded(text));
    }

    /**
     * The names of all classes, those of earlier editions among them.
     *
     * @return the names, in no order
     */
    public static Set<String> names() {
        return SHIPPED.values().stream().map(LandUseClass::name).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, LandUseClass> shipped() {
        return Csv.shipped(LandUseClass.class.getResourceAsStream(RESOURCE), RESOURCE, reader -> {
            Map<String, LandUseClass> classes = new LinkedHashMap<>();
            for (Csv.Row row : Csv.readUnnamed(reader, RESOURCE, List.of("name", "code", "within", "evidence"))) {
                String name = row.required("name");
                String wider = row.text("within");
                LandClass.Name within =
                        wider == null ? null : LandClass.parse(wider).name();
                if (wider != null && within == null) {
                    throw row.wrong("within", wider, "a class of the law");
                }
                classes.put(
                        LegacyText.folded(name),
                        new LandUseClass(
                                name, row.text("code"), within, row.requiredOneOf(Evidence.class, "evidence")));
            }
            return Map.copyOf(classes);
        });
    }
}
