package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.mapping.LabelAliases.Alias;
import org.gongkai.ingest.text.OfficialText;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the labelled values in the tables of a page. One page, one use. */
final class TableLabels {

    private static final int LONGEST_CELL = 1_000;
    private static final int MOST_ROWS = 200;

    /** A header stands in the first row, or below a line or two that say what the table is. */
    private static final int HEADER_WITHIN = 3;

    /** A table with one label is believed when it is no larger: more cells are a list of something. */
    private static final int MOST_CELLS_OF_ONE_LABEL = 8;

    /** How far up, and how far back there, text is looked for before a table. */
    private static final int PROSE_LEVELS = 4;

    private static final int PROSE_LINES = 30;
    private static final int LONGEST_BEFORE = LineSplitter.LONGEST_LINE * 4;

    /** Headers beside known ones that say nothing of the document. */
    private static final Set<String> BESIDE = Set.of("序号", "备注", "编号", "no", "no.", "操作");

    private final KnownLabels labels;
    private final LineSplitter splitter;
    private final List<LabelledValue> pairs = new ArrayList<>();
    /** The texts of cells: each is asked for several times before its table is understood. */
    private final Map<Element, String> texts = new IdentityHashMap<>();

    private final Set<Element> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> lists = Collections.newSetFromMap(new IdentityHashMap<>());

    TableLabels(Element page, KnownLabels labels, LineSplitter splitter) {
        this.labels = labels;
        this.splitter = splitter;
        Set<Element> outer = PageText.outer(page);
        for (Element table : page.getElementsByTag("table")) {
            if (!outer.contains(table)) {
                readTable(table);
            }
        }
    }

    /** The labelled values, and the texts that stand among them. */
    List<LabelledValue> pairs() {
        return pairs;
    }

    /** The tables that were made of labels and values. */
    Set<Element> used() {
        return used;
    }

    /** The tables that list other documents, whose labels say nothing of this one. */
    Set<Element> lists() {
        return lists;
    }

    private String text(Element cell) {
        return texts.computeIfAbsent(cell, PageText::inline);
    }

    private @Nullable Alias opening(Element cell) {
        return labels.opening(cell, text(cell));
    }

    private void readTable(Element table) {
        Cells cells = cells(table);
        List<List<Element>> rows = cells.rows();
        int strong = count(rows, each -> tells(opening(each)));
        if (strong > 0 && !indexed(rows) && behindProse(table)) {
            // A table amid the text is a part of the text, and its numbers are those of other documents.
            lists.add(table);
            return;
        }
        int header = header(rows);
        if (header >= 0 && !againAbove(rows, header + 2)) {
            readHeaded(table, rows, header);
        } else if (strong > 1 || cells.count() <= MOST_CELLS_OF_ONE_LABEL && count(rows, this::isLabel) == 1) {
            readPaired(table, rows);
        }
    }

    /**
     * The cells of a table.
     *
     * @param rows those that can be a label or a value
     * @param count of all
     */
    private record Cells(List<List<Element>> rows, int count) {
        static final Cells NONE = new Cells(List.of(), 0);
    }

