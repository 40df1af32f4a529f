package org.gongkai.ingest.office;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table on a page, told by its ruled lines: where they part the page into cells, and which cells are one since no line parts
 * them.
 */
final class RuledTable {

    /** Lines that are nearer, in points, are one: a border is drawn as two thin ones, or as a thin rectangle. */
    private static final double NEAR = 3.0;

    private static final int MOST_LINES = 400;
    private static final int MOST_FIELDS = 20_000;
    private static final double PADDING = 14;

    /** A straight line, along one axis: at a place of the other, from one point to another. */
    record Rule(double at, double from, double to) {}

    private final double[] columns;
    private final double[] rows;
    /** The cell that each field of the grid belongs to, by its first field; row by row. */
    private final int[] owner;

    private final List<List<Glyph>> contents = new ArrayList<>();

    private RuledTable(double[] columns, double[] rows, int[] owner) {
        this.columns = columns;
        this.rows = rows;
        this.owner = owner;
        for (int i = 0; i < owner.length; i++) {
            contents.add(new ArrayList<>());
        }
    }

    /**
     * The table of some lines that touch each other.
     *
     * @param across the lines that run from left to right
     * @param down the lines that run from top to bottom
     * @return the table; null when they are a frame around a text, or part no cells that are rectangles
     */
    static @Nullable RuledTable of(List<Rule> across, List<Rule> down) {
        double[] xs = places(down, across);
        double[] ys = places(across, List.of());
        if (xs.length < 2 || ys.length < 2 || xs.length > MOST_LINES || ys.length > MOST_LINES) {
            return null;
        }
        int wide = xs.length - 1;
        int high = ys.length - 1;
        if (wide * high < 2 || wide * high > MOST_FIELDS) {
            return null;
        }
        int[] owner = new int[wide * high];
        Arrays.setAll(owner, each -> each);
        for (int r = 0; r < high; r++) {
            for (int c = 0; c < wide; c++) {
                double middleX = (xs[c] + xs[c + 1]) / 2;
                double middleY = (ys[r] + ys[r + 1]) / 2;
                if (c + 1 < wide && !parted(down, xs[c + 1], middleY)) {
                    join(owner, r * wide + c, r * wide + c + 1);
                }
                if (r + 1 < high && !parted(across, ys[r + 1], middleX)) {
                    join(owner, r * wide + c, (r + 1) * wide + c);
                }
            }
        }
        for (int i = 0; i < owner.length; i++) {
            owner[i] = first(owner, i);
        }
        RuledTable table = new RuledTable(xs, ys, owner);
        return table.rectangular() && Arrays.stream(owner).distinct().count() > 1 ? table : null;
    }

    /** Where lines stand; at the ends of those that cross them stands a border that was not drawn. */
    private static double[] places(List<Rule> lines, List<Rule> crossing) {
        List<Double> all = new ArrayList<>();
        lines.forEach(each -> all.add(each.at()));
        double from = crossing.stream().mapToDouble(Rule::from).min().orElse(Double.NaN);
        double to = crossing.stream().mapToDouble(Rule::to).max().orElse(Double.NaN);
        if (!crossing.isEmpty()) {
            all.add(from);
            all.add(to);
        }
        all.sort(Double::compare);
        List<Double> apart = new ArrayList<>();
        for (double each : all) {
            if (apart.isEmpty() || each - apart.get(apart.size() - 1) > NEAR) {
                apart.add(each);
            }
        }
        return apart.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean parted(List<Rule> lines, double at, double across) {
        return lines.stream()
                .anyMatch(each -> Math.abs(each.at() - at) <= NEAR && each.from() <= across && each.to() >= across);
    }

    private static int first(int[] owner, int field) {
        int each = field;
        while (owner[each] != each) {
            owner[each] = owner[owner[each]];
            each = owner[each];
        }
        return each;
    }

    private static void join(int[] owner, int one, int other) {
        int a = first(owner, one);
        int b = first(owner, other);
        owner[Math.max(a, b)] = Math.min(a, b);
    }

    private int wide() {
        return columns.length - 1;
    }

    private int high() {
        return rows.length - 1;
    }

    private boolean rectangular() {
        int[] fields = new int[owner.length];
        for (int each : owner) {
            fields[each]++;
        }
        for (int i = 0; i < owner.length; i++) {
            if (owner[i] == i && fields[i] != columnSpan(i) * rowSpan(i)) {
                return false;
            }
        }
        return true;
    }

    private int columnSpan(int field) {
        int span = 1;
        while (field % wide() + span < wide() && owner[field + span] == field) {
            span++;
        }
        return span;
    }

    private int rowSpan(int field) {
        int span = 1;
        while (field / wide() + span < high() && owner[field + span * wide()] == field) {
            span++;
        }
        return span;
    }

    double top() {
        return rows[0];
    }

    double bottom() {
        return rows[rows.length - 1];
    }

    double[] columns() {
        return columns.clone();
    }

    /** Whether a sign stands in the table; then it is in its cell. */
    boolean takes(Glyph glyph) {
        int row = between(rows, glyph.centre());
        int column = between(columns, glyph.middle());
        if (row < 0 || column < 0) {
            return false;
        }
        contents.get(owner[row * wide() + column]).add(glyph);
        return true;
    }

    private static int between(double[] places, double value) {
        int found = Arrays.binarySearch(places, value);
        int place = found >= 0 ? found : -found - 2;
        return place >= 0 && place < places.length - 1 ? place : -1;
    }

    /** The rows with their texts. */
    List<List<OfficeText.Cell>> cells(int page) {
        List<List<OfficeText.Cell>> all = new ArrayList<>();
        for (int r = 0; r < high(); r++) {
            List<OfficeText.Cell> row = new ArrayList<>();
            for (int c = 0; c < wide(); c++) {
                int field = r * wide() + c;
                if (owner[field] == field) {
                    double width = columns[c + columnSpan(field)] - columns[c];
                    row.add(new OfficeText.Cell(
                            List.of(new OfficeText.Paragraph(
                                    text(contents.get(field), width), OfficeText.Align.LEFT, page)),
                            rowSpan(field),
                            columnSpan(field)));
                }
            }
            all.add(row);
        }
        return all;
    }

    /** A line that fills its cell goes on in the next; others end where whoever wrote them ended them. */
    private static String text(List<Glyph> glyphs, double width) {
        StringBuilder text = new StringBuilder();
        boolean full = true;
        for (GlyphLine each : GlyphLine.of(glyphs)) {
            text.append(full ? "" : "\n").append(each.text());
            full = width - (each.end() - each.start()) < each.size() * 1.2 + PADDING;
        }
        return text.toString();
    }
}
