package org.gongkai.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.RequisitionItem;
import org.gongkai.core.land.RequisitionStage.Step;
import org.gongkai.core.land.StageProgress;
import org.gongkai.core.organization.Agency;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each statutory limit a day early, on the day and a day late, most of them across a holiday with make-up days. */
class LandLimitsTest {

    private static final DisclosureValidator VALIDATOR = Records.validator();

    /** Posted on 22 September 2023, before the eight days of National Day with two make-up days at a weekend. */
    @ParameterizedTest
    @CsvSource({"2023-10-10, land.project.items.preAnnouncementTooShort", "2023-10-11,", "2023-10-12,"})
    void thePreliminaryAnnouncementIsPostedForTenWorkingDays(String until, String rule) {
        assertFindings(rule, posted("pre-announcement", "2023-09-22", until));
    }

    /** Posted on a make-up Saturday, which counts. */
    @ParameterizedTest
    @CsvSource({"2023-10-17, land.project.items.preAnnouncementTooShort", "2023-10-18,", "2023-10-19,"})
    void aMakeUpSaturdayCountsAsTheFirstDayOfPosting(String until, String rule) {
        LandRequisitionProjectBuilder project = posted("pre-announcement", "2023-10-07", until)
                .stages(LandRecords.stages(LandRecords.stage(Step.PRE_ANNOUNCEMENT, "2023-10-07", until)));
        assertFindings(rule, project);
    }

    @ParameterizedTest
    @CsvSource({"2023-12-11, land.project.items.compensationNoticeTooShort", "2023-12-12,", "2023-12-13,"})
    void theCompensationNoticeIsPostedForThirtyDaysOfAnyKind(String until, String rule) {
        assertFindings(rule, posted("compensation-notice", "2023-11-13", until));
    }

    /** The thirtieth day falls within National Day, which stops no posting. */
    @ParameterizedTest
    @CsvSource({"2023-10-02, land.project.items.compensationNoticeTooShort", "2023-10-03,", "2023-10-04,"})
    void aHolidayIsNoReasonToPostTheCompensationNoticeLonger(String until, String rule) {
        LandRequisitionProjectBuilder project = posted("compensation-notice", "2023-09-04", until)
                .stages(List.of(LandRecords.stage(Step.COMPENSATION_NOTICE, "2023-09-04", until)));
        assertEquals(
                rule != null,
                rules(VALIDATOR, project.build()).contains("land.project.items.compensationNoticeTooShort"));
    }

    /** Received on Friday 26 April 2024: Labour Day lies between, with make-up days on 28 April and 11 May. */
    @ParameterizedTest
    @CsvSource({"2024-05-18,", "2024-05-20,", "2024-05-21, land.project.items.announcementLate"})
    void theAnnouncementFollowsWithinFifteenWorkingDaysOfReceipt(String on, String rule) {
        assertFindings(rule, published("requisition-announcement", on));
    }

    @ParameterizedTest
    @CsvSource({"2024-05-11,", "2024-05-13,", "2024-05-14, land.project.items.approvalDocumentsLate"})
    void theApprovalPapersFollowWithinTenWorkingDaysOfReceipt(String on, String rule) {
        assertFindings(rule, published("approval", on));
        assertFindings(rule, published("approval-papers", on));
    }

    @Test
    void theTwoLimitsAfterReceiptAreKeptApart() {
        assertFindings(null, published("requisition-announcement", "2024-05-20"));
        assertFindings("land.project.items.approvalDocumentsLate", published("approval", "2024-05-20"));
    }

    @ParameterizedTest
    @CsvSource({"2023-11-02,", "2023-11-03,", "2023-11-06, land.project.items.surveyResultsLate"})
    void theResultsOfTheSurveyFollowWithinFiveWorkingDays(String on, String rule) {
        assertFindings(rule, published("survey-results", on));
    }

