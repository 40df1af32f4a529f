package org.gongkai.ingest.interpretation;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.Csv;

/** Words by which pages are told apart and read, by their use, from a data file; immutable. */
record PolicyWords(Map<String, Map<String, String>> byUse) {

    private static final String FILE = "policy-words.csv";

    private static final PolicyWords SHIPPED =
            Csv.shipped(PolicyWords.class.getResourceAsStream(FILE), FILE, PolicyWords::read);

    static PolicyWords shipped() {
        return SHIPPED;
    }

    private static PolicyWords read(Reader text) throws IOException {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (Csv.Row each : Csv.read(text, FILE, List.of("use", "word", "means"))) {
            all.computeIfAbsent(each.required("use"), any -> new LinkedHashMap<>())
                    .put(each.required("word"), StringUtils.defaultString(each.text("means")));
        }
        return new PolicyWords(Map.copyOf(all));
    }

    /** The words of a use as alternatives of a pattern, the longest first. */
    String any(String use) {
        return any(byUse.getOrDefault(use, Map.of()).keySet().stream());
    }

    /** Words as alternatives of a pattern, the longest first, since the one that fits first ends the search. */
    static String any(Stream<String> words) {
        return words.distinct()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    boolean is(String use, String word) {
        return byUse.getOrDefault(use, Map.of()).containsKey(word);
    }

    /** What the data says that a word means. */
    String meaning(String use, String word) {
        return byUse.getOrDefault(use, Map.of()).getOrDefault(word, "");
    }
}
