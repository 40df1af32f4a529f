package org.gongkai.validation.assistance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.assistance.Amount;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AssistanceCategory;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.HeadingState;
import org.gongkai.core.assistance.NamedScopes;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.StandardInForce;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Judges assistance standards together: headings without a current line, gaps, overlaps, ratios, amounts before that
 * do not fit. What is lawful is no finding: a district may pay more than its city, and the country more than the town.
 * Immutable and safe to share between threads.
 *
 * <pre>{@code
 * List<Finding> findings = AssistanceAudit.of(profile).audit(lines, List.of("青岛市崂山区"), today);
 * }</pre>
 */
public final class AssistanceAudit {

    /** The most lines of a run that are judged together; a province has a few thousand. */
    public static final int MOST_LINES = 50_000;

    private final Profile profile;
    private final RuleSettings rules;
    private final NamedScopes scopes;

    private AssistanceAudit(Profile profile, NamedScopes scopes) {
        this.profile = profile;
        this.rules = new RuleSettings(RuleCatalogue.standard(), profile);
        this.scopes = scopes;
    }

    /**
     * An audit that knows the shipped names of scopes.
     *
     * @param profile says which headings and ratios; see {@link Profile#assistance()}
     * @return the audit
     */
    public static AssistanceAudit of(Profile profile) {
        return of(profile, NamedScopes.shipped());
    }

    /**
     * An audit with the user's names of scopes.
     *
     * @param profile says which headings and ratios
     * @param scopes the names of scopes
     * @return the audit
     */
    public static AssistanceAudit of(Profile profile, NamedScopes scopes) {
        return new AssistanceAudit(Objects.requireNonNull(profile), Objects.requireNonNull(scopes));
    }

    /**
     * This audit for the records of a run: it keeps every line, at most {@value #MOST_LINES}, and judges them together
     * at the end. The headings must be complete in each place for which the run has a line.
     *
     * @param today the day on which they must be complete
     * @return an audit that has seen nothing
     */
    public RecordAudit ofRun(LocalDate today) {
        return new OfRun(Objects.requireNonNull(today, "today"));
    }

    /** 社会救助暂行办法, arts. 10 and 15: the province or the city sets these. */
    private static final Set<AssistanceItem> SET_ABOVE =
            Set.of(AssistanceItem.SUBSISTENCE, AssistanceItem.EXTREME_HARDSHIP_LIVING);
    /** From those who are paid most to those who are paid least. */
    private static final List<List<String>> GRADES = List.of(List.of("全", "半", "自理"), List.of("1", "2", "3", "4"));

    private static final RecordKind<AssistanceStandard> STANDARDS = RecordKind.of(AssistanceStandard.class);

    private final class OfRun implements RecordAudit {
        private final LocalDate today;
        private final Map<AssistanceStandard, Location> lines = new IdentityHashMap<>();
        private final List<AssistanceStandard> inOrder = new ArrayList<>();
        private final Set<String> places = new LinkedHashSet<>();
        private boolean full;

        OfRun(LocalDate today) {
            this.today = today;
        }

        @Override
        public List<Finding> see(DisclosureRecord record, Location location) {
            AssistanceStandard line = STANDARDS.as(record);
            if (line == null) {
                return List.of();
            }
            if (inOrder.size() == MOST_LINES) {
                if (full) {
                    return List.of();
                }
                full = true;
                Hearing hearing = new Hearing(rules, line.key(), today, pointer -> location);
                hearing.report("record.limit.reached", "", null, "≤ " + MOST_LINES + " assistance-standard");
                return hearing.findings();
            }
            inOrder.add(line);
            lines.put(line, location);
            if (line.place() != null) {
                places.add(line.place());
            }
            return List.of();
        }

        @Override
        public List<Finding> end() {
            return audit(inOrder, places, today, lines::get);
        }
    }

    /**
     * Judges lines that came from nowhere in particular.
     *
     * @param lines the lines
     * @param places the full names of the places whose headings must be complete; may be empty
     * @param today the day on which they must be complete
     * @return the findings: headings by place, then lines in their order
     */
    public List<Finding> audit(Collection<AssistanceStandard> lines, Collection<String> places, LocalDate today) {
        return audit(lines, places, today, line -> null);
    }

