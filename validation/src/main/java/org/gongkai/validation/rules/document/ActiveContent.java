package org.gongkai.validation.rules.document;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what acts in an HTML fragment: elements that run or load things, event handlers, script addresses.
 *
 * <p>What stands in a comment counts as well, since some readers run it. It reports and cleans nothing; text that hides from it is the exporter's sanitizer's business. It reads each
 * character once, so that hostile text cannot make it slow.
 */
final class ActiveContent {

    private static final Set<String> ACTIVE_ELEMENTS =
            Set.of("script", "style", "iframe", "frame", "object", "embed", "applet", "base", "meta", "link");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "xlink:href", "data");

    private final String html;
    private int at;

    private ActiveContent(String html) {
        this.html = html;
    }

    /** The first thing that acts, such as {@code <script>}, {@code onclick} or {@code javascript:}, or null. */
    static @Nullable String in(String html) {
        return new ActiveContent(html).first();
    }

    private @Nullable String first() {
        for (at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
            at++;
            String element = word();
            if (ACTIVE_ELEMENTS.contains(element)) {
                return '<' + element + '>';
            }
            String found = element.isEmpty() ? null : attributes();
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Reads attributes up to the end of the tag. */
    private @Nullable String attributes() {
        while (at < html.length() && html.charAt(at) != '>') {
            String name = word();
            if (name.isEmpty()) {
                at++;
                continue;
            }
            if (name.length() > 2 && name.startsWith("on")) {
                return name;
            }
            int from = value();
            if (ADDRESSES.contains(name) && isScript(html, from, at)) {
                return "javascript:";
            }
        }
        return null;
    }

    private String word() {
        int start = at;
        while (at < html.length()
                && (Character.isLetterOrDigit(html.charAt(at)) || "-:_".indexOf(html.charAt(at)) >= 0)) {
            at++;
        }
        return html.substring(start, at).toLowerCase(Locale.ROOT);
    }

    /** Goes behind the value of an attribute, if it has one, and says where the value begins. */
    private int value() {
        int equals = skipBlanks(at);
        if (equals >= html.length() || html.charAt(equals) != '=') {
            return at;
        }
        at = skipBlanks(equals + 1);
        int start = at;
        char quote = at < html.length() ? html.charAt(at) : ' ';
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, at + 1);
            at = end < 0 ? html.length() : end + 1;
            return start + 1;
        }
        while (at < html.length() && html.charAt(at) != '>' && !Character.isWhitespace(html.charAt(at))) {
            at++;
        }
        return start;
    }

    private int skipBlanks(int from) {
        int to = from;
        while (to < html.length() && Character.isWhitespace(html.charAt(to))) {
            to++;
        }
        return to;
    }

    // Browsers pass over blanks and control characters before and inside the scheme.
    private static boolean isScript(String html, int from, int to) {
        String wanted = "javascript:";
        int matched = 0;
        for (int i = from; i < to && matched < wanted.length(); i++) {
            char each = html.charAt(i);
            if (each <= ' ') {
                continue;
            }
            if (Character.toLowerCase(each) != wanted.charAt(matched)) {
                return false;
            }
            matched++;
        }
        return matched == wanted.length();
    }
}
