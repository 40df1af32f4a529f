package org.gongkai.ingest.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Signs that stand on one baseline, from left to right.
 *
 * @param glyphs the signs, at least one
 */
record GlyphLine(List<Glyph> glyphs) {

    /** Signs whose baselines differ by no more than this share of their size stand on one line. */
    private static final double SAME_LINE = 0.4;

    /** A sign printed twice, which some programs do for bold type, is moved by less than this share of its size. */
    private static final double PRINTED_TWICE = 0.25;

    /** A gap of this share of the size is a blank between words; between Chinese characters it takes more. */
    private static final double BLANK = 0.25;

    private static final double WIDE_BLANK = 0.8;

    /** A wider gap, in sizes, parts columns. */
    private static final double COLUMN_GAP = 2.0;

    /** A piece of a line without a wide gap. */
    record Segment(String text, double start, double end) {}

    /** Sorts signs into lines, from top to bottom. */
    static List<GlyphLine> of(List<Glyph> signs) {
        List<Glyph> sorted = new ArrayList<>(signs);
        sorted.sort(Comparator.comparingDouble(Glyph::y));
        List<GlyphLine> lines = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        double baseline = 0;
        for (Glyph each : sorted) {
            if (!line.isEmpty() && each.y() - baseline > SAME_LINE * each.size()) {
                lines.add(leftToRight(line));
                line = new ArrayList<>();
            }
            if (line.isEmpty()) {
                baseline = each.y();
            }
            line.add(each);
        }
        if (!line.isEmpty()) {
            lines.add(leftToRight(line));
        }
        return lines;
    }

    private static GlyphLine leftToRight(List<Glyph> line) {
        line.sort(Comparator.comparingDouble(Glyph::x));
        List<Glyph> once = new ArrayList<>();
        for (Glyph each : line) {
            Glyph before = once.isEmpty() ? null : once.get(once.size() - 1);
            boolean again = before != null
                    && before.text().equals(each.text())
                    && each.x() - before.x() < PRINTED_TWICE * each.size();
            if (!again) {
                once.add(each);
            }
        }
        return new GlyphLine(List.copyOf(once));
    }

    /** Its last sign. */
    char last() {
        String text = glyphs.get(glyphs.size() - 1).text();
        return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    }

    double start() {
        return glyphs.get(0).x();
    }

    double end() {
        return glyphs.stream().mapToDouble(Glyph::end).max().orElse(0);
    }

    double baseline() {
        return glyphs.get(0).y();
    }

    /** The size of most of its signs. */
    double size() {
        double[] sizes = glyphs.stream().mapToDouble(Glyph::size).sorted().toArray();
        return sizes[sizes.length / 2];
    }

    String text() {
        List<String> texts =
                segments(Double.MAX_VALUE).stream().map(Segment::text).toList();
        return texts.get(0);
    }

    /** The pieces between wide gaps. */
    List<Segment> segments() {
        return segments(COLUMN_GAP);
    }

    private List<Segment> segments(double gap) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        double start = start();
        double end = start;
        Glyph before = null;
        for (Glyph each : glyphs) {
            if (before != null) {
                double space = (each.x() - end) / Math.max(1, each.size());
                if (space > gap) {
                    segments.add(new Segment(text.toString().strip(), start, end));
                    text.setLength(0);
                    start = each.x();
                } else if (space > (chinese(before) || chinese(each) ? WIDE_BLANK : BLANK)) {
                    text.append(' ');
                }
            }
            text.append(each.text());
            end = Math.max(end, each.end());
            before = each;
        }
        segments.add(new Segment(text.toString().strip(), start, end));
        return segments;
    }

    private static boolean chinese(Glyph glyph) {
        int sign = glyph.text().isEmpty() ? ' ' : glyph.text().codePointAt(0);
        return Character.isIdeographic(sign) || sign >= 0x3000 && sign < 0x3040 || sign >= 0xFF00 && sign < 0xFFF0;
    }
}
