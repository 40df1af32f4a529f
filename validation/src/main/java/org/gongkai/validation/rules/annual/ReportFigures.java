package org.gongkai.validation.rules.annual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportTable;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one table of a report, by row and column of its form. A total that is left blank counts as the sum of its
 * row; a row of another width than its form's, or that stands twice, has no figures.
 */
public final class ReportFigures {

    private final ReportTable table;
    private final List<FormRow> form;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, @Nullable BigDecimal[]> numbers = new HashMap<>();
    private final List<ReportRow> rows;

    private ReportFigures(List<ReportRow> rows, ReportForm form, ReportTable table) {
        this.table = table;
        this.form = form.rows(table);
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            ReportRow row = rows.get(i);
            FormRow known = form.row(table, row.code());
            if (known == null) {
                continue;
            }
            if (places.putIfAbsent(known.code(), i) != null) {
                numbers.remove(known.code());
            } else if (row.cells().size() == known.columns().size()) {
                numbers.put(known.code(), numbers(row, known));
            }
        }
    }

    /** The figures of a table; null when the year of the report has no form. */
    public static @Nullable ReportFigures of(AnnualReport report, ReportTable table) {
        ReportForm form = report.form();
        return form == null ? null : new ReportFigures(report.rows(table), form, table);
    }

    private static @Nullable BigDecimal[] numbers(ReportRow row, FormRow known) {
        List<Figure> cells = row.cells();
        @Nullable BigDecimal[] numbers = new @Nullable BigDecimal[cells.size()];
        for (int i = 0; i < numbers.length; i++) {
            BigDecimal value = cells.get(i).value();
            numbers[i] = value != null && known.columns().get(i).holds().takes(value) ? value : null;
        }
        if (known.addsUp() && cells.get(cells.size() - 1).blank()) {
            numbers[numbers.length - 1] = parts(numbers);
        }
        return numbers;
    }

    /** The sum of a row without its total; null when a part is no number. */
    private static @Nullable BigDecimal parts(@Nullable BigDecimal[] numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < numbers.length - 1; i++) {
            BigDecimal part = numbers[i];
            if (part == null) {
                return null;
            }
            sum = sum.add(part);
        }
        return sum;
    }

    /** The rows of the form. */
    public List<FormRow> form() {
        return form;
    }

    /** The rows of the form that hold one result each. */
    List<FormRow> leaves() {
        return form.stream().filter(each -> each.kind() == FormRow.Kind.LEAF).toList();
    }

    /** The number of a cell; null when it is not there or is no number that its column takes. */
    public @Nullable BigDecimal number(String code, int column) {
        @Nullable BigDecimal[] row = numbers.get(code);
        return row == null || column >= row.length ? null : row[column];
    }

    /** The sum of the parts of a row; null when one of them is no number. */
    @Nullable
    BigDecimal parts(String code) {
        @Nullable BigDecimal[] row = numbers.get(code);
        return row == null ? null : parts(row);
    }

    /** The sum of the leaves in a column; null when one of them is no number. */
    @Nullable
    BigDecimal results(int column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (FormRow each : leaves()) {
            BigDecimal part = number(each.code(), column);
            if (part == null) {
                return null;
            }
            sum = sum.add(part);
        }
        return sum;
    }

    /** What rows that are not of the form hold in a column. */
    BigDecimal unknown(int column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (ReportRow each : rows) {
            boolean known = each.code() != null && places.containsKey(each.code());
            BigDecimal value = known || column >= each.cells().size()
                    ? null
                    : each.cells().get(column).value();
            sum = value == null ? sum : sum.add(value);
        }
        return sum;
    }

    /** The columns of the table, as its row of that code has them. */
    public List<FormRow.Column> columns(String code) {
        return row(code).columns();
    }

    private FormRow row(String code) {
        return form.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The pointer of a cell, or of the table when the report lacks the row. */
    public String at(String code, int column) {
        Integer place = places.get(code);
        return '/' + table.code() + (place == null ? "" : "/" + place + "/cells/" + column);
    }

    /** A cell for people: the row, the column, and what is printed there. */
    public String named(String code, int column) {
        FormRow row = row(code);
        String label =
                row.columns().size() == 1 ? "" : "·" + row.columns().get(column).label();
        return row.name() + label + ' ' + number(code, column);
    }

    /** What a cell should hold, and by how much it differs: {@code 58 (57 + 1)}. */
    public static String difference(BigDecimal wanted, @Nullable BigDecimal printed) {
        if (printed == null) {
            return wanted.toPlainString();
        }
        BigDecimal by = wanted.subtract(printed);
        return wanted.toPlainString() + " (" + printed.toPlainString() + (by.signum() < 0 ? " − " : " + ")
                + by.abs().toPlainString() + ')';
    }

    /** This table with another number in one cell. */
    ReportFigures with(String code, int column, BigDecimal number) {
        int place = places.get(code);
        List<Figure> cells = new ArrayList<>(rows.get(place).cells());
        cells.set(column, Figure.of(number));
        List<ReportRow> changed = new ArrayList<>(rows);
        changed.set(place, new ReportRow(code, cells));
        return new ReportFigures(changed, form, table, places);
    }

    private ReportFigures(List<ReportRow> rows, List<FormRow> form, ReportTable table, Map<String, Integer> places) {
        this.table = table;
        this.form = form;
        this.rows = rows;
        this.places.putAll(places);
        for (FormRow each : form) {
            Integer place = places.get(each.code());
            if (place != null
                    && rows.get(place).cells().size() == each.columns().size()) {
                numbers.put(each.code(), numbers(rows.get(place), each));
            }
        }
    }
}
