package org.gongkai.core.inventory;

import java.util.Objects;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * What an inventory says of one document that should be there.
 *
 * @param document as much of the document as the inventory gives: document number, index number, title, dates, address,
 *     old id, openness; the rest absent. One with none of the first six names no document and is counted as unusable
 * @param secrecy the level of secrecy (密级) that the inventory gives, such as 机密, or null; a document with one is not
 *     expected to be published
 * @param location where it stands in the inventory
 */
public record InventoryEntry(
        OfficialDocument document, @Nullable String secrecy, Location location) {

    /**
     * Creates an entry.
     *
     * @throws NullPointerException when {@code document} or {@code location} is null
     */
    public InventoryEntry {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(location, "location");
    }
}
