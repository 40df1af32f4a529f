package org.gongkai.ingest.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.ingest.decision.MatterCells.Cell;
import org.gongkai.ingest.grammar.Sentence;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/** Matters in numbered lines. One text, one use. */
final class NumberedMatters {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LABEL = 12;
    private static final int LONGEST_HEADING = 20;

    /** 甲规划，由甲局牵头承办，2024年6月底前完成. */
    private static final Pattern SPOKEN =
            Pattern.compile("([^,]{4,100}),由([^,]{2,30}?)(?:牵头|负责|承办|起草|编制|组织){1,3}[^,]{0,4}"
                    + "(?:,([^,]{2,40}?)(?:配合|协办|参与|协助))?"
                    + "(?:,(?:计划|拟)?(?:于|在)?([^,]{4,20}?)(?:完成|出台|决策|提交审议))?");

    /** What shows that a line says more than a name, where it was not taken apart. */
    private static final Pattern UNTAKEN = Pattern.compile(".*,由.{2,40}(?:牵头|负责|承办|起草).*|.*,.{2,30}(?:完成|出台)");

    /** When a matter is to be done, behind the agency: 第二季度, 2026年6月底前. */
    private static final Pattern TIME = Pattern.compile(
            "(?:20\\d{2}年)?(?:第?[一二三四1-4]季度|[上下]半年|\\d{1,2}月(?:\\d{1,2}日)?|[一二三四五六七八九十]{1,2}月|年)?(?:份|底|末|初|中旬|上旬|下旬|底前|末前|前|内)?(?:完成|出台|提交审议)?");

    /** 取消事项：《甲规划》: what became of the matter, before its name. */
    private static final Pattern ADJUSTED =
            Pattern.compile("(新增|增加|取消|撤销|删除|终止|调出|移出|退出)(?:的)?(?:重大)?(?:行政)?(?:决策)?(?:事项|项目):.*");

    private static final List<String> ROLES = List.of("牵头", "牵头负责", "牵头承办", "负责", "承办", "主办", "起草", "牵头起草");

    private final Predicate<String> header;
    private final List<Map<String, Cell>> matters = new ArrayList<>();
    private final Set<String> labels = new LinkedHashSet<>();
    private int level;
    private boolean broken;

    NumberedMatters(Predicate<String> header) {
        this.header = header;
    }

    void take(Sentence sentence) {
        boolean numbered = sentence.numbering().level() > 0 && sentence.first();
        int own = sentence.numbering().level();
        if (numbered && (level == 0 || own == level)) {
            level = own;
            matter(sentence);
        } else if (numbered && own > level && headed() && detailed(sentence)) {
            matters.clear();
            broken = false;
            level = own;
            matter(sentence);
        } else if (numbered && own < level && detailed(sentence)) {
            broken = true;
        } else if (!matters.isEmpty()) {
            String plain = sentence.plain();
            int colon = plain.indexOf(':');
            if (colon > 0 && label(plain.substring(0, colon)) != null) {
                value(sentence, 0, plain.length());
            }
        }
    }

    /** Whether the one line above is short and says nothing but a name, as a heading does: 一、重大公共政策. */
    private boolean headed() {
        Cell name = matters.size() == 1 && labels.isEmpty() ? matters.get(0).get("事项名称") : null;
        return name != null && name.text().length() <= LONGEST_HEADING;
    }

    /** Whether a line ends with a bracket that says who handles the matter, or when: 甲办法（甲局，2026年8月）. */
    private boolean detailed(Sentence sentence) {
        String plain = sentence.plain();
        int open = plain.endsWith(")") ? opening(plain) : -1;
        if (open < 1) {
            return false;
        }
        String words = plain.substring(open + 1, plain.length() - 1);
        int comma = words.indexOf(',');
        boolean timed = comma > 0 && TIME.matcher(words.substring(comma + 1)).matches();
        String agencies = timed ? words.substring(0, comma) : words.replace(',', '、');
        return labelled(plain, open + 1, plain.length())
                || AgencyNames.areAgencies(agencies.substring(0, withoutRole(agencies)));
    }

    private void matter(Sentence sentence) {
        String plain = sentence.plain();
        int open = plain.endsWith(")") ? opening(plain) : -1;
        int end = open < 0 ? plain.length() : open;
        Map<String, Cell> matter = new LinkedHashMap<>();
        matter.put("序号", new Cell(sentence.numbering().text(), sentence.row(), Math.max(1, sentence.numberColumn())));
        matters.add(matter);
        Matcher spoken = SPOKEN.matcher(plain);
        Matcher adjusted = ADJUSTED.matcher(plain);
        if (adjusted.matches()) {
            put("调整情况", Cell.of(sentence, 0, adjusted.end(1)));
        }
        int from = adjusted.matches() ? plain.indexOf(':') + 1 : behindLabel(plain);
        int name = plain.length();
        int dash = plain.indexOf("--");
        if (dash > from && dashed(sentence, dash)) {
            name = dash;
        } else if (spoken.matches()) {
            name = spoken.end(1);
            put("承办单位", Cell.of(sentence, spoken.start(2), spoken.end(2)));
            if (spoken.group(3) != null) {
                put("配合单位", Cell.of(sentence, spoken.start(3), spoken.end(3)));
            }
            if (spoken.group(4) != null) {
                put("完成时间", Cell.of(sentence, spoken.start(4), spoken.end(4)));
            }
        } else if (labelledClause(plain) > 0 && values(sentence, labelledClause(plain), plain.length())) {
            name = labelledClause(plain) - 1;
        } else if (open >= 0 && values(sentence, open + 1, plain.length() - 1)) {
            name = end;
        }
        broken |= name == plain.length() && UNTAKEN.matcher(plain).matches();
        broken |= name - from < 4 || name - from > LONGEST_NAME;
        if (name > from) {
            matter.put("事项名称", Cell.of(sentence, from, name));
        }
    }

