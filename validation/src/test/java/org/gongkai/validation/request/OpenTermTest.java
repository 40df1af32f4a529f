package org.gongkai.validation.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.Evidence;
import org.gongkai.core.calendar.CalendarNotice;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.request.ConsultationRole;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.DisclosureRequestBuilder;
import org.gongkai.core.request.RequestConsultation;
import org.gongkai.core.request.RequestOutcome;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.gongkai.validation.request.RequestTimeline.State;
import org.junit.jupiter.api.Test;

/** Terms that end where a notice of days off is still to come. */
class OpenTermTest {

    private static final RequestGround GROUND = RequestGround.standard();

    private static DisclosureRequestBuilder received(LocalDate day) {
        return Requests.request()
                .submittedOn(day)
                .receivedOn(day)
                .outcome(RequestOutcome.of(Outcome.PENDING))
                .replyNumber(null)
                .repliedOn(null);
    }

    @Test
    void termThatAMissingNoticeCanMoveIsShownAsNotBeforeItsFirstDay() {
        DisclosureRequest request = received(LocalDate.of(2026, 12, 14)).build();
        RequestTimeline timeline = RequestTimeline.of(request, LocalDate.of(2026, 12, 21), GROUND);
        assertEquals(State.OPEN, timeline.state());
        assertEquals(LocalDate.of(2027, 1, 6), timeline.due(), "two weekends may be worked");
        assertNull(timeline.dueLatest());
        assertEquals("not before 2027-01-06", timeline.dueText(Locale.ENGLISH));
        assertEquals("不早于2027-01-06", timeline.dueText(Locale.CHINESE));
        assertTrue(timeline.dueWithin(10, GROUND), "it can be so soon");
        assertFalse(timeline.dueWithin(1, GROUND));
    }

    @Test
    void nobodyIsPastDueOrLateWithinTheRange() {
        DisclosureRequest open = received(LocalDate.of(2026, 12, 14)).build();
        assertEquals(
                State.CANNOT_SAY,
                RequestTimeline.of(open, LocalDate.of(2027, 1, 14), GROUND).state());
        DisclosureRequest answered = DisclosureRequestBuilder.builder(open)
                .repliedOn(LocalDate.of(2027, 1, 13))
                .outcome(RequestOutcome.of(Outcome.GRANTED))
                .build();
        assertEquals(
                State.CANNOT_SAY,
                RequestTimeline.of(answered, LocalDate.of(2027, 2, 1), GROUND).state());
    }

    @Test
    void theNoticeSettlesTheTerm() {
        WorkingCalendar longer = WorkingCalendar.china()
                .with(CalendarNotice.of(2027, Evidence.UNVERIFIED, "2027-01-01..2027-01-03", "2026-12-27"));
        RequestTimeline timeline = RequestTimeline.of(
                received(LocalDate.of(2026, 12, 14)).build(),
                LocalDate.of(2026, 12, 21),
                new RequestGround(Duties.catalogue(), longer));
        assertEquals(LocalDate.of(2027, 1, 11), timeline.due());
        assertEquals(timeline.due(), timeline.dueLatest());
        assertEquals("2027-01-11", timeline.dueText(Locale.ENGLISH));
    }

    @Test
    void anOpinionWhoseEndIsOpenLeavesTheWholeTermOpen() {
        DisclosureRequest asked = received(LocalDate.of(2026, 12, 1))
                .consultations(List.of(new RequestConsultation(
                        ConsultationRole.of(ConsultationRole.Role.THIRD_PARTY),
                        LocalDate.of(2026, 12, 9),
                        LocalDate.of(2026, 12, 10),
                        null,
                        null)))
                .build();
        RequestTimeline timeline = RequestTimeline.of(asked, LocalDate.of(2026, 12, 21), GROUND);
        assertNull(timeline.dueLatest());
        LocalDate without = RequestTimeline.of(
                        received(LocalDate.of(2026, 12, 1)).build(), LocalDate.of(2026, 12, 21), GROUND)
                .due();
        assertTrue(timeline.due().isAfter(without), timeline.due() + " after " + without);
    }

    @Test
    void caseThatEndedOnADayNobodyGivesIsNotLate() {
        DisclosureRequest ended = DisclosureRequestBuilder.builder(
                        received(LocalDate.of(2025, 3, 3)).build())
                .outcome(RequestOutcome.of(Outcome.GRANTED))
                .build();
        RequestTimeline timeline = RequestTimeline.of(ended, LocalDate.of(2025, 6, 2), GROUND);
        assertEquals(State.CANNOT_SAY, timeline.state());
        assertEquals(List.of(), timeline.late());
    }
}
