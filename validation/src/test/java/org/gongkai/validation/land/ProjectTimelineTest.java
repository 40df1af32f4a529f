package org.gongkai.validation.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.land.ItemCatalogue;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.RequisitionStage.Step;
import org.gongkai.validation.LandRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTimelineTest {

    private static final RequisitionGround GROUND = RequisitionGround.standard();
    private static final LandRequisitionProject PROJECT = LandRecords.project().build();

    @Test
    void onTheDayAfterReceiptThePapersAndTheAnnouncementAreDueInThatOrder() {
        ProjectTimeline timeline = on("2024-04-28");
        assertEquals(Step.APPROVAL, timeline.stage());
        assertEquals(
                List.of("approval-papers 2024-05-13", "approval 2024-05-13", "requisition-announcement 2024-05-20"),
                timeline.next().stream()
                        .map(each -> each.item().id() + " " + each.due())
                        .toList());
        assertEquals(List.of(), timeline.late());
        assertEquals(
                List.of("pre-announcement", "survey-results", "compensation-notice"),
                timeline.disclosed().stream().map(each -> each.item().id()).toList());
    }

    @Test
    void aNoticeInItsPostingShowsTheFirstDayOnWhichItMayEnd() {
        TimelineEntry entry = entry(on("2023-10-08"), "pre-announcement");
        // The end announced is long enough, so nothing is left to wait for.
        assertEquals(TimelineEntry.State.PUBLISHED, entry.state());
        LandRequisitionProject open = LandRecords.project()
                .stages(LandRecords.stages(LandRecords.stage(Step.PRE_ANNOUNCEMENT, "2023-09-22", null)))
                .items(LandRecords.items("pre-announcement", i -> i.postedUntil(null)))
                .build();
        TimelineEntry posted =
                entry(ProjectTimeline.of(open, LandRecords.day("2023-10-08"), GROUND), "pre-announcement");
        assertEquals(TimelineEntry.State.POSTED, posted.state());
        assertEquals(LandRecords.day("2023-10-11"), posted.due());
    }

    @Test
    void whatWasForgottenIsLate() {
        LandRequisitionProject project = LandRecords.project()
                .stages(LandRecords.stages().subList(0, 9))
                .items(LandRecords.itemsWithout("requisition-announcement"))
                .build();
        ProjectTimeline timeline = ProjectTimeline.of(project, LandRecords.day("2024-06-03"), GROUND);
        assertEquals(
                List.of("requisition-announcement"),
                timeline.late().stream().map(each -> each.item().id()).toList());
        TimelineEntry late = timeline.late().get(0);
        assertEquals(TimelineEntry.State.LATE, late.state());
        assertEquals(LandRecords.day("2024-05-20"), late.due());
        assertEquals("late by 10 working days", late.judgement().text(Locale.ENGLISH));
    }

    @Test
    void theNoticeOfAHearingThatIsFixedIsDueBeforeIt() {
        LandRequisitionProject project = LandRecords.project()
                .stages(LandRecords.stages(LandRecords.stage(Step.HEARING, "2024-01-04", null)))
                .build();
        TimelineEntry entry =
                entry(ProjectTimeline.of(project, LandRecords.day("2023-12-20"), GROUND), "hearing-notice");
        assertEquals(TimelineEntry.State.DUE, entry.state());
        assertEquals(LandRecords.day("2023-12-25"), entry.due());
    }

    @Test
    void whatAnEarlierStageDemandsIsMissingThoughTheRecordListsOnlyALaterOne() {
        LandRequisitionProject project = LandRecords.project()
                .stages(List.of(LandRecords.stage(Step.APPLICATION, "2024-01-22", null)))
                .items(List.of(
                        LandRecords.item("hearing-notice", "2023-12-01").build(),
                        LandRecords.item("hearing-record", "2023-12-20").build()))
                .approvalNumber(null)
                .approvedOn(null)
                .approvalReceivedOn(null)
                .build();
        ProjectTimeline timeline = ProjectTimeline.of(project, LandRecords.day("2024-03-01"), GROUND);
        // A hearing takes place on demand only, so nobody misses its notice.
        assertEquals(
                List.of("pre-announcement", "survey-results", "compensation-notice"),
                timeline.late().stream().map(each -> each.item().id()).toList());
        assertEquals("land.project.items.missing", timeline.late().get(0).rule());
        assertEquals("land.project.items.missingByTable", timeline.late().get(1).rule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "requisition-announcement"})
    void whatOneNoticeDoesNotNameIsNotMissing(String named) {
        LandRequisitionProject project = LandRecords.project()
                .stages(List.of(
                        LandRecords.stage(Step.APPROVAL, "2024-04-15", null),
                        LandRecords.stage(Step.ANNOUNCEMENT, "2024-05-17", null)))
                .items(
                        named.isEmpty()
                                ? List.of()
                                : List.of(LandRecords.item(named, "2024-05-17").build()))
                .approvalReceivedOn(null)
                .build();
        ProjectTimeline timeline = ProjectTimeline.of(project, LandRecords.day("2024-08-01"), GROUND);
        assertEquals(List.of(), timeline.late());
        for (String each : List.of("pre-announcement", "compensation-notice", "approval")) {
            assertEquals(TimelineEntry.State.NOT_SEEN, entry(timeline, each).state(), each);
            assertEquals("land.project.items.notSeen", entry(timeline, each).rule());
        }
    }

    @Test
    void aProjectIsNotHeldToALawThatCameLater() {
        LandRequisitionProject project = LandRecords.project()
                .stages(List.of(LandRecords.stage(Step.APPLICATION, "2018-01-22", null)))
                .items(List.of(
                        LandRecords.item("pre-announcement", "2017-09-22")
                                .postedUntil(LandRecords.day("2017-09-23"))
                                .build(),
                        LandRecords.item("hearing-record", "2017-12-20").build()))
                .approvedOn(LandRecords.day("2018-04-16"))
                .approvalReceivedOn(LandRecords.day("2018-04-26"))
                .build();
        ProjectTimeline timeline = ProjectTimeline.of(project, LandRecords.day("2018-08-01"), GROUND);
        assertEquals(
                List.of("survey-results", "approval-papers", "approval"),
                timeline.late().stream().map(each -> each.item().id()).toList());
        assertEquals(
                TimelineEntry.State.PUBLISHED,
                entry(timeline, "pre-announcement").state());
        // What is received under the new law is announced by it, however long ago the project began.
        LandRequisitionProject carriedOver = LandRequisitionProjectBuilder.builder(project)
                .approvalReceivedOn(LandRecords.day("2021-09-01"))
                .build();
        assertEquals(
                LandRecords.day("2021-09-23"),
                entry(
                                ProjectTimeline.of(carriedOver, LandRecords.day("2021-09-02"), GROUND),
                                "requisition-announcement")
                        .due());
    }

    @Test
    void aListOfApprovedProjectsStandsAtApproval() {
        LandRequisitionProject project =
                LandRecords.project().stages(List.of()).items(List.of()).build();
        assertEquals(
                Step.APPROVAL,
                ProjectTimeline.of(project, LandRecords.day("2024-04-30"), GROUND)
                        .stage());
        assertNull(ProjectTimeline.of(project, LandRecords.day("2024-04-14"), GROUND)
                .stage());
    }

    @Test
    void whatNoNoticeOfHolidaysSettlesYetIsNeitherDueNorLate() {
        LandRequisitionProject project = LandRecords.project()
                .approvedOn(LandRecords.day("2026-12-18"))
                .approvalReceivedOn(LandRecords.day("2026-12-21"))
                .stages(List.of(LandRecords.stage(Step.APPROVAL, "2026-12-18", null)))
                .items(List.of())
                .build();
        TimelineEntry before =
                entry(ProjectTimeline.of(project, LandRecords.day("2026-12-22"), GROUND), "requisition-announcement");
        assertEquals(TimelineEntry.State.DUE, before.state());
        TimelineEntry after =
                entry(ProjectTimeline.of(project, LandRecords.day("2027-01-20"), GROUND), "requisition-announcement");
        assertEquals(TimelineEntry.State.LIMIT_OPEN, after.state());
        assertNull(after.rule());
    }

    @Test
    void aProjectFromBeforeTheCalendarIsLookedAtAllTheSame() {
        LandRequisitionProject project = LandRecords.project()
                .approvedOn(LandRecords.day("1999-05-06"))
                .approvalReceivedOn(LandRecords.day("1999-05-10"))
                .stages(List.of(LandRecords.stage(Step.APPROVAL, "1999-05-06", null)))
                .items(List.of(LandRecords.item("approval", "1999-06-01").build()))
                .build();
        ProjectTimeline timeline = ProjectTimeline.of(project, LandRecords.day("2024-06-03"), GROUND);
        assertEquals(TimelineEntry.State.PUBLISHED, entry(timeline, "approval").state());
        assertEquals(
                TimelineEntry.State.LIMIT_OPEN,
                entry(timeline, "approval-papers").state());
    }

    @Test
    void aProjectOfAnUnknownRegimeHasNoTimeline() {
        ProjectTimeline timeline =
                ProjectTimeline.of(LandRecords.project().regime(null).build(), LandRecords.day("2024-06-03"), GROUND);
        assertEquals(List.of(), timeline.entries());
    }

    @Test
    void whatHappensLaterIsNotSeen() {
        ProjectTimeline timeline = on("2023-09-21");
        assertNull(timeline.stage());
        assertEquals(List.of(), timeline.disclosed());
        assertEquals(List.of(), timeline.late());
    }

    @Test
    void aCatalogueThatNamesAnUnknownDutyIsRefused() {
        String table =
                "id,stage,level1,level2,elements,basis,from,duty,clock,publisher,audience,mode,channels,need,standing,"
                        + "evidence\na,听证,甲,乙,,丙,,no-such-duty,STAGE_START,丁,全社会,主动公开,,ALWAYS,TABLE,unverified\n";
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new RequisitionGround(
                        ItemCatalogue.read(new StringReader(table), "own.csv"),
                        ItemCatalogue.stateOwnedLandHouses(),
                        Duties.catalogue(),
                        WorkingCalendar.china()));
        assertEquals(true, String.valueOf(e.getMessage()).contains("no-such-duty"));
    }

    @Property(tries = 100)
    void whatIsDisclosedStaysDisclosed(@ForAll @IntRange(max = 400) int days) {
        LocalDate day = LandRecords.day("2023-09-01").plusDays(days);
        List<String> before = on(day.toString()).disclosed().stream()
                .map(each -> each.item().id())
                .toList();
        List<String> after = on(day.plusDays(1).toString()).disclosed().stream()
                .map(each -> each.item().id())
                .toList();
        assertEquals(true, after.containsAll(before));
    }

    private static ProjectTimeline on(String day) {
        return ProjectTimeline.of(PROJECT, LandRecords.day(day), GROUND);
    }

    private static TimelineEntry entry(ProjectTimeline timeline, String item) {
        return timeline.entries().stream()
                .filter(each -> each.item().id().equals(item))
                .findFirst()
                .orElseThrow();
    }
}