    /** Where the name begins: 事项名称：制定《甲规划》. */
    private int behindLabel(String plain) {
        int colon = plain.indexOf(':');
        String label = colon < 1 ? null : label(plain.substring(0, colon));
        return label != null && (label.contains("事项") || label.contains("名称") || label.contains("项目")) ? colon + 1 : 0;
    }

    /** Where the first clause with a label begins: 甲规划，责任单位：甲局; or -1. */
    private int labelledClause(String plain) {
        int depth = 0;
        for (int i = 0; i < plain.length(); i++) {
            depth += plain.charAt(i) == '(' ? 1 : plain.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && plain.charAt(i) == ',' && labelled(plain, i + 1, plain.length())) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Where the bracket opens that is closed at the end, or -1. */
    private static int opening(String plain) {
        int depth = 0;
        for (int i = plain.length() - 1; i >= 0; i--) {
            depth += plain.charAt(i) == ')' ? 1 : plain.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Takes labels and values, or the name of an agency alone; the answer is whether the words were such. */
    private boolean values(Sentence sentence, int from, int to) {
        String plain = sentence.plain();
        if (plain.substring(from, to).indexOf(':') < 0) {
            int comma = plain.indexOf(',', from);
            boolean timed = comma > from
                    && comma < to
                    && TIME.matcher(plain.substring(comma + 1, to)).matches();
            int end = timed ? comma : to;
            int unit = from + withoutRole(plain.substring(from, end));
            boolean agency = AgencyNames.areAgencies(plain.substring(from, unit).replace(',', '、'));
            if (agency) {
                put("承办单位", Cell.of(sentence, from, unit));
            }
            if (agency && timed) {
                put("完成时间", Cell.of(sentence, comma + 1, to));
            }
            return agency;
        }
        if (!knows(plain, from, to)) {
            return false;
        }
        int start = from;
        boolean all = true;
        for (int i = from; i <= to; i++) {
            boolean ends = i == to || ",;".indexOf(plain.charAt(i)) >= 0 && anyLabel(plain, i + 1, to);
            if (ends) {
                all &= value(sentence, start, i);
                start = i + 1;
            }
        }
        return all;
    }

    /** How many characters the names of agencies take before 牵头, 承办 and the like. */
    private static int withoutRole(String agencies) {
        int end = agencies.length();
        for (String each : ROLES) {
            end = agencies.endsWith(each) ? Math.min(end, agencies.length() - each.length()) : end;
        }
        return end;
    }

    /** 甲方案——甲局——6月: the unit and the time behind dashes; the answer is whether all parts were such. */
    private boolean dashed(Sentence sentence, int first) {
        String plain = sentence.plain();
        for (int from = first + 2; from <= plain.length(); ) {
            int end = plain.indexOf("--", from) < 0 ? plain.length() : plain.indexOf("--", from);
            String part = plain.substring(from, end);
            boolean time = !part.isEmpty() && TIME.matcher(part).matches();
            if (!time && !AgencyNames.areAgencies(part)) {
                return false;
            }
            put(time ? "完成时间" : "承办单位", Cell.of(sentence, from, end));
            from = end + 2;
        }
        return true;
    }

    private boolean labelled(String plain, int from, int to) {
        int colon = plain.indexOf(':', from);
        return colon > from
                && colon < to
                && colon - from <= LONGEST_LABEL
                && label(plain.substring(from, colon)) != null;
    }

    /** Whether one of the labels is known; （联系电话：…） is nothing of a matter. */
    private boolean knows(String plain, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((i == from || ",;".indexOf(plain.charAt(i - 1)) >= 0) && labelled(plain, i, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a label begins there, known or not: 计划出台时间：2026年11月. */
    private static boolean anyLabel(String plain, int from, int to) {
        int colon = plain.indexOf(':', from);
        return colon > from + 1
                && colon < to
                && colon - from <= LONGEST_LABEL
                && plain.substring(from, colon).chars().allMatch(Character::isIdeographic);
    }

    private boolean value(Sentence sentence, int from, int to) {
        String plain = sentence.plain();
        int colon = plain.indexOf(':', from);
        String words = colon < from || colon >= to - 1 ? null : plain.substring(from, colon);
        String label = words == null ? null : label(words);
        if (label == null && words != null && anyLabel(plain, from, to)) {
            // Its column is told as one that nobody knows.
            label = words;
        }
        if (label == null) {
            return false;
        }
        put(label, Cell.of(sentence, colon + 1, to));
        return true;
    }

    private @Nullable String label(String text) {
        return text.length() <= LONGEST_LABEL && header.test(text) ? text : null;
    }

    private void put(String label, Cell value) {
        labels.add(label);
        matters.get(matters.size() - 1).putIfAbsent(label, value);
    }

    /** The rows, or null where the lines are no matters: none has a unit, a time or the like, or a name is no name. */
    @Nullable
    MatterCells cells(String number, String name, String unit) {
        if (matters.isEmpty() || labels.isEmpty() || broken) {
            return null;
        }
        List<String> headers = new ArrayList<>(List.of(number, name));
        labels.stream().filter(each -> !headers.contains(each)).forEach(headers::add);
        List<List<Cell>> rows = new ArrayList<>();
        for (Map<String, Cell> each : matters) {
            rows.add(headers.stream()
                    .map(header -> each.getOrDefault(header, Cell.EMPTY))
                    .toList());
        }
        return new MatterCells(headers, rows);
    }
}
