package org.gongkai.ingest.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.ValueLooks;
import org.jspecify.annotations.Nullable;

/** Finds where in a text of JSON the records stand. Immutable. */
final class JsonPlaces {

    private static final Set<String> KINDS = Stream.of(
                    DisclosureRecord.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.toUnmodifiableSet());

    /** The whole value is the record. */
    static final String ROOT = "";

    /** The step to the items of a list, and to the members of an object that keeps records by their ids. */
    static final String EACH = "/*";

    /** More rows of a list tell no more of it, nor do more lists, names of a row or characters of a value. */
    private static final int MOST_ROWS = 20;

    private static final int MOST_LISTS = 64;
    private static final int MOST_NAMES = 64;
    private static final int LONGEST_VALUE = 400;

    private final Predicate<String> knows;
    private final boolean samples;

    /**
     * @param knows whether a name is a label of a record
     * @param samples whether records may be known by the look of their values, where they are not by their names
     */
    JsonPlaces(Predicate<String> knows, boolean samples) {
        this.knows = knows;
        this.samples = samples;
    }

    /** Whether a text is the kind of a canonical record. */
    static boolean isKind(String text) {
        return KINDS.contains(text);
    }

    /**
     * Where the records of a text stand.
     *
     * @param records pointers of the records, with {@link #EACH} for any item of a list and any member of a map
     * @param maps pointers of the objects that keep records by their ids
     * @param values how many values the text has; one, but for texts that were written one behind the other
     * @param byValues what names mean by the look of their values, where no record was known by its names; otherwise empty
     */
    record Found(Set<String> records, Set<String> maps, int values, Map<String, Component> byValues) {

        /** The places as a report names them: the lists and maps that hold the records. */
        List<String> told() {
            return records.stream()
                    .map(each -> each.endsWith(EACH) ? each.substring(0, each.length() - EACH.length()) : each)
                    .toList();
        }

        /** Whether the records stand inside something else. */
        boolean enclosed() {
            return records.stream().anyMatch(each -> !each.equals(ROOT) && !each.equals(EACH)) || maps.contains(ROOT);
        }
    }

    /** Pointers, and the places that hold what they point to. */
    static Set<String> leading(Set<String> pointers) {
        Set<String> leading = new HashSet<>(pointers);
        for (String each : pointers) {
            // What holds a place that is there already is there, too.
            for (int end = each.lastIndexOf('/'); end > 0 && leading.add(each.substring(0, end)); ) {
                end = each.lastIndexOf('/', end - 1);
            }
        }
        return leading;
    }

