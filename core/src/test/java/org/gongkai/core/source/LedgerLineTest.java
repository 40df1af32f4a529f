package org.gongkai.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LedgerLineTest {

    private static final Location ROW = Location.of("list.csv").atRow(3);

    @Provide
    Arbitrary<LedgerEntry> entries() {
        Arbitrary<Location> places = Combinators.combine(
                        Arbitraries.of("a.html", "list.csv"),
                        Arbitraries.of("Sheet1", "Sheet2").injectNull(0.5),
                        Arbitraries.integers().between(1, 3).injectNull(0.3),
                        Arbitraries.integers().between(1, 3).injectNull(0.3),
                        Arbitraries.of("标题", "", "文号").injectNull(0.2))
                .as(Location::new);
        Arbitrary<String> texts = Arbitraries.of("甲", "").injectNull(0.3);
        return Combinators.combine(places, Arbitraries.of(FieldFate.values()), texts, texts, texts)
                .as((place, fate, value, target, result) ->
                        new LedgerEntry(place, fate, value, target, result, List.of("why")));
    }

    @Property(tries = 300)
    void everyEntryIsInOneLineInItsOrder(@ForAll List<@From("entries") LedgerEntry> ledger) {
        List<LedgerLine> lines = LedgerLine.of(ledger);
        List<LedgerEntry> read = new ArrayList<>();
        for (LedgerLine line : lines) {
            Location at = line.location();
            assertNull(at.column());
            assertNull(at.label());
            for (LedgerLine.Field each : line.fields()) {
                read.add(new LedgerEntry(
                        new Location(at.source(), at.sheet(), at.row(), each.column(), each.label()),
                        each.fate(),
                        each.value(),
                        each.target(),
                        each.result(),
                        each.reasons()));
            }
        }
        assertEquals(ledger, read);
        assertEquals(ledger.size(), lines.stream().mapToInt(LedgerLine::count).sum());
        for (int i = 1; i < lines.size(); i++) {
            assertNotEquals(lines.get(i - 1).location(), lines.get(i).location(), "one place in a row has one line");
        }
    }

    @Test
    void ofARecordThatIsTakenWholeTheNamesAreSaidAndNoEntryIsMade() {
        VerbatimLedger ledger = new VerbatimLedger(ROW, List.of("kind", "title"), () -> {
            throw new AssertionError("nobody asked for the entries");
        });
        assertEquals(
                List.of(new LedgerLine(ROW, List.of("kind", "title"), List.of())),
                LedgerLine.of(VerbatimLedger.copyOf(ledger)));
        assertEquals(2, ledger.size());
    }

    @Test
    void theEntriesOfARecordThatIsTakenWholeAreMadeOnce() {
        LedgerEntry entry = new LedgerEntry(ROW.at("title", null), FieldFate.MAPPED, "甲", "/title", null, List.of());
        int[] made = {0};
        VerbatimLedger ledger = new VerbatimLedger(ROW, List.of("title"), () -> {
            made[0]++;
            return List.of(entry);
        });
        assertEquals(List.of(entry), ledger);
        assertSame(entry, ledger.get(0));
        assertEquals(1, made[0]);
    }
}
