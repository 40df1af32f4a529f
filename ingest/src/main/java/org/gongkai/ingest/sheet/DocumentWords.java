package org.gongkai.ingest.sheet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.core.DateText;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.table.ColumnRole;
import org.gongkai.ingest.table.JoinedLabel;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableWords;
import org.jspecify.annotations.Nullable;

/**
 * What lists of documents say, for the table engine. What a column means is the mapper's business; the engine asks only
 * which texts are labels.
 *
 * @param aliases the labels of elements
 */
record DocumentWords(LabelAliases aliases) implements TableWords<Component> {

    /** A longer cell, in characters, is no date and no number. */
    private static final int LONGEST_VALUE = 60;

    @Override
    public TableLabels<Component> labels() {
        return TableLabels.none();
    }

    @Override
    public @Nullable Component labelled(List<String> headers) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            String key = i == 0 ? headers.get(0) : key(aliases, headers.get(i - 1), headers.get(i));
            Component component = key == null ? null : aliases.component(key);
            if (component != null) {
                return component;
            }
        }
        return null;
    }

    /** The label by which a column below a group is looked up: both joined, its own, its own with the group's head; or null. */
    static @Nullable String key(LabelAliases aliases, String group, String own) {
        return Stream.concat(JoinedLabel.whole(group, own).stream(), Stream.of(own, JoinedLabel.head(group, own)))
                .filter(each -> aliases.find(each) != null)
                .findFirst()
                .orElse(null);
    }

    @Override
    public ColumnRole role(Component meaning) {
        return ColumnRole.TEXT;
    }

    @Override
    public @Nullable Component meaning(ColumnRole role) {
        return null;
    }

    @Override
    public boolean names(String text) {
        return false;
    }

    @Override
    public boolean value(String text) {
        return text.length() <= LONGEST_VALUE
                && (DateText.read(text).value() != null
                        || DocumentNumber.parse(text).wellFormed());
    }

    /** A title with two words that are labels elsewhere is no header. */
    @Override
    public boolean header(int known, int filled) {
        return known > 1 && known * 3 >= filled;
    }

    /** 序号, 文件名称, 文号, 2026年3月5日. */
    @Override
    public boolean headerBesideValues(int run, int filled) {
        return run > 1 && run * 2 >= filled;
    }

    @Override
    public boolean key(Component meaning) {
        return false;
    }

    @Override
    public boolean complete(Set<Component> meanings) {
        return !meanings.isEmpty();
    }
}
