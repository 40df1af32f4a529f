package org.gongkai.validation.report;

import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * Whom a record concerns, for reports that sort by agency and by year.
 *
 * @param agency the agency that answers for the record, or null when it names none
 * @param year the year in which the record was made, or null when it names none
 * @param title what people call the record, or null when it has no name
 */
record Subject(
        @Nullable String agency,
        @Nullable Integer year,
        @Nullable String title) {

    /** Of a source, or of several records. */
    static final Subject NONE = new Subject(null, null, null);

    static Subject of(DisclosureRecord record) {
        Agency agency = record.agency();
        return new Subject(agency == null ? null : agency.text(), record.year(), record.designation());
    }
}
