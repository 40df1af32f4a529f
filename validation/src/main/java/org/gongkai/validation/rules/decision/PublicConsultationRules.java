package org.gongkai.validation.rules.decision;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.ConsultationWay;
import org.gongkai.core.decision.DecisionHearing;
import org.gongkai.core.decision.Opinion;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules of public consultations that look at several fields, or need the time limits or today's date. Clauses and
 * texts are in the catalogue of rules.
 */
public final class PublicConsultationRules implements KindRules<PublicConsultation> {

    /** From this day on Shandong asks that half of the participants of a hearing have an interest in the matter. */
    private static final LocalDate HALF_INTERESTED = LocalDate.of(2025, 10, 1);

    /** A second round of comments follows one that was long enough. */
    private static final Pattern AGAIN = Pattern.compile("再次|(?:第?[二三四2-4]|两)[次轮]");

    private final Duties duties = Duties.catalogue();
    private final DecisionLimits limits;
    private final List<Element<PublicConsultation>> elements;

    public PublicConsultationRules(Profile profile, WorkingCalendar calendar) {
        this.limits = new DecisionLimits(calendar);
        this.elements = new ElementTable<>(RecordKind.of(PublicConsultation.class), profile)
                .present("title", each -> !each.subject().isEmpty())
                .demand("title", "decision.consultation.subject.missing", each -> true)
                .demand(
                        "received",
                        "decision.consultation.received.missing",
                        each -> each.feedbackPublishedOn() != null)
                .present("rejectionReasons", PublicConsultationRules::reasoned)
                .demand(
                        "rejectionReasons",
                        "decision.consultation.reasons.missing",
                        each -> each.rejected() != null && each.rejected() > 0)
                .elements();
    }

    @Override
    public List<Element<PublicConsultation>> elements() {
        return elements;
    }

    @Override
    public void check(PublicConsultation consultation, LocalDate today, Hearing hearing) {
        if (consultation.subject().isEmpty()) {
            hearing.report("decision.consultation.subject.missing", "/title", null, null);
        }
        if (consultation.channels().isEmpty()) {
            hearing.report("decision.consultation.channels.missing", "/channels", null, null);
        }
        checkPeriod(consultation, today, hearing);
        checkHearing(consultation.hearing(), today, hearing);
        checkCounts(consultation, hearing);
        checkReasons(consultation, hearing);
        LocalDate issued = consultation.decisionIssuedOn();
        if (issued != null) {
            feedback(consultation, issued, today, hearing);
        }
    }

    /** Whether the account of the opinions followed the decision in time; also asked when the catalogue tells the day. */
    public void feedback(PublicConsultation consultation, LocalDate issued, LocalDate today, Hearing hearing) {
        limits.report(
                "decision.consultation.feedback.late",
                "/feedbackPublishedOn",
                duties.get("decision-adoption-feedback"),
                issued,
                consultation.feedbackPublishedOn(),
                today,
                consultation.subject(),
                hearing);
    }

    private void checkPeriod(PublicConsultation consultation, LocalDate today, Hearing hearing) {
        boolean notice = consultation.ways().isEmpty()
                || consultation.ways().stream().anyMatch(each -> each.way() == ConsultationWay.Way.NOTICE);
        LocalDate from = consultation.openFrom();
        LocalDate until = consultation.openUntil();
        if (notice && (from == null || until == null)) {
            hearing.report("decision.consultation.period.missing", "/openUntil", null, null);
        }
        if (from == null || until == null) {
            return;
        }
        boolean again = consultation.designation() != null
                && AGAIN.matcher(consultation.designation()).find();
        if (!until.isBefore(from)
                && notice
                && !again
                && consultation.matter() != null
                && consultation.shorterBecause() == null) {
            // Thirty days are asked of major decisions; ordinary drafts, and a draft that was open before, are for
            // less.
            limits.report(
                    "decision.consultation.period.tooShort",
                    "/openUntil",
                    duties.get("decision-comment"),
                    from,
                    until,
                    today,
                    consultation.subject(),
                    hearing);
        }
    }

