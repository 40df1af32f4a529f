package org.gongkai.ingest.decision;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.decision.MatterCells.Cell;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sentence;
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
            return rows.isEmpty() ? null : new MatterCells(HEADERS.subList(0, 1), rows);
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
        if (count < 2 || !plain.substring(0, colon).contains("决策")) {
            return;
        }
        List<int[]> parts = parts(plain, colon + 1, "、");
        if (parts.size() != count) {
            int[] last = parts.remove(parts.size() - 1);
            parts.addAll(parts(plain, last[0], last[1], "和"));
        }
        if (parts.size() == count) {
            parts.forEach(each -> rows.add(List.of(Cell.of(sentence, each[0], each[1]))));
        }
    }

    /** The number before 项 or 个. */
    private static int count(String words) {
        int unit = Math.max(words.indexOf('项'), words.indexOf("个重大"));
        int from = unit;
        while (from > 0 && LegacyText.number(words.substring(from - 1, unit)) >= 0) {
            from--;
        }
        return unit <= 0 || from == unit ? -1 : LegacyText.number(words.substring(from, unit));
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
