package org.gongkai.ingest.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Validity;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * Puts the cells of a ragged row back under their labels where that can be done in one way only: by what the columns of
 * dates, numbers and agencies can hold.
 */
final class RowShape {

    private static final Pattern COUNT = Pattern.compile("[\\d０-９]*[.．、]?");

    private final LabelAliases aliases;
    private final List<String> header;
    private final List<@Nullable Component> columns = new ArrayList<>();
    private final ValueReader values;

    RowShape(List<String> header, LabelAliases aliases, ValueReader values) {
        this.aliases = aliases;
        this.header = header;
        this.values = values;
        header.forEach(label -> columns.add(aliases.component(label)));
    }

    /** The cells with one joined of several, or null when no place or more than one is possible. */
    @Nullable
    List<String> join(List<String> cells, char delimiter) {
        int surplus = cells.size() - header.size();
        List<String> found = null;
        for (int at = 0; at + surplus < cells.size(); at++) {
            List<String> joined = new ArrayList<>(cells.subList(0, at));
            joined.add(String.join(String.valueOf(delimiter), cells.subList(at, at + surplus + 1)));
            joined.addAll(cells.subList(at + surplus + 1, cells.size()));
            if (misfits(joined) == 0) {
                if (found != null) {
                    return null;
                }
                found = joined;
            }
        }
        return found;
    }

    /** The row that two lines make when a cell was broken over the line's end without quotes, or null. */
    @Nullable
    List<String> mend(List<String> first, List<String> second) {
        if (first.isEmpty() || second.isEmpty() || first.size() + second.size() - 1 != header.size()) {
            return null;
        }
        List<String> joined = new ArrayList<>(first.subList(0, first.size() - 1));
        joined.add(first.get(first.size() - 1) + '\n' + second.get(0));
        joined.addAll(second.subList(1, second.size()));
        return misfits(joined) == 0 && misfits(second) > 0 ? joined : null;
    }

    /** How many cells hold what their column cannot. */
    int misfits(List<String> cells) {
        int misfits = 0;
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Component column = columns.get(i);
            String cell = LegacyText.stripUnseen(cells.get(i));
            if (LabelAliases.key(header.get(i)).equals("序号")
                    && !COUNT.matcher(cell).matches()) {
                misfits++;
            }
            if (column != null && !cell.isEmpty() && !fits(column, cell)) {
                misfits++;
            }
        }
        return misfits;
    }

    /** Whether a cell can be the value of the element that a label names, and the element is one that a value can tell. */
    boolean fits(String label, String cell) {
        Component component = aliases.component(label);
        return component != null && fits(component, LegacyText.stripUnseen(cell));
    }

    private boolean fits(Component column, String cell) {
        Object value = values.read(column, cell).value();
        if (column == Component.ISSUERS) {
            return !AgencyNames.agencies(cell.replace('，', '、').replace(',', '、'))
                    .isEmpty();
        }
        if (value instanceof DocumentNumber number) {
            return number.form() != DocumentNumber.Form.OTHER;
        }
        return values.none(cell) || shaped(column.field().type(), value);
    }

    /** Whether a value has the shape that tells its column from others; of other types any value will do. */
    private static boolean shaped(Class<?> type, @Nullable Object value) {
        if (type == LocalDate.class) {
            return value != null;
        }
        if (type == IndexNumber.class) {
            return value instanceof IndexNumber number && number.family() != null;
        }
        boolean listed = type == Validity.class || type == Openness.class || type == FileType.class;
        return !listed || value instanceof Code code && code.wellFormed();
    }
}
