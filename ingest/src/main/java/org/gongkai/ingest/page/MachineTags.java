package org.gongkai.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapping.Component;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The title and the agency that a page says to search engines and social networks, in JSON-LD and Open Graph. Where the page shows
 * others one of them is wrong; where it shows none nothing is taken. One page, one use.
 */
final class MachineTags {

    private record Said(String label, String value) {}

    private final Document page;
    private final List<Said> titles = new ArrayList<>();
    private final List<Said> agencies = new ArrayList<>();

    MachineTags(Document page, List<JsonNode> descriptions) {
        this.page = page;
        descriptions.forEach(this::describe);
        for (Element tag : page.select("meta[property=og:title], meta[name=og:title]")) {
            titles.add(new Said("og:title", tag.attr("content")));
        }
    }

    private void describe(JsonNode described) {
        JsonNode headline = described.findValue("headline");
        if (headline != null && headline.isTextual()) {
            titles.add(new Said("[JSON-LD:headline]", headline.asText()));
        }
        for (String each : List.of("issuer", "legislationPassedBy")) {
            JsonNode issuer = described.findValue(each);
            String name = issuer == null
                    ? ""
                    : issuer.isTextual() ? issuer.asText() : issuer.path("name").asText();
            if (!name.isBlank()) {
                agencies.add(new Said("[JSON-LD:" + each + ']', name));
            }
        }
    }

    /**
     * Adds what is another title, or another agency, than all that the page shows. A title is one that names the kind of a text: that of the
     * site says nothing of the page.
     */
    void contradict(PageFields fields, Predicate<Field> title, Predicate<Field> issuer) {
        titles.stream()
                .filter(each -> each.value().contains("关于")
                        || DocumentKind.ofTitle(each.value()).name() != DocumentKind.Name.OTHER)
                .forEach(each -> add(fields, each, title, Component.TITLE));
        agencies.forEach(each -> add(fields, each, issuer, Component.ISSUERS));
    }

    private void add(PageFields fields, Said said, Predicate<Field> shows, Component component) {
        List<String> shown = fields.stream()
                .filter(shows)
                .map(each -> LegacyText.lettersAndDigits(each.value()))
                .filter(each -> !each.isEmpty())
                .toList();
        String told = LegacyText.lettersAndDigits(said.value());
        boolean agrees = shown.isEmpty()
                || told.isEmpty()
                || shown.stream().anyMatch(each -> each.contains(told) || told.contains(each));
        if (!agrees) {
            fields.add(page.head(), said.label(), said.value(), Rank.HEAD, component, null);
        }
    }
}
