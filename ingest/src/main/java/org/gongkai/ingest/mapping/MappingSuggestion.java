package org.gongkai.ingest.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * A first mapping file for a source: which labels it has and what each seems to mean, with the confidence of each guess
 * as a comment. A person edits it; a guess below one half is written as a comment only.
 *
 * <p>Confidence: 1.00 for a label that is known as it stands, 0.90 when blanks, colons, brackets or case had to be
 * dropped, 0.60 when the label can mean two things or is a common word, and at most 0.70, by the share of the values
 * that fit, when only the look of the values tells.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param guesses one for each label, in the order of the source
 */
public record MappingSuggestion(List<Guess> guesses) {

    /**
     * What a label seems to mean.
     *
     * @param label the label as it stands in the source
     * @param component what it seems to mean, or null when nothing tells
     * @param confidence how sure that is, from 0 to 1, with two decimals
     * @param example a value of the source, cut when long, empty when it has none
     * @param unlisted the values of an element with a closed list that are none of the list, such as 1 for 有效; empty
     *     where the element has no list, or all values are of it
     */
    public record Guess(
            String label, @Nullable Component component, BigDecimal confidence, String example, List<String> unlisted) {

        /**
         * Creates a guess.
         *
         * @throws NullPointerException when {@code unlisted} is null
         */
        public Guess {
            unlisted = List.copyOf(unlisted);
        }

        Guess(String label, @Nullable Component component, BigDecimal confidence, String example) {
            this(label, component, confidence, example, List.of());
        }
    }

    /**
     * Creates a suggestion.
     *
     * @throws NullPointerException when {@code guesses} is null
     */
    public MappingSuggestion {
        guesses = List.copyOf(guesses);
    }

    /**
     * Looks at sources.
     *
     * @param files the files, as {@link LegacyReader#find} gives them
     * @return the suggestion
     */
    public static MappingSuggestion of(List<SourceFile> files) {
        LabelAliases standard = LabelAliases.standard();
        Map<String, List<String>> samples = new LinkedHashMap<>();
        for (SourceFile file : files) {
            LabelSamples known = new LabelSamples(samples);
            LegacyReader.standard().read(file, known);
            if (known.records() == 0) {
                // Nothing was known: take the first row for labels, whatever they are.
                LegacyReader.standard()
                        .withAliases(standard.assuming(Component.TITLE))
                        .read(file, known);
            }
        }
        return new MappingSuggestion(new LabelGuesser(samples, standard).guess());
    }

    /**
     * The suggestion as a mapping file.
     *
     * @param language the language of its comments; Chinese is answered in Chinese and any other in English
     * @return the text, in YAML, with a line feed at its end
     */
    public String toYaml(Locale language) {
        return new SuggestionYaml(guesses, language).text();
    }
}
