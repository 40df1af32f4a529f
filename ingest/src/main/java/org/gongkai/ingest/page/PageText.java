package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.text.TextLine;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * The text of a part of a page, line by line as a reader sees it.
 *
 * @param lines the lines that are not blank
 */
public record PageText(List<TextLine> lines) {

    /** Elements that are not read: what is in them is no text of the page. */
    private static final Set<String> UNREAD = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "textarea",
            "select",
            "button",
            "iframe",
            "svg",
            "canvas",
            "object",
            "audio",
            "video",
            "head",
            "title");

    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final Pattern RIGHT = Pattern.compile("text-align\\s*:\\s*right");
    private static final Pattern CENTRED = Pattern.compile("text-align\\s*:\\s*center");
    private static final String CHINESE_MARKS = "，。、；：（）《》〔〕“”";
    private static final int FAR_RIGHT = 8;
    private static final int LONGEST_STYLE = 2_000;
    private static final int LONGEST_CELL = 1_000;

    public static PageText of(Element part) {
        Walk walk = new Walk(outer(part));
        part.filter(walk);
        walk.flush();
        return new PageText(List.copyOf(walk.lines));
    }

    /** The tables that hold other tables: layout, and not figures. */
    static Set<Element> outer(Element part) {
        Set<Element> outer = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element table : part.getElementsByTag("table")) {
            Element each = table.parent();
            while (each != null && !each.normalName().equals("table")) {
                each = each.parent();
            }
            if (each != null) {
                outer.add(each);
            }
        }
        return outer;
    }

    public String text() {
        return lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
    }

    /** Whether an element holds more characters, or more nodes, than that; told without reading all of them. */
    static boolean longer(Element element, int most) {
        int[] seen = new int[2];
        element.filter((node, depth) -> {
            seen[0] += node instanceof TextNode words
                    ? LegacyText.stripUnseen(words.getWholeText()).length()
                    : 0;
            return seen[0] > most || seen[1]++ > most ? FilterResult.STOP : FilterResult.CONTINUE;
        });
        return seen[0] > most || seen[1] > most;
    }

    /** The text of an element in one line. */
    static String inline(Element element) {
        return tidy(element.wholeText());
    }

    /** What an element holds and does not show: in parts that are hidden, and in text areas. */
    static String concealed(Element element) {
        StringBuilder text = new StringBuilder();
        element.filter((node, depth) -> {
            if (node instanceof Element each
                    && (hidden(each) || each.normalName().equals("textarea"))) {
                text.append(each.wholeText()).append(' ');
                return FilterResult.SKIP_ENTIRELY;
            }
            return FilterResult.CONTINUE;
        });
        return tidy(text.toString());
    }

    /** One blank for many; none where Chinese text was merely broken over source lines. */
    public static String tidy(String text) {
        if (!holdsWhite(text)) {
            return LegacyText.stripUnseen(text);
        }
        StringBuilder tidy = new StringBuilder(text.length());
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char each = text.charAt(i);
            if (!white(each)) {
                tidy.append(each);
                continue;
            }
            boolean broken = false;
            int end = i;
            for (; end < length && white(text.charAt(end)); end++) {
                broken |= text.charAt(end) == '\n' || text.charAt(end) == '\r';
            }
            boolean between = broken
                    && tidy.length() > 0
                    && end < length
                    && chinese(tidy.charAt(tidy.length() - 1))
                    && chinese(text.charAt(end));
            if (!between) {
                tidy.append(' ');
            }
            i = end - 1;
        }
        return LegacyText.stripUnseen(tidy.toString());
    }

    private static boolean holdsWhite(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (white(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean white(char each) {
        if (each >= '\u4E00' && each <= '\u9FFF') {
            return false;
        }
        return each == ' '
                || each == '\n'
                || each == '\t'
                || each == '\u00a0'
                || each == '\r'
                || each == '\f'
                || each == '\u2002'
                || each == '\u2003'
                || each == '\u200b'
                || each == '\ufeff';
    }

    private static boolean chinese(char each) {
        return Character.isIdeographic(each) || CHINESE_MARKS.indexOf(each) >= 0;
    }

    static boolean hidden(Element element) {
        return element.attributesSize() > 0
                && (element.hasAttr("hidden") || styled(element, HIDDEN, "none") || styled(element, HIDDEN, "hidden"));
    }

    /**
     * Whether the style of an element fits a pattern; of a longer style the beginning, since each line of the page may ask.
     *
     * @param word a word in small letters that stands in all that fits
     */
    private static boolean styled(Element element, Pattern pattern, String word) {
        String style = element.attr("style");
        return style.length() > word.length()
                && holds(style, word)
                && pattern.matcher(StringUtils.truncate(style, LONGEST_STYLE).toLowerCase(Locale.ROOT))
                        .find();
    }

    /** Whether a text holds a word, in capitals or not. */
    private static boolean holds(String text, String word) {
        char first = word.charAt(0);
        for (int i = 0; i <= text.length() - word.length(); i++) {
            if (Character.toLowerCase(text.charAt(i)) == first && text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** The classes of an element; most have none, and need no list. */
    static Collection<String> classes(Element element) {
        return element.attributesSize() > 0 && element.hasAttr("class") ? element.classNames() : List.of();
    }

    static boolean unread(Element element) {
        return UNREAD.contains(element.normalName());
    }

    /** The HTML of a part without scripts, styles, frames, forms and event handlers. */
    public static String clean(Element part) {
        Document shell = Document.createShell(Page.BASE);
        shell.body().append("");
        for (Node child : part.childNodesCopy()) {
            shell.body().appendChild(child);
        }
        Safelist allowed = Safelist.relaxed()
                .addTags("center", "font", "hr", "s", "ins", "del")
                .addAttributes("p", "align")
                .addAttributes("div", "align")
                .addAttributes("td", "align")
                .addAttributes("th", "align")
                .addAttributes("table", "border")
                .preserveRelativeLinks(true);
        Document clean = new Cleaner(allowed).clean(shell);
        clean.outputSettings().prettyPrint(false);
        return LegacyText.stripUnseen(clean.body().html());
    }

    /** Collects the lines; blocks and breaks end one. */
    private static final class Walk implements NodeFilter {

        private final Set<Element> outer;
        private final List<TextLine> lines = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean right;
        private boolean centred;
        private int links;
        private int linked;
        private int number;

        Walk(Set<Element> outer) {
            this.outer = outer;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (number == 0 && !words.isBlank()) {
                    number = Math.max(0, words.sourceRange().start().lineNumber());
                }
                String said = words.getWholeText();
                text.append(said);
                linked += links > 0 ? LegacyText.stripUnseen(said).length() : 0;
            } else if (node instanceof Element element) {
                if (unread(element) || depth > 0 && hidden(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (element.normalName().equals("table") && !outer.contains(element) && figures(element)) {
                    flush();
                    rows(element);
                    return FilterResult.SKIP_ENTIRELY;
                }
                links += element.normalName().equals("a") ? 1 : 0;
                if (ends(element)) {
                    flush();
                    right = stands(element, "right", RIGHT);
                    centred = stands(element, "center", CENTRED);
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                links -= element.normalName().equals("a") ? 1 : 0;
                if (ends(element)) {
                    flush();
                }
            }
            return FilterResult.CONTINUE;
        }

        private void flush() {
            int indent = 0;
            for (int i = 0; i < text.length() && !LegacyText.shows(text.charAt(i)); i++) {
                indent += text.charAt(i) == '\u3000' || text.charAt(i) == '\u00a0' ? 1 : 0;
            }
            String line = text.isEmpty() ? "" : tidy(text.toString());
            if (!line.isEmpty()) {
                lines.add(new TextLine(
                        line, false, right || indent >= FAR_RIGHT, centred, linked * 10 > line.length() * 6, number));
            }
            text.setLength(0);
            linked = 0;
            number = 0;
        }

        private void rows(Element table) {
            for (Element row : table.getElementsByTag("tr")) {
                String line = row.children().stream().map(PageText::inline).collect(Collectors.joining("\t"));
                if (!line.isBlank()) {
                    lines.add(new TextLine(
                            LegacyText.stripUnseen(line),
                            row.childrenSize() > 1,
                            false,
                            false,
                            false,
                            Math.max(0, row.sourceRange().start().lineNumber())));
                }
            }
        }

        private static boolean ends(Element element) {
            return element.isBlock()
                    || element.normalName().equals("br")
                    || element.normalName().equals("td")
                    || element.normalName().equals("th");
        }

        /** Whether an element, or one close around it, is set so by an attribute or by its style. */
        private static boolean stands(Element element, String align, Pattern pattern) {
            Element each = element.normalName().equals("br") ? element.parent() : element;
            for (int up = 0; each != null && up < 3; up++, each = each.parent()) {
                boolean set = each.attributesSize() > 0
                        && (each.attr("align").equalsIgnoreCase(align) || styled(each, pattern, align));
                if (set || each.normalName().equals(align)) {
                    return true;
                }
            }
            return false;
        }

        /** A table of figures and not of layout: several cells a row, no long text in a cell. */
        private static boolean figures(Element table) {
            boolean several = false;
            for (Element row : table.getElementsByTag("tr")) {
                several |= row.childrenSize() > 1;
                for (Element cell : row.children()) {
                    if (longer(cell, LONGEST_CELL)) {
                        return false;
                    }
                }
            }
            return several;
        }
    }
}
