package org.gongkai.cli.land;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.RequisitionItem;
import org.gongkai.core.source.Location;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.land.ProjectTimeline;
import org.gongkai.validation.land.TimelineEntry;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A project on a day.
 *
 * @param source where it was read
 * @param timeline how its items stand
 * @param entries the same with what the profile makes of it, in the order of the catalogue
 * @param besides how many findings it has that are not about these items
 */
record LandStatus(Location source, ProjectTimeline timeline, List<Entry> entries, long besides) {

    /**
     * An item on a day.
     *
     * @param at how it stands
     * @param severity how much the profile makes of its breach, or null when nothing is wrong or the rule does not run
     * @param named what the project says of it, or null
     */
    record Entry(
            TimelineEntry at,
            @Nullable Severity severity,
            @Nullable RequisitionItem named) {

        boolean is(TimelineEntry.State... states) {
            return List.of(states).contains(at.state());
        }
    }

    static LandStatus of(
            Location source, LandRequisitionProject project, ProjectTimeline timeline, Judgement judgement) {
        // A profile gives each rule one severity for one project.
        Map<String, Severity> severities = new HashMap<>();
        judgement.findings().forEach(each -> severities.put(each.rule(), each.severity()));
        List<Entry> entries = timeline.entries().stream()
                .map(each -> new Entry(
                        each,
                        each.rule() == null ? null : severities.get(each.rule()),
                        each.index() == null ? null : project.items().get(each.index())))
                .toList();
        long shown = entries.stream().filter(each -> each.severity() != null).count();
        long open = judgement.findings().stream()
                .filter(each -> each.rule().equals("land.project.items.limitNotChecked"))
                .count();
        List<Finding> findings = judgement.findings();
        return new LandStatus(source, timeline, entries, findings.size() - shown - open);
    }

    boolean breach() {
        return entries.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }

    boolean late() {
        return entries.stream().anyMatch(each -> each.is(TimelineEntry.State.LATE));
    }

    boolean missing() {
        return entries.stream().anyMatch(each -> each.is(TimelineEntry.State.MISSING));
    }

    /** Writes one object a line. */
    static void json(List<LandStatus> all, PrintStream out) throws IOException {
        JsonMapper mapper = CanonicalJson.mapper();
        for (LandStatus each : all) {
            out.println(mapper.writeValueAsString(Line.of(each)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"source", "project", "name", "on", "stage", "items"})
    private record Line(
            String source,
            String project,
            @Nullable String name,
            LocalDate on,
            @Nullable String stage,
            List<Item> items) {

        static Line of(LandStatus status) {
            ProjectTimeline timeline = status.timeline();
            return new Line(
                    status.source().toString(),
                    timeline.project(),
                    timeline.name(),
                    timeline.on(),
                    timeline.stage() == null ? null : timeline.stage().label(),
                    status.entries().stream().map(Item::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({
        "item",
        "title",
        "stage",
        "state",
        "publishedOn",
        "postedUntil",
        "due",
        "dueLatest",
        "rule",
        "severity"
    })
    private record Item(
            String item,
            String title,
            @Nullable String stage,
            String state,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate postedUntil,
            @Nullable LocalDate due,
            @Nullable LocalDate dueLatest,
            @Nullable String rule,
            @Nullable String severity) {

        static Item of(Entry entry) {
            TimelineEntry at = entry.at();
            return new Item(
                    at.item().id(),
                    at.item().level2(),
                    at.item().stage() == null ? null : at.item().stage().label(),
                    at.state().code(),
                    at.publishedOn(),
                    entry.named() == null ? null : entry.named().postedUntil(),
                    at.due(),
                    at.judgement() == null ? null : at.judgement().deadline().latest(),
                    at.rule(),
                    entry.severity() == null ? null : entry.severity().code());
        }
    }
}
