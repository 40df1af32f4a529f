package org.gongkai.validation.rules.decision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.DutyCheck.Status;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.decision.AmendmentType;
import org.gongkai.core.decision.CatalogueAmendment;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionKindScheme;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.DecisionProcedure;
import org.gongkai.core.decision.DecisionResult;
import org.gongkai.core.decision.DecisionStage;
import org.gongkai.core.decision.LegalityReview;
import org.gongkai.core.decision.MaterialState;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.decision.RequiredMaterial;
import org.gongkai.core.decision.WebLink;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.profile.DecisionSettings;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/**
 * The rules of decision catalogues that look at several fields, or need the profile's lists, the time limits or today's date.
 * Clauses and texts are in the catalogue of rules.
 */
public final class DecisionCatalogueRules implements KindRules<DecisionCatalogue> {

    private static final List<DecisionProcedure.Step> REQUIRED =
            List.of(DecisionProcedure.Step.LEGALITY_REVIEW, DecisionProcedure.Step.COLLECTIVE_DISCUSSION);

    private final DecisionSettings settings;
    private final WorkingCalendar calendar;
    private final Duties duties = Duties.catalogue();
    private final DecisionLimits limits;
    private final List<Element<DecisionCatalogue>> elements;

    public DecisionCatalogueRules(Profile profile, WorkingCalendar calendar) {
        this.settings = profile.decisions();
        this.calendar = calendar;
        this.limits = new DecisionLimits(calendar);
        this.elements = new ElementTable<>(RecordKind.of(DecisionCatalogue.class), profile).elements();
    }

    @Override
    public List<Element<DecisionCatalogue>> elements() {
        return elements;
    }

    @Override
    public void check(DecisionCatalogue catalogue, LocalDate today, Hearing hearing) {
        checkPublication(catalogue, today, hearing);
        Set<String> sequences = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < catalogue.matters().size(); i++) {
            DecisionMatter matter = catalogue.matters().get(i);
            String at = "/matters/" + i;
            if (matter.sequence() != null && !sequences.add(LegacyText.withoutBlanks(matter.sequence()))) {
                hearing.report("decision.catalogue.matter.sequenceTwice", at + "/sequence", matter.sequence(), null);
            }
            if (matter.name() != null && !names.add(LegacyText.withoutBlanks(matter.name()))) {
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
    }

    private void checkPublication(DecisionCatalogue catalogue, LocalDate today, Hearing hearing) {
        Integer year = catalogue.year();
        if (year == null || year < 1 || year > 9999) {
            return;
        }
        LocalDate start = LocalDate.of(year, 1, 1);
        Duty limit = settings.catalogueLimit(year, catalogue.body());
        if (limit != null && catalogue.publishedOn() != null) {
            limits.report(
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
        if (step == DecisionStage.Step.DECIDED && !matter.procedures().isEmpty()) {
            for (DecisionProcedure.Step each : REQUIRED) {
                boolean shown = each == DecisionProcedure.Step.LEGALITY_REVIEW && review != null;
                if (!shown && matter.procedures().stream().noneMatch(procedure -> procedure.step() == each)) {
                    hearing.report(
                            "decision.catalogue.matter.procedureMissing",
                            at + "/procedures",
                            matter.name(),
                            each.label());
                }
            }
        }
        if (review != null
                && review.submittedOn() != null
                && review.completedOn() != null
                && !review.completedOn().isBefore(review.submittedOn())) {
            limits.report(
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
                    limits.report(
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
}
