package org.gongkai.ingest.assistance;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.SupportWay;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.grammar.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The words by which tables name items, residences and grades. */
final class AssistanceTerms {

    private static final Pattern DISABILITY =
            Pattern.compile("[一二三四1-4](?:[、和及]?[一二三四1-4]){0,9}级((?:[、和及]?(?:智力|精神|视力|听力|言语|肢体|多重)){0,9})");

    private static final Pattern CLASS = Pattern.compile("第?[一二三四五六七八A-Ga-gⅠⅡⅢⅣ1-8](?:类|档|级|等)(?:地区|区域|家庭|对象)?");

    private final List<Term> items = new ArrayList<>();
    private final List<Term> residences = new ArrayList<>();
    private final List<Term> grades = new ArrayList<>();
    private static final String BETWEEN_CLASSES = "·";
    /** Whatever parts the names of classes. */
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{IsHan}\\p{Alnum}]+");

    /** Whatever parts the words of a header or a cell. */
    private static final Pattern NO_WORD = Pattern.compile("\\P{IsHan}+");

    private final Map<String, Residence> alone = new HashMap<>();
    private final List<Term> groups = new ArrayList<>();
    private final List<Term> supports = new ArrayList<>();
    private final List<Term> beside = new ArrayList<>();
    /** The words of items that win over those of the people who get what they name. */
    private final List<Term> programmes = new ArrayList<>();
    /** The names of the classes of an item; the value is the item. */
    private final List<Term> classes = new ArrayList<>();
    /** The words that name no class. */
    private final List<String> general = new ArrayList<>();

    private record Term(List<String> words, String value) {

        boolean in(String text) {
            // A loop, since this is asked some hundred times of each sentence.
            for (String each : words) {
                if (!text.contains(each)) {
                    return false;
                }
            }
            return true;
        }

        int at(String text) {
            return text.indexOf(words.get(0));
        }

        int length() {
            int length = 0;
            for (String each : words) {
                length += each.length();
            }
            return length;
        }
    }

    static AssistanceTerms read(Reader reader) throws IOException {
        AssistanceTerms terms = new AssistanceTerms();
        for (Csv.Row row : Csv.readUnnamed(reader, "the terms", List.of("kind", "words", "value"))) {
            Term term = new Term(List.of(row.required("words").split("\\+")), row.required("value"));
            switch (row.required("kind")) {
                case "item" -> terms.items.add(term);
                case "residence" -> terms.residences.add(term);
                case "residence-alone" -> terms.alone.put(row.required("words"), Residence.valueOf(term.value()));
                case "grade" -> terms.grades.add(term);
                case "group" -> terms.groups.add(term);
                case "support" -> terms.supports.add(term);
                case "beside" -> terms.beside.add(term);
                case "programme" -> terms.programmes.add(term);
                case "class" -> terms.classes.add(term);
                case "general" -> terms.general.add(row.required("words"));
                default ->
                    throw row.wrong(
                            "kind",
                            row.required("kind"),
                            "item, programme, class, general, residence, residence-alone, grade, group, support or"
                                    + " beside");
            }
        }
        return terms;
    }

    /**
     * The item whose words are all in the text, of several the one with the longest words, then
     * the one named first; a programme (临时救助) before the people whom it helps (低保对象). Null for none.
     */
    @Nullable
    AssistanceItem item(String text) {
        String bare = LegacyText.withoutBlanks(text);
        for (Term each : programmes) {
            if (each.in(bare)) {
                return AssistanceItem.parse(each.value());
            }
        }
        Term best = null;
        for (Term each : items) {
            if (each.in(bare)
                    && (best == null
                            || each.length() > best.length()
                            || each.length() == best.length() && each.at(bare) < best.at(bare))) {
                best = each;
            }
        }
        return best == null ? null : AssistanceItem.parse(best.value());
    }

    /** The item after 参照, or the group of items where the words name no single one (孤儿); null for none. */
    @Nullable
    AssistanceItem follows(String text) {
        AssistanceItem item = item(text);
        if (item != null) {
            return item;
        }
        String bare = LegacyText.withoutBlanks(text);
        return groups.stream()
                .filter(each -> each.in(bare))
                .findFirst()
                .map(each -> AssistanceItem.parse(each.value()))
                .orElse(null);
    }

    /** The way of support named; null for none or both. */
    @Nullable
    SupportWay support(String text) {
        String bare = LegacyText.withoutBlanks(text);
        List<Term> found = supports.stream().filter(each -> each.in(bare)).toList();
        return found.size() == 1 ? SupportWay.valueOf(found.get(0).value()) : null;
    }

    /** The single words of all terms, for finding where in a sentence they stand; the sort is that of the term. */
    List<Vocabulary.Word> words() {
        List<Vocabulary.Word> words = new ArrayList<>();
        add("support", supports, words);
        add("residence", residences, words);
        add("grade", grades, words);
        add("beside", beside, words);
        add("item", items, words);
        return words;
    }

    private static void add(String sort, List<Term> terms, List<Vocabulary.Word> words) {
        for (Term term : terms) {
            term.words().forEach(each -> words.add(new Vocabulary.Word(sort, each, term.value())));
        }
    }

    /** Whether a text speaks of what stands beside the standards: what is paid on an average, the difference paid. */
    boolean beside(String text) {
        String bare = LegacyText.withoutBlanks(text);
        return beside.stream().anyMatch(each -> each.in(bare));
    }

    /** Whether a text is the name of a class (一类, A档, 第二档) and no item. */
    boolean classed(String text) {
        return item(text) == null
                && CLASS.matcher(LegacyText.withoutBlanks(text)).matches();
    }

    /** The residence named: urban or rural before both; both when both are named; null for none. */
    @Nullable
    Residence residence(String text) {
        String bare = LegacyText.withoutBlanks(text);
        Set<Residence> found = new LinkedHashSet<>();
        for (Term each : residences) {
            if (each.in(bare)) {
                found.add(Residence.valueOf(each.value()));
                // 非农业户口 holds 农业户口, and names one residence.
                bare = bare.replace(each.words().get(0), " ");
            }
        }
        if (found.size() > 1) {
            found.remove(Residence.UNIFIED);
        }
        return found.isEmpty() ? null : found.size() == 1 ? found.iterator().next() : Residence.UNIFIED;
    }

    /**
     * The residence named by the words of a text, or by one that names a residence where it stands by itself (乡村, 镇区) and
     * elsewhere does not; null for none.
     */
    @Nullable
    Residence residenceAlone(String text) {
        return residenceAlone(text, each -> true);
    }

    /** The same for a header, in which 城区 may be one of several regions. */
    @Nullable
    Residence residenceOfHeader(String header) {
        return residenceAlone(header, each -> !AssistanceWords.region(each));
    }

    private @Nullable Residence residenceAlone(String text, Predicate<String> wanted) {
        Residence told = residence(text);
        if (told != null) {
            return told;
        }
        Set<Residence> found = new LinkedHashSet<>();
        for (String each : NO_WORD.split(text)) {
            Residence own = wanted.test(each) ? alone.get(each) : null;
            if (own != null) {
                found.add(own);
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /** The groups of grades named one after the other: 一级、二级、三四级 are three, 一二级 is one. */
    List<Set<String>> grades(String text) {
        String bare = LegacyText.withoutBlanks(text);
        List<Set<String>> groups = new ArrayList<>();
        Matcher disability = DISABILITY.matcher(bare);
        while (disability.find()) {
            groups.add(disabilityGrades(disability));
        }
        if (groups.isEmpty()) {
            careGrades(bare, groups);
        }
        return groups;
    }

    // A grade of some kinds of disability only is a grade of its own: 三四级智力、精神.
    private static Set<String> disabilityGrades(Matcher matcher) {
        if (!matcher.group(1).isEmpty()) {
            return Set.of(matcher.group());
        }
        Set<String> grades = new LinkedHashSet<>();
        for (char each : matcher.group().toCharArray()) {
            int grade = "一二三四".indexOf(each) >= 0 ? "一二三四".indexOf(each) + 1 : "1234".indexOf(each) + 1;
            if (grade > 0) {
                grades.add(String.valueOf(grade));
            }
        }
        return grades;
    }

    private void careGrades(String text, List<Set<String>> groups) {
        int at = 0;
        while (at < text.length()) {
            Term best = null;
            for (Term each : grades) {
                if (text.startsWith(each.words().get(0), at) && (best == null || each.length() > best.length())) {
                    best = each;
                }
            }
            if (best == null) {
                at++;
            } else {
                groups.add(Set.of(best.value()));
                at += best.length();
            }
        }
    }

    /** Whether an item is a programme, which helps the people of other items. */
    boolean programme(AssistanceItem item) {
        return programmes.stream()
                .anyMatch(each -> AssistanceItem.parse(each.value()).equals(item));
    }

    /** The classes of an item that a text names, as one: 支出型, 急难型·特殊; empty for none. */
    String classes(AssistanceItem item, String text) {
        List<String> found = new ArrayList<>();
        String bare = LegacyText.withoutBlanks(text);
        for (int at = 0; at < bare.length(); at++) {
            String longest = null;
            for (Term each : classes) {
                String word = each.words().get(0);
                boolean here = AssistanceItem.parse(each.value()).equals(item) && bare.startsWith(word, at);
                longest = here && (longest == null || word.length() > longest.length()) ? word : longest;
            }
            if (longest != null) {
                at += longest.length() - 1;
                found.add(longest);
            }
        }
        return found.stream().distinct().collect(Collectors.joining(BETWEEN_CLASSES));
    }

    /**
     * What a cell says beside the item, residences, grades and words that name no class: the name of a class that nobody
     * listed. Empty for nothing.
     */
    String otherwise(AssistanceItem item, String text) {
        String rest = without(text);
        for (List<Term> each : List.of(items, programmes)) {
            for (Term term : each) {
                if (AssistanceItem.parse(term.value()).equals(item)) {
                    for (String word : term.words()) {
                        rest = rest.replace(word, "|");
                    }
                }
            }
        }
        return Stream.of(NO_NAME.split(rest))
                .map(this::withoutGeneral)
                .filter(each -> !each.isEmpty() && !alone.containsKey(each))
                .distinct()
                .collect(Collectors.joining(BETWEEN_CLASSES));
    }

    private String withoutGeneral(String text) {
        String rest = text;
        boolean less = true;
        while (less) {
            String before = rest;
            for (String each : general) {
                rest = rest.endsWith(each) ? rest.substring(0, rest.length() - each.length()) : rest;
                rest = rest.startsWith(each) ? rest.substring(each.length()) : rest;
            }
            less = !rest.equals(before);
        }
        return rest;
    }

    /** The text without the words for residences, grades and ways of support. */
    String without(String text) {
        String rest = DISABILITY.matcher(LegacyText.withoutBlanks(text)).replaceAll("");
        for (Term each : residences) {
            rest = rest.replace(each.words().get(0), "");
        }
        for (Term each : grades) {
            rest = rest.replace(each.words().get(0), "");
        }
        for (Term each : supports) {
            rest = rest.replace(each.words().get(0) + "供养", "")
                    .replace(each.words().get(0), "");
        }
        return rest;
    }
}
