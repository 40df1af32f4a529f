package org.gongkai.ingest.page;

import org.apache.commons.lang3.StringUtils;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.mapping.LabelAliases.Alias;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells which texts of a page are labels. Immutable. */
final class KnownLabels {

    /** No label of the tables is longer; a longer text is none, and need not be looked up. */
    static final int LONGEST = 16;

    private final LabelAliases aliases;

    KnownLabels(LabelAliases aliases) {
        this.aliases = aliases;
    }

    /** What a text means as a label, 来源/作者 included; or null when it is none that is known. */
    @Nullable
    Alias find(String text) {
        if (text.isEmpty()
                || text.length() > LONGEST * 2
                || text.length() > LONGEST && LabelAliases.key(text).length() > LONGEST) {
            return null;
        }
        Alias alias = aliases.find(text);
        if (alias != null || !StringUtils.containsAny(text, '/', '／')) {
            return alias;
        }
        String[] parts = StringUtils.split(text, "/／");
        Alias first = parts.length == 2 ? aliases.find(parts[0]) : null;
        return first == null || aliases.find(parts[1]) == null ? null : first;
    }

    /** Whether a text is a label of an element of the record, and no common word besides. */
    boolean tells(String text) {
        Alias alias = find(text);
        return alias != null && alias.tells();
    }

    /** The element of the record that a text labels, or null. */
    @Nullable
    Component component(String text) {
        Alias alias = find(text);
        return alias == null ? null : alias.component();
    }

    /** Whether a text is a label whose value is a day. */
    boolean dates(String text) {
        Component component = component(text);
        return component != null && LineSplitter.isDate(component);
    }

    /** Whether a pair gives the date of publication. */
    boolean datesPublication(LabelledValue pair) {
        return !pair.value().isBlank()
                && (pair.component() == Component.PUBLISHED_ON
                        || aliases.component(pair.label()) == Component.PUBLISHED_ON);
    }

    /**
     * The label that a cell is, or begins with before a colon or a line's end.
     *
     * @param text the text of the cell in one line
     */
    @Nullable
    Alias opening(Element cell, String text) {
        Alias alias = find(text);
        if (alias != null) {
            return alias;
        }
        int colon = StringUtils.indexOfAny(text, '：', ':');
        if (colon > 0) {
            return find(text.substring(0, colon));
        }
        // 索引号<br>X in one cell.
        return cell.getElementsByTag("br").isEmpty()
                ? null
                : find(StringUtils.substringBefore(PageText.of(cell).text(), "\n"));
    }

    /** Whether a text begins with a known label in brackets, as in [发布日期] X. */
    boolean opensBracket(String text) {
        int close = text.startsWith("[") || text.startsWith("【") ? StringUtils.indexOfAny(text, ']', '】') : -1;
        return close > 1 && find(text.substring(0, close + 1)) != null;
    }

    /** Where the longest known label begins that ends at the colon and not before {@code from}, or -1. */
    int startBefore(String text, int from, int colon) {
        int best = -1;
        for (int start = colon - 1; start >= from && colon - start <= LONGEST * 2; start--) {
            boolean edge = start == from || !Character.isLetterOrDigit(text.charAt(start - 1));
            if (edge
                    && Character.isLetterOrDigit(text.charAt(start))
                    && find(text.substring(start, colon).replace(Block.EDGE, ' ')) != null) {
                best = start;
            }
        }
        return best;
    }
}
