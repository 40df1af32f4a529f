package org.gongkai.ingest.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapper.TableRoute;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.table.TableKind;
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
 * @param guesses one for each label of a document, in the order of the source
 * @param tables what the tables of other kinds seem to be, one for each file and kind
 * @param headless the files in which no row of labels was found; of their cells nothing is told, for they may be of persons
 */
public record MappingSuggestion(List<Guess> guesses, List<Tables> tables, List<String> headless) {

    /**
     * The tables of a file, or the rows of a database.
     *
     * @param files the name of the file, or {@code jdbc}
     * @param kind what they seem to hold
     * @param columns what their columns seem to mean
     */
    public record Tables(String files, TableKind kind, List<Column> columns) {

        /** Creates an entry. */
        public Tables {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What a column seems to mean.
     *
     * @param header its headers, joined as the ledger shows them
     * @param meaning one of {@link TableKind#meanings()}, or null when nothing tells
     * @param confidence how sure that is, from 0 to 1, with two decimals; 1.00 for a header that is known as it stands
     * @param example a value of the source, cut when long, empty when it has none or must not be shown
     */
    public record Column(String header, @Nullable String meaning, BigDecimal confidence, String example) {}

    /**
     * What a label seems to mean.
     *
     * @param label the label as it stands in the source
     * @param component what it seems to mean, or null when nothing tells
     * @param confidence how sure that is, from 0 to 1, with two decimals
     * @param example a value of the source, cut when long, empty when it has none, or when it may be of a person: where nothing is
     *     known of the source, a date or a code of documents alone is shown
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
     * @throws NullPointerException when one of the lists is null
     */
    public MappingSuggestion {
        guesses = List.copyOf(guesses);
        tables = List.copyOf(tables);
        headless = List.copyOf(headless);
    }

    /**
     * Looks at sources.
     *
     * @param files the files, as {@link LegacyReader#find} gives them
     * @return the suggestion
     */
    public static MappingSuggestion of(List<SourceFile> files) {
        return of(files, Mapping.none(), name -> null);
    }

    /**
     * Looks at sources and at the database that a mapping names.
     *
     * @param files the files, as {@link LegacyReader#find} gives them
     * @param mapping the mapping; nothing but its database is looked at
     * @param environment gives an environment variable's value, or null; usually {@code System::getenv}
     * @return the suggestion
     */
    public static MappingSuggestion of(
            List<SourceFile> files, Mapping mapping, UnaryOperator<@Nullable String> environment) {
        LabelAliases standard = LabelAliases.standard();
        LabelSamples samples = new LabelSamples();
        for (SourceFile file : files) {
            samples.begin(file.name());
            LegacyReader.standard().read(file, samples);
            if (samples.unclear() != null) {
                LegacyReader.standard()
                        .withMapping(kind(TableRoute.ALL, samples.unclear()))
                        .read(file, samples);
            } else if (samples.records() == 0) {
                // Nothing was known: take the first row for labels, whatever they are.
                LabelSamples assumed = new LabelSamples();
                assumed.begin(file.name());
                LegacyReader.standard()
                        .withAliases(standard.assuming(Component.TITLE))
                        .withDocumentsOnly()
                        .read(file, assumed);
                samples.takeForeign(assumed, file.kind() == SourceFile.Kind.HTML);
            }
        }
        if (mapping.jdbc() != null) {
            samples.begin(TableRoute.DATABASE);
            LegacyReader.standard().withMapping(mapping).readDatabase(environment, samples);
        }
        return new MappingSuggestion(
                new LabelGuesser(samples.documents(), samples.foreign(), standard).guess(),
                samples.tables().stream().map(ColumnGuesser::guess).toList(),
                samples.headless());
    }

    private static Mapping kind(String files, TableKind kind) {
        return Mapping.none().withTables(new Mapping.Tables(files, kind, Map.of(), Map.of(), false));
    }

    /**
     * The suggestion as a mapping file.
     *
     * @param language the language of its comments; Chinese is answered in Chinese and any other in English
     * @return the text, in YAML, with a line feed at its end
     */
    public String toYaml(Locale language) {
        return new SuggestionYaml(this, language).text();
    }
}
