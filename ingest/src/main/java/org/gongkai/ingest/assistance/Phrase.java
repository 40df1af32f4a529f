package org.gongkai.ingest.assistance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.SupportWay;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/** What some words of a sentence say of whom an amount is for. Words in brackets, and those that another amount is a share of, do not count. */
final class Phrase {

    /** What a name of a region ends with. */
    private static final String REGION_ENDS = "区县市旗镇乡道域";
    /** Behind 低保 these make a word for people, who may get what is none of it. */
    private static final List<String> PEOPLE =
            List.of("家庭", "对象", "户", "人员", "边缘", "人群", "人口", "群体", "儿童", "老人", "居民家庭", "待遇", "证");
    /** What classes are called. */
    private static final String CLASSES = "一二三四五六ABCDEFG";

    /** 80至89周岁, 80周岁不满90周岁, 100周岁以上, 100周岁. */
    private static final Pattern AGES = Pattern.compile("\\d{2,3}(?:周?岁)?(?:\\(含\\))?"
            + "(?:(?:至|-|到|以上,?不满|以上至|以上|,?不满)\\d{2,3}周?岁(?:\\(含\\))?(?:以下)?|(?:及)?以上(?:\\(含\\d{2,3}周?岁\\))?)"
            + "|\\d{2,3}周岁");

    private static final List<String> AGED = List.of("高龄", "老年");

    private static final List<String> NO_REGIONS = List.of("社区", "小区", "辖区", "园区", "山区", "灾区");

    private static final int LONGEST_NAME = 12;

    private final Scanned text;
    private final AssistanceTerms terms;
    private final int first;
    private final int end;
    private final boolean[] counts;
    /** Read when first asked for, since many a phrase is asked for one word alone. */
    private @Nullable List<AssistanceItem> read;

    private final Set<AssistanceItem> included = new LinkedHashSet<>();
    private boolean weak;

    /** @param end behind the last sign */
    Phrase(Scanned text, AssistanceTerms terms, int first, int end) {
        this.text = text;
        this.terms = terms;
        this.first = first;
        this.end = Math.max(first, end);
        this.counts = new boolean[this.end - first];
        withoutBrackets();
        withoutShares();
    }

    private void withoutBrackets() {
        int open = -1;
        for (int i = first; i < end; i++) {
            counts[i - first] = true;
            if (text.mark(i, "(") && open < 0) {
                open = i;
            } else if (text.mark(i, ")")) {
                boolean own = open >= 0;
                int from = own ? open : first;
                include(from, i);
                for (int j = from; j <= i; j++) {
                    counts[j - first] = false;
                }
                open = -1;
            }
        }
    }

    /** (含事实无人抚养儿童): items that follow the one before the bracket. */
    private void include(int from, int to) {
        String words = text.text(from, to);
        if (words.startsWith("(含") || words.startsWith("(包括") || words.startsWith("(包含")) {
            for (String each : words.split("[、和及与,]")) {
                AssistanceItem item = terms.item(each);
                if (item != null) {
                    included.add(item);
                }
            }
        }
    }

    /** 城市低保标准的1.3倍 and 最低工资标准的10% name what an amount is counted from. */
    private void withoutShares() {
        for (int i = first; i < end; i++) {
            boolean number = text.signs().get(i).kind() == Sign.Kind.NUMBER;
            if (text.is(i, "like")) {
                for (int j = i; j < end && !text.mark(j, ",:;"); j++) {
                    counts[j - first] = false;
                }
            }
            if (number && (text.follows(i, "倍") || text.follows(i, "%"))) {
                int from = i;
                while (from > first
                        && !text.mark(from - 1, ",:)")
                        && !text.is(from - 1, "raise")
                        && !text.is(from - 1, "is")) {
                    from--;
                }
                for (int j = from; j <= Math.min(i + 1, end - 1); j++) {
                    counts[j - first] = false;
                }
            }
        }
    }

    // ---- items

    private List<AssistanceItem> readItems() {
        String words = words(true);
        List<AssistanceItem> joined = joined(words);
        if (joined.size() > 1) {
            return joined;
        }
        AssistanceItem whole = terms.item(words);
        if (whole == null) {
            whole = terms.item(words(false));
            weak = true;
        } else {
            weak = !words.contains("生活补贴")
                    && !words.contains("护理补贴")
                    && (words.contains("困难残疾人") || words.contains("重度残疾人"));
        }
        return whole == null ? List.of() : List.of(whole);
    }

    /** Whether the item is named only by words for people, who may get something else. */
    boolean weak() {
        items();
        return weak;
    }

    /** The item that the words name of two kinds of orphans, where 孤儿 stands further up: 散居1960元. */
    @Nullable
    AssistanceItem orphan() {
        AssistanceItem item = terms.item(words(false) + "孤儿");
        return AssistanceItem.ORPHAN_IN_INSTITUTION.equals(item) || AssistanceItem.ORPHAN_IN_FAMILY.equals(item)
                ? item
                : null;
    }

