package org.gongkai.core.privacy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.jspecify.annotations.Nullable;

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
        collect("", "", record, places);
        return List.copyOf(places);
    }

    private static void collect(String pointer, String label, @Nullable Object value, List<Place> places) {
        if (value instanceof Code code) {
            texts(pointer, label, code.text(), places);
        } else if (value instanceof String || value instanceof Number) {
            texts(pointer, label, value.toString(), places);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(pointer + '/' + i, label, list.get(i), places);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                String name = String.valueOf(key);
                collect(pointer + '/' + name.replace("~", "~0").replace("/", "~1"), name, each, places);
            });
        } else if (value instanceof Record record) {
            for (RecordComponent each : record.getClass().getRecordComponents()) {
                // Unknown properties stand beside the known ones in JSON.
                String at = each.getName().equals("other") ? pointer : pointer + '/' + each.getName();
                collect(at, each.getName(), component(record, each), places);
            }
        }
    }

    private static void texts(String pointer, String label, String text, List<Place> places) {
        for (PersonalData.Match each : PersonalData.find(label, text)) {
            if (each.kind() != PersonalData.Kind.MOBILE_NUMBER || !OFFICE_TELEPHONES.contains(pointer)) {
                places.add(new Place(pointer, each));
            }
        }
    }

    private static @Nullable Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component " + component + " of a canonical type cannot be read", e);
        }
    }
}
