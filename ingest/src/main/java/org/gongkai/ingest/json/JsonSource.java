package org.gongkai.ingest.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.PlainWords;
import org.gongkai.ingest.file.Lines;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.mapper.RecordMapper;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON: an object a line, a list of objects, one object, or the answer of a site's search that has lists of
 * objects inside. An object with the {@code kind} of a canonical record is read back as it is; any other goes through
 * the labels, its parts named by their path as in {@code info.title}.
 */
public final class JsonSource {

    private static final Set<String> KINDS = Stream.of(
                    DisclosureRecord.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.toUnmodifiableSet());

    /** How a record begins that this library wrote. */
    private static final String CANONICAL = "{\"kind\":";

    private static final Set<String> LINES = Set.of("ndjson", "jsonl");

    /** What the parser reads ahead, with room to spare. */
    private static final int AHEAD = 1 << 16;

    /** The document itself is the record. */
    private static final String ROOT = "";

    private final LabelAliases aliases;
    private final Limits limits;
    private final RecordMapper mapper;
    private final CanonicalRecord canonical;
    private final JsonFactory factory;

    public JsonSource(LabelAliases aliases, Limits limits, RecordMapper mapper) {
        this.aliases = aliases;
        this.limits = limits;
        this.mapper = mapper;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxStringLength(limits.maxCellLength())
                        .build())
                .build();
        this.canonical = new CanonicalRecord(factory, limits.maxFields());
    }

    /** Opens the file's text, from its beginning each time. */
    public interface Text {
        BufferedReader open() throws IOException;
    }

    public void read(SourceFile file, Text text, SourceHandler handler) throws IOException {
        if (lines(file.path(), text)) {
            try (BufferedReader reader = text.open()) {
                readLines(file, reader, handler);
            }
            return;
        }
        try {
            readDocument(file, text, handler);
        } catch (TooLongException | StreamConstraintsException tooLarge) {
            handler.rejected(problem("source.limit.reached", file, tooLarge), whole(file));
        } catch (JsonProcessingException malformed) {
            handler.rejected(problem("source.json.malformed", file, malformed), whole(file));
        }
    }

    /** One object a line, by the file's name or because its first line is a whole object and more follows. */
    private boolean lines(Path path, Text text) throws IOException {
        if (LINES.contains(MediaTypes.ending(String.valueOf(path.getFileName())))) {
            return true;
        }
        try (BufferedReader reader = text.open()) {
            Lines lines = new Lines(reader, most());
            String first = lines.next();
            while (first != null && first.isBlank()) {
                first = lines.next();
            }
            if (first == null || !first.stripLeading().startsWith("{") || !wholeObject(first)) {
                return false;
            }
            for (String more = lines.next(); more != null; more = lines.next()) {
                if (!more.isBlank()) {
                    return true;
                }
            }
            return false;
        }
    }

    private boolean wholeObject(String line) throws IOException {
        try (JsonParser parser = factory.createParser(line)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JsonProcessingException notWhole) {
            return false;
        }
    }

    private void readLines(SourceFile file, BufferedReader reader, SourceHandler handler) throws IOException {
        int line = 0;
        int rows = 0;
        Lines lines = new Lines(reader, most());
        for (String text = lines.next(); text != null; text = lines.next()) {
            line++;
            if (text.isBlank()) {
                continue;
            }
            Location place = Location.of(file.name()).atRow(line);
            if (rows++ == limits.maxRows()) {
                handler.problem(new SourceProblem("source.limit.reached", place, null, "≤ " + limits.maxRows()));
                return;
            }
            RawForm raw = new RawForm.Row(file.name(), line, text);
            if (text.length() >= most()) {
                handler.rejected(new SourceProblem("source.limit.reached", place, null, "≤ " + most()), raw);
                continue;
            }
            Mapped plain = text.startsWith(CANONICAL) ? canonical.plain(text, place, raw) : null;
            if (plain != null) {
                handler.record(plain);
                continue;
            }
            try (JsonParser parser = factory.createParser(text)) {
                Flat flat = flat(parser, parser.nextToken());
                if (parser.nextToken() != null) {
                    throw new JsonParseException(parser, "more than one value in a line");
                }
                hand(flat, text, place, raw, handler);
            } catch (StreamConstraintsException tooLarge) {
                handler.rejected(
                        new SourceProblem(
                                "source.limit.reached", place, null, PlainWords.json(tooLarge.getOriginalMessage())),
                        raw);
            } catch (JsonProcessingException malformed) {
                handler.rejected(new SourceProblem("source.json.malformed", place, why(malformed), "{…}"), raw);
            }
        }
    }

    private void readDocument(SourceFile file, Text text, SourceHandler handler) throws IOException {
        Set<String> places = places(text);
        if (places.stream().anyMatch(each -> !each.isEmpty())) {
            handler.problem(new SourceProblem(
                    "source.json.envelope", Location.of(file.name()), String.join(", ", places), null));
        }
        try (Kept kept = new Kept(text.open(), most() + AHEAD);
                JsonParser parser = factory.createParser(kept)) {
            new Walk(file, places, parser, kept, handler).run();
        }
    }

    /** Where the records stand: in the lists at these pointers, or the document itself when it is no list. */
    private Set<String> places(Text text) throws IOException {
        try (JsonParser parser = factory.createParser(text.open())) {
            Set<String> places = new LinkedHashSet<>();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                findRecords(parser, "", places);
            }
            return places.isEmpty()
                    ? Set.of(ROOT)
                    : places.stream()
                            .filter(each -> places.stream().noneMatch(other -> each.startsWith(other + "/*/")))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /**
     * Looks for lists whose objects have two known labels or are canonical records.
     *
     * @return whether the object that begins here is a record itself
     */
    private boolean findRecords(JsonParser parser, String pointer, Set<String> places) throws IOException {
        int known = 0;
        boolean canonicalKind = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                if (findRecords(parser, pointer + '/' + name, places) && knows(name)) {
                    known++;
                }
            } else if (token == JsonToken.START_ARRAY) {
                findInList(parser, pointer + '/' + name, places);
            } else {
                known += knows(name) ? 1 : 0;
                canonicalKind |= name.equals("kind") && KINDS.contains(parser.getText());
            }
        }
        if (canonicalKind || pointer.isEmpty() && known > 1) {
            // What is inside a record belongs to it.
            places.removeIf(each -> each.startsWith(pointer + '/'));
        }
        return canonicalKind || known > 1;
    }

    private void findInList(JsonParser parser, String pointer, Set<String> places) throws IOException {
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

    private @Nullable Component component(String label) {
        return aliases.find(label) == null ? Component.of(label) : aliases.component(label);
    }

    private boolean knows(String label) {
        return aliases.component(label) != null || aliases.find(label) == null && Component.of(label) != null;
    }

    /** Goes through a document and hands over the objects at the places found. */
    private final class Walk {

        private final SourceFile file;
        private final Set<String> places;
        private final JsonParser parser;
        private final Kept kept;
        private final SourceHandler handler;
        private int count;

        Walk(SourceFile file, Set<String> places, JsonParser parser, Kept kept, SourceHandler handler) {
            this.file = file;
            this.places = places;
            this.parser = parser;
            this.kept = kept;
            this.handler = handler;
        }

        void run() throws IOException {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonParseException(parser, "no value in the file");
            }
            if (first != JsonToken.START_ARRAY && places.contains(ROOT)) {
                record(first, Location.of(file.name()));
            } else {
                walk(first, "");
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "text after the end");
            }
        }

        /** Answers false when enough rows are read. */
        private boolean walk(JsonToken token, String pointer) throws IOException {
            kept.forget(parser.currentLocation().getCharOffset());
            if (token == JsonToken.START_OBJECT) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    if (!walk(parser.nextToken(), pointer + '/' + name)) {
                        return false;
                    }
                }
            } else if (token == JsonToken.START_ARRAY) {
                boolean here = places.contains(pointer);
                Location list = new Location(file.name(), pointer.isEmpty() ? null : pointer, null, null, null);
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    if (here && count >= limits.maxRows()) {
                        handler.problem(new SourceProblem(
                                "source.limit.reached", list.atRow(count + 1), null, "≤ " + limits.maxRows()));
                        skipRest();
                        return false;
                    }
                    if (here) {
                        record(next, list.atRow(++count));
                    } else if (!walk(next, pointer + "/*")) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void skipRest() throws IOException {
            while (parser.nextToken() != null) {
                kept.forget(parser.currentLocation().getCharOffset());
            }
        }

        private void record(JsonToken token, Location place) throws IOException {
            long start = parser.currentTokenLocation().getCharOffset();
            kept.forget(start);
            Flat flat = null;
            if (token == JsonToken.START_OBJECT) {
                flat = flat(parser, token);
            } else {
                parser.skipChildren();
                parser.finishToken();
            }
            String text = kept.text(start, parser.currentLocation().getCharOffset());
            RawForm raw = place.row() == null ? whole(file) : new RawForm.Row(file.name(), place.row(), text);
            if (flat == null) {
                handler.rejected(
                        new SourceProblem("source.json.malformed", place, StringUtils.abbreviate(text, 80), "{…}"),
                        raw);
            } else {
                hand(flat, text, place, raw, handler);
            }
        }
    }

    /** The values of an object, each with the path to it; and the canonical kind that it names, or null. */
    private record Flat(List<Leaf> leaves, @Nullable String kind) {}

    /** A value; one of an object that is an attachment may hold the attachment, or nothing more than its part of it. */
    private record Leaf(String path, String value, @Nullable Object content) {
        Leaf(String path, String value) {
            this(path, value, null);
        }
    }

    private static final Set<String> NAMES_OF_FILES =
            Set.of("name", "title", "filename", "attachname", "附件名称", "文件名", "名称");
    private static final Set<String> ADDRESSES_OF_FILES =
            Set.of("url", "href", "path", "link", "fileurl", "filepath", "attachurl", "地址", "路径", "链接");

    /** An object in a list of attachments: its name and its address make one, whatever stands beside them. */
    private static List<Leaf> attachment(List<Leaf> leaves) {
        int name = find(leaves, NAMES_OF_FILES);
        int address = find(leaves, ADDRESSES_OF_FILES);
        if (name < 0 && address < 0) {
            return leaves;
        }
        String url = address < 0 ? null : leaves.get(address).value().strip();
        String shown = name < 0
                ? StringUtils.substringAfterLast('/' + String.valueOf(url), "/")
                : leaves.get(name).value().strip();
        String type = MediaTypes.of(url == null || MediaTypes.of(url) == null ? shown : url);
        Attachment attachment = new Attachment(shown, type, null, null, url);
        List<Leaf> told = new ArrayList<>(leaves);
        for (int each : new int[] {Math.min(name, address), Math.max(name, address)}) {
            if (each >= 0) {
                Leaf leaf = leaves.get(each);
                // The last of the two carries it, so that both are accounted for at its place in the list.
                told.set(
                        each,
                        new Leaf(leaf.path(), leaf.value(), each == Math.max(name, address) ? attachment : List.of()));
            }
        }
        return told;
    }

    private static int find(List<Leaf> leaves, Set<String> names) {
        for (int i = 0; i < leaves.size(); i++) {
            Leaf each = leaves.get(i);
            String last = StringUtils.substringAfterLast('.' + each.path(), ".");
            if (!each.value().isBlank()
                    && names.contains(last.toLowerCase(Locale.ROOT).replace("_", ""))) {
                return i;
            }
        }
        return -1;
    }

    private Flat flat(JsonParser parser, @Nullable JsonToken first) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "no object");
        }
        List<Leaf> leaves = new ArrayList<>();
        leaves(parser, first, "", leaves);
        String kind = leaves.stream()
                .filter(each -> each.path().equals("kind") && KINDS.contains(each.value()))
                .map(Leaf::value)
                .findFirst()
                .orElse(null);
        return new Flat(leaves, kind);
    }

    private void leaves(JsonParser parser, JsonToken token, String path, List<Leaf> into) throws IOException {
        if (into.size() > limits.maxFields()) {
            throw new StreamConstraintsException("≤ " + limits.maxFields());
        }
        if (token == JsonToken.START_OBJECT) {
            boolean empty = true;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                empty = false;
                String name = parser.currentName();
                leaves(parser, parser.nextToken(), path.isEmpty() ? name : path + '.' + name, into);
            }
            if (empty && !path.isEmpty()) {
                into.add(new Leaf(path, ""));
            }
        } else if (token == JsonToken.START_ARRAY) {
            list(parser, path, into);
        } else {
            into.add(new Leaf(path, token == JsonToken.VALUE_NULL ? "" : parser.getText()));
        }
    }

    /** A list of texts is one value; the objects of a list are fields of their own. */
    private void list(JsonParser parser, String path, List<Leaf> into) throws IOException {
        List<String> texts = new ArrayList<>();
        int number = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            number++;
            if (token == JsonToken.START_OBJECT && component(path) == Component.ATTACHMENTS) {
                List<Leaf> leaves = new ArrayList<>();
                leaves(parser, token, path + '.' + number, leaves);
                into.addAll(attachment(leaves));
            } else if (token.isStructStart()) {
                leaves(parser, token, path + '.' + number, into);
            } else if (token != JsonToken.VALUE_NULL) {
                texts.add(parser.getText());
            }
        }
        if (!texts.isEmpty() || number == 0) {
            into.add(new Leaf(path, String.join("；", texts)));
        }
    }

    private void hand(Flat flat, String text, Location place, RawForm raw, SourceHandler handler) {
        if (flat.kind() != null) {
            canonical.read(text, place, raw, handler);
            return;
        }
        if (flat.leaves().stream().noneMatch(each -> knows(each.path()))) {
            handler.rejected(
                    new SourceProblem("source.json.noRecord", place, StringUtils.abbreviate(text, 80), null), raw);
            return;
        }
        List<Field> fields = new ArrayList<>();
        for (Leaf each : flat.leaves()) {
            Component component = each.content() != null
                    ? Component.ATTACHMENTS
                    : aliases.find(each.path()) == null ? Component.of(each.path()) : null;
            fields.add(new Field(
                    place.at(each.path(), null), each.path(), each.value(), Rank.CELL, component, each.content()));
        }
        Mapped mapped = mapper.map(new SourceRecord(place, fields, List.of(), raw, List.of()));
        if (mapped.noDocument()) {
            handler.rejected(
                    new SourceProblem("source.row.noDocument", place, StringUtils.abbreviate(text, 80), null), raw);
        } else {
            handler.record(mapped);
        }
    }

    /** One object may be as long as a page. */
    private int most() {
        return (int) Math.min(limits.maxPageBytes(), Integer.MAX_VALUE / 2);
    }

    private static RawForm whole(SourceFile file) {
        return new RawForm.WholeFile(file.name(), file.path());
    }

    private static SourceProblem problem(String rule, SourceFile file, IOException why) {
        Location place = Location.of(file.name());
        if (why instanceof JsonProcessingException json && json.getLocation() != null) {
            place = place.atRow(Math.max(1, json.getLocation().getLineNr()));
        }
        return new SourceProblem(
                rule, place, why instanceof JsonProcessingException json ? why(json) : PlainWords.reason(why), null);
    }

    private static String why(JsonProcessingException problem) {
        String place = problem.getLocation() == null
                ? ""
                : " @" + problem.getLocation().getColumnNr();
        return StringUtils.abbreviate(PlainWords.json(problem.getOriginalMessage()), 160) + place;
    }

    /** One object is longer than allowed. */
    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(int most) {
            super("≤ " + most);
        }
    }

    /** A reader that keeps what it gave until told to forget it, so that an object's own text can be kept. */
    private static final class Kept extends FilterReader {

        private final StringBuilder text = new StringBuilder();
        private final int most;
        private long base;

        Kept(Reader reader, int most) {
            super(reader);
            this.most = most;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count > 0) {
                text.append(target, offset, count);
            }
            if (text.length() > most) {
                throw new TooLongException(most);
            }
            return count;
        }

        String text(long from, long to) {
            return text.substring((int) (from - base), (int) (to - base));
        }

        void forget(long until) {
            // Moving the rest to the front for each token would cost more than the memory is worth.
            if (until - base > AHEAD) {
                text.delete(0, (int) (until - base));
                base = until;
            }
        }
    }
}