    /**
     * Judges lines.
     *
     * @param lines the lines
     * @param places the full names of the places whose headings must be complete; may be empty
     * @param today the day on which they must be complete
     * @param whereIs tells where a line stood in its source, or null when it does not know
     * @return the findings: headings by place, then lines in their order
     */
    public List<Finding> audit(
            Collection<AssistanceStandard> lines,
            Collection<String> places,
            LocalDate today,
            Function<AssistanceStandard, @Nullable Location> whereIs) {
        AssistanceSchedule schedule = AssistanceSchedule.of(lines, scopes);
        Run run = new Run(schedule, whereIs);
        for (String place : places) {
            run.headings(place, today);
        }
        for (AssistanceStandard line : schedule.lines()) {
            if (line.item() != null && line.place() != null) {
                run.line(line);
            }
        }
        return List.copyOf(run.findings);
    }

    /** One audit under way. */
    private final class Run {
        private final AssistanceSchedule schedule;
        private final Function<AssistanceStandard, @Nullable Location> whereIs;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<AssistanceItem, Map<String, List<AssistanceStandard>>> byItem = new HashMap<>();

        Run(AssistanceSchedule schedule, Function<AssistanceStandard, @Nullable Location> whereIs) {
            this.schedule = schedule;
            this.whereIs = whereIs;
            for (AssistanceStandard each : schedule.lines()) {
                if (each.item() != null && each.place() != null) {
                    byItem.computeIfAbsent(each.item(), any -> new HashMap<>())
                            .computeIfAbsent(each.place(), any -> new ArrayList<>())
                            .add(each);
                }
            }
        }

        void headings(String place, LocalDate today) {
            Map<LocalDate, List<String>> announced = new TreeMap<>();
            for (HeadingState each :
                    schedule.headings(place, today, profile.assistance().scheme())) {
                LocalDate ahead = each.missing() ? announced(place, each.category(), today) : null;
                if (ahead != null) {
                    announced
                            .computeIfAbsent(ahead, day -> new ArrayList<>())
                            .add(each.category().name());
                } else if (each.missing()) {
                    report(
                            "assistance.heading.missing",
                            place,
                            today,
                            each.category().name(),
                            place);
                } else if (!each.known()) {
                    report(
                            "assistance.heading.uncertain",
                            place,
                            today,
                            each.category().name(),
                            place);
                }
            }
            announced.forEach((day, names) ->
                    report("assistance.heading.announced", place, today, String.join("、", names), place + " " + day));
        }

        /** From which day on a heading has a line that is announced and not yet in force; null for none. */
        private @Nullable LocalDate announced(String place, AssistanceCategory category, LocalDate today) {
            return category.cells().stream()
                    .flatMap(
                            cell -> schedule
                                    .history(
                                            place,
                                            new AssistanceSchedule.Slot(cell.item(), cell.residence(), null, null))
                                    .stream())
                    .map(AssistanceAudit::begin)
                    .filter(each -> each != null && each.isAfter(today))
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }

        void line(AssistanceStandard line) {
            if (line.scope() != null
                    && !line.scope().whole()
                    && line.scope().regions().isEmpty()
                    && scopes.regions(line.place(), line.scope().toString()).isEmpty()) {
                report(line, "assistance.scope.unknown", "/scope", line.scope().toString(), line.place());
            }
            List<String> places = schedule.places(line);
            overlaps(line, places);
            gap(line, places);
            previousAmount(line, places);
            for (RatioRule rule : profile.assistance().ratios().rules()) {
                if (rule.item().equals(line.item()) && rule.holdsIn(line.place())) {
                    ratio(line, rule, places);
                }
            }
            lowered(line, places);
            gradesInOrder(line, places);
            belowWider(line);
        }

