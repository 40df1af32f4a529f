package org.gongkai.validation.change;

import java.io.IOException;
import java.util.function.Consumer;
import org.gongkai.core.DisclosureRecord;

/** The records of an earlier set, such as those of the package before, which can be read more than once. */
@FunctionalInterface
public interface EarlierRecords {

    /**
     * Reads them all, in the same order each time.
     *
     * @param records takes each
     * @throws IOException when they cannot be read
     */
    void read(Consumer<DisclosureRecord> records) throws IOException;
}