    /** The survey ends on the last day before the holiday. */
    @ParameterizedTest
    @CsvSource({"2023-10-10,", "2023-10-11,", "2023-10-12, land.project.items.surveyResultsLate"})
    void theHolidayIsLeftOutAfterASurvey(String on, String rule) {
        LandRequisitionProjectBuilder project = published("survey-results", on)
                .stages(LandRecords.stages(LandRecords.stage(Step.SURVEY, "2023-09-22", "2023-09-28")));
        assertFindings(rule, project);
    }

    /** New Year's Day lies between the notice and the hearing. */
    @ParameterizedTest
    @CsvSource({"2023-12-22,", "2023-12-25,", "2023-12-26, land.project.items.hearingNoticeLate"})
    void theNoticeOfAHearingComesSevenWorkingDaysBeforeIt(String on, String rule) {
        List<RequisitionItem> items = new ArrayList<>(LandRecords.items());
        items.add(LandRecords.item("hearing-notice", on).build());
        LandRequisitionProjectBuilder project = LandRecords.project()
                .stages(LandRecords.stages(LandRecords.stage(Step.HEARING, "2024-01-04", "2024-01-04")).stream()
                        .filter(each -> each.stage().step() != Step.AGREEMENT)
                        .toList())
                .items(items);
        // That no stage of agreements is shown is lawful: nobody has to announce them.
        assertFindings(rule, project);
    }

    @ParameterizedTest
    @CsvSource({"2023-05-01, land.project.items.housePlanCommentTooShort", "2023-05-02,", "2023-05-03,"})
    void thePlanForHousesIsOpenToCommentForThirtyDays(String until, String rule) {
        assertFindings(rule, houses("plan-comment", "2023-04-03", until));
    }

    /** The third day is a Thursday; a day late is a Friday. */
    @ParameterizedTest
    @CsvSource({"2023-06-14,", "2023-06-15,", "2023-06-16, land.project.items.houseDecisionLate"})
    void aDecisionOnHousesIsAnnouncedWithinThreeDays(String on, String rule) {
        assertFindings(rule, houses("decision", on, null));
    }

    /** The third day falls within National Day; the first working day after it is a Saturday made up for. */
    @ParameterizedTest
    @CsvSource({"2023-10-06, false", "2023-10-07, false", "2023-10-08, true"})
    void aDecisionBeforeAHolidayIsAnnouncedOnTheFirstWorkingDay(String on, boolean late) {
        LandRequisitionProjectBuilder project = houses("decision", on, null)
                .stages(List.of(LandRecords.stage(Step.HOUSE_DECISION, "2023-09-28", null)));
        assertEquals(late, rules(VALIDATOR, project.build()).contains("land.project.items.houseDecisionLate"));
    }

    /** The regulation says neither which days count nor whether the first does; between the readings nothing is said. */
    @ParameterizedTest
    @CsvSource({
        "2023-07-03, 2023-07-06, land.project.items.houseAppraisalTooShort",
        "2023-07-03, 2023-07-07, land.project.items.limitNotChecked",
        "2023-07-03, 2023-07-10,",
        "2023-07-07, 2023-07-10, land.project.items.houseAppraisalTooShort",
        "2023-07-07, 2023-07-13, land.project.items.limitNotChecked",
        "2023-07-07, 2023-07-14,"
    })
    void theFirstAppraisalsArePostedForFiveDays(String from, String until, String rule) {
        LandRequisitionProject before = LandRecords.houses().build();
        List<RequisitionItem> items = new ArrayList<>(before.items());
        items.add(LandRecords.item("first-appraisal", from)
                .postedUntil(LandRecords.day(until))
                .build());
        List<StageProgress> stages = new ArrayList<>(before.stages());
        stages.add(LandRecords.stage(Step.HOUSE_APPRAISAL, from, null));
        assertFindings(rule, LandRecords.houses().stages(stages).items(items));
    }

