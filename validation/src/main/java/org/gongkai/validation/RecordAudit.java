package org.gongkai.validation;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.Location;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.SkippedRule;

/**
 * Judges the records of one run together: what no record shows by itself. It is shown every record once, in the order
 * of the run, and keeps no more of each than it needs. Not safe to use from several threads.
 *
 * <pre>{@code
 * RecordAudit audit = new DuplicateAudit(profile);
 * List<Finding> first = audit.see(document, Location.of("a.html"));
 * List<Finding> last = audit.end();
 * }</pre>
 */
public interface RecordAudit {

    /**
     * Takes note of a record.
     *
     * @param record the record, not null
     * @param location where it came from, not null
     * @return what is wrong with it beside those seen before; empty when nothing is, or when that shows only at the end
     */
    List<Finding> see(DisclosureRecord record, Location location);

    /**
     * Judges what shows only when every record was seen. To be called once.
     *
     * @return the findings, in an order that depends on the records and their order alone; empty when nothing is wrong
     */
    default List<Finding> end() {
        return List.of();
    }

    /**
     * Like {@link #end()}, handing over one finding at a time: an audit that may find very much says so here alone.
     *
     * @param findings takes the findings
     */
    default void end(Consumer<Finding> findings) {
        end().forEach(findings);
    }

    /**
     * The rules that could not run, or not to the end, and why. To be asked after the end.
     *
     * @return the rules; empty when all have run
     */
    default List<SkippedRule> skipped() {
        return List.of();
    }
}
