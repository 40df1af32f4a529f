package org.gongkai.export.assistance;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.export.table.Markup;
import org.jspecify.annotations.Nullable;

/**
 * Amounts over time as a drawing in SVG: steps, since an amount holds until the next. It needs no script and stands in
 * a page or alone. A level whose day of effect is known by month or year only begins with a dashed line over the days
 * on which it can have begun. All amounts are drawn by what they come to in a month.
 */
public final class HistoryChart {

    private static final int LEFT = 64;
    private static final int PLOT_RIGHT = 720;
    private static final int LEAST_WIDTH = 960;
    private static final int TOP = 40;
    private static final int PLOT_HEIGHT = 360;
    private static final int LABEL_GAP = 18;
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    // Told apart by people who see few colours (Okabe and Ito); the pattern of the line tells the rest.
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000");
    private static final List<String> PATTERNS = List.of("", "8 3", "2 3");

    private final String title;
    private final List<StandardHistory.Series> series;
    private final LocalDate first;
    private final LocalDate last;
    private final int top;

    private HistoryChart(String title, List<StandardHistory.Series> series, LocalDate first, LocalDate last, int top) {
        this.title = title;
        this.series = series;
        this.first = first;
        this.last = last;
        this.top = top;
    }

    /**
     * A chart of some series.
     *
     * @param title the chart's title
     * @param history the history
     * @param shown which series to draw; those for households and those paid each time
     *     are left out, since they cannot be compared
     * @param until the last day to draw
     * @return the chart
     */
    public static HistoryChart of(
            String title, StandardHistory history, Predicate<StandardHistory.Series> shown, LocalDate until) {
        List<StandardHistory.Series> series = new ArrayList<>();
        LocalDate first = null;
        BigDecimal highest = BigDecimal.ONE;
        for (StandardHistory.Series each : history.series()) {
            List<StandardHistory.Point> points = each.points().stream()
                    .filter(point -> point.earliest() != null
                            && !point.earliest().isAfter(until)
                            && point.unit().comparableWith(AmountUnit.YUAN_PERSON_MONTH))
                    .toList();
            if (points.isEmpty() || !shown.test(each)) {
                continue;
            }
            series.add(new StandardHistory.Series(
                    each.label(), each.item(), each.residence(), each.support(), each.grade(), points));
            for (StandardHistory.Point point : points) {
                first = first == null || point.earliest().isBefore(first) ? point.earliest() : first;
                highest = highest.max(monthly(point));
            }
        }
        LocalDate start = first == null ? until : first;
        int step = step(highest);
        int top = highest.divide(BigDecimal.valueOf(step), 0, RoundingMode.CEILING)
                        .intValue()
                * step;
        return new HistoryChart(title, series, start.withDayOfYear(1), until, top);
    }