    @ParameterizedTest
    @CsvSource({"2020-11-12, land.project.prices.tooOld", "2020-11-13,", "2020-11-14,"})
    void aBlockPriceServesForThreeYears(String publishedOn, String rule) {
        assertFindings(rule, LandRecords.project().prices(List.of(LandRecords.price(publishedOn))));
    }

    @Test
    void aDayThatNoNoticeSettlesIsReportedAsNotChecked() {
        LandRequisitionProject project = LandRecords.project()
                .approvedOn(LandRecords.day("2026-12-18"))
                .approvalReceivedOn(LandRecords.day("2026-12-21"))
                .stages(LandRecords.stages(LandRecords.stage(Step.ANNOUNCEMENT, "2027-01-08", null)).stream()
                        .map(each -> each.stage().step() == Step.APPROVAL
                                ? LandRecords.stage(Step.APPROVAL, "2026-12-18", null)
                                : each)
                        .toList())
                .items(
                        LandRecords.items("requisition-announcement", i -> i.publishedOn(LandRecords.day("2027-01-08")))
                                .stream()
                                .filter(each -> !String.valueOf(each.item()).startsWith("approval"))
                                .toList())
                .build();
        List<Finding> findings = on("2027-01-10").judge(project).findings();
        assertTrue(
                findings.stream()
                        .anyMatch(each -> each.rule().equals("land.project.items.limitNotChecked")
                                && each.severity() == Severity.INFO
                                && "征收土地公告".equals(each.value())),
                findings.toString());
        assertTrue(findings.stream().noneMatch(each -> each.rule().endsWith("announcementLate")));
    }

    @Test
    void whatIsStillUnpublishedIsLateOnlyAfterTheDay() {
        LandRequisitionProject project = LandRecords.project()
                .items(LandRecords.itemsWithout("requisition-announcement"))
                .stages(LandRecords.stages().subList(0, 9))
                .build();
        assertEquals(List.of(), rules(on("2024-05-20"), project));
        assertEquals(List.of("land.project.items.announcementLate"), rules(on("2024-05-21"), project));
    }

    @ParameterizedTest
    @CsvSource({
        "PRE_ANNOUNCEMENT, 2023-09-22, 2023-10-10, land.project.items.preAnnouncementTooShort, /stages/0",
        "PRE_ANNOUNCEMENT, 2023-09-22, 2023-10-11, ,",
        "PRE_ANNOUNCEMENT, 2023-09-22, , ,",
        "COMPENSATION_NOTICE, 2023-11-13, 2023-12-11, land.project.items.compensationNoticeTooShort, /stages/4",
        "COMPENSATION_NOTICE, 2023-11-13, 2023-12-12, ,",
        "ANNOUNCEMENT, 2024-05-21, , land.project.items.announcementLate, /stages/9",
        "ANNOUNCEMENT, 2024-05-20, , ,"
    })
    void aStageWithoutAnItemIsHeldToTheSameLimits(Step step, String from, String until, String rule, String at) {
        List<Finding> findings = VALIDATOR
                .judge(stagesOnly(LandRecords.stage(step, from, until)))
                .findings();
        assertEquals(
                rule == null
                        ? List.of("land.project.items.notSeen /items")
                        : List.of(rule + " " + at, "land.project.items.notSeen /items"),
                findings.stream()
                        .map(each -> each.rule() + " " + each.pointer())
                        .toList());
    }

    @Test
    void whatNeitherStageNorItemTellsIsNotSeenAndNeverLate() {
        LandRequisitionProject project = LandRecords.project()
                .stages(LandRecords.stages().subList(0, 9))
                .items(List.of())
                .build();
        assertEquals(List.of("land.project.items.notSeen"), rules(on("2024-09-01"), project));
    }

    @Test
    void aNoticePostedAnewIsJudgedByItsLastPosting() {
        List<StageProgress> stages =
                new ArrayList<>(replaced(LandRecords.stage(Step.COMPENSATION_NOTICE, "2023-11-13", "2023-11-20")));
        stages.add(5, LandRecords.stage(Step.COMPENSATION_NOTICE, "2023-11-13", "2023-12-13"));
        LandRequisitionProject project =
                LandRecords.project().stages(stages).items(List.of()).build();
        assertEquals(List.of("land.project.items.notSeen"), rules(VALIDATOR, project));
    }

