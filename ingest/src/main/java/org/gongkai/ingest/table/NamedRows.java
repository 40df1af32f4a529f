package org.gongkai.ingest.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;

/**
 * Gathers values that stand by their names, as in objects of JSON and rows of a database, to a table whose header is the
 * names. A name inside another stands below it, as labels do below the label of several columns. Not thread-safe.
 *
 * <pre>{@code
 * NamedRows rows = new NamedRows();
 * rows.add(1, List.of(
 *         new NamedRows.Value(List.of("地区"), 1, "东岭区"),
 *         new NamedRows.Value(List.of("低保标准", "城市"), 2, "870")));
 * Grid grid = rows.grid(place);
 * }</pre>
 */
public final class NamedRows {

    private final Map<List<String>, Integer> columns = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private boolean wide;

    private record Row(int number, List<Value> values) {}

    /** Begins with no row. */
    public NamedRows() {}

    /**
     * A value.
     *
     * @param name its name, behind those that it stands in; not empty
     * @param place which value of its row it is, counted from 1
     * @param text the value as text, empty for none
     */
    public record Value(List<String> name, int place, String text) {

        /** Creates a value. */
        public Value {
            name = List.copyOf(name);
        }
    }

    /**
     * Adds a row. Of two values of one name the second gets a column of its own.
     *
     * @param number the row of the source, counted from 1; several rows may have one
     * @param values its values
     */
    public void add(int number, List<Value> values) {
        List<Value> kept = new ArrayList<>();
        Map<List<String>, Integer> times = new HashMap<>();
        for (Value each : values) {
            int time = times.merge(each.name(), 1, Integer::sum);
            List<String> name = new ArrayList<>(each.name());
            for (int i = 1; i < time; i++) {
                // A name that no source can give, so that columns of one name stay apart.
                name.add("");
            }
            if (columns.containsKey(name) || columns.size() < Grid.MOST_COLUMNS) {
                columns.putIfAbsent(List.copyOf(name), columns.size());
                kept.add(new Value(name, each.place(), each.text()));
            } else {
                wide = true;
            }
        }
        rows.add(new Row(number, kept));
    }

    /**
     * How many rows there are.
     *
     * @return the count
     */
    public int size() {
        return rows.size();
    }

    /**
     * Lets all rows go but the last ones; the names stay, so that the next part of a long table has the same columns.
     *
     * @param kept how many rows stay
     */
    public void keepLast(int kept) {
        rows.subList(0, rows.size() - kept).clear();
    }

    /**
     * The table.
     *
     * @param place its place in the source
     * @return the table; what is wider than allowed is not in it, and its problems say so
     */
    public Grid grid(Location place) {
        int depth = columns.keySet().stream().mapToInt(List::size).max().orElse(1);
        List<List<Grid.Cell>> all = new ArrayList<>(header(depth));
        for (Row each : rows) {
            List<Grid.Cell> cells = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                cells.add(new Grid.Cell("", each.number(), c + 1));
            }
            for (Value value : each.values()) {
                cells.set(
                        columns.getOrDefault(value.name(), 0),
                        new Grid.Cell(value.text(), each.number(), value.place()));
            }
            all.add(cells);
        }
        List<SourceProblem> problems = wide ? List.of(Grid.tooLarge(place)) : List.of();
        return new Grid(place, all, problems, List.of(), false, 0, depth);
    }

    private List<List<Grid.Cell>> header(int depth) {
        Map<List<String>, Grid.Cell> cells = new HashMap<>();
        List<List<Grid.Cell>> header = new ArrayList<>();
        for (int r = 0; r < depth; r++) {
            List<Grid.Cell> row = new ArrayList<>();
            for (Map.Entry<List<String>, Integer> each : columns.entrySet()) {
                List<String> name =
                        each.getKey().subList(0, Math.min(r + 1, each.getKey().size()));
                row.add(cells.computeIfAbsent(
                        List.copyOf(name), made -> new Grid.Cell(made.get(made.size() - 1), 1, each.getValue() + 1)));
            }
            header.add(row);
        }
        return header;
    }
}
