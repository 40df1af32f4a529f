package org.gongkai.ingest.annual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/** Table 2: groups by the item of article 20, each under a head of its own, so that a figure is read by what stands above it. */
final class ActsTable {

    private static final String NORMATIVE = "规范性文件";

    /** Fewer rows without a head may be of another table. */
    private static final int LEAST_ROWS = 2;

    private final ReportDraft draft;
    private final List<FormRow> form;
    private final List<FormRow.Column> columns;

    ActsTable(ReportDraft draft, FormLabels labels) {
        this.draft = draft;
        this.form = labels.form().rows(ReportTable.PROACTIVE);
        this.columns = form.stream()
                .flatMap(each -> each.columns().stream())
                .distinct()
                .toList();
    }

    /** Whether a row is one of the table. */
    static boolean holds(List<Grid.Cell> row, FormLabels labels) {
        return place(row, labels.form().rows(ReportTable.PROACTIVE)) >= 0;
    }

    /** Reads a grid; false when it holds none of the table. */
    boolean read(Grid grid, CellLedger cells) {
        long known = grid.rows().stream().filter(each -> place(each, form) >= 0).count();
        boolean headed = grid.rows().stream().anyMatch(this::head);
        boolean figures = grid.rows().stream().flatMap(List::stream).anyMatch(ReportDraft::number);
        boolean goesOn = known > 0 && !draft.acts().isEmpty();
        if (known < LEAST_ROWS && !goesOn && !(headed && (known > 0 || !figures))) {
            return false;
        }
        Set<String> lacking = new LinkedHashSet<>();
        for (List<Grid.Cell> row : grid.rows()) {
            if (head(row)) {
                draft.acts(row);
                row.forEach(each -> ReportDraft.label(each, cells));
            } else if (!row.isEmpty()) {
                row(row, lacking, cells);
            }
        }
        draft.lacks(grid, List.copyOf(lacking));
        return true;
    }

    /** Whether a row names columns; no figure stands in it. */
    private boolean head(List<Grid.Cell> row) {
        return row.stream().anyMatch(each -> FormLabels.column(columns, each.text) >= 0)
                && row.stream().noneMatch(ReportDraft::number);
    }

    private void row(List<Grid.Cell> row, Set<String> lacking, CellLedger cells) {
        int at = place(row, form);
        FormRow named = at < 0 ? null : named(row.get(at).text, form);
        Map<FormRow.Column, Grid.Cell> found = draft.acts().isEmpty()
                ? byPlace(row, at, named)
                : byHead(row, named == null ? columns : named.columns());
        if (named != null && found.size() < named.columns().size()) {
            named.columns().stream()
                    .filter(each -> !found.containsKey(each))
                    .forEach(each -> lacking.add(each.label()));
        }
        boolean whole = named == null
                ? found.values().stream().anyMatch(ReportDraft::number)
                        && !row.get(0).blank()
                : found.size() == named.columns().size();
        if (!whole) {
            ReportDraft.leave(row, cells);
            return;
        }
        row.stream().limit(Math.max(0, at) + 1L).forEach(each -> ReportDraft.label(each, cells));
        // A row that the form does not have is kept under its label.
        String label = row.get(0).text.strip();
        List<FormRow.Column> own = named == null ? List.copyOf(found.keySet()) : named.columns();
        draft.add(
                ReportTable.PROACTIVE,
                named == null ? label : named.code(),
                own,
                own.stream().map(found::get).toList(),
                named == null ? label : named.name(),
                cells);
    }

    /** The figures of a row by the head above it. */
    private Map<FormRow.Column, Grid.Cell> byHead(List<Grid.Cell> row, List<FormRow.Column> wanted) {
        Map<FormRow.Column, Grid.Cell> found = new LinkedHashMap<>();
        List<Grid.Cell> head = draft.acts();
        for (int c = 0; c < head.size(); c++) {
            int column = FormLabels.column(wanted, head.get(c).text);
            if (column >= 0) {
                found.putIfAbsent(wanted.get(column), draft.figure(row, c));
            }
        }
        return found;
    }

    /** The figures of a row without a head: as many as the form has of it, and nothing but blanks behind. */
    private Map<FormRow.Column, Grid.Cell> byPlace(List<Grid.Cell> row, int at, @Nullable FormRow named) {
        Map<FormRow.Column, Grid.Cell> found = new LinkedHashMap<>();
        if (named == null) {
            return found;
        }
        List<Grid.Cell> figures = new ArrayList<>();
        for (Grid.Cell each : row.subList(at + 1, row.size())) {
            if (figures.isEmpty() || figures.get(figures.size() - 1) != each) {
                figures.add(each);
            }
        }
        int count = named.columns().size();
        boolean fits = figures.size() >= count && figures.stream().skip(count).allMatch(Grid.Cell::blank);
        for (int i = 0; fits && i < count; i++) {
            found.put(named.columns().get(i), figures.get(i));
        }
        return found;
    }

    /** Where the label of a row stands, left of its figures; -1 when none of the form's does. */
    private static int place(List<Grid.Cell> row, List<FormRow> form) {
        for (int c = 0; c < row.size() && !ReportDraft.number(row.get(c)); c++) {
            if (named(row.get(c).text, form) != null) {
                return c;
            }
        }
        return -1;
    }

    private static @Nullable FormRow named(String text, List<FormRow> form) {
        String core = FormLabels.core(text);
        return form.stream()
                .filter(each -> core.equals(FormLabels.core(each.label()))
                        || core.equals(FormLabels.core(
                                each.code().substring(each.code().indexOf(')') + 1)))
                        || core.equals(NORMATIVE) && each.code().endsWith(NORMATIVE))
                .findFirst()
                .orElse(null);
    }
}
