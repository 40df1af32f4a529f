package org.gongkai.validation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.validation.annual.AnnualReportAudit;
import org.gongkai.validation.assistance.AssistanceAudit;
import org.gongkai.validation.catalogue.CatalogueAudit;
import org.gongkai.validation.change.ChangeAudit;
import org.gongkai.validation.coverage.CoverageAudit;
import org.gongkai.validation.coverage.LibraryAudit;
import org.gongkai.validation.decision.DecisionAudit;
import org.gongkai.validation.document.DuplicateAudit;
import org.gongkai.validation.document.RelatedDocumentsAudit;
import org.gongkai.validation.interpretation.PolicyAudit;
import org.gongkai.validation.land.LandAudit;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.register.AccountAudit;
import org.gongkai.validation.request.RequestAudit;
import org.gongkai.validation.set.SetAudit;
import org.jspecify.annotations.Nullable;

/**
 * The audits of one run: everything that looks at records together, in the order in which it is heard. Not safe to use from
 * several threads.
 *
 * @param doubles what stands in the run twice
 * @param policies what explains policies beside the documents
 * @param coverage what should be there and is not
 * @param all these and those of the other kinds, in order
 */
public record RunAudits(DuplicateAudit doubles, PolicyAudit policies, CoverageAudit coverage, List<RecordAudit> all) {

    /** Creates the audits of a run. */
    public RunAudits {
        all = List.copyOf(all);
    }

    /**
     * Begins the audits of a run.
     *
     * @param profile decides which rules run and how severely, not null
     * @param clock says which day is today, not null
     * @param calendar the working days that limits count in, not null
     * @param doubles chooses between records that contradict each other, not null
     * @param coverage holds records against an inventory, or against nothing, not null
     * @param library holds normative documents against what the library holds, or against nothing, not null
     * @param changes holds records against an earlier set, or against nothing, not null
     * @param links tells whether a file of the sources is there under a path, or null when links are not followed
     * @return the audits, which have seen nothing yet
     */
    public static RunAudits of(
            Profile profile,
            Clock clock,
            WorkingCalendar calendar,
            DuplicateAudit doubles,
            CoverageAudit coverage,
            LibraryAudit library,
            ChangeAudit changes,
            @Nullable Predicate<String> links) {
        LocalDate today = LocalDate.now(clock);
        PolicyAudit policies = new PolicyAudit(profile, today, calendar);
        return new RunAudits(
                doubles,
                policies,
                coverage,
                List.of(
                        doubles,
                        new RelatedDocumentsAudit(profile, today),
                        AssistanceAudit.of(profile).ofRun(today),
                        LandAudit.of(profile).ofRun(),
                        new DecisionAudit(profile, clock, calendar, links),
                        new CatalogueAudit(profile, calendar),
                        new AccountAudit(profile),
                        new AnnualReportAudit(profile),
                        new RequestAudit(profile, today),
                        new SetAudit(profile),
                        policies,
                        coverage,
                        library,
                        changes));
    }
}
