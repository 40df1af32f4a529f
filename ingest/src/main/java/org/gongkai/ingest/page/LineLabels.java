package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.text.NumberLines;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Chooses among the labelled values of a page's lines those that describe its document. One page, one use. */
final class LineLabels {

    /** A line of source, author and date is no longer, in characters. */
    private static final int LONGEST_BYLINE = 150;

    private static final int LONGEST_NUMBER = 60;

    /** A number or date without a label stands at the head of the body at most that many lines down. */
    private static final int HEAD_OF_BODY = 3;

    private final List<Block> blocks;
    private final KnownLabels labels;
    private final @Nullable Element body;
    private final @Nullable Element heading;
    /** Source, author and editor stand below the text, that many lines before its end at most. */
    private static final int LAST_LINES = 3;

    private final List<LabelledValue> accepted = new ArrayList<>();
    private final Map<Element, LineGroup> groups = new IdentityHashMap<>();
    private boolean entered;
    private int inBody;
    private int lastOfBody;
    private boolean belowHeading;
    private boolean dated;
    private @Nullable LabelledValue bareDate;

    /** @param dated whether a labelled date of publication is known already */
    LineLabels(
            List<Block> blocks, KnownLabels labels, @Nullable Element body, @Nullable Element heading, boolean dated) {
        this.blocks = blocks;
        this.labels = labels;
        this.body = body;
        this.heading = heading;
        this.dated = dated;
    }

    /** What is accepted of the lines, in their order. */
    List<LabelledValue> choose(BlockReader reader) {
        List<List<LabelledValue>> found = new ArrayList<>();
        boolean begun = false;
        for (int i = 0; i < blocks.size(); i++) {
            List<LabelledValue> pairs = reader.read(i);
            found.add(pairs);
            boolean inside = body != null && Places.within(blocks.get(i).element(), body);
            begun |= inside;
            LineGroup.Side side = begun ? LineGroup.Side.BELOW : LineGroup.Side.ABOVE;
            group(blocks.get(i)).add(i, inside ? LineGroup.Side.INSIDE : side, pairs, labels);
            lastOfBody = inside ? i : lastOfBody;
        }
        for (int i = 0; i < blocks.size(); i++) {
            choose(i, found.get(i), reader.values().contains(blocks.get(i).element()));
        }
        if (!dated && bareDate != null) {
            accepted.add(bareDate);
        }
        return accepted;
    }

    private LineGroup group(Block block) {
        return groups.computeIfAbsent(Places.group(block.element()), each -> new LineGroup());
    }

    /** @param value whether the line is the value of a label before it */
    private void choose(int index, List<LabelledValue> pairs, boolean value) {
        Block block = blocks.get(index);
        boolean inside = body != null && Places.within(block.element(), body);
        entered |= inside;
        inBody += inside ? 1 : 0;
        LineGroup.Spot spot = new LineGroup.Spot(
                index, block.text().length(), inside, entered, inBody, index >= lastOfBody - LAST_LINES);
        // A line is taken whole: it is not read again as a part of the body.
        boolean taken = believes(pairs, group(block), spot);
        if (taken) {
            accept(pairs);
        }
        belowHeading |= heading != null && Places.within(block.element(), heading);
        if (!taken && !value && mayStandBare(block, spot)) {
            readBare(block, inside);
        }
    }

    private boolean believes(List<LabelledValue> pairs, LineGroup group, LineGroup.Spot spot) {
        return isByline(pairs, spot)
                || pairs.stream().anyMatch(each -> group.believes(labels.find(each.label()), spot));
    }

    /** Whether a line tells of source, author or date of publication more than once: 时间：… 来源：… 编辑：… */
    private boolean isByline(List<LabelledValue> pairs, LineGroup.Spot spot) {
        if (spot.length() >= LONGEST_BYLINE || spot.inside() && !spot.early()) {
            return false;
        }
        long told = pairs.stream()
                .map(each -> labels.component(each.label()))
                .filter(each -> each != null && LineSplitter.BYLINE.contains(each))
                .count();
        return told > 1;
    }

    private void accept(List<LabelledValue> pairs) {
        for (LabelledValue pair : pairs) {
            Component component = labels.component(pair.label());
            if (component == null || !LineGroup.LINKED.contains(component)) {
                accepted.add(pair);
                dated |= labels.datesPublication(pair);
            }
        }
    }

    /** Whether a number or a date without a label can stand here: between heading and text, or beside the heading. */
    private boolean mayStandBare(Block block, LineGroup.Spot spot) {
        boolean title = belowHeading && !spot.entered() || heading != null && Places.near(block.element(), heading);
        return title && !(spot.inside() && spot.inBody() > HEAD_OF_BODY);
    }

    private void readBare(Block block, boolean inside) {
        String text = block.plain();
        String date = bareDate == null ? LineSplitter.date(text) : null;
        if (date != null) {
            bareDate = LabelledValue.date(block.element(), date);
            return;
        }
        // A link is called after the number of the document that it leads to.
        boolean own = !inside
                && block.element().closest("a") == null
                && block.element().selectFirst("a[href]") == null;
        String number = !own || text.length() > LONGEST_NUMBER ? null : NumberLines.number(text);
        if (number != null) {
            accepted.add(LabelledValue.number(block.element(), number));
        }
    }
}
