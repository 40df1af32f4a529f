package org.gongkai.ingest.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.table.NamedRows.Value;
import org.jspecify.annotations.Nullable;

/**
 * Hands the objects of a JSON file over as rows of a table. An object with one list of objects in it is a row for each
 * of them, each with what stands around the list. One file, one use.
 */
public final class JsonRows {

    private final Predicate<String> knows;
    private final boolean confidential;
    private final Taker taker;

    /**
     * @param knows whether a name is the header of a column
     * @param confidential whether an object that cannot be read may be shown nowhere
     * @param taker takes the rows
     */
    public JsonRows(Predicate<String> knows, boolean confidential, Taker taker) {
        this.knows = knows;
        this.confidential = confidential;
        this.taker = taker;
    }

    /** Takes rows. */
    public interface Taker {

        /** Takes rows for nobody, as when it was told already why they are not read. */
        Taker NOBODY = new Taker() {
            @Override
            public void row(int number, List<Value> values) {}

            @Override
            public void record() {}
        };

        /** Takes a row; its number is the object's in the file, and several may have one. */
        void row(int number, List<Value> values);

        /** Told that a record stood among the objects that is no row. */
        void record();
    }

    boolean knows(String name) {
        return knows.test(name);
    }

    boolean confidential() {
        return confidential;
    }

    void record() {
        taker.record();
    }

    void take(JsonLeaves.Flat flat, Location place) {
        int number = place.row() == null ? 1 : place.row();
        List<List<String>> names = new ArrayList<>();
        flat.leaves().forEach(each -> names.add(name(each.path())));
        List<String> list = list(names);
        int items = list == null
                ? 1
                : (int) names.stream()
                        .filter(each -> inside(each, list))
                        .map(each -> each.get(list.size()))
                        .distinct()
                        .count();
        for (int item = 1; item <= items; item++) {
            List<Value> values = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                List<String> name = names.get(i);
                boolean inner = list != null && inside(name, list);
                if (!inner) {
                    values.add(new Value(name, i + 1, flat.leaves().get(i).value()));
                } else if (name.get(list.size()).equals(String.valueOf(item))) {
                    List<String> own = new ArrayList<>(name);
                    own.remove(list.size());
                    values.add(new Value(own, i + 1, flat.leaves().get(i).value()));
                }
            }
            taker.row(number, values);
        }
    }

    /** The names from the outermost, without what MongoDB says of a value's type. */
    private static List<String> name(String path) {
        List<String> names = new ArrayList<>();
        for (String each : StringUtils.splitPreserveAllTokens(path, '.')) {
            if (each.startsWith("$") && !names.isEmpty()) {
                break;
            }
            names.add(each);
        }
        return names.isEmpty() ? List.of(path) : names;
    }

    private static boolean inside(List<String> name, List<String> list) {
        return name.size() > list.size() + 1 && name.subList(0, list.size()).equals(list);
    }

    /** The name of the one list of objects, or null when there is none or more than one. */
    private static @Nullable List<String> list(List<List<String>> names) {
        Map<List<String>, Integer> lists = new LinkedHashMap<>();
        Map<List<String>, Boolean> broken = new HashMap<>();
        for (List<String> each : names) {
            for (int at = 1; at + 1 < each.size(); at++) {
                List<String> before = each.subList(0, at);
                int last = lists.getOrDefault(before, 0);
                String number = each.get(at);
                if (number.equals(String.valueOf(last + 1))) {
                    lists.put(before, last + 1);
                } else if (last == 0 || !number.equals(String.valueOf(last))) {
                    broken.put(before, true);
                }
            }
        }
        lists.keySet().removeAll(broken.keySet());
        List<List<String>> outermost = lists.keySet().stream()
                .filter(each -> lists.keySet().stream().noneMatch(other -> !other.equals(each) && inside(each, other)))
                .toList();
        return outermost.size() == 1 ? outermost.get(0) : null;
    }
}
