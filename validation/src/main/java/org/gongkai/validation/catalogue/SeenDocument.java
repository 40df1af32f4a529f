package org.gongkai.validation.catalogue;

import java.time.LocalDate;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.key.DocumentKeys;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a document that says where on a site it stands.
 *
 * @param key its key
 * @param location where it came from
 * @param column its column as the site calls it, or null
 * @param agency who issued it, as it is compared, or null
 * @param address its address, or null
 * @param writtenOn the day on which it was made, or null
 * @param publishedOn the day on which it was published, or null
 */
record SeenDocument(
        String key,
        Location location,
        @Nullable String column,
        @Nullable String agency,
        @Nullable String address,
        @Nullable LocalDate writtenOn,
        @Nullable LocalDate publishedOn) {

    /** Null when it says nothing of its place. */
    static @Nullable SeenDocument of(OfficialDocument document, Location location) {
        String column = document.site() == null ? null : document.site().columnName();
        String address = DocumentKeys.address(document.sourceUrl());
        if (column == null && address == null) {
            return null;
        }
        Agency agency = document.agency();
        return new SeenDocument(
                document.key(),
                location,
                column,
                agency == null ? null : LegacyText.folded(agency.text()),
                address,
                document.writtenOn(),
                document.publishedOn());
    }

    @Nullable
    LocalDate dated() {
        return writtenOn == null ? publishedOn : writtenOn;
    }
}
