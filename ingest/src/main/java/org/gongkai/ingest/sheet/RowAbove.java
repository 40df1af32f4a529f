package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.Repair;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.table.Dittos;

/**
 * The row above, for the cells of a list that say 同上 or that are merged with those above, and what is told of them in
 * the ledger. Not thread-safe; made for one list.
 */
final class RowAbove {

    private List<String> texts = List.of();
    private final List<String> row = new ArrayList<>();
    /** The cells of the row that took their value from above, with what stands in them. */
    private final Map<Location, String> taken = new HashMap<>();

    private final List<SourceProblem> lost = new ArrayList<>();

    /** Begins a row. */
    void begin() {
        row.clear();
        taken.clear();
        lost.clear();
    }

    /** The value of the next cell of the row: its own, or that of the cell above where it says so. */
    String value(String text, Location at) {
        String value = text;
        if (Dittos.mark(text)) {
            value = row.size() < texts.size() ? texts.get(row.size()) : "";
            taken.put(at, text);
            if (value.isEmpty()) {
                lost.add(new SourceProblem("source.field.unreadable", at, text, "a cell above with a value"));
            }
        }
        row.add(value);
        return value;
    }

    /** Takes the value of the next cell from the one that it is merged with. */
    String merged(String above, Location at) {
        taken.put(at, "");
        row.add(above);
        return above;
    }

    /** Ends a row; the answer is what is told of its cells. */
    List<SourceProblem> end() {
        texts = List.copyOf(row);
        return List.copyOf(lost);
    }

    /** Ends what stood above, as a heading does. */
    void forget() {
        texts = List.of();
    }

    /** The record with a word in the ledger on each value that came from above. */
    Mapped told(Mapped mapped) {
        if (taken.isEmpty()) {
            return mapped;
        }
        List<LedgerEntry> ledger = mapped.ledger().stream()
                .map(each -> taken.containsKey(each.location()) ? told(each) : each)
                .toList();
        return new Mapped(
                mapped.record(), ledger, mapped.problems(), mapped.origin(), mapped.raw(), mapped.attachedFiles());
    }

    private LedgerEntry told(LedgerEntry entry) {
        String mark = String.valueOf(taken.get(entry.location()));
        List<String> reasons = new ArrayList<>(entry.reasons());
        if (mark.isEmpty() || entry.fate() == FieldFate.DEFAULTED) {
            reasons.add("from-row-above");
            return new LedgerEntry(
                    entry.location(), entry.fate(), entry.value(), entry.target(), entry.result(), reasons);
        }
        reasons.add(Repair.SAME_AS_ABOVE.code());
        if (String.valueOf(entry.value()).isEmpty()) {
            return new LedgerEntry(entry.location(), FieldFate.UNREADABLE, mark, null, null, reasons);
        }
        return new LedgerEntry(
                entry.location(),
                entry.fate() == FieldFate.MAPPED ? FieldFate.REPAIRED : entry.fate(),
                mark,
                entry.target(),
                entry.result() == null && entry.target() != null ? entry.value() : entry.result(),
                reasons);
    }
}
