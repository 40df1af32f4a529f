package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.RowClass;

/** The account of rows of a list of documents that are none: captions above the header, and the header printed once more. */
final class OtherRows {

    private OtherRows() {}

    /** An entry for each filled cell of a row above the header. */
    static List<LedgerEntry> caption(Location row, List<String> cells) {
        return entries(row, cells, "caption");
    }

    /** An entry for each filled cell of a header that is repeated below. */
    static List<LedgerEntry> headerAgain(Location row, List<String> cells) {
        return entries(row, cells, RowClass.HEADER_AGAIN.reason());
    }

    private static List<LedgerEntry> entries(Location row, List<String> cells, String reason) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            String text = cells.get(c);
            if (!LegacyText.stripUnseen(text).isEmpty()) {
                entries.add(new LedgerEntry(
                        row.at("", c + 1), FieldFate.IGNORED, PersonalData.masked(text), null, null, List.of(reason)));
            }
        }
        return entries;
    }
}
