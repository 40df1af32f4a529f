package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Finds the labelled values of a page: in tables, in definition lists, in lines and in neighbouring elements. */
final class PageLabels {

    /** Between pieces of a line that stand in elements of their own. */
    private static final char EDGE = '\u0001';

    private static final int LONGEST_LABEL = 16;
    private static final int LONGEST_LINE = 600;
    private static final int LONGEST_CELL = 1_000;
    private static final int MOST_IN_LINE = 30;
    private static final int MOST_ROWS = 200;
    private static final int FIRST_LINES = 12;
    private static final int BLOCK_LINES = 80;
    private static final int LONGEST_NUMBER = 60;
    private static final int PROSE_LEVELS = 4;
    private static final int PROSE_LINES = 30;
    private static final Pattern UNKNOWN =
            Pattern.compile("(?:^|[\\s　" + EDGE + "])(\\p{IsHan}{2,8})[" + EDGE + "\\s]*[:：]");
    private static final Pattern FIRST_DATE = Pattern.compile(
            "^\\s*(\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?(?:[ T　]*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?)(?![\\d])");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\u00a0]+");
    private static final Pattern EDGES = Pattern.compile("(?:" + EDGE + " ?)+");
    private static final Pattern ITEM = Pattern.compile("[\\p{IsHan} 　]{2,10}[:：]");
    private static final String DATE =
            "(?:19|20)\\d{2}(?:[-/.]\\d{1,2}[-/.]\\d{1,2}|年\\d{1,2}月\\d{1,2}日)(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?";
    private static final Pattern BARE_DATE = Pattern.compile("[\\[（(]?(" + DATE + ")[\\])）]?");
    private static final Pattern DATE_BEHIND = Pattern.compile("(.*?)[\\s|｜]*(?<![\\d])(" + DATE + ")");
    private static final Pattern FOOTER = Pattern.compile("(?i).*(?:footer|copyright).*|foot|bottom");
    private static final Set<String> CLICKED = Set.of("a", "option", "button", "label", "select");
    private static final Set<String> BESIDE = Set.of("序号", "备注", "编号", "no", "no.", "操作");
    private static final Set<Component> LINKED = Set.of(Component.ATTACHMENTS, Component.RELATIONS, Component.BODY);
    private static final Set<Component> BYLINE =
            Set.of(Component.CONTENT_SOURCE, Component.AUTHOR, Component.EDITOR, Component.PUBLISHED_ON);
    private static final Set<Component> MARKING = Set.of(
            Component.INDEX_NUMBER,
            Component.DOCUMENT_NUMBER,
            Component.ISSUERS,
            Component.WRITTEN_ON,
            Component.PUBLISHED_ON);
    private static final Set<Component> SINGLE =
            Set.of(Component.INDEX_NUMBER, Component.DOCUMENT_NUMBER, Component.TITLE);
    private static final Set<String> DATES =
            Set.of("writtenOn", "publishedOn", "effectiveFrom", "repealedOn", "expiresOn", "printedOn");

    private final Element page;
    private final LabelAliases aliases;
    private final List<Pair> tablePairs = new ArrayList<>();
    private final Set<Element> usedTables = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> lists = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * A label and its value.
     *
     * @param element where they stand
     * @param label the label as it stands
     * @param value the value, empty when there is none
     * @param component what it means, where the place says so rather than the label; otherwise null
     * @param beside the element of the value, where that is another; otherwise null
     */
    record Pair(
            Element element,
            String label,
            String value,
            @Nullable Component component,
            @Nullable Element beside) {}

    PageLabels(Element page, LabelAliases aliases) {
        this.page = page;
        this.aliases = aliases;
        Set<Element> outer = PageText.outer(page);
        for (Element table : page.getElementsByTag("table")) {
            if (!outer.contains(table)) {
                readTable(table);
            }
        }
    }

    List<Pair> tables() {
        return tablePairs;
    }

    Set<Element> usedTables() {
        return usedTables;
    }

    // ---- tables

    private void readTable(Element table) {
        List<List<Element>> rows = new ArrayList<>();
        int strong = 0;
        int own = 0;
        int cells = 0;
        for (Element row : table.getElementsByTag("tr")) {
            List<Element> cellsOfRow = new ArrayList<>();
            for (Element cell : row.children()) {
                if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                    if (PageText.longer(cell, LONGEST_CELL)) {
                        return;
                    }
                    // A colon in a cell of its own stands between label and value.
                    String text = PageText.inline(cell);
                    if (!text.equals("：") && !text.equals(":")) {
                        cellsOfRow.add(cell);
                    }
                    LabelAliases.Alias alias = opening(cell);
                    boolean telling = alias != null && !alias.weak() && alias.component() != null;
                    strong += telling ? 1 : 0;
                    own += telling && known(PageText.inline(cell)) != null ? 1 : 0;
                    cells++;
                }
            }
            rows.add(cellsOfRow);
            if (rows.size() > MOST_ROWS) {
                return;
            }
        }
        boolean indexed = rows.stream()
                .flatMap(List::stream)
                .map(this::opening)
                .anyMatch(alias -> alias != null && alias.component() == Component.INDEX_NUMBER);
        if (strong > 0 && !indexed && behindProse(table)) {
            // A table amid the text is a part of the text, and its numbers are those of other documents.
            lists.add(table);
            return;
        }
        int header = header(rows);
        if (header >= 0 && !againAbove(rows, header + 2)) {
            readHeaded(table, rows, header);
        } else if (strong > 1 || own == 1 && cells <= 8) {
            int before = tablePairs.size();
            readRows(rows);
            if (tablePairs.size() > before) {
                usedTables.add(table);
                table.select("> caption").forEach(each -> addRest(each, tablePairs));
            }
        }
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

    /** What a table of labels and values holds besides them: the document's title across it, or some other text. */
    private void addRest(Element cell, List<Pair> pairs) {
        String text = PageText.inline(cell);
        LabelAliases.Alias alias = known(text);
        if (alias != null) {
            pair(cell, text, "");
        } else if (text.contains("关于") && OfficialText.endsLikeTitle(text)) {
            pairs.add(new Pair(cell, "[页面:标题]", text, Component.TITLE, null));
        } else if (text.chars().anyMatch(Character::isLetterOrDigit)) {
            pairs.add(new Pair(cell, "[页面:文字]", text, null, null));
        }
    }

    /** Whether sentences, or a line that announces what comes, stand before the table. */
    private static boolean behindProse(Element table) {
        Element each = table;
        for (int up = 0; up < PROSE_LEVELS && each != null; up++, each = each.parent()) {
            Element before = each.previousElementSibling();
            for (int back = 0; back < PROSE_LINES && before != null; back++, before = before.previousElementSibling()) {
                if (!before.normalName().equals("table") && !PageText.longer(before, LONGEST_LINE * 4)) {
                    for (PageText.Line line : PageText.of(before).lines()) {
                        if (!line.links()
                                && (line.text().contains("。") || line.text().endsWith("："))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    /** The label that a cell is, or begins with before a colon. */
    private LabelAliases.@Nullable Alias opening(Element cell) {
        String text = PageText.inline(cell);
        LabelAliases.Alias alias = known(text);
        if (alias != null) {
            return alias;
        }
        int colon = StringUtils.indexOfAny(text, '：', ':');
        if (colon > 0) {
            return known(text.substring(0, colon));
        }
        // 索引号<br>X in one cell.
        return cell.getElementsByTag("br").isEmpty()
                ? null
                : known(StringUtils.substringBefore(PageText.of(cell).text(), "\n"));
    }

    private LabelAliases.@Nullable Alias known(String text) {
        if (text.isEmpty()
                || text.length() > LONGEST_LABEL * 2
                || LabelAliases.key(text).length() > LONGEST_LABEL) {
            return null;
        }
        LabelAliases.Alias alias = aliases.find(text);
        if (alias != null || !StringUtils.containsAny(text, '/', '／')) {
            return alias;
        }
        String[] parts = StringUtils.split(text, "/／");
        LabelAliases.Alias first = parts.length == 2 ? aliases.find(parts[0]) : null;
        return first == null || aliases.find(parts[1]) == null ? null : first;
    }

    /** The row whose cells are labels all, or -1. */
    private int header(List<List<Element>> rows) {
        for (int i = 0; i < Math.min(rows.size(), 3); i++) {
            int labels = 0;
            boolean all = rows.get(i).size() > 1;
            for (Element cell : rows.get(i)) {
                String text = PageText.inline(cell);
                boolean label = known(text) != null;
                labels += label ? 1 : 0;
                all &= label || BESIDE.contains(LabelAliases.key(text));
            }
            boolean below =
                    i + 1 < rows.size() && rows.get(i + 1).size() == rows.get(i).size();
            if (all
                    && labels > 1
                    && below
                    && rows.get(i + 1).stream().noneMatch(each -> known(PageText.inline(each)) != null)) {
                return i;
            }
        }
        return -1;
    }

    /** Labels above, values below: one row of values describes the page's document, several are a list of others. */
    private void readHeaded(Element table, List<List<Element>> rows, int header) {
        if (rows.size() != header + 2) {
            lists.add(table);
            return;
        }
        for (int i = 0; i < rows.get(header).size(); i++) {
            Element label = rows.get(header).get(i);
            pair(label, PageText.inline(label), value(rows.get(header + 1).get(i)));
        }
        rows.subList(0, header).forEach(row -> row.forEach(each -> addRest(each, tablePairs)));
        usedTables.add(table);
    }

    private void readRows(List<List<Element>> rows) {
        Map<Integer, Integer> lean = new HashMap<>();
        for (List<Element> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String text = PageText.inline(row.get(i));
                lean.merge(i, known(text) != null ? 1 : text.isEmpty() ? 0 : -1, Integer::sum);
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            List<Element> row = rows.get(r);
            if (r + 1 < rows.size() && above(row, rows.get(r + 1))) {
                List<Element> below = rows.get(++r);
                for (int i = 0; i < row.size(); i++) {
                    pair(row.get(i), PageText.inline(row.get(i)), value(below.get(i)));
                }
                continue;
            }
            for (int i = 0; i < row.size(); i++) {
                Element cell = row.get(i);
                String text = PageText.inline(cell);
                LabelAliases.Alias alias = known(text);
                // Unknown labels stand where known ones do: in the columns of labels, or first of two in a row of
                // pairs.
                boolean labelColumn = lean.getOrDefault(i, 0) > 0 || lean.getOrDefault(i, 0) == 0 && paired(row, i);
                if (alias == null && inlinePairs(cell)) {
                    continue;
                }
                if (alias == null && !(labelColumn && looksLikeLabel(cell, text))) {
                    addRest(cell, tablePairs);
                    continue;
                }
                Element next = i + 1 < row.size() ? row.get(i + 1) : null;
                if (next == null || standsForItself(next, row, i + 1, lean)) {
                    pair(cell, text, "");
                } else {
                    pair(cell, text, value(next));
                    i++;
                }
            }
        }
    }

    private boolean paired(List<Element> row, int index) {
        return row.size() % 2 == 0
                && index % 2 == 0
                && !PageText.inline(row.get(index + 1)).isEmpty()
                && known(PageText.inline(row.get(index + 1))) == null;
    }

    /** Whether a row holds labels alone and the next as many cells that are none: labels above, values below. */
    private boolean above(List<Element> labels, List<Element> values) {
        return !labels.isEmpty()
                && labels.size() == values.size()
                && labels.stream().allMatch(this::tells)
                && values.stream().noneMatch(each -> opening(each) != null);
    }

    private boolean tells(Element cell) {
        LabelAliases.Alias alias = known(PageText.inline(cell));
        return alias != null && alias.component() != null && !alias.weak();
    }

    /** Whether the cell behind a label is a label again, so that the first has no value. */
    private boolean standsForItself(Element cell, List<Element> row, int index, Map<Integer, Integer> lean) {
        LabelAliases.Alias alias = known(PageText.inline(cell));
        if (alias == null || alias.weak()) {
            return false;
        }
        boolean labelColumn = lean.getOrDefault(index, 0) > 0;
        boolean valueBehind = index + 1 < row.size() && known(PageText.inline(row.get(index + 1))) == null;
        return labelColumn
                || valueBehind && row.size() % 2 == 1
                || cell.normalName().equals("th");
    }

    private static boolean looksLikeLabel(Element cell, String text) {
        String key = LabelAliases.key(text);
        return !key.isEmpty()
                && key.length() <= LONGEST_LABEL
                && (cell.normalName().equals("th") || key.length() <= 10 && !key.matches(".*[\\d。，,;；].*"));
    }

    /** Pairs written within one cell: 索引号：X. */
    private boolean inlinePairs(Element cell) {
        LabelAliases.Alias alias = opening(cell);
        if (alias == null) {
            return false;
        }
        int before = tablePairs.size();
        List<Block> blocks = blocks(cell, List.of());
        for (int i = 0; i < blocks.size(); i++) {
            if (overValue(blocks, i)) {
                pair(cell, blocks.get(i).plain(), blocks.get(++i).plain());
            } else {
                List<Pair> parts = split(blocks.get(i));
                tablePairs.addAll(parts);
                if (parts.isEmpty()) {
                    addText(blocks.get(i), blocks.get(i).plain(), tablePairs);
                }
            }
        }
        return tablePairs.size() > before;
    }

    private void pair(Element element, String label, String value) {
        tablePairs.add(new Pair(element, StringUtils.stripEnd(label, "：: 　"), value, null, null));
    }

    private static String value(Element cell) {
        return PageText.of(cell).text();
    }

    // ---- lines

    /** Whether a line is a label and the next line of the same element its value. */
    private boolean overValue(List<Block> blocks, int index) {
        if (index + 1 >= blocks.size()) {
            return false;
        }
        Block label = blocks.get(index);
        Block value = blocks.get(index + 1);
        if (label.element() != value.element()) {
            return false;
        }
        LabelAliases.Alias alias = known(label.plain());
        return alias != null
                && alias.component() != null
                && known(value.plain()) == null
                && labelBefore(value.text(), 0, StringUtils.indexOfAny(value.text(), '：', ':')) < 0;
    }

    /** A line of the page: a block's own text, with marks where inline elements meet. */
    private record Block(Element element, String text) {

        String plain() {
            return PageText.tidy(text.replace(EDGE, ' '));
        }
    }

    /** The labelled values outside tables, those of the page's frame left out. */
    List<Pair> lines(@Nullable Element body, @Nullable Element heading) {
        List<Block> blocks = blocks(page, lists);
        Map<Element, Group> groups = new IdentityHashMap<>();
        List<List<Pair>> found = new ArrayList<>();
        Set<Element> values = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            List<Pair> pairs = values.contains(block.element()) ? List.of() : read(blocks, i, values);
            found.add(pairs);
            Group group = groups.computeIfAbsent(group(block.element()), each -> new Group());
            for (Pair pair : pairs) {
                LabelAliases.Alias alias = known(pair.label());
                if (alias != null && !alias.weak() && alias.component() != null) {
                    String before = group.values.putIfAbsent(alias.component(), pair.value());
                    group.several |= before != null
                            && SINGLE.contains(alias.component())
                            && !before.isEmpty()
                            && !pair.value().isEmpty()
                            && !before.equals(pair.value());
                    group.strong++;
                    group.last = i;
                    group.described |= alias.component() == Component.INDEX_NUMBER
                            || alias.component() == Component.DOCUMENT_NUMBER;
                }
            }
        }
        List<Pair> accepted = new ArrayList<>();
        boolean entered = false;
        int inBody = 0;
        boolean dated = tablePairs.stream().anyMatch(this::dates);
        Pair bare = null;
        boolean below = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean inside = body != null && within(block.element(), body);
            entered |= inside;
            inBody += inside ? 1 : 0;
            Group group = groups.getOrDefault(group(block.element()), new Group());
            List<Pair> pairs = found.get(i);
            boolean line = false;
            boolean byline = byline(pairs) && block.text().length() < 150 && (!inside || inBody <= FIRST_LINES);
            for (Pair pair : pairs) {
                line |= byline || accept(pair, block, group, i, inside, entered, inBody);
            }
            // A line is taken whole: it is not read again as a part of the body.
            for (Pair pair : line ? pairs : List.<Pair>of()) {
                LabelAliases.Alias alias = known(pair.label());
                if (alias == null || alias.component() == null || !LINKED.contains(alias.component())) {
                    accepted.add(pair);
                    dated |= dates(pair);
                }
            }
            below |= heading != null && within(block.element(), heading);
            String text = block.plain();
            boolean title = !inside && !entered && below || heading != null && near(block.element(), heading);
            if (!title || line || inside && inBody > 3) {
                continue;
            }
            Matcher date = BARE_DATE.matcher(text);
            String number = inside || text.length() > LONGEST_NUMBER ? null : OfficialText.number(text);
            if (bare == null && date.matches()) {
                bare = new Pair(block.element(), "[页面:日期]", date.group(1), Component.PUBLISHED_ON, null);
            } else if (number != null) {
                accepted.add(new Pair(block.element(), "[页面:发文字号]", number, Component.DOCUMENT_NUMBER, null));
            }
        }
        if (!dated && bare != null) {
            accepted.add(bare);
        }
        addUnknown(blocks, accepted, values);
        return accepted;
    }

    /** Adds the pairs whose labels nobody knows but that stand where known labels do, in elements of the same make. */
    private void addUnknown(List<Block> blocks, List<Pair> accepted, Set<Element> values) {
        Set<Element> labels = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, Integer> makes = new HashMap<>();
        for (Pair pair : accepted) {
            LabelAliases.Alias alias = known(pair.label());
            if (labels.add(pair.element()) && alias != null && alias.component() != null && !alias.weak()) {
                makes.merge(make(pair.element()), 1, Integer::sum);
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            Element element = blocks.get(i).element();
            if (labels.contains(element)
                    || values.contains(element)
                    || makes.getOrDefault(make(element), 0) < 2
                    || inside(element, CLICKED)
                    || !element.getElementsByTag("a").isEmpty()) {
                continue;
            }
            String[] pieces = StringUtils.split(blocks.get(i).text(), EDGE);
            Element value = pieces.length == 1 ? neighbour(element) : null;
            if (pieces.length == 2 && label(pieces[0])) {
                accepted.add(new Pair(element, pieces[0].strip(), trim(pieces[1]), null, null));
            } else if (value != null
                    && label(pieces[0])
                    && !labels.contains(value)
                    && !PageText.longer(value, LONGEST_LINE)) {
                accepted.add(
                        new Pair(element, pieces[0].strip(), PageText.of(value).text(), null, value));
                values.add(value);
                values.addAll(value.getAllElements());
            }
        }
    }

    private static boolean label(String text) {
        return text.strip().matches("[\\p{IsHan} 　（）()/]{2,12}[:：]?");
    }

    /** What an element is made as: its name and class, those of its parent, and the place that holds both. */
    private static String make(Element element) {
        Element parent = element.parent();
        Element place = parent == null || parent.parent() == null ? element : parent.parent();
        return element.normalName()
                + '.'
                + element.className()
                + '<'
                + (parent == null ? "" : parent.normalName() + '.' + parent.className())
                + '@'
                + System.identityHashCode(place);
    }

    /** Whether a line tells of source, author or date of publication more than once: 时间：… 来源：… 编辑：… */
    private boolean byline(List<Pair> pairs) {
        int told = 0;
        for (Pair pair : pairs) {
            LabelAliases.Alias alias = known(pair.label());
            told += alias != null && alias.component() != null && BYLINE.contains(alias.component()) ? 1 : 0;
        }
        return told > 1;
    }

    private boolean dates(Pair pair) {
        return !pair.value().isBlank()
                && (pair.component() == Component.PUBLISHED_ON
                        || aliases.component(pair.label()) == Component.PUBLISHED_ON);
    }

    /** What is known of the lines that stand together. */
    private static final class Group {
        private final Map<Component, String> values = new HashMap<>();
        /** Set when the lines tell of several documents. */
        private boolean several;

        private int strong;
        private int last;
        private boolean described;
    }

    private boolean accept(
            Pair pair, Block block, Group group, int index, boolean inside, boolean entered, int inBody) {
        LabelAliases.Alias alias = known(pair.label());
        if (group.several && !inside) {
            return false;
        }
        // Behind the last label that is clear, a line with a colon is text of the document.
        boolean amid = index <= group.last;
        if (alias == null) {
            return amid && (group.strong > 2 || group.strong > 1 && !inside && !entered);
        }
        Component component = alias.component();
        if (component != null && LINKED.contains(component)) {
            return false;
        }
        boolean byline =
                component != null && BYLINE.contains(component) && block.text().length() < 100;
        if (inside) {
            boolean early = inBody <= FIRST_LINES;
            boolean marking = component != null && MARKING.contains(component) && !alias.weak();
            return amid && group.strong > 2 && inBody <= BLOCK_LINES
                    || early
                            && (amid && group.strong > 1
                                    || marking && block.text().length() < 80
                                    || byline && group.strong > 0);
        }
        if (entered) {
            return amid && group.strong > 2 && group.described
                    || component == Component.AUTHOR
                    || component == Component.EDITOR
                    || component == Component.CONTENT_SOURCE;
        }
        return group.strong > 1
                || group.strong == 1 && !alias.weak()
                || byline
                || component == null && group.strong > 0;
    }

    /** The element whose parts make one group of lines: the parent of the block, or of the item it stands in. */
    private static Element group(Element block) {
        Element each = block;
        for (int up = 0; up < 3 && each.parent() != null; up++) {
            each = each.parent();
            if (each.childrenSize() > 1) {
                return each;
            }
        }
        return each;
    }

    private List<Pair> read(List<Block> blocks, int index, Set<Element> values) {
        Block block = blocks.get(index);
        String text = block.text().replace(EDGE, ' ');
        LabelAliases.Alias whole = known(text);
        Element element = block.element();
        if (index > 0 && overValue(blocks, index - 1)) {
            return List.of();
        }
        if (overValue(blocks, index)) {
            return List.of(new Pair(
                    element,
                    StringUtils.stripEnd(text.strip(), "：: 　"),
                    blocks.get(index + 1).plain(),
                    null,
                    null));
        }
        if (whole != null
                && !inside(element, CLICKED)
                && element.getElementsByTag("a").isEmpty()) {
            Element value = neighbour(element);
            if (value != null && PageText.longer(value, LONGEST_LINE)) {
                return List.of();
            }
            String said = value == null ? "" : PageText.of(value).text();
            boolean colon = text.strip().endsWith("：") || text.strip().endsWith(":");
            if (value == null && !colon) {
                return List.of();
            }
            LabelAliases.Alias again = known(said);
            boolean empty = value == null
                    || emptyInside(element)
                    || opensWithLabel(value)
                    || again != null && !again.weak()
                    || colon && ITEM.matcher(said).lookingAt();
            if (!empty) {
                values.add(value);
                value.getAllElements().forEach(values::add);
            }
            return List.of(new Pair(
                    element,
                    StringUtils.stripEnd(text.strip(), "：: 　"),
                    empty ? "" : said,
                    null,
                    empty ? null : value));
        }
        if (element.normalName().equals("dt") && text.strip().length() <= LONGEST_LABEL && !text.isBlank()) {
            Element value = element.nextElementSibling();
            if (value != null && value.normalName().equals("dd")) {
                values.add(value);
                return List.of(new Pair(
                        element,
                        StringUtils.stripEnd(text.strip(), "：: 　"),
                        PageText.of(value).text(),
                        null,
                        value));
            }
        }
        return split(block);
    }

    /** Whether the label's own element holds a place for the value, with nothing in it. */
    private static boolean emptyInside(Element element) {
        Element last = element.lastElementChild();
        return last != null
                && element.childrenSize() > 1
                && last.normalName().matches("span|em|i|b|strong|div|p|dd|font")
                && PageText.inline(last).isEmpty();
    }

    /** Whether an element begins with a label of its own, in an element that has more behind it. */
    private boolean opensWithLabel(Element element) {
        Element first = element.firstElementChild();
        if (first == null || element.childrenSize() < 2) {
            return false;
        }
        LabelAliases.Alias alias = known(PageText.inline(first));
        return alias != null && alias.component() != null && !alias.weak();
    }

    /** What stands behind a label that fills its element. */
    private static @Nullable Element neighbour(Element label) {
        Element each = label;
        for (int up = 0; up < 3; up++) {
            Element next = each.nextElementSibling();
            if (next != null) {
                return next;
            }
            Element parent = each.parent();
            if (parent == null
                    || parent.childrenSize() > 1
                    || parent.normalName().equals("body")) {
                return null;
            }
            each = parent;
        }
        return null;
    }

    /** The pairs that stand in one line: each value reaches to the next label. */
    private List<Pair> split(Block block) {
        String text = block.text();
        if (text.length() > LONGEST_LINE && StringUtils.indexOfAny(text.substring(0, 30), '：', ':') < 0) {
            return List.of();
        }
        List<int[]> labels = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length() && i < LONGEST_LINE; i++) {
            char each = text.charAt(i);
            boolean colon = each == '：' || each == ':';
            if (colon || each == '】' || each == ']') {
                int start = labelBefore(text, from, i);
                if (start >= 0 && (colon || start > 0 && "【[".indexOf(text.charAt(start - 1)) >= 0)) {
                    labels.add(new int[] {start, i, i + 1});
                    from = i + 1;
                }
            }
        }
        addUncoloned(text, labels);
        if (labels.isEmpty() && text.length() < LONGEST_LINE / 3) {
            int blank = StringUtils.indexOfAny(text, ' ', '　', EDGE);
            LabelAliases.Alias alias = blank > 0 ? known(text.substring(0, blank)) : null;
            if (alias != null && !alias.weak() && alias.component() != null) {
                labels.add(new int[] {0, blank, blank + 1});
            }
        }
        if (labels.isEmpty()) {
            Matcher unknown = UNKNOWN.matcher(text);
            if (!unknown.lookingAt()) {
                return List.of();
            }
            labels.add(new int[] {unknown.start(1), unknown.end(1), unknown.end()});
        }
        List<Pair> pairs = new ArrayList<>();
        addLead(block, text.substring(0, labels.get(0)[0]), pairs);
        for (int i = 0; i < labels.size(); i++) {
            int[] at = labels.get(i);
            int end = i + 1 < labels.size() ? labels.get(i + 1)[0] : text.length();
            addPair(block, text.substring(at[0], at[1]), text.substring(at[2], end), pairs);
        }
        return pairs;
    }

    /** What stands before the first label of a line: a number or a date without a label, or some other text. */
    private void addLead(Block block, String text, List<Pair> pairs) {
        String lead = trim(text.replace(EDGE, ' '));
        Matcher date = BARE_DATE.matcher(lead);
        if (date.matches()) {
            pairs.add(new Pair(block.element(), "[页面:日期]", date.group(1), Component.PUBLISHED_ON, null));
        } else if (lead.matches(".*\\d.*号.?")
                && Objects.requireNonNull(DocumentNumber.read(lead).value()).wellFormed()) {
            pairs.add(new Pair(block.element(), "[页面:发文字号]", lead, Component.DOCUMENT_NUMBER, null));
        } else {
            addText(block, lead, pairs);
        }
    }

    private void addText(Block block, String text, List<Pair> pairs) {
        LabelAliases.Alias alias = known(text);
        if (alias != null && alias.component() == null) {
            pairs.add(new Pair(block.element(), text, "", null, null));
        } else if (text.chars().anyMatch(Character::isLetterOrDigit)) {
            pairs.add(new Pair(block.element(), "[页面:文字]", text, null, null));
        }
    }

    private void addPair(Block block, String label, String rest, List<Pair> pairs) {
        String name = label;
        String said = rest;
        while (pairs.size() < MOST_IN_LINE) {
            name = StringUtils.strip(name.replace(EDGE, ' '), " 　【[（(|｜");
            LabelAliases.Alias alias = known(name);
            Component component = alias == null ? null : alias.component();
            Matcher unknown = UNKNOWN.matcher(said);
            boolean more = component != Component.TITLE && unknown.find();
            String value = trim((more ? said.substring(0, unknown.start()) : said).replace(EDGE, ' '));
            String behind = "";
            Pair date = null;
            if (component != null && DATES.contains(component.path())) {
                Matcher first = FIRST_DATE.matcher(value);
                if (first.find()) {
                    behind = trim(value.substring(first.end()));
                    value = first.group(1);
                }
            } else if (component != null && BYLINE.contains(component)) {
                Matcher last = DATE_BEHIND.matcher(value);
                if (last.matches()) {
                    value = trim(last.group(1));
                    date = new Pair(block.element(), "[页面:日期]", last.group(2), Component.PUBLISHED_ON, null);
                }
            }
            // The tool 字号：【大】【中】【小】 is no number.
            boolean tool =
                    component == Component.DOCUMENT_NUMBER && !value.isEmpty() && !value.matches(".*[\\d０-９无].*");
            if (!tool) {
                pairs.add(new Pair(block.element(), name, value, null, null));
                addText(block, behind, pairs);
            }
            if (date != null) {
                pairs.add(date);
            }
            if (!more) {
                return;
            }
            name = unknown.group(1);
            said = said.substring(unknown.end());
        }
    }

    private static String trim(String value) {
        return StringUtils.strip(StringUtils.stripStart(LegacyText.stripUnseen(PageText.tidy(value)), "：:"), "|｜【[ 　");
    }

    /** Where the longest known label begins that ends at the colon, or -1. */
    private int labelBefore(String text, int from, int colon) {
        int best = -1;
        for (int start = colon - 1; start >= from && colon - start <= LONGEST_LABEL * 2; start--) {
            boolean edge = start == from || !Character.isLetterOrDigit(text.charAt(start - 1));
            if (edge
                    && Character.isLetterOrDigit(text.charAt(start))
                    && known(text.substring(start, colon).replace(EDGE, ' ')) != null) {
                best = start;
            }
        }
        return best;
    }

    /** Labels without a colon count when they fill an inline element that has another behind it. */
    private void addUncoloned(String text, List<int[]> labels) {
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(EDGE, start);
            String piece = text.substring(start, end < 0 ? text.length() : end);
            LabelAliases.Alias alias = known(piece);
            boolean covered = false;
            for (int[] each : labels) {
                covered |= each[0] >= start && each[0] < start + Math.max(1, piece.length());
            }
            if (end >= 0 && alias != null && !alias.weak() && alias.component() != null && !covered) {
                labels.add(new int[] {start, end, end + 1});
            }
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        labels.sort((one, other) -> Integer.compare(one[0], other[0]));
    }

    /** Whether an element is, or stands in, one of these names. */
    static boolean inside(Element element, Set<String> names) {
        for (Element each = element; each != null; each = each.parent()) {
            if (names.contains(each.normalName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(Element element, Element outer) {
        for (Element each = element; each != null; each = each.parent()) {
            if (each == outer) {
                return true;
            }
        }
        return false;
    }

    /** Whether a block stands in the same part of the page as the heading, a few levels up. */
    private static boolean near(Element block, Element heading) {
        Element part = heading;
        for (int up = 0;
                up < 3 && part.parent() != null && !part.parent().normalName().equals("body");
                up++) {
            part = part.parent();
        }
        return within(block, part);
    }

    private static List<Block> blocks(Element part, java.util.Collection<Element> without) {
        Collector collector = new Collector(without);
        part.filter(collector);
        collector.flush();
        return collector.blocks;
    }

    private static final class Collector implements NodeFilter {

        private final java.util.Collection<Element> without;
        private final List<Block> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable Element block;

        Collector(java.util.Collection<Element> without) {
            this.without = without;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (block == null && node.parent() instanceof Element parent) {
                    block = parent;
                }
                text.append(words.getWholeText());
            } else if (node instanceof Element element) {
                if (PageText.unread(element)
                        || depth > 0 && (PageText.hidden(element) || footer(element))
                        || without.contains(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (divides(element)) {
                    flush();
                    block = element.normalName().equals("br") ? element.parent() : element;
                } else {
                    text.append(EDGE);
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (divides(element)) {
                    flush();
                    block = element.parent();
                } else {
                    text.append(EDGE);
                }
            }
            return FilterResult.CONTINUE;
        }

        private static boolean footer(Element element) {
            return element.normalName().equals("footer")
                    || FOOTER.matcher(element.id()).matches()
                    || element.classNames().stream()
                            .anyMatch(name -> FOOTER.matcher(name).matches());
        }

        private static boolean divides(Element element) {
            return element.isBlock()
                    || element.normalName().equals("br")
                    || element.normalName().equals("td")
                    || element.normalName().equals("th");
        }

        private void flush() {
            String line = StringUtils.strip(text.toString(), " \t\r\n\u3000\u00a0\u200b" + EDGE);
            if (line.length() > 1) {
                line = EDGES.matcher(BLANKS.matcher(line).replaceAll(" ")).replaceAll(String.valueOf(EDGE));
            }
            if (!line.isEmpty() && block != null) {
                blocks.add(new Block(block, line));
            }
            text.setLength(0);
        }
    }
}
