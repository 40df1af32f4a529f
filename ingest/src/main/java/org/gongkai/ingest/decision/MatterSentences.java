package org.gongkai.ingest.decision;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.decision.MatterCells.Cell;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sentence;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * Matters that a sentence lists: 确定了3项决策事项，即：甲、乙和丙, read only where the count agrees; 甲局承办的“A”和“B”.
 */
final class MatterSentences {

    private static final List<String> HEADERS = List.of("事项名称", "承办单位");
    private static final List<String> BY = List.of("承办的", "负责的", "牵头的", "起草的");
    private static final String OPENING = "《“(";
    private static final String CLOSING = "》”)";
    private static final int LONGEST_UNIT = 20;

    private MatterSentences() {}

    static @Nullable MatterCells of(List<Scanned> sentences) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Scanned each : sentences) {
            handled(each.sentence(), rows);
        }
        if (rows.isEmpty()) {
            for (Scanned each : sentences) {
                listed(each.sentence(), rows);
            }
            boolean units = rows.stream().anyMatch(each -> each.size() > 1);
            return rows.isEmpty() ? null : new MatterCells(units ? HEADERS : HEADERS.subList(0, 1), rows);
        }
        return new MatterCells(HEADERS, rows);
    }

    // ---- 甲局承办的“A”和“B”

    private static void handled(Sentence sentence, List<List<Cell>> rows) {
        String plain = sentence.plain();
        for (String by : BY) {
            for (int at = plain.indexOf(by); at >= 0; at = plain.indexOf(by, at + 1)) {
                int from = at;
                while (from > 0 && Character.isIdeographic(plain.charAt(from - 1)) && at - from < LONGEST_UNIT) {
                    from--;
                }
                int next = at + by.length();
                if (from < at && next < plain.length() && plain.charAt(next) == '“') {
                    quoted(sentence, next, Cell.of(sentence, from, at), rows);
                }
            }
        }
    }

    private static void quoted(Sentence sentence, int first, Cell unit, List<List<Cell>> rows) {
        String plain = sentence.plain();
        int open = first;
        while (open < plain.length() && plain.charAt(open) == '“') {
            int close = plain.indexOf('”', open);
            if (close < 0) {
                return;
            }
            rows.add(List.of(Cell.of(sentence, open + 1, close), unit));
            open = close + 1;
            if (open < plain.length() && "和及、与".indexOf(plain.charAt(open)) >= 0) {
                open++;
            }
        }
    }

    // ---- 确定了3项…，即：甲、乙和丙

    private static void listed(Sentence sentence, List<List<Cell>> rows) {
        String plain = sentence.plain();
        int colon = plain.indexOf(':');
        int count = colon < 0 ? -1 : count(plain.substring(0, colon));
        if (colon < 0 || !plain.substring(0, colon).contains("决策")) {
            return;
        }
        List<int[]> parts = parts(plain, colon + 1, "、");
        if (parts.isEmpty()) {
            return;
        }
        if (count < 2) {
            handed(sentence, parts, rows);
            return;
        }
        if (parts.size() != count) {
            int[] last = parts.remove(parts.size() - 1);
            parts.addAll(parts(plain, last[0], last[1], "和"));
        }
        if (parts.size() == count) {
            List<List<Cell>> named = new ArrayList<>();
            parts.forEach(each -> named.add(withUnit(sentence, each[0], each[1])));
            boolean even = named.stream().map(List::size).distinct().count() == 1;
            rows.addAll(even ? named : List.of());
        }
    }

    /** Without their number the parts are matters where each names its unit. */
    private static void handed(Sentence sentence, List<int[]> parts, List<List<Cell>> rows) {
        List<List<Cell>> named = new ArrayList<>();
        parts.forEach(each -> named.add(withUnit(sentence, each[0], each[1])));
        if (named.size() > 1 && named.stream().allMatch(each -> each.size() > 1)) {
            rows.addAll(named);
        }
    }

    /** The name, and the agency in the bracket behind it: 《甲规划》（甲局）. */
    private static List<Cell> withUnit(Sentence sentence, int from, int to) {
        String plain = sentence.plain();
        int open = plain.charAt(to - 1) == ')' ? plain.lastIndexOf('(', to) : -1;
        boolean unit = open > from && AgencyNames.isAgency(plain.substring(open + 1, to - 1));
        return unit
                ? List.of(Cell.of(sentence, from, open), Cell.of(sentence, open + 1, to - 1))
                : List.of(Cell.of(sentence, from, to));
    }

    /** The number before 项 or 个. */
    private static int count(String words) {
        for (int unit = 1; unit < words.length(); unit++) {
            boolean counts = words.charAt(unit) == '项' || words.startsWith("个重大", unit);
            int from = unit;
            while (counts && from > 0 && LegacyText.number(words.substring(from - 1, unit)) >= 0) {
                from--;
            }
            if (counts && from < unit) {
                return LegacyText.number(words.substring(from, unit));
            }
        }
        return -1;
    }

    private static List<int[]> parts(String plain, int from, String mark) {
        return parts(plain, from, plain.length(), mark);
    }

    /** The parts between marks that stand in no brackets and no quotes. */
    private static List<int[]> parts(String plain, int from, int to, String mark) {
        List<int[]> parts = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i < to; i++) {
            depth += OPENING.indexOf(plain.charAt(i)) >= 0 ? 1 : CLOSING.indexOf(plain.charAt(i)) >= 0 ? -1 : 0;
            if (depth == 0 && mark.indexOf(plain.charAt(i)) >= 0 && i > start) {
                parts.add(new int[] {start, i});
                start = i + 1;
            }
        }
        if (start < to) {
            parts.add(new int[] {start, to});
        }
        return parts;
    }
}
