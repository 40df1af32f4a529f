package org.gongkai.ingest.page;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.ingest.mapping.LabelAliases.Alias;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the labelled values of a page's lines: a value stands behind its label in the line, in the next line, or in the
 * next element. One part of a page, one use.
 */
final class BlockReader {

    /** What a visitor clicks on is no label. */
    private static final Set<String> CLICKED = Set.of("a", "option", "button", "label", "select");

    private static final Set<String> PLACES = Set.of("span", "em", "i", "b", "strong", "div", "p", "dd", "font");
    private static final Pattern ITEM = Pattern.compile("[\\p{IsHan} 　]{2,10}[:：]");

    private final List<Block> blocks;
    private final KnownLabels labels;
    private final LineSplitter splitter;
    private final Set<Element> values = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<Element, Boolean> clicked = new IdentityHashMap<>();

    BlockReader(List<Block> blocks, KnownLabels labels, LineSplitter splitter) {
        this.blocks = blocks;
        this.labels = labels;
        this.splitter = splitter;
    }

    /** The elements taken for values of labels that stand before them. */
    Set<Element> values() {
        return values;
    }

    /** The labels and values of a line; read in their order, since a line may be the value of one before it. */
    List<LabelledValue> read(int index) {
        Block block = blocks.get(index);
        Element element = block.element();
        if (values.contains(element) || index > 0 && overValue(index - 1)) {
            return List.of();
        }
        String text = block.text().replace(Block.EDGE, ' ');
        if (overValue(index)) {
            return List.of(LabelledValue.of(element, text, blocks.get(index + 1).plain()));
        }
        if (labels.find(text) != null) {
            Element rest = restOf(index);
            if (rest != null) {
                return within(element, text, rest);
            }
            if (!clicked(element)) {
                return fillingLabel(element, text);
            }
        }
        Element definition = definition(element, text);
        if (definition != null) {
            values.add(definition);
            return List.of(LabelledValue.beside(element, text, definition));
        }
        return splitter.split(block);
    }

    /** Whether a line is a label and the next line of the same element its value. */
    boolean overValue(int index) {
        if (index + 1 >= blocks.size()) {
            return false;
        }
        Block label = blocks.get(index);
        Block value = blocks.get(index + 1);
        return label.element() == value.element()
                && labels.component(label.plain()) != null
                && labels.find(value.plain()) == null
                && labels.startBefore(value.text(), 0, StringUtils.indexOfAny(value.text(), '：', ':')) < 0;
    }

    /** Whether a visitor clicks on an element or on something in it; told once for each, since many lines share one. */
    boolean clicked(Element element) {
        return clicked.computeIfAbsent(element, each -> Places.inside(each, CLICKED) || each.selectFirst("a") != null);
    }

    /**
     * The part of a label's own element that holds the next line, where nothing else stands behind the label there; or null.
     * So it is in {@code <dd><label>索引号：</label><div>X</div></dd>}.
     */
    private @Nullable Element restOf(int index) {
        if (index + 1 >= blocks.size()) {
            return null;
        }
        Element around = blocks.get(index).element();
        Element each = blocks.get(index + 1).element();
        while (each != around && each.parent() != null && each.parent() != around) {
            each = each.parent();
        }
        boolean last = each.parent() == around && each.nextElementSibling() == null;
        return last && !around.normalName().equals("body") ? each : null;
    }

    /** A label and the rest of its element: the value, unless that is too long for one or opens with a label itself. */
    private List<LabelledValue> within(Element element, String text, Element rest) {
        if (PageText.longer(rest, LineSplitter.LONGEST_LINE)) {
            return List.of();
        }
        if (standsForItself(rest, marked(text))) {
            return List.of(LabelledValue.of(element, text, ""));
        }
        values.add(rest);
        values.addAll(rest.getAllElements());
        return List.of(LabelledValue.beside(element, text, rest));
    }

    /** A known label that fills its line: its value is what stands behind its element. */
    private List<LabelledValue> fillingLabel(Element element, String text) {
        Element value = Places.neighbour(element);
        boolean marked = marked(text);
        if (value == null ? !marked : PageText.longer(value, LineSplitter.LONGEST_LINE)) {
            return List.of();
        }
        if (value == null
                || emptyInside(element)
                || standsForItself(value, marked)
                || labels.dates(text) && !holdsDigit(value)) {
            return List.of(LabelledValue.of(element, text, ""));
        }
        values.add(value);
        values.addAll(value.getAllElements());
        return List.of(LabelledValue.beside(element, text, value));
    }

    /** Whether a text is marked as a label, by a colon behind it or by brackets around it. */
    private static boolean marked(String text) {
        String bare = text.strip();
        return bare.endsWith("：")
                || bare.endsWith(":")
                || bare.startsWith("[") && bare.endsWith("]")
                || bare.startsWith("【") && bare.endsWith("】");
    }

    /** Whether a text can hold a date. */
    private static boolean holdsDigit(Element value) {
        return PageText.of(value)
                .text()
                .codePoints()
                .anyMatch(each -> Character.isDigit(each) || "〇○零一二三四五六七八九十".indexOf(each) >= 0);
    }

    /** Whether the label's own element holds a place for the value, with nothing in it. */
    private static boolean emptyInside(Element element) {
        Element last = element.lastElementChild();
        return last != null
                && element.childrenSize() > 1
                && PLACES.contains(last.normalName())
                && PageText.inline(last).isEmpty();
    }

    /** Whether what stands behind a label is a label again, or begins with one, and so is no value. */
    private boolean standsForItself(Element behind, boolean marked) {
        if (opensWithLabel(behind)) {
            return true;
        }
        String said = PageText.of(behind).text();
        Alias again = labels.find(said);
        return again != null && !again.weak() || marked && ITEM.matcher(said).lookingAt() || labels.opensBracket(said);
    }

    /** Whether an element begins with a label of its own, in an element that has more behind it. */
    private boolean opensWithLabel(Element element) {
        Element first = element.firstElementChild();
        return first != null && element.childrenSize() > 1 && labels.tells(PageText.inline(first));
    }

    /** The definition that stands behind a short term of a list, or null. */
    private static @Nullable Element definition(Element element, String text) {
        Element value = element.nextElementSibling();
        return element.normalName().equals("dt")
                        && text.strip().length() <= KnownLabels.LONGEST
                        && !text.isBlank()
                        && value != null
                        && value.normalName().equals("dd")
                ? value
                : null;
    }
}
