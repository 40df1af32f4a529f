package org.gongkai.core.inventory;

import java.io.IOException;
import java.util.function.Consumer;
import org.gongkai.core.source.SourceProblem;

/**
 * A list of the documents that should be there: the issuing register (发文登记簿), a site map, the ids of an old system,
 * an earlier package.
 *
 * <p>It is read twice, so that its texts need not stay in memory: before the first record for the keys, and after the
 * last to tell what is missing. Both times it must give the same entries in the same order.
 */
public interface Inventory {

    /**
     * The inventory's name, for reports.
     *
     * @return the name, such as that of its file
     */
    String name();

    /**
     * Hands over all entries.
     *
     * @param entries takes one after the other
     * @throws IOException when the inventory cannot be read
     */
    void read(Consumer<InventoryEntry> entries) throws IOException;

    /**
     * Hands over all entries, and what is wrong with single ones. An inventory that finds nothing wrong by itself need not
     * know this method.
     *
     * @param entries takes one after the other
     * @param problems takes what is wrong with an entry; reading goes on
     * @throws IOException when the inventory cannot be read
     */
    default void read(Consumer<InventoryEntry> entries, Consumer<SourceProblem> problems) throws IOException {
        read(entries);
    }
}
