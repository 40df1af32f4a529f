package org.gongkai.validation.rules.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.request.ConsultationRole;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.FeeMethod;
import org.gongkai.core.request.FeeScale;
import org.gongkai.core.request.RequestChannel;
import org.gongkai.core.request.RequestConsultation;
import org.gongkai.core.request.RequestCorrection;
import org.gongkai.core.request.RequestExtension;
import org.gongkai.core.request.RequestFee;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.gongkai.core.request.RequestRemedy;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules of applications that look at several fields, or need the time limits or today's date. Clauses and texts are in the
 * catalogue of rules.
 */
public final class DisclosureRequestRules implements KindRules<DisclosureRequest> {

    /** From this day on reconsideration must come before a suit about a refusal (行政复议法 (2023), arts. 23(四) and 90). */
    private static final LocalDate RECONSIDERATION_FIRST = LocalDate.of(2024, 1, 1);

    private static final String UNDATED = "征求意见的日期不全 / days of the consultation are missing";

    private static final int MOST_CHARGED = 1_000_000;

    private final Duties duties = Duties.catalogue();
    private final WorkingCalendar calendar;
    private final List<Element<DisclosureRequest>> elements;

    public DisclosureRequestRules(Profile profile, WorkingCalendar calendar) {
        this.calendar = calendar;
        this.elements = new ElementTable<>(RecordKind.of(DisclosureRequest.class), profile)
                .demand("repliedOn", "request.repliedOn.missing", DisclosureRequestRules::mustBeAnswered)
                .demand("replyNumber", "request.replyNumber.missing", DisclosureRequestRules::mustBeAnswered)
                .demand("reason", "request.reason.missing", DisclosureRequestRules::mustGiveReason)
                .elements();
    }

    @Override
    public List<Element<DisclosureRequest>> elements() {
        return elements;
    }

    private static boolean mustBeAnswered(DisclosureRequest request) {
        Outcome outcome = request.ended();
        return outcome != null && outcome.answered();
    }

    private static boolean mustGiveReason(DisclosureRequest request) {
        Outcome outcome = request.ended();
        return outcome != null && outcome.needsReason();
    }

    @Override
    public void check(DisclosureRequest request, LocalDate today, Hearing hearing) {
        RequestClock clock = new RequestClock(request, duties, calendar);
        boolean ordered = order(request, hearing);
        receipt(request, hearing);
        corrections(request, clock, hearing);
        extension(request, clock, hearing);
        consultations(request, hearing);
        answer(request, hearing);
        remedy(request, hearing);
        fee(request, clock, hearing);
        if (ordered) {
            deadline(request, clock, today, hearing);
        }
    }

    /** Handed in, received, answered, delivered: in this order. */
    private static boolean order(DisclosureRequest request, Hearing hearing) {
        record Step(String name, @Nullable LocalDate day) {}
        List<Step> steps = new ArrayList<>(List.of(
                new Step("submittedOn", request.submittedOn()),
                new Step("receivedOn", request.receivedOn()),
                new Step("repliedOn", request.repliedOn()),
                new Step("deliveredOn", request.deliveredOn())));
        steps.removeIf(each -> each.day() == null);
        boolean ordered = true;
        for (int i = 1; i < steps.size(); i++) {
            LocalDate before = Objects.requireNonNull(steps.get(i - 1).day());
            LocalDate day = Objects.requireNonNull(steps.get(i).day());
            if (day.isBefore(before)) {
                hearing.report("request.dates.order", '/' + steps.get(i).name(), day.toString(), "≥ " + before);
                ordered = false;
            }
        }
        return ordered;
    }

    private static void receipt(DisclosureRequest request, Hearing hearing) {
        RequestChannel.Channel channel =
                request.channel() == null ? null : request.channel().channel();
        LocalDate lawful = request.lawfulReceipt();
        LocalDate claimed = request.receivedOn();
        if (claimed != null && lawful != null && !claimed.equals(lawful)) {
            hearing.report("request.received.wrong", "/receivedOn", claimed.toString(), lawful.toString());
        }
        if (channel != null && channel.needsConfirmation() && request.confirmedOn() == null) {
            hearing.report("request.received.unconfirmed", "/confirmedOn", channel.label(), null);
        }
    }

