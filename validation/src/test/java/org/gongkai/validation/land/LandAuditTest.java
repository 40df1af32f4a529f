package org.gongkai.validation.land;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.land.ItemCatalogue;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.PlanItemState;
import org.gongkai.core.land.PlanReference;
import org.gongkai.core.land.RequisitionStage.Step;
import org.gongkai.core.source.Location;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.LandRecords;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.junit.jupiter.api.Test;

public class LandAuditTest {

    private static final LandRequisitionPlan PLAN = LandRecords.plan().build();
    private static final LandRequisitionProject PROJECT =
            LandRecords.project().planItem(new PlanReference(2023, "1")).build();

    @Test
    void aPlanAndAProjectThatNameEachOtherPass() {
        assertEquals(List.of(), codes(List.of(PLAN), PROJECT));
    }

    @Test
    void aLineMayNameAProjectByItsName() {
        LandRequisitionPlan plan = LandRecords.line(l -> l.project("东村路 道路工程"))
                .apply(LandRecords.plan())
                .build();
        assertEquals(List.of(), codes(List.of(plan), PROJECT));
    }

    @Test
    void anApprovedLineWhoseProjectIsNotDisclosedIsReported() {
        LandRequisitionProject other =
                LandRecords.project().code("J0").name("另一工程").planItem(null).build();
        assertEquals(
                List.of("land.plan.items.projectUnknown", "land.project.planItem.missing"),
                codes(List.of(PLAN), other));
    }

    @Test
    void withoutAnyProjectThePlansLinksAreSaidToBeUnchecked() {
        assertEquals(List.of("land.plan.items.notChecked"), codes(List.of(PLAN)));
        LandRequisitionPlan unlinked =
                LandRecords.line(l -> l.project(null)).apply(LandRecords.plan()).build();
        assertEquals(List.of(), codes(List.of(unlinked)));
    }

    @Test
    void withoutThePlanOfTheirYearTheLinesOfProjectsAreSaidOnceToBeUnchecked() {
        LandRequisitionProject second = LandRecords.project()
                .code("J2")
                .planItem(new PlanReference(2023, "7"))
                .build();
        List<Finding> findings =
                LandAudit.of(Records.PROFILE).audit(List.of(), List.of(PROJECT, second), record -> null);
        assertEquals(
                List.of("land.project.planItem.notChecked"),
                findings.stream().map(Finding::rule).toList());
        assertEquals("2", findings.get(0).value());
        assertEquals("2023", findings.get(0).expected());
    }

    @Test
    void anApprovedProjectOutsideThePlanIsReported() {
        LandRequisitionPlan empty =
                LandRecords.line(l -> l.project(null)).apply(LandRecords.plan()).build();
        LandRequisitionProject project = LandRecords.project().build();
        assertEquals(List.of("land.project.planItem.missing"), codes(List.of(empty), project));
    }

    @Test
    void aProjectThatIsNotApprovedNeedNoLineYet() {
        LandRequisitionProject early = LandRecords.project()
                .approvalNumber(null)
                .approvedOn(null)
                .approvalReceivedOn(null)
                .stages(LandRecords.stages().subList(0, 3))
                .build();
        assertEquals(List.of(), codes(List.of(), early));
    }

    @Test
    void aLineOfNoPlanIsReported() {
        LandRequisitionProject project =
                LandRecords.project().planItem(new PlanReference(2023, "9")).build();
        assertEquals(
                List.of("land.plan.items.projectOfAnother", "land.project.planItem.unknown"),
                codes(List.of(PLAN), project));
    }

    @Test
    void aLineThatDoesNotLeadBackIsReported() {
        LandRequisitionPlan plan =
                LandRecords.line(l -> l.project(null)).apply(LandRecords.plan()).build();
        assertEquals(List.of("land.project.planItem.notLinkedBack"), codes(List.of(plan), PROJECT));
    }

    @Test
    void aPlanThatLagsBehindTheApprovalIsReported() {
        LandRequisitionPlan plan = LandRecords.line(l -> l.state(PlanItemState.of(PlanItemState.State.SUBMITTED)))
                .apply(LandRecords.plan())
                .build();
        assertEquals(List.of("land.plan.items.stateBehind"), codes(List.of(plan), PROJECT));
    }

    @Test
    void theLastRevisionOfAPlanCounts() {
        LandRequisitionPlan first =
                LandRecords.line(l -> l.project("J0")).apply(LandRecords.plan()).build();
        LandRequisitionPlan revised = LandRecords.plan().revision(1).build();
        assertEquals(List.of(), codes(List.of(first, revised), PROJECT));
    }

    @Test
    void aFindingStandsAtItsRecordAndItsSource() {
        Finding finding = LandAudit.of(Records.PROFILE)
                .audit(
                        List.of(PLAN),
                        List.of(LandRecords.project().code("J0").name("另一工程").build()),
                        record -> Location.of("plan.csv"))
                .get(0);
        assertEquals(PLAN.key(), finding.record());
        assertEquals("/items/0/project", finding.pointer());
        assertEquals("plan.csv", String.valueOf(finding.location()));
    }

    @Test
    void aLimitOfAUsersCatalogueIsJudgedToo() throws IOException {
        String header =
                "id,stage,level1,level2,elements,basis,from,duty,clock,publisher,audience,mode,channels,need,standing,evidence\n";
        String row = "own,征收土地公告,甲,乙,,本区目录,,disclosure-general,STAGE_START,区政府,全社会,主动公开,,ALWAYS,TABLE,unverified\n";
        RequisitionGround ground = new RequisitionGround(
                ItemCatalogue.read(new StringReader(header + row), "own.csv"),
                ItemCatalogue.stateOwnedLandHouses(),
                Duties.catalogue(),
                WorkingCalendar.china());
        DisclosureValidator validator = DisclosureValidator.of(Records.PROFILE, Records.CLOCK, ground);
        LandRequisitionProjectBuilder project = LandRecords.project()
                .stages(LandRecords.stages(LandRecords.stage(Step.ANNOUNCEMENT, "2024-04-16", null)));
        Judgement onTheDay = validator.judge(
                project.items(List.of(LandRecords.item("own", "2024-05-15").build()))
                        .build());
        assertEquals(List.of(), onTheDay.findings());
        Judgement aDayLate = validator.judge(
                project.items(List.of(LandRecords.item("own", "2024-05-16").build()))
                        .build());
        assertEquals(
                List.of("land.project.items.limitBreached"),
                aDayLate.findings().stream().map(Finding::rule).toList());
    }

    private static List<String> codes(List<LandRequisitionPlan> plans, LandRequisitionProject... projects) {
        return LandAudit.of(Records.PROFILE).audit(plans, Arrays.asList(projects), record -> null).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void thePlansAndProjectsOfARunAreHeldAgainstEachOtherAtItsEnd() {
        LandRequisitionProject unplanned = LandRecords.project().planItem(null).build();
        RecordAudit run = LandAudit.of(Records.PROFILE).ofRun();
        assertEquals(List.of(), run.see(PLAN, Location.of("plan.csv")));
        assertEquals(List.of(), run.see(unplanned, Location.of("list.csv").atRow(2)));
        List<Finding> findings = run.end();
        assertEquals(
                codes(List.of(PLAN), unplanned),
                findings.stream().map(Finding::rule).toList());
        assertEquals(
                "list.csv:2", String.valueOf(findings.get(findings.size() - 1).location()));
    }
}
