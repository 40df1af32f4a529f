package org.gongkai.core.decision;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which texts may become links on a public page: addresses of the web, and paths relative to the page.
 *
 * <pre>{@code
 * WebLink.resolve("../files/1.pdf", "https://www.example.gov.cn/decisions/index.html");
 *         // https://www.example.gov.cn/files/1.pdf
 * WebLink.resolve("files/1.pdf", null);           // files/1.pdf
 * WebLink.resolve("javascript:alert(1)", null);   // null
 * }</pre>
 */
public final class WebLink {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^/?#@\\s]+(?:[/?#].*)?");
    private static final Pattern NEVER = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\<>\"{}|^`]");
    // RFC 3986, 4.2: no colon in the first part of a relative path.
    private static final Pattern SCHEME = Pattern.compile("(?s)[^/?#]*:.*");
    /** What browsers and servers take at most, in characters; putting a longer path together may take its square. */
    private static final int LONGEST = 8_000;

    private WebLink() {}

    /**
     * Tells whether a text is an address of the web.
     *
     * @param url the text, not null
     * @return true for http and https with a host, without the name of a user
     */
    public static boolean absolute(String url) {
        return ADDRESS.matcher(url).matches() && !NEVER.matcher(url).find();
    }

    /**
     * Tells whether a text is a path: to be read against the page on which it stands.
     *
     * @param url the text, not null
     * @return true when it names no scheme and no host, and holds nothing that has no place in a path
     */
    public static boolean relative(String url) {
        return !url.isBlank()
                && !url.startsWith("//")
                && !url.startsWith("#")
                && !SCHEME.matcher(url).matches()
                && !NEVER.matcher(url).find();
    }

    /**
     * Tells whether a path stays in the folder of its page, or below it.
     *
     * @param url the text, not null
     * @return true when it is relative, does not begin at the root and takes no step up
     */
    public static boolean below(String url) {
        return relative(url) && !url.startsWith("/") && !climbs(url);
    }

    /** Whether a step of a path goes up: two dots, as they are or escaped, between slashes or at an end. */
    private static boolean climbs(String path) {
        if (path.contains("../")) {
            return true;
        }
        for (int start = 0; start >= 0; start = next(path, start)) {
            int first = dot(path, start);
            int end = first < 0 ? -1 : dot(path, first);
            if (end >= 0 && (end == path.length() || "/?#".indexOf(path.charAt(end)) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** Where the step behind this one begins, or -1. */
    private static int next(String path, int start) {
        int slash = path.indexOf('/', start);
        return slash < 0 ? -1 : slash + 1;
    }

    /** The place behind a dot, which may be written %2E, or -1 when there is none. */
    private static int dot(String path, int at) {
        if (path.startsWith(".", at)) {
            return at + 1;
        }
        return path.regionMatches(true, at, "%2e", 0, 3) ? at + 3 : -1;
    }

    /**
     * What a link leads to.
     *
     * @param url the text, or null
     * @param page the address of the page on which it stands, or null when the page has none yet
     * @return an address of the web; or, where the page has no address, a path below its folder; null when the text may
     *     not become a link
     */
    public static @Nullable String resolve(@Nullable String url, @Nullable String page) {
        if (url == null) {
            return null;
        }
        String text = url.strip();
        if (absolute(text)) {
            return text.replace(" ", "%20");
        }
        if (text.length() > LONGEST || !relative(text)) {
            return null;
        }
        if (page == null || !absolute(page.strip())) {
            return below(text) ? text.replace(" ", "%20") : null;
        }
        try {
            URI base = new URI(page.strip().replace(" ", "%20"));
            String resolved =
                    base.resolve(new URI(text.replace(" ", "%20"))).normalize().toString();
            return absolute(resolved) ? resolved : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            // What java.net.URI does not take is shown as text and not as a link.
            return null;
        }
    }
}
