package org.gongkai.testkit;

import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.Location;
import org.gongkai.validation.report.ReportedFinding;

/**
 * One record of the source of a test class.
 *
 * @param record the record
 * @param location where it came from
 * @param findings what was found in it, beside the others as well; what a baseline holds back is marked
 */
public record DisclosureDocument(DisclosureRecord record, Location location, List<ReportedFinding> findings) {

    /** Creates a document. */
    public DisclosureDocument {
        findings = List.copyOf(findings);
    }

    /**
     * What the record is called in reports of tests.
     *
     * @return what people call it, and where it came from
     */
    public String name() {
        String name = record.designation();
        return (name == null ? record.key() : name) + " (" + location + ")";
    }

    /** The name. */
    @Override
    public String toString() {
        return name();
    }
}
