package org.gongkai.ingest.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.RowClass;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableReading;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * Makes applications of one register. A cell is shown only where its column is known to hold what may leave; every other one is
 * named in the account, and three asterisks stand for what is in it. Not thread-safe; made for one table.
 */
final class RequestTable {

    private static final String PRIVATE = "private";

    private final TableLayout<RequestMeaning> layout;
    private final @Nullable Agency body;
    private final CellLedger cells;
    private final List<TableReading.Line<DisclosureRequest>> lines = new ArrayList<>();
    private final List<LedgerEntry> defaulted = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();

    RequestTable(TableLayout<RequestMeaning> layout, @Nullable Agency body) {
        this.layout = layout;
        this.body = body;
        this.cells = layout.account();
    }

    TableReading<DisclosureRequest> read() {
        problems.addAll(layout.problems());
        for (List<Grid.Cell> row : layout.aboveHeader()) {
            row.forEach(each -> hide(each, "", FieldFate.UNMAPPED, "not-a-row"));
        }
        layout.rows().forEach(this::row);
        List<LedgerEntry> ledger = cells.inOrder();
        ledger.addAll(defaulted);
        return new TableReading<>(lines, ledger, problems);
    }

    private void row(TableRow row) {
        if (row.kind() != RowClass.RECORD) {
            for (int c = 0; c < row.cells().size(); c++) {
                hide(
                        row.cells().get(c),
                        layout.column(c).label(),
                        row.kind() == RowClass.HEADER_AGAIN ? FieldFate.IGNORED : FieldFate.UNMAPPED,
                        row.kind().reason());
            }
            return;
        }
        RequestDraft draft = new RequestDraft();
        for (int c = 0; c < row.cells().size(); c++) {
            cell(row.cells().get(c), layout.column(c), draft);
        }
        if (draft.empty()) {
            return;
        }
        Location place = layout.place().atRow(row.cells().get(0).row);
        if (body != null && !draft.has(RequestMeaning.BODY)) {
            defaulted.add(new LedgerEntry(place, FieldFate.DEFAULTED, null, "/body", body.text(), List.of("constant")));
        }
        lines.add(new TableReading.Line<>(draft.build(body), place));
    }

    private void cell(Grid.Cell cell, TableColumn<RequestMeaning> column, RequestDraft draft) {
        RequestMeaning meaning = column.meaning();
        String label = column.label();
        if (meaning == RequestMeaning.PRIVATE) {
            hide(cell, label, FieldFate.IGNORED, PRIVATE);
        } else if (meaning == RequestMeaning.IGNORED) {
            hide(cell, label, FieldFate.IGNORED, "not-wanted");
        } else if (meaning == null) {
            hide(cell, label, FieldFate.UNMAPPED, Objects.requireNonNullElse(column.leftOut(), "unknown-label"));
        } else if (cell.blank()) {
            cells.account(cell, label, FieldFate.MAPPED, "", meaning.pointer(), null, List.of());
        } else if (draft.has(meaning)) {
            hide(cell, label, FieldFate.UNMAPPED, "other-value-taken");
        } else {
            take(cell, column, meaning, draft);
        }
    }

    private void take(Grid.Cell cell, TableColumn<RequestMeaning> column, RequestMeaning meaning, RequestDraft draft) {
        Reading<Object> reading = draft.take(meaning, cell.text);
        Object value = reading.value();
        if (value == null) {
            hide(cell, column.label(), FieldFate.UNREADABLE, "unreadable");
            problems.add(new SourceProblem(
                    "source.field.unreadable",
                    layout.place(cell, column.index()),
                    RequestDraft.HIDDEN,
                    meaning.reads().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            return;
        }
        boolean presence = meaning.reads() == RequestMeaning.Reads.PRESENCE;
        String shown = presence || RequestDraft.HIDDEN.equals(value)
                ? RequestDraft.HIDDEN
                : DisclosureRequest.shown(cell.text);
        List<String> why = Stream.concat(
                        reading.repairs().stream().map(Repair::code),
                        shown.equals(cell.text) ? Stream.empty() : Stream.of("masked"))
                .toList();
        cells.account(
                cell,
                column.label(),
                why.isEmpty() ? FieldFate.MAPPED : FieldFate.REPAIRED,
                shown,
                meaning.pointer(),
                why.isEmpty() ? null : DisclosureRequest.shown(value.toString()),
                why);
    }

    /** A cell that is not read is named and not shown. */
    private void hide(Grid.Cell cell, String label, FieldFate fate, String reason) {
        cells.account(cell, label, fate, cell.blank() ? "" : RequestDraft.HIDDEN, null, null, List.of(reason));
    }
}
