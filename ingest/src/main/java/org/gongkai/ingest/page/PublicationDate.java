package org.gongkai.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.DateText;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.SourceRecord.Field;
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

    /** As gov.cn writes date and time of day: 2023-07-04-10:00:00. */
    private static final Pattern JOINED =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)");

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final Document page;

    /** In JSON-LD. */
    private final @Nullable Described described;

    /** In JSON-LD for one search engine. */
    private final @Nullable Described pushed;

    private record Described(String label, String value) {}

    PublicationDate(Document page, List<JsonNode> descriptions) {
        this.page = page;
        this.described = described(descriptions, HeadTags.described());
        this.pushed = described(descriptions, HeadTags.pushed());
    }

    private static @Nullable Described described(List<JsonNode> descriptions, List<String> names) {
        return names.stream()
                .flatMap(name -> descriptions.stream()
                        .map(each -> each.findValue(name))
                        .filter(each -> each != null && each.isTextual())
                        .map(each -> new Described("[JSON-LD:" + name + ']', each.asText())))
                .findFirst()
                .orElse(null);
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
        } else if (described != null || pushed != null) {
            Described said = described == null ? Objects.requireNonNull(pushed) : described;
            add(fields, page.head(), said.label(), said.value(), Rank.HEAD);
        } else {
            Element time = time(heading, body);
            if (time != null) {
                String said = time.hasAttr("datetime") ? time.attr("datetime") : PageText.inline(time);
                add(fields, time, "[页面:time]", said, Rank.PAGE);
            }
        }
    }

    /**
     * Adds the date that is said to machines where it is another day than all that the page shows: one of them is wrong.
     *
     * @param shows whether a field gives the date of publication
     */
    void contradict(PageFields fields, Predicate<Field> shows) {
        if (described == null) {
            return;
        }
        Set<LocalDate> said = days(described.value());
        boolean agrees = said.isEmpty()
                || fields.stream()
                        .filter(shows)
                        .map(each -> DateText.read(each.value()).value())
                        .anyMatch(each -> each == null || said.contains(each));
        if (!agrees) {
            add(fields, page.head(), described.label(), described.value(), Rank.HEAD);
        }
    }

    /** The day that a text names, and the day that it was in China then. */
    private static Set<LocalDate> days(String text) {
        Set<LocalDate> days = new HashSet<>();
        LocalDate day = DateText.read(text).value();
        if (day != null) {
            days.add(day);
        }
        try {
            days.add(OffsetDateTime.parse(text.strip())
                    .withOffsetSameInstant(CHINA)
                    .toLocalDate());
        } catch (DateTimeParseException noMoment) {
            return days;
        }
        return days;
    }

    private static void add(PageFields fields, Element place, String label, String value, Rank rank) {
        Matcher joined = JOINED.matcher(LegacyText.stripUnseen(value));
        String said = joined.matches() ? joined.group(1) + ' ' + joined.group(2) : LegacyText.stripUnseen(value);
        fields.add(place, label, said, rank, Component.PUBLISHED_ON, null);
    }

    /** An element {@code time} beside the heading, between it and the body, in the article that the body is, or marked as this date. */
    private @Nullable Element time(@Nullable Element heading, @Nullable Element body) {
        List<Element> times = page.getElementsByTag("time");
        if (times.isEmpty()) {
            return null;
        }
        Map<Element, Integer> places = new IdentityHashMap<>();
        page.getAllElements().forEach(each -> places.put(each, places.size()));
        int above = places.getOrDefault(heading, -1);
        int below = places.getOrDefault(body, -1);
        for (Element time : times) {
            int at = places.get(time);
            boolean between = above >= 0 && above < at && at < below;
            if ((between || time.hasAttr("pubdate")) && time.closest("a, li, nav, aside, footer") == null) {
                return time;
            }
            boolean beside = heading != null && Places.near(time, heading);
            Element article = time.closest("article");
            if (beside || article != null && body != null && Places.within(body, article)) {
                return time;
            }
        }
        return null;
    }
}
