package org.gongkai.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordJson;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.privacy.HiddenNames;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.source.VerbatimLedger;
import org.gongkai.core.text.JsonForm;
import org.gongkai.core.text.PlainWords;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.TableKind;
import org.jspecify.annotations.Nullable;

/** Reads canonical records back as they are, and accounts for each property. */
public final class CanonicalRecord {

    public static final int LEDGER_VALUE = 100;

    private static final List<String> ABBREVIATED = List.of(Reason.ABBREVIATED.code());

    private static final Map<Class<?>, Set<String>> PROPERTIES = Stream.of(
                    DisclosureRecord.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), CanonicalRecord::properties));

    /** The kinds of which a part never leaves. */
    private static final Set<RecordKind<?>> CONFIDING = RecordKind.all().stream()
            .filter(kind -> halved(kind) || kind.fields().stream().anyMatch(RecordField::inner))
            .collect(Collectors.toUnmodifiableSet());

    private final JsonMapper json;
    private final ObjectReader reader;
    private final int maxFields;

    public CanonicalRecord(JsonFactory limited, int maxFields) {
        this.maxFields = maxFields;
        this.json = mapper(limited).build();
        // What it reads is compared with what would be written, so nothing else need be asked.
        this.reader = json.readerFor(DisclosureRecord.class)
                .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** How this module reads and writes records as JSON: days as texts, decimals with all their digits. */
    public static JsonMapper.Builder mapper(JsonFactory factory) {
        return JsonMapper.builder(factory.rebuild()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** What stands for a value that nobody may see. */
    private static final String HIDDEN = "***";

    private static Set<String> properties(Class<?> type) {
        return Stream.concat(
                        Stream.of("kind"), Stream.of(type.getRecordComponents()).map(RecordComponent::getName))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads a record that is byte for byte as this library writes it.
     *
     * @param written writes the record again; one that its reader keeps to itself
     * @return the record, or null when anything about it needs a closer look by {@link #read}
     */
    @Nullable
    public Mapped plain(byte[] line, RecordJson written, Location place, RawForm raw) {
        try {
            DisclosureRecord record = reader.readValue(line);
            // What never leaves is hidden in the account, so what may hold it gets a closer look.
            return record != null
                            && !CONFIDING.contains(RecordKind.of(record))
                            && written.write(record)
                            && written.is(line)
                            && written.values() <= maxFields
                    ? new Mapped(record, account(line, written.names(), place), List.of(), place, raw, List.of())
                    : null;
        } catch (IOException faulty) {
            return null;
        }
    }

    private VerbatimLedger account(byte[] line, List<String> names, Location place) {
        return new VerbatimLedger(place, names, () -> {
            try (JsonParser parser = json.createParser(line)) {
                return LineAccount.of(parser, place);
            } catch (IOException readBefore) {
                throw new UncheckedIOException(readBefore);
            }
        });
    }

    private static boolean halved(RecordKind<?> kind) {
        return kind.personalData() == RecordKind.PersonalData.HALVED;
    }

    /** Whether a text may be a record of which a part never leaves: the half that names persons, or inner papers. So no copy of it may be kept. */
    private static boolean confides(String text) {
        return CONFIDING.stream()
                .anyMatch(kind -> text.contains('"' + kind.code() + '"')
                        && (halved(kind)
                                || kind.fields().stream()
                                        .anyMatch(each -> each.inner() && text.contains('"' + each.name() + '"'))));
    }

    public void read(String text, Location place, RawForm form, SourceHandler handler) {
        boolean confides = confides(text);
        RawForm raw = confides ? RawForm.hidden(form.name()) : form;
        try {
            JsonNode source = json.readTree(text);
            DisclosureRecord record = json.readValue(text, DisclosureRecord.class);
            if (halved(RecordKind.of(record))) {
                record = json.treeToValue(without(names(source, record), source), DisclosureRecord.class);
            }
            handler.record(new Account(place, record, json.valueToTree(record)).of(source, raw));
        } catch (JsonMappingException unfit) {
            SourceProblem problem = unfit(unfit, place);
            handler.rejected(
                    confides
                            ? new SourceProblem(problem.rule(), problem.location(), HIDDEN, problem.expected())
                            : problem,
                    raw);
        } catch (JsonProcessingException malformed) {
            handler.rejected(
                    new SourceProblem(
                            "source.json.malformed", place, PlainWords.json(malformed.getOriginalMessage()), null),
                    raw);
        }
    }

    /** Who is named in what the record does not hold, such as the applicant of a request. */
    private static HiddenNames names(JsonNode source, DisclosureRecord record) {
        HiddenNames names = DisclosureRequest.hiddenNames();
        TableKind tables = TableKind.of(RecordKind.of(record).code());
        Predicate<String> who = tables == null ? label -> false : tables.reader()::asksWho;
        Set<String> known = PROPERTIES.get(record.getClass());
        for (Map.Entry<String, JsonNode> each : source.properties()) {
            if (!known.contains(each.getKey())) {
                names(each.getValue(), who.test(each.getKey()), who, names);
            }
        }
        return names;
    }

    private static void names(JsonNode value, boolean asked, Predicate<String> who, HiddenNames names) {
        if (value.isTextual()) {
            names.keep(value.textValue(), asked);
            names.keepNumbers(value.textValue());
        } else if (value.isArray()) {
            value.forEach(each -> names(each, asked, who, names));
        } else {
            value.properties().forEach(each -> names(each.getValue(), asked || who.test(each.getKey()), who, names));
        }
    }

    /** A value with two asterisks for each of the names in its texts. */
    private static JsonNode without(HiddenNames names, JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(names.without(value.textValue()));
        }
        if (value.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(each -> copy.set(each.getKey(), without(names, each.getValue())));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> copy.add(without(names, each)));
            return copy;
        }
        return value;
    }

    /** The account of a property that the record holds; a long value is cut, since the record has it whole. */
    public static LedgerEntry entry(Location place, String target, String text) {
        boolean shortened = text.length() > LEDGER_VALUE;
        return new LedgerEntry(
                place,
                FieldFate.MAPPED,
                shortened ? StringUtils.truncate(text, LEDGER_VALUE) + '…' : text,
                target,
                null,
                shortened ? ABBREVIATED : List.of());
    }

    private static SourceProblem unfit(JsonMappingException unfit, Location place) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : unfit.getPath()) {
            path.append(path.isEmpty() ? "" : ".")
                    .append(step.getFieldName() == null ? String.valueOf(step.getIndex() + 1) : step.getFieldName());
        }
        Location at = path.isEmpty() ? place : place.at(path.toString(), null);
        return new SourceProblem("source.json.unfit", at, found(unfit), expected(unfit));
    }

    private static String found(JsonMappingException unfit) {
        if (unfit instanceof InvalidFormatException format) {
            return String.valueOf(format.getValue());
        }
        String said = PlainWords.json(unfit.getOriginalMessage());
        String found = StringUtils.substringAfter(said, ", found ");
        return StringUtils.abbreviate(found.isEmpty() ? said : found, 160);
    }

    /** What should be there, where the library knows it. */
    private static String expected(JsonMappingException unfit) {
        return unfit instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? JsonForm.of(mismatch.getTargetType())
                : "docs/schema";
    }

    /** Compares what was read with what the record would write: what is missing there the record does not hold. */
    private static final class Account {

        private final Location place;
        private final DisclosureRecord record;
        private final JsonNode written;
        private final RecordKind<?> kind;
        private final List<LedgerEntry> ledger = new ArrayList<>();
        private final List<SourceProblem> problems = new ArrayList<>();

        Account(Location place, DisclosureRecord record, JsonNode written) {
            this.place = place;
            this.record = record;
            this.written = written;
            this.kind = RecordKind.of(record);
        }

        Mapped of(JsonNode source, RawForm raw) {
            Set<String> known = PROPERTIES.get(record.getClass());
            for (Map.Entry<String, JsonNode> each : source.properties()) {
                String name = each.getKey();
                if (known.contains(name)) {
                    // Of a kind of two halves the account shows what the record holds, which is masked.
                    JsonNode shown = halved(kind) ? written.path(name) : each.getValue();
                    ledger.add(
                            inner(name)
                                    ? CanonicalRecord.entry(place.at(name, null), '/' + name, HIDDEN)
                                    : entry(name, '/' + name, shown));
                    inside(each.getValue(), written.path(name), name);
                } else {
                    unknown(name, each.getValue());
                }
            }
            // A kind or a name may be written in escapes, so that the text alone did not show it.
            boolean confides = halved(kind) || source.properties().stream().anyMatch(each -> inner(each.getKey()));
            return new Mapped(record, ledger, problems, place, confides ? RawForm.hidden(raw.name()) : raw, List.of());
        }

        private void inside(JsonNode source, JsonNode kept, String path) {
            if (source.isObject() && kept.isObject()) {
                for (Map.Entry<String, JsonNode> each : source.properties()) {
                    String inner = path + '.' + each.getKey();
                    if (kept.has(each.getKey())) {
                        inside(each.getValue(), kept.get(each.getKey()), inner);
                    } else if (!empty(each.getValue())) {
                        unknown(inner, each.getValue());
                    }
                }
            } else if (source.isArray() && source.size() == kept.size()) {
                for (int i = 0; i < source.size(); i++) {
                    inside(source.get(i), kept.get(i), path + '.' + (i + 1));
                }
            }
        }

        /** Whether a property of the record is an inner paper. */
        private boolean inner(String name) {
            RecordField field = kind.field(name);
            return field != null && field.inner();
        }

        private static boolean empty(JsonNode value) {
            return value.isNull()
                    || value.isContainerNode() && value.isEmpty()
                    || value.isTextual() && value.textValue().isBlank();
        }

        private void unknown(String path, JsonNode value) {
            Location at = place.at(path, null);
            String shown = halved(kind) || inner(StringUtils.substringBefore(path, ".")) ? HIDDEN : text(value);
            problems.add(new SourceProblem(
                    "source.json.unknownProperty", at, StringUtils.abbreviate(shown, LEDGER_VALUE), null));
            ledger.add(
                    new LedgerEntry(at, FieldFate.UNMAPPED, shown, null, null, List.of(Reason.UNKNOWN_LABEL.code())));
        }

        private LedgerEntry entry(String name, String target, JsonNode value) {
            return CanonicalRecord.entry(place.at(name, null), target, text(value));
        }

        private static String text(JsonNode value) {
            return value.isNull() || value.isMissingNode()
                    ? ""
                    : value.isValueNode() ? value.asText() : value.toString();
        }
    }
}
