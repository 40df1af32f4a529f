package org.gongkai.ingest.paper;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.ingest.file.ZipParts;
import org.gongkai.ingest.office.Glyph;
import org.gongkai.ingest.office.PageLayout;
import org.jspecify.annotations.Nullable;

/** One page of an .ofd: its signs, and the straight lines of its drawings (GB/T 33190-2016, 9 and 11). */
final class OfdPage {

    private static final double POINTS = 72 / 25.4;
    private static final double[] SAME = {1, 0, 0, 1, 0, 0};
    private static final double[] NOWHERE = {0, 0, 0, 0};
    private static final int MOST_STEPS = 100_000;
    private static final double THIN = 3;
    private static final double WIDEST_STEP = 1.3;
    private static final double HALF_WIDTH = 0.5;

    /** A sign that is turned by more than this share is no text that runs from left to right. */
    private static final double TURNED = 0.2;

    private final PageLayout layout;
    private final double[] box;
    private double[] boundary = NOWHERE;
    private double[] matrix = SAME;
    private double size;
    private boolean shown = true;
    private boolean drawn = true;
    private double x;
    private double y;
    private int pictures;
    private long length;

    OfdPage(int number, double[] box) {
        this.box = box;
        this.layout = new PageLayout(number, box[2] * POINTS, box[3] * POINTS);
    }

    PageLayout layout() {
        return layout;
    }

    int pictures() {
        return pictures;
    }

    /** How many characters it has. */
    long length() {
        return length;
    }

    /** Takes an element of the page, or of a template below it. */
    void element(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "ImageObject" -> pictures++;
            case "TextObject" -> {
                begin(xml);
                size = number(ZipParts.attribute(xml, "Size"), 0);
                x = 0;
                y = 0;
            }
            case "PathObject" -> {
                begin(xml);
                // Some programs fill a thin rectangle in place of a line.
                drawn = !"false".equals(ZipParts.attribute(xml, "Stroke"))
                        || Math.min(boundary[2], boundary[3]) * POINTS <= THIN;
            }
            case "TextCode" -> code(xml);
            case "AbbreviatedData" -> {
                String data = xml.getElementText();
                if (shown) {
                    path(data);
                }
            }
            default -> {}
        }
    }

    private void begin(XMLStreamReader xml) {
        boundary = numbers(ZipParts.attribute(xml, "Boundary"), NOWHERE);
        matrix = numbers(ZipParts.attribute(xml, "CTM"), SAME);
        shown = !"false".equals(ZipParts.attribute(xml, "Visible"));
    }

    private void code(XMLStreamReader xml) throws XMLStreamException {
        x = number(ZipParts.attribute(xml, "X"), x);
        y = number(ZipParts.attribute(xml, "Y"), y);
        double[] right = steps(ZipParts.attribute(xml, "DeltaX"));
        double[] below = steps(ZipParts.attribute(xml, "DeltaY"));
        String text = xml.getElementText();
        length += text.length();
        boolean level = Math.abs(matrix[1]) <= TURNED * Math.abs(matrix[0]);
        if (!shown || !level) {
            return;
        }
        int[] signs = text.codePoints().toArray();
        double across = x;
        double down = y;
        for (int i = 0; i < signs.length; i++) {
            double own = signs[i] < 0x2000 ? size * HALF_WIDTH : size;
            double step = i < right.length ? right[i] : own;
            layout.glyph(new Glyph(
                    Character.toString(signs[i]),
                    left(across, down),
                    top(across, down),
                    // What the file sets one behind the other is one word, unless it leaves room for a sign between.
                    (step > 0 && step < WIDEST_STEP * size ? step : own) * Math.abs(matrix[0]) * POINTS,
                    size * Math.abs(matrix[3] == 0 ? 1 : matrix[3]) * POINTS));
            across += step;
            down += i < below.length ? below[i] : 0;
        }
    }

    private double left(double across, double down) {
        return (boundary[0] - box[0] + matrix[0] * across + matrix[2] * down + matrix[4]) * POINTS;
    }

    private double top(double across, double down) {
        return (boundary[1] - box[1] + matrix[1] * across + matrix[3] * down + matrix[5]) * POINTS;
    }

    /** Straight lines from point to point; of curves only where they end. */
    private void path(String data) {
        Deque<String> words = new ArrayDeque<>(Arrays.asList(data.strip().split("\\s+")));
        double[] first = null;
        double[] at = null;
        for (int i = 0; i < MOST_STEPS && !words.isEmpty(); i++) {
            String step = words.poll();
            switch (step) {
                case "S", "M" -> {
                    at = point(words, 0);
                    first = at;
                }
                case "L" -> {
                    double[] to = point(words, 0);
                    line(at, to);
                    at = to;
                }
                case "Q" -> at = point(words, 2);
                case "B" -> at = point(words, 4);
                case "A" -> at = point(words, 5);
                case "C" -> {
                    line(at, first);
                    at = first;
                }
                default -> {}
            }
        }
    }

    private double @Nullable [] point(Deque<String> words, int before) {
        for (int i = 0; i < before; i++) {
            words.poll();
        }
        double across = number(words.poll(), Double.NaN);
        double down = number(words.poll(), Double.NaN);
        return Double.isNaN(across + down) ? null : new double[] {left(across, down), top(across, down)};
    }

    private void line(double @Nullable [] from, double @Nullable [] to) {
        if (from != null && to != null && drawn) {
            layout.line(from[0], from[1], to[0], to[1]);
        }
    }

    /** How far each sign stands from the one before; {@code g 5 3.2} is five times 3.2. */
    private static double[] steps(@Nullable String text) {
        if (text == null) {
            return new double[0];
        }
        String[] words = text.strip().split("\\s+");
        double[] steps = new double[Math.min(MOST_STEPS, words.length)];
        int count = 0;
        for (int i = 0; i < words.length && count < MOST_STEPS; i++) {
            int times = 1;
            if (words[i].equals("g") && i + 2 < words.length) {
                times = (int) Math.min(MOST_STEPS - count, number(words[i + 1], 0));
                i += 2;
            }
            for (int t = 0; t < times; t++) {
                steps = count == steps.length ? Arrays.copyOf(steps, count * 2 + 1) : steps;
                steps[count++] = number(words[i], 0);
            }
        }
        return Arrays.copyOf(steps, count);
    }

    /** The numbers of a text, or others where it has not as many. */
    static double[] numbers(@Nullable String text, double[] otherwise) {
        if (text == null) {
            return otherwise;
        }
        String[] words = text.strip().split("\\s+");
        if (words.length < otherwise.length) {
            return otherwise;
        }
        double[] numbers = new double[otherwise.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(words[i], 0);
        }
        return numbers;
    }

    private static double number(@Nullable String text, double otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : otherwise;
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }
}
