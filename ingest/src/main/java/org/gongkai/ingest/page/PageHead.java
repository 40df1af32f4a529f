package org.gongkai.ingest.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.source.Reason;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the tags in the head of a page that 国办发〔2017〕47号 asks for. */
final class PageHead {

    /** What a site is called is no longer, in characters. */
    private static final int LONGEST = 1_000;

    private static final Set<String> DESCRIBING = Set.of("Keywords", "Description");

    private final Document document;
    private final WindowTitle window;

    PageHead(Document document, WindowTitle window) {
        this.document = document;
        this.window = window;
    }

    void read(PageFields fields) {
        List<Element> tags = document.select("meta[name]");
        Set<String> exact = new HashSet<>();
        for (Element tag : tags) {
            exact.add(tag.attr("name").strip());
        }
        for (Element tag : tags) {
            String name = tag.attr("name").strip();
            String known = HeadTags.standard(name);
            if (known != null) {
                String value = LegacyText.stripUnseen(tag.attr("content"));
                // Where both stand, the tag in another case describes the site for search engines.
                boolean other = !known.equals(name) && (exact.contains(known) || describesSite(known, value));
                fields.add(
                        tag,
                        name,
                        value,
                        Rank.HEAD,
                        null,
                        other ? new Page.Left(FieldFate.IGNORED, Reason.PAGE_FURNITURE) : null);
            }
        }
    }

    /** Whether keywords or a description say nothing but what the site is called, as templates repeat on every page. */
    private boolean describesSite(String name, String value) {
        if (!DESCRIBING.contains(name) || value.isBlank() || value.length() > LONGEST) {
            return false;
        }
        String site = siteName();
        for (String word : StringUtils.split(value, ",，;；、|")) {
            String bare = LegacyText.lettersAndDigits(word);
            boolean said =
                    bare.length() < 2 || bare.equals(window.bare()) || site.contains(LegacyText.stripUnseen(word));
            if (!said) {
                return false;
            }
        }
        return true;
    }

    /** All that the page says of its site's name. */
    private String siteName() {
        StringBuilder site = new StringBuilder();
        for (String part : window.parts()) {
            site.append(part.equals(window.title()) ? "" : part).append('\n');
        }
        document.select("meta[name=SiteName]").forEach(each -> site.append(each.attr("content")));
        return site.toString();
    }
}
