package org.gongkai.validation.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.calendar.OutsideCalendarException;
import org.gongkai.core.request.ConsultationRole;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.DisclosureRequestBuilder;
import org.gongkai.core.request.RequestConsultation;
import org.gongkai.core.request.RequestCorrection;
import org.gongkai.core.request.RequestFee;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.gongkai.validation.rules.request.RequestClock;
import org.jspecify.annotations.Nullable;

/**
 * An application on a day: what was done in time, what is due next and by which article, what is late. What happens after the day
 * is not seen.
 *
 * <pre>{@code
 * RequestTimeline timeline = RequestTimeline.of(request, LocalDate.of(2025, 10, 20), RequestGround.standard());
 * timeline.state();   // OPEN
 * timeline.due();     // 2025-10-24
 * timeline.late();    // the time limits that were missed
 * }</pre>
 *
 * @param caseNumber the number of the case, or null
 * @param on the day
 * @param state how it stands
 * @param due the last day for the answer, the first that it can be where a notice of days off that is not loaded can move
 *     it; null while no time runs, or when it cannot be told
 * @param dueLatest the last day for the answer whatever such a notice says, the same as {@code due} where none can move
 *     it; null when it cannot be told
 * @param steps the time limits that run or ran, in the order of the procedure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"caseNumber", "on", "state", "due", "dueLatest", "steps"})
public record RequestTimeline(
        @Nullable String caseNumber,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        LocalDate on,

        State state,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate due,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate dueLatest,

        List<RequestStep> steps) {

    /** How an application can stand. */
    public enum State {
        /** Not received on that day. */
        NOT_RECEIVED("未收到", "not received"),
        /** To be answered, and its time runs. */
        OPEN("办理中", "open"),
        /** The applicant, or another body, is waited for; no time runs. */
        WAITING("等待中", "waiting"),
        /** Its time is over and there is no answer. */
        PAST_DUE("逾期未答复", "past due"),
        /** Answered in time. */
        ANSWERED("已答复", "answered"),
        /** Answered after its time. */
        ANSWERED_LATE("逾期答复", "answered late"),
        /** Ended without an answer: given up or withdrawn. */
        CLOSED("已结束", "closed"),
        /** What is known does not settle it. */
        CANNOT_SAY("无法判断", "cannot say");

        private final String chinese;
        private final String english;

        State(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        /**
         * The state as data files write it.
         *
         * @return the lower-case name with hyphens
         */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The state for people.
         *
         * @param language Chinese is answered in Chinese, any other in English
         * @return a short phrase
         */
        public String text(Locale language) {
            return Bilingual.isChinese(language) ? chinese : english;
        }
    }

    /**
     * Creates a timeline.
     *
     * @throws NullPointerException when {@code on}, {@code state} or {@code steps} is null
     */
    public RequestTimeline {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(state, "state");
        steps = List.copyOf(steps);
    }

    /**
     * Looks at an application on a day, by what ships with this library.
     *
     * @param request the application
     * @param on the day
     * @return the timeline
     */
    public static RequestTimeline of(DisclosureRequest request, LocalDate on) {
        return of(request, on, RequestGround.standard());
    }

    /**
     * Looks at an application on a day.
     *
     * @param request the application
     * @param on the day
     * @param ground time limits and calendar
     * @return the timeline
     */
    public static RequestTimeline of(DisclosureRequest request, LocalDate on, RequestGround ground) {
        View view = new View(asOf(request, on), on, ground);
        DutyCheck answer = view.clock.check(on);
        return new RequestTimeline(
                request.caseNumber(),
                on,
                view.state(answer),
                answer == null ? null : answer.deadline().date(),
                answer == null ? null : answer.deadline().latest(),
                view.steps(answer));
    }

    /**
     * What is not done and not late, the earliest first.
     *
     * @return the steps
     */
    @JsonIgnore
    public List<RequestStep> next() {
        return steps.stream()
                .filter(each -> each.judgement().status() == DutyCheck.Status.NOT_YET_DUE)
                .sorted(Comparator.comparing(
                        RequestStep::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .toList();
    }

    /**
     * What was done late, or should have been done and was not.
     *
     * @return the steps
     */
    @JsonIgnore
    public List<RequestStep> late() {
        return steps.stream()
                .filter(each -> each.judgement().status() == DutyCheck.Status.LATE)
                .toList();
    }

    /**
     * Whether an open application must be answered within some working days.
     *
     * @param days how many
     * @param ground the calendar
     * @return true when it is open and can be due on one of the next days; false also where the calendar does not reach
     */
    public boolean dueWithin(int days, RequestGround ground) {
        if (state != State.OPEN || due == null) {
            return false;
        }
        try {
            return !due.isAfter(
                    ground.calendar().plusWorkingDaysOrProvisional(on, days).to());
        } catch (OutsideCalendarException e) {
            return false;
        }
    }

    /**
     * The last day for the answer, for a line or a cell, which says so where a notice still to come can move it.
     *
     * @param language Chinese is answered in Chinese, any other in English
     * @return the day, or null where there is none
     */
    public @Nullable String dueText(Locale language) {
        if (due == null) {
            return null;
        }
        return due.equals(dueLatest) ? due.toString() : (Bilingual.isChinese(language) ? "不早于" : "not before ") + due;
    }

    /** The application without what happens after a day. */
    private static DisclosureRequest asOf(DisclosureRequest request, LocalDate on) {
        DisclosureRequestBuilder seen = DisclosureRequestBuilder.builder(request);
        if (after(request.repliedOn(), on)) {
            seen.repliedOn(null).deliveredOn(null).outcome(null);
        }
        seen.corrections(request.corrections().stream()
                .filter(each -> !after(each.askedOn(), on))
                .map(each -> new RequestCorrection(
                        each.askedOn(),
                        each.items(),
                        each.untilOn(),
                        after(each.receivedOn(), on) ? null : each.receivedOn()))
                .toList());
        seen.consultations(request.consultations().stream()
                .filter(each -> !after(each.sentOn(), on) && !after(each.receivedOn(), on))
                .map(each -> new RequestConsultation(
                        each.role(),
                        each.sentOn(),
                        each.receivedOn(),
                        after(each.answeredOn(), on) ? null : each.answeredOn(),
                        each.consents()))
                .toList());
        if (request.extension() != null && after(request.extension().toldOn(), on)) {
            seen.extension(null);
        }
        RequestFee fee = request.fee();
        if (fee != null && after(fee.noticeOn(), on)) {
            seen.fee(null);
        } else if (fee != null && after(fee.paidOn(), on)) {
            seen.fee(new RequestFee(fee.method(), fee.count(), fee.amount(), fee.noticeOn(), null));
        }
        return seen.build();
    }

    private static boolean after(@Nullable LocalDate day, LocalDate on) {
        return day != null && day.isAfter(on);
    }

    /** An application as it can be seen on a day. */
    private static final class View {

        private final DisclosureRequest request;
        private final LocalDate on;
        private final RequestClock clock;

        View(DisclosureRequest request, LocalDate on, RequestGround ground) {
            this.request = request;
            this.on = on;
            this.clock = new RequestClock(request, ground.duties(), ground.calendar());
        }

        State state(@Nullable DutyCheck answer) {
            LocalDate receipt = request.lawfulReceipt();
            Outcome outcome = request.ended();
            if (receipt == null) {
                return State.CANNOT_SAY;
            }
            if (receipt.isAfter(on)) {
                return State.NOT_RECEIVED;
            }
            if (request.repliedOn() != null) {
                return answered(answer);
            }
            if (outcome == Outcome.NO_CORRECTION || outcome == Outcome.NO_FEE || outcome == Outcome.OTHER) {
                return State.CLOSED;
            }
            if (outcome != Outcome.PENDING) {
                // It ended, and nobody says when.
                return State.CANNOT_SAY;
            }
            if (answer == null) {
                return clock.consultationUndated() ? State.CANNOT_SAY : State.WAITING;
            }
            return switch (answer.status()) {
                case LATE -> State.PAST_DUE;
                case CANNOT_SAY -> State.CANNOT_SAY;
                default -> State.OPEN;
            };
        }

        private State answered(@Nullable DutyCheck answer) {
            if (answer == null && clock.consultationUndated()) {
                return State.CANNOT_SAY;
            }
            DutyCheck.Status status = answer == null ? DutyCheck.Status.ON_TIME : answer.status();
            return switch (status) {
                case LATE -> State.ANSWERED_LATE;
                case CANNOT_SAY -> State.CANNOT_SAY;
                default -> State.ANSWERED;
            };
        }

        List<RequestStep> steps(@Nullable DutyCheck answer) {
            List<RequestStep> steps = new ArrayList<>();
            LocalDate receipt = request.lawfulReceipt();
            RequestCorrection correction = clock.correction();
            if (receipt != null && correction != null && correction.askedOn() != null) {
                add(steps, "application-correction", receipt, correction.askedOn());
            }
            for (RequestConsultation each : request.consultations()) {
                LocalDate from = each.receivedOn();
                if (from != null && RequestClock.role(each) != ConsultationRole.Role.OTHER_BODY) {
                    add(steps, clock.opinionDuty(each).id(), from, each.answeredOn());
                }
            }
            RequestFee fee = request.fee();
            if (fee != null && fee.noticeOn() != null) {
                add(steps, "application-fee-payment", fee.noticeOn(), fee.paidOn());
            }
            Outcome outcome = request.ended();
            // Of a case that ended nobody can say on which day, nor that it was late.
            if (answer != null && (request.repliedOn() != null || outcome == Outcome.PENDING)) {
                steps.add(step(clock.duties().get("application-reply"), request.repliedOn(), answer));
            }
            if (outcome != null && outcome.refusal() && request.disputes().isEmpty()) {
                remedies(steps);
            }
            return steps;
        }

        /** How long the applicant can seek reconsideration of a refusal. */
        private void remedies(List<RequestStep> steps) {
            LocalDate known = request.deliveredOn() == null ? request.repliedOn() : request.deliveredOn();
            if (known != null && !known.isAfter(on)) {
                Duty duty = clock.duties().get("reconsideration-sought");
                DutyCheck check = clock.check(duty.id(), known, null, on);
                if (check.status() == DutyCheck.Status.NOT_YET_DUE) {
                    steps.add(step(duty, null, check));
                }
            }
        }

        private void add(List<RequestStep> steps, String duty, LocalDate start, @Nullable LocalDate done) {
            steps.add(step(clock.duties().get(duty), done, clock.check(duty, start, done, on)));
        }

        private static RequestStep step(Duty duty, @Nullable LocalDate done, DutyCheck check) {
            return new RequestStep(
                    duty.id(), duty.source(), done, check.deadline().date(), check);
        }
    }
}
