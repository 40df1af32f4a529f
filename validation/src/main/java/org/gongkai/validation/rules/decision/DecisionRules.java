package org.gongkai.validation.rules.decision;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.Judgement.Status;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.AmendmentType;
import org.gongkai.core.decision.CatalogueAmendment;
import org.gongkai.core.decision.ConsultationWay;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionHearing;
import org.gongkai.core.decision.DecisionKindScheme;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.DecisionResult;
import org.gongkai.core.decision.DecisionStage;
import org.gongkai.core.decision.LegalityReview;
import org.gongkai.core.decision.MaterialState;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.Opinion;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.decision.PolicyEvaluation;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.RequiredMaterial;
import org.gongkai.core.decision.WebLink;
import org.gongkai.validation.profile.DecisionSettings;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.land.LandRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules of decision catalogues, consultations and evaluations that look at several fields, or need the profile's
 * lists, the time limits or today's date. Clauses and texts are in the catalogue of rules.
 */
public final class DecisionRules {

    /** From this day on Shandong asks that half of the participants of a hearing have an interest in the matter. */
    private static final LocalDate HALF_INTERESTED = LocalDate.of(2025, 10, 1);

    private final DecisionSettings settings;
    private final WorkingCalendar calendar;
    private final Duties duties = Duties.catalogue();
    private final List<Element<DecisionCatalogue>> catalogueElements;
    private final List<Element<PublicConsultation>> consultationElements;
    private final List<Element<PolicyEvaluation>> evaluationElements;

    public DecisionRules(Profile profile, WorkingCalendar calendar) {
        this.settings = profile.decisions();
        this.calendar = calendar;
        Set<String> ofCatalogue = Element.withForm("decision.catalogue.", profile);
        Set<String> ofConsultation = Element.withForm("decision.consultation.", profile);
        Set<String> ofEvaluation = Element.withForm("decision.evaluation.", profile);
        this.catalogueElements = List.of(
                catalogue("body", each -> each.body() != null, ofCatalogue),
                catalogue("year", each -> each.year() != null, ofCatalogue),
                catalogue("documentNumber", each -> each.documentNumber() != null, ofCatalogue),
                catalogue("consent", each -> each.consent() != null, ofCatalogue),
                catalogue("publishedOn", each -> each.publishedOn() != null, ofCatalogue),
                catalogue("matters", each -> !each.matters().isEmpty(), ofCatalogue),
                formOnly("amendments", each -> !each.amendments().isEmpty(), ofCatalogue));
        this.consultationElements = List.of(
                consultation("body", "body.missing", each -> each.body() != null, each -> true, ofConsultation),
                consultation(
                        "title", "subject.missing", each -> !each.subject().isEmpty(), each -> true, ofConsultation),
                formOnly("ways", each -> !each.ways().isEmpty(), ofConsultation),
                consultation(
                        "received",
                        "received.missing",
                        each -> each.received() != null,
                        each -> each.feedbackPublishedOn() != null,
                        ofConsultation),
                consultation(
                        "rejectionReasons",
                        "reasons.missing",
                        DecisionRules::reasoned,
                        each -> each.rejected() != null && each.rejected() > 0,
                        ofConsultation),
                formOnly("opinions", each -> !each.opinions().isEmpty(), ofConsultation));
        this.evaluationElements = List.of(
                evaluation("body", each -> each.body() != null, ofEvaluation),
                evaluation("year", each -> each.year() != null, ofEvaluation),
                evaluation("subject", each -> each.subject() != null, ofEvaluation),
                evaluation("methods", each -> !each.methods().isEmpty(), ofEvaluation),
                evaluation("findings", each -> !each.findings().isEmpty(), ofEvaluation),
                evaluation("use", each -> each.use() != null, ofEvaluation));
    }

    public List<Element<DecisionCatalogue>> catalogueElements() {
        return catalogueElements;
    }

    public List<Element<PublicConsultation>> consultationElements() {
        return consultationElements;
    }

    public List<Element<PolicyEvaluation>> evaluationElements() {
        return evaluationElements;
    }

    /** The date by which a rule that holds for a time is applied: when the account, else the notice, was published. */
    public static @Nullable LocalDate date(PublicConsultation consultation) {
        return consultation.feedbackPublishedOn() != null
                ? consultation.feedbackPublishedOn()
                : consultation.openFrom();
    }