    private static void corrections(DisclosureRequest request, RequestClock clock, Hearing hearing) {
        LocalDate receipt = request.lawfulReceipt();
        List<RequestCorrection> all = request.corrections();
        for (int i = 0; i < all.size(); i++) {
            LocalDate asked = all.get(i).askedOn();
            if (asked != null && receipt != null && i == 0) {
                DutyCheck check = clock.check("application-correction", receipt, asked, asked);
                if (check.status() == DutyCheck.Status.LATE) {
                    hearing.report(
                            "request.correction.late",
                            "/corrections/0/askedOn",
                            asked.toString(),
                            String.valueOf(check.deadline().date()));
                }
            }
        }
        if (all.size() > 1) {
            hearing.report("request.correction.twice", "/corrections", String.valueOf(all.size()), null);
        }
        if (request.ended() == Outcome.NO_CORRECTION && all.isEmpty()) {
            hearing.report("request.correction.missing", "/corrections", null, null);
        }
    }

    private static void extension(DisclosureRequest request, RequestClock clock, Hearing hearing) {
        RequestExtension extension = request.extension();
        if (extension == null) {
            return;
        }
        Integer days = extension.days();
        if (days != null && days > RequestClock.DAYS) {
            hearing.report(
                    "request.extension.tooLong", "/extension/days", days.toString(), String.valueOf(RequestClock.DAYS));
        }
        Deadline first = clock.firstTerm();
        LocalDate told = extension.toldOn();
        if (told == null) {
            hearing.report("request.extension.notTold", "/extension/toldOn", null, null);
        } else if (first != null && first.passedBy(told)) {
            hearing.report(
                    "request.extension.toldLate", "/extension/toldOn", told.toString(), String.valueOf(first.latest()));
        }
        if (extension.approvedBy() == null) {
            hearing.report("request.extension.unapproved", "/extension/approvedBy", null, null);
        }
    }

    private static void consultations(DisclosureRequest request, Hearing hearing) {
        List<RequestConsultation> all = request.consultations();
        for (int i = 0; i < all.size(); i++) {
            RequestConsultation each = all.get(i);
            boolean silent = each.answeredOn() == null && Boolean.TRUE.equals(each.consents());
            if (silent && RequestClock.role(each) == ConsultationRole.Role.THIRD_PARTY) {
                hearing.report("request.thirdParty.presumedConsent", "/consultations/" + i + "/consents", null, null);
            }
        }
        boolean heard = all.stream().anyMatch(each -> RequestClock.role(each) == ConsultationRole.Role.THIRD_PARTY);
        if (request.ended() == Outcome.THIRD_PARTY_RIGHTS && !heard) {
            hearing.report("request.thirdParty.notHeard", "/consultations", null, null);
        }
    }

    private static void answer(DisclosureRequest request, Hearing hearing) {
        Outcome outcome = request.ended();
        if (outcome == null) {
            return;
        }
        if (mustBeAnswered(request) && request.repliedOn() == null) {
            hearing.report("request.repliedOn.missing", "/repliedOn", outcome.label(), null);
        }
        if (mustBeAnswered(request) && request.replyNumber() == null) {
            hearing.report("request.replyNumber.missing", "/replyNumber", outcome.label(), null);
        }
        if (outcome.needsReason() && request.reason() == null) {
            hearing.report("request.reason.missing", "/reason", outcome.label(), null);
        }
        if (outcome.needsReason() && request.basis() == null) {
            hearing.report("request.basis.missing", "/basis", outcome.label(), article(outcome));
        }
        if (outcome == Outcome.OTHER_BODY && request.referredTo() == null && request.reason() == null) {
            // Where the right body cannot be found out, a reason says so.
            hearing.report("request.otherBody.unnamed", "/referredTo", null, null);
        }
        if (outcome == Outcome.REPEATED && !Boolean.TRUE.equals(request.earlierNamed())) {
            hearing.report("request.repeat.noEarlier", "/earlierNamed", null, null);
        }
    }

