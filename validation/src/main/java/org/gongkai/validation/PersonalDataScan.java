package org.gongkai.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.privacy.PersonalData;

/**
 * Finds personal data in every text of a record, so that it can be taken out before the record is published.
 *
 * <pre>{@code
 * for (PersonalDataScan.Place place : PersonalDataScan.of(project)) {
 *     System.out.println(place.pointer() + " " + place.match().kind());   // /parcels/0/location IDENTITY_NUMBER
 * }
 * }</pre>
 */
public final class PersonalDataScan {

    /** Where an office gives its own telephone number, which may be a mobile one. */
    private static final Set<String> OFFICE_TELEPHONES = Set.of("/contact/telephone", "/consultation/telephone");

    private static final ObjectMapper MAPPER = DataFiles.mapper();

    private PersonalDataScan() {}

    /**
     * A text of a record that holds personal data.
     *
     * @param pointer JSON Pointer of the text
     * @param match what it holds, masked
     */
    public record Place(String pointer, PersonalData.Match match) {}

    /**
     * Looks through a record.
     *
     * @param record the record, not null
     * @return the places in the order of the record; empty when there are none
     */
    public static List<Place> of(DisclosureRecord record) {
        List<Place> places = new ArrayList<>();
        collect("", "", MAPPER.valueToTree(record), places);
        return List.copyOf(places);
    }

    private static void collect(String pointer, String label, JsonNode node, List<Place> places) {
        if (node.isTextual()) {
            for (PersonalData.Match each : PersonalData.find(label, node.textValue())) {
                if (each.kind() != PersonalData.Kind.MOBILE_NUMBER || !OFFICE_TELEPHONES.contains(pointer)) {
                    places.add(new Place(pointer, each));
                }
            }
        } else if (node.isNumber()) {
            PersonalData.find(label, node.asText()).forEach(each -> places.add(new Place(pointer, each)));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + '/' + i, label, node.get(i), places);
            }
        } else {
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                String step =
                        Hearing.step(new StringBuilder(pointer), each.getKey()).toString();
                collect(step, each.getKey(), each.getValue(), places);
            }
        }
    }
}
