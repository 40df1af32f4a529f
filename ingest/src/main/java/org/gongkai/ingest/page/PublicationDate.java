package org.gongkai.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapping.Component;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * When a page was published, where it shows no date: said to machines, in tags for search engines and social networks, in
 * JSON-LD, or in an element {@code time}. It is never the date of writing. One page, one use.
 */
final class PublicationDate {

    /** A longer description of the page is not looked into, in characters. */
    private static final int LONGEST_JSON = 1 << 16;

    /** As gov.cn writes date and time of day: 2023-07-04-10:00:00. */
    private static final Pattern JOINED =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)");

    private static final String PUBLISHED = "datePublished";

    private final Document page;

    /** In JSON-LD, which is a script and is taken out of the page before it is read. */
    private final @Nullable String described;

    PublicationDate(Document page) {
        this.page = page;
        this.described = described();
    }

    private @Nullable String described() {
        for (Element script : page.select("script[type=application/ld+json]")) {
            String json = script.data();
            if (json.length() <= LONGEST_JSON && json.contains(PUBLISHED)) {
                try {
                    JsonNode published =
                            JsonMapper.builder().build().readTree(json).findValue(PUBLISHED);
                    if (published != null && published.isTextual()) {
                        return published.asText();
                    }
                } catch (JsonProcessingException noJson) {
                    // It describes the page for search engines; nothing of the record is in it.
                    continue;
                }
            }
        }
        return null;
    }

    /** Adds the date to the fields, unless the page says none. */
    void read(PageFields fields, @Nullable Element heading, @Nullable Element body) {
        Element tag = HeadTags.published(page);
        if (tag != null) {
            String name = List.of("name", "property", "itemprop").stream()
                    .map(tag::attr)
                    .filter(each -> !each.isEmpty())
                    .findFirst()
                    .orElse("");
            add(fields, tag, name, tag.attr("content"), Rank.HEAD);
        } else if (described != null) {
            add(fields, page.head(), "[JSON-LD:datePublished]", described, Rank.HEAD);
        } else {
            Element time = time(heading, body);
            if (time != null) {
                String said = time.hasAttr("datetime") ? time.attr("datetime") : PageText.inline(time);
                add(fields, time, "[页面:time]", said, Rank.PAGE);
            }
        }
    }

    private static void add(PageFields fields, Element place, String label, String value, Rank rank) {
        Matcher joined = JOINED.matcher(LegacyText.stripUnseen(value));
        String said = joined.matches() ? joined.group(1) + ' ' + joined.group(2) : LegacyText.stripUnseen(value);
        fields.add(place, label, said, rank, Component.PUBLISHED_ON, null);
    }

    /** An element {@code time} beside the heading, or in the article that the body is. */
    private @Nullable Element time(@Nullable Element heading, @Nullable Element body) {
        for (Element time : page.getElementsByTag("time")) {
            boolean beside = heading != null && Places.near(time, heading);
            Element article = time.closest("article");
            if (beside || article != null && body != null && Places.within(body, article)) {
                return time;
            }
        }
        return null;
    }
}
