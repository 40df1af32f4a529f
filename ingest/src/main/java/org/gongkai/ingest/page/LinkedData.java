package org.gongkai.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page describes for search engines in JSON-LD, which is a script and is taken out of the page before it is read. */
final class LinkedData {

    /** A longer description of the page is not looked into, in characters. */
    private static final int LONGEST = 1 << 16;

    private LinkedData() {}

    /** The descriptions of a page, in their order; what is no JSON describes nothing. */
    static List<JsonNode> of(Document page) {
        List<JsonNode> descriptions = new ArrayList<>();
        for (Element script : page.select("script[type=application/ld+json]")) {
            String json = script.data();
            if (json.length() <= LONGEST) {
                try {
                    descriptions.add(JsonMapper.builder().build().readTree(json));
                } catch (JsonProcessingException noJson) {
                    // It describes the page for search engines; nothing of the record is in it.
                    continue;
                }
            }
        }
        return descriptions;
    }
}
