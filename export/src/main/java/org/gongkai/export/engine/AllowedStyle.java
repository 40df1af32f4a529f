package org.gongkai.export.engine;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes anew the declarations of a {@code style} attribute (CSS Style Attributes, 3) that show text and tables, and
 * none that loads, moves or hides anything.
 */
final class AllowedStyle {

    private static final Set<String> PROPERTIES = Set.of("""
            background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width
            border-collapse border-color border-left border-left-color border-left-style border-left-width border-right
            border-right-color border-right-style border-right-width border-spacing border-style border-top
            border-top-color border-top-style border-top-width border-width caption-side color direction empty-cells font
            font-family font-size font-stretch font-style font-variant font-weight height letter-spacing line-height
            list-style list-style-position list-style-type margin margin-bottom margin-left margin-right margin-top
            max-height max-width min-height min-width padding padding-bottom padding-left padding-right padding-top
            table-layout text-align text-decoration text-indent text-overflow text-transform unicode-bidi vertical-align
            white-space width word-spacing word-wrap""".split("\\s+"));

    private static final Set<String> FUNCTIONS = Set.of("rgb", "rgba", "hsl", "hsla");
    private static final String SIGNS = " #.,%-+/!_*";

    private AllowedStyle() {}

    /**
     * The declarations that are allowed, or null when there is none. Those of word processors ({@code mso-…}) go without
     * a word, since nearly every page has them and no browser knows them.
     */
    static @Nullable String of(String style) {
        StringBuilder allowed = new StringBuilder();
        int start = 0;
        while (start < style.length()) {
            int end = end(style, start);
            String declaration = style.substring(start, end);
            int colon = declaration.indexOf(':');
            if (colon >= 0) {
                String property = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String value = declaration.substring(colon + 1).strip();
                if (PROPERTIES.contains(property) && isPlain(value)) {
                    allowed.append(allowed.isEmpty() ? "" : ";")
                            .append(property)
                            .append(':')
                            .append(value);
                }
            }
            start = end + 1;
        }
        return allowed.isEmpty() ? null : allowed.toString();
    }

    /** Where a declaration ends: at a semicolon outside of quotes. */
    private static int end(String style, int start) {
        char quote = 0;
        for (int i = start; i < style.length(); i++) {
            char c = style.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ';') {
                return i;
            }
        }
        return style.length();
    }

    /** Whether a value is of words, numbers, names in quotes and functions of colour alone. */
    private static boolean isPlain(String value) {
        char quote = 0;
        int word = 0;
        boolean inside = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
            if (c == '"' || c == '\'') {
                if (quote != 0 && quote != c) {
                    return false;
                }
                quote = quote == 0 ? c : 0;
            } else if (c == '(') {
                if (inside
                        || quote != 0
                        || !FUNCTIONS.contains(value.substring(word, i).toLowerCase(Locale.ROOT))) {
                    return false;
                }
                inside = true;
            } else if (c == ')') {
                if (!inside || quote != 0) {
                    return false;
                }
                inside = false;
            } else if (!plain) {
                return false;
            }
            word = Character.isLetter(c) ? word : i + 1;
        }
        return quote == 0 && !inside && !value.isEmpty();
    }
}
