package org.gongkai.ingest.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyPackage;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableFit;
import org.gongkai.ingest.table.TableLabel;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableReader;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of interpretations, answers, press releases and packages of policies: a record each row, of a package one for the rows
 * of its name. What a column means is data; how its cells are read follows from the type of its field. Immutable and safe to share
 * between threads.
 *
 * <pre>{@code
 * ListTableReader reader = ListTableReader.answers();
 * reader.readCsv("answers.csv", csv, reader.defaults(Map.of("responsible", "东岭区民政局")));
 * }</pre>
 */
public final class ListTableReader implements TableReader<DisclosureRecord, Map<String, Object>> {

    private final ListWords words;

    private ListTableReader(ListWords words) {
        this.words = words;
    }

    private static ListTableReader of(
            Class<? extends DisclosureRecord> type, String file, List<List<String>> needed, Set<String> keys) {
        RecordKind<?> kind = RecordKind.of(type);
        TableLabels<ListMeaning> labels = Csv.shipped(
                ListTableReader.class.getResourceAsStream(file),
                file,
                text -> TableLabels.read(text, path -> ListMeaning.of(path, kind)));
        return new ListTableReader(new ListWords(kind, labels, needed, keys));
    }

    /**
     * A reader of lists of interpretations.
     *
     * @return the reader
     */
    public static ListTableReader interpretations() {
        return of(
                PolicyInterpretation.class,
                "interpretation-labels.csv",
                List.of(List.of("title", "interprets."), List.of("form", "interprets.", "mediaUrl")),
                Set.of());
    }

    /**
     * A reader of bases of questions and answers.
     *
     * @return the reader
     */
    public static ListTableReader answers() {
        return of(PolicyAnswer.class, "answer-labels.csv", List.of(List.of("question"), List.of("answer")), Set.of());
    }

    /**
     * A reader of lists of press releases.
     *
     * @return the reader
     */
    public static ListTableReader press() {
        return of(
                PressRelease.class,
                "press-labels.csv",
                List.of(List.of("title"), List.of("type", "heldOn", "host")),
                Set.of());
    }

    /**
     * A reader of packages of policies.
     *
     * @return the reader
     */
    public static ListTableReader packages() {
        return of(
                PolicyPackage.class,
                "package-labels.csv",
                List.of(List.of("name"), List.of("items.document.")),
                Set.of("name", "audience", "owner"));
    }

    @Override
    public TableReading<DisclosureRecord> read(Grid grid, Map<String, Object> defaults) {
        TableLayout<ListMeaning> layout = TableLayout.of(grid, words);
        return layout == null
                ? TableReading.unrecognized(grid.place(), words.kind().code())
                : new ListTable(layout, words, defaults).read();
    }

    @Override
    public ListTableReader withHeaders(Map<String, String> headers) {
        return new ListTableReader(new ListWords(
                words.kind(),
                words.labels().after(headers, path -> ListMeaning.of(path, words.kind())),
                words.needed(),
                words.keys()));
    }

    @Override
    public boolean knows(String header) {
        return words.labelled(List.of(header)) != null;
    }

    @Override
    public @Nullable TableFit fit(Grid grid, List<String> titles) {
        return TableFit.of(grid, words, titles);
    }

    @Override
    public List<TableLabel> vocabulary() {
        return words.labels().vocabulary(words::role);
    }

    @Override
    public Set<String> meanings() {
        return ListMeaning.known(words.kind());
    }

    @Override
    public Set<String> defaultNames() {
        return ListMeaning.defaults(words.kind());
    }

    @Override
    public Map<String, Object> defaults(Map<String, String> texts) {
        Map<String, Object> defaults = new HashMap<>();
        texts.forEach((name, text) -> {
            RecordField field = defaultNames().contains(name) ? words.kind().field(name) : null;
            List<Object> values = field == null
                    ? null
                    : ListValues.read(field, text, field.many()).value();
            if (values == null) {
                throw new IllegalArgumentException(name);
            }
            defaults.put(name, Objects.requireNonNull(field).many() ? values : values.get(0));
        });
        return Map.copyOf(defaults);
    }
}
