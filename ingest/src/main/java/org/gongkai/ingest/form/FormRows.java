package org.gongkai.ingest.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.core.form.FormLayout;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** The filled rows of one sheet of a form, kept until all sheets of the workbook are there. */
final class FormRows {

    private final FormLayout layout;
    private final FormLayout.Sheet sheet;
    private final List<FormLayout.@Nullable Column> columns = new ArrayList<>();
    private final Location place;
    private final String rawName;
    private final Limits limits;
    private final SourceHandler handler;
    private final List<String> labels = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int headed = FormLayout.MARK_ROW + 1;

    /**
     * A filled row.
     *
     * @param number the row, counted from 1
     * @param cells the texts of its cells
     */
    record Row(int number, List<String> cells) {}

    /** @param mark the cells of the first row, which name the fields of the columns */
    FormRows(
            FormLayout.Mark.Filled form,
            List<String> mark,
            Location place,
            String rawName,
            Limits limits,
            SourceHandler handler) {
        this.layout = form.layout();
        this.sheet = form.sheet();
        this.place = place;
        this.rawName = rawName;
        this.limits = limits;
        this.handler = handler;
        // The first cell has the mark before the path of its column.
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < mark.size(); i++) {
            String path = LegacyText.stripUnseen(i == 0 ? first(mark.get(0)) : mark.get(i));
            columns.add(taken.add(path) ? column(path) : null);
        }
    }

    private static String first(String cell) {
        return cell.substring(cell.lastIndexOf('\n') + 1);
    }

    private FormLayout.@Nullable Column column(String path) {
        return sheet.columns().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    boolean row(int number, List<String> cells, boolean cut) {
        if (cells.stream().allMatch(LegacyText::blank)) {
            return true;
        }
        if (number == headed && isHeader(cells)) {
            labels.addAll(cells);
            return true;
        }
        if (rows.size() == limits.maxRows()) {
            handler.problem(
                    new SourceProblem("source.limit.reached", place.atRow(number), null, "≤ " + limits.maxRows()));
            return false;
        }
        if (cut) {
            handler.problem(new SourceProblem(
                    "source.limit.reached", place.atRow(number), null, "≤ " + limits.maxColumns() + " columns"));
        }
        rows.add(new Row(number, List.copyOf(cells)));
        return true;
    }

    /** Whether a row holds labels: under each column that is known, that of its field or nothing. */
    private boolean isHeader(List<String> cells) {
        boolean any = false;
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            FormLayout.Column column = columns.get(i);
            String text = cells.get(i);
            if (column != null && !LegacyText.blank(text)) {
                if (!text.startsWith(column.label(Locale.CHINESE)) && !text.startsWith(column.label(Locale.ENGLISH))) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    Location place() {
        return place;
    }

    FormLayout layout() {
        return layout;
    }

    FormLayout.Sheet sheet() {
        return sheet;
    }

    List<Row> rows() {
        return rows;
    }

    String rawName() {
        return rawName;
    }

    /** What a column holds, or null for one that the form does not have. */
    FormLayout.@Nullable Column column(int index) {
        return index < columns.size() ? columns.get(index) : null;
    }

    /** The place of a cell, with the label that the sheet shows, or else the form. */
    Location cell(Row row, int index) {
        FormLayout.Column column = column(index);
        String shown =
                index < labels.size() ? labels.get(index).lines().findFirst().orElse("") : "";
        String label = !shown.isEmpty() ? shown : column == null ? null : column.label(Locale.CHINESE);
        return row(row).at(label, index + 1);
    }

    Location row(Row row) {
        return place.atRow(row.number());
    }
}
