package org.gongkai.validation.set;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.key.LongList;
import org.gongkai.validation.key.TextDigest;
import org.gongkai.validation.rules.FieldPath;
import org.gongkai.validation.set.VaryingFields.Line;

/** What one line counts over a set: digests and numbers, never a text. Not thread-safe. */
final class ValueCount {

    /** Beyond so many different values a field varies, and new ones are not told apart any more. */
    private static final int MOST_VALUES = 8_192;

    /** A body below this is a line such as 见附件, which many documents share lawfully. */
    private static final int SHORT_TEXT = 40;

    private static final int COMMONEST = 3;

    private final Line line;
    private final Map<Long, Value> values = new HashMap<>();
    private final LongList all = new LongList();
    private final LongList withOther = new LongList();
    private final TextDigest digest = new TextDigest();
    private int records;
    private int equal;

    /** A value and how many records have it; the text is kept of numbers and days alone, which name nobody. */
    private static final class Value {
        private final String shown;
        private final int first;
        private int records;

        private Value(String shown, int first) {
            this.shown = shown;
            this.first = first;
        }
    }

    ValueCount(Line line) {
        this.line = line;
    }

    Line line() {
        return line;
    }

    void see(Record record) {
        List<FieldPath.Found> found = line.path().values(record, "");
        if (found.isEmpty()) {
            return;
        }
        Object value = found.get(0).value();
        String text = LegacyText.withoutBlanks(FieldPath.text(value));
        switch (line.check()) {
            case ONE, COMMONEST -> count(value, text);
            case EQUAL -> {
                records++;
                equal += text.equals(other(record)) ? 1 : 0;
            }
            case OTHERS -> {
                String other = other(record);
                if (!other.isEmpty()) {
                    records++;
                    all.append(digest.add(text).value());
                    withOther.append(digest.add(text).add(other).value());
                }
            }
            case AGAIN -> {
                if (text.length() >= SHORT_TEXT) {
                    records++;
                    all.append(digest.add(text).value());
                }
            }
        }
    }

    private String other(Record record) {
        List<FieldPath.Found> found =
                line.other() == null ? List.of() : line.other().values(record, "");
        return found.isEmpty()
                ? ""
                : LegacyText.withoutBlanks(FieldPath.text(found.get(0).value()));
    }

    private void count(Object value, String text) {
        records++;
        Long key = digest.add(text).value();
        Value known = values.get(key);
        if (known == null && values.size() < MOST_VALUES) {
            known = new Value(value instanceof CharSequence ? "" : text, values.size());
            values.put(key, known);
        }
        if (known != null) {
            known.records++;
        }
    }

    /** How many records have the field, and the other one where there are two. */
    int records() {
        return records;
    }

    /** Of these, how many are such as the line looks for. */
    int found() {
        return switch (line.check()) {
            case ONE -> commonest(1).stream().mapToInt(each -> each.records).sum();
            // Three values that are all there are fill everything by nature.
            case COMMONEST ->
                values.size() <= COMMONEST
                        ? 0
                        : commonest(COMMONEST).stream()
                                .mapToInt(each -> each.records)
                                .sum();
            case EQUAL -> equal;
            case OTHERS -> different(withOther) - different(all);
            case AGAIN -> records - different(all);
        };
    }

    /** The values that stand most often, where they may be shown. */
    String shown() {
        return switch (line.check()) {
            case ONE -> shown(1);
            case COMMONEST -> shown(COMMONEST);
            default -> "";
        };
    }

    private String shown(int most) {
        return String.join(
                ", ",
                commonest(most).stream()
                        .map(each -> each.shown)
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    private List<Value> commonest(int most) {
        return values.values().stream()
                .sorted(Comparator.<Value>comparingInt(each -> -each.records).thenComparingInt(each -> each.first))
                .limit(most)
                .toList();
    }

    private static int different(LongList digests) {
        long[] sorted = digests.sorted();
        int different = 0;
        for (int i = 0; i < sorted.length; i++) {
            different += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return different;
    }
}
