package org.gongkai.ingest.office;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.ingest.office.GlyphLine.Segment;
import org.gongkai.ingest.office.OfficeText.Align;
import org.gongkai.ingest.office.OfficeText.Aside;
import org.gongkai.ingest.office.OfficeText.Cell;
import org.gongkai.ingest.office.OfficeText.Paragraph;
import org.gongkai.ingest.office.OfficeText.Part;
import org.gongkai.ingest.office.OfficeText.Remark;
import org.gongkai.ingest.office.OfficeText.Table;
import org.jspecify.annotations.Nullable;

/**
 * Makes paragraphs and tables of what is drawn on pages, as files without a text of their own order hold it (.pdf, .ofd). Lines that
 * fill the width of the text go on in the next; a table goes on over pages where its columns do. What looks like a table and cannot be
 * told for certain stays text, and that is told. One file, one use; not safe to share between threads.
 */
public final class PagedText {

    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–－―•·\\s]{0,6}(?:第\\s{0,3})?\\d{1,4}(?:\\s{0,3}页)?"
            + "(?:\\s{0,3}[/／,，]?\\s{0,3}共?\\s{0,3}\\d{1,4}\\s{0,3}页?)?[-—–－―•·\\s]{0,6}");
    private static final Pattern ITEM = Pattern.compile(
            "(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\\d]{1,3}[)）]|\\d{1,3}[.．、](?!\\d)|第[一二三四五六七八九十百\\d]{1,5}[章节条]|附件).*");

    private static final String SENTENCE_END = "。；：！？…”）)";

    /** So near to the upper or lower edge, as a share of the height, pages have their numbers. */
    private static final double MARGIN = 0.12;

    /** The line that ends so many sizes before the right margin goes on in the next: marks are not let stand at its beginning. */
    private static final double FULL = 2.2;

    private static final double MARGIN_TOLERANCE = 4;
    private static final double INDENT = 0.8;
    private static final double SAME_SIZE = 0.15;
    private static final double WIDEST_LEADING = 2.6;
    private static final double CENTRED = 1.2;
    private static final int LONG_LINE = 10;
    private static final int LEAST_ROWS = 3;
    private static final int LONGEST_CELL = 24;
    private static final int REPEATED = 3;

    private record Line(GlyphLine line, PageLayout page) {}

    private final List<PageLayout> pages = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Line> open = new ArrayList<>();
    private double left;
    private double right;
    /** Whether the right margin is known: several lines end there, or it is as wide as the left one. */
    private boolean filled;

    /** The columns of the table that was added last, while nothing came after it. */
    private double @Nullable [] columns;

    /** Begins a file without pages. */
    public PagedText() {}

    /**
     * Adds a page.
     *
     * @param page the page, with all that is drawn on it
     */
    public void add(PageLayout page) {
        pages.add(page);
    }

    /**
     * Makes the text.
     *
     * @param pictures how many pictures the pages have
     * @param more what else is to be told
     * @return the text of all pages
     */
    public OfficeText text(int pictures, List<Remark> more) {
        List<List<PageLayout.Block>> blocks =
                pages.stream().map(PageLayout::blocks).toList();
        Map<String, Integer> repeated = margins(blocks);
        measure(blocks);
        for (int i = 0; i < pages.size(); i++) {
            page(pages.get(i), blocks.get(i), repeated);
        }
        flush();
        List<Remark> all = new ArrayList<>(more);
        all.addAll(remarks);
        return new OfficeText(parts, pages.size(), pictures, all);
    }

    private void page(PageLayout page, List<PageLayout.Block> blocks, Map<String, Integer> repeated) {
        if (page.crowded()) {
            remarks.add(new Remark("source.table.unclear", page.number(), null, null));
        }
        for (PageLayout.Block each : blocks) {
            GlyphLine line = each.line();
            if (line != null && beside(page, line, repeated)) {
                parts.add(new Aside(line.text(), page.number()));
            } else if (line != null) {
                open.add(new Line(line, page));
            } else if (each.table() != null) {
                flush();
                table(each.table(), page.number());
            }
        }
    }

    // ---- what stands on every page

    /** How often what stands in the margins of pages stands there, its numbers aside. */
    private Map<String, Integer> margins(List<List<PageLayout.Block>> blocks) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            PageLayout page = pages.get(i);
            blocks.get(i).stream()
                    .flatMap(each -> Stream.ofNullable(each.line()))
                    .filter(each -> inMargin(page, each))
                    .forEach(each -> counts.merge(withoutNumbers(each), 1, Integer::sum));
        }
        return counts;
    }

    private static String withoutNumbers(GlyphLine line) {
        return line.text().replaceAll("\\d+", "#");
    }

    private static boolean inMargin(PageLayout page, GlyphLine line) {
        double share = line.baseline() / Math.max(1, page.height());
        return share < MARGIN || share > 1 - MARGIN;
    }

    private boolean beside(PageLayout page, GlyphLine line, Map<String, Integer> repeated) {
        if (!inMargin(page, line)) {
            return false;
        }
        int times = repeated.getOrDefault(withoutNumbers(line), 0);
        return PAGE_NUMBER.matcher(line.text()).matches() || times >= REPEATED && times * 2 > pages.size();
    }

    // ---- paragraphs

    /** Finds the margins of the text: lines of some length begin and end there. */
    private void measure(List<List<PageLayout.Block>> blocks) {
        List<GlyphLine> lines = blocks.stream()
                .flatMap(List::stream)
                .flatMap(each -> Stream.ofNullable(each.line()))
                .filter(each -> each.glyphs().size() >= LONG_LINE)
                .toList();
        double[] starts = lines.stream().mapToDouble(GlyphLine::start).sorted().toArray();
        double[] ends = lines.stream().mapToDouble(GlyphLine::end).sorted().toArray();
        left = starts.length == 0 ? 0 : starts[starts.length / 10];
        right = ends.length == 0 ? 0 : ends[ends.length - 1 - ends.length / 20];
        double size = lines.isEmpty() ? 0 : lines.get(0).size();
        long near = Arrays.stream(ends).filter(each -> each > right - size).count();
        double mirrored = pages.isEmpty() ? 0 : pages.get(0).width() - left;
        filled = near >= LEAST_ROWS || right > mirrored - MARGIN_TOLERANCE * size;
    }

    /** Makes paragraphs of the lines since the last table, and tables of those whose columns stand for certain. */
    private void flush() {
        int from = 0;
        while (from < open.size()) {
            int end = from;
            while (end < open.size() && open.get(end).line().segments().size() > 1 && samePage(from, end)) {
                end++;
            }
            if (end - from >= LEAST_ROWS && columns(from, end)) {
                from = end;
            } else {
                end = Math.max(end, from + 1);
                from = paragraphs(from, end);
            }
        }
        open.clear();
    }

    private boolean samePage(int one, int other) {
        return open.get(one).page() == open.get(other).page();
    }

    /** Makes paragraphs of some lines, with those behind them that go on; answers the first line behind. */
    private int paragraphs(int from, int end) {
        if (end - from >= LEAST_ROWS) {
            remarks.add(new Remark(
                    "source.table.unclear",
                    open.get(from).page().number(),
                    open.get(from).line().text(),
                    null));
        }
        int each = from;
        while (each < end) {
            StringBuilder text = new StringBuilder(open.get(each).line().text());
            int last = each;
            while (last + 1 < open.size() && goesOn(open.get(last), open.get(last + 1), last == each)) {
                last++;
                append(text, open.get(last).line().text());
            }
            Line first = open.get(each);
            parts.add(new Paragraph(
                    text.toString(),
                    last > each ? Align.LEFT : align(first),
                    first.page().number()));
            columns = null;
            each = last + 1;
        }
        return each;
    }

    private static void append(StringBuilder text, String more) {
        boolean words = text.length() > 0
                && text.charAt(text.length() - 1) < 0x2000
                && !more.isEmpty()
                && more.charAt(0) < 0x2000
                && Character.isLetter(text.charAt(text.length() - 1))
                && Character.isLetter(more.charAt(0));
        text.append(words ? " " : "").append(more);
    }

    private boolean goesOn(Line one, Line next, boolean first) {
        double size = one.line().size();
        double gap = next.line().baseline() - one.line().baseline();
        boolean near = one.page() != next.page() || gap < WIDEST_LEADING * size;
        boolean full = filled && one.line().end() > right - FULL * size;
        boolean margin = next.line().start() < left + INDENT * size;
        boolean alike = Math.abs(next.line().size() - size) <= SAME_SIZE * size;
        boolean columned = next.line().segments().size() > 1 || first && align(one) != Align.LEFT;
        return near && full && margin && alike && !columned && !begins(one, next);
    }

    /** Whether a line begins a paragraph by its number. What stands behind half a sentence goes on, as 8、 does of a number cut in two. */
    private static boolean begins(Line one, Line next) {
        return SENTENCE_END.indexOf(one.line().last()) >= 0
                && ITEM.matcher(next.line().text()).matches();
    }

    private Align align(Line each) {
        GlyphLine line = each.line();
        double size = line.size();
        double middle = (line.start() + line.end()) / 2;
        boolean inside = line.start() > left + 2 * size && line.end() < right - 2 * size;
        if (inside && Math.abs(middle - (left + right) / 2) < CENTRED * size) {
            return Align.CENTER;
        }
        return line.start() > (left + right) / 2 ? Align.RIGHT : Align.LEFT;
    }

    // ---- tables

    private void table(RuledTable found, int page) {
        List<List<Cell>> rows = found.cells(page);
        double[] own = found.columns();
        int last = lastTable();
        if (columns != null
                && same(columns, own)
                && last >= 0
                && parts.get(last).page() < page) {
            Table before = (Table) parts.get(last);
            List<List<Cell>> joined = new ArrayList<>(before.rows());
            joined.addAll(rows);
            parts.set(last, new Table(joined, before.page()));
            if (cutInTwo(rows.get(0))) {
                remarks.add(new Remark("source.table.unclear", page, text(rows.get(0)), null));
            }
        } else {
            parts.add(new Table(rows, page));
        }
        columns = own;
    }

    /** The table that was added last, when nothing but numbers of pages came after it; or -1. */
    private int lastTable() {
        int last = parts.size() - 1;
        while (last >= 0 && parts.get(last) instanceof Aside) {
            last--;
        }
        return last >= 0 && parts.get(last) instanceof Table ? last : -1;
    }

    /** Whether a row at the top of a page may be the end of the row before it: its first cell is empty and others are not. */
    private static boolean cutInTwo(List<Cell> row) {
        return row.size() > 1 && text(row.subList(0, 1)).isBlank() && !text(row).isBlank();
    }

    private static String text(List<Cell> row) {
        StringBuilder text = new StringBuilder();
        row.forEach(cell -> cell.parts().forEach(part -> {
            if (part instanceof Paragraph paragraph) {
                text.append(text.isEmpty() ? "" : " ").append(paragraph.text());
            }
        }));
        return text.toString();
    }

    private static boolean same(double[] one, double[] other) {
        if (one.length != other.length) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > 4) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes a table of lines without rules: of each line as many short pieces, each under the one above and clear of the next
     * column. Labels with values behind a colon are none.
     */
    private boolean columns(int from, int end) {
        List<List<Segment>> rows = open.subList(from, end).stream()
                .map(each -> each.line().segments())
                .toList();
        int count = rows.get(0).size();
        double[] starts = new double[count];
        double[] ends = new double[count];
        Arrays.fill(starts, Double.MAX_VALUE);
        for (List<Segment> row : rows) {
            if (row.size() != count) {
                return false;
            }
            for (int c = 0; c < count; c++) {
                Segment each = row.get(c);
                if (each.text().length() > LONGEST_CELL || each.text().matches(".*[。；：:].*")) {
                    return false;
                }
                starts[c] = Math.min(starts[c], each.start());
                ends[c] = Math.max(ends[c], each.end());
            }
        }
        for (int c = 0; c + 1 < count; c++) {
            if (ends[c] >= starts[c + 1]) {
                return false;
            }
        }
        int page = open.get(from).page().number();
        parts.add(new Table(
                rows.stream()
                        .map(row -> row.stream()
                                .map(each -> new Cell(List.of(new Paragraph(each.text(), Align.LEFT, page)), 1, 1))
                                .toList())
                        .toList(),
                page));
        columns = null;
        return true;
    }
}
