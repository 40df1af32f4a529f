package org.gongkai.ingest.annual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/** Table 3: a row for each result, a column for each kind of applicant. */
final class ApplicantsTable {

    /** Fewer rows without a head may be of another table. */
    private static final int LEAST_ROWS = 3;

    private final ReportDraft draft;
    private final FormLabels labels;
    private final List<FormRow.Column> columns;

    ApplicantsTable(ReportDraft draft, FormLabels labels) {
        this.draft = draft;
        this.labels = labels;
        this.columns = labels.columns(ReportTable.REQUESTS);
    }

    /** Reads a grid; false when it is no table of applications, or none of which can be said whose its figures are. */
    boolean read(Grid grid, CellLedger cells) {
        Columns own = Columns.of(grid.rows(), columns);
        Columns used = own.headed() ? own : before(grid, own);
        long known = grid.rows().stream()
                .filter(each -> labelled(each, used.first(each)) != null)
                .count();
        boolean figures = grid.rows().stream().flatMap(List::stream).anyMatch(ReportDraft::number);
        boolean table = own.headed()
                ? own.lacking().isEmpty() && !figures || known > 0
                : known >= LEAST_ROWS || known > 0 && goesOn(grid, used);
        if (!table) {
            return false;
        }
        if (used.headed()) {
            draft.lacks(grid, used.lacking());
            if (!used.lacking().isEmpty() && !used.withoutTotal() && !confirmed(grid, used)) {
                return false;
            }
            draft.applicants(used);
        }
        grid.rows().forEach(each -> row(each, used, cells));
        return true;
    }

    /** For a table without a head, the columns of the one before where these are not those of the form; of another width they are not known. */
    private Columns before(Grid grid, Columns none) {
        Columns last = draft.applicants();
        return last == null || last.inOrder() || last.width() != none.width() ? none : last;
    }

    /** Whether each row is one of the form that was not there before, as on the next page of a table. */
    private boolean goesOn(Grid grid, Columns used) {
        Columns last = draft.applicants();
        if (last == null || !used.headed() && !last.inOrder()) {
            return false;
        }
        Set<@Nullable String> seen = new HashSet<>();
        draft.rows(ReportTable.REQUESTS).stream().map(ReportRow::code).forEach(seen::add);
        return grid.rows().stream()
                .filter(each -> !each.stream().allMatch(Grid.Cell::blank))
                .map(each -> labelled(each, used.first(each)))
                .allMatch(each -> each != null && seen.add(each.code()));
    }

    /** Whether the totals say that the columns which the table does not have hold nothing. */
    private boolean confirmed(Grid grid, Columns used) {
        int last = columns.size() - 1;
        boolean any = false;
        for (List<Grid.Cell> row : grid.rows()) {
            FormRow known = labelled(row, used.first(row));
            BigDecimal total = known == null ? null : value(row, used.places().get(last));
            if (total == null) {
                continue;
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (Integer at : used.places().subList(0, last)) {
                BigDecimal part = value(row, at);
                sum = part == null ? sum : sum.add(part);
            }
            if (sum.compareTo(total) != 0) {
                return false;
            }
            any = true;
        }
        return any;
    }

    private static @Nullable BigDecimal value(List<Grid.Cell> row, @Nullable Integer at) {
        boolean there = at != null && at < row.size() && !row.get(at).blank();
        Figure read = there ? Figure.read(row.get(at).text).value() : null;
        return read == null ? null : read.value();
    }

    /** The row that the label nearest to the figures names. */
    private @Nullable FormRow labelled(List<Grid.Cell> row, int first) {
        String label = label(row, first);
        return label.isEmpty() ? null : labels.row(ReportTable.REQUESTS, label);
    }

    private static String label(List<Grid.Cell> row, int first) {
        for (int c = Math.min(first, row.size()) - 1; c >= 0; c--) {
            if (!row.get(c).blank()) {
                return row.get(c).text.strip();
            }
        }
        return "";
    }

    private void row(List<Grid.Cell> row, Columns used, CellLedger cells) {
        int moved = moved(row, used);
        int first = moved >= 0 ? moved : used.first(row);
        FormRow known = labelled(row, first);
        List<Grid.@Nullable Cell> figures = figures(row, used, moved >= 0 ? moved : used.headed() ? -1 : first, known);
        List<Grid.Cell> there = figures.stream().filter(Objects::nonNull).toList();
        boolean head = there.stream().anyMatch(each -> FormLabels.column(columns, each.text) >= 0);
        // One cell over several columns is a head, whatever it says.
        boolean over = there.stream().distinct().count() < there.size();
        String label = label(row, first);
        boolean whole = !head && !over && figures.size() == columns.size() && !label.isEmpty();
        boolean numbered = there.stream().anyMatch(ReportDraft::number);
        boolean taken = whole && (known == null ? numbered : known.kind() != FormRow.Kind.HEADING);
        if (taken) {
            row.stream().limit(first).forEach(each -> ReportDraft.label(each, cells));
            draft.add(
                    ReportTable.REQUESTS,
                    known == null ? label : known.code(),
                    known == null ? columns : known.columns(),
                    figures,
                    known == null ? label : known.name(),
                    cells);
        } else if (numbered && !head && !over) {
            // Figures of which nobody can say whose they are stay without a place, and the account says so.
            ReportDraft.leave(row, cells);
        } else {
            row.forEach(each -> ReportDraft.label(each, cells));
        }
    }

    /** The cells of the columns, null for one that the table does not have; fewer of a row that ends before. */
    private List<Grid.@Nullable Cell> figures(List<Grid.Cell> row, Columns used, int from, @Nullable FormRow known) {
        List<Grid.@Nullable Cell> figures = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Integer at = from >= 0 ? Integer.valueOf(from + i) : used.places().get(i);
            // A workbook holds no cell for a blank at the end of a row, and none at all for a row of blanks.
            boolean last = known != null && (!figures.isEmpty() || used.headed());
            if (at == null) {
                figures.add(null);
            } else if (at < row.size() || last) {
                figures.add(draft.figure(row, at));
            }
        }
        return figures;
    }

    /**
     * Where the figures of a row begin that stand beside their columns because a cell which should reach over the row does not, or one
     * of other rows reaches into it: as many figures as there are columns, right of a label of the form. -1 for any other row.
     */
    private int moved(List<Grid.Cell> row, Columns used) {
        int first = row.size() - columns.size();
        if (!used.inOrder() || first < 1 || first == used.first(row)) {
            return -1;
        }
        boolean left = first < used.first(row);
        boolean right = used.first(row) < row.size() && !ReportDraft.number(row.get(used.first(row)));
        List<Grid.Cell> figures = row.subList(first, row.size());
        boolean all = figures.stream().allMatch(ReportDraft::number)
                && figures.stream().distinct().count() == figures.size();
        return (left || right) && all && labels.row(ReportTable.REQUESTS, row.get(first - 1).text) != null ? first : -1;
    }
}
