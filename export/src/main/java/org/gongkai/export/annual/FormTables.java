package org.gongkai.export.annual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.export.table.Headings;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a report as the form prints them: rows of cells, of which some go over several columns or rows. Totals are
 * computed; a blank is printed as 0, a row that the report lacks stays empty.
 */
final class FormTables {

    private static final Headings HEADINGS = Headings.read(FormTables.class.getResourceAsStream("headings.csv"));

    /** How the form groups the columns of table 3. */
    private static final int ORGANIZATIONS = 5;

    private final ReportForm form;
    private final Map<String, List<String>> printed = new HashMap<>();
    private final Map<ReportTable, List<ReportRow>> leftOut = new EnumMap<>(ReportTable.class);

    FormTables(AnnualReport report, ReportForm form) {
        this.form = form;
        for (ReportTable table : ReportTable.values()) {
            for (ReportRow each : report.rows(table)) {
                FormRow row = form.row(table, each.code());
                boolean fits =
                        row != null && each.cells().size() == row.columns().size();
                if (!fits || printed.putIfAbsent(key(row), figures(each.cells(), row)) != null) {
                    leftOut.computeIfAbsent(table, none -> new ArrayList<>()).add(each);
                }
            }
        }
        totals();
    }

    /** The rows as they are printed, each of the form; blank cells for a row of which nothing is known. */
    List<ReportRow> reportRows(ReportTable table) {
        return form.rows(table).stream()
                .filter(each -> each.kind() != FormRow.Kind.HEADING)
                .map(each -> new ReportRow(
                        each.code(), cells(each).stream().map(Figure::parse).toList()))
                .toList();
    }

    /** The rows of the report for which its form has no place: unknown ones, those of another width, the second of one code. */
    List<ReportRow> leftOut(ReportTable table) {
        return leftOut.getOrDefault(table, List.of());
    }

    /** Whether anything is known of a table. */
    boolean known(ReportTable table) {
        return form.rows(table).stream().anyMatch(row -> cells(row).stream().anyMatch(each -> !each.isEmpty()));
    }

    private static String key(FormRow row) {
        return row.table().code() + ' ' + row.code();
    }

