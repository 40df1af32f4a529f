package org.gongkai.ingest.assistance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.SupportWay;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/**
 * Whom amounts are for, as far as words and context tell: several of one dimension where the words list them.
 *
 * @param items what is priced
 * @param residences for whose residence
 * @param supports for which way of support
 * @param grades for which groups of grades
 * @param words the words that say the items
 * @param residenceWords those that say the residence, or null
 * @param supportWords those that say the way of support, or null
 * @param gradeWords those that say the grades, or null
 */
record Whom(
        List<AssistanceItem> items,
        List<Residence> residences,
        List<SupportWay> supports,
        List<Set<String>> grades,
        @Nullable Span words,
        @Nullable Span residenceWords,
        @Nullable Span supportWords,
        @Nullable Span gradeWords) {

    /**
     * @param near the words of the clause
     * @param whole the words back to the amount before
     * @param last what the amount before in the line is for, or null
     * @param contexts what the headings say, the nearest first
     * @return null where the words leave open what is priced
     */
    static @Nullable Whom of(Phrase near, Phrase whole, @Nullable StandardDraft last, List<Phrase> contexts) {
        boolean wider = near.items().isEmpty()
                || near.weak() && !whole.weak() && !whole.items().isEmpty();
        Phrase said = wider ? whole : near;
        boolean titled = contexts.stream().anyMatch(each -> !each.items().isEmpty());
        boolean own = !said.items().isEmpty() && (!said.weak() || last == null && !titled && said.stands());
        boolean another = said.weak()
                && last != null
                && !titled
                && said.disabled()
                && !said.items().contains(last.item);
        if (another) {
            return null;
        }
        List<AssistanceItem> items = own ? said.items() : List.of();
        Span words = own ? said.span("item") : null;
        Phrase heading = null;
        if (!own && last != null) {
            boolean orphans = last.item.equals(AssistanceItem.ORPHAN_IN_INSTITUTION)
                    || last.item.equals(AssistanceItem.ORPHAN_IN_FAMILY);
            AssistanceItem above = contexts.stream()
                    .map(near::named)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            AssistanceItem other = above != null ? above : orphans ? near.orphan() : near.within(last.item);
            items = List.of(other == null ? last.item : other);
            words = other == null ? last.itemSpan : near.span("item");
        } else if (!own) {
            heading = contexts.stream()
                    .filter(each -> !each.items().isEmpty() || whole.under(each) != null)
                    .findFirst()
                    .orElse(null);
            AssistanceItem narrower = heading == null ? null : whole.under(heading);
            items = heading == null ? List.of() : narrower == null ? heading.items() : List.of(narrower);
            words = heading == null ? null : narrower == null ? heading.span("item") : whole.span("item");
        }
        // 集中养育2000元 under 孤儿、事实无人抚养儿童 is for both.
        Phrase listing = own
                ? null
                : contexts.stream().filter(Phrase::orphansAmong).findFirst().orElse(null);
        AssistanceItem orphan = listing == null ? null : near.orphan();
        if (listing != null && orphan != null) {
            items = Stream.concat(Stream.of(orphan), listing.items().stream())
                    .distinct()
                    .toList();
            words = listing.span("item");
        }
        if (items.isEmpty()) {
            return null;
        }
        Phrase spoken = whole.residences().isEmpty()
                        && whole.supports().isEmpty()
                        && whole.grades().isEmpty()
                ? near
                : whole;
        // 农村低保与城市同标，特困供养标准1229元: the residences are those of the clause before, which is about something else.
        boolean elsewhere = !wider && whole.before(near).parts(items);
        List<Residence> residences =
                near.residences().isEmpty() && !elsewhere ? spoken.residences() : near.residences();
        List<SupportWay> supports = near.supports().isEmpty() ? spoken.supports() : near.supports();
        List<Set<String>> grades = near.grades().isEmpty() ? spoken.grades() : near.grades();
        String classed = items.stream().allMatch(Phrase::byAge) ? whole.ages() : near.classed();
        boolean programme = items.stream().allMatch(near::programme);
        if (programme) {
            String classes = whole.classes(items.get(0));
            grades = classes.isEmpty() ? List.of() : List.of(Set.of(classes));
        } else if (grades.isEmpty() && classed != null) {
            grades = List.of(Set.of(classed));
        }
        if (supports.isEmpty() && orphan != null) {
            boolean family = orphan.equals(AssistanceItem.ORPHAN_IN_FAMILY);
            supports = List.of(family ? SupportWay.SCATTERED : SupportWay.CENTRAL);
        }
        Span residenceWords = elsewhere ? near.span("residence") : span(near, spoken, "residence");
        Span supportWords = span(near, spoken, "support");
        // Grades begin something of its own: the residence of the amounts before is not that of each grade.
        boolean goesOn = last != null && last.item.equals(items.get(0)) && last.grades.isEmpty() == grades.isEmpty();
        if (residences.isEmpty() && !own && last != null && last.residence != null && goesOn) {
            residences = List.of(last.residence);
            residenceWords = last.residenceSpan;
        }
        if (residences.isEmpty() && (last == null || own)) {
            Phrase over = above(contexts, items, own);
            residences = over == null ? residences : over.residences();
            residenceWords = over == null ? residenceWords : over.span("residence");
        }
        if (supports.isEmpty()
                && !own
                && last != null
                && last.support != null
                && spoken.residences().isEmpty()
                && !grades.isEmpty()) {
            supports = List.of(last.support);
            supportWords = last.supportSpan;
        }
        if (supports.isEmpty()
                && !own
                && last == null
                && heading != null
                && heading.supports().size() == 1) {
            supports = heading.supports();
            supportWords = heading.span("support");
        }
        if (grades.isEmpty() && !own && last == null && heading != null && !programme) {
            grades = heading.grades();
        }
        return new Whom(items, residences, supports, grades, words, residenceWords, supportWords, near.span("grade"));
    }

    private static @Nullable Span span(Phrase near, Phrase whole, String sort) {
        Span own = near.span(sort);
        return own == null ? whole.span(sort) : own;
    }

    /** The nearest heading that names a residence, unless it is about another item. */
    private static @Nullable Phrase above(List<Phrase> contexts, List<AssistanceItem> items, boolean own) {
        for (Phrase each : contexts) {
            if (!each.residences().isEmpty()) {
                boolean other = own && !each.items().isEmpty() && !each.items().equals(items);
                return other ? null : each;
            }
        }
        return null;
    }

    /** For each of so many amounts whom it is for; null where the words do not tell. */
    @Nullable
    List<Whom> spread(int amounts) {
        if (amounts == 1) {
            return List.of(this);
        }
        List<List<Whom>> ways = new ArrayList<>();
        if (items.size() == amounts) {
            ways.add(items.stream()
                    .map(each -> with(List.of(each), residences, supports, grades))
                    .toList());
        }
        List<Residence> both = residences.equals(List.of(Residence.UNIFIED)) && amounts == 2
                ? List.of(Residence.URBAN, Residence.RURAL)
                : residences;
        if (both.size() == amounts) {
            ways.add(both.stream()
                    .map(each -> with(items, List.of(each), supports, grades))
                    .toList());
        }
        if (supports.size() == amounts) {
            ways.add(supports.stream()
                    .map(each -> with(items, residences, List.of(each), grades))
                    .toList());
        }
        if (grades.size() == amounts) {
            ways.add(grades.stream()
                    .map(each -> with(items, residences, supports, List.of(each)))
                    .toList());
        }
        return ways.size() == 1 ? ways.get(0) : ways.isEmpty() ? crossed(amounts) : null;
    }

    /** 城市集中、城市分散、农村集中、农村分散: each of one with each of another. */
    private @Nullable List<Whom> crossed(int amounts) {
        if (residences.size() * supports.size() != amounts || residences.size() < 2 || supports.size() < 2) {
            return null;
        }
        List<Whom> crossed = new ArrayList<>();
        for (Residence residence : residences) {
            for (SupportWay support : supports) {
                crossed.add(with(items, List.of(residence), List.of(support), grades));
            }
        }
        return crossed;
    }

    private Whom with(
            List<AssistanceItem> ownItems,
            List<Residence> ownResidences,
            List<SupportWay> ownSupports,
            List<Set<String>> ownGrades) {
        return new Whom(
                ownItems, ownResidences, ownSupports, ownGrades, words, residenceWords, supportWords, gradeWords);
    }

    /** One for each item. */
    List<Whom> single() {
        return items.stream()
                .map(each -> with(List.of(each), residences, supports, grades))
                .toList();
    }

    /** The residence: both where both are named. */
    @Nullable
    Residence residence() {
        return residences.isEmpty() ? null : residences.size() == 1 ? residences.get(0) : Residence.UNIFIED;
    }

    /** The way of support; null where both are named. */
    @Nullable
    SupportWay support() {
        return supports.size() == 1 ? supports.get(0) : null;
    }

    /** All grades. */
    Set<String> allGrades() {
        Set<String> all = new LinkedHashSet<>();
        grades.forEach(all::addAll);
        return all;
    }
}
