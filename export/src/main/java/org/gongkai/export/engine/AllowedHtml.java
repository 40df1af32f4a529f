package org.gongkai.export.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.export.engine.HtmlCleaner.Cleaned;
import org.gongkai.export.table.Xml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Writes anew what HTML holds of the elements and attributes that are allowed; nothing of the source is copied as it
 * stands. The source is parsed as a browser does (HTML Living Standard, 13.2). No element that is allowed has a text that
 * is not parsed, so what is written cannot come to mean another thing where it is read.
 */
final class AllowedHtml implements NodeFilter {

    private static final Set<String> ELEMENTS = words("""
            a abbr address article b big blockquote br caption center code col colgroup dd del div dl dt em figcaption
            figure font h1 h2 h3 h4 h5 h6 hr i img ins li o ol p pre s section small span strike strong sub sup table
            tbody td tfoot th thead tr tt u ul""");

    private static final Set<String> EMPTY = words("br col hr img");

    /** Worth nothing without an attribute. */
    private static final Set<String> NOTHING_ALONE = words("a img");

    /** What they hold is no text of the document. */
    private static final Set<String> WITH_CONTENT =
            words("applet embed frameset iframe noembed noframes noscript object script style template title");

    /** Between the parts of a table or list, blanks show nothing. */
    private static final Set<String> WITHOUT_TEXT = words("colgroup ol table tbody tfoot thead tr ul");

    private static final Set<String> EVERYWHERE = words("align valign bgcolor height width title lang dir style");
    private static final Set<String> CELL = words("colspan rowspan nowrap scope headers");
    private static final Set<String> COLUMN = words("span");

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "a",
            words("href name target"),
            "img",
            words("src alt border hspace vspace"),
            "font",
            words("color face size"),
            "table",
            words("border cellpadding cellspacing frame rules summary"),
            "td",
            CELL,
            "th",
            CELL,
            "col",
            COLUMN,
            "colgroup",
            COLUMN);

    private static final Set<String> ADDRESSES = words("href src");
    private static final Set<String> SCHEMES = words("http https mailto");

    /** Beyond, elements lose their tags and keep their text, so that no reader of the package runs out of stack. */
    private static final int DEEPEST = 256;

    private final StringBuilder html;
    private final Deque<Node> open = new ArrayDeque<>();
    /** What was allowed of each style so far: editors give the same one to each paragraph. */
    private final Map<String, Optional<String>> styles = new HashMap<>();

    private boolean lossy;

    private AllowedHtml(int length) {
        html = new StringBuilder(length);
    }

    static Cleaned of(String source) {
        AllowedHtml written = new AllowedHtml(source.length());
        for (Node each : Jsoup.parseBodyFragment(source).body().childNodes()) {
            each.filter(written);
        }
        return new Cleaned(written.html.toString(), written.lossy);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split("\\s+"));
    }

    @Override
    public FilterResult head(Node node, int ignored) {
        if (node instanceof TextNode text) {
            if (!text.isBlank() || !WITHOUT_TEXT.contains(node.parent().normalName())) {
                escape(text.getWholeText());
            }
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (WITH_CONTENT.contains(name)) {
                lossy = true;
                return FilterResult.SKIP_ENTIRELY;
            }
            begin(element, name);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int ignored) {
        if (node == open.peek()) {
            open.pop();
            html.append("</").append(node.normalName()).append('>');
        }
        return FilterResult.CONTINUE;
    }

    private void begin(Element element, String name) {
        int start = html.length();
        if (!ELEMENTS.contains(name) || open.size() == DEEPEST) {
            lossy = true;
            return;
        }
        html.append('<').append(name);
        Set<String> own = ATTRIBUTES.getOrDefault(name, Set.of());
        for (Attribute each : element.attributes()) {
            String attribute = each.getKey().toLowerCase(Locale.ROOT);
            String value = own.contains(attribute) || EVERYWHERE.contains(attribute)
                    ? value(attribute, each.getValue())
                    : null;
            if (value == null) {
                lossy = true;
            } else {
                html.append(' ').append(attribute).append("=\"");
                escape(value);
                html.append('"');
            }
        }
        if (NOTHING_ALONE.contains(name) && html.length() == start + 1 + name.length()) {
            lossy = true;
            html.setLength(start);
        } else if (EMPTY.contains(name)) {
            html.append(" />");
        } else {
            html.append('>');
            open.push(element);
        }
    }

    private @Nullable String value(String attribute, String value) {
        if (attribute.equals("style")) {
            return styles.computeIfAbsent(value, each -> Optional.ofNullable(AllowedStyle.of(each)))
                    .orElse(null);
        }
        return ADDRESSES.contains(attribute) ? address(value) : value;
    }

    /** An address as a browser reads it; null when it runs something, or names a scheme that is not allowed. */
    private static @Nullable String address(String value) {
        StringBuilder address = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            // Browsers pass over line breaks and tabs, so that java\nscript: would run.
            if (c > ' ' || c == ' ') {
                address.append(c);
            }
        }
        String bare = address.toString().strip();
        int end = 0;
        while (end < bare.length() && ":/?#".indexOf(bare.charAt(end)) < 0) {
            end++;
        }
        boolean scheme = end < bare.length() && bare.charAt(end) == ':';
        return scheme && !SCHEMES.contains(bare.substring(0, end).toLowerCase(Locale.ROOT))
                ? null
                : bare.replace(" ", "%20");
    }

    /**
     * Text, or the value of an attribute. What was markup in some browser, charset or language of templates is written as
     * a reference; characters that XML cannot hold are left out.
     */
    private void escape(String text) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (stands(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            html.append(text, written, i);
            written = i + 1;
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"', '\'', '+', '=', '@', '`' ->
                    html.append("&#").append((int) c).append(';');
                case '{' -> html.append(i > 0 && text.charAt(i - 1) == '{' ? "<!-- -->{" : "{");
                default -> {}
            }
        }
        html.append(text, written, text.length());
    }

    /** Whether a character is written as it stands, whatever is beside it. */
    private static boolean stands(char c) {
        return switch (c) {
            case '&', '<', '>', '"', '\'', '+', '=', '@', '`', '{' -> false;
            default -> Xml.holds(c) && !Character.isSurrogate(c);
        };
    }
}
