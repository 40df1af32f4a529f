package org.gongkai.export.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.core.document.Attachment;
import org.jspecify.annotations.Nullable;

/** Lets through the HTML that documents are made of (text, lists, tables, images, links) and nothing that acts. */
public final class HtmlCleaner {

    private static final Pattern NUMBER = Pattern.compile("#(?:x[0-9A-Fa-f]{1,5}|[0-9]{1,6})");

    private HtmlCleaner() {}

    /**
     * HTML that was let through.
     *
     * @param html the HTML
     * @param lossy whether an element or an attribute was dropped
     */
    public record Cleaned(String html, boolean lossy) {}

    public static Cleaned clean(String html) {
        return AllowedHtml.of(html);
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

    /** Whether clean HTML without its tags is the text, whatever blanks stand where. */
    static boolean says(String html, String text) {
        int at = nonBlank(text, 0);
        int i = 0;
        while (i < html.length()) {
            char c = html.charAt(i++);
            if (c == '<') {
                i = html.indexOf('>', i) + 1;
                if (i == 0) {
                    return false;
                }
            } else if (c == '&') {
                int end = html.indexOf(';', i);
                String said = end < 0 ? "&" : character(html.substring(i, end));
                i = end < 0 ? i : end + 1;
                if (!blank(said.charAt(0))) {
                    if (!text.startsWith(said, at)) {
                        return false;
                    }
                    at = nonBlank(text, at + said.length());
                }
            } else if (!blank(c)) {
                if (at == text.length() || text.charAt(at) != c) {
                    return false;
                }
                at = nonBlank(text, at + 1);
            }
        }
        return at == text.length();
    }

    /** What a reference stands for; clean HTML holds these names and numbers only. */
    private static String character(String reference) {
        return switch (reference) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "nbsp" -> "\u00A0";
            default -> {
                if (!NUMBER.matcher(reference).matches()) {
                    yield '&' + reference + ';';
                }
                boolean hex = reference.charAt(1) == 'x';
                yield Character.toString(Integer.parseInt(reference, hex ? 2 : 1, reference.length(), hex ? 16 : 10));
            }
        };
    }

    private static int nonBlank(String text, int from) {
        int i = from;
        while (i < text.length() && blank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Blanks, those of full width, and characters that show nothing. */
    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF' || c >= '\u2000' && c <= '\u200F';
    }

    /** Plain text as paragraphs. */
    static String paragraphs(String text) {
        StringBuilder html = new StringBuilder(text.length() + 64);
        int start = 0;
        while (start < text.length()) {
            int end = start;
            boolean blank = true;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                blank = blank && Character.isWhitespace(text.charAt(end));
                end++;
            }
            // A line that ends with both is followed by a blank one then, and blank ones are passed over.
            if (!blank) {
                html.append("<p>");
                escape(text, start, end, html);
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
        return clean(raw.toString()).html();
    }

    private static String name(Attachment attachment) {
        if (attachment.name() != null && !attachment.name().isBlank()) {
            return attachment.name();
        }
        return attachment.url() == null ? "" : attachment.url();
    }

    private static void escape(String text, StringBuilder html) {
        escape(text, 0, text.length(), html);
    }

    private static void escape(String text, int start, int end, StringBuilder html) {
        int from = start;
        for (int i = start; i < end; i++) {
            String reference = reference(text.charAt(i));
            if (reference != null) {
                html.append(text, from, i).append(reference);
                from = i + 1;
            }
        }
        html.append(text, from, end);
    }

    private static @Nullable String reference(char c) {
        if (c > '>') {
            return null;
        }
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> null;
        };
    }
}
