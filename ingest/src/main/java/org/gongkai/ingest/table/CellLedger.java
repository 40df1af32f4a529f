package org.gongkai.ingest.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * The account of the cells of one table: one entry each, however many rows and columns a merged cell stands in. Not
 * thread-safe.
 */
public final class CellLedger {

    private final Grid grid;
    private final Set<Grid.Cell> labels;
    private final LabelAt labelAt;
    private final Map<Grid.Cell, LedgerEntry> entries = new IdentityHashMap<>();

    /**
     * Begins an account of all cells of a table, in which none has an entry; names that no row of the source holds are no cells.
     *
     * @param grid the table, not null
     */
    public CellLedger(Grid grid) {
        this(grid, names(grid), (row, column) -> "");
    }

    private static Set<Grid.Cell> names(Grid grid) {
        Set<Grid.Cell> names = Collections.newSetFromMap(new IdentityHashMap<>());
        grid.rows().subList(0, grid.names()).forEach(names::addAll);
        return names;
    }

    /** The label above a cell, by its place in the grid. */
    interface LabelAt {
        String of(int row, int column);
    }

    /**
     * Begins an account in which no cell has an entry.
     *
     * @param grid the table
     * @param labels the cells of its header, which have none
     * @param labelAt names the cells of which nobody speaks
     */
    CellLedger(Grid grid, Set<Grid.Cell> labels, LabelAt labelAt) {
        this.grid = grid;
        this.labels = labels;
        this.labelAt = labelAt;
    }

    /**
     * Says what became of a cell. A merged cell belongs to several rows: what came of it in the best of them counts, and
     * of equals the first.
     *
     * @param cell the cell
     * @param label the label of its column
     * @param fate what became of it
     * @param value its text, without what nobody may see
     * @param target JSON Pointer of the component that took it, or null
     * @param result what the component took, when it differs; personal data in it is masked
     * @param reasons why
     */
    public void account(
            Grid.Cell cell,
            String label,
            FieldFate fate,
            String value,
            @Nullable String target,
            @Nullable String result,
            List<String> reasons) {
        LedgerEntry before = entries.get(cell);
        if (before == null || rank(fate) > rank(before.fate())) {
            entries.put(
                    cell,
                    cell.repairs.isEmpty()
                            ? entry(cell, label, fate, value, target, result, reasons)
                            : repaired(cell, label, fate, value, target, result, reasons));
        }
    }

    private LedgerEntry entry(
            Grid.Cell cell,
            String label,
            FieldFate fate,
            String value,
            @Nullable String target,
            @Nullable String result,
            List<String> reasons) {
        return new LedgerEntry(
                grid.place().atRow(cell.row).at(label, cell.column),
                fate,
                value,
                target,
                result == null ? null : PersonalData.masked(result),
                reasons);
    }

    /** The entry of a cell whose text was seen to before its kind read it; what may be shown of it is shown as it stands. */
    private LedgerEntry repaired(
            Grid.Cell cell,
            String label,
            FieldFate fate,
            String value,
            @Nullable String target,
            @Nullable String result,
            List<String> reasons) {
        Set<String> all = new LinkedHashSet<>();
        cell.repairs.forEach(each -> all.add(each.code()));
        all.addAll(reasons);
        if (cell.lost()) {
            return entry(cell, label, FieldFate.UNREADABLE, cell.raw, null, null, List.copyOf(all));
        }
        boolean read = fate == FieldFate.MAPPED;
        return entry(
                cell,
                label,
                read ? FieldFate.REPAIRED : fate,
                value.equals(cell.text) ? PersonalData.masked(cell.raw) : value,
                target,
                read && result == null && !cell.absent() ? value : result,
                List.copyOf(all));
    }

    /**
     * Takes back what was said of a cell.
     *
     * @param cell the cell
     */
    public void forget(Grid.Cell cell) {
        entries.remove(cell);
    }

    private static int rank(FieldFate fate) {
        return switch (fate) {
            case REPAIRED -> 4;
            case MAPPED -> 3;
            case UNREADABLE -> 2;
            case IGNORED -> 1;
            case UNMAPPED, DEFAULTED -> 0;
        };
    }

    /**
     * The entries in the order of the source, one for each cell that is no label; a cell of which nobody spoke is
     * unmapped.
     *
     * @return the entries
     */
    public List<LedgerEntry> inOrder() {
        return inOrder(grid.rows().size());
    }

    /**
     * The entries of the cells that begin in the first rows, as {@link #inOrder()} gives those of all.
     *
     * @param rows how many rows
     * @return the entries
     */
    public List<LedgerEntry> inOrder(int rows) {
        List<LedgerEntry> ordered = new ArrayList<>();
        Set<Grid.Cell> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int r = 0; r < rows; r++) {
            List<Grid.Cell> row = grid.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                Grid.Cell each = row.get(c);
                if (seen.add(each) && !labels.contains(each) && !each.goesOn) {
                    LedgerEntry entry = entries.get(each);
                    ordered.add(entry == null ? unspoken(each, labelAt.of(r, c)) : entry);
                }
            }
        }
        return ordered;
    }

    private LedgerEntry unspoken(Grid.Cell cell, String label) {
        return entry(
                cell, label, FieldFate.UNMAPPED, PersonalData.masked(cell.raw), null, null, List.of("unknown-label"));
    }
}
