package org.gongkai.export.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.form.CellText;
import org.gongkai.core.form.FormLayout;
import org.gongkai.core.kind.RecordField;
import org.gongkai.export.table.XlsxWriter;
import org.jspecify.annotations.Nullable;

/** The rows of a form that records fill: each record, and each part, with the number of the row it belongs to. */
final class FilledRows {

    /** The day from which spreadsheets count, and the first after the day of 1900 that never was. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    /** The digits that a spreadsheet keeps of a number. */
    private static final int DIGITS = 15;

    private static final long MOST_EXACT = 1_000_000_000_000_000L;

    private final FormLayout layout;
    private final Map<String, List<List<@Nullable Object>>> rows = new HashMap<>();

    FilledRows(FormLayout layout, List<? extends DisclosureRecord> records) {
        this.layout = layout;
        for (DisclosureRecord each : records) {
            if (layout.kind().as(each) == null) {
                throw new IllegalArgumentException(
                        "a record of another kind than " + layout.kind() + ": " + each.key());
            }
            add(layout.sheets().get(0), (Record) (Object) each, 0);
        }
    }

    List<List<@Nullable Object>> of(FormLayout.Sheet sheet) {
        return rows.getOrDefault(sheet.path(), List.of());
    }

    private void add(FormLayout.Sheet sheet, Record part, int owner) {
        List<List<@Nullable Object>> all = rows.computeIfAbsent(sheet.path(), each -> new ArrayList<>());
        List<@Nullable Object> cells = new ArrayList<>();
        int number = all.size() + 1;
        all.add(cells);
        for (FormLayout.Column each : sheet.columns()) {
            cells.add(
                    each.path().equals(FormLayout.NUMBER)
                            ? number
                            : each.path().equals(FormLayout.OWNER) ? owner : cell(each.way(), part));
        }
        for (FormLayout.Sheet each : layout.sheets()) {
            if (each.part() != null && each.owner(layout).equals(sheet.path())) {
                parts(sheet, each, part).forEach(one -> add(each, (Record) one, number));
            }
        }
    }

    private static @Nullable Object cell(List<RecordField> way, Record part) {
        Object value = part;
        for (RecordField each : way) {
            value = value == null ? null : each.read((Record) value);
        }
        return value == null || value instanceof Collection<?> none && none.isEmpty() ? null : held(value);
    }

    /** Days and numbers as a spreadsheet keeps them, unless it would keep less than there is. */
    private static Object held(Object value) {
        if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
            return day.toEpochDay() - DAY_ZERO.toEpochDay();
        }
        if (value instanceof Integer || value instanceof Long size && Math.abs(size) < MOST_EXACT) {
            return value;
        }
        return value instanceof BigDecimal number && keeps(number) ? number : text(value);
    }

    /** Whether a spreadsheet gives a number back as it is, with the decimals that it has. */
    private static boolean keeps(BigDecimal number) {
        return number.precision() <= DIGITS
                && number.scale() >= 0
                && number.stripTrailingZeros().scale() >= number.scale();
    }

    private static String text(Object value) {
        String text = CellText.written(value);
        if (text.length() > XlsxWriter.MOST_CHARACTERS) {
            throw new IllegalArgumentException("a text of " + text.length()
                    + " characters does not fit in a cell of at most " + XlsxWriter.MOST_CHARACTERS);
        }
        return text;
    }

    /** The parts of a list that stand in a record or part, perhaps within a part of it. */
    private Collection<?> parts(FormLayout.Sheet around, FormLayout.Sheet list, Record part) {
        Object value = part;
        String path = around.path();
        for (String name :
                list.path().substring(path.isEmpty() ? 0 : path.length() + 1).split("\\.")) {
            path = path.isEmpty() ? name : path + '.' + name;
            RecordField field = layout.kind().field(path);
            value = value == null || field == null ? null : field.read((Record) value);
        }
        return value instanceof Collection<?> all ? all : List.of();
    }
}
