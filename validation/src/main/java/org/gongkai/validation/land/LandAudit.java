package org.gongkai.validation.land;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.PlanItem;
import org.gongkai.core.land.PlanItemState;
import org.gongkai.core.land.PlanReference;
import org.gongkai.core.source.Location;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;
import org.gongkai.validation.rules.land.LandProjectRules;
import org.jspecify.annotations.Nullable;

/**
 * Holds yearly plans against projects, both ways: a line that is approved must lead to a project, and an approved
 * project must come from a line (细化公开). Immutable and safe to share between threads.
 *
 * <pre>{@code
 * List<Finding> findings = LandAudit.of(profile).audit(plans, projects, record -> null);
 * }</pre>
 */
public final class LandAudit {

    /** The most plans and projects of a run that are held against each other; a city has a few hundred a year. */
    public static final int MOST_RECORDS = 20_000;

    private final RuleSettings settings;

    private LandAudit(Profile profile) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
    }

    /**
     * An audit under a profile.
     *
     * @param profile decides which of the rules run and how severely
     * @return the audit
     */
    public static LandAudit of(Profile profile) {
        return new LandAudit(Objects.requireNonNull(profile, "profile"));
    }

    /**
     * This audit for the records of a run: it keeps every plan and project without its parcels, at most
     * {@value #MOST_RECORDS}, and holds them against each other at the end.
     *
     * @return an audit that has seen nothing
     */
    public RecordAudit ofRun() {
        return new OfRun();
    }

    private static final RecordKind<LandRequisitionPlan> PLANS = RecordKind.of(LandRequisitionPlan.class);
    private static final RecordKind<LandRequisitionProject> PROJECTS = RecordKind.of(LandRequisitionProject.class);

    private final class OfRun implements RecordAudit {
        private final List<LandRequisitionPlan> plans = new ArrayList<>();
        private final List<LandRequisitionProject> projects = new ArrayList<>();
        private final Map<DisclosureRecord, Location> places = new IdentityHashMap<>();
        private boolean full;

        @Override
        public List<Finding> see(DisclosureRecord record, Location location) {
            LandRequisitionPlan plan = PLANS.as(record);
            LandRequisitionProject project = PROJECTS.as(record);
            if (plan == null && project == null) {
                return List.of();
            }
            if (places.size() == MOST_RECORDS) {
                if (full) {
                    return List.of();
                }
                full = true;
                Hearing hearing = new Hearing(settings, record.key(), null, pointer -> location);
                hearing.report("record.limit.reached", "", null, "≤ " + MOST_RECORDS + " land");
                return hearing.findings();
            }
            if (plan != null) {
                plans.add(plan);
                places.put(plan, location);
            }
            if (project != null) {
                // Of a list of parcels nearly all of a project is its parcels and classes, and nothing here asks for
                // them.
                LandRequisitionProject kept = LandRequisitionProjectBuilder.builder(project)
                        .parcels(List.of())
                        .landClasses(List.of())
                        .prices(List.of())
                        .build();
                projects.add(kept);
                places.put(kept, location);
            }
            return List.of();
        }

        @Override
        public List<Finding> end() {
            return audit(plans, projects, places::get);
        }
    }

    /**
     * Holds plans and projects against each other.
     *
     * @param plans the plans; of several revisions of one plan the last in the order of the collection counts
     * @param projects the projects
     * @param whereIs tells where a record stood in its source, or null when it does not know
     * @return the findings: plans first, then projects, each in their order
     */
    public List<Finding> audit(
            Collection<LandRequisitionPlan> plans,
            Collection<LandRequisitionProject> projects,
            Function<DisclosureRecord, @Nullable Location> whereIs) {
        Map<String, LandRequisitionPlan> current = new HashMap<>();
        plans.forEach(each -> current.put(each.key(), each));
        List<Finding> findings = new ArrayList<>();
        for (LandRequisitionPlan each : plans) {
            if (current.get(each.key()) == each) {
                Hearing hearing = new Hearing(settings, each.key(), each.publishedOn(), at -> whereIs.apply(each));
                long linked = each.items().stream()
                        .filter(item -> item.project() != null)
                        .count();
                if (!projects.isEmpty()) {
                    lines(each, projects, hearing);
                } else if (linked > 0) {
                    hearing.report("land.plan.items.notChecked", "/items", String.valueOf(linked), null);
                }
                findings.addAll(hearing.findings());
            }
        }
        Map<Integer, List<LandRequisitionProject>> withoutPlan = new TreeMap<>();
        for (LandRequisitionProject each : projects) {
            Integer year = each.planItem() == null ? null : each.planItem().year();
            if (year != null && current.values().stream().noneMatch(plan -> year.equals(plan.year()))) {
                withoutPlan.computeIfAbsent(year, any -> new ArrayList<>()).add(each);
                continue;
            }
            Hearing hearing = new Hearing(settings, each.key(), each.begunOn(), at -> whereIs.apply(each));
            project(each, current.values(), hearing);
            findings.addAll(hearing.findings());
        }
        withoutPlan.forEach((year, all) -> {
            // Said once a year of plans: nothing is wrong with the projects.
            LandRequisitionProject first = all.get(0);
            Hearing hearing = new Hearing(settings, first.key(), first.begunOn(), at -> whereIs.apply(first));
            hearing.report(
                    "land.project.planItem.notChecked", "/planItem", String.valueOf(all.size()), year.toString());
            findings.addAll(hearing.findings());
        });
        return List.copyOf(findings);
    }

    private static void lines(LandRequisitionPlan plan, Collection<LandRequisitionProject> projects, Hearing hearing) {
        for (int i = 0; i < plan.items().size(); i++) {
            PlanItem item = plan.items().get(i);
            if (item.project() == null) {
                continue;
            }
            String at = "/items/" + i;
            LandRequisitionProject project = projects.stream()
                    .filter(each -> each.goesBy(item.project()))
                    .findFirst()
                    .orElse(null);
            if (project == null) {
                hearing.report("land.plan.items.projectUnknown", at + "/project", item.project(), null);
            } else if (project.planItem() != null && !names(project.planItem(), plan, item)) {
                hearing.report(
                        "land.plan.items.projectOfAnother",
                        at + "/project",
                        item.project(),
                        project.planItem().year() + " " + project.planItem().number());
            } else if (LandProjectRules.approved(project)
                    && item.state() != null
                    && item.state().state() != PlanItemState.State.APPROVED) {
                hearing.report(
                        "land.plan.items.stateBehind",
                        at + "/state",
                        item.state().text(),
                        PlanItemState.State.APPROVED.label());
            }
        }
    }

    private static void project(
            LandRequisitionProject project, Collection<LandRequisitionPlan> plans, Hearing hearing) {
        PlanReference reference = project.planItem();
        if (reference == null) {
            if (LandProjectRules.approved(project)) {
                hearing.report("land.project.planItem.missing", "/planItem", project.reference(), null);
            }
            return;
        }
        List<PlanItem> named = plans.stream()
                .flatMap(plan -> plan.items().stream().filter(item -> names(reference, plan, item)))
                .toList();
        if (named.isEmpty()) {
            hearing.report(
                    "land.project.planItem.unknown", "/planItem", reference.year() + " " + reference.number(), null);
        } else if (named.stream().noneMatch(item -> item.project() != null && project.goesBy(item.project()))) {
            hearing.report(
                    "land.project.planItem.notLinkedBack",
                    "/planItem",
                    reference.year() + " " + reference.number(),
                    project.reference());
        }
    }

    private static boolean names(PlanReference reference, LandRequisitionPlan plan, PlanItem item) {
        return reference.year() != null
                && reference.year().equals(plan.year())
                && reference.number() != null
                && reference.number().equals(item.number());
    }
}
