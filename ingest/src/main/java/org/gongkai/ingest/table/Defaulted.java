package org.gongkai.ingest.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.json.CanonicalRecord;

/** Tells which components of a record came from its defaults, for the ledger. */
public final class Defaulted {

    private static final JsonMapper JSON =
            CanonicalRecord.mapper(new JsonFactory()).build();

    private Defaulted() {}

    /**
     * The components of a record that stand in it as in the defaults and that its source did not give.
     *
     * @param record the record
     * @param defaults the record from which it was begun
     * @param origin where the record was read
     * @param given JSON Pointers of the components that the source gave
     * @return an entry for each, with the fate {@link FieldFate#DEFAULTED}
     */
    public static List<LedgerEntry> entries(
            DisclosureRecord record, DisclosureRecord defaults, Location origin, Set<String> given) {
        List<LedgerEntry> entries = new ArrayList<>();
        compare(JSON.valueToTree(record), JSON.valueToTree(defaults), "", origin, given, entries);
        return entries;
    }

    private static void compare(
            JsonNode record,
            JsonNode defaults,
            String pointer,
            Location origin,
            Set<String> given,
            List<LedgerEntry> entries) {
        if (given.contains(pointer) || pointer.equals("/kind")) {
            return;
        }
        if (defaults.isObject() && record.isObject()) {
            for (Map.Entry<String, JsonNode> each : defaults.properties()) {
                compare(
                        record.path(each.getKey()),
                        each.getValue(),
                        pointer + '/' + each.getKey(),
                        origin,
                        given,
                        entries);
            }
        } else if (record.equals(defaults)) {
            entries.add(
                    new LedgerEntry(origin, FieldFate.DEFAULTED, null, pointer, text(defaults), List.of("constant")));
        }
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(Defaulted::text)
                        .collect(Collectors.joining("、"))
                : value.isValueNode() ? value.asText() : value.toString();
    }
}
