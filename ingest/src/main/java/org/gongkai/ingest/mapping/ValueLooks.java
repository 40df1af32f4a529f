package org.gongkai.ingest.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.text.OfficialText;

/** How the values of some components look, so that they are known without a label. Immutable. */
public final class ValueLooks {

    // In characters.
    private static final int SHORTEST_TITLE = 5;
    private static final int LONGEST_TITLE = 200;

    /** Of ten values so many look alike. */
    private static final int MOST_OF_TEN = 8;

    private static final int TEN = 10;

    private static final Pattern URL = Pattern.compile("https?://\\S+");

    private final Map<Component, Predicate<String>> looks = new LinkedHashMap<>();

    /** The looks of titles, document numbers, index numbers and addresses. */
    public ValueLooks() {
        ValueReader reader = new ValueReader(Mapping.none());
        looks.put(Component.TITLE, ValueLooks::title);
        for (Component each : List.of(Component.DOCUMENT_NUMBER, Component.INDEX_NUMBER)) {
            looks.put(each, text -> reader.read(each, text).value() instanceof Code code && code.wellFormed());
        }
        looks.put(Component.SOURCE_URL, ValueLooks::url);
    }

    static boolean title(String text) {
        return text.length() >= SHORTEST_TITLE && text.length() < LONGEST_TITLE && OfficialText.endsLikeTitle(text);
    }

    static boolean url(String text) {
        return URL.matcher(text).matches();
    }

    /**
     * What names mean by the look of their values, where that is certain: nearly all values of a name look so, and those of
     * no other name do. There are documents only where a title or a number stands beside another of these.
     *
     * @param samples names, each with some of its values, the empty ones left out
     * @return the meanings; empty where these are no documents
     */
    public Map<String, Component> meanings(Map<String, List<String>> samples) {
        Map<String, Component> meanings = new LinkedHashMap<>();
        looks.forEach((component, look) -> {
            List<String> fitting = new ArrayList<>();
            samples.forEach((name, values) -> {
                long fit = values.stream().filter(look).count();
                if (!meanings.containsKey(name) && fit > 0 && fit * TEN >= (long) values.size() * MOST_OF_TEN) {
                    fitting.add(name);
                }
            });
            if (fitting.size() == 1) {
                meanings.put(fitting.get(0), component);
            }
        });
        boolean document = meanings.containsValue(Component.TITLE) || meanings.containsValue(Component.DOCUMENT_NUMBER);
        return document && meanings.size() > 1 ? meanings : Map.of();
    }
}
