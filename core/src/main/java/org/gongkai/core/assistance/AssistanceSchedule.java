package org.gongkai.core.assistance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.PartialDate;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * What is in force in a place on a day, with its history, out of any number of published lines. Immutable and safe to
 * share between threads.
 *
 * <pre>{@code
 * AssistanceSchedule schedule = AssistanceSchedule.of(lines);
 * schedule.answer("青岛市崂山区", AssistanceItem.SUBSISTENCE, Residence.URBAN, null, LocalDate.of(2020, 10, 15));
 * }</pre>
 *
 * <p>Places are full names, the larger division first: a line for 青岛市 holds in 青岛市崂山区, a line for 青岛市's 七区
 * holds there when the {@link NamedScopes} say so. Of the lines that hold for the same item, residence, way of support,
 * grade and place, the one that took effect last is in force, whoever published it: a new line of the city replaces an older one
 * of the district. Of two that took effect on one day the one made for the narrower area is. A line without a stated
 * end holds until another replaces it; a line that has been replaced does not come back.
 */
public final class AssistanceSchedule {

    private static final String DIVISION_SUFFIXES = "区县市旗";

    private final List<AssistanceStandard> lines;
    private final Map<AssistanceItem, Map<String, List<Placed>>> byItem = new LinkedHashMap<>();
    private final NamedScopes scopes;