    private void checkHearing(@Nullable DecisionHearing held, LocalDate today, Hearing hearing) {
        if (held == null || held.heldOn() == null) {
            return;
        }
        if (held.papersDeliveredOn() == null) {
            hearing.report(
                    "decision.consultation.hearing.papersMissing",
                    "/hearing/papersDeliveredOn",
                    held.heldOn().toString(),
                    null);
        } else {
            limits.report(
                    "decision.consultation.hearing.papersLate",
                    "/hearing/papersDeliveredOn",
                    duties.get("decision-hearing-papers"),
                    held.heldOn(),
                    held.papersDeliveredOn(),
                    today,
                    "",
                    hearing);
        }
        Integer all = held.participants();
        Integer interested = held.interestedParties();
        if (all != null
                && interested != null
                && interested * 2L < all
                && !held.heldOn().isBefore(HALF_INTERESTED)) {
            hearing.report(
                    "decision.consultation.hearing.interestedFew",
                    "/hearing/interestedParties",
                    interested.toString(),
                    String.valueOf((all + 1) / 2));
        }
    }

    private static void checkCounts(PublicConsultation consultation, Hearing hearing) {
        Integer received = consultation.received();
        if (received == null && consultation.feedbackPublishedOn() != null) {
            hearing.report("decision.consultation.received.missing", "/received", null, null);
        }
        Long sum = sum(consultation);
        boolean partlyTold = consultation.partlyAdopted() != null;
        // Where the partly adopted are not told apart they may be the difference.
        if (received != null && sum != null && (partlyTold ? sum.longValue() != received : received < sum)) {
            hearing.report(
                    "decision.consultation.counts.differ", "/received", received.toString(), String.valueOf(sum));
        }
        compareOpinions(consultation, hearing);
    }

    private static void compareOpinions(PublicConsultation consultation, Hearing hearing) {
        Map<Adoption.Outcome, Integer> published = new EnumMap<>(Adoption.Outcome.class);
        published.put(Adoption.Outcome.ADOPTED, consultation.adopted());
        published.put(Adoption.Outcome.PARTLY_ADOPTED, consultation.partlyAdopted());
        published.put(Adoption.Outcome.REJECTED, consultation.rejected());
        Map<Adoption.Outcome, Long> listed = new EnumMap<>(Adoption.Outcome.class);
        long all = 0;
        for (Opinion each : consultation.opinions()) {
            all += each.times();
            if (each.outcome() != null) {
                listed.merge(each.outcome(), (long) each.times(), Long::sum);
            }
        }
        if (all == 0) {
            return;
        }
        for (Adoption.Outcome each : Adoption.Outcome.values()) {
            Integer wanted = published.get(each);
            long found = listed.getOrDefault(each, 0L);
            if (wanted != null && wanted != found) {
                // One finding for one list: where an outcome differs the total does so too as a rule.
                hearing.report(
                        "decision.consultation.opinions.differ",
                        "/opinions",
                        each.label() + ' ' + found,
                        each.label() + ' ' + wanted);
                return;
            }
        }
        if (consultation.received() != null && consultation.received() != all) {
            hearing.report(
                    "decision.consultation.opinions.differ",
                    "/opinions",
                    String.valueOf(all),
                    consultation.received().toString());
        }
    }

    /** The sum of what became of the opinions, or null when it is not told. */
    private static @Nullable Long sum(PublicConsultation consultation) {
        if (consultation.adopted() == null || consultation.rejected() == null) {
            return null;
        }
        return (long) consultation.adopted()
                + Objects.requireNonNullElse(consultation.partlyAdopted(), 0)
                + consultation.rejected();
    }

    private static void checkReasons(PublicConsultation consultation, Hearing hearing) {
        for (int i = 0; i < consultation.opinions().size(); i++) {
            Opinion opinion = consultation.opinions().get(i);
            if (opinion.outcome() == Adoption.Outcome.REJECTED
                    && opinion.reason() == null
                    && consultation.rejectionReasons() == null) {
                hearing.report(
                        "decision.consultation.opinion.reasonMissing",
                        "/opinions/" + i + "/reason",
                        opinion.text(),
                        null);
            }
        }
        Integer rejected = consultation.rejected();
        if (rejected != null && rejected > 0 && !reasoned(consultation)) {
            hearing.report("decision.consultation.reasons.missing", "/rejectionReasons", rejected.toString(), null);
        }
    }

    /** Whether reasons are given for what was not adopted, or the opinions listed are asked for them one by one. */
    private static boolean reasoned(PublicConsultation consultation) {
        return consultation.rejectionReasons() != null
                || consultation.opinions().stream().anyMatch(each -> each.outcome() == Adoption.Outcome.REJECTED);
    }
}
