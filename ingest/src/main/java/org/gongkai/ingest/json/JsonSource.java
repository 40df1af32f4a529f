package org.gongkai.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.kind.RecordJson;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.PlainWords;
import org.gongkai.ingest.file.ByteLines;
import org.gongkai.ingest.file.Lines;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.mapper.Admission;
import org.gongkai.ingest.mapper.RecordMapper;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapper.SourceRecord.Field;
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

    /** How a record begins that this library wrote. */
    private static final byte[] CANONICAL = "{\"kind\":".getBytes(StandardCharsets.UTF_8);

    private static final Set<String> LINES = Set.of("ndjson", "jsonl");
    private static final Set<String> OPENING = Set.of("{", "[", "[{");

    /** A text of fewer characters holds no record. */
    private static final int SHORTEST_INSIDE = 20;

    /** Of many places a report names the first, in characters. */
    private static final int LONGEST_TOLD = 1_000;

    private final JsonLabels labels;
    private final JsonPlaces places;
    private final JsonLeaves leaves;
    private final Limits limits;
    private final RecordMapper mapper;
    private final Pages pages;
    private final CanonicalRecord canonical;
    private final JsonFactory factory;
    private final @Nullable JsonRows rows;

    public JsonSource(LabelAliases aliases, Limits limits, RecordMapper mapper, Pages pages) {
        this.labels = new JsonLabels(aliases);
        this.places = new JsonPlaces(labels::knows, true);
        this.rows = null;
        this.limits = limits;
        this.mapper = mapper;
        this.pages = pages;
        this.factory = JsonFactory.builder()
                // NaN and the infinities of JavaScript and Python, which the mapper takes for no value.
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxStringLength(limits.maxCellLength())
                        .build())
                .build();
        this.leaves = new JsonLeaves(labels, limits.maxFields(), factory);
        this.canonical = new CanonicalRecord(factory, limits.maxFields());
    }

    private JsonSource(JsonSource other, JsonRows rows) {
        this.labels = other.labels;
        this.places = new JsonPlaces(rows::knows, false);
        this.limits = other.limits;
        this.mapper = other.mapper;
        this.pages = other.pages;
        this.factory = other.factory;
        this.leaves = other.leaves;
        this.canonical = other.canonical;
        this.rows = rows;
    }

    /** A reader of one file whose objects are rows of a table; canonical records among them are read as they are. */
    public JsonSource into(JsonRows rows) {
        return new JsonSource(this, rows);
    }

    /** Reads a page that a value holds. */
    public interface Pages {
        void read(SourceFile file, String page, SourceHandler handler) throws IOException;
    }

    /** Opens the file's text, from its beginning each time. */
    public interface Text {
        BufferedReader open() throws IOException;

        /** Opens it as bytes of UTF-8, or answers null where it must be made characters first. */
        default @Nullable InputStream utf8() throws IOException {
            return null;
        }
    }

    public void read(SourceFile file, Text text, SourceHandler handler) throws IOException {
        if (lines(file.path(), text)) {
            try (InputStream bytes = text.utf8()) {
                if (bytes != null) {
                    ByteLines lines = new ByteLines(bytes, (int) Math.min(3L * most(), Integer.MAX_VALUE / 2));
                    readLines(file, () -> SourceLine.of(lines.next(), most()), handler);
                    return;
                }
            }
            try (BufferedReader reader = text.open()) {
                Lines lines = new Lines(reader, most());
                readLines(file, () -> SourceLine.of(lines.next()), handler);
            }
            return;
        }
        readWhole(file, text, handler);
    }

    private void readWhole(SourceFile file, Text text, SourceHandler handler) throws IOException {
        try {
            readDocument(file, text, handler);
        } catch (KeptText.TooLongException | StreamConstraintsException tooLarge) {
            handler.rejected(problem("source.limit.reached", file, tooLarge), whole(file));
        } catch (JsonProcessingException malformed) {
            handler.rejected(problem("source.json.malformed", file, malformed), whole(file));
        }
    }

    /** One object a line, by the file's name or because its first line is a whole object and more follows. */
    private boolean lines(Path path, Text text) throws IOException {
        boolean named = LINES.contains(MediaTypes.ending(String.valueOf(path.getFileName())));
        try (BufferedReader reader = text.open()) {
            Lines lines = new Lines(reader, most());
            String first = lines.next();
            while (first != null && first.isBlank()) {
                first = lines.next();
            }
            if (named) {
                // A bracket alone begins a value that goes on below.
                return first == null || !OPENING.contains(first.strip());
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

    private interface LineTaker {
        @Nullable
        SourceLine next() throws IOException;
    }

    private void readLines(SourceFile file, LineTaker lines, SourceHandler handler) throws IOException {
        int line = 0;
        int count = 0;
        RecordJson written = new RecordJson();
        for (SourceLine text = lines.next(); text != null; text = lines.next()) {
            line++;
            if (text.blank()) {
                continue;
            }
            Location place = Location.of(file.name()).atRow(line);
            if (count++ == limits.maxRows()) {
                handler.problem(new SourceProblem("source.limit.reached", place, null, "≤ " + limits.maxRows()));
                return;
            }
            RawForm raw = kept(text.raw(file.name(), line));
            if (text.reaches(most())) {
                handler.rejected(new SourceProblem("source.limit.reached", place, null, "≤ " + most()), raw);
                continue;
            }
            Mapped plain = text.utf8() != null && text.startsWith(CANONICAL)
                    ? canonical.plain(text.utf8(), written, place, raw)
                    : null;
            if (plain != null) {
                if (rows != null) {
                    rows.record();
                }
                handler.record(plain);
            } else {
                readLine(text.text(), place, raw, handler);
            }
        }
    }

    private void readLine(String text, Location place, RawForm raw, SourceHandler handler) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            JsonLeaves.Flat flat = leaves.read(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value in a line");
            }
            hand(flat, text, place, raw, Map.of(), handler);
        } catch (StreamConstraintsException tooLarge) {
            handler.rejected(
                    new SourceProblem(
                            "source.limit.reached", place, null, PlainWords.json(tooLarge.getOriginalMessage())),
                    raw);
        } catch (JsonProcessingException malformed) {
            handler.rejected(new SourceProblem("source.json.malformed", place, shown(why(malformed)), "{…}"), raw);
        }
    }

    private void readDocument(SourceFile file, Text text, SourceHandler handler) throws IOException {
        JsonPlaces.Found found;
        try (JsonParser parser = factory.createParser(text.open())) {
            found = places.find(parser);
        }
        if (!found.byValues().isEmpty()) {
            String told = found.byValues().entrySet().stream()
                    .map(each -> each.getKey() + " = " + each.getValue().path())
                    .collect(Collectors.joining(", "));
            handler.problem(new SourceProblem(
                    "source.json.byValues",
                    Location.of(file.name()),
                    StringUtils.abbreviate(told, LONGEST_TOLD),
                    told(found)));
        }
        if (found.enclosed()) {
            handler.problem(new SourceProblem("source.json.envelope", Location.of(file.name()), told(found), null));
        }
        try (KeptText kept = new KeptText(text.open(), most());
                JsonParser parser = factory.createParser(kept)) {
            new JsonDocument(file, found, parser, kept, leaves, limits.maxRows()).read(new JsonDocument.Taker() {
                @Override
                public void object(JsonLeaves.Flat flat, String own, Location place, RawForm raw) throws IOException {
                    hand(flat, own, place, raw, found.byValues(), handler);
                }

                @Override
                public void beside(List<LedgerEntry> entries) {
                    if (rows == null) {
                        handler.ledger(entries);
                    }
                }

                @Override
                public void other(SourceProblem problem, RawForm raw) {
                    handler.rejected(
                            new SourceProblem(problem.rule(), problem.location(), shown(problem.value()), "{…}"),
                            kept(raw));
                }

                @Override
                public void limit(SourceProblem problem) {
                    handler.problem(problem);
                }
            });
        }
    }

    private void hand(
            JsonLeaves.Flat flat,
            String text,
            Location place,
            RawForm raw,
            Map<String, Component> byValues,
            SourceHandler handler)
            throws IOException {
        if (flat.kind() != null) {
            if (rows != null) {
                rows.record();
            }
            canonical.read(text, place, raw, handler);
            return;
        }
        if (rows != null) {
            rows.take(flat, place);
            return;
        }
        JsonFields read = new JsonFields(labels, flat.leaves(), byValues);
        List<Field> fields = read.fields(place);
        boolean known = read.known();
        Mapped mapped = mapper.map(new SourceRecord(place, fields, List.of(), raw, List.of()));
        // A title alone is rare, and so asked first: the fields of every object need not be gone over.
        boolean answer = known && Admission.titleAlone(mapped) && JsonAnswer.empty(flat);
        if (known && !answer && Admission.admits(mapped)) {
            handler.record(mapped);
        } else if (raw instanceof RawForm.WholeFile whole) {
            handNothing(flat, text, whole, handler);
        } else {
            String rule = known ? "source.row.noDocument" : "source.json.noRecord";
            handler.rejected(
                    new SourceProblem(rule, place, StringUtils.abbreviate(PersonalData.maskedRow(text), 80), null),
                    raw);
        }
    }

    private static String told(JsonPlaces.Found found) {
        String places = String.join(", ", found.told());
        return places.isEmpty() ? "/" : StringUtils.abbreviate(places, LONGEST_TOLD);
    }

    /** A text that is no record as a whole: it may hold one in a text of its own, or be the answer that there is none. */
    private void handNothing(JsonLeaves.Flat flat, String text, RawForm.WholeFile raw, SourceHandler handler)
            throws IOException {
        SourceFile file = new SourceFile(raw.path(), raw.name(), text.length(), SourceFile.Kind.JSON, folder(raw));
        boolean inside = false;
        for (JsonLeaves.Leaf each : flat.leaves()) {
            String value = each.value().strip();
            boolean json = value.startsWith("[") && value.endsWith("]") || value.startsWith("{") && value.endsWith("}");
            boolean page = value.startsWith("<") && value.endsWith(">");
            if (value.length() < SHORTEST_INSIDE || !json && !page) {
                continue;
            }
            inside = true;
            handler.problem(new SourceProblem("source.json.envelope", Location.of(raw.name()), each.path(), null));
            if (page) {
                pages.read(file, value, handler);
            } else {
                readWhole(file, () -> new BufferedReader(new StringReader(value)), handler);
            }
        }
        if (!inside) {
            handler.rejected(JsonAnswer.of(flat, text, Location.of(raw.name())), raw);
        }
    }

    private static Path folder(RawForm.WholeFile raw) {
        return Objects.requireNonNullElse(raw.path().toAbsolutePath().getParent(), raw.path());
    }

    /** One object may be as long as a page. */
    private int most() {
        return (int) Math.min(limits.maxPageBytes(), Integer.MAX_VALUE / 2);
    }

    private RawForm whole(SourceFile file) {
        return kept(new RawForm.WholeFile(file.name(), file.path()));
    }

    /** What is kept of something that is no record: nothing, where it may name persons. */
    private RawForm kept(RawForm raw) {
        return rows != null && rows.confidential() ? RawForm.hidden(raw.name()) : raw;
    }

    private @Nullable String shown(@Nullable String text) {
        return rows != null && rows.confidential() ? null : text;
    }

    private SourceProblem problem(String rule, SourceFile file, IOException why) {
        Location place = Location.of(file.name());
        if (why instanceof JsonProcessingException json && json.getLocation() != null) {
            place = place.atRow(Math.max(1, json.getLocation().getLineNr()));
        }
        return new SourceProblem(
                rule,
                place,
                shown(why instanceof JsonProcessingException json ? why(json) : PlainWords.reason(why)),
                null);
    }

    private static String why(JsonProcessingException problem) {
        String place = problem.getLocation() == null
                ? ""
                : " @" + problem.getLocation().getColumnNr();
        return StringUtils.abbreviate(PlainWords.json(problem.getOriginalMessage()), 160) + place;
    }
}
