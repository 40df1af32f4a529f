package org.gongkai.cli.land;

import static org.gongkai.validation.land.TimelineEntry.State.DUE;
import static org.gongkai.validation.land.TimelineEntry.State.LATE;
import static org.gongkai.validation.land.TimelineEntry.State.LIMIT_OPEN;
import static org.gongkai.validation.land.TimelineEntry.State.MISSING;
import static org.gongkai.validation.land.TimelineEntry.State.NOT_APPLICABLE;
import static org.gongkai.validation.land.TimelineEntry.State.NOT_SEEN;
import static org.gongkai.validation.land.TimelineEntry.State.NOT_YET;
import static org.gongkai.validation.land.TimelineEntry.State.POSTED;
import static org.gongkai.validation.land.TimelineEntry.State.POSTED_TOO_SHORT;
import static org.gongkai.validation.land.TimelineEntry.State.PUBLISHED;
import static org.gongkai.validation.land.TimelineEntry.State.PUBLISHED_LATE;
import static org.gongkai.validation.land.TimelineEntry.State.WITHHELD;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.land.CatalogueItem;
import org.gongkai.core.land.RequisitionItem;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.validation.land.ProjectTimeline;
import org.gongkai.validation.land.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** Projects on a day, for people. */
record LandStatusText(PrintStream out, Messages messages, Duties duties) {

