package org.gongkai.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.Evidence;
import org.gongkai.core.calendar.Deadline.Doubt;
import org.gongkai.core.calendar.Duty.Counting;
import org.gongkai.core.calendar.Duty.LastDay;
import org.gongkai.core.calendar.Duty.Unit;
import org.gongkai.core.calendar.DutyCheck.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DutyTest {

    private final WorkingCalendar calendar = WorkingCalendar.china();
    private final Duties duties = Duties.catalogue();

    static List<NamedCsvRecord> facts() {
        return Facts.rows("deadlines.csv");
    }

    @ParameterizedTest
    @MethodSource("facts")
    void dutyOfTheCatalogueIsAsTheFactsHaveIt(NamedCsvRecord row) {
        Duty duty = duties.get(row.getField("id"));
        assertEquals(row.getField("amount"), Objects.toString(duty.amount(), ""));
        assertEquals(row.getField("unit"), duty.unit().name());
        assertEquals(row.getField("counting"), duty.counting().name());
        assertEquals(row.getField("bound"), Objects.toString(duty.bound(), ""));
        assertEquals(row.getField("source"), duty.source());
        assertEquals(row.getField("evidence"), duty.evidence().mark());
        assertEquals(row.getField("evidence").equals("unverified"), duty.advisory());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyDutyFallsDueOrSaysWhyNot(NamedCsvRecord row) {
        Deadline deadline = duties.get(row.getField("id")).due(LocalDate.of(2024, 9, 20), calendar);
        assertTrue(deadline.date() != null || deadline.reason() != null);
        assertEquals(row.getField("evidence"), deadline.evidence().mark());
        assertEquals(row.getField("id"), deadline.duty());
    }

    @Test
    void catalogueHoldsTheDutiesOfTheFactsAndNoOthers() {
        assertEquals(
                facts().stream().map(row -> row.getField("id")).toList(),
                duties.all().stream().map(Duty::id).toList());
    }

    /** From Friday 2024-09-20, with 29 September and 12 October worked and 1 to 7 October off. */
    @ParameterizedTest
    @CsvSource({
        "disclosure-general, 2024-10-23, 2024-10-23,",
        "assistance-publish, 2024-10-10, 2024-10-10,",
        "assistance-list-posting, 2024-09-29, 2024-09-30, FIRST_DAY_OPEN",
        "land-pre-announcement, 2024-10-09, 2024-10-10, FIRST_DAY_OPEN",
        "land-compensation-notice, 2024-10-19, 2024-10-20, FIRST_DAY_OPEN",
        "land-requisition-announcement, 2024-10-16, 2024-10-16,",
        "land-survey-results, 2024-09-27, 2024-09-27,",
        "land-hearing-notice, 2024-09-10, 2024-09-10,",
        "land-intended-notice, , , AT_AN_EVENT",
        "land-review, , , COUNTING_NOT_KNOWN",
        "land-block-price, 2027-09-20, 2027-09-20,",
        "house-plan-comment-shandong, 2024-10-19, 2024-10-20, FIRST_DAY_OPEN",
        "house-decision-announcement, 2024-09-23, 2024-09-23,",
        "house-low-area-posting, 2024-09-29, 2024-10-10, KIND_OF_DAY_OPEN",
        "house-appraiser-agreement, , , COUNTING_NOT_KNOWN",
        "decision-hearing-papers, 2024-09-13, 2024-09-13,",
        "decision-legality-review, 2024-09-29, 2024-09-30, FIRST_DAY_OPEN",
        "decision-catalogue-shandong, 2024-06-30, 2024-06-30,",
        "decision-catalogue-seed, , , NO_DAY_GIVEN",
        "decision-year-end-report, 2024-12-31, 2024-12-31,",
        "policy-draft-comment, 2024-09-22, 2024-09-30, KIND_OF_DAY_OPEN",
        "policy-evaluation, 2024-12-31, 2024-12-31,",
        "normative-file-registration, 2024-09-25, 2024-09-27, KIND_OF_DAY_OPEN",
        "application-third-party, 2024-10-16, 2024-10-16,",
        "annual-report-department, 2024-01-31, 2024-01-31,",
        "annual-report-government, 2024-03-31, 2024-03-31,"
    })
    void dutyFallsDue(String id, @Nullable LocalDate date, @Nullable LocalDate latest, @Nullable Doubt reason) {
        Duty duty = duties.get(id);
        assertEquals(
                new Deadline(id, LocalDate.of(2024, 9, 20), date, latest, false, reason, duty.evidence()),
                duty.due(LocalDate.of(2024, 9, 20), calendar));
    }

    /** Each limit a day early, on the day, a day late, and late across a holiday. */
    @ParameterizedTest
    @CsvSource({
        "decision-adoption-feedback, 2023-09-22, 2023-10-11, ON_TIME, ,",
        "decision-adoption-feedback, 2023-09-22, 2023-10-12, ON_TIME, ,",
        "decision-adoption-feedback, 2023-09-22, 2023-10-13, LATE, 1, WORKING_DAYS",
        "decision-adoption-feedback, 2023-09-22, 2023-10-14, LATE, 1, WORKING_DAYS",
        "decision-adoption-feedback, 2023-09-14, 2023-10-07, LATE, 1, WORKING_DAYS",
        "decision-adoption-feedback, 2023-09-14, 2023-09-30, LATE, 1, WORKING_DAYS",
        "decision-adoption-feedback, 2023-09-22, 2023-09-21, CANNOT_SAY, ,",
        "land-pre-announcement, 2024-09-20, 2024-10-08, TOO_EARLY, 1, WORKING_DAYS",
        "land-pre-announcement, 2024-09-20, 2024-10-05, TOO_EARLY, 2, WORKING_DAYS",
        "land-pre-announcement, 2024-09-20, 2024-10-09, ON_TIME, ,",
        "land-pre-announcement, 2024-09-20, 2024-10-11, ON_TIME, ,",
        "land-compensation-notice, 2024-03-01, 2024-03-29, TOO_EARLY, 1, CALENDAR_DAYS",
        "land-compensation-notice, 2024-03-01, 2024-03-30, ON_TIME, ,",
        "land-compensation-notice, 2024-03-01, 2024-03-31, ON_TIME, ,",
        "land-compensation-notice, 2024-03-01, 2024-02-29, CANNOT_SAY, ,",
        "assistance-list-posting, 2024-03-01, 2024-03-08, TOO_EARLY, 1, WORKING_DAYS",
        "assistance-list-posting, 2024-03-01, 2024-03-11, ON_TIME, ,",
        "assistance-list-posting, 2024-03-01, 2024-03-12, ON_TIME, ,",
        "assistance-list-posting, 2024-03-01, 2024-03-13, LATE, 1, WORKING_DAYS",
        "land-hearing-notice, 2024-10-18, 2024-10-09, ON_TIME, ,",
        "land-hearing-notice, 2024-10-18, 2024-10-10, ON_TIME, ,",
        "land-hearing-notice, 2024-10-18, 2024-10-11, LATE, 1, WORKING_DAYS",
        "land-hearing-notice, 2024-10-18, 2024-10-12, LATE, 2, WORKING_DAYS",
        "decision-hearing-papers, 2024-10-18, 2024-10-11, ON_TIME, ,",
        "decision-hearing-papers, 2024-10-18, 2024-10-12, LATE, 1, CALENDAR_DAYS",
        "decision-hearing-papers, 2024-10-18, 2024-10-19, LATE, 8, CALENDAR_DAYS",
        "house-decision-announcement, 2024-09-30, 2024-10-08, ON_TIME, ,",
        "house-decision-announcement, 2024-09-30, 2024-10-09, LATE, 1, CALENDAR_DAYS",
        "house-low-area-posting, 2024-03-01, 2024-03-09, TOO_EARLY, 1, CALENDAR_DAYS",
        "house-low-area-posting, 2024-03-01, 2024-03-10, CANNOT_SAY, ,",
        "house-low-area-posting, 2024-03-01, 2024-03-14, CANNOT_SAY, ,",
        "house-low-area-posting, 2024-03-01, 2024-03-15, ON_TIME, ,",
        "normative-file-registration, 2024-03-01, 2024-03-06, ON_TIME, ,",
        "normative-file-registration, 2024-03-01, 2024-03-07, CANNOT_SAY, ,",
        "normative-file-registration, 2024-03-01, 2024-03-08, CANNOT_SAY, ,",
        "normative-file-registration, 2024-03-01, 2024-03-09, LATE, 1, CALENDAR_DAYS",
        "policy-draft-comment, 2024-03-04, 2024-03-05, CANNOT_SAY, ,",
        "policy-draft-comment, 2024-03-04, 2024-03-08, ON_TIME, ,",
        "policy-draft-comment, 2024-03-04, 2024-03-13, ON_TIME, ,",
        "policy-draft-comment, 2024-03-04, 2024-03-14, CANNOT_SAY, ,",
        "annual-report-government, 2024-01-01, 2024-03-31, ON_TIME, ,",
        "annual-report-government, 2024-06-01, 2024-03-30, ON_TIME, ,",
        "annual-report-government, 2024-01-01, 2024-04-02, LATE, 2, CALENDAR_DAYS",
        "annual-report-government, 2024-01-01, 2023-12-31, CANNOT_SAY, ,",
        "policy-evaluation-results, 2024-01-01, 2024-12-31, ON_TIME, ,",
        "policy-evaluation-results, 2024-01-01, 2025-01-01, LATE, 1, CALENDAR_DAYS",
        "decision-catalogue-seed, 2024-01-01, 2024-01-02, CANNOT_SAY, ,",
        "land-intended-notice, 2024-01-01, 2024-01-02, CANNOT_SAY, ,",
        "land-block-price, 2020-02-29, 2023-02-28, ON_TIME, ,",
        "land-block-price, 2020-02-29, 2023-03-01, LATE, 1, CALENDAR_DAYS",
        "policy-evaluation, 2024-05-01, 2024-02-01, ON_TIME, ,",
        "policy-evaluation, 2024-05-01, 2025-02-01, LATE, 1, TIMES_PER_YEAR"
    })
    void doneDutyIsJudged(
            String id, LocalDate start, LocalDate done, Status status, @Nullable Integer by, @Nullable Unit unit) {
        DutyCheck judgement = duties.get(id).check(start, done, calendar);
        assertEquals(status, judgement.status());
        assertEquals(by, judgement.by());
        assertEquals(unit, judgement.unit());
        assertTrue(status != Status.CANNOT_SAY || judgement.reason() != null);
        assertEquals(by != null, judgement.breach());
    }

    @ParameterizedTest
    @CsvSource({
        "decision-adoption-feedback, 2023-09-22, 2023-10-12, NOT_YET_DUE,",
        "decision-adoption-feedback, 2023-09-22, 2023-10-13, LATE, 1",
        "land-pre-announcement, 2024-09-20, 2024-10-09, NOT_YET_DUE,",
        "land-pre-announcement, 2024-09-20, 2024-10-10, ON_TIME,",
        "assistance-list-posting, 2024-03-01, 2024-03-12, NOT_YET_DUE,",
        "assistance-list-posting, 2024-03-01, 2024-03-13, LATE, 1",
        "land-hearing-notice, 2024-10-18, 2024-10-10, NOT_YET_DUE,",
        "land-hearing-notice, 2024-10-18, 2024-10-11, LATE, 1",
        "normative-file-registration, 2024-03-01, 2024-03-06, NOT_YET_DUE,",
        "normative-file-registration, 2024-03-01, 2024-03-08, CANNOT_SAY,",
        "normative-file-registration, 2024-03-01, 2024-03-11, LATE, 3",
        "policy-draft-comment, 2024-03-04, 2024-03-13, NOT_YET_DUE,",
        "policy-draft-comment, 2024-03-04, 2024-03-14, CANNOT_SAY,",
        "policy-evaluation, 2024-05-01, 2024-12-31, NOT_YET_DUE,",
        "policy-evaluation, 2024-05-01, 2025-01-01, LATE, 1",
        "annual-report-department, 2024-01-01, 2024-01-31, NOT_YET_DUE,",
        "annual-report-department, 2024-01-01, 2024-02-01, LATE, 1"
    })
    void dutyNotDoneIsJudgedByTheDayOfAsking(
            String id, LocalDate start, LocalDate today, Status status, @Nullable Integer by) {
        DutyCheck judgement = duties.get(id).check(start, null, today, calendar);
        assertEquals(status, judgement.status());
        assertEquals(by, judgement.by());
        Clock clock = Clock.fixed(
                today.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(), ZoneId.of("Asia/Shanghai"));
        assertEquals(judgement, duties.get(id).check(start, null, clock, calendar));
    }

    @Test
    void todayIsThatOfTheClocksPlace() {
        Clock shanghai = Clock.fixed(Instant.parse("2023-10-12T16:30:00Z"), ZoneId.of("Asia/Shanghai"));
        assertEquals(
                Status.LATE,
                duties.get("decision-adoption-feedback")
                        .check(LocalDate.of(2023, 9, 22), null, shanghai, calendar)
                        .status());
    }

    static List<NamedCsvRecord> vectors() {
        return Facts.rows("deadline-vectors.csv");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void limitOfTheVectorHoldsADayEarlyOnTheDayAndADayLate(NamedCsvRecord row) {
        LocalDate start = LocalDate.parse(row.getField("start"));
        Duty duty = DutyBuilder.builder(duties.get("disclosure-general"))
                .amount(row.getField("n"))
                .build();
        Deadline deadline = duty.due(start, calendar);
        if (row.getField("expected_end").isEmpty()) {
            assertNull(deadline.latest());
            assertEquals(Doubt.BEYOND_CALENDAR, deadline.reason());
            return;
        }
        LocalDate end = LocalDate.parse(row.getField("expected_end"));
        assertEquals(end, deadline.date());
        assertEquals(
                Status.ON_TIME, duty.check(start, end.minusDays(1), calendar).status());
        assertEquals(Status.ON_TIME, duty.check(start, end, calendar).status());
        DutyCheck late = duty.check(start, calendar.plusWorkingDays(end, 1), calendar);
        assertEquals(Status.LATE, late.status());
        assertEquals(1, late.by());
    }

    static List<NamedCsvRecord> periods() {
        return Facts.rows("period-vectors.csv");
    }

    @ParameterizedTest
    @MethodSource("periods")
    void publishedPeriodIsLongEnoughUnderTheReadingsThatFitIt(NamedCsvRecord row) {
        LocalDate start = LocalDate.parse(row.getField("start"));
        LocalDate end = LocalDate.parse(row.getField("end"));
        Duty duty = duties.get("land-pre-announcement");
        boolean strictFits = Integer.parseInt(row.getField("workdays_exclusive")) >= 10;
        DutyCheck lenient = duty.check(start, end, calendar);
        assertEquals(Status.ON_TIME, lenient.status());
        assertEquals(strictFits ? null : Doubt.FIRST_DAY_OPEN, lenient.reason());
        DutyCheck strict = duty.withFirstDay(FirstDay.NOT_COUNTED).check(start, end, calendar);
        assertEquals(strictFits ? Status.ON_TIME : Status.TOO_EARLY, strict.status());
        assertEquals(strictFits ? null : 1, strict.by());
    }

    @Test
    void calendarDaysMoveOffADayOffOnlyWhereThePolicySaysSo() {
        Duty announce = duties.get("house-decision-announcement");
        LocalDate friday = LocalDate.of(2024, 3, 15);
        assertEquals(LocalDate.of(2024, 3, 18), announce.due(friday, calendar).date());
        assertEquals(
                LocalDate.of(2024, 3, 17),
                announce.withLastDay(LastDay.AS_IT_FALLS)
                        .due(LocalDate.of(2024, 3, 14), calendar)
                        .date());
        assertEquals(
                LocalDate.of(2024, 3, 18),
                announce.due(LocalDate.of(2024, 3, 14), calendar).date());
        assertEquals(
                LocalDate.of(2024, 2, 4),
                announce.due(LocalDate.of(2024, 2, 1), calendar).date(),
                "a Sunday that is worked stays");
    }

    @Test
    void countingCanBeChanged() {
        LocalDate start = LocalDate.of(2024, 3, 1);
        Duty general = duties.get("disclosure-general");
        assertEquals(LocalDate.of(2024, 3, 29), general.due(start, calendar).date());
        assertEquals(
                LocalDate.of(2024, 3, 28),
                general.withCounting(Counting.INCLUDE_FIRST_DAY)
                        .due(start, calendar)
                        .date());
        assertEquals(
                LocalDate.of(2024, 4, 30),
                duties.get("land-review")
                        .withCounting(Counting.EXCLUDE_FIRST_DAY)
                        .withReadAs(Unit.CALENDAR_DAYS)
                        .due(start, calendar)
                        .date());
        assertThrows(IllegalArgumentException.class, () -> general.withReadAs(Unit.CALENDAR_DAYS));
        assertThrows(IllegalArgumentException.class, () -> general.withCounting(Counting.BACKWARD));
    }

    @Test
    void timeTakenOutPutsTheDeadlineOff() {
        Duty reply = duties.get("application-reply");
        LocalDate received = LocalDate.of(2024, 3, 1);
        Suspension asked = new Suspension(LocalDate.of(2024, 3, 11), LocalDate.of(2024, 3, 18));
        Suspension overlapping = new Suspension(LocalDate.of(2024, 3, 13), LocalDate.of(2024, 3, 20));
        Suspension afterwards = new Suspension(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 30));
        assertEquals(LocalDate.of(2024, 3, 29), reply.due(received, calendar).date());
        assertEquals(
                LocalDate.of(2024, 4, 8),
                reply.due(received, calendar, List.of(asked)).date());
        Deadline both = reply.due(received, calendar, List.of(afterwards, overlapping, asked));
        assertEquals(LocalDate.of(2024, 4, 10), both.date());
        LocalDate done = LocalDate.of(2024, 4, 11);
        assertEquals(1, reply.check(both, done, done, calendar).by());
        assertThrows(
                IllegalArgumentException.class,
                () -> duties.get("land-compensation-notice").due(received, calendar, List.of(asked)));
        assertThrows(IllegalArgumentException.class, () -> new Suspension(done, received));
    }

    @Test
    void extensionRunsFromTheEndOfTheReplyPeriod() {
        LocalDate first = duties.get("application-reply")
                .due(LocalDate.of(2024, 3, 1), calendar)
                .date();
        assertEquals(
                calendar.plusWorkingDays(LocalDate.of(2024, 3, 1), 40),
                duties.get("application-extension")
                        .due(Objects.requireNonNull(first), calendar)
                        .date());
    }

    @Test
    void timesAreCountedWithinTheYear() {
        Duty twice =
                DutyBuilder.builder(duties.get("training-district")).amount("2").build();
        LocalDate march = LocalDate.of(2024, 3, 1);
        LocalDate today = LocalDate.of(2025, 2, 1);
        assertEquals(
                Status.ON_TIME,
                twice.checkTimes(2024, List.of(march, march.plusDays(1)), today).status());
        assertEquals(1, twice.checkTimes(2024, List.of(march, today), today).by());
        assertEquals(
                Status.NOT_YET_DUE,
                twice.checkTimes(2024, List.of(march), LocalDate.of(2024, 12, 31))
                        .status());
        assertEquals(
                Doubt.MORE_THAN_STATED,
                duties.get("training-district")
                        .checkTimes(2024, List.of(march, march), today)
                        .reason());
        assertNull(duties.get("training-unit")
                .checkTimes(2024, List.of(march, march), today)
                .reason());
        assertThrows(
                IllegalArgumentException.class,
                () -> duties.get("disclosure-general").checkTimes(2024, List.of(), today));
    }

    @Test
    void beyondTheCalendarNothingIsSaidUnlessItIsCertain() {
        Duty feedback = duties.get("decision-adoption-feedback");
        LocalDate start = LocalDate.of(2026, 12, 21);
        assertEquals(Status.ON_TIME, status(feedback, start, LocalDate.of(2026, 12, 31)));
        assertEquals(Status.CANNOT_SAY, status(feedback, start, LocalDate.of(2027, 1, 2)));
        assertEquals(
                Doubt.BEYOND_CALENDAR,
                feedback.check(start, LocalDate.of(2027, 3, 1), calendar).reason());
        assertEquals(
                Status.NOT_YET_DUE,
                feedback.check(start, null, LocalDate.of(2026, 12, 31), calendar)
                        .status());
        assertEquals(
                Status.CANNOT_SAY,
                feedback.check(start, null, LocalDate.of(2027, 1, 1), calendar).status());
        assertEquals(
                Status.CANNOT_SAY,
                status(duties.get("land-pre-announcement"), start, LocalDate.of(2026, 12, 30)),
                "the weekend may be worked");
        DutyCheck shortPosting = duties.get("land-pre-announcement").check(start, LocalDate.of(2026, 12, 29), calendar);
        assertEquals(Status.TOO_EARLY, shortPosting.status());
        assertNull(shortPosting.by());
        assertEquals(
                Status.ON_TIME,
                status(duties.get("land-hearing-notice"), LocalDate.of(2027, 1, 5), LocalDate.of(2026, 12, 1)),
                "weeks ahead, whatever the notice says");
        assertEquals(
                Status.CANNOT_SAY,
                status(duties.get("land-hearing-notice"), LocalDate.of(2027, 1, 5), LocalDate.of(2026, 12, 24)));
        assertEquals(
                Status.CANNOT_SAY,
                status(duties.get("house-low-area-posting"), start, LocalDate.of(2026, 12, 31)),
                "long enough in calendar days");
        DutyCheck late = feedback.check(LocalDate.of(2026, 10, 9), LocalDate.of(2027, 1, 8), calendar);
        assertEquals(Status.LATE, late.status());
        assertNull(late.by());
        assertEquals(Doubt.BEYOND_CALENDAR, late.reason());
    }

    @Test
    void exactPostingAtTheEdgeOfTheCalendarIsNotGuessedAt() {
        Duty posting = duties.get("assistance-list-posting");
        LocalDate start = LocalDate.of(2026, 12, 23);
        Deadline edge = posting.due(start, calendar);
        assertEquals(LocalDate.of(2026, 12, 29), edge.date());
        assertNull(edge.latest());
        assertTrue(edge.provisional());
        assertEquals(Status.CANNOT_SAY, status(posting, start, LocalDate.of(2026, 12, 31)));
        assertEquals(Status.CANNOT_SAY, status(posting, start, LocalDate.of(2027, 1, 8)));
        assertEquals(
                Status.CANNOT_SAY,
                posting.check(start, null, LocalDate.of(2027, 1, 8), calendar).status());
    }

    @Test
    void deadlineThatAMissingNoticeCanMoveIsARange() {
        Duty feedback = duties.get("decision-adoption-feedback");
        assertFalse(feedback.due(LocalDate.of(2026, 11, 2), calendar).provisional());
        Deadline december = feedback.due(LocalDate.of(2026, 11, 20), calendar);
        assertTrue(december.provisional());
        assertTrue(december.settled(), "no notice so far reached so far back");
        Deadline edge = feedback.due(LocalDate.of(2026, 12, 16), calendar);
        assertEquals(LocalDate.of(2026, 12, 28), edge.date(), "the weekend before may be worked");
        assertNull(edge.latest(), "up to three days may be off");
        Deadline open = feedback.due(LocalDate.of(2026, 12, 21), calendar);
        assertEquals(LocalDate.of(2026, 12, 31), open.date());
        assertNull(open.latest());
        assertEquals(Doubt.BEYOND_CALENDAR, open.reason());
        assertTrue(open.provisional());
        assertEquals("not before 2026-12-31", open.day(Locale.ENGLISH));
        assertEquals("不早于2026-12-31", open.day(Locale.CHINESE));
        assertTrue(open.text(Locale.ENGLISH).startsWith("not before 2026-12-31 (depends on a holiday notice"));
        assertFalse(open.passedBy(LocalDate.of(2027, 12, 31)));
        DutyCheck judgement = feedback.check(open, LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 4), calendar);
        assertEquals(Status.ON_TIME, judgement.status());
        assertTrue(judgement.provisional());
        assertEquals(
                LocalDate.of(2028, 1, 10),
                feedback.due(LocalDate.of(2027, 12, 30), calendar).date(),
                "a year of which the law alone is known");
        assertEquals(
                Doubt.BEYOND_CALENDAR,
                feedback.due(LocalDate.of(2036, 12, 30), calendar).reason());
    }

    @Test
    void deadlineInCalendarDaysNeedsNoNotice() {
        Deadline posting = duties.get("land-compensation-notice").due(LocalDate.of(2026, 12, 20), calendar);
        assertEquals(posting.date().plusDays(1), posting.latest());
        assertEquals(Doubt.FIRST_DAY_OPEN, posting.reason());
        Deadline fixed = duties.get("annual-report-department").due(LocalDate.of(2027, 1, 1), calendar);
        assertEquals("2027-01-31", fixed.day(Locale.ENGLISH));
    }

    @Test
    void daysBeforeTheCalendarAreRefusedCalendarDaysToo() {
        for (String id : List.of("land-compensation-notice", "disclosure-general", "decision-hearing-papers")) {
            assertEquals(
                    Doubt.BEFORE_CALENDAR,
                    duties.get(id).due(LocalDate.of(2006, 12, 29), calendar).reason());
            assertEquals(
                    Status.CANNOT_SAY, status(duties.get(id), LocalDate.of(2006, 12, 1), LocalDate.of(2007, 2, 1)));
        }
        assertEquals(
                Doubt.BEFORE_CALENDAR,
                duties.get("land-hearing-notice")
                        .due(LocalDate.of(2007, 1, 4), calendar)
                        .reason());
    }

    @Test
    void calendarDaysAfterTheCalendarNeedNoNoticeWhereTheLastDayStays() {
        assertEquals(
                LocalDate.of(2027, 1, 8),
                duties.get("decision-comment")
                        .due(LocalDate.of(2026, 12, 10), calendar)
                        .date());
        assertEquals(
                Doubt.BEYOND_CALENDAR,
                duties.get("house-decision-announcement")
                        .due(LocalDate.of(2026, 12, 30), calendar)
                        .reason());
    }

    @Test
    void unverifiedLimitIsAdvisory() {
        DutyCheck judgement = duties.get("interpretation-publish")
                .check(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 8), calendar);
        assertTrue(judgement.breach());
        assertTrue(judgement.advisory());
        assertFalse(duties.get("disclosure-general")
                .check(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 5, 8), calendar)
                .advisory());
    }

    @Test
    void judgementReadsInBothLanguages() {
        DutyCheck late = duties.get("decision-adoption-feedback")
                .check(LocalDate.of(2023, 9, 22), LocalDate.of(2023, 10, 16), calendar);
        assertEquals("late by 2 working days", late.text(Locale.ENGLISH));
        assertEquals("逾期2个工作日", late.text(Locale.CHINESE));
        Deadline none = duties.get("land-review").due(LocalDate.of(2024, 3, 1), calendar);
        assertEquals("cannot say: it is not known how the days count", none.text(Locale.ENGLISH));
        assertEquals("无法确定：起算点或者算法不明", none.text(Locale.CHINESE));
        Deadline posting = duties.get("land-pre-announcement").due(LocalDate.of(2026, 11, 25), calendar);
        assertEquals(
                "2026-12-08 to 2026-12-09 (depends on whether the first day counts)"
                        + " (provisional: the next notice can change it)",
                posting.text(Locale.ENGLISH));
        for (Duty duty : duties.all()) {
            assertFalse(duty.name(Locale.CHINESE).isBlank());
            assertFalse(duty.name(Locale.ENGLISH).equals(duty.name(Locale.CHINESE)));
            assertEquals(duty.note(Locale.CHINESE) == null, duty.note(Locale.ENGLISH) == null);
        }
    }

    @Test
    void jsonOfDutyAndJudgementIsTheSameInBothVersionsOfJacksonAndReadsBack() throws Exception {
        var jackson2 = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        var jackson3 = tools.jackson.databind.json.JsonMapper.shared();
        Duty duty = duties.get("decision-adoption-feedback");
        DutyCheck judgement = duty.check(LocalDate.of(2023, 9, 22), LocalDate.of(2023, 10, 16), calendar);
        assertEquals(
                "{\"status\":\"LATE\",\"by\":2,\"unit\":\"WORKING_DAYS\",\"done\":\"2023-10-16\",\"deadline\":"
                        + "{\"duty\":\"decision-adoption-feedback\",\"start\":\"2023-09-22\",\"date\":\"2023-10-12\","
                        + "\"latest\":\"2023-10-12\",\"provisional\":false,\"evidence\":\"primary\"}}",
                jackson2.writeValueAsString(judgement));
        assertEquals(
                jackson2.readTree(jackson2.writeValueAsString(judgement)),
                jackson2.readTree(jackson3.writeValueAsString(judgement)));
        assertEquals(judgement, jackson2.readValue(jackson2.writeValueAsString(judgement), DutyCheck.class));
        assertEquals(judgement, jackson3.readValue(jackson3.writeValueAsString(judgement), DutyCheck.class));
        assertEquals(duty, jackson2.readValue(jackson2.writeValueAsString(duty), Duty.class));
        assertEquals(duty, jackson3.readValue(jackson3.writeValueAsString(duty), Duty.class));
        CalendarNotice notice = calendar.notices().get(0);
        assertEquals(notice, jackson2.readValue(jackson2.writeValueAsString(notice), CalendarNotice.class));
        Answer<Integer> answer = new Answer<>(3, 4, true);
        assertEquals("{\"from\":3,\"to\":4,\"provisional\":true}", jackson2.writeValueAsString(answer));
    }

    private static final String HEADER =
            "id,name_zh,name_en,amount,unit,start_zh,start_en,counting,bound,source,evidence\n";

    @Test
    void ownFileAddsAndReplacesDuties() throws IOException {
        Duties own = duties.with(
                new StringReader(HEADER
                        + "disclosure-general,主动公开,Publish,15,working_days,形成,made,EXCLUDE_FIRST_DAY,AT_MOST,本区规定,primary\n"
                        + "own,自定,\"Our own, quoted \"\"so\"\"\",3..5,DAYS_AS_STATED,发布,posting,DISPLAY,,本区做法,\n"),
                "own.csv");
        assertEquals("15", own.get("disclosure-general").amount());
        assertEquals(duties.all().size() + 1, own.all().size());
        assertEquals("Our own, quoted \"so\"", own.get("own").nameEn());
        assertEquals(Evidence.UNVERIFIED, own.get("own").evidence());
        assertEquals("20", duties.get("disclosure-general").amount());
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> Duties.of(List.of()).get("x"))
                .getMessage()
                .startsWith("no duty \"x\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,甲,A,ten,WORKING_DAYS,始,s,EXCLUDE_FIRST_DAY,AT_MOST,法,|own.csv:2: duty a: amount \"ten\" does not fit",
                "a,甲,A,02-30,DATE,始,s,FIXED_DATE,AT_MOST,法,|own.csv:2: duty a: amount \"02-30\" does not fit",
                "a,甲,A,7..3,WORKING_DAYS,始,s,DISPLAY,,法,|own.csv:2: duty a: the range 7..3",
                "a,甲,A,3..7,WORKING_DAYS,始,s,DISPLAY,AT_MOST,法,|own.csv:2: duty a: the range 3..7",
                "a,甲,A,7,WORKING_DAYS,始,s,BACKWARD,AT_MOST,法,|own.csv:2: duty a: counted back",
                "a,甲,A,7,WEEKS,始,s,DISPLAY,AT_MOST,法,|own.csv:2: column unit holds \"WEEKS\"",
                "a,甲,A,7,,始,s,DISPLAY,AT_MOST,法,|own.csv:2: column unit holds \"\"",
                "a,,A,7,WORKING_DAYS,始,s,DISPLAY,AT_MOST,法,|own.csv:2: column name_zh holds \"\""
            })
    void badDutyIsRefusedWithThePlaceAndTheReason(String line, String message) {
        IOException refused =
                assertThrows(IOException.class, () -> Duties.read(new StringReader(HEADER + line), "own.csv"));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }

    @Test
    void idThatStandsTwiceInAFileIsRefused() {
        String line = "a,甲,A,7,WORKING_DAYS,始,s,DISPLAY,AT_LEAST,法,\n";
        IOException refused =
                assertThrows(IOException.class, () -> Duties.read(new StringReader(HEADER + line + line), "own.csv"));
        assertTrue(refused.getMessage().startsWith("own.csv:3: column id holds \"a\""), refused.getMessage());
    }

    private Status status(Duty duty, LocalDate start, LocalDate done) {
        return duty.check(start, done, calendar).status();
    }
}