    /** Whether the words name orphans of either kind in a list beside another item: 孤儿、事实无人抚养儿童. */
    boolean orphansAmong() {
        String words = words(false);
        return words.contains("孤儿、") || words.contains("孤儿和") || words.contains("和孤儿") || words.contains("、孤儿");
    }

    /** What the words name together with those of the heading above: 护理标准 under 特困人员供养标准. */
    @Nullable
    AssistanceItem under(Phrase heading) {
        return items().isEmpty() && heading.items().size() <= 1
                ? terms.item(heading.words(false) + words(false))
                : null;
    }

    /** What the words name under a heading, where the heading alone names something else. */
    @Nullable
    AssistanceItem named(Phrase heading) {
        AssistanceItem together = under(heading);
        AssistanceItem alone = terms.item(heading.words(false));
        return together == null || together.equals(alone) ? null : together;
    }

    /** Whether the words speak of a standard. */
    boolean standard() {
        return words(false).contains("标准");
    }

    /** The other of the two items of people in hardship, where the words speak of it: 护理标准 behind 基本生活标准. */
    @Nullable
    AssistanceItem within(AssistanceItem item) {
        String words = words(false);
        boolean care = words.contains("护理标准") || words.contains("照料") || words.contains("护理费");
        if (item.equals(AssistanceItem.EXTREME_HARDSHIP_LIVING) && care) {
            return AssistanceItem.EXTREME_HARDSHIP_CARE;
        }
        boolean living = item.equals(AssistanceItem.EXTREME_HARDSHIP_CARE) && words.contains("基本生活");
        return living ? AssistanceItem.EXTREME_HARDSHIP_LIVING : null;
    }

    /** Whether it is an item of disabled people. */
    boolean disabled() {
        return items().contains(AssistanceItem.DISABILITY_LIVING)
                || items().contains(AssistanceItem.DISABILITY_NURSING);
    }

    /** Whether the words stand for the item where nothing else names one: 低保对象保障标准. */
    boolean stands() {
        return !items().isEmpty()
                && (!weak
                        || has("filler")
                                && words(false).contains("标准")
                                && !words(false).contains("的"));
    }

    /** The class that the words name, such as 一档 or B类, or null; 一类地区 is a region. */
    @Nullable
    String classed() {
        String plain = words(false);
        for (int i = 1; i < plain.length(); i++) {
            boolean letter = plain.charAt(i - 1) >= 'A' && plain.charAt(i - 1) <= 'G';
            boolean named = CLASSES.indexOf(plain.charAt(i - 1)) >= 0;
            if (named && (plain.charAt(i) == '档' || letter && plain.charAt(i) == '类')) {
                return plain.substring(i - 1, i + 1);
            }
        }
        return null;
    }

    /** The words before those of another phrase of the sentence. */
    Phrase before(Phrase other) {
        return new Phrase(text, terms, first, Math.max(first, other.first));
    }

    /** Whether the words name an item that is none of some. */
    boolean parts(List<AssistanceItem> items) {
        return items().stream().anyMatch(each -> !items.contains(each));
    }

    /** Whether an item is a programme, which has classes of its own. */
    boolean programme(AssistanceItem item) {
        return terms.programme(item);
    }

    /** The classes of an item that the words name: 急难型 of 临时救助; empty for none. */
    String classes(AssistanceItem item) {
        return terms.classes(item, words(false));
    }

    /** The band of ages that the words name, such as 80至89周岁, or null. */
    @Nullable
    String ages() {
        Matcher ages = AGES.matcher(text.text(first, end));
        return ages.find() ? ages.group() : null;
    }

    /** The first sign behind the band of ages; the first of all where there is none. */
    private int behindAges() {
        String plain = text.text(first, end);
        Matcher ages = AGES.matcher(plain);
        int at = first;
        int behind = ages.find() ? text.signs().get(first).from() + ages.end() : 0;
        while (at < end && text.signs().get(at).from() < behind) {
            at++;
        }
        return at;
    }

    /** Whether an item is paid by age. */
    static boolean byAge(AssistanceItem item) {
        return AGED.stream().anyMatch(item.text()::contains);
    }

    /** The items of a list in which each member names one; none where a member names none. */
    private List<AssistanceItem> joined(String words) {
        List<AssistanceItem> joined = new ArrayList<>();
        String[] members = words.split("[、和及与]");
        for (int i = 0; i < members.length; i++) {
            AssistanceItem item = terms.item(members[i]);
            if (item == null && i + 1 < members.length && members[i + 1].contains("孤儿")) {
                // 集中、分散供养孤儿
                item = terms.item(members[i] + "孤儿");
            }
            if (item == null || joined.contains(item)) {
                return List.of();
            }
            joined.add(item);
        }
        return joined;
    }

