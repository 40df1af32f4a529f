package org.gongkai.ingest.page;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jsoup.nodes.Element;

/** Finds labels that nobody knows but that stand where known ones do, in elements of the same make. One use. */
final class UnknownLabels {

    /** One known label is no row of labels. */
    private static final int FEWEST = 2;

    private static final Pattern LABEL = Pattern.compile("[\\p{IsHan} 　（）()/]{2,12}[:：]?");

    private final List<LabelledValue> accepted;
    private final Set<Element> labels = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Places.Make, Integer> makes = new HashMap<>();

    /** The makes whose values stand in elements of their own: where they stand behind the label, 各镇人民政府： is no label. */
    private final Set<Places.Make> apart = new HashSet<>();

    /** @param accepted the labelled values so far; what is found is added */
    UnknownLabels(List<LabelledValue> accepted, KnownLabels known) {
        this.accepted = accepted;
        for (LabelledValue pair : accepted) {
            if (labels.add(pair.element()) && known.tells(pair.label())) {
                makes.merge(Places.make(pair.element()), 1, Integer::sum);
                if (pair.beside() != null) {
                    apart.add(Places.make(pair.element()));
                }
            }
        }
    }

    /**
     * Adds what is found in the lines of the page.
     *
     * @param reader has read the lines; the elements found here to be values are added to its
     */
    void add(List<Block> blocks, BlockReader reader) {
        Set<Element> values = reader.values();
        for (Block block : blocks) {
            Element element = block.element();
            if (!labels.contains(element) && !values.contains(element) && standsAsLabel(element, reader)) {
                add(block, values);
            }
        }
    }

    private boolean standsAsLabel(Element element, BlockReader reader) {
        return makes.getOrDefault(Places.make(element), 0) >= FEWEST && !reader.clicked(element);
    }

    private void add(Block block, Set<Element> values) {
        Element element = block.element();
        String[] pieces = StringUtils.split(block.text(), Block.EDGE);
        if (pieces.length > 2 || !LABEL.matcher(pieces[0].strip()).matches()) {
            return;
        }
        if (pieces.length == 2) {
            accepted.add(new LabelledValue(element, pieces[0].strip(), LineSplitter.trim(pieces[1]), null, null));
            return;
        }
        Element value = apart.contains(Places.make(element)) ? Places.neighbour(element) : null;
        if (value != null && !labels.contains(value) && !PageText.longer(value, LineSplitter.LONGEST_LINE)) {
            accepted.add(LabelledValue.beside(element, pieces[0].strip(), value));
            values.add(value);
            values.addAll(value.getAllElements());
        }
    }
}
