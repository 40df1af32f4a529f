package org.gongkai.ingest.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.ingest.office.RuledTable.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn on one page: signs and straight lines, from which its tables and lines of text are told. Lengths are in points; the
 * page begins at its upper left corner. One page, one use; not safe to share between threads.
 */
public final class PageLayout {

    /** A rectangle that is thinner, in points, is a line. */
    private static final double THIN = 3.0;

    /** A shorter line, in points, is a part of a drawing. */
    private static final double SHORTEST = 6.0;

    private static final double TOUCH = 3.0;

    /** No honest page has more; of one that has the tables are not made out. */
    private static final int MOST_RULES = 4_000;

    private final int number;
    private final double width;
    private final double height;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Rule> across = new ArrayList<>();
    private final List<Rule> down = new ArrayList<>();
    private boolean crowded;

    /**
     * Begins a page.
     *
     * @param number its number, counted from 1
     * @param width its width
     * @param height its height
     */
    public PageLayout(int number, double width, double height) {
        this.number = number;
        this.width = width;
        this.height = height;
    }

    /**
     * Adds a sign.
     *
     * @param glyph the sign; blanks are left out, since gaps tell them
     */
    public void glyph(Glyph glyph) {
        if (!glyph.text().isBlank() && Double.isFinite(glyph.x() + glyph.y() + glyph.width() + glyph.size())) {
            glyphs.add(glyph);
        }
    }

    /**
     * Adds a line; one that is neither level nor upright parts no cells and is left out.
     *
     * @param x0 where it begins, from the left
     * @param y0 where it begins, from the top
     * @param x1 where it ends, from the left
     * @param y1 where it ends, from the top
     */
    public void line(double x0, double y0, double x1, double y1) {
        double wide = Math.abs(x1 - x0);
        double high = Math.abs(y1 - y0);
        if (!Double.isFinite(wide + high) || Math.max(wide, high) < SHORTEST || Math.min(wide, high) > THIN) {
            return;
        }
        if (across.size() + down.size() >= MOST_RULES) {
            crowded = true;
        } else if (wide > high) {
            across.add(new Rule((y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1)));
        } else {
            down.add(new Rule((x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1)));
        }
    }

    /**
     * Adds a rectangle: a line where it is thin, otherwise its four sides.
     *
     * @param left its left side
     * @param top its upper side
     * @param right its right side
     * @param bottom its lower side
     * @param drawn whether its sides are drawn; one that is only filled is a background unless it is thin
     */
    public void rectangle(double left, double top, double right, double bottom, boolean drawn) {
        if (Math.abs(bottom - top) <= THIN || Math.abs(right - left) <= THIN) {
            boolean level = Math.abs(right - left) > Math.abs(bottom - top);
            double x = (left + right) / 2;
            double y = (top + bottom) / 2;
            line(level ? left : x, level ? y : top, level ? right : x, level ? y : bottom);
        } else if (drawn) {
            line(left, top, right, top);
            line(left, bottom, right, bottom);
            line(left, top, left, bottom);
            line(right, top, right, bottom);
        }
    }

    /**
     * Whether nothing is written on the page.
     *
     * @return true when there is no sign
     */
    public boolean blank() {
        return glyphs.isEmpty();
    }

    /** What a page is made of, from top to bottom: a line of text, or a table. */
    record Block(
            double top, @Nullable GlyphLine line, @Nullable RuledTable table) {}

    int number() {
        return number;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Whether so many lines are drawn that tables were not looked for. */
    boolean crowded() {
        return crowded;
    }

    /** The blocks of the page. */
    List<Block> blocks() {
        List<RuledTable> tables = crowded ? List.of() : tables();
        List<Glyph> running = new ArrayList<>();
        for (Glyph each : glyphs) {
            if (tables.stream().noneMatch(table -> table.takes(each))) {
                running.add(each);
            }
        }
        return Stream.concat(
                        GlyphLine.of(running).stream().map(each -> new Block(each.baseline(), each, null)),
                        tables.stream().map(each -> new Block(each.top(), null, each)))
                .sorted(Comparator.comparingDouble(Block::top))
                .toList();
    }

    /** The tables: each is made of lines that touch one another. */
    private List<RuledTable> tables() {
        int[] group = new int[across.size() + down.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int a = 0; a < across.size(); a++) {
            Rule level = across.get(a);
            for (int d = 0; d < down.size(); d++) {
                Rule upright = down.get(d);
                boolean meet = level.at() >= upright.from() - TOUCH
                        && level.at() <= upright.to() + TOUCH
                        && upright.at() >= level.from() - TOUCH
                        && upright.at() <= level.to() + TOUCH;
                if (meet) {
                    int one = first(group, a);
                    int other = first(group, across.size() + d);
                    group[Math.max(one, other)] = Math.min(one, other);
                }
            }
        }
        List<RuledTable> tables = new ArrayList<>();
        for (int i = 0; i < across.size(); i++) {
            if (first(group, i) == i) {
                RuledTable table = RuledTable.of(of(across, 0, group, i), of(down, across.size(), group, i));
                if (table != null) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private static List<Rule> of(List<Rule> rules, int from, int[] group, int wanted) {
        List<Rule> own = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (first(group, from + i) == wanted) {
                own.add(rules.get(i));
            }
        }
        return own;
    }

    private static int first(int[] group, int of) {
        int each = of;
        while (group[each] != each) {
            group[each] = group[group[each]];
            each = group[each];
        }
        return each;
    }
}