    private static int step(BigDecimal highest) {
        int[] steps = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};
        for (int each : steps) {
            if (BigDecimal.valueOf(each * 10L).compareTo(highest) >= 0) {
                return each;
            }
        }
        return highest.divide(BigDecimal.TEN, 0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(100_000_000))
                .intValue();
    }

    private static BigDecimal monthly(StandardHistory.Point point) {
        return point.perYear().divide(TWELVE, 2, RoundingMode.HALF_UP);
    }

    /**
     * Writes the drawing.
     *
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void svg(Appendable out) throws IOException {
        List<Integer> labels = labels();
        int lowest = labels.stream().mapToInt(each -> each).max().orElse(0);
        int height = Math.max(TOP + PLOT_HEIGHT, lowest) + 40;
        int widest = series.stream().mapToInt(each -> width(label(each))).max().orElse(0);
        int width = Math.max(LEAST_WIDTH, PLOT_RIGHT + 16 + widest);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + ' ' + height
                + "\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n");
        out.append("<title>").append(Markup.html(title)).append("</title>\n<desc>");
        for (StandardHistory.Series each : series) {
            StandardHistory.Point end = each.points().get(each.points().size() - 1);
            out.append(Markup.html(each.label() + '：'
                    + each.points().get(0).amount().toPlainString() + "→"
                    + end.amount().toPlainString() + end.unit().label() + "。"));
        }
        out.append("</desc>\n");
        text(out, LEFT, TOP - 18, "start", "#111", title + "（元/人·月）");
        axes(out);
        for (int i = 0; i < series.size(); i++) {
            draw(out, i, labels.get(i));
        }
        out.append("</svg>\n");
    }

    private void axes(Appendable out) throws IOException {
        int step = step(BigDecimal.valueOf(top));
        for (int value = 0; value <= top; value += step) {
            int y = y(BigDecimal.valueOf(value));
            line(out, LEFT, y, PLOT_RIGHT, y, "#ddd", "");
            text(out, LEFT - 6, y + 4, "end", "#444", String.valueOf(value));
        }
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            int x = x(LocalDate.of(year, 1, 1));
            line(out, x, TOP, x, TOP + PLOT_HEIGHT, "#eee", "");
            text(out, x, TOP + PLOT_HEIGHT + 18, "start", "#444", String.valueOf(year));
        }
    }

    private void draw(Appendable out, int index, int labelY) throws IOException {
        StandardHistory.Series each = series.get(index);
        String colour = COLOURS.get(index % COLOURS.size());
        String pattern = PATTERNS.get(index / COLOURS.size() % PATTERNS.size());
        List<StandardHistory.Point> points = each.points();
        @Nullable Integer before = null;
        for (int i = 0; i < points.size(); i++) {
            StandardHistory.Point point = points.get(i);
            int y = y(monthly(point));
            int from = x(point.earliest());
            int sure = x(point.latest());
            int end = i + 1 < points.size() ? Math.max(x(points.get(i + 1).earliest()), sure) : x(last);
            if (before != null) {
                line(out, from, before, from, y, colour, pattern);
            }
            if (sure > from) {
                line(out, from, y, sure, y, colour, "1 4");
            }
            line(out, sure, y, Math.max(end, sure), y, colour, pattern);
            out.append("<circle cx=\"" + sure + "\" cy=\"" + y + "\" r=\"3\" fill=\"" + (sure > from ? "#fff" : colour)
                    + "\" stroke=\"" + colour + "\"><title>");
            out.append(Markup.html(each.label()
                    + ' '
                    + point.from()
                    + ' '
                    + point.amount().toPlainString()
                    + point.unit().label()));
            out.append("</title></circle>\n");
            before = y;
        }
        text(out, PLOT_RIGHT + 8, labelY + 4, "start", colour, label(each));
    }

    private static String label(StandardHistory.Series series) {
        StandardHistory.Point end = series.points().get(series.points().size() - 1);
        return series.label()
                + ' '
                + end.amount().toPlainString()
                + (end.unit() == AmountUnit.YUAN_PERSON_MONTH
                        ? ""
                        : '/' + end.unit().period().label());
    }

    /** About how wide a text is: a Chinese character is as wide as the letters are high, a Latin one less. */
    private static int width(String text) {
        return text.chars().map(each -> each < 0x2E80 ? 8 : 12).sum();
    }

    /** A height for each label beside the end of its line, moved down where two would overlap. */
    private List<Integer> labels() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> endY(i)).thenComparing(i -> i));
        Integer[] heights = new Integer[series.size()];
        int next = TOP;
        for (int i : order) {
            heights[i] = Math.max(endY(i), next);
            next = heights[i] + LABEL_GAP;
        }
        return List.of(heights);
    }

    private int endY(int i) {
        List<StandardHistory.Point> points = series.get(i).points();
        return y(monthly(points.get(points.size() - 1)));
    }

    private int x(LocalDate day) {
        LocalDate within = day.isAfter(last) ? last : day;
        long all = Math.max(1, ChronoUnit.DAYS.between(first, last));
        return (int) (LEFT + ChronoUnit.DAYS.between(first, within) * (PLOT_RIGHT - LEFT) / all);
    }

    private int y(BigDecimal value) {
        return TOP
                + PLOT_HEIGHT
                - value.multiply(BigDecimal.valueOf(PLOT_HEIGHT))
                        .divide(BigDecimal.valueOf(top), 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    private static void line(Appendable out, int x1, int y1, int x2, int y2, String colour, String pattern)
            throws IOException {
        out.append("<line x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + "\" stroke=\"" + colour
                + "\" stroke-width=\"2\"" + (pattern.isEmpty() ? "" : " stroke-dasharray=\"" + pattern + '"') + "/>\n");
    }

    private static void text(Appendable out, int x, int y, String anchor, String colour, String text)
            throws IOException {
        out.append("<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\" fill=\"" + colour + "\">"
                + Markup.html(text) + "</text>\n");
    }
}