    /** The words that count, without words for people who get something if that is wanted. */
    private String words(boolean withoutPeople) {
        StringBuilder words = new StringBuilder();
        for (int i = first; i < end; i++) {
            if (counts[i - first] && !(withoutPeople && people(i))) {
                words.append(text.text(i, i + 1));
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString();
    }

    private boolean people(int at) {
        String word = text.text(at, at + 1);
        return (word.equals("低保") || word.equals("最低生活保障")) && PEOPLE.stream().anyMatch(each -> text.follows(at, each));
    }

    List<AssistanceItem> items() {
        List<AssistanceItem> items = read;
        if (items == null) {
            items = readItems();
            read = items;
        }
        return items;
    }

    Set<AssistanceItem> included() {
        return included;
    }

    // ---- what parts an item

    List<Residence> residences() {
        List<Residence> found = new ArrayList<>();
        for (int i = first; i < end; i++) {
            if (counts[i - first] && text.is(i, "residence")) {
                Residence each = terms.residence(text.text(i, i + 1));
                if (each != null && !found.contains(each)) {
                    found.add(each);
                }
            }
        }
        if (found.size() > 1) {
            found.remove(Residence.UNIFIED);
        }
        return found;
    }

    List<SupportWay> supports() {
        List<SupportWay> found = new ArrayList<>();
        for (int i = first; i < end; i++) {
            SupportWay each = counts[i - first] && text.is(i, "support") ? terms.support(text.text(i, i + 1)) : null;
            if (each != null && !found.contains(each)) {
                found.add(each);
            }
        }
        return found;
    }

    List<Set<String>> grades() {
        List<Set<String>> outside = terms.grades(words(false));
        return outside.isEmpty() ? terms.grades(text.text(first, end)) : outside;
    }

    // ---- the rest

    boolean has(String sort) {
        return last(each -> each.is(sort)) >= 0;
    }

    /** The last sign of a sort, or null. */
    @Nullable
    Sign lastOf(String sort) {
        int at = last(each -> each.is(sort));
        return at < 0 ? null : text.signs().get(at);
    }

    private int last(Predicate<Sign> which) {
        for (int i = end - 1; i >= first; i--) {
            if (counts[i - first] && which.test(text.signs().get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The words of a sort, from the first to the last; or null. */
    @Nullable
    Span span(String sort) {
        int to = last(each -> each.is(sort));
        int from = to;
        for (int i = to; i >= first; i--) {
            if (counts[i - first] && text.is(i, sort)) {
                from = i;
            }
        }
        return to < 0 ? null : text.span(from, to);
    }

    boolean empty() {
        return items().isEmpty() && residences().isEmpty() && supports().isEmpty() && grades().isEmpty();
    }

    /** Regions that the words name, or what stands in a list as names of regions do. */
    List<String> regions() {
        List<String> regions = new ArrayList<>();
        for (String each : runs(first)) {
            if (region(each) || each.length() >= 2 && each.length() <= LONGEST_NAME) {
                regions.add(each);
            }
        }
        return regions;
    }

    /** Whether words that nothing knows stand behind the item, or anywhere where the words name none. */
    boolean unknown(boolean names) {
        return unknown(names, false);
    }

    /** @param aged whether a band of ages is known, since the amounts are paid by age */
    boolean unknown(boolean names, boolean aged) {
        int item = items().isEmpty() ? -1 : last(each -> each.is("item"));
        int from = Math.max(item + 1, aged ? behindAges() : first);
        for (int i = Math.max(first, from); i < end; i++) {
            if (counts[i - first] && text.signs().get(i).kind() == Sign.Kind.NUMBER) {
                return true;
            }
        }
        return runs(Math.max(first, from)).stream().anyMatch(each -> each.length() > 1 && !region(each) && !names);
    }

    /** Whether the words are names in a list and nothing else, such as 柳林、孝义. */
    boolean onlyNames() {
        boolean any = false;
        for (int i = first; i < end; i++) {
            Sign sign = text.signs().get(i);
            boolean name = sign.kind() == Sign.Kind.OTHER;
            any |= name;
            if (!name && !text.mark(i, "、") && !sign.is("per") && !"等".equals(text.text(i, i + 1))) {
                return false;
            }
        }
        return any && runs(first).stream().allMatch(each -> each.length() >= 2 && each.length() <= 6);
    }

    /** Whether a word is built as the name of a region is. */
    static boolean region(String run) {
        return run.length() >= 2
                && NO_REGIONS.stream().noneMatch(run::endsWith)
                && run.length() <= LONGEST_NAME
                && REGION_ENDS.indexOf(run.charAt(run.length() - 1)) >= 0;
    }

    /** The unknown characters that stand together, from a sign on. */
    private List<String> runs(int from) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = from; i <= end; i++) {
            boolean counted = i < end && counts[i - first];
            boolean other = counted && text.signs().get(i).kind() == Sign.Kind.OTHER;
            if (counted && text.is(i, "region")) {
                runs.add(text.text(i, i + 1));
            }
            if (other) {
                run.append(text.text(i, i + 1));
            } else if (!run.isEmpty()) {
                runs.add(run.toString());
                run.setLength(0);
            }
        }
        return runs;
    }
}