    private static String article(Outcome outcome) {
        return "政府信息公开条例 art. " + outcome.article();
    }

    private static void remedy(DisclosureRequest request, Hearing hearing) {
        Outcome outcome = request.ended();
        LocalDate replied = request.repliedOn();
        boolean first =
                outcome != null && outcome.refusal() && replied != null && !replied.isBefore(RECONSIDERATION_FIRST);
        if (!first) {
            return;
        }
        RequestRemedy remedy = request.remedy();
        if (remedy == null) {
            hearing.report("request.remedy.missing", "/remedy", outcome.label(), null);
        } else if (remedy.reconsiderationFirst() == null && remedy.reconsiderationBody() != null) {
            // Whom to ask for reconsideration was told; that it comes first a register need not say.
            return;
        } else if (!Boolean.TRUE.equals(remedy.reconsiderationFirst())) {
            hearing.report("request.remedy.wrong", "/remedy", outcome.label() + ' ' + replied, null);
        }
    }

    private static void fee(DisclosureRequest request, RequestClock clock, Hearing hearing) {
        RequestFee fee = request.fee();
        if (fee == null) {
            return;
        }
        FeeMethod.Method method = fee.method() == null ? null : fee.method().method();
        if (method == FeeMethod.Method.BOTH) {
            hearing.report("request.fee.bothMethods", "/fee/method", null, null);
        } else if (method != null) {
            amount(method, fee.count(), fee.amount(), hearing);
        }
        Deadline first = clock.firstTerm();
        if (first != null && request.extension() == null && fee.noticeOn() != null && first.passedBy(fee.noticeOn())) {
            hearing.report(
                    "request.fee.noticeLate",
                    "/fee/noticeOn",
                    fee.noticeOn().toString(),
                    String.valueOf(first.latest()));
        }
    }

    private static void amount(
            FeeMethod.Method method, @Nullable Integer count, @Nullable BigDecimal amount, Hearing hearing) {
        if (count == null || amount == null || count < 0 || count > MOST_CHARGED) {
            return;
        }
        BigDecimal due = FeeScale.standard().fee(method, count);
        if (due.compareTo(amount) != 0) {
            hearing.report(
                    "request.fee.amount",
                    "/fee/amount",
                    method.label() + ' ' + count + ": " + amount.toPlainString(),
                    due.toPlainString());
        }
    }

    private static void deadline(DisclosureRequest request, RequestClock clock, LocalDate today, Hearing hearing) {
        DutyCheck check = clock.check(today);
        Outcome outcome = request.ended();
        boolean open = outcome == Outcome.PENDING && request.repliedOn() == null;
        if (clock.consultationUndated()) {
            hearing.report("request.limit.notChecked", "/consultations", UNDATED, null);
        }
        if (check == null || !open && request.repliedOn() == null) {
            return;
        }
        String due = String.valueOf(check.limit());
        if (check.status() == DutyCheck.Status.LATE) {
            hearing.report(
                    open ? "request.open.pastDue" : "request.reply.late",
                    "/repliedOn",
                    open ? Objects.requireNonNullElse(request.caseNumber(), "?") : String.valueOf(request.repliedOn()),
                    due);
        } else if (check.status() == DutyCheck.Status.CANNOT_SAY
                || open && check.deadline().reason() == Deadline.Doubt.BEYOND_CALENDAR) {
            Deadline.Doubt doubt = Objects.requireNonNullElse(
                    check.reason(),
                    Objects.requireNonNullElse(check.deadline().reason(), Deadline.Doubt.BEYOND_CALENDAR));
            hearing.report(
                    "request.limit.notChecked",
                    "/repliedOn",
                    doubt.text(Locale.CHINESE) + " / " + doubt.text(Locale.ENGLISH),
                    null);
        }
    }
}