    @Test
    void anItemAndItsStageThatGiveOtherDaysAreToldOnce() {
        assertFindings(
                "land.project.items.stageDiffers",
                LandRecords.project()
                        .stages(replaced(LandRecords.stage(Step.COMPENSATION_NOTICE, "2023-11-14", "2023-11-25"))));
    }

    @Test
    void theEndOfAPostingThatTheItemLeavesOutIsAskedOfItsStage() {
        assertFindings(
                "land.project.items.compensationNoticeTooShort",
                LandRecords.project()
                        .stages(replaced(LandRecords.stage(Step.COMPENSATION_NOTICE, "2023-11-13", "2023-11-25")))
                        .items(LandRecords.items("compensation-notice", i -> i.postedUntil(null))));
    }

    @ParameterizedTest
    @CsvSource({
        "FARMLAND, 35, 35, false",
        "FARMLAND, 35.0001, 35.0001, true",
        "PERMANENT_BASIC_FARMLAND, 0.0001, 0.0001, true",
        "PERMANENT_BASIC_FARMLAND, 0, 1, false",
        "CONSTRUCTION, 70, 70, false",
        "CONSTRUCTION, 70.0001, 70.0001, true"
    })
    void landBeyondAThresholdNeedsTheStateCouncil(LandClass.Name name, String area, String total, boolean beyond) {
        LandRequisitionProjectBuilder project = LandRecords.project()
                .parcels(List.of())
                .restatedArea(null)
                .totalArea(Area.of(total, Area.Unit.HECTARE))
                .landClasses(
                        total.equals(area)
                                ? List.of(LandRecords.area(name, area))
                                : List.of(
                                        LandRecords.area(name, area), LandRecords.area(LandClass.Name.UNUSED, total)));
        assertFindings(beyond ? "land.project.approvingAuthority.tooLow" : null, project);
        assertFindings(null, project.approvingAuthority(Agency.parse("国务院")));
    }

    @ParameterizedTest
    @CsvSource({"2021-08-31, false", "2021-09-01, true"})
    void aProjectFromBeforeTheRegulationNeedNotFollowItsOrder(String begun, boolean reported) {
        LandRequisitionProject project = LandRecords.project()
                .stages(List.of(
                        LandRecords.stage(Step.ANNOUNCEMENT, begun, null),
                        LandRecords.stage(Step.COMPENSATION_NOTICE, "2021-10-08", "2021-11-30")))
                .build();
        List<String> rules = rules(VALIDATOR, project);
        assertEquals(reported, rules.contains("land.project.stages.outOfOrder"), rules.toString());
        assertEquals(reported, rules.contains("land.project.stages.skipped"), rules.toString());
    }

    @Test
    void farmlandWithinItsWiderClassIsCountedOnce() {
        LandRequisitionProjectBuilder project = LandRecords.project()
                .parcels(List.of())
                .restatedArea(null)
                .totalArea(Area.of("100", Area.Unit.HECTARE))
                .landClasses(List.of(
                        LandRecords.area(LandClass.Name.AGRICULTURAL, "40"),
                        LandRecords.area(LandClass.Name.FARMLAND, "30"),
                        LandRecords.area(LandClass.Name.CONSTRUCTION, "60")));
        assertFindings(null, project);
    }

    @Test
    void theParcelsOfNingheAreReportedAsAWarningSinceTheTotalIsCalledApproximate() {
        LandRequisitionProject project = LandRecords.project()
                .parcels(List.of(
                        LandRecords.parcel("1", "3.8966"),
                        LandRecords.parcel("2", "6.3870"),
                        LandRecords.parcel("3", "6.7930")))
                .landClasses(List.of())
                .restatedArea(null)
                .totalArea(Area.parse("约17.2566公顷"))
                .build();
        Finding finding = VALIDATOR.judge(project).findings().get(0);
        assertEquals("land.project.area.approximateDiffers", finding.rule());
        assertEquals("17.0766公顷", finding.expected());
        assertTrue(finding.text(Locale.CHINESE).contains("约17.2566公顷"));
    }