    /** The cells of a table; none when it is too large to be one of labels and values. */
    private Cells cells(Element table) {
        List<List<Element>> rows = new ArrayList<>();
        int count = 0;
        for (Element row : table.getElementsByTag("tr")) {
            List<Element> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
                    continue;
                }
                if (PageText.longer(cell, LONGEST_CELL)) {
                    return Cells.NONE;
                }
                count++;
                // A colon in a cell of its own stands between label and value.
                String text = text(cell);
                if (!text.equals("：") && !text.equals(":")) {
                    cells.add(cell);
                }
            }
            rows.add(cells);
            if (rows.size() > MOST_ROWS) {
                return Cells.NONE;
            }
        }
        return new Cells(rows, count);
    }

    private static int count(List<List<Element>> rows, Predicate<Element> which) {
        return (int) rows.stream().flatMap(List::stream).filter(which).count();
    }

    private static boolean tells(@Nullable Alias alias) {
        return alias != null && alias.tells();
    }

    private boolean indexed(List<List<Element>> rows) {
        return count(rows, each -> {
                    Alias alias = opening(each);
                    return alias != null && alias.component() == Component.INDEX_NUMBER;
                })
                > 0;
    }

    private boolean isLabel(Element cell) {
        return labels.tells(text(cell));
    }

    /** Whether sentences, or a line that announces what comes, stand before the table. */
    private static boolean behindProse(Element table) {
        Element each = table;
        for (int up = 0; up < PROSE_LEVELS && each != null; up++, each = each.parent()) {
            Element before = each.previousElementSibling();
            for (int back = 0; back < PROSE_LINES && before != null; back++, before = before.previousElementSibling()) {
                if (isProse(before)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isProse(Element element) {
        return !element.normalName().equals("table")
                && !PageText.longer(element, LONGEST_BEFORE)
                && PageText.of(element).lines().stream()
                        .anyMatch(line -> !line.links()
                                && (line.text().contains("。") || line.text().endsWith("：")));
    }

    // ---- labels above values

    /** The row whose cells are labels all, or -1. */
    private int header(List<List<Element>> rows) {
        for (int i = 0; i < Math.min(rows.size() - 1, HEADER_WITHIN); i++) {
            if (isHeader(rows.get(i), rows.get(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isHeader(List<Element> row, List<Element> below) {
        int known = 0;
        for (Element cell : row) {
            String text = text(cell);
            boolean label = labels.find(text) != null;
            if (!label && !BESIDE.contains(LabelAliases.key(text))) {
                return false;
            }
            known += label ? 1 : 0;
        }
        return known > 1
                && row.size() == below.size()
                && below.stream().noneMatch(each -> labels.find(text(each)) != null);
    }

    /** Whether labels stand above values once more further down. */
    private boolean againAbove(List<List<Element>> rows, int from) {
        for (int i = from; i + 1 < rows.size(); i++) {
            if (above(rows.get(i), rows.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row holds labels alone and the next as many cells that are none: labels above, values below. */
    private boolean above(List<Element> row, List<Element> below) {
        return !row.isEmpty()
                && row.size() == below.size()
                && row.stream().allMatch(this::isLabel)
                && below.stream().noneMatch(each -> opening(each) != null);
    }

    /** Labels above, values below: one row of values describes the page's document, several are a list of others. */
    private void readHeaded(Element table, List<List<Element>> rows, int header) {
        if (rows.size() != header + 2) {
            lists.add(table);
            return;
        }
        addBelow(rows.get(header), rows.get(header + 1));
        rows.subList(0, header).forEach(row -> row.forEach(this::addRest));
        used.add(table);
    }

    private void addBelow(List<Element> row, List<Element> below) {
        for (int i = 0; i < row.size(); i++) {
            pairs.add(LabelledValue.beside(row.get(i), text(row.get(i)), below.get(i)));
        }
    }

    // ---- labels before values

    private void readPaired(Element table, List<List<Element>> rows) {
        int before = pairs.size();
        Columns columns = new Columns(rows);
        for (int r = 0; r < rows.size(); r++) {
            if (r + 1 < rows.size() && above(rows.get(r), rows.get(r + 1))) {
                addBelow(rows.get(r), rows.get(++r));
            } else {
                readRow(rows.get(r), columns);
            }
        }
        if (pairs.size() > before) {
            used.add(table);
            table.select("> caption").forEach(this::addRest);
        }
    }

    /** Which columns of a table hold labels rather than values. */
    private final class Columns {

        private final List<Integer> lean = new ArrayList<>();

        Columns(List<List<Element>> rows) {
            for (List<Element> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    if (i == lean.size()) {
                        lean.add(0);
                    }
                    lean.set(i, lean.get(i) + vote(text(row.get(i))));
                }
            }
        }

        private int vote(String text) {
            if (labels.find(text) != null || endsInColon(text)) {
                return 1;
            }
            return text.isEmpty() ? 0 : -1;
        }

        boolean ofLabels(int column) {
            return lean.get(column) > 0;
        }

        /** Unknown labels stand where known ones do: in the columns of labels, or first of two in a row of pairs. */
        boolean mayLabel(List<Element> row, int column) {
            return ofLabels(column) || lean.get(column) == 0 && paired(row, column);
        }

        private boolean paired(List<Element> row, int column) {
            if (row.size() % 2 != 0 || column % 2 != 0) {
                return false;
            }
            String value = text(row.get(column + 1));
            return !value.isEmpty() && labels.find(value) == null;
        }
    }

    /** A short text that ends in a colon is a label, whether or not it is known. */
    private static boolean endsInColon(String text) {
        return text.length() <= KnownLabels.LONGEST && (text.endsWith("：") || text.endsWith(":"));
    }

    private void readRow(List<Element> row, Columns columns) {
        for (int i = 0; i < row.size(); i++) {
            Element cell = row.get(i);
            String text = text(cell);
            boolean known = labels.find(text) != null;
            if (!known && readWithin(cell)) {
                continue;
            }
            if (!known && !(columns.mayLabel(row, i) && looksLikeLabel(cell, text))) {
                addRest(cell);
                continue;
            }
            Element next = i + 1 < row.size() ? row.get(i + 1) : null;
            if (next == null || standsForItself(next, row, i + 1, columns)) {
                add(cell, text, "");
            } else {
                pairs.add(LabelledValue.beside(cell, text, next));
                i++;
            }
        }
    }

    /** Whether the cell behind a label is a label again, so that the first has no value. */
    private boolean standsForItself(Element cell, List<Element> row, int column, Columns columns) {
        Alias alias = labels.find(text(cell));
        if (alias == null || alias.weak()) {
            return false;
        }
        boolean valueBehind = column + 1 < row.size() && labels.find(text(row.get(column + 1))) == null;
        return columns.ofLabels(column)
                || valueBehind && row.size() % 2 == 1
                || cell.normalName().equals("th");
    }

    private static boolean looksLikeLabel(Element cell, String text) {
        String key = LabelAliases.key(text);
        return !key.isEmpty()
                && key.length() <= KnownLabels.LONGEST
                && (cell.normalName().equals("th") || key.length() <= 10 && !key.matches(".*[\\d。，,;；].*"));
    }

    /** Reads pairs written within one cell, 索引号：X; answers whether there are any. */
    private boolean readWithin(Element cell) {
        if (opening(cell) == null) {
            return false;
        }
        int before = pairs.size();
        List<Block> blocks = Block.of(cell, List.of());
        BlockReader reader = new BlockReader(blocks, labels, splitter);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (reader.overValue(i)) {
                add(cell, block.plain(), blocks.get(++i).plain());
            } else {
                List<LabelledValue> parts = splitter.split(block);
                pairs.addAll(parts);
                if (parts.isEmpty()) {
                    splitter.addText(block.element(), block.plain(), pairs);
                }
            }
        }
        return pairs.size() > before;
    }

    /** What a table of labels and values holds besides them: the document's title across it, or some other text. */
    private void addRest(Element cell) {
        String text = text(cell);
        if (labels.find(text) != null) {
            add(cell, text, "");
        } else if (text.contains("关于") && OfficialText.endsLikeTitle(text)) {
            pairs.add(LabelledValue.title(cell, text));
        } else if (text.chars().anyMatch(Character::isLetterOrDigit)) {
            pairs.add(LabelledValue.text(cell, text));
        }
    }

    private void add(Element element, String label, String value) {
        pairs.add(LabelledValue.of(element, label, value));
    }
}
