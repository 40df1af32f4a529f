package org.gongkai.ingest.source;

import java.util.List;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;

/**
 * Takes what {@link LegacyReader#read} finds, one thing at a time and in the order of the source. Every page and every
 * row of a table comes out exactly once: as a record or as rejected.
 */
public interface SourceHandler {

    /**
     * Takes a record.
     *
     * @param mapped the record with its ledger and its problems; those are not handed to {@link #problem} again
     */
    void record(Mapped mapped);

    /**
     * Takes the account of fields that belong to no one record: captions and remarks of a table whose rows are no
     * documents. Each field is accounted for here or in a record, never in both.
     *
     * @param entries the entries, in the order of the source
     */
    void ledger(List<LedgerEntry> entries);

    /**
     * Takes something that yields no record.
     *
     * @param problem why
     * @param raw the thing itself, so that nothing is lost
     */
    void rejected(SourceProblem problem, RawForm raw);

    /**
     * Takes a problem of the source as a whole, such as a wrong charset label; reading went on.
     *
     * @param problem the problem
     */
    void problem(SourceProblem problem);
}
