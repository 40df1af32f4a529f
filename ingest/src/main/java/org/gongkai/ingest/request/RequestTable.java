package org.gongkai.ingest.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.privacy.HiddenNames;
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

    /** Columns that say what became of a case. */
    private static final List<RequestMeaning> ANSWERS = List.of(
            RequestMeaning.OUTCOME,
            RequestMeaning.OUTCOME_OR_WAY,
            RequestMeaning.REPLIED_ON,
            RequestMeaning.DELIVERED_ON,
            RequestMeaning.STEP);

    private final TableLayout<RequestMeaning> layout;
    private final @Nullable Agency body;
    private final CellLedger cells;
    private final HiddenNames names;
    /** Whether it has a row for each step, with the step and its day. */
    private final boolean log;

    private final List<Case> cases = new ArrayList<>();
    private final Map<Object, Case> numbered = new HashMap<>();
    private @Nullable Case last;
    private final List<LedgerEntry> defaulted = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();

    /** A cell that was read, before it is known of which case. */
    private record Taken(
            Grid.Cell cell,
            TableColumn<RequestMeaning> column,
            RequestMeaning meaning,
            String shown,
            String value,
            List<String> why) {}

    /** An application and the rows that tell of it. */
    private static final class Case {
        private final RequestDraft draft = new RequestDraft();
        private final Location place;
        private final List<Integer> moreRows = new ArrayList<>();
        private @Nullable Taken outcome;

        Case(Location place) {
            this.place = place;
        }
    }

    /**
     * @param body whose register it is, or null
     * @param names those that the tables of the source tell of
     */
    RequestTable(TableLayout<RequestMeaning> layout, @Nullable Agency body, HiddenNames names) {
        this.layout = layout;
        this.body = body;
        this.names = names;
        this.cells = layout.account();
        this.log = !layout.of(RequestMeaning.STEP).isEmpty()
                && !layout.of(RequestMeaning.STEP_ON).isEmpty();
    }

    TableReading<DisclosureRequest> read() {
        problems.addAll(layout.problems());
        for (List<Grid.Cell> row : layout.aboveHeader()) {
            row.forEach(each -> hide(each, "", FieldFate.UNMAPPED, "not-a-row"));
        }
        layout.rows().forEach(this::row);
        if (!cases.isEmpty()
                && ANSWERS.stream().allMatch(each -> layout.of(each).isEmpty())) {
            problems.add(new SourceProblem("source.register.noAnswers", layout.place(), null, null));
        }
        List<LedgerEntry> ledger = cells.inOrder();
        List<TableReading.Line<DisclosureRequest>> lines = new ArrayList<>();
        for (Case each : cases) {
            if (body != null && !each.draft.has(RequestMeaning.BODY)) {
                defaulted.add(new LedgerEntry(
                        each.place, FieldFate.DEFAULTED, null, "/body", body.text(), List.of("constant")));
            }
            lines.add(new TableReading.Line<>(each.draft.build(body), each.place, each.moreRows));
        }
        ledger.addAll(defaulted);
        return new TableReading<>(lines, ledger, problems, notAsked());
    }

    /**
     * The parts of an application that the register has no column for, but for what each has to have. Where a column says which step
     * was taken, every day may come from it.
     */
    private Set<String> notAsked() {
        Set<String> asked = new HashSet<>();
        boolean steps = !layout.of(RequestMeaning.STEP).isEmpty();
        Set<String> all = new TreeSet<>();
        for (RequestMeaning each : RequestMeaning.values()) {
            boolean column = !layout.of(each).isEmpty() || steps && each.byStep() || each.ofEach();
            for (String pointer : each.pointers()) {
                all.add(pointer);
                if (column) {
                    asked.add(pointer);
                }
            }
        }
        all.removeAll(asked);
        return all;
    }

    /** The names of persons in all rows, before the first of them is read: one applicant may be named in what another asks for. */
    void persons() {
        each((meaning, text) -> {
            if (meaning.ofPerson()) {
                names.keep(text, meaning == RequestMeaning.APPLICANT);
            }
            if (meaning.hidden()) {
                names.keepNumbers(text);
            }
        });
    }

    /** The names of bodies in all rows, behind those of persons. */
    void bodies() {
        each((meaning, text) -> {
            if (meaning.ofBody()) {
                names.body(text);
            }
        });
        if (body != null) {
            names.body(body.text());
        }
    }

    private void each(BiConsumer<RequestMeaning, String> cell) {
        for (TableRow row : layout.rows()) {
            for (int c = 0; row.kind() == RowClass.RECORD && c < row.cells().size(); c++) {
                RequestMeaning meaning = layout.column(c).meaning();
                if (meaning != null) {
                    cell.accept(meaning, row.cells().get(c).text);
                }
            }
        }
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
        RequestRow read = new RequestRow(names);
        List<Taken> taken = new ArrayList<>();
        for (int c = 0; c < row.cells().size(); c++) {
            RequestMeaning meaning = layout.column(c).meaning();
            if (meaning != null && meaning.hidden()) {
                read.kept(meaning, row.cells().get(c).text);
            }
        }
        Grid.Cell told = step(row);
        RequestSteps.Step named = told == null ? null : RequestSteps.of(told.text);
        RequestMeaning step = named == null ? null : named.day();
        for (int c = 0; c < row.cells().size(); c++) {
            if (row.cells().get(c) != told) {
                cell(row.cells().get(c), layout.column(c), step, read, taken);
            }
        }
        for (int c = 0; c < row.cells().size(); c++) {
            if (row.cells().get(c) == told) {
                step(told, layout.column(c), read, taken);
            }
        }
        if (!read.empty()) {
            Case own = caseOf(row, read);
            taken.forEach(each -> took(each, own));
        }
    }

    /** The cell that says which step of the case a row tells of, or null. */
    private Grid.@Nullable Cell step(TableRow row) {
        for (int c = 0; c < row.cells().size(); c++) {
            Grid.Cell cell = row.cells().get(c);
            if (layout.column(c).meaning() == RequestMeaning.STEP && !cell.blank()) {
                return cell;
            }
        }
        return null;
    }

    /** Takes the step of a row, whose day was taken before where the row has one. */
    private void step(Grid.Cell cell, TableColumn<RequestMeaning> column, RequestRow row, List<Taken> taken) {
        RequestSteps.Step step = RequestSteps.of(cell.text);
        if (step == null) {
            hide(cell, column.label(), FieldFate.UNMAPPED, "unreadable");
            problems.add(new SourceProblem(
                    "source.field.unreadable",
                    layout.place(cell, column.index()),
                    RequestRow.HIDDEN,
                    "a step of the procedure"));
            if (layout.of(RequestMeaning.STEP_ON).isEmpty()) {
                row.standsUnread();
            }
            return;
        }
        Object outcome = row.values().get(RequestMeaning.OUTCOME);
        row.took(step, cell.text);
        if (step.outcome() == null && step.day() == RequestMeaning.IGNORED) {
            hide(cell, column.label(), FieldFate.IGNORED, "not-wanted");
        } else if (step.outcome() != null && outcome != null && !outcome.equals(step.outcome())) {
            hide(cell, column.label(), FieldFate.UNMAPPED, "other-value-taken");
        } else {
            taken.add(new Taken(
                    cell,
                    column,
                    step.outcome() == null ? step.day() : RequestMeaning.OUTCOME,
                    cell.text,
                    cell.text,
                    List.of()));
        }
    }

    /** The case that a row tells of: one of a row above of which it says more, or its own. */
    private Case caseOf(TableRow row, RequestRow read) {
        Object number = read.values().get(RequestMeaning.CASE_NUMBER);
        Case open = number == null ? last : numbered.get(number);
        Location place = layout.place(row);
        if (open != null && place.row() != null && layout.asItStands() && open.draft.goesOn(read, log)) {
            open.moreRows.add(place.row());
            goesOn(open, read, place);
        } else {
            open = new Case(place);
            cases.add(open);
        }
        open.draft.take(read);
        last = open;
        if (number != null) {
            numbered.put(number, open);
        }
        return open;
    }

    /** A row without a number takes it from above; where a row says how a case ended, that it was open holds no longer. */
    private void goesOn(Case open, RequestRow read, Location place) {
        String number = open.draft.number();
        if (number != null && !read.has(RequestMeaning.CASE_NUMBER)) {
            defaulted.add(new LedgerEntry(
                    place, FieldFate.DEFAULTED, null, "/caseNumber", number, List.of("from-row-above")));
        }
        Taken outcome = open.outcome;
        if (outcome != null && open.draft.pending() && read.has(RequestMeaning.OUTCOME)) {
            cells.forget(outcome.cell());
            cells.account(
                    outcome.cell(),
                    outcome.column().label(),
                    FieldFate.UNMAPPED,
                    DisclosureRequest.shown(outcome.cell().text),
                    null,
                    null,
                    List.of("other-value-taken"));
        }
    }

    private void cell(
            Grid.Cell cell,
            TableColumn<RequestMeaning> column,
            @Nullable RequestMeaning step,
            RequestRow row,
            List<Taken> taken) {
        RequestMeaning meaning =
                column.meaning() == null ? null : column.meaning().of(cell, step);
        String label = column.label();
        if (meaning != null && meaning.hidden()) {
            hide(cell, label, FieldFate.IGNORED, PRIVATE);
        } else if (meaning == RequestMeaning.IGNORED) {
            hide(cell, label, FieldFate.IGNORED, "not-wanted");
        } else if (meaning == null) {
            hide(cell, label, FieldFate.UNMAPPED, Objects.requireNonNullElse(column.leftOut(), "unknown-label"));
        } else if (cell.blank()) {
            cells.account(cell, label, FieldFate.MAPPED, "", meaning.pointer(0), null, List.of());
        } else if (row.has(meaning)) {
            hide(cell, label, FieldFate.UNMAPPED, "other-value-taken");
        } else {
            take(cell, column, meaning, row, taken);
        }
    }

    private void take(
            Grid.Cell cell,
            TableColumn<RequestMeaning> column,
            RequestMeaning meaning,
            RequestRow row,
            List<Taken> taken) {
        Reading<Object> reading = row.take(meaning, cell.text);
        Object value = reading.value();
        if (value == null && reading.repairs().contains(Repair.NULL_TOKEN)) {
            cells.account(
                    cell,
                    column.label(),
                    FieldFate.REPAIRED,
                    cell.text,
                    meaning.pointer(0),
                    null,
                    List.of(Repair.NULL_TOKEN.code()));
            return;
        }
        if (value == null) {
            hide(cell, column.label(), FieldFate.UNREADABLE, "unreadable");
            problems.add(new SourceProblem(
                    "source.field.unreadable",
                    layout.place(cell, column.index()),
                    RequestRow.HIDDEN,
                    meaning.reads().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            return;
        }
        boolean presence = meaning.reads() == RequestMeaning.Reads.PRESENCE;
        String shown = presence || RequestRow.HIDDEN.equals(value)
                ? RequestRow.HIDDEN
                : DisclosureRequest.shown(row.withoutNames(meaning, cell.text));
        List<String> why = Stream.concat(
                        reading.repairs().stream().map(Repair::code),
                        shown.equals(cell.text) ? Stream.empty() : Stream.of("masked"))
                .toList();
        taken.add(new Taken(cell, column, meaning, shown, value.toString(), why));
    }

    /** Accounts for a cell whose case is known. */
    private void took(Taken each, Case own) {
        cells.account(
                each.cell(),
                each.column().label(),
                each.why().isEmpty() ? FieldFate.MAPPED : FieldFate.REPAIRED,
                each.shown(),
                each.meaning().pointer(own.draft.place(each.meaning())),
                each.why().isEmpty() ? null : DisclosureRequest.shown(each.value()),
                each.why());
        if (each.meaning() == RequestMeaning.OUTCOME) {
            own.outcome = each;
        }
    }

    /** A cell that is not read is named and not shown. */
    private void hide(Grid.Cell cell, String label, FieldFate fate, String reason) {
        cells.account(cell, label, fate, cell.blank() ? "" : RequestRow.HIDDEN, null, null, List.of(reason));
    }
}