        /** An amount below the one before, where the line neither names that one nor says that it is set anew. */
        private void lowered(AssistanceStandard line, List<String> places) {
            Amount now = line.price();
            LocalDate begin = begin(line);
            if (now == null || begin == null || line.previousAmount() != null || line.change() == AmountChange.SET) {
                return;
            }
            for (String place : places) {
                for (AssistanceSchedule.Slot slot : slots(line)) {
                    StandardInForce before = schedule.answer(place, slot, begin.minusDays(1));
                    Amount amount = before.settled() ? before.amount() : null;
                    if (amount != null && amount.comparableWith(now) && now.compareYearly(amount) < 0) {
                        report(line, "assistance.amount.lowered", "/amount", now.toString(), amount.toString());
                        return;
                    }
                }
            }
        }

        /** Who needs more care, or is more disabled, is paid no less. */
        private void gradesInOrder(AssistanceStandard line, List<String> places) {
            Amount now = line.price();
            if (now == null || begin(line) == null) {
                return;
            }
            for (String place : places) {
                for (AssistanceSchedule.Slot slot : slots(line)) {
                    String lower = lower(slot.grade());
                    AssistanceSchedule.Slot below =
                            new AssistanceSchedule.Slot(slot.item(), slot.residence(), slot.support(), lower);
                    StandardInForce other = lower == null ? null : schedule.answer(place, below, latestBegin(line));
                    Amount amount = other == null || !other.settled() ? null : other.amount();
                    if (amount != null && amount.comparableWith(now) && now.compareYearly(amount) < 0) {
                        report(
                                line,
                                "assistance.grades.upsideDown",
                                "/amount",
                                slot.grade() + " " + now,
                                lower + " " + amount);
                        return;
                    }
                }
            }
        }

        /** What a province or city sets holds in its districts; a district that publishes less is asked about it. */
        private void belowWider(AssistanceStandard line) {
            Amount now = line.price();
            LocalDate begin = begin(line);
            if (now == null || begin == null || !SET_ABOVE.contains(line.item())) {
                return;
            }
            List<AssistanceStandard> wider = new ArrayList<>();
            byItem.get(line.item()).forEach((home, lines) -> {
                if (line.place().length() > home.length() && line.place().startsWith(home)) {
                    wider.addAll(lines);
                }
            });
            if (wider.isEmpty()) {
                return;
            }
            AssistanceSchedule above = AssistanceSchedule.of(wider, scopes);
            for (AssistanceSchedule.Slot slot : slots(line)) {
                StandardInForce city = above.answer(line.place(), slot, latestBegin(line));
                Amount amount = city.settled() ? city.amount() : null;
                if (amount != null && amount.comparableWith(now) && now.compareYearly(amount) < 0) {
                    report(
                            line,
                            "assistance.amount.belowWider",
                            "/amount",
                            now.toString(),
                            Objects.requireNonNull(city.known()).place() + " " + amount);
                    return;
                }
            }
        }

        /** Two lines for one thing, of which none is narrower, where the second does not simply replace the first. */
        private void overlaps(AssistanceStandard line, List<String> places) {
            LocalDate end =
                    line.effectiveTo() == null ? null : line.effectiveTo().earliest();
            boolean before = true;
            for (AssistanceStandard other : byItem.get(line.item()).get(line.place())) {
                before &= other != line;
                if (other == line || !rivals(line, other, places)) {
                    continue;
                }
                LocalDate start = begin(other);
                boolean together = line.effectiveFrom() != null
                        && line.effectiveFrom().date() != null
                        && line.effectiveFrom().equals(other.effectiveFrom());
                boolean later = begin(line) != null && start != null && start.isAfter(begin(line));
                if (together && before && !Objects.equals(line.price(), other.price())
                        || later && end != null && !latestBegin(other).isAfter(end)) {
                    report(
                            line,
                            "assistance.schedule.overlap",
                            together ? "/effectiveFrom" : "/effectiveTo",
                            together
                                    ? line.effectiveFrom().text()
                                    : line.effectiveTo().text(),
                            other.effectiveFrom() + " " + other.price());
                    return;
                }
            }
        }

