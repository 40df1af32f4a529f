package org.gongkai.ingest.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;

/** Finds where in a document of JSON the records stand. Immutable. */
final class JsonPlaces {

    private static final Set<String> KINDS = Stream.of(
                    DisclosureRecord.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.toUnmodifiableSet());

    /** The document itself is the record. */
    static final String ROOT = "";

    private final JsonLabels labels;

    JsonPlaces(JsonLabels labels) {
        this.labels = labels;
    }

    /** Whether a text is the kind of a canonical record. */
    static boolean isKind(String text) {
        return KINDS.contains(text);
    }

    /** Where the records stand: in the lists at these pointers, or the document itself when it is no list. */
    Set<String> find(JsonParser parser) throws IOException {
        Found found = new Found();
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            findRecords(parser, ROOT, found);
        }
        return found.isEmpty() ? Set.of(ROOT) : found.outermost();
    }

    /** Pointers in order, so that those inside a place stand together behind it. */
    private static final class Found {

        private final NavigableMap<String, Integer> order = new TreeMap<>();
        private int count;

        boolean isEmpty() {
            return order.isEmpty();
        }

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
            Set<String> all = order.keySet();
            order.forEach((pointer, at) -> {
                boolean inside = false;
                for (int star = pointer.indexOf("/*/"); star >= 0 && !inside; star = pointer.indexOf("/*/", star + 1)) {
                    inside = all.contains(pointer.substring(0, star));
                }
                if (!inside) {
                    outermost.put(at, pointer);
                }
            });
            return new LinkedHashSet<>(outermost.values());
        }
    }

    /**
     * Looks for lists whose objects have two known labels or are canonical records.
     *
     * @return whether the object that begins here is a record itself
     */
    private boolean findRecords(JsonParser parser, String pointer, Found places) throws IOException {
        int known = 0;
        boolean canonicalKind = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                if (findRecords(parser, pointer + '/' + name, places) && labels.knows(name)) {
                    known++;
                }
            } else if (token == JsonToken.START_ARRAY) {
                findInList(parser, pointer + '/' + name, places);
            } else {
                known += labels.knows(name) ? 1 : 0;
                canonicalKind |= name.equals("kind") && isKind(parser.getText());
            }
        }
        if (canonicalKind || pointer.isEmpty() && known > 1) {
            places.removeInside(pointer);
        }
        return canonicalKind || known > 1;
    }

    private void findInList(JsonParser parser, String pointer, Found places) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                if (findRecords(parser, pointer + "/*", places)) {
                    places.add(pointer);
                }
            } else if (token == JsonToken.START_ARRAY) {
                findInList(parser, pointer + "/*", places);
            }
        }
    }
}
