package org.gongkai.ingest.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkai.core.DateText;
import org.gongkai.core.catalogue.DisclosureChannel;
import org.gongkai.core.catalogue.DisclosureManner;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.ingest.table.ColumnRole;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableWords;
import org.jspecify.annotations.Nullable;

/**
 * What tables of one kind say, for the table engine.
 *
 * @param kind the kind
 * @param labels the labels of columns
 * @param needed paths, or beginnings of paths, of which a table has one of each list
 * @param keys the columns that tell records apart, so that a blank cell goes on from above
 */
record ListWords(RecordKind<?> kind, TableLabels<ListMeaning> labels, List<List<String>> needed, Set<String> keys)
        implements TableWords<ListMeaning> {

    /** A longer text, in characters, is a sentence, whatever day it begins with. */
    private static final int LONGEST_DAY = 30;

    @Override
    public ColumnRole role(ListMeaning meaning) {
        boolean day = meaning.wanted() && meaning.field(kind).type() == LocalDate.class;
        return day ? ColumnRole.DATE : ColumnRole.TEXT;
    }

    @Override
    public @Nullable ListMeaning meaning(ColumnRole role) {
        return null;
    }

    @Override
    public boolean names(String text) {
        return false;
    }

    @Override
    public boolean value(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_DAY
                && DateText.read(text).value() != null;
    }

    /** 公开方式 holds channels where its cells name channels and no manner. */
    @Override
    public @Nullable ListMeaning seen(TableColumn<ListMeaning> column, List<String> cells) {
        ListMeaning meaning = column.meaning();
        if (meaning == null || !meaning.path().equals("manner") || kind.field("channels") == null) {
            return meaning;
        }
        boolean manner =
                cells.stream().anyMatch(each -> DisclosureManner.parse(each).wellFormed());
        boolean channel =
                cells.stream().anyMatch(each -> DisclosureChannel.parse(each).wellFormed());
        return channel && !manner ? new ListMeaning("channels") : meaning;
    }

    @Override
    public boolean key(ListMeaning meaning) {
        return keys.contains(meaning.path());
    }

    @Override
    public boolean apart(ListMeaning meaning) {
        return keys.contains("name") && meaning.path().equals("name");
    }

    @Override
    public boolean complete(Set<ListMeaning> meanings) {
        return needed.stream()
                .allMatch(any -> meanings.stream().anyMatch(each -> any.stream().anyMatch(each.path()::startsWith)));
    }
}
