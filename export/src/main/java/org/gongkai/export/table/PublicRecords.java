package org.gongkai.export.table;

import java.util.List;
import java.util.Locale;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.privacy.PersonalDataScan;

/** What may stand in a table for the public. */
public final class PublicRecords {

    private PublicRecords() {}

    /** Refuses a record that holds personal data; the message names record and place, never the data. */
    public static void requireClean(DisclosureRecord record) {
        List<PersonalDataScan.Place> places = PersonalDataScan.of(record);
        if (!places.isEmpty()) {
            PersonalDataScan.Place first = places.get(0);
            throw new IllegalArgumentException("record " + record.key() + " holds personal data ("
                    + first.match().kind().text(Locale.ENGLISH) + ") at " + first.pointer()
                    + "; take it out before it is published");
        }
    }
}
