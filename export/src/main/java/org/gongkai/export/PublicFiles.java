package org.gongkai.export;

import java.io.IOException;
import org.gongkai.core.DisclosureRecord;

/**
 * Files for the public that show the records of one run together, such as a table of the standards in force. It is
 * shown every record that went into the package, and writes its files at the end. Not safe to use from several threads.
 *
 * <pre>{@code
 * library.show(LandFiles.ofRun());
 * library.add(record);
 * }</pre>
 */
public interface PublicFiles {

    /** The most records that are kept for such files; a table of more is nothing to look at. */
    int MOST_RECORDS = 50_000;

    /**
     * Takes note of a record; of another kind, or beyond {@link #MOST_RECORDS}, it is passed over.
     *
     * @param record a record that may be published, never one that is withheld
     */
    void see(DisclosureRecord record);

    /**
     * Adds the files to a package; none when no record was for them.
     *
     * @param out the package that took the records
     * @throws IOException when it cannot be written
     */
    void addTo(LibraryPackage out) throws IOException;
}