    /** Looks through all values of a text. */
    Found find(JsonParser parser) throws IOException {
        Search search = new Search();
        int values = 0;
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values++;
                search.value(parser, token);
            }
        } catch (JsonProcessingException brokenOff) {
            // Whoever reads what stands before it comes to the place and tells.
            values = Math.max(1, values);
        }
        if (!search.known && samples) {
            Found byValues = search.byValues(values);
            if (byValues != null) {
                return byValues;
            }
        }
        Set<String> records = search.records.outermost();
        Set<String> families = leading(search.families);
        Set<String> rows = records.stream()
                .filter(each -> SearchFamily.rowsAt(each) && families.contains(each))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        // What else has known names in an answer of a known family is no record: pagers, facets, what was asked.
        records = rows.isEmpty() ? records : rows;
        return new Found(records.isEmpty() ? Set.of(ROOT) : records, Set.copyOf(search.maps), values, Map.of());
    }

    /** Pointers in order, so that those inside a place stand together behind it. */
    private static final class Pointers {

        private final NavigableMap<String, Integer> order = new TreeMap<>();
        private int count;

        void add(String pointer) {
            order.putIfAbsent(pointer, count++);
        }

        /** What is inside a record belongs to it. */
        void removeInside(String pointer) {
            // '0' is the character behind '/'.
            order.subMap(pointer + '/', true, pointer + '0', false).clear();
        }

        /** The places that are in no object of another, in the order in which they were found. */
        Set<String> outermost() {
            Map<Integer, String> outermost = new TreeMap<>();
            order.forEach((pointer, at) -> {
                boolean inside = false;
                for (int end = pointer.indexOf('/', 1); end >= 0 && !inside; end = pointer.indexOf('/', end + 1)) {
                    inside = order.containsKey(pointer.substring(0, end));
                }
                if (!inside) {
                    outermost.put(at, pointer);
                }
            });
            return new LinkedHashSet<>(outermost.values());
        }
    }

    /** What an object is, and the names in it that are known. */
    private record Seen(boolean record, boolean scalar, Set<String> names) {}

    private final class Search {

        private final Pointers records = new Pointers();
        private final Set<String> maps = new HashSet<>();

        /** The places whose rows are of a known family, themselves or with what they hold. */
        private final Set<String> families = new HashSet<>();

        private final Map<String, Map<String, List<String>>> lists = new LinkedHashMap<>();

        /** Whether a record was known by its names. */
        private boolean known;

        /** The list whose values tell most, or null when none looks like a list of documents. */
        @Nullable
        Found byValues(int values) {
            ValueLooks looks = new ValueLooks();
            String place = null;
            Map<String, Component> most = Map.of();
            for (Map.Entry<String, Map<String, List<String>>> each : lists.entrySet()) {
                Map<String, Component> meanings = looks.meanings(each.getValue());
                if (meanings.size() > most.size()) {
                    place = each.getKey();
                    most = meanings;
                }
            }
            return place == null ? null : new Found(Set.of(place), Set.of(), values, most);
        }

        /** Keeps a value of a list's item, or of an object in it such as {@code _source}. */
        private void sample(String object, String member, String value) {
            int item = object.lastIndexOf(EACH);
            if (!samples || known || item < 0 || object.indexOf('/', item + EACH.length() + 1) > 0) {
                return;
            }
            String pointer = object.substring(0, item + EACH.length());
            String inside = object.substring(pointer.length());
            String name = inside.isEmpty() ? member : inside.substring(1) + '.' + member;
            if (lists.size() >= MOST_LISTS && !lists.containsKey(pointer)) {
                return;
            }
            Map<String, List<String>> names = lists.computeIfAbsent(pointer, one -> new LinkedHashMap<>());
            if (names.size() < MOST_NAMES || names.containsKey(name)) {
                List<String> kept = names.computeIfAbsent(name, one -> new ArrayList<>());
                if (kept.size() < MOST_ROWS && !value.isBlank()) {
                    kept.add(StringUtils.truncate(value.strip(), LONGEST_VALUE));
                }
            }
        }

        boolean any() {
            return !records.order.isEmpty();
        }

        void value(JsonParser parser, JsonToken token) throws IOException {
            if (token == JsonToken.START_OBJECT) {
                object(parser, ROOT);
            } else if (token == JsonToken.START_ARRAY) {
                boolean any = any();
                try {
                    list(parser, ROOT);
                } finally {
                    if (any == any()) {
                        // What stands in a list of its own is a record, or is told to be none.
                        records.add(EACH);
                    }
                }
            }
        }

        /**
         * Looks through the object that begins here. It is a record when it has two known labels or is a canonical one; or
         * when it holds but one such object, or several that have no label in common and so are its parts.
         */
        Seen object(JsonParser parser, String pointer) throws IOException {
            Set<String> names = new LinkedHashSet<>();
            Set<String> all = new HashSet<>();
            Map<String, Seen> inner = new LinkedHashMap<>();
            boolean canonicalKind = false;
            boolean scalar = true;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                scalar &= name.startsWith("$");
                if (token == JsonToken.START_OBJECT) {
                    Seen seen = object(parser, pointer + '/' + name);
                    if (seen.record() || seen.scalar()) {
                        inner.put(name, seen);
                    }
                } else if (token == JsonToken.START_ARRAY) {
                    if (list(parser, pointer + '/' + name) && knows.test(name)) {
                        names.add(name);
                    }
                } else {
                    if (knows.test(name)) {
                        names.add(name);
                    }
                    canonicalKind |= name.equals("kind") && isKind(parser.getText());
                    sample(pointer, name, token == JsonToken.VALUE_STRING ? parser.getText() : "");
                }
                all.add(name);
            }
            boolean family = samples && SearchFamily.of(all) != null;
            if (family) {
                families.add(pointer);
            }
            inner.keySet().stream().filter(knows).forEach(names::add);
            inner.values().removeIf(Seen::scalar);
            if (canonicalKind || family || names.size() > 1) {
                known = true;
                if (canonicalKind || pointer.isEmpty()) {
                    records.removeInside(pointer);
                    records.add(pointer);
                }
                return new Seen(true, false, names);
            }
            return inner.isEmpty() ? new Seen(false, scalar, names) : around(pointer, List.copyOf(inner.values()));
        }

        private Seen around(String pointer, List<Seen> inner) {
            if (sameMade(inner)) {
                maps.add(pointer);
                records.removeInside(pointer);
                records.add(pointer + EACH);
                return new Seen(false, false, Set.of());
            }
            if (pointer.isEmpty() && any()) {
                // One record beside lists of others, as in the answer to a search.
                return new Seen(false, false, Set.of());
            }
            if (pointer.isEmpty()) {
                records.add(ROOT);
            }
            Set<String> names = new LinkedHashSet<>();
            inner.forEach(each -> names.addAll(each.names()));
            return new Seen(true, false, names);
        }

        /** Whether objects are of one make: records of their own, and not parts of one. */
        private boolean sameMade(List<Seen> objects) {
            if (objects.size() < 2) {
                return false;
            }
            Set<String> shared = new HashSet<>(objects.get(0).names());
            shared.retainAll(objects.get(1).names());
            return !shared.isEmpty();
        }

        /** Looks through a list; answers whether it holds texts and numbers and nothing else. */
        boolean list(JsonParser parser, String pointer) throws IOException {
            boolean plain = true;
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                plain &= token.isScalarValue();
                if (token == JsonToken.START_OBJECT) {
                    if (object(parser, pointer + EACH).record()) {
                        records.add(pointer + EACH);
                    }
                } else if (token == JsonToken.START_ARRAY) {
                    list(parser, pointer + EACH);
                }
            }
            return plain;
        }
    }
}
