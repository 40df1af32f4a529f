package org.gongkai.ingest.table;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;

/**
 * Hands the rows of a table on in parts, and keeps those that the taker leaves open for the next part. A table of which
 * all rows stay open is cut where a whole table is. Not thread-safe; made for one table.
 */
public final class PartedRows {

    private static final int PART_CHARACTERS = 4 << 20;

    /** The answer of a taker that wants no more. */
    public static final int NO_MORE = -1;

    /** Takes the parts of a table, one after the other. */
    @FunctionalInterface
    public interface Taker {

        /**
         * Takes a part; {@link Grid#before()} says where in the table it begins.
         *
         * @param part the rows
         * @param last whether no more rows follow
         * @return how many of the last rows are wanted again at the head of the next part, or {@link #NO_MORE}
         */
        int take(Grid part, boolean last);
    }

    private final Location place;
    private final List<Grid.Merge> merges;
    private final int partRows;
    private final Taker taker;
    private List<List<String>> rows = new ArrayList<>();
    private Grid handed;
    private int wantedRows;
    private long wantedCharacters = PART_CHARACTERS;
    private long characters;
    private int before;
    private boolean left;
    private boolean cut;

    /**
     * Begins a table.
     *
     * @param place the table's place in the source
     * @param merges the cells that are one, which may come to be known as the rows come
     * @param taker takes the parts
     */
    public PartedRows(Location place, List<Grid.Merge> merges, Taker taker) {
        this(place, merges, Grid.PART_ROWS, taker);
    }

    PartedRows(Location place, List<Grid.Merge> merges, int partRows, Taker taker) {
        this.place = place;
        this.merges = merges;
        this.partRows = partRows;
        this.taker = taker;
        this.wantedRows = partRows;
        this.handed = Grid.part(place, List.of(), 0);
    }

    /**
     * How many rows were added.
     *
     * @return the count
     */
    public int count() {
        return before + rows.size();
    }

    /**
     * How many rows were handed on for good, so that merged cells which are named later come too late for them.
     *
     * @return the count
     */
    public int handedOn() {
        return before;
    }

    /**
     * Adds the next row.
     *
     * @param cells its texts
     * @return whether more are wanted
     */
    public boolean add(List<String> cells) {
        if ((rows.size() >= wantedRows || characters > wantedCharacters) && !handOn()) {
            return false;
        }
        rows.add(cells);
        characters += length(cells);
        return true;
    }

    private boolean handOn() {
        if (left || cut) {
            return false;
        }
        Grid part = handed.next(rows, merges);
        int open = taker.take(part, false);
        left = open == NO_MORE;
        cut = open >= rows.size() && (rows.size() >= Grid.MOST_ROWS || characters > Grid.MOST_CHARACTERS);
        if (left || cut) {
            return false;
        }
        if (open >= rows.size()) {
            wantedRows = Grid.MOST_ROWS;
            wantedCharacters = Grid.MOST_CHARACTERS;
        } else {
            int taken = rows.size() - open;
            before += taken;
            // Of what was handed on only the last row is kept, from which merged cells go on.
            handed = new Grid(place, List.of(part.rows().get(taken - 1)), List.of(), List.of(), false, before - 1, 0);
            rows = new ArrayList<>(rows.subList(rows.size() - open, rows.size()));
            characters = rows.stream().mapToLong(PartedRows::length).sum();
            wantedRows = Math.min(Grid.MOST_ROWS, open + partRows);
            wantedCharacters = Math.min(Grid.MOST_CHARACTERS, characters + PART_CHARACTERS);
        }
        return true;
    }

    private static long length(List<String> cells) {
        return cells.stream().mapToLong(String::length).sum();
    }

    /**
     * Ends the table.
     *
     * @param problems what could not be read
     */
    public void end(List<SourceProblem> problems) {
        if (left) {
            return;
        }
        List<SourceProblem> all = new ArrayList<>(problems);
        if (cut) {
            all.add(Grid.tooLarge(place));
        }
        Grid rest = before == 0 ? Grid.ofSheet(place, rows, merges) : handed.next(rows, merges);
        taker.take(rest.told(all), true);
    }
}
