package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A line of a page: a block's own text.
 *
 * @param element the block
 * @param text its text, with {@link #EDGE} where elements inside the line meet
 */
record Block(Element element, String text) {

    /** Between pieces of a line that stand in elements of their own. */
    static final char EDGE = '\u0001';

    private static final Pattern FOOTER = Pattern.compile("(?i).*(?:footer|copyright).*|foot|bottom");

    /** The text as a reader sees it. */
    String plain() {
        return PageText.tidy(text.replace(EDGE, ' '));
    }

    /** One blank for many, and one edge for many with the blanks between and behind them. */
    static String folded(String line) {
        StringBuilder folded = new StringBuilder(line.length());
        char last = 0;
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            boolean blank = each == ' ' || each == '\t' || each == '\r' || each == '\n' || each == '\u00a0';
            if (blank ? last != ' ' && last != EDGE : each != EDGE || last != EDGE) {
                last = blank ? ' ' : each;
                folded.append(last);
            }
        }
        return folded.toString();
    }

    /** The lines of a part of a page in their order, those of its footer and of some elements left out. */
    static List<Block> of(Element part, Collection<Element> without) {
        Collector collector = new Collector(without);
        part.filter(collector);
        collector.flush();
        return collector.blocks;
    }

    private static final class Collector implements NodeFilter {

        private final Collection<Element> without;
        private final List<Block> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable Element block;

        Collector(Collection<Element> without) {
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
                    || element.hasAttr("id") && isFooter(element.id())
                    || PageText.classes(element).stream().anyMatch(Collector::isFooter);
        }

        private static boolean isFooter(String name) {
            // Both letters stand in every such name.
            return StringUtils.containsAny(name, "oO")
                    && StringUtils.containsAny(name, "tT")
                    && FOOTER.matcher(name).matches();
        }

        private static boolean divides(Element element) {
            return element.isBlock()
                    || element.normalName().equals("br")
                    || element.normalName().equals("td")
                    || element.normalName().equals("th");
        }

        private void flush() {
            if (text.isEmpty()) {
                return;
            }
            String line = StringUtils.strip(text.toString(), " \t\r\n\u3000\u00a0\u200b" + EDGE);
            if (line.length() > 1) {
                line = folded(line);
            }
            if (!line.isEmpty() && block != null) {
                blocks.add(new Block(block, line));
            }
            text.setLength(0);
        }
    }
}
