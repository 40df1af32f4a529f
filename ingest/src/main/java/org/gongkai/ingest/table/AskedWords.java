package org.gongkai.ingest.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a kind, which keep what they said of a text while one table is looked at: each of its cells is asked for several
 * times, as a header, a name and a value, upright and turned. For the first rows of one table and one thread.
 *
 * @param <M> what a column can hold
 */
final class AskedWords<M> implements TableWords<M> {

    private final TableWords<M> words;
    private final Map<List<String>, Optional<M>> labelled = new HashMap<>();
    private final Map<String, Boolean> names = new HashMap<>();
    private final Map<String, Boolean> values = new HashMap<>();

    AskedWords(TableWords<M> words) {
        this.words = words;
    }

    @Override
    public TableLabels<M> labels() {
        return words.labels();
    }

    @Override
    public @Nullable M labelled(List<String> headers) {
        return labelled.computeIfAbsent(List.copyOf(headers), each -> Optional.ofNullable(words.labelled(each)))
                .orElse(null);
    }

    @Override
    public ColumnRole role(M meaning) {
        return words.role(meaning);
    }

    @Override
    public @Nullable M meaning(ColumnRole role) {
        return words.meaning(role);
    }

    @Override
    public boolean names(String text) {
        return names.computeIfAbsent(text, words::names);
    }

    @Override
    public boolean value(String text) {
        return values.computeIfAbsent(text, words::value);
    }

    @Override
    public boolean header(int known, int filled) {
        return words.header(known, filled);
    }

    @Override
    public boolean headerBesideValues(int run, int filled) {
        return words.headerBesideValues(run, filled);
    }

    @Override
    public boolean key(M meaning) {
        return words.key(meaning);
    }

    @Override
    public boolean apart(M meaning) {
        return words.apart(meaning);
    }

    @Override
    public boolean shared(M meaning) {
        return words.shared(meaning);
    }

    @Override
    public @Nullable M seen(TableColumn<M> column, List<String> cells) {
        return words.seen(column, cells);
    }

    @Override
    public boolean tells(List<String> headers) {
        return words.tells(headers);
    }

    @Override
    public boolean titled(String title) {
        return words.titled(title);
    }

    @Override
    public boolean complete(Set<M> meanings) {
        return words.complete(meanings);
    }
}
