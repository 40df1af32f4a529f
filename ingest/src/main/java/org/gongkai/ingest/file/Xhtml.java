package org.gongkai.ingest.file;

import java.util.Locale;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;

/**
 * Writes a page of XHTML as HTML: by the rules of XML an element may be closed in its own tag, which HTML takes for an
 * open one, so that a script without content would swallow the page.
 */
public final class Xhtml {

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
    private static final String CDATA = "<![CDATA[";
    private static final int HEAD = 2_000;

    private Xhtml() {}

    /** The page as HTML; the text itself when it is no XHTML. */
    public static String asHtml(String page) {
        String head = StringUtils.truncate(page, HEAD).stripLeading();
        if (!head.startsWith("<?xml") || !head.toLowerCase(Locale.ROOT).contains("<html")) {
            return page;
        }
        StringBuilder html = new StringBuilder(page.length() + HEAD);
        int from = 0;
        for (int open = page.indexOf('<'); open >= 0; open = page.indexOf('<', from)) {
            html.append(page, from, open);
            from = end(page, open);
            append(page.substring(open, from), html);
        }
        return html.append(page, from, page.length()).toString();
    }

    /** Behind the tag, comment or section that begins at a place. */
    private static int end(String page, int open) {
        String closing = page.startsWith("<!--", open) ? "-->" : page.startsWith(CDATA, open) ? "]]>" : "";
        if (!closing.isEmpty()) {
            int end = page.indexOf(closing, open);
            return end < 0 ? page.length() : end + closing.length();
        }
        char quote = 0;
        for (int i = open; i < page.length(); i++) {
            char each = page.charAt(i);
            if (quote != 0) {
                quote = each == quote ? 0 : quote;
            } else if (each == '>') {
                return i + 1;
            } else if (each == '"' || each == '\'') {
                quote = each;
            }
        }
        return page.length();
    }

    private static void append(String tag, StringBuilder html) {
        if (tag.startsWith(CDATA) && tag.endsWith("]]>")) {
            html.append(tag.substring(CDATA.length(), tag.length() - 3).replace("<", "&lt;"));
            return;
        }
        String name = StringUtils.substringBefore(tag.substring(1).replaceAll("[\\s/>]", " "), " ");
        boolean closed = tag.endsWith("/>") && !name.isEmpty() && Character.isLetter(name.charAt(0));
        if (closed && !VOID.contains(name.toLowerCase(Locale.ROOT))) {
            html.append(tag, 0, tag.length() - 2).append("></").append(name).append('>');
        } else {
            html.append(tag);
        }
    }
}
