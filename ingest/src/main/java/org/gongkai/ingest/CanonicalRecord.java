package org.gongkai.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;

/** Reads canonical records back as they are, and accounts for each property. */
final class CanonicalRecord {

    private static final int LEDGER_VALUE = 100;

    private final JsonMapper json;

    CanonicalRecord(JsonFactory limited) {
        this.json = JsonMapper.builder(limited.rebuild()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    void read(String text, Location place, RawForm raw, SourceHandler handler) {
        try {
            JsonNode source = json.readTree(text);
            DisclosureRecord record = json.readValue(text, DisclosureRecord.class);
            handler.record(new Account(place, record, json.valueToTree(record)).of(source, raw));
        } catch (JsonMappingException unfit) {
            handler.rejected(unfit(unfit, place), raw);
        } catch (JsonProcessingException malformed) {
            handler.rejected(
                    new SourceProblem("source.json.malformed", place, malformed.getOriginalMessage(), null), raw);
        }
    }

    private static SourceProblem unfit(JsonMappingException unfit, Location place) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : unfit.getPath()) {
            path.append(path.isEmpty() ? "" : ".")
                    .append(step.getFieldName() == null ? String.valueOf(step.getIndex() + 1) : step.getFieldName());
        }
        Location at = path.isEmpty() ? place : place.at(path.toString(), null);
        return unfit instanceof InvalidFormatException format
                ? new SourceProblem(
                        "source.json.unfit",
                        at,
                        String.valueOf(format.getValue()),
                        format.getTargetType().getSimpleName())
                : new SourceProblem(
                        "source.json.unfit",
                        at,
                        StringUtils.abbreviate(StringUtils.substringBefore(unfit.getOriginalMessage(), "\n"), 160),
                        null);
    }

    /** Compares what was read with what the record would write: what is missing there the record does not hold. */
    private static final class Account {

        private final Location place;
        private final DisclosureRecord record;
        private final JsonNode written;
        private final List<LedgerEntry> ledger = new ArrayList<>();
        private final List<SourceProblem> problems = new ArrayList<>();

        Account(Location place, DisclosureRecord record, JsonNode written) {
            this.place = place;
            this.record = record;
            this.written = written;
        }

        Mapped of(JsonNode source, RawForm raw) {
            Set<String> known = new HashSet<>(Set.of("kind"));
            for (RecordComponent each : record.getClass().getRecordComponents()) {
                known.add(each.getName());
            }
            for (Map.Entry<String, JsonNode> each : source.properties()) {
                String name = each.getKey();
                if (known.contains(name)) {
                    ledger.add(entry(name, '/' + name, each.getValue()));
                    inside(each.getValue(), written.path(name), name);
                } else {
                    unknown(name, each.getValue());
                }
            }
            return new Mapped(record, ledger, problems, place, raw, List.of());
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

        private static boolean empty(JsonNode value) {
            return value.isNull()
                    || value.isContainerNode() && value.isEmpty()
                    || value.isTextual() && value.textValue().isBlank();
        }

        private void unknown(String path, JsonNode value) {
            Location at = place.at(path, null);
            problems.add(new SourceProblem(
                    "source.json.unknownProperty", at, StringUtils.abbreviate(text(value), LEDGER_VALUE), null));
            ledger.add(new LedgerEntry(
                    at, FieldFate.UNMAPPED, text(value), null, null, List.of(Reason.UNKNOWN_LABEL.code())));
        }

        private LedgerEntry entry(String name, String target, JsonNode value) {
            String text = text(value);
            boolean shortened = text.length() > LEDGER_VALUE;
            return new LedgerEntry(
                    place.at(name, null),
                    FieldFate.MAPPED,
                    shortened ? StringUtils.truncate(text, LEDGER_VALUE) + '…' : text,
                    target,
                    null,
                    shortened ? List.of(Reason.ABBREVIATED.code()) : List.of());
        }

        private static String text(JsonNode value) {
            return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
        }
    }
}