        private boolean rivals(AssistanceStandard line, AssistanceStandard other, List<String> places) {
            boolean part = line.scope() != null && !line.scope().whole();
            boolean otherPart = other.scope() != null && !other.scope().whole();
            return part == otherPart
                    && meets(line.residence(), other.residence())
                    && (line.support() == null || other.support() == null || line.support() == other.support())
                    && (line.grades().isEmpty()
                            || other.grades().isEmpty()
                            || line.grades().stream().anyMatch(other.grades()::contains))
                    && (!part || schedule.places(other).stream().anyMatch(places::contains));
        }

        /** Days between the stated end of a line and the beginning of the next for which nothing holds. */
        private void gap(AssistanceStandard line, List<String> places) {
            LocalDate end =
                    line.effectiveTo() == null ? null : line.effectiveTo().latest();
            if (end == null) {
                return;
            }
            for (String place : places) {
                for (AssistanceSchedule.Slot slot : slots(line)) {
                    if (!schedule.answer(place, slot, end.plusDays(1)).isEmpty()) {
                        continue;
                    }
                    LocalDate next = schedule.history(place, slot).stream()
                            .map(AssistanceAudit::begin)
                            .filter(each -> each != null && each.isAfter(end))
                            .min(LocalDate::compareTo)
                            .orElse(null);
                    if (next != null) {
                        report(
                                line,
                                "assistance.schedule.gap",
                                "/effectiveTo",
                                line.effectiveTo().text(),
                                next.toString());
                        return;
                    }
                }
            }
        }

        private void previousAmount(AssistanceStandard line, List<String> places) {
            Amount stated = line.previousPrice();
            LocalDate begin = begin(line);
            if (stated == null || begin == null) {
                return;
            }
            for (String place : places) {
                for (AssistanceSchedule.Slot slot : slots(line)) {
                    StandardInForce before = schedule.answer(place, slot, begin.minusDays(1));
                    Amount amount = before.settled() ? before.amount() : null;
                    if (amount != null && amount.comparableWith(stated) && amount.compareYearly(stated) != 0) {
                        report(
                                line,
                                "assistance.previousAmount.differs",
                                "/previousAmount",
                                stated.toString(),
                                amount.toString());
                        return;
                    }
                }
            }
        }

        /** Looks at a line on every day on which it or its base begins, as long as it is the one in force. */
        private void ratio(AssistanceStandard line, RatioRule rule, List<String> places) {
            Set<String> seen = new HashSet<>();
            for (String place : places) {
                for (AssistanceSchedule.Slot slot : slots(line)) {
                    if (!rule.grades().isEmpty() && !rule.grades().contains(String.valueOf(slot.grade()))) {
                        continue;
                    }
                    for (AssistanceSchedule.Slot base : bases(place, rule, slot)) {
                        for (LocalDate day : days(line, rule, base, place)) {
                            RatioCheck check = check(line, rule, place, slot, base, day);
                            if (check != null && !check.kept() && seen.add(check.base() + " " + check.published())) {
                                report(
                                        line,
                                        rule.kind() == RatioRule.Kind.AT_LEAST
                                                ? "assistance.ratio.below"
                                                : "assistance.ratio.riseDiffers",
                                        "/amount",
                                        check.published().toString(),
                                        check.required() + " (" + rule.base() + ' ' + check.base() + " × "
                                                + rule.numerator().toPlainString() + '/'
                                                + rule.denominator().toPlainString() + ", " + day + ')');
                            }
                        }
                    }
                }
            }
        }

        private List<AssistanceSchedule.Slot> bases(String place, RatioRule rule, AssistanceSchedule.Slot slot) {
            Residence wanted = rule.baseResidence() == null ? slot.residence() : rule.baseResidence();
            return schedule.slots(place).stream()
                    .filter(each -> each.item().equals(rule.base()) && meets(each.residence(), wanted))
                    .toList();
        }

        private Set<LocalDate> days(
                AssistanceStandard line, RatioRule rule, AssistanceSchedule.Slot base, String place) {
            Set<LocalDate> days = new TreeSet<>();
            add(days, line);
            if (rule.kind() == RatioRule.Kind.AT_LEAST) {
                for (AssistanceStandard each : schedule.history(place, base)) {
                    add(days, each);
                }
            }
            days.removeIf(day -> !rule.holdsOn(day));
            return days;
        }

