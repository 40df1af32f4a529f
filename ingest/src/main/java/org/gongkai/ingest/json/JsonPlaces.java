package org.gongkai.ingest.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
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
import org.gongkai.core.DisclosureRecord;

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

    private final Predicate<String> knows;

    /**
     * @param knows whether a name is a label of a record
     */
    JsonPlaces(Predicate<String> knows) {
        this.knows = knows;
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
     */
    record Found(Set<String> records, Set<String> maps, int values) {

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
        Set<String> records = search.records.outermost();
        return new Found(records.isEmpty() ? Set.of(ROOT) : records, Set.copyOf(search.maps), values);
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
                }
            }
            inner.keySet().stream().filter(knows).forEach(names::add);
            inner.values().removeIf(Seen::scalar);
            if (canonicalKind || names.size() > 1) {
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
