package org.gongkai.ingest.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.mapping.Component;
import org.jspecify.annotations.Nullable;

/**
 * A family of search interfaces: where the rows of an answer stand, and what the names in them mean. A row is one of the
 * family when it has all names of its sign, whatever stands around it.
 *
 * @param rows the pointers of rows, {@code *} for any step
 * @param sign the names that tell the family, letters small
 * @param keys what the names mean, letters small
 */
record SearchFamily(Set<String> rows, Set<String> sign, Map<String, Meaning> keys) {

    private static final String FILE = "search-families.csv";

    private static final List<SearchFamily> ALL = Csv.shipped(
            SearchFamily.class.getResourceAsStream(FILE),
            FILE,
            reader -> of(Csv.read(reader, FILE, List.of("family", "key", "means", "sign", "evidence", "seen"))));

    /**
     * What a name means.
     *
     * @param component null for a name that gives the record nothing
     * @param answers true for what says something of the answer or its site; false for a code that nobody explains
     */
    record Meaning(@Nullable Component component, boolean answers) {}

    private static List<SearchFamily> of(List<Csv.Row> table) {
        Map<String, SearchFamily> families = new LinkedHashMap<>();
        for (Csv.Row row : table) {
            SearchFamily family = families.computeIfAbsent(
                    Objects.requireNonNull(row.text("family")),
                    name -> new SearchFamily(new LinkedHashSet<>(), new HashSet<>(), new HashMap<>()));
            String key = Objects.requireNonNull(row.text("key"));
            String means = Objects.requireNonNull(row.text("means"));
            if (means.equals("rows")) {
                family.rows.add(key);
                continue;
            }
            String name = key.toLowerCase(Locale.ROOT);
            boolean none = means.equals("-") || means.equals("?");
            family.keys.put(
                    name,
                    new Meaning(none ? null : Objects.requireNonNull(Component.of(means), means), means.equals("-")));
            if (row.text("sign") != null) {
                family.sign.add(name);
            }
        }
        return families.values().stream()
                .map(each -> new SearchFamily(Set.copyOf(each.rows), Set.copyOf(each.sign), Map.copyOf(each.keys)))
                .toList();
    }

    /** The family of a row, or null. */
    static @Nullable SearchFamily of(Set<String> names) {
        Set<String> small = new HashSet<>();
        names.forEach(each -> small.add(each.toLowerCase(Locale.ROOT)));
        return ALL.stream()
                .filter(each -> small.containsAll(each.sign))
                .findFirst()
                .orElse(null);
    }

    /** Whether a pointer is one at which rows of some family stand. */
    static boolean rowsAt(String pointer) {
        return ALL.stream().flatMap(each -> each.rows.stream()).anyMatch(each -> fits(each, pointer));
    }

    private static boolean fits(String pattern, String pointer) {
        String[] wanted = pattern.split("/", -1);
        String[] found = pointer.split("/", -1);
        boolean fits = wanted.length == found.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = wanted[i].equals("*") || wanted[i].equals(found[i]);
        }
        return fits;
    }

    /** What a name in a row means, or null where the family has nothing to say of it. */
    @Nullable
    Meaning meaning(String name) {
        return keys.get(name.toLowerCase(Locale.ROOT));
    }
}
