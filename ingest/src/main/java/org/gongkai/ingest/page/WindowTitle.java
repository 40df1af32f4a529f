package org.gongkai.ingest.page;

import org.gongkai.core.text.LegacyText;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * What the window of a page is called, such as 关于X的通知_某某区政府网.
 *
 * @param title the part that names the document: the longest
 * @param parts all parts as they stand
 */
record WindowTitle(String title, List<String> parts) {

    private static final Pattern SITE_SUFFIX =
            Pattern.compile("\\s*[_|｜]+\\s*|\\s+[-–—]+\\s+|[-–—]+(?=[^-–—]{2,30}(?:网|门户|网站|政府|局|厅|委)$)");

    static WindowTitle of(Document page) {
        List<String> parts = List.of(SITE_SUFFIX.split(PageText.tidy(page.title())));
        String longest = "";
        for (String part : parts) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return new WindowTitle(longest.strip(), parts);
    }

    /** Letters and digits of the title alone. */
    String bare() {
        return LegacyText.lettersAndDigits(title);
    }
}
