package org.gongkai.ingest.page;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases.Alias;
import org.jspecify.annotations.Nullable;

/**
 * Lines that stand together on a page: what is known of them, and which labels in them are believed. A colon alone makes
 * no label, since running text has colons too; other labels beside it do.
 */
final class LineGroup {

    /** One clear label may be chance, two make a list likely; amid the document's own text it takes three. */
    private static final int LIST = 2;

    private static final int LIST_IN_TEXT = 3;

    /** How many lines from the start of the body still may describe the document rather than be its text. */
    static final int FIRST_LINES = 12;

    /** A longer list at the start of the body is a part of the text. */
    private static final int LIST_LINES = 80;

    /** Longer lines, in characters, are sentences: 发布日期 opens a line of labels, and also a paragraph about dates. */
    private static final int LONGEST_MARKING = 80;

    private static final int LONGEST_BYLINE = 100;

    /** What stands at the head of a document's own text. */
    private static final Set<Component> MARKING = Set.of(
            Component.INDEX_NUMBER,
            Component.DOCUMENT_NUMBER,
            Component.ISSUERS,
            Component.WRITTEN_ON,
            Component.PUBLISHED_ON);

    /** What one document has once. */
    private static final Set<Component> SINGLE =
            Set.of(Component.INDEX_NUMBER, Component.DOCUMENT_NUMBER, Component.TITLE);

    private static final Set<Component> DESCRIBING = Set.of(Component.INDEX_NUMBER, Component.DOCUMENT_NUMBER);

    /** What stands below the text on some sites. */
    private static final Set<Component> BELOW = Set.of(Component.AUTHOR, Component.EDITOR, Component.CONTENT_SOURCE);

    /** What is read from links and from the body itself, and never from a line. */
    static final Set<Component> LINKED = Set.of(Component.ATTACHMENTS, Component.RELATIONS, Component.BODY);

    /** Where lines stand that describe the document. */
    enum Side {
        ABOVE,
        INSIDE,
        BELOW
    }

    private final Map<Side, Map<Component, String>> values = new EnumMap<>(Side.class);

    /** Where the lines tell of several documents. */
    private final Set<Side> several = EnumSet.noneOf(Side.class);

    private int strong;
    private int last;
    private boolean described;

    /**
     * Where a line stands.
     *
     * @param index its place among the lines of the page
     * @param length its characters
     * @param inside whether it stands in the body
     * @param entered whether the body has begun, here or above
     * @param inBody how many lines of the body there are up to here, this one included
     * @param atEnd whether the line is one of the last of the body
     */
    record Spot(int index, int length, boolean inside, boolean entered, int inBody, boolean atEnd) {

        Side side() {
            return inside ? Side.INSIDE : entered ? Side.BELOW : Side.ABOVE;
        }

        /** Whether the line may still describe the document: above the body, or among its first lines. */
        boolean early() {
            return inBody <= FIRST_LINES;
        }
    }

    /** Counts the clear labels of a line. */
    void add(int index, Side side, List<LabelledValue> pairs, KnownLabels labels) {
        for (LabelledValue pair : pairs) {
            Alias alias = labels.find(pair.label());
            if (alias != null && alias.tells()) {
                add(index, side, alias.component(), pair.value());
            }
        }
    }

    private void add(int index, Side side, Component component, String value) {
        String before = values.computeIfAbsent(side, each -> new HashMap<>()).putIfAbsent(component, value);
        if (SINGLE.contains(component) && differs(before, value)
                // What stands below and has another title is another document; another number alone may be a
                // contradiction.
                || side == Side.BELOW
                        && component == Component.TITLE
                        && differs(values.getOrDefault(Side.ABOVE, Map.of()).get(component), value)) {
            several.add(side);
        }
        strong++;
        last = index;
        described |= DESCRIBING.contains(component);
    }

    private static boolean differs(@Nullable String before, String value) {
        return before != null && !before.isEmpty() && !value.isEmpty() && !before.equals(value);
    }

    /**
     * Whether a label is believed.
     *
     * @param alias what it means, or null when it is not known
     * @param spot where it stands
     */
    boolean believes(@Nullable Alias alias, Spot spot) {
        if (!spot.inside() && several.contains(spot.side())) {
            return false;
        }
        if (alias == null) {
            return believesUnknown(spot);
        }
        if (alias.component() != null && LINKED.contains(alias.component())) {
            return false;
        }
        if (spot.inside()) {
            return believesInBody(alias, spot);
        }
        return spot.entered() ? believesBelowBody(alias, spot) : believesAboveBody(alias, spot);
    }

    /** Behind the last label that is clear, a line with a colon is text of the document. */
    private boolean amid(Spot spot) {
        return spot.index() <= last;
    }

    private boolean believesUnknown(Spot spot) {
        return amid(spot) && strong >= (spot.entered() ? LIST_IN_TEXT : LIST);
    }

    private boolean believesInBody(Alias alias, Spot spot) {
        if (amid(spot) && strong >= LIST_IN_TEXT && spot.inBody() <= LIST_LINES) {
            return true;
        }
        if (spot.atEnd() && isBelow(alias) && spot.length() < LONGEST_MARKING) {
            return true;
        }
        return spot.early()
                && (amid(spot) && strong >= LIST || isMarking(alias, spot) || isByline(alias, spot) && strong > 0);
    }

    private static boolean isMarking(Alias alias, Spot spot) {
        return alias.component() != null
                && MARKING.contains(alias.component())
                && !alias.weak()
                && spot.length() < LONGEST_MARKING;
    }

    private static boolean isByline(Alias alias, Spot spot) {
        return alias.component() != null
                && LineSplitter.BYLINE.contains(alias.component())
                && spot.length() < LONGEST_BYLINE;
    }

    private boolean believesBelowBody(Alias alias, Spot spot) {
        return amid(spot) && strong >= LIST_IN_TEXT && described || isBelow(alias);
    }

    private static boolean isBelow(Alias alias) {
        return alias.component() != null && BELOW.contains(alias.component());
    }

    private boolean believesAboveBody(Alias alias, Spot spot) {
        return strong >= LIST
                || strong == 1 && !alias.weak()
                || isByline(alias, spot)
                || alias.component() == null && strong > 0;
    }
}