    private static final Comparator<LandStatus.Entry> BY_DUE =
            Comparator.comparing(each -> each.at().due(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    void print(List<LandStatus> all, LocalDate on, long others) {
        all.forEach(this::project);
        say(
                "land.summary",
                all.size(),
                on.toString(),
                all.stream().filter(LandStatus::late).count(),
                all.stream().filter(LandStatus::missing).count());
        long besides = all.stream().mapToLong(LandStatus::besides).sum();
        if (besides > 0) {
            say("land.besides", besides);
        }
        if (others > 0) {
            say("land.others", others);
        }
    }

    private void project(LandStatus status) {
        ProjectTimeline timeline = status.timeline();
        String name = timeline.name();
        if (name == null) {
            out.println(timeline.project().isEmpty() ? messages.text("land.unnamed") : timeline.project());
        } else {
            boolean coded = !timeline.project().equals(name.replaceAll("\\s", ""));
            out.println(coded ? messages.text("land.name", name, timeline.project()) : name);
        }
        figure("land.source", status.source().toString());
        figure("land.stage", timeline.stage() == null ? messages.text("land.stage.none") : stage(timeline.stage()));
        section("land.disclosed", status, this::disclosed, PUBLISHED, PUBLISHED_LATE, POSTED, POSTED_TOO_SHORT);
        section("land.due", status, each -> due(each.at()), DUE, LIMIT_OPEN);
        section("land.late", status, this::late, LATE);
        section("land.missing", status, this::missing, MISSING);
        section("land.notSeen", status, this::missing, NOT_SEEN);
        section("land.excused", status, this::excused, NOT_APPLICABLE, WITHHELD);
        items("land.earlier", status, item -> before(item, timeline.stage()));
        items("land.later", status, item -> !before(item, timeline.stage()));
        if (timeline.entries().isEmpty()) {
            out.println("  " + messages.text("land.regimeUnknown"));
        }
        out.println();
    }

    /** What the project does not name, of stages that it has not reached or does not list. */
    private void items(String key, LandStatus status, Predicate<CatalogueItem> which) {
        String names = status.entries().stream()
                .filter(each -> each.is(NOT_YET))
                .map(each -> each.at().item())
                .filter(which)
                .map(CatalogueItem::level2)
                .collect(Collectors.joining(messages.text("land.comma")));
        if (!names.isEmpty()) {
            figure(key, names);
        }
    }

    private static boolean before(CatalogueItem item, RequisitionStage.@Nullable Step reached) {
        return item.stage() != null && reached != null && item.stage().rank() < reached.rank();
    }

    private void section(
            String title, LandStatus status, Function<LandStatus.Entry, String> line, TimelineEntry.State... states) {
        List<LandStatus.Entry> entries = new ArrayList<>(
                status.entries().stream().filter(each -> each.is(states)).toList());
        if (entries.isEmpty()) {
            return;
        }
        if (List.of(states).contains(DUE)) {
            entries.sort(BY_DUE);
        }
        out.println("  " + messages.text(title));
        for (LandStatus.Entry each : entries) {
            String breach = each.severity() == null
                    ? ""
                    : " ["
                            + each.severity().shown().in(messages.locale())
                            + ' '
                            + each.at().rule()
                            + "]";
            out.println("    " + line.apply(each) + breach);
        }
    }

    private String disclosed(LandStatus.Entry entry) {
        TimelineEntry at = entry.at();
        LocalDate until = entry.named() == null ? null : entry.named().postedUntil();
        String day = at.publishedOn() == null
                ? messages.text("land.undated")
                : at.publishedOn().toString();
        List<String> remarks = new ArrayList<>();
        if (until != null) {
            remarks.add(messages.text("land.until", until.toString()));
        }
        if (at.state() == POSTED) {
            remarks.add(messages.text("land.posted", day(at)));
        }
        DutyCheck judgement = at.judgement();
        if (judgement != null && (judgement.breach() || judgement.status() == DutyCheck.Status.CANNOT_SAY)) {
            boolean event = judgement.reason() == Deadline.Doubt.AT_AN_EVENT;
            remarks.add(event ? "" : judgement.text(locale()));
        }
        if (at.state() == PUBLISHED_LATE || at.state() == POSTED_TOO_SHORT) {
            remarks.add(limit(at));
        }
        return line(day, at.item(), remarks);
    }

    private String due(TimelineEntry at) {
        DutyCheck judgement = at.judgement();
        List<String> remarks = new ArrayList<>();
        if (at.state() == LIMIT_OPEN && judgement != null) {
            remarks.add(judgement.text(locale()));
        } else if (judgement != null && judgement.provisional()) {
            remarks.add(messages.text("land.provisional"));
        }
        return line(at.due() == null ? messages.text("land.noDay") : day(at), at.item(), remarks);
    }

    private String late(LandStatus.Entry entry) {
        DutyCheck judgement = entry.at().judgement();
        String remark = judgement == null ? "" : judgement.text(locale());
        return line(missed(entry.at()), entry.at().item(), List.of(remark));
    }

    private String missing(LandStatus.Entry entry) {
        CatalogueItem item = entry.at().item();
        String stage = item.stage() == null ? "" : stage(item.stage());
        return name(item) + messages.text("colon") + messages.text("land.missing.why", stage, item.basis());
    }

    private String excused(LandStatus.Entry entry) {
        RequisitionItem named = entry.named();
        String reason = named == null || named.reason() == null ? messages.text("land.noReason") : named.reason();
        return name(entry.at().item())
                + messages.text("colon")
                + entry.at().state().text(locale())
                + messages.text("land.comma")
                + reason;
    }

    private String limit(TimelineEntry at) {
        return at.due() == null ? "" : messages.text("land.limit", missed(at));
    }

    /** When it is due, which a notice of days off still to come may move. */
    private String day(TimelineEntry at) {
        return at.judgement() == null
                ? String.valueOf(at.due())
                : at.judgement().deadline().day(locale());
    }

    private static String missed(TimelineEntry at) {
        return String.valueOf(at.judgement() == null ? at.due() : at.judgement().limit());
    }

    private String line(String day, CatalogueItem item, List<String> remarks) {
        String said = remarks.stream()
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(messages.text("land.comma")));
        return day + "  " + name(item) + (said.isEmpty() ? "" : messages.text("colon") + said);
    }

    /** Items stand in the catalogue in Chinese; their duties have names in both languages. */
    private String name(CatalogueItem item) {
        Duty duty = item.duty() == null ? null : duties.find(item.duty()).orElse(null);
        boolean chinese = locale().equals(Locale.CHINESE);
        return chinese || duty == null ? item.level2() : messages.text("land.name", item.level2(), duty.name(locale()));
    }

    private String stage(RequisitionStage.Step step) {
        return messages.text(
                "land.step", step.label(), step.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private void figure(String key, String value) {
        out.println("  " + messages.text(key) + messages.text("colon") + value);
    }

    private void say(String key, Object... values) {
        out.println(messages.text(key, values));
    }

    private Locale locale() {
        return messages.locale();
    }
}
