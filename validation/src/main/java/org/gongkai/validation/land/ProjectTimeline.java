package org.gongkai.validation.land;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.land.CatalogueItem;
import org.gongkai.core.land.ItemCatalogue;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.RequisitionItem;
import org.gongkai.core.land.RequisitionItemState;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.core.land.StageProgress;
import org.jspecify.annotations.Nullable;

/**
 * What a project has disclosed on a day, what is due next, and what is late. What happens after the day is not seen,
 * save a hearing that is already fixed, whose notice must come before it.
 *
 * <pre>{@code
 * ProjectTimeline timeline = ProjectTimeline.of(project, LocalDate.of(2024, 6, 3), RequisitionGround.standard());
 * timeline.late();   // items whose limit has passed
 * timeline.next();   // items still due, the earliest first
 * }</pre>
 *
 * @param project the project's {@linkplain LandRequisitionProject#reference() reference}
 * @param name the project's name, or null
 * @param on the day
 * @param stage the latest stage reached on that day; approval where the project lists no stage and was approved; null
 *     when none is known
 * @param entries one entry for each item that a project must account for, and for each other one that it names, in
 *     the order of the catalogue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"project", "name", "on", "stage", "entries"})
public record ProjectTimeline(
        String project,
        @Nullable String name,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        LocalDate on,

        RequisitionStage.@Nullable Step stage,
        List<TimelineEntry> entries) {

    /**
     * Creates a timeline.
     *
     * @throws NullPointerException when a component that is not marked nullable is null
     */
    public ProjectTimeline {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(on, "on");
        entries = List.copyOf(entries);
    }

    /**
     * Looks at a project on a day.
     *
     * @param project the project
     * @param on the day
     * @param ground catalogues, time limits and calendar
     * @return the timeline; without entries when the project's regime is not known
     */
    public static ProjectTimeline of(LandRequisitionProject project, LocalDate on, RequisitionGround ground) {
        RequisitionRegime.Regime regime =
                project.regime() == null ? null : project.regime().regime();
        View view = new View(project, on, ground);
        List<TimelineEntry> entries = new ArrayList<>();
        if (regime != null) {
            ItemCatalogue items = ground.items(regime);
            for (CatalogueItem each : items.items()) {
                TimelineEntry entry = view.entry(each);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        return new ProjectTimeline(project.reference(), project.name(), on, view.stage(regime), entries);
    }

    /**
     * What has been disclosed.
     *
     * @return the entries, in time or not
     */
    @JsonIgnore
    public List<TimelineEntry> disclosed() {
        return entries.stream().filter(TimelineEntry::disclosed).toList();
    }

    /**
     * What is due and not late, the earliest first.
     *
     * @return the entries with the day in {@link TimelineEntry#due()}
     */
    @JsonIgnore
    public List<TimelineEntry> next() {
        return entries.stream()
                .filter(each -> each.state() == TimelineEntry.State.DUE)
                .sorted(Comparator.comparing(
                        TimelineEntry::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .toList();
    }

    /**
     * What should have been disclosed and was not.
     *
     * @return the entries that are late or missing
     */
    @JsonIgnore
    public List<TimelineEntry> late() {
        return entries.stream()
                .filter(each -> each.state() == TimelineEntry.State.LATE || each.state() == TimelineEntry.State.MISSING)
                .toList();
    }

    /**
     * Whether a record gives an account of what was disclosed: it names several items. With one at the most it is a single
     * notice or a line of a list of projects, beside which others stand elsewhere.
     *
     * @param project the project
     * @return true when what it does not name may be held against it
     */
    public static boolean accounts(LandRequisitionProject project) {
        return project.items().size() > 1;
    }

    /** From when and until when something was posted, as far as the record says. */
    private record Days(@Nullable LocalDate from, @Nullable LocalDate until) {}

    /** A project as it can be seen on a day. */
    private record View(LandRequisitionProject project, LocalDate on, RequisitionGround ground) {

        @Nullable
        TimelineEntry entry(CatalogueItem item) {
            Integer index = index(item);
            RequisitionItem named = index == null ? null : project.items().get(index);
            RequisitionItemState.State said = named == null || named.state() == null
                    ? null
                    : named.state().state();
            if (said == RequisitionItemState.State.NOT_APPLICABLE) {
                return new TimelineEntry(item, index, TimelineEntry.State.NOT_APPLICABLE, null, null, null);
            }
            if (said == RequisitionItemState.State.WITHHELD) {
                return new TimelineEntry(item, index, TimelineEntry.State.WITHHELD, null, null, null);
            }
            Days days = days(item, named);
            LocalDate publishedOn = seen(days.from());
            boolean published =
                    publishedOn != null || said == RequisitionItemState.State.PUBLISHED && days.from() == null;
            DutyCheck judgement = judgement(item, days.until(), publishedOn, published);
            boolean owed = item.demanded() && item.holdsOn(project.begunOn());
            boolean demanded = owed && reached(item);
            boolean passed = item.stage() != null && passed(item.stage()) && !demanded;
            if (named == null && (!item.demanded() || judgement == null && (!owed || passed))) {
                return null;
            }
            LocalDate due = judgement == null ? null : judgement.deadline().date();
            boolean unnamed = named == null;
            TimelineEntry.State state = state(demanded, unnamed, published, judgement);
            boolean told = state != TimelineEntry.State.MISSING && state != TimelineEntry.State.NOT_SEEN;
            return new TimelineEntry(item, index, state, told ? publishedOn : null, due, told ? judgement : null);
        }

        /**
         * The days of an item. What its own entry leaves out is asked of the stage that it announces; where both speak, the
         * entry counts.
         */
        private Days days(CatalogueItem item, @Nullable RequisitionItem named) {
            LocalDate from = named == null ? null : named.publishedOn();
            LocalDate until = named == null ? null : named.postedUntil();
            StageProgress own = item.announcesStage() ? announced(item) : null;
            if (own == null || from != null && !from.equals(own.startedOn())) {
                return new Days(from, until);
            }
            return new Days(own.startedOn(), until == null ? own.endedOn() : until);
        }

        /** Of several postings the last, as a notice that was too short is posted anew; of several announcements the first. */
        private @Nullable StageProgress announced(CatalogueItem item) {
            List<StageProgress> own = project.stages().stream()
                    .filter(each -> each.stage() != null && each.stage().step() == item.stage())
                    .filter(each -> seen(each.startedOn()) != null)
                    .sorted(Comparator.comparing(StageProgress::startedOn))
                    .toList();
            boolean posting = item.clock() == CatalogueItem.Clock.POSTING;
            return own.isEmpty() ? null : own.get(posting ? own.size() - 1 : 0);
        }

        private TimelineEntry.State state(
                boolean demanded, boolean unnamed, boolean published, @Nullable DutyCheck judgement) {
            DutyCheck.Status status = judgement == null ? DutyCheck.Status.CANNOT_SAY : judgement.status();
            boolean inTime = status != DutyCheck.Status.LATE && status != DutyCheck.Status.TOO_EARLY;
            if (published && unnamed && demanded && inTime && accounts(project)) {
                // The stage tells that it was done, and the account of what was disclosed leaves it out.
                return TimelineEntry.State.MISSING;
            }
            if (published) {
                return switch (status) {
                    case LATE -> TimelineEntry.State.PUBLISHED_LATE;
                    case TOO_EARLY -> TimelineEntry.State.POSTED_TOO_SHORT;
                    case NOT_YET_DUE -> TimelineEntry.State.POSTED;
                    default -> TimelineEntry.State.PUBLISHED;
                };
            }
            if (status == DutyCheck.Status.NOT_YET_DUE) {
                return TimelineEntry.State.DUE;
            }
            if (status == DutyCheck.Status.LATE) {
                return unnamed && !accounts(project) ? TimelineEntry.State.NOT_SEEN : TimelineEntry.State.LATE;
            }
            if (judgement != null && judgement.reason() != Deadline.Doubt.AT_AN_EVENT) {
                return TimelineEntry.State.LIMIT_OPEN;
            }
            if (demanded) {
                return accounts(project) ? TimelineEntry.State.MISSING : TimelineEntry.State.NOT_SEEN;
            }
            return TimelineEntry.State.NOT_YET;
        }

        private @Nullable DutyCheck judgement(
                CatalogueItem item,
                @Nullable LocalDate postedUntil,
                @Nullable LocalDate publishedOn,
                boolean published) {
            Duty duty = item.duty() == null ? null : ground.duties().get(item.duty());
            LocalDate start = duty == null ? null : start(item, duty, publishedOn);
            boolean undated = published && publishedOn == null;
            if (duty == null || start == null || undated || !item.holdsOn(start)) {
                return null;
            }
            boolean posting = item.clock() == CatalogueItem.Clock.POSTING;
            LocalDate done = posting ? postedUntil : publishedOn;
            return duty.check(start, done, on, ground.calendar());
        }

        private @Nullable LocalDate start(CatalogueItem item, Duty duty, @Nullable LocalDate publishedOn) {
            StageProgress stage = stage(item.stage());
            return switch (item.clock()) {
                case POSTING -> publishedOn;
                case STAGE_START ->
                    stage == null
                            ? null
                            : duty.counting() == Duty.Counting.BACKWARD ? stage.startedOn() : seen(stage.startedOn());
                case STAGE_END -> stage == null ? null : seen(stage.endedOn());
                case APPROVAL_RECEIVED -> seen(project.approvalReceivedOn());
                case NONE -> null;
            };
        }

        /** Whether the project is so far that the item must be disclosed, or is in its time. */
        private boolean reached(CatalogueItem item) {
            RequisitionStage.Step step = Objects.requireNonNull(item.stage(), "what is demanded has a stage");
            StageProgress own = stage(step);
            boolean started = own != null && seen(own.startedOn()) != null;
            if (passed(step)) {
                // Nobody comes further without it, whether or not the record lists the stage.
                return started || !step.optional();
            }
            return switch (item.clock()) {
                case POSTING, STAGE_START, NONE -> started;
                case STAGE_END -> started && seen(own.endedOn()) != null;
                case APPROVAL_RECEIVED ->
                    started
                            || seen(project.approvalReceivedOn()) != null
                            || seen(project.approvedOn()) != null
                            || began(RequisitionStage.Step.APPROVAL);
            };
        }

        private boolean began(RequisitionStage.Step step) {
            StageProgress stage = stage(step);
            return stage != null && seen(stage.startedOn()) != null;
        }

        private boolean passed(RequisitionStage.Step step) {
            RequisitionStage.Step latest = latest();
            return latest != null && latest.rank() > step.rank();
        }

        /** A list of approved projects has dates of approval and no stages. */
        RequisitionStage.@Nullable Step stage(RequisitionRegime.@Nullable Regime regime) {
            RequisitionStage.Step latest = latest();
            boolean approved = seen(project.approvedOn()) != null || seen(project.approvalReceivedOn()) != null;
            return latest == null && approved && regime == RequisitionRegime.Regime.COLLECTIVE_LAND
                    ? RequisitionStage.Step.APPROVAL
                    : latest;
        }

        private RequisitionStage.@Nullable Step latest() {
            RequisitionStage.Step latest = null;
            for (StageProgress each : project.stages()) {
                RequisitionStage.Step step = each.stage() == null || seen(each.startedOn()) == null
                        ? null
                        : each.stage().step();
                if (step != null && (latest == null || step.rank() > latest.rank())) {
                    latest = step;
                }
            }
            return latest;
        }

        private @Nullable StageProgress stage(RequisitionStage.@Nullable Step step) {
            return project.stages().stream()
                    .filter(each ->
                            step != null && each.stage() != null && each.stage().step() == step)
                    .findFirst()
                    .orElse(null);
        }

        /** The entry for an item: of several the first that is published by the day. */
        private @Nullable Integer index(CatalogueItem item) {
            Integer first = null;
            for (int i = 0; i < project.items().size(); i++) {
                RequisitionItem each = project.items().get(i);
                if (item.id().equals(each.item())) {
                    if (seen(each.publishedOn()) != null) {
                        return i;
                    }
                    first = first == null ? i : first;
                }
            }
            return first;
        }

        private @Nullable LocalDate seen(@Nullable LocalDate date) {
            return date == null || date.isAfter(on) ? null : date;
        }
    }
}
