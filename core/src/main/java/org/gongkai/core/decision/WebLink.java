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
    private static final Pattern CLIMBS = Pattern.compile("(?i)(?:.*/)?(?:\\.|%2e){2}(?:[/?#].*)?");

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
        return relative(url) && !url.startsWith("/") && !CLIMBS.matcher(url).matches() && !url.contains("../");
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
        if (!relative(text)) {
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
