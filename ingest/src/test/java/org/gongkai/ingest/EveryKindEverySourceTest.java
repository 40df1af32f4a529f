package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.source.Mapped;

/** Fields in are fields accounted for, whatever kind they are of and whatever they stand in. */
public class EveryKindEverySourceTest {

    private static final int AROUND = 120;

    private final Path folder;

    public EveryKindEverySourceTest() throws IOException {
        folder = Files.createTempDirectory("gongkai-every");
    }

    @AfterProperty
    void clear() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The forms that are written beside the table of a page. */
    protected Map<String, WrittenForm> forms() {
        return WrittenForm.ALL;
    }

    @Provide
    Arbitrary<WrittenRows> tables() {
        return Arbitraries.of(WrittenKind.class).flatMap(each -> each.rows(1, 6));
    }

    @Provide
    Arbitrary<WrittenRows> twenties() {
        return Arbitraries.of(WrittenKind.class).flatMap(each -> each.rows(20, 20));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyCellIsAccountedForOnceInEverySource(@ForAll("tables") WrittenRows rows) throws IOException {
        law(rows);
    }

    @Property(tries = 24, shrinking = ShrinkingMode.OFF)
    void twentyRecordsOfEachKindAreTheSameInEverySource(@ForAll("twenties") WrittenRows rows) throws IOException {
        law(rows);
    }

    @Provide
    Arbitrary<WrittenRows> documents() {
        return WrittenKind.DOCUMENTS.rows(1, 3);
    }

    /** The page of a document says beside its labels what its row in a table says under them. */
    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void everyLabelOfAPageSaysWhatItsColumnSays(@ForAll("documents") WrittenRows rows) throws IOException {
        List<Mapped> listed = WrittenForm.CSV.read(rows, folder).records;
        for (int r = 0; r < rows.rows().size(); r++) {
            Mapped page = WrittenForm.document(rows, r, folder).only();
            for (LedgerEntry cell : listed.get(r).ledger()) {
                String label = cell.location().label();
                List<LedgerEntry> own = page.ledger().stream()
                        .filter(each ->
                                String.valueOf(label).equals(each.location().label()))
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .toList();
                boolean asked = cell.fate() != FieldFate.DEFAULTED && !WrittenKind.strange(label);
                if (asked && !String.valueOf(cell.value()).isEmpty()) {
                    assertEquals(1, own.size(), label + " " + own);
                    assertEquals(cell.target(), own.get(0).target(), label);
                    assertEquals(cell.value(), own.get(0).value(), label);
                    assertEquals(cell.result(), own.get(0).result(), label);
                }
            }
            assertEquals(List.of(), LedgerTruthTest.untrue(page));
        }
    }

    private void law(WrittenRows rows) throws IOException {
        List<DisclosureRecord> told = null;
        for (Map.Entry<String, WrittenForm> form : forms().entrySet()) {
            // A page that lists documents is none of them, and is told so.
            if (rows.kind() == WrittenKind.DOCUMENTS && form.getKey().contains("page")) {
                continue;
            }
            Taken taken = form.getValue().read(rows, folder);
            accounted(form.getKey(), rows, taken);
            List<DisclosureRecord> records =
                    taken.records.stream().<DisclosureRecord>map(Mapped::record).toList();
            told = told == null ? records : told;
            same(form.getKey(), String.valueOf(told), records.toString());
        }
    }

    private static void same(String form, String told, String records) {
        int at = StringUtils.indexOfDifference(told, records);
        if (at >= 0) {
            assertEquals(around(told, at), around(records, at), form);
        }
    }

    /** The records are long: what is around the first difference is shown. */
    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND));
    }

    private static void accounted(String form, WrittenRows rows, Taken taken) {
        assertEquals(List.of(), taken.rejections, form);
        List<LedgerEntry> entries = new ArrayList<>(taken.nobodys);
        taken.records.forEach(each -> {
            entries.addAll(each.ledger());
            assertEquals(List.of(), LedgerTruthTest.untrue(each), form);
        });
        TreeMap<Integer, Map<Integer, List<LedgerEntry>>> cells = cells(rows, entries);
        int before = cells.lastKey() - rows.rows().size();
        for (int r = 0; r < rows.rows().size(); r++) {
            List<String> row = rows.rows().get(r);
            Map<Integer, List<LedgerEntry>> found = cells.get(before + r + 1);
            for (int c = 0; c < row.size(); c++) {
                String where = form + ", row " + (r + 1) + ", " + rows.header().get(c) + " = " + row.get(c);
                List<LedgerEntry> own = found.getOrDefault(c + 1, List.of());
                if (!own.isEmpty() || !ended(row, c)) {
                    assertEquals(1, own.size(), where + " " + own);
                    accounted(where, rows, rows.header().get(c), row.get(c), own.get(0));
                }
            }
        }
    }

    /** What became of the cells, by row and column; what stands beside the table is no cell of it. */
    private static TreeMap<Integer, Map<Integer, List<LedgerEntry>>> cells(
            WrittenRows rows, List<LedgerEntry> entries) {
        TreeMap<Integer, Map<Integer, List<LedgerEntry>>> cells = new TreeMap<>();
        for (LedgerEntry each : entries) {
            Location place = each.location();
            int column =
                    place.column() == null ? rows.header().indexOf(String.valueOf(place.label())) + 1 : place.column();
            if (place.row() != null && column > 0 && each.fate() != FieldFate.DEFAULTED) {
                cells.computeIfAbsent(place.row(), any -> new TreeMap<>())
                        .computeIfAbsent(column, any -> new ArrayList<>())
                        .add(each);
            }
        }
        return cells;
    }

    /** A workbook holds no cell for the blanks at the end of a row. */
    private static boolean ended(List<String> row, int column) {
        return row.subList(column, row.size()).stream().allMatch(String::isEmpty);
    }

    private static void accounted(String where, WrittenRows rows, String header, String value, LedgerEntry entry) {
        if (rows.kind() == WrittenKind.ANNUAL_REPORTS) {
            assertTrue(entry.fate() != FieldFate.UNMAPPED && entry.fate() != FieldFate.UNREADABLE, where + " " + entry);
            return;
        }
        assertEquals(header, entry.location().label(), where);
        if (value.isEmpty()) {
            assertTrue(entry.value() == null || entry.value().isEmpty(), where + " " + entry);
        } else if (WrittenKind.strange(header)) {
            assertEquals(FieldFate.UNMAPPED, entry.fate(), where);
        } else {
            assertTrue(entry.fate() == FieldFate.MAPPED || entry.fate() == FieldFate.REPAIRED, where + " " + entry);
            assertNotNull(entry.target(), where);
        }
    }
}
