package org.gongkai.ingest.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** Goes through a document of JSON and hands over the records at the places found. One document, one use. */
final class JsonDocument {

    /** What stands beside the records is shown as far as that, in characters. */
    private static final int LONGEST_TOLD = 100;

    private final SourceFile file;
    private final JsonPlaces.Found places;
    private final JsonParser parser;
    private final KeptText kept;
    private final JsonLeaves leaves;
    private final int mostRows;

    /** Where records stand, and what holds such a place. */
    private final Set<String> leading;

    private final List<LedgerEntry> beside = new ArrayList<>();
    private int count;
    private @Nullable NoRecords same;

    /** Items one behind the other that are no records and say the same, such as a million times null: they are told of once. */
    private record NoRecords(Location first, RawForm raw, String text, int times) {

        boolean goesOn(Location place, String next) {
            return first.row() != null
                    && place.row() != null
                    && place.row() == first.row() + times
                    && first.source().equals(place.source())
                    && text.equals(next);
        }

        NoRecords oneMore() {
            return new NoRecords(first, raw, text, times + 1);
        }

        SourceProblem problem() {
            String shown = StringUtils.abbreviate(text, 80);
            return new SourceProblem("source.json.malformed", first, times == 1 ? shown : shown + " × " + times, "{…}");
        }
    }

    JsonDocument(
            SourceFile file,
            JsonPlaces.Found places,
            JsonParser parser,
            KeptText kept,
            JsonLeaves leaves,
            int mostRows) {
        this.file = file;
        this.places = places;
        this.leading = JsonPlaces.leading(places.records());
        this.parser = parser;
        this.kept = kept;
        this.leaves = leaves;
        this.mostRows = mostRows;
    }

    /** Takes what the document holds. */
    interface Taker {

        /** Takes an object. */
        void object(JsonLeaves.Flat flat, String text, Location place, RawForm raw) throws IOException;

        /** Takes what stands in an object's place and is none. */
        void other(SourceProblem problem, RawForm raw);

        /** Takes what stands around the objects: the state of the answer, pages, facets. */
        void beside(List<LedgerEntry> entries);

        /** Told once, when rows are left out. */
        void limit(SourceProblem problem);
    }

    void read(Taker taker) throws IOException {
        try {
            readAll(taker);
        } finally {
            tellOfNoRecords(taker);
            if (!beside.isEmpty()) {
                taker.beside(List.copyOf(beside));
            }
        }
    }

    private void readAll(Taker taker) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new JsonParseException(parser, "no value in the file");
        }
        Location whole = Location.of(file.name());
        for (JsonToken token = first; token != null; token = parser.nextToken()) {
            boolean record = token != JsonToken.START_ARRAY && isRecord(JsonPlaces.ROOT);
            if (record && places.values() == 1) {
                record(token, whole, taker);
            } else if (!(record ? next(token, whole, taker) : walk(token, JsonPlaces.ROOT, taker))) {
                return;
            }
        }
    }

    private boolean isRecord(String pointer) {
        return places.records().contains(pointer);
    }

    /** Answers false when enough rows are read. */
    private boolean walk(JsonToken token, String pointer, Taker taker) throws IOException {
        kept.forget(parser.currentLocation().getCharOffset());
        if (token == JsonToken.START_OBJECT) {
            boolean map = places.maps().contains(pointer);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String inner = map ? pointer + JsonPlaces.EACH : pointer + '/' + parser.currentName();
                JsonToken value = parser.nextToken();
                boolean record = value == JsonToken.START_OBJECT && isRecord(inner);
                if (!record && !leading.contains(inner)) {
                    aside(inner, value);
                } else if (!(record ? next(value, place(map ? pointer : inner), taker) : walk(value, inner, taker))) {
                    return false;
                }
            }
        } else if (token == JsonToken.START_ARRAY) {
            boolean here = isRecord(pointer + JsonPlaces.EACH);
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                boolean more = here ? next(next, place(pointer), taker) : walk(next, pointer + JsonPlaces.EACH, taker);
                if (!more) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Accounts for a member that is no record and holds none, as a whole. */
    private void aside(String pointer, JsonToken first) throws IOException {
        StringBuilder told = new StringBuilder();
        int depth = 0;
        JsonToken token = first;
        while (true) {
            kept.forget(parser.currentLocation().getCharOffset());
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (told.length() <= LONGEST_TOLD && (token == JsonToken.FIELD_NAME || token.isScalarValue())) {
                told.append(told.isEmpty() ? "" : token == JsonToken.FIELD_NAME ? "; " : " ")
                        .append(token == JsonToken.VALUE_NULL ? "" : parser.getText());
            }
            if (depth == 0) {
                break;
            }
            token = parser.nextToken();
        }
        String label = pointer.substring(1).replace('/', '.');
        beside.add(new LedgerEntry(
                Location.of(file.name()).at(label, null),
                FieldFate.IGNORED,
                StringUtils.truncate(told.toString(), LONGEST_TOLD),
                null,
                null,
                told.length() > LONGEST_TOLD
                        ? List.of(Reason.ENVELOPE.code(), Reason.ABBREVIATED.code())
                        : List.of(Reason.ENVELOPE.code())));
    }

    private Location place(String pointer) {
        return new Location(file.name(), pointer.isEmpty() ? null : pointer, null, null, null);
    }

    /** Hands over the next of several records; answers false when enough are read. */
    private boolean next(JsonToken token, Location list, Taker taker) throws IOException {
        if (count >= mostRows) {
            taker.limit(new SourceProblem("source.limit.reached", list.atRow(count + 1), null, "≤ " + mostRows));
            skipRest();
            return false;
        }
        record(token, list.atRow(++count), taker);
        return true;
    }

    private void skipRest() throws IOException {
        while (parser.nextToken() != null) {
            kept.forget(parser.currentLocation().getCharOffset());
        }
    }

    private void record(JsonToken token, Location place, Taker taker) throws IOException {
        long start = parser.currentTokenLocation().getCharOffset();
        kept.forget(start);
        JsonLeaves.Flat flat = null;
        if (token == JsonToken.START_OBJECT) {
            flat = leaves.read(parser, token);
        } else {
            parser.skipChildren();
            parser.finishToken();
        }
        String text = kept.text(start, parser.currentLocation().getCharOffset());
        RawForm raw = place.row() == null
                ? new RawForm.WholeFile(file.name(), file.path())
                : new RawForm.Row(file.name(), place.row(), text);
        if (flat == null && same != null && same.goesOn(place, text)) {
            same = same.oneMore();
            return;
        }
        tellOfNoRecords(taker);
        if (flat == null) {
            same = new NoRecords(place, raw, text, 1);
        } else {
            taker.object(flat, text, place, raw);
        }
    }

    private void tellOfNoRecords(Taker taker) {
        if (same != null) {
            taker.other(same.problem(), same.raw());
            same = null;
        }
    }
}
