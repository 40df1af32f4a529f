package org.gongkai.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
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

/**
 * Reads JSON: an object a line, a list of objects, one object, or the answer of a site's search that has lists of
 * objects inside. An object with the {@code kind} of a canonical record is read back as it is; any other goes through
 * the labels, its parts named by their path as in {@code info.title}.
 */
public final class JsonSource {

    /** How a record begins that this library wrote. */
    private static final String CANONICAL = "{\"kind\":";

    private static final Set<String> LINES = Set.of("ndjson", "jsonl");

    /** Of many places a report names the first, in characters. */
    private static final int LONGEST_TOLD = 1_000;

    private final JsonLabels labels;
    private final JsonPlaces places;
    private final JsonLeaves leaves;
    private final Limits limits;
    private final RecordMapper mapper;
    private final CanonicalRecord canonical;
    private final JsonFactory factory;

    public JsonSource(LabelAliases aliases, Limits limits, RecordMapper mapper) {
        this.labels = new JsonLabels(aliases);
        this.places = new JsonPlaces(labels);
        this.leaves = new JsonLeaves(labels, limits.maxFields());
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
        } catch (KeptText.TooLongException | StreamConstraintsException tooLarge) {
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
            } else {
                readLine(text, place, raw, handler);
            }
        }
    }

    private void readLine(String text, Location place, RawForm raw, SourceHandler handler) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            JsonLeaves.Flat flat = leaves.read(parser, parser.nextToken());
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

    private void readDocument(SourceFile file, Text text, SourceHandler handler) throws IOException {
        Set<String> found;
        try (JsonParser parser = factory.createParser(text.open())) {
            found = places.find(parser);
        }
        if (found.stream().anyMatch(each -> !each.isEmpty())) {
            handler.problem(new SourceProblem(
                    "source.json.envelope",
                    Location.of(file.name()),
                    StringUtils.abbreviate(String.join(", ", found), LONGEST_TOLD),
                    null));
        }
        try (KeptText kept = new KeptText(text.open(), most());
                JsonParser parser = factory.createParser(kept)) {
            new JsonDocument(file, found, parser, kept, leaves, limits.maxRows()).read(new JsonDocument.Taker() {
                @Override
                public void object(JsonLeaves.Flat flat, String own, Location place, RawForm raw) {
                    hand(flat, own, place, raw, handler);
                }

                @Override
                public void other(SourceProblem problem, RawForm raw) {
                    handler.rejected(problem, raw);
                }

                @Override
                public void limit(SourceProblem problem) {
                    handler.problem(problem);
                }
            });
        }
    }

    private void hand(JsonLeaves.Flat flat, String text, Location place, RawForm raw, SourceHandler handler) {
        if (flat.kind() != null) {
            canonical.read(text, place, raw, handler);
            return;
        }
        if (flat.leaves().stream().noneMatch(each -> labels.knows(each.path()))) {
            handler.rejected(
                    new SourceProblem("source.json.noRecord", place, StringUtils.abbreviate(text, 80), null), raw);
            return;
        }
        List<Field> fields = new ArrayList<>();
        for (JsonLeaves.Leaf each : flat.leaves()) {
            Component component = each.content() != null ? Component.ATTACHMENTS : labels.canonical(each.path());
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
}