    @Test
    void personalDataNeverStandsInAReport() {
        LandRequisitionProject project = LandRecords.project()
                .other(java.util.Map.of("户主", "张三", "备注", "电话13800000000"))
                .build();
        List<Finding> findings = VALIDATOR.judge(project).findings();
        assertTrue(findings.stream().anyMatch(each -> each.rule().equals("record.personalData.personName")));
        assertTrue(findings.stream().anyMatch(each -> each.rule().equals("record.personalData.mobileNumber")));
        assertTrue(
                findings.stream().noneMatch(each -> String.valueOf(each.value()).contains("张三")));
        assertTrue(
                findings.stream().noneMatch(each -> String.valueOf(each.value()).contains("13800000000")));
    }

    private static LandRequisitionProjectBuilder posted(String item, String from, String until) {
        Step step = "pre-announcement".equals(item) ? Step.PRE_ANNOUNCEMENT : Step.COMPENSATION_NOTICE;
        return LandRecords.project()
                .stages(replaced(LandRecords.stage(step, from, until)))
                .items(LandRecords.items(
                        item, i -> i.publishedOn(LandRecords.day(from)).postedUntil(LandRecords.day(until))));
    }

    private static LandRequisitionProjectBuilder published(String item, String on) {
        LandRequisitionProjectBuilder project =
                LandRecords.project().items(LandRecords.items(item, i -> i.publishedOn(LandRecords.day(on))));
        return "requisition-announcement".equals(item)
                ? project.stages(replaced(LandRecords.stage(Step.ANNOUNCEMENT, on, null)))
                : project;
    }

    /** The stages, one of them replaced in its place. */
    private static List<StageProgress> replaced(StageProgress changed) {
        return LandRecords.stages().stream()
                .map(each -> each.stage().equals(changed.stage()) ? changed : each)
                .toList();
    }

    /** A project of which the stages tell everything, as no item is named. */
    private static LandRequisitionProject stagesOnly(StageProgress changed) {
        return LandRecords.project().stages(replaced(changed)).items(List.of()).build();
    }

    private static LandRequisitionProjectBuilder houses(String item, String on, String until) {
        LandRequisitionProject project = LandRecords.houses().build();
        return LandRequisitionProjectBuilder.builder(project)
                .stages(project.stages().stream()
                        .map(each -> item.equals("plan-comment") && each.stage().step() == Step.HOUSE_PLAN_COMMENT
                                ? LandRecords.stage(Step.HOUSE_PLAN_COMMENT, on, until)
                                : each)
                        .toList())
                .items(project.items().stream()
                        .map(each -> item.equals(each.item())
                                ? LandRecords.item(item, on)
                                        .postedUntil(until == null ? null : LandRecords.day(until))
                                        .build()
                                : each)
                        .toList());
    }

    private static DisclosureValidator on(String day) {
        return DisclosureValidator.of(
                Records.PROFILE,
                Clock.fixed(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
    }

    private static void assertFindings(String rule, LandRequisitionProjectBuilder project) {
        assertEquals(rule == null ? List.of() : List.of(rule), rules(VALIDATOR, project.build()));
    }

    private static void assertFindings(String rule, String besides, LandRequisitionProjectBuilder project) {
        assertEquals(
                rule == null ? List.of(besides) : List.of(rule, besides),
                rules(VALIDATOR, project.build()).stream().sorted().toList());
    }

    private static List<String> rules(DisclosureValidator validator, LandRequisitionProject project) {
        return validator.judge(project).findings().stream().map(Finding::rule).toList();
    }
}
