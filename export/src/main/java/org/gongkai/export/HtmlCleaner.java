package org.gongkai.export;

import java.util.List;
import org.gongkai.core.document.Attachment;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Lets through the HTML that documents are made of (text, lists, tables, images, links) and nothing that acts. */
final class HtmlCleaner {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowCommonBlockElements()
            .allowCommonInlineFormattingElements()
            .allowElements(
                    "a",
                    "address",
                    "abbr",
                    "caption",
                    "center",
                    "col",
                    "colgroup",
                    "dd",
                    "dl",
                    "dt",
                    "figcaption",
                    "figure",
                    "font",
                    "hr",
                    "img",
                    "pre",
                    "section",
                    "article",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr")
            // Common in real pages, and no loss worth counting.
            .allowWithoutAttributes("font", "span")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href", "name", "target")
            .onElements("a")
            .allowAttributes("src", "alt", "border", "hspace", "vspace")
            .onElements("img")
            .allowAttributes("color", "face", "size")
            .onElements("font")
            .allowAttributes("border", "cellpadding", "cellspacing", "frame", "rules", "summary")
            .onElements("table")
            .allowAttributes("colspan", "rowspan", "nowrap", "scope", "headers")
            .onElements("td", "th")
            .allowAttributes("span")
            .onElements("col", "colgroup")
            .allowAttributes("align", "valign", "bgcolor", "height", "width")
            .globally()
            .allowAttributes("title", "lang", "dir")
            .globally()
            .allowStyling()
            .toFactory();

    private HtmlCleaner() {}

    /**
     * HTML that was let through.
     *
     * @param html the HTML
     * @param lossy whether an element or an attribute was dropped
     */
    record Cleaned(String html, boolean lossy) {}

    static Cleaned clean(String html) {
        Losses losses = new Losses();
        return new Cleaned(readable(POLICY.sanitize(html, losses, null)), losses.any);
    }

    /**
     * The sanitizer writes full-width signs and rare characters as numbers, for charsets that would turn them into
     * something else; the charsets of packages hold them all, and a text full of ， should stay legible.
     */
    private static String readable(String html) {
        int reference = html.indexOf("&#x");
        if (reference < 0) {
            return html;
        }
        StringBuilder text = new StringBuilder(html.length());
        int from = 0;
        while (reference >= 0) {
            int end = html.indexOf(';', reference);
            int c = end < 0 || end - reference > 9 ? 0 : Integer.parseInt(html, reference + 3, end, 16);
            text.append(html, from, reference);
            if (c >= 0xA0 && Character.isDefined(c) && !Character.isISOControl(c)) {
                text.appendCodePoint(c);
                from = end + 1;
            } else {
                text.append("&#x");
                from = reference + 3;
            }
            reference = html.indexOf("&#x", from);
        }
        return text.append(html, from, html.length()).toString();
    }

    /** The beginning of clean HTML, with what it opens closed again, in so many characters. */
    static String cut(String html, int most) {
        int take = Math.min(html.length(), most);
        while (take > 0) {
            String start = html.substring(0, take);
            int tag = start.lastIndexOf('<');
            // No half tag and no half character reference.
            start = tag > start.lastIndexOf('>') ? start.substring(0, tag) : start;
            int reference = start.lastIndexOf('&');
            start = reference > start.lastIndexOf(';') ? start.substring(0, reference) : start;
            String whole = clean(start).html();
            if (whole.length() <= most) {
                return whole;
            }
            take -= whole.length() - most;
        }
        return "";
    }

    /** Plain text as paragraphs. */
    static String paragraphs(String text) {
        // A line that ends with both is followed by a blank one then, and blank ones are passed over.
        String lines = text.replace('\r', '\n');
        StringBuilder html = new StringBuilder(text.length() + 64);
        int start = 0;
        while (start < lines.length()) {
            int feed = lines.indexOf('\n', start);
            int end = feed < 0 ? lines.length() : feed;
            String line = lines.substring(start, end);
            if (!line.isBlank()) {
                html.append("<p>");
                escape(line, html);
                html.append("</p>\n");
            }
            start = end + 1;
        }
        return html.toString();
    }

    static String links(List<Attachment> attachments, String html) {
        StringBuilder links = new StringBuilder();
        for (Attachment each : attachments) {
            String link = link(each);
            int opens = link.indexOf("href=");
            // The page's own link names the same address: a second one would show the file twice.
            if (opens < 0 || !html.contains(link.substring(opens, link.indexOf('>', opens)))) {
                links.append("<p>").append(link).append("</p>\n");
            }
        }
        return links.toString();
    }

    private static String link(Attachment attachment) {
        StringBuilder raw = new StringBuilder();
        if (attachment.url() == null) {
            escape(name(attachment), raw);
        } else {
            raw.append("<a href=\"");
            escape(attachment.url(), raw);
            raw.append("\">");
            escape(name(attachment), raw);
            raw.append("</a>");
        }
        return readable(POLICY.sanitize(raw.toString()));
    }

    private static String name(Attachment attachment) {
        if (attachment.name() != null && !attachment.name().isBlank()) {
            return attachment.name();
        }
        return attachment.url() == null ? "" : attachment.url();
    }

    private static void escape(String text, StringBuilder html) {
        if (text.indexOf('&') < 0 && text.indexOf('<') < 0 && text.indexOf('>') < 0 && text.indexOf('"') < 0) {
            html.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
    }

    private static final class Losses implements HtmlChangeListener<Object> {
        private boolean any;

        @Override
        public void discardedTag(@Nullable Object context, String elementName) {
            any = true;
        }

        @Override
        public void discardedAttributes(@Nullable Object context, String tagName, String... attributeNames) {
            any = true;
        }
    }
}