    /** The figures, with 0 for blanks unless nothing but blanks is in the row; and the total of the others where the row has one. */
    private static List<String> figures(List<Figure> cells, FormRow row) {
        if (cells.stream().allMatch(each -> each.text().isBlank())) {
            return cells.stream().map(each -> "").toList();
        }
        List<String> texts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < cells.size(); i++) {
            BigDecimal value = cells.get(i).value();
            boolean total = row.addsUp() && i == cells.size() - 1;
            if (total && sum != null) {
                texts.add(sum.toPlainString());
            } else {
                texts.add(value == null ? cells.get(i).text() : value.toPlainString());
                sum = sum == null || value == null ? null : sum.add(value);
            }
        }
        return texts;
    }

    /** The total of the results is the sum of the leaves, where all of them are numbers. */
    private void totals() {
        for (FormRow total : form.rows(ReportTable.REQUESTS)) {
            if (total.kind() == FormRow.Kind.TOTAL) {
                List<String> sums = new ArrayList<>();
                for (int i = 0; i < total.columns().size(); i++) {
                    String sum = leaves(i);
                    List<String> own = printed.get(key(total));
                    sums.add(sum != null ? sum : own == null ? "" : own.get(i));
                }
                printed.put(key(total), sums);
            }
        }
    }

    private @Nullable String leaves(int column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (FormRow each : form.rows(ReportTable.REQUESTS)) {
            List<String> cells = printed.get(key(each));
            BigDecimal value =
                    cells == null ? null : Figure.parse(cells.get(column)).value();
            if (each.kind() == FormRow.Kind.LEAF
                    && (value == null || cells.get(column).isEmpty())) {
                return null;
            }
            sum = each.kind() == FormRow.Kind.LEAF && value != null ? sum.add(value) : sum;
        }
        return sum.toPlainString();
    }

    private List<String> cells(FormRow row) {
        List<String> cells = printed.get(key(row));
        return cells == null ? row.columns().stream().map(each -> "").toList() : cells;
    }

    /** A table, row by row. */
    List<List<FormCell>> rows(ReportTable table) {
        return switch (table) {
            case PROACTIVE -> proactive();
            case REQUESTS -> requests();
            case DISPUTES -> disputes();
        };
    }

    /** Grouped by the item of art. 20, each with a head of its own; a group of one column has it over the width. */
    private List<List<FormCell>> proactive() {
        Map<String, List<FormRow>> groups = new LinkedHashMap<>();
        form.rows(ReportTable.PROACTIVE)
                .forEach(each -> groups.computeIfAbsent(
                                each.code().substring(0, each.code().indexOf(')') + 1), none -> new ArrayList<>())
                        .add(each));
        int widest = form.rows(ReportTable.PROACTIVE).stream()
                .mapToInt(each -> each.columns().size())
                .max()
                .orElse(1);
        List<List<FormCell>> rows = new ArrayList<>();
        groups.forEach((item, group) -> {
            String number = item.substring(item.indexOf('(') + 1, item.indexOf(')'));
            rows.add(List.of(FormCell.head("第二十条第（" + number + "）项", widest + 1, 1)));
            List<FormRow.Column> columns = group.get(0).columns();
            List<FormCell> head = new ArrayList<>(
                    List.of(FormCell.head(HEADINGS.zh("proactive").get(0), 1, 1)));
            for (int i = 0; i < columns.size(); i++) {
                head.add(FormCell.head(columns.get(i).label(), wide(i, columns.size(), widest), 1));
            }
            rows.add(head);
            for (FormRow each : group) {
                List<FormCell> line = new ArrayList<>(List.of(FormCell.head(each.label(), 1, 1)));
                List<String> cells = cells(each);
                for (int i = 0; i < cells.size(); i++) {
                    line.add(FormCell.value(cells.get(i), wide(i, cells.size(), widest)));
                }
                rows.add(line);
            }
        });
        return rows;
    }

    /** The last of too few columns takes the rest of the width. */
    private static int wide(int column, int columns, int widest) {
        return column == columns - 1 ? widest - columns + 1 : 1;
    }

    private List<List<FormCell>> requests() {
        List<FormRow> all = form.rows(ReportTable.REQUESTS);
        List<FormRow.Column> columns = all.get(0).columns();
        List<List<FormCell>> rows = new ArrayList<>();
        List<String> heads = HEADINGS.zh("requests");
        rows.add(List.of(FormCell.head(heads.get(0), 3, 3), FormCell.head(heads.get(1), columns.size(), 1)));
        rows.add(List.of(
                FormCell.head(columns.get(0).label(), 1, 2),
                FormCell.head(heads.get(2), ORGANIZATIONS, 1),
                FormCell.head(columns.get(columns.size() - 1).label(), 1, 2)));
        rows.add(columns.subList(1, 1 + ORGANIZATIONS).stream()
                .map(each -> FormCell.head(each.label(), 1, 1))
                .toList());
        int results = (int) all.stream()
                .filter(each -> each.code().startsWith("三(") && each.kind() != FormRow.Kind.HEADING)
                .count();
        FormCell first = null;
        FormCell group = null;
        for (FormRow each : all) {
            if (each.kind() == FormRow.Kind.HEADING) {
                if (each.code().equals("三")) {
                    first = FormCell.head(each.label(), 1, results);
                } else {
                    group = FormCell.head(each.label(), 1, members(all, each.code()));
                }
                continue;
            }
            List<FormCell> line = new ArrayList<>();
            boolean result = each.code().startsWith("三(");
            if (result && first != null) {
                line.add(first);
                first = null;
            }
            boolean member = result && !each.code().endsWith(")");
            if (member && group != null) {
                line.add(group);
                group = null;
            }
            line.add(FormCell.head(each.label(), result ? member ? 1 : 2 : 3, 1));
            cells(each).forEach(cell -> line.add(FormCell.value(cell, 1)));
            rows.add(line);
        }
        return rows;
    }

    private static int members(List<FormRow> all, String heading) {
        return (int) all.stream()
                .filter(each -> each.code().startsWith(heading) && !each.code().equals(heading))
                .count();
    }

    /** One line of figures under three lines of heads. */
    private List<List<FormCell>> disputes() {
        List<FormRow> all = form.rows(ReportTable.DISPUTES);
        int five = all.get(0).columns().size();
        List<FormCell> second = new ArrayList<>();
        List<FormCell> third = new ArrayList<>();
        List<FormCell> figures = new ArrayList<>();
        for (FormRow each : all) {
            boolean suit = each != all.get(0);
            if (suit) {
                second.add(FormCell.head(each.label(), five, 1));
            }
            each.columns()
                    .forEach(column -> (suit ? third : second).add(FormCell.head(column.label(), 1, suit ? 1 : 2)));
            cells(each).forEach(cell -> figures.add(FormCell.value(cell, 1)));
        }
        return List.of(
                List.of(
                        FormCell.head(all.get(0).label(), five, 1),
                        FormCell.head(HEADINGS.zh("disputes").get(0), five * (all.size() - 1), 1)),
                second,
                third,
                figures);
    }
}