        private void add(Set<LocalDate> days, AssistanceStandard line) {
            if (begin(line) != null) {
                days.add(latestBegin(line));
            }
        }

        private @Nullable RatioCheck check(
                AssistanceStandard line,
                RatioRule rule,
                String place,
                AssistanceSchedule.Slot slot,
                AssistanceSchedule.Slot base,
                LocalDate day) {
            StandardInForce now = schedule.answer(place, slot, day);
            StandardInForce baseNow = schedule.answer(place, base, day);
            if (now.known() != line || !now.settled() || !baseNow.settled()) {
                return null;
            }
            Amount published = now.amount();
            Amount basis = baseNow.amount();
            if (rule.kind() == RatioRule.Kind.SAME_RISE) {
                // Comparable only where both levels begin on the same day.
                if (baseNow.known() == null || !Objects.equals(baseNow.known().effectiveFrom(), line.effectiveFrom())) {
                    return null;
                }
                LocalDate eve = begin(line).minusDays(1);
                StandardInForce before = schedule.answer(place, slot, eve);
                StandardInForce baseBefore = schedule.answer(place, base, eve);
                if (!before.settled() || !baseBefore.settled()) {
                    return null;
                }
                published = published.comparableWith(before.amount()) ? published.minus(before.amount()) : null;
                basis = basis.comparableWith(baseBefore.amount()) ? basis.minus(baseBefore.amount()) : null;
            }
            return published == null || basis == null || !published.comparableWith(basis)
                    ? null
                    : RatioCheck.of(rule, basis, published);
        }

        private void report(
                AssistanceStandard line, String code, String pointer, @Nullable String value, String expected) {
            Severity severity = rules.severity(code, line.datedOn());
            if (severity != null) {
                findings.add(Finding.inRecord(
                        rules.rule(code), severity, line.key(), pointer, value, expected, whereIs.apply(line)));
            }
        }

        private void report(String code, String place, LocalDate today, String value, String expected) {
            Severity severity = rules.severity(code, today);
            if (severity != null) {
                findings.add(Finding.inRecord(rules.rule(code), severity, "place:" + place, "", value, expected, null));
            }
        }
    }

    private static @Nullable String lower(@Nullable String grade) {
        for (List<String> each : GRADES) {
            int at = each.indexOf(String.valueOf(grade));
            if (at >= 0 && at + 1 < each.size()) {
                return each.get(at + 1);
            }
        }
        return null;
    }

    private static List<AssistanceSchedule.Slot> slots(AssistanceStandard line) {
        List<@Nullable Residence> residences = new ArrayList<>();
        if (line.residence() == Residence.UNIFIED) {
            residences.add(Residence.URBAN);
            residences.add(Residence.RURAL);
        } else {
            residences.add(line.residence());
        }
        List<@Nullable String> grades = new ArrayList<>(new LinkedHashSet<>(line.grades()));
        if (grades.isEmpty()) {
            grades.add(null);
        }
        List<AssistanceSchedule.Slot> slots = new ArrayList<>();
        for (@Nullable Residence residence : residences) {
            for (@Nullable String grade : grades) {
                slots.add(new AssistanceSchedule.Slot(line.item(), residence, line.support(), grade));
            }
        }
        return slots;
    }

    private static boolean meets(@Nullable Residence one, @Nullable Residence other) {
        return one == null || other == null || one == Residence.UNIFIED || other == Residence.UNIFIED || one == other;
    }

    private static @Nullable LocalDate begin(AssistanceStandard line) {
        return line.effectiveFrom() == null ? null : line.effectiveFrom().earliest();
    }

    private static LocalDate latestBegin(AssistanceStandard line) {
        LocalDate latest =
                line.effectiveFrom() == null ? null : line.effectiveFrom().latest();
        return latest == null ? LocalDate.MAX : latest;
    }
}
