package org.gongkai.validation.report;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
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
        if (record instanceof OfficialDocument document) {
            return of(
                    document.issuers().isEmpty() ? document.owner() : first(document.issuers()),
                    document.writtenOn() == null ? document.publishedOn() : document.writtenOn(),
                    document.title());
        }
        if (record instanceof AssistanceStandard line) {
            LocalDate from =
                    line.effectiveFrom() == null ? null : line.effectiveFrom().latest();
            Agency agency = line.publisher() == null ? first(line.setBy()) : line.publisher();
            return of(agency, from, name(line));
        }
        if (record instanceof LandRequisitionPlan plan) {
            Agency agency = plan.compiledBy();
            return new Subject(agency == null ? null : agency.text(), plan.year(), plan.title());
        }
        if (record instanceof LandRequisitionProject project) {
            return of(project.implementer(), project.approvedOn(), project.name());
        }
        return NONE;
    }

    private static Subject of(@Nullable Agency agency, @Nullable LocalDate day, @Nullable String title) {
        return new Subject(agency == null ? null : agency.text(), day == null ? null : day.getYear(), title);
    }

    private static @Nullable Agency first(List<Agency> agencies) {
        return agencies.isEmpty() ? null : agencies.get(0);
    }

    private static @Nullable String name(AssistanceStandard line) {
        String item = line.item() == null ? "" : line.item().toString();
        String name = (line.place() == null ? "" : line.place()) + ' ' + item;
        return name.isBlank() ? null : name.strip();
    }
}