    public void check(DecisionCatalogue catalogue, LocalDate today, Hearing hearing) {
        checkPublication(catalogue, today, hearing);
        Set<String> sequences = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < catalogue.matters().size(); i++) {
            DecisionMatter matter = catalogue.matters().get(i);
            String at = "/matters/" + i;
            if (matter.sequence() != null && !sequences.add(bare(matter.sequence()))) {
                hearing.report("decision.catalogue.matter.sequenceTwice", at + "/sequence", matter.sequence(), null);
            }
            if (matter.name() != null && !names.add(bare(matter.name()))) {
                hearing.report("decision.catalogue.matter.nameTwice", at + "/name", matter.name(), null);
            }
            checkUnits(matter, at, hearing);
            checkKind(matter, at, hearing);
            checkTime(matter, today, at, hearing);
            checkProcedure(matter, today, at, hearing);
            checkMaterials(matter, at, hearing);
            checkDemands(matter, today, at, hearing);
        }
        checkAmendments(catalogue, hearing);
        LandRules.checkPersonalData(catalogue, hearing);
        LandRules.reportUnknown("decision.catalogue.property.unknown", catalogue.other(), hearing);
    }

    private void checkPublication(DecisionCatalogue catalogue, LocalDate today, Hearing hearing) {
        Integer year = catalogue.year();
        if (year == null || year < 1 || year > 9999) {
            return;
        }
        LocalDate start = LocalDate.of(year, 1, 1);
        Duty limit = settings.catalogueLimit(year);
        if (limit != null && catalogue.publishedOn() != null) {
            limit(
                    "decision.catalogue.publishedOn.late",
                    "/publishedOn",
                    limit,
                    start,
                    catalogue.publishedOn(),
                    today,
                    "",
                    hearing);
        }
        Status account = duties.get("decision-year-end-report")
                .check(start, null, today, calendar)
                .status();
        if (catalogue.completion() == null && account == Status.LATE) {
            hearing.report("decision.catalogue.completion.missing", "/completion", year.toString(), null);
        }
    }

    private static void checkUnits(DecisionMatter matter, String at, Hearing hearing) {
        if (matter.units().size() > 1 && matter.lead() == null) {
            hearing.report("decision.catalogue.matter.leadMissing", at + "/lead", matter.name(), null);
        }
        if (matter.lead() != null && !matter.units().contains(matter.lead())) {
            hearing.report(
                    "decision.catalogue.matter.leadNotListed",
                    at + "/lead",
                    matter.lead().text(),
                    null);
        }
    }

    private void checkKind(DecisionMatter matter, String at, Hearing hearing) {
        if (matter.decisionKind() != null && settings.kinds().find(matter.decisionKind()) == null) {
            hearing.report(
                    "decision.catalogue.matter.kindUnlisted",
                    at + "/decisionKind",
                    matter.decisionKind().text(),
                    String.join(
                            "、",
                            settings.kinds().entries().stream()
                                    .map(DecisionKindScheme.Entry::label)
                                    .toList()));
        }
    }

    private static void checkTime(DecisionMatter matter, LocalDate today, String at, Hearing hearing) {
        PlannedTime time = matter.plannedTime();
        if (time == null) {
            return;
        }
        LocalDate until = time.until();
        if (until == null) {
            hearing.report("decision.catalogue.matter.plannedTimeUnread", at + "/plannedTime", time.text(), null);
            return;
        }
        if (time.from() != null && until.isBefore(time.from())) {
            hearing.report(
                    "decision.catalogue.matter.plannedTimeReversed",
                    at + "/plannedTime",
                    until.toString(),
                    time.from().toString());
        }
        DecisionStage.Step step = matter.step();
        boolean open = step != null && step != DecisionStage.Step.DECIDED && step != DecisionStage.Step.ABANDONED;
        if (open && today.isAfter(until)) {
            hearing.report("decision.catalogue.matter.overdue", at + "/plannedTime", matter.name(), until.toString());
        }
    }

    private void checkProcedure(DecisionMatter matter, LocalDate today, String at, Hearing hearing) {
        DecisionStage.Step step = matter.step();
        DecisionResult result = matter.result();
        if (step == DecisionStage.Step.DECIDED
                && (result == null
                        || result.issuedOn() == null
                        || result.title() == null && result.documentNumber() == null)) {
            hearing.report("decision.catalogue.matter.resultMissing", at + "/result", matter.name(), null);
        }
        if (step != null && step != DecisionStage.Step.DECIDED && result != null && result.issuedOn() != null) {
            hearing.report(
                    "decision.catalogue.matter.stageContradicted",
                    at + "/stage",
                    step.label(),
                    result.issuedOn().toString());
        }
        LegalityReview review = matter.legalityReview();
        if (review != null && review.submittedOn() != null && review.completedOn() != null) {
            limit(
                    "decision.catalogue.matter.legalityReviewTooShort",
                    at + "/legalityReview",
                    duties.get("decision-legality-review"),
                    review.submittedOn(),
                    review.completedOn(),
                    today,
                    Objects.requireNonNullElse(matter.name(), ""),
                    hearing);
        }
    }

    private static void checkMaterials(DecisionMatter matter, String at, Hearing hearing) {
        for (int i = 0; i < matter.materials().size(); i++) {
            DecisionMaterial material = matter.materials().get(i);
            String here = at + "/materials/" + i;
            String name = material.type() == null ? null : material.type().text();
            if (material.url() != null
                    && !WebLink.absolute(material.url().strip())
                    && !WebLink.relative(material.url().strip())) {
                hearing.report("decision.catalogue.material.linkUnsafe", here + "/url", material.url(), null);
            }
            MaterialState.State state =
                    material.state() == null ? null : material.state().state();
            if (state == null) {
                continue;
            }
            boolean kept = state == MaterialState.State.NOT_APPLICABLE || state == MaterialState.State.WITHHELD;
            if (kept && material.reason() == null) {
                hearing.report("decision.catalogue.material.reasonMissing", here + "/reason", name, null);
            }
            if (material.published() && material.publishedOn() == null) {
                hearing.report("decision.catalogue.material.dateMissing", here + "/publishedOn", name, null);
            }
            if (material.published() && material.url() == null) {
                hearing.report("decision.catalogue.material.linkMissing", here + "/url", name, null);
            }
            if (!material.published() && (material.publishedOn() != null || material.url() != null)) {
                hearing.report(
                        "decision.catalogue.material.stateContradicted",
                        here + "/state",
                        state.label(),
                        material.publishedOn() != null ? material.publishedOn().toString() : material.url());
            }
        }
    }

    private void checkDemands(DecisionMatter matter, LocalDate today, String at, Hearing hearing) {
        for (RequiredMaterial each : settings.materials().materials()) {
            if (!each.demandedOf(matter)) {
                continue;
            }
            DecisionMaterial material = matter.material(each.type());
            MaterialState.State state = material == null || material.state() == null
                    ? null
                    : material.state().state();
            boolean silent = material == null || state == MaterialState.State.NOT_YET;
            LocalDate issued = matter.result() == null ? null : matter.result().issuedOn();
            String here = at + "/materials"
                    + (material == null ? "" : "/" + matter.materials().indexOf(material));
            if (each.duty() != null && issued != null) {
                LocalDate done = material != null && material.published() ? material.publishedOn() : null;
                // What is published without its day is reported for that.
                if (silent || done != null) {
                    limit(
                            "decision.catalogue.matter.materialLate",
                            here,
                            duties.get(each.duty()),
                            issued,
                            done,
                            today,
                            matter.name() + ' ' + each.type().label(),
                            hearing);
                }
            } else if (silent) {
                hearing.report(
                        each.need() == RequiredMaterial.Need.ALWAYS
                                ? "decision.catalogue.matter.materialMissing"
                                : "decision.catalogue.matter.materialAdvised",
                        here,
                        matter.name(),
                        each.type().label());
            }
        }
    }

    private static void checkAmendments(DecisionCatalogue catalogue, Hearing hearing) {
        for (int i = 0; i < catalogue.amendments().size(); i++) {
            CatalogueAmendment amendment = catalogue.amendments().get(i);
            AmendmentType.Type type =
                    amendment.type() == null ? null : amendment.type().type();
            String at = "/amendments/" + i;
            if (type == null || amendment.matter() == null) {
                continue;
            }
            boolean dropped = type == AmendmentType.Type.DROPPED;
            if (amendment.reason() == null) {
                hearing.report(
                        dropped
                                ? "decision.catalogue.amendment.reasonMissing"
                                : "decision.catalogue.amendment.reasonAdvised",
                        at + "/reason",
                        amendment.matter(),
                        null);
            }
            DecisionMatter matter = catalogue.find(new MatterReference(null, null, amendment.matter()));
            if (!dropped && matter == null) {
                hearing.report("decision.catalogue.amendment.matterUnknown", at + "/matter", amendment.matter(), null);
            }
            if (dropped && matter != null && matter.step() != DecisionStage.Step.ABANDONED) {
                hearing.report(
                        "decision.catalogue.amendment.matterStillListed", at + "/matter", amendment.matter(), null);
            }
        }
    }

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
        LandRules.checkPersonalData(consultation, hearing);
        LandRules.reportUnknown("decision.consultation.property.unknown", consultation.other(), hearing);
    }

    /** Whether the account of the opinions followed the decision in time; also asked when the catalogue tells the day. */
    public void feedback(PublicConsultation consultation, LocalDate issued, LocalDate today, Hearing hearing) {
        limit(
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
        if (until.isBefore(from)) {
            hearing.report("decision.consultation.period.reversed", "/openUntil", until.toString(), from.toString());
        } else if (notice && consultation.matter() != null && consultation.shorterBecause() == null) {
            // Thirty days are asked of major decisions; ordinary drafts are open for less.
            limit(
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
            limit(
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

    public void check(PolicyEvaluation evaluation, LocalDate today, Hearing hearing) {
        Integer year = evaluation.year();
        if (year != null && year > 0 && year <= 9999) {
            limit(
                    "decision.evaluation.publishedOn.late",
                    "/publishedOn",
                    duties.get("policy-evaluation-results"),
                    LocalDate.of(year, 1, 1),
                    evaluation.publishedOn(),
                    today,
                    Objects.requireNonNullElse(evaluation.subject(), ""),
                    hearing);
        }
        LandRules.checkPersonalData(evaluation, hearing);
        LandRules.reportUnknown("decision.evaluation.property.unknown", evaluation.other(), hearing);
    }

    /** Reports a limit that was not kept, and one that cannot be counted. */
    private void limit(
            String rule,
            String at,
            Duty duty,
            LocalDate start,
            @Nullable LocalDate done,
            LocalDate today,
            String what,
            Hearing hearing) {
        org.gongkai.core.calendar.Judgement judgement = duty.check(start, done, today, calendar);
        String value = (what + (done == null ? "" : " " + done)).strip();
        if (judgement.status() == Status.LATE || judgement.status() == Status.TOO_EARLY) {
            hearing.report(rule, at, value, String.valueOf(judgement.deadline().date()));
        } else if (judgement.status() == Status.CANNOT_SAY
                && judgement.reason() != null
                && judgement.reason() != Deadline.Reason.DONE_BEFORE_START) {
            // What is done before its time begins is done in time: opinions answered before the decision is issued.
            hearing.report(
                    "decision.limit.notChecked",
                    at,
                    value,
                    judgement.reason().text(Locale.CHINESE) + " / "
                            + judgement.reason().text(Locale.ENGLISH));
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s　]+", "");
    }

    private static Element<DecisionCatalogue> catalogue(
            String name, Predicate<DecisionCatalogue> present, Set<String> withForm) {
        return element(name, "decision.catalogue." + name + ".missing", present, each -> true, withForm);
    }

    private static Element<PublicConsultation> consultation(
            String name,
            String rule,
            Predicate<PublicConsultation> present,
            Predicate<PublicConsultation> when,
            Set<String> withForm) {
        return element(name, "decision.consultation." + rule, present, when, withForm);
    }

    private static Element<PolicyEvaluation> evaluation(
            String name, Predicate<PolicyEvaluation> present, Set<String> withForm) {
        return element(name, "decision.evaluation." + name + ".missing", present, each -> true, withForm);
    }

    private static <R> Element<R> element(
            String name, String rule, Predicate<R> present, Predicate<R> when, Set<String> withForm) {
        return new Element<>(name, present, List.of(new Element.Demand<>(rule, when)), withForm.contains(name));
    }

    private static <R> Element<R> formOnly(String name, Predicate<R> present, Set<String> withForm) {
        return new Element<>(name, present, List.of(), withForm.contains(name));
    }
}