    /**
     * What a standard prices, in its smallest part.
     *
     * @param item the item
     * @param residence urban or rural, or null for an item that is not split by residence
     * @param support in an institution or at home, or null for an item that is not split by it
     * @param grade one grade, or null for an item without grades
     */
    public record Slot(
            AssistanceItem item,
            @Nullable Residence residence,
            @Nullable SupportWay support,
            @Nullable String grade) {

        /**
         * The name for people: 农村特困基本生活（分散）, 城市困难残疾人生活补贴（一级）.
         *
         * @param grades how a grade is written for people
         * @return residence and item, in brackets the way of support and the grade
         */
        public String label(UnaryOperator<String> grades) {
            String parts = Stream.of(
                            support == null ? null : support.label(), grade == null ? null : grades.apply(grade))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("、"));
            return (residence == null ? "" : residence.label()) + item + (parts.isEmpty() ? "" : '（' + parts + '）');
        }
    }

    /** Whether a line holds in a place. Not known when its scope is a name that nothing explains. */
    private enum Reach {
        NO,
        PERHAPS,
        YES
    }

    private AssistanceSchedule(Collection<AssistanceStandard> lines, NamedScopes scopes) {
        this.lines = List.copyOf(lines);
        this.scopes = Objects.requireNonNull(scopes, "scopes");
        for (int i = 0; i < this.lines.size(); i++) {
            AssistanceStandard line = this.lines.get(i);
            if (line.item() != null && line.place() != null) {
                byItem.computeIfAbsent(line.item(), each -> new HashMap<>())
                        .computeIfAbsent(line.place(), each -> new ArrayList<>())
                        .add(new Placed(i, line));
            }
        }
    }

    /** A line and its number in the order given. */
    private record Placed(int number, AssistanceStandard line) {}

    /**
     * A schedule that knows the shipped names of scopes.
     *
     * @param lines the lines, in any order; of lines that tie in everything the first is given first
     * @return the schedule
     */
    public static AssistanceSchedule of(Collection<AssistanceStandard> lines) {
        return new AssistanceSchedule(lines, NamedScopes.shipped());
    }

    /**
     * A schedule with the user's names of scopes.
     *
     * @param lines the lines, in any order
     * @param scopes the names of scopes
     * @return the schedule
     */
    public static AssistanceSchedule of(Collection<AssistanceStandard> lines, NamedScopes scopes) {
        return new AssistanceSchedule(lines, scopes);
    }

    /**
     * All lines.
     *
     * @return the lines in the order given
     */
    public List<AssistanceStandard> lines() {
        return lines;
    }

    /**
     * What is paid for an item.
     *
     * @param place the full name of the place, such as 青岛市崂山区, or a place and a scope's name, such as 青岛市七区
     * @param item the item
     * @param residence urban or rural; null or {@link Residence#UNIFIED} takes lines of either
     * @param grade the grade; null takes lines of any grade
     * @param day the day
     * @return the answer, perhaps empty
     */
    public StandardInForce answer(
            String place, AssistanceItem item, @Nullable Residence residence, @Nullable String grade, LocalDate day) {
        return answer(place, new Slot(item, residence, null, grade), day);
    }

    /**
     * What is paid for a slot.
     *
     * @param place the full name of the place
     * @param slot the item, residence and grade
     * @param day the day
     * @return the answer, perhaps empty
     */
    public StandardInForce answer(String place, Slot slot, LocalDate day) {
        return answer(place, slot, day, new LinkedHashSet<>(Set.of(new Question(slot, day))));
    }

    private StandardInForce answer(String place, Slot slot, LocalDate day, Set<Question> asked) {
        List<Span> rivals = spans(place, slot);
        List<AssistanceStandard> possible = new ArrayList<>();
        Span known = null;
        for (Span each : rivals) {
            if (!each.possibleOn(day, rivals)) {
                continue;
            }
            possible.add(each.line);
            if (each.knownOn(day) && (known == null || each.laterThan(known))) {
                known = each;
            }
        }
        StandardInForce followed =
                known == null || known.line.price() != null ? null : followed(known, place, slot, day, asked);
        return new StandardInForce(
                place,
                slot,
                day,
                known == null ? null : known.line,
                possible,
                known != null && known.certainOn(day, rivals),
                followed);
    }

    private @Nullable StandardInForce followed(Span span, String place, Slot slot, LocalDate day, Set<Question> asked) {
        AssistanceItem follows = span.line.follows();
        if (follows == null && (span.line.change() != AmountChange.UNCHANGED || span.from.equals(LocalDate.MIN))) {
            return null;
        }
        Slot next = follows == null ? slot : new Slot(follows, slot.residence(), slot.support(), slot.grade());
        LocalDate on = follows == null ? span.from.minusDays(1) : day;
        // Lines that follow each other in a circle have no amount.
        return asked.add(new Question(next, on)) ? answer(place, next, on, asked) : null;
    }

    private record Question(Slot slot, LocalDate day) {}

    /**
     * Everything in force in a place.
     *
     * @param place the full name of the place
     * @param day the day
     * @return one answer for each item, residence and grade for which a line is in force or may be, in the order in
     *     which the lines were given
     */
    public List<StandardInForce> inForce(String place, LocalDate day) {
        return slots(place).stream()
                .map(slot -> answer(place, slot, day))
                .filter(answer -> !answer.isEmpty())
                .toList();
    }

    /**
     * What differs between two days.
     *
     * @param place the full name of the place
     * @param first the first day
     * @param second the second day
     * @return the items whose amount differs, or that are in force on one day only
     */
    public List<StandardChange> changes(String place, LocalDate first, LocalDate second) {
        List<StandardChange> changes = new ArrayList<>();
        for (Slot slot : slots(place)) {
            StandardInForce before = answer(place, slot, first);
            StandardInForce after = answer(place, slot, second);
            if (before.isEmpty() != after.isEmpty() || !Objects.equals(before.amount(), after.amount())) {
                changes.add(new StandardChange(slot, before, after));
            }
        }
        return changes;
    }

    /**
     * What is in force under each heading of a scheme.
     *
     * @param place the full name of the place
     * @param day the day
     * @param scheme the scheme
     * @return one state a heading, in the order of the scheme
     */
    public List<HeadingState> headings(String place, LocalDate day, CategoryScheme scheme) {
        List<StandardInForce> inForce = inForce(place, day);
        return scheme.categories().stream()
                .map(category -> new HeadingState(
                        category,
                        inForce.stream()
                                .filter(answer -> category.cells().stream()
                                        .anyMatch(cell ->
                                                cell.item().equals(answer.slot().item())
                                                        && meets(answer.slot().residence(), cell.residence())))
                                .toList()))
                .toList();
    }

    /**
     * The headings without a current line.
     *
     * @param place the full name of the place
     * @param day the day
     * @param scheme the scheme
     * @return the headings under which nothing can be in force; empty when the schedule is complete
     */
    public List<AssistanceCategory> missing(String place, LocalDate day, CategoryScheme scheme) {
        return headings(place, day, scheme).stream()
                .filter(HeadingState::missing)
                .map(HeadingState::category)
                .toList();
    }

    /**
     * The lines in force that have a stated end.
     *
     * @param place the full name of the place
     * @param day the day
     * @return the lines, the next to lapse first
     */
    public List<AssistanceStandard> nextToLapse(String place, LocalDate day) {
        return inForce(place, day).stream()
                .map(StandardInForce::known)
                .filter(line -> line != null
                        && line.effectiveTo() != null
                        && line.effectiveTo().wellFormed())
                .distinct()
                .sorted(Comparator.comparing(line -> end(line, true)))
                .toList();
    }

    /**
     * The lines that were or are to be in force for an item, in the order in which they take effect.
     *
     * @param place the full name of the place
     * @param item the item
     * @param residence urban or rural; null takes lines of either
     * @param grade the grade; null takes lines of any grade
     * @return the lines that hold in the place for certain, of either way of support; those without a date come first
     */
    public List<AssistanceStandard> history(
            String place, AssistanceItem item, @Nullable Residence residence, @Nullable String grade) {
        return history(place, new Slot(item, residence, null, grade));
    }

    /**
     * The lines that were or are to be in force for a slot, in the order in which they take effect.
     *
     * @param place the full name of the place
     * @param slot the item, residence, way of support and grade; what is null takes any
     * @return the lines that hold in the place for certain; those without a date come first
     */
    public List<AssistanceStandard> history(String place, Slot slot) {
        return spans(place, slot).stream()
                .filter(each -> each.reach == Reach.YES)
                .sorted(Comparator.comparing((Span each) -> each.from).thenComparing(each -> each.latestFrom))
                .map(each -> each.line)
                .toList();
    }

    /**
     * The places for which a line was made, each by the name under which this schedule answers for it.
     *
     * @param line the line
     * @return its place; or one name a region for a part of its place; or the place and the name of a part whose
     *     regions are not known; empty for a line without a place
     */
    public List<String> places(AssistanceStandard line) {
        String home = line.place();
        if (home == null) {
            return List.of();
        }
        RegionScope scope = line.scope();
        if (scope == null || scope.whole() || home.endsWith(scope.toString())) {
            return List.of(home);
        }
        List<String> regions = regions(home, scope);
        return regions.isEmpty()
                ? List.of(home + scope.name())
                : regions.stream()
                        .map(region -> region.startsWith(home) ? region : home + region)
                        .toList();
    }

    private List<String> regions(String home, RegionScope scope) {
        return scope.regions().isEmpty() ? scopes.regions(home, String.valueOf(scope.name())) : scope.regions();
    }

    /**
     * The items, residences, ways of support and grades for which a place has lines at any time.
     *
     * @param place the full name of the place
     * @return the slots, in the order in which the lines were given, urban before rural
     */
    public List<Slot> slots(String place) {
        List<Slot> slots = new ArrayList<>();
        for (AssistanceItem item : byItem.keySet()) {
            List<AssistanceStandard> reaching = around(item, place).stream()
                    .filter(line -> reach(line, place) != Reach.NO)
                    .toList();
            if (!reaching.isEmpty()) {
                slots.addAll(slots(item, reaching));
            }
        }
        return slots;
    }

    private static List<Slot> slots(AssistanceItem item, List<AssistanceStandard> lines) {
        Set<Residence> residences = EnumSet.noneOf(Residence.class);
        Set<String> grades = new TreeSet<>();
        for (AssistanceStandard line : lines) {
            grades.addAll(line.grades());
            if (line.residence() == Residence.UNIFIED) {
                residences.addAll(Set.of(Residence.URBAN, Residence.RURAL));
            } else if (line.residence() != null) {
                residences.add(line.residence());
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (@Nullable Residence residence : orNull(residences)) {
            Set<SupportWay> ways = EnumSet.noneOf(SupportWay.class);
            for (AssistanceStandard line : lines) {
                if (line.support() != null && meets(line.residence(), residence)) {
                    ways.add(line.support());
                }
            }
            for (@Nullable SupportWay way : orNull(ways)) {
                for (@Nullable String grade : orNull(grades)) {
                    slots.add(new Slot(item, residence, way, grade));
                }
            }
        }
        return slots;
    }

    private static <T> Collection<@Nullable T> orNull(Set<T> values) {
        List<@Nullable T> list = new ArrayList<>(values);
        if (list.isEmpty()) {
            list.add(null);
        }
        return list;
    }

    static boolean meets(@Nullable Residence one, @Nullable Residence other) {
        return one == null || other == null || one == Residence.UNIFIED || other == Residence.UNIFIED || one == other;
    }

    private List<Span> spans(String place, Slot slot) {
        List<Span> spans = new ArrayList<>();
        for (AssistanceStandard line : around(slot.item(), place)) {
            Reach reach = reach(line, place);
            if (reach != Reach.NO
                    && meets(line.residence(), slot.residence())
                    && (line.support() == null || slot.support() == null || line.support() == slot.support())
                    && (slot.grade() == null
                            || line.grades().isEmpty()
                            || line.grades().contains(slot.grade()))) {
                spans.add(new Span(line, reach));
            }
        }
        return spans;
    }

    /** The lines for an item that were made for a place or for one that it lies in: names begin with the larger one. */
    private List<AssistanceStandard> around(AssistanceItem item, String asked) {
        Map<String, List<Placed>> homes = byItem.getOrDefault(item, Map.of());
        String place = LegacyText.withoutBlanks(asked);
        List<Placed> found = new ArrayList<>();
        for (int length = 1; length <= place.length(); length++) {
            found.addAll(homes.getOrDefault(place.substring(0, length), List.of()));
        }
        found.sort(Comparator.comparingInt(Placed::number));
        return found.stream().map(Placed::line).toList();
    }

    private Reach reach(AssistanceStandard line, String asked) {
        String home = line.place();
        String place = LegacyText.withoutBlanks(asked);
        if (home == null || !place.startsWith(home)) {
            return Reach.NO;
        }
        RegionScope scope = line.scope();
        if (scope == null || scope.whole() || home.endsWith(scope.toString())) {
            return Reach.YES;
        }
        String rest = place.substring(home.length());
        if (rest.equals(scope.name())) {
            return Reach.YES;
        }
        if (rest.isEmpty()) {
            return Reach.NO;
        }
        List<String> regions = regions(home, scope);
        if (regions.isEmpty()) {
            return Reach.PERHAPS;
        }
        return regions.stream()
                        .anyMatch(region ->
                                lies(rest, region.startsWith(home) ? region.substring(home.length()) : region))
                ? Reach.YES
                : Reach.NO;
    }

    // Notices drop the suffix in lists (崂山、黄岛); the place asked for has it as a rule.
    private static boolean lies(String rest, String region) {
        String bare = StringUtils.stripEnd(region, DIVISION_SUFFIXES);
        if (bare.length() >= 2 && rest.equals(bare)) {
            return true;
        }
        return rest.startsWith(region)
                && (DIVISION_SUFFIXES.indexOf(region.charAt(region.length() - 1)) >= 0
                        || rest.length() == region.length()
                        || DIVISION_SUFFIXES.indexOf(rest.charAt(region.length())) >= 0);
    }

    private static LocalDate end(AssistanceStandard line, boolean latest) {
        PartialDate to = line.effectiveTo();
        if (to == null) {
            return LocalDate.MAX;
        }
        LocalDate end = latest ? to.latest() : to.earliest();
        return end != null ? end : latest ? LocalDate.MAX : LocalDate.MIN;
    }

    /** A line with the days between which it can have begun and ended. */
    private static final class Span {

        final AssistanceStandard line;
        final Reach reach;
        final LocalDate from;
        final LocalDate latestFrom;

        Span(AssistanceStandard line, Reach reach) {
            this.line = line;
            this.reach = reach;
            LocalDate earliest =
                    line.effectiveFrom() == null ? null : line.effectiveFrom().earliest();
            LocalDate latest =
                    line.effectiveFrom() == null ? null : line.effectiveFrom().latest();
            from = earliest == null ? LocalDate.MIN : earliest;
            latestFrom = latest == null ? LocalDate.MAX : latest;
        }

        // Best case for this line: it began as late as it can, every rival as early as it can or not yet.
        boolean possibleOn(LocalDate day, List<Span> rivals) {
            if (from.isAfter(day) || end(line, true).isBefore(day)) {
                return false;
            }
            LocalDate begun = latestFrom.isAfter(day) ? day : latestFrom;
            for (Span rival : rivals) {
                boolean yields = rival == this
                        || rival.reach == Reach.PERHAPS
                        || rival.latestFrom.isAfter(day)
                        || rival.from.isBefore(begun)
                        || rival.from.equals(begun) && !rival.narrowerThan(this);
                if (!yields) {
                    return false;
                }
            }
            return true;
        }

        boolean knownOn(LocalDate day) {
            return reach == Reach.YES
                    && !latestFrom.isAfter(day)
                    && !end(line, false).isBefore(day);
        }

        // Worst case for this line: it began as early as it can, every rival as late as it can.
        boolean certainOn(LocalDate day, List<Span> rivals) {
            for (Span rival : rivals) {
                LocalDate begun = rival.latestFrom.isAfter(day) ? day : rival.latestFrom;
                boolean yields = rival == this
                        || rival.from.isAfter(day)
                        || begun.isBefore(from)
                        || begun.equals(from) && narrowerThan(rival);
                if (!yields) {
                    return false;
                }
            }
            return true;
        }

        boolean laterThan(Span other) {
            int order = latestFrom.compareTo(other.latestFrom);
            return order > 0 || order == 0 && narrowerThan(other);
        }

        boolean narrowerThan(Span other) {
            return line.place() != null && other.line.place() != null && narrowness(line) > narrowness(other.line);
        }

        // A line of the district is narrower than one of the city, a part of a place narrower than the whole.
        private static int narrowness(AssistanceStandard line) {
            boolean part = line.scope() != null && !line.scope().whole();
            return StringUtils.length(line.place()) * 2 + (part ? 1 : 0);
        }
    }
}
