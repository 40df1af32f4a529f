package org.gongkai.ingest.sheet;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.mapper.TableRoute;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/**
 * Brings the records of tables together with what the text around the tables says of them. A value that the table lacks comes
 * from the text; where both say it and say the same it stands once; where they differ the table holds, and a finding names
 * both. What the text says of a record that cannot be told is told sentence by sentence. One source, one use.
 */
final class TextBeside<R extends DisclosureRecord> {

    /** A longer sentence is cut in findings, in characters; the ledger holds the whole. */
    private static final int LONGEST_TOLD = 200;

    private final TableRoute<R, ?> route;
    private final String kind;
    private final List<R> ofTables;
    private final Map<R, R> completed = new IdentityHashMap<>();
    private final Map<R, List<LedgerEntry>> entries = new IdentityHashMap<>();
    private final List<NoticeReading.Read<R>> own = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();

    TextBeside(TableRoute<R, ?> route, String kind, List<TableReading<R>> tables) {
        this.route = route;
        this.kind = kind;
        this.ofTables = tables.stream().flatMap(each -> each.records().stream()).toList();
    }

    /** Takes what the text gave. */
    void take(NoticeReading<R> text) {
        ledger.addAll(text.ledger());
        problems.addAll(text.problems());
        for (NoticeReading.Read<R> each : text.records()) {
            R home = route.besides(ofTables, each.record());
            if (home == null) {
                homeless(each);
            } else if (home == each.record()) {
                own.add(each);
            } else {
                complete(home, each);
            }
        }
    }

    /** A record of a table with what the text adds to it. */
    R completed(R ofTable) {
        return completed.getOrDefault(ofTable, ofTable);
    }

    /** What the text added to a record of a table. */
    List<LedgerEntry> entries(R ofTable) {
        return entries.getOrDefault(ofTable, List.of());
    }

    /** The records of which the text alone tells. */
    List<NoticeReading.Read<R>> own() {
        return own;
    }

    /** The account of words that gave no record a value. */
    List<LedgerEntry> ledger() {
        return ledger;
    }

    List<SourceProblem> problems() {
        return problems;
    }

    private void homeless(NoticeReading.Read<R> read) {
        Set<String> told = new HashSet<>();
        for (LedgerEntry each : read.ledger()) {
            if (each.value() != null) {
                ledger.add(other(each, FieldFate.UNMAPPED, "not-read"));
                String sentence = Objects.requireNonNullElse(each.location().label(), each.value());
                if (told.add(sentence)) {
                    problems.add(new SourceProblem(
                            "source.text.unread",
                            each.location(),
                            StringUtils.abbreviate(sentence, LONGEST_TOLD),
                            kind));
                }
            }
        }
    }

    private void complete(R ofTable, NoticeReading.Read<R> read) {
        RecordKind<R> known = kind(ofTable);
        List<LedgerEntry> given = entries.computeIfAbsent(ofTable, each -> new ArrayList<>());
        R record = completed(ofTable);
        for (RecordField field : known.fields()) {
            Object inTable = field.read((Record) record);
            Object inText = field.read((Record) read.record());
            List<LedgerEntry> words = of(read.ledger(), field.pointer());
            if (absent(inText) || words.isEmpty()) {
                continue;
            }
            if (!absent(inTable) && agree(inTable, inText)) {
                words.forEach(each -> aside(each, FieldFate.IGNORED, Reason.SAME_VALUE));
                continue;
            }
            Object both = absent(inTable) ? inText : joined(inTable, inText).orElse(null);
            if (both == null) {
                differs(words, inTable);
            } else {
                record = known.with(record, field.path(), both);
                given.addAll(words);
            }
        }
        completed.put(ofTable, record);
    }

    @SuppressWarnings("unchecked")
    private static <R extends DisclosureRecord> RecordKind<R> kind(R record) {
        return (RecordKind<R>) RecordKind.of(record);
    }

    private static List<LedgerEntry> of(List<LedgerEntry> entries, String pointer) {
        return entries.stream()
                .filter(each -> each.target() != null
                        && (each.target().equals(pointer) || each.target().startsWith(pointer + '/')))
                .toList();
    }

    private void aside(LedgerEntry entry, FieldFate fate, Reason why) {
        if (entry.value() != null) {
            ledger.add(other(entry, fate, why.code()));
        }
    }

    private static LedgerEntry other(LedgerEntry entry, FieldFate fate, String why) {
        return new LedgerEntry(entry.location(), fate, entry.value(), null, null, List.of(why));
    }

    private void differs(List<LedgerEntry> words, @Nullable Object inTable) {
        words.forEach(each -> aside(each, FieldFate.UNMAPPED, Reason.OTHER_VALUE_TAKEN));
        words.stream()
                .filter(each -> each.value() != null)
                .findFirst()
                .ifPresent(each -> problems.add(new SourceProblem(
                        "source.text.differs",
                        each.location(),
                        StringUtils.abbreviate(each.value(), LONGEST_TOLD),
                        StringUtils.abbreviate(String.valueOf(inTable), LONGEST_TOLD))));
    }

    // ---- values

    private static boolean absent(@Nullable Object value) {
        return value == null || value instanceof Collection<?> all && all.isEmpty();
    }

    /** Whether the text says no more than the table. */
    private boolean agree(@Nullable Object inTable, @Nullable Object inText) {
        if (inTable instanceof Collection<?> all && inText instanceof Collection<?> said) {
            return said.stream().allMatch(each -> all.stream().anyMatch(one -> agree(one, each)));
        }
        return inTable != null && inText != null && route.agree(inTable, inText);
    }

    /** One value of two that contradict each other in nothing; empty where they do. */
    private Optional<Object> joined(@Nullable Object inTable, @Nullable Object inText) {
        if (inTable instanceof List<?> one && inText instanceof List<?> other && one.size() == 1 && other.size() == 1) {
            return joined(one.get(0), other.get(0)).map(List::of);
        }
        boolean parts = inTable instanceof Record
                && inText instanceof Record
                && inTable.getClass() == inText.getClass()
                && !(inTable instanceof Comparable<?>);
        return parts ? joined((Record) inTable, (Record) inText) : Optional.empty();
    }

    private Optional<Object> joined(Record inTable, Record inText) {
        RecordComponent[] components = inTable.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Object one = components[i].getAccessor().invoke(inTable);
                Object other = components[i].getAccessor().invoke(inText);
                if (!absent(one) && !absent(other) && !agree(one, other) && !(one instanceof Map<?, ?>)) {
                    return Optional.empty();
                }
                values[i] = absent(one) ? other : one;
            }
            return Optional.of(inTable.getClass().getDeclaredConstructor(types).newInstance(values));
        } catch (ReflectiveOperationException closed) {
            return Optional.empty();
        }
    }
}
