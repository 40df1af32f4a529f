package org.gongkai.ingest.assistance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.SupportWay;
import org.gongkai.ingest.table.TableLayout;
import org.jspecify.annotations.Nullable;

/**
 * Tells what each amount of a row is for, from the words of its cells and of the headers above. Of each thing the
 * narrower word counts: beside the amount, in the row, in the header, in the heading of the section.
 *
 * @param terms the words for items, residences and grades
 * @param words what the row's cells for item, residence and grade say
 * @param section the heading over the row, empty for none
 * @param gradeAsWritten a grade in words that no term knows, or null
 * @param over what stands over the columns for names, which only tells what nothing nearer does
 * @param names the cells of the columns for names, where several have something
 */
record Drafting(
        AssistanceTerms terms,
        String words,
        String section,
        @Nullable String gradeAsWritten,
        String over,
        List<String> names) {

    /** A longer text, in characters, is the name of no class. */
    private static final int LONGEST_CLASS = 16;

    private static final Pattern INCLUDED = Pattern.compile("[（(](?:含|包括|包含)([^）)]{0,300})[）)]");
    private static final Set<String> CARE = Set.of("全", "半", "自理");
    private static final Set<String> CARING = Set.of("护理", "照料");
    private static final String LIVING = "基本生活";

    /** What each amount of a cell is for; null when that cannot be told for certain. */
    @Nullable
    List<Draft> of(List<AmountText.Part> parts, String header) {
        List<AssistanceItem> items = items(header);
        List<AssistanceItem> named = namedBeside(parts);
        if (named != null) {
            items = named;
        }
        if (items.isEmpty() || items.size() > 1 && parts.size() > 1 && items.size() != parts.size()) {
            return null;
        }
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<AssistanceItem> own = items.size() == parts.size() ? List.of(items.get(i)) : items;
            for (AssistanceItem item : own) {
                Draft draft = draft(parts, i, item, header, own.size() < items.size());
                if (draft == null) {
                    return null;
                }
                drafts.add(draft);
            }
        }
        return drafts;
    }

    /** The items that stand beside the amounts themselves, where each amount has one: 集中供养孤儿：2000元；散居孤儿：1350元. */
    private @Nullable List<AssistanceItem> namedBeside(List<AmountText.Part> parts) {
        List<AssistanceItem> items = new ArrayList<>();
        for (AmountText.Part each : parts) {
            AssistanceItem item = each.follows() == null ? terms.item(each.label()) : null;
            if (item == null) {
                return null;
            }
            items.add(item);
        }
        return parts.size() > 1 && new LinkedHashSet<>(items).size() == items.size() ? items : null;
    }

    private @Nullable Draft draft(
            List<AmountText.Part> parts, int i, AssistanceItem named, String header, boolean toldByItem) {
        AmountText.Part part = parts.get(i);
        AssistanceItem item = cared(named, header + ' ' + part.label());
        if (item == null) {
            return null;
        }
        if (part.follows() != null && part.value() == null && terms.follows(part.follows()) == null) {
            return null;
        }
        if (terms.beside(words + header + part.label()) && !item.besideStandards()) {
            return null;
        }
        Residence ownResidence = terms.residence(part.label());
        SupportWay ownSupport = terms.support(part.label());
        List<Set<String>> ownGrades = graded(item, part.label());
        List<Set<String>> groups = groups(item, header);
        Residence residence = ownResidence != null ? ownResidence : residence(header);
        Set<String> grades = union(ownGrades.isEmpty() ? groups : ownGrades);
        boolean told =
                parts.size() == 1 || toldByItem || ownResidence != null || ownSupport != null || !ownGrades.isEmpty();
        if (!told && groups.size() == parts.size()) {
            grades = groups.get(i);
            told = true;
        }
        if (!told && parts.size() == 2 && residence == Residence.UNIFIED) {
            Residence first = firstResidence(words + ' ' + header);
            if (first != null) {
                residence = i == 0 ? first : first == Residence.URBAN ? Residence.RURAL : Residence.URBAN;
                told = true;
            }
        }
        return told ? new Draft(part, item, residence, support(item, ownSupport, header), grades) : null;
    }

    /**
     * People in hardship by how much they can do for themselves: that is their care where any word says so, and may be all
     * that they get where none does. Null when nobody can tell.
     */
    private @Nullable AssistanceItem cared(AssistanceItem item, String header) {
        String own = words + ' ' + header;
        boolean graded = item.equals(AssistanceItem.EXTREME_HARDSHIP_LIVING)
                && !own.contains(LIVING)
                && terms.grades(own).stream().anyMatch(CARE::containsAll);
        if (!graded) {
            return item;
        }
        boolean care =
                Stream.of(own, section, over).anyMatch(each -> CARING.stream().anyMatch(each::contains));
        return care ? AssistanceItem.EXTREME_HARDSHIP_CARE : null;
    }

    private List<Set<String>> groups(AssistanceItem item, String header) {
        List<Set<String>> groups = graded(item, words);
        if (groups.isEmpty()) {
            groups = graded(item, header);
        }
        String unlisted = gradeAsWritten != null || !groups.isEmpty() ? gradeAsWritten : unlisted(item);
        return groups.isEmpty() && unlisted != null ? List.of(Set.of(unlisted)) : groups;
    }

    /** The class of the item in a cell beside that of its name, which no term knows; it stays what it is called. */
    private @Nullable String unlisted(AssistanceItem item) {
        return names.stream()
                .filter(each -> each.length() <= LONGEST_CLASS
                        && (terms.programme(item) ? !item.equals(terms.item(each)) : terms.item(each) == null)
                        && terms.grades(each).isEmpty()
                        && !tellsItem(item, each)
                        && !AssistanceWords.region(each)
                        && !TableLayout.tellsWhich(each)
                        && !terms.otherwise(item, each).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Whether the item is told by this cell with the others and not without it: 孤儿 beside 机构养育. */
    private boolean tellsItem(AssistanceItem item, String cell) {
        String others = names.stream().filter(each -> !each.equals(cell)).collect(Collectors.joining(" "));
        return item.equals(terms.item(others + ' ' + cell)) && !item.equals(terms.item(others));
    }

    private List<Set<String>> graded(AssistanceItem item, String text) {
        boolean disability =
                item.equals(AssistanceItem.DISABILITY_LIVING) || item.equals(AssistanceItem.DISABILITY_NURSING);
        if (!disability && !item.equals(AssistanceItem.EXTREME_HARDSHIP_CARE)) {
            String classes = terms.classes(item, text);
            return classes.isEmpty() ? List.of() : List.of(Set.of(classes));
        }
        return terms.grades(text).stream()
                .filter(each -> CARE.containsAll(each) != disability)
                .toList();
    }

    private static Set<String> union(List<Set<String>> groups) {
        Set<String> all = new LinkedHashSet<>();
        groups.forEach(all::addAll);
        return all;
    }

    /** 集中 and 分散 part people in hardship; with orphans they are items of their own. */
    private @Nullable SupportWay support(AssistanceItem item, @Nullable SupportWay own, String header) {
        boolean parted = item.equals(AssistanceItem.EXTREME_HARDSHIP_LIVING)
                || item.equals(AssistanceItem.EXTREME_HARDSHIP_CARE);
        if (!parted || own != null) {
            return parted ? own : null;
        }
        return Stream.of(words, header, section)
                .map(terms::support)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Residence residence(String header) {
        Residence above = terms.residenceOfHeader(header);
        Residence row = terms.residenceAlone(words);
        // 城乡低保 with the columns 城市 and 农村: the narrower word counts.
        Residence told = above == null || above == Residence.UNIFIED && row != null ? row : above;
        return told == null ? terms.residence(section) : told;
    }

    private static @Nullable Residence firstResidence(String text) {
        int urban = Math.max(text.indexOf("城市"), text.indexOf("城镇"));
        int rural = text.indexOf("农村");
        return urban < 0 || rural < 0 ? null : urban < rural ? Residence.URBAN : Residence.RURAL;
    }

    /** The items that the words name: several when they are joined by 、 and each names one of its own. */
    private List<AssistanceItem> items(String header) {
        String context = words + ' ' + header;
        Set<AssistanceItem> joined = new LinkedHashSet<>();
        for (String each : words.isBlank()
                ? new String[0]
                : INCLUDED.matcher(words).replaceAll("").split("[、和及与/]")) {
            AssistanceItem item = terms.item(each);
            if (item != null) {
                joined.add(item);
            }
        }
        AssistanceItem whole = terms.item(INCLUDED.matcher(context).replaceAll(""));
        if (joined.size() > 1 && joined.contains(whole)) {
            return List.copyOf(joined);
        }
        if (whole == null) {
            whole = terms.item(section + ' ' + INCLUDED.matcher(context).replaceAll(""));
        }
        if (whole == null) {
            whole = terms.item(over + ' ' + context);
        }
        return whole == null ? List.of() : List.of(whole);
    }

    /** The items in brackets behind the one that is priced (含事实无人抚养儿童), which follow it. */
    Set<AssistanceItem> included() {
        Set<AssistanceItem> included = new LinkedHashSet<>();
        Matcher matcher = INCLUDED.matcher(words);
        while (matcher.find()) {
            for (String each : matcher.group(1).split("[、和及与,，]")) {
                AssistanceItem item = terms.item(each);
                if (item != null) {
                    included.add(item);
                }
            }
        }
        return included;
    }
}
