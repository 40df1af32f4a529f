package org.gongkai.ingest.listing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
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
 * Reads tables whose rows are records, of any kind that {@code listings.csv} names: a record each row, of a package of policies one for
 * the rows of its name. What a column means is data; how its cells are read follows from the type of its field. Immutable and safe to
 * share between threads.
 *
 * <pre>{@code
 * ListTableReader reader = ListTableReader.of("policy-answer");
 * reader.readCsv("answers.csv", csv, reader.defaults(Map.of("responsible", "东岭区民政局")));
 * }</pre>
 */
public final class ListTableReader implements TableReader<DisclosureRecord, Map<String, Object>> {

    private final ListWords words;

    private ListTableReader(ListWords words) {
        this.words = words;
    }

    /**
     * A reader of lists of a kind.
     *
     * @param kind the code of the kind, such as {@code press-release}
     * @return the reader, with the labels that ship with this library
     * @throws IllegalArgumentException when no lists of such a kind are known
     */
    public static ListTableReader of(String kind) {
        return Csv.shipped(ListTableReader.class.getResourceAsStream("listings.csv"), "listings.csv", reader -> {
            for (Csv.Row row : Csv.read(reader, "listings.csv", List.of("kind", "labels", "needed", "keys"))) {
                if (row.required("kind").equals(kind)) {
                    return of(row);
                }
            }
            throw new IllegalArgumentException("no lists of " + kind);
        });
    }

    private static ListTableReader of(Csv.Row row) throws IOException {
        RecordKind<?> kind = Objects.requireNonNull(RecordKind.named(row.required("kind")), row.place());
        String file = row.required("labels");
        TableLabels<ListMeaning> labels = Csv.shipped(
                ListTableReader.class.getResourceAsStream(file),
                file,
                text -> TableLabels.read(text, path -> ListMeaning.of(path, kind)));
        List<List<String>> needed = new ArrayList<>();
        for (String each : row.required("needed").split("\\+")) {
            needed.add(List.of(each.strip().split("\\|")));
        }
        String keys = row.text("keys");
        return new ListTableReader(
                new ListWords(kind, labels, List.copyOf(needed), keys == null ? Set.of() : Set.of(keys.split("\\|"))));
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

    /**
     * What a label means where it stands on a page, by the same list as the head of a column.
     *
     * @param label the label
     * @return the path of the field, such as {@code interprets.title}; null where the label is unknown, means nothing that is
     *     wanted, or an inner paper
     */
    public @Nullable String path(String label) {
        ListMeaning meaning = words.labelled(List.of(label));
        boolean field = meaning != null
                && meaning.wanted()
                && meaning.step() == null
                && meaning.terms().isEmpty()
                && !meaning.inner(words.kind());
        return field ? meaning.path() : null;
    }

    /**
     * The values that a text behind a label holds, read as a cell is.
     *
     * @param path the path of the field
     * @param text the text
     * @return the values, of the type of the field; null where a part of the text cannot be read
     */
    public @Nullable List<Object> values(String path, String text) {
        RecordField field = words.kind().field(path);
        return field == null
                ? null
                : ListValues.read(field, text, field.many() || new ListMeaning(path).whole() != null)
                        .value();
    }

    @Override
    public @Nullable TableFit fit(Grid grid, List<String> titles) {
        return TableFit.of(grid, words, titles);
    }

    @Override
    public List<TableLabel> vocabulary() {
        return words.labels().vocabulary(words::role);
    }

    /** Registers whose other half names persons. */
    @Override
    public boolean confidential() {
        return words.kind().personalData() == RecordKind.PersonalData.HALVED;
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
