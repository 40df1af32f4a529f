package org.gongkai.ingest.page;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.text.OfficialText;
import org.jsoup.nodes.Document;

/**
 * What the window of a page is called, such as 关于X的通知_某某区政府网.
 *
 * @param title the part that names the document: the longest
 * @param bare its letters and digits alone
 * @param parts all parts as they stand
 */
record WindowTitle(String title, String bare, List<String> parts) {

    /** A longer window repeats no heading, in characters. */
    private static final int LONGEST = 1_000;

    /** What a column is called is no longer. */
    private static final int LONGEST_COLUMN = 8;

    /** A title is longer. */
    private static final int SHORTEST = 4;

    static final Pattern SITE_SUFFIX = Pattern.compile(
            "(?:(?<!\\s)\\s++)?+[_|｜]++\\s*+|(?<!\\s)\\s++[-–—]++\\s++|(?<![-–—])[-–—]++(?=[^-–—]{2,30}(?:网|门户|网站|政府|局|厅|委)$)");

    static WindowTitle of(Document page) {
        List<String> parts = List.of(SITE_SUFFIX.split(PageText.tidy(page.title())));
        String longest = "";
        for (String part : parts) {
            longest = part.length() > longest.length() ? part : longest;
        }
        String title = longest.strip();
        return new WindowTitle(title, LegacyText.lettersAndDigits(title), parts);
    }

    /**
     * Whether the part is the name of a document rather than of the site or a column: it reads like a title, or the site's
     * name stands beside it.
     */
    boolean namesDocument() {
        boolean beside = parts.size() > 1 && title.length() > LONGEST_COLUMN;
        return beside || title.length() > SHORTEST && (title.contains("关于") || OfficialText.endsLikeTitle(title));
    }

    /** Whether the window says a text, given by its letters and digits. */
    boolean says(String text) {
        return bare.length() <= LONGEST && bare.contains(text);
    }
}
