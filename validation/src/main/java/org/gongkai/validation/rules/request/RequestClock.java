package org.gongkai.validation.rules.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.gongkai.core.Evidence;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.DutyBuilder;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.calendar.Suspension;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.request.ConsultationRole;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.RequestConsultation;
import org.gongkai.core.request.RequestCorrection;
import org.gongkai.core.request.RequestExtension;
import org.gongkai.core.request.RequestFee;
import org.jspecify.annotations.Nullable;

/**
 * The time for the answer to an application (政府信息公开条例 arts. 30 to 35): 20 working days from the lawful receipt, or anew from the
 * receipt of the corrected application; at most 20 more by extension; without the time in which others are asked.
 */
public final class RequestClock {

    /** How much the time for the answer, and its extension, are at most. */
    public static final int DAYS = 20;

    private final DisclosureRequest request;
    private final Duties duties;
    private final WorkingCalendar calendar;

    public RequestClock(DisclosureRequest request, Duties duties, WorkingCalendar calendar) {
        this.request = request;
        this.duties = duties;
        this.calendar = calendar;
    }

    /** The last call to correct the application, or null. */
    public @Nullable RequestCorrection correction() {
        List<RequestCorrection> all = request.corrections();
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** From when the time runs: receipt, or that of the corrected application; null while the applicant is to correct it. */
    public @Nullable LocalDate start() {
        RequestCorrection last = correction();
        return last == null ? request.lawfulReceipt() : last.receivedOn();
    }

    /** Whether the body waits for the applicant, or for another body, so that no time runs. */
    public boolean waits() {
        RequestFee fee = request.fee();
        boolean unpaid = fee != null && fee.noticeOn() != null && fee.paidOn() == null;
        boolean asked = request.consultations().stream()
                .anyMatch(each -> each.receivedOn() != null
                        && role(each) == ConsultationRole.Role.OTHER_BODY
                        && each.answeredOn() == null
                        && request.repliedOn() == null);
        return start() == null || unpaid || asked;
    }

    /**
     * Whether others were asked and the days that are given do not say how much of the time that took: neither the day on which they
     * had the letter, nor those of the letter and of their answer.
     */
    public boolean consultationUndated() {
        return request.consultations().stream()
                .anyMatch(each -> each.receivedOn() == null && (each.sentOn() == null || each.answeredOn() == null));
    }

    /** By when to answer; null when no time runs or it is not known from when. */
    public @Nullable Deadline answer() {
        LocalDate start = start();
        if (start == null || waits() || consultationUndated()) {
            return null;
        }
        Deadline due = due(start, DAYS + extension());
        RequestFee fee = request.fee();
        LocalDate replied = request.repliedOn();
        boolean before = fee != null && fee.paidOn() != null && replied != null && replied.isBefore(fee.paidOn());
        if (fee != null && fee.paidOn() != null && !before && !fee.paidOn().isBefore(start)) {
            // That the time runs anew from the payment is not verified, so the later day holds and nobody is late too
            // soon.
            due = later(due, due(fee.paidOn(), DAYS));
        }
        LocalDate told = request.reasonAsked() == null
                        || Boolean.FALSE.equals(request.reasonAsked().accepted())
                ? null
                : request.reasonAsked().answerBy();
        return told == null || told.isBefore(start)
                ? due
                : later(due, new Deadline(due.duty(), start, told, told, false, null, Evidence.PRIMARY));
    }

    /** The working days of the extension; the most that the law allows where it is not said how many. */
    private int extension() {
        RequestExtension extension = request.extension();
        if (extension == null) {
            return 0;
        }
        return extension.days() == null ? DAYS : Math.max(0, Math.min(DAYS, extension.days()));
    }

    /** By when to answer without an extension; null when it is not known from when the time runs. */
    public @Nullable Deadline firstTerm() {
        LocalDate start = start();
        return start == null ? null : due(start, DAYS);
    }

    private Deadline due(LocalDate start, int days) {
        Duty reply = DutyBuilder.builder(duties.get("application-reply"))
                .amount(String.valueOf(days))
                .build();
        Deadline due = reply.due(start, calendar, suspensions(Deadline::date));
        // Where a notice to come can move the end of an opinion, it moves the end of the whole too.
        Deadline slow = reply.due(start, calendar, suspensions(Deadline::latest));
        return slow.equals(due) ? due : open(due, slow.latest());
    }

    /** The later of two, or the range that is left where that is open. */
    private static Deadline later(Deadline one, Deadline other) {
        LocalDate a = one.date();
        LocalDate b = other.date();
        if (a == null || b == null) {
            return a == null ? one : other;
        }
        Deadline later = b.isAfter(a) ? other : one;
        Deadline earlier = later == one ? other : one;
        if (later.latest() == null
                || earlier.latest() != null && !earlier.latest().isAfter(later.latest())) {
            return later;
        }
        return open(later, earlier.latest());
    }

    /** A deadline of which a notice to come can make a later day. */
    private static Deadline open(Deadline from, @Nullable LocalDate latest) {
        return new Deadline(
                from.duty(), from.start(), from.date(), latest, true, Deadline.Doubt.BEYOND_CALENDAR, from.evidence());
    }

    /** The times in which others were asked, ending on the day of each limit that is named. */
    private List<Suspension> suspensions(Function<Deadline, @Nullable LocalDate> end) {
        List<Suspension> all = new ArrayList<>();
        for (RequestConsultation each : request.consultations()) {
            // Where it is not known when they had the letter, the day on which it went out.
            LocalDate from = each.receivedOn() == null ? each.sentOn() : each.receivedOn();
            LocalDate to = from == null ? null : opinionBy(each, from, end);
            if (from != null && to != null && !to.isBefore(from)) {
                all.add(new Suspension(from, to));
            }
        }
        return all;
    }

    /** The day on which the opinion came, or the last of its 15 working days; another body has no such limit. */
    private @Nullable LocalDate opinionBy(
            RequestConsultation consultation, LocalDate from, Function<Deadline, @Nullable LocalDate> end) {
        LocalDate answered = consultation.answeredOn();
        if (role(consultation) == ConsultationRole.Role.OTHER_BODY) {
            return answered == null ? request.repliedOn() : answered;
        }
        if (consultation.receivedOn() == null) {
            // How long the letter was on its way is not known, nor, then, the end of their 15 days.
            return answered;
        }
        LocalDate last = end.apply(opinionDuty(consultation).due(from, calendar));
        return last == null || answered != null && answered.isBefore(last) ? answered : last;
    }

    /** The limit for the opinion of a third party, or of a body that took part. */
    public Duty opinionDuty(RequestConsultation consultation) {
        return duties.get(
                role(consultation) == ConsultationRole.Role.CO_MAKER
                        ? "application-co-maker"
                        : "application-third-party");
    }

    /** What those asked are; a role that is not on the list counts as a third party, whose time is taken out. */
    public static ConsultationRole.Role role(RequestConsultation consultation) {
        ConsultationRole role = consultation.role();
        return role == null
                ? ConsultationRole.Role.THIRD_PARTY
                : Objects.requireNonNullElse(role.role(), ConsultationRole.Role.THIRD_PARTY);
    }

    /** How the answer stands on a day; null when no time runs. */
    public @Nullable DutyCheck check(LocalDate today) {
        Deadline due = answer();
        return due == null ? null : duties.get("application-reply").check(due, request.repliedOn(), today, calendar);
    }

    /** A duty of the catalogue, judged. */
    public DutyCheck check(String duty, LocalDate start, @Nullable LocalDate done, LocalDate today) {
        return duties.get(duty).check(start, done, today, calendar);
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    public Duties duties() {
        return duties;
    }
}
