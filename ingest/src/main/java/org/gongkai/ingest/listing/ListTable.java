package org.gongkai.ingest.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.work.ResponsibleBody;
import org.gongkai.ingest.listing.ListMeaning.Whole;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.RowClass;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableReading;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Makes the records of one table. Cells of inner papers are read and shown in no account. Not thread-safe; made for one table. */
final class ListTable {

    private static final String HIDDEN = "***";
    private static final String GROUP = "audienceGroup";
    private static final String ON = "On";
    private static final String UNTIL = "Until";

    private final TableLayout<ListMeaning> layout;
    private final RecordKind<?> kind;
    private final ListWords words;
    private final Map<String, Object> defaults;
    private final CellLedger cells;
    private final List<Made> made = new ArrayList<>();
    private final Map<String, Made> byName = new HashMap<>();
    private final List<LedgerEntry> defaulted = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    /** What columns mean whose header is printed a second time, by their places. */
    private final Map<Integer, ListMeaning> again = new HashMap<>();

    /** A record and the rows that tell of it. */
    private record Made(ListDraft draft, Location place, List<Integer> moreRows) {}

    ListTable(TableLayout<ListMeaning> layout, ListWords words, Map<String, Object> defaults) {
        this.layout = layout;
        this.kind = words.kind();
        this.words = words;
        this.defaults = defaults;
        this.cells = layout.account();
        Set<ListMeaning> before = new HashSet<>();
        for (TableColumn<ListMeaning> each : layout.columns()) {
            ListMeaning meaning = each.meaning();
            ListMeaning next = meaning;
            while (next != null && before.contains(next)) {
                next = next.next(kind);
            }
            if (next != null && next != meaning && layout.of(next).isEmpty()) {
                again.put(each.index(), next);
            }
            if (next != null) {
                before.add(next);
            }
        }
    }

    private @Nullable ListMeaning meaning(TableColumn<ListMeaning> column) {
        return again.getOrDefault(column.index(), column.meaning());
    }

    TableReading<DisclosureRecord> read() {
        problems.addAll(layout.problems());
        for (List<Grid.Cell> row : layout.aboveHeader()) {
            row.forEach(each -> account(each, "", FieldFate.IGNORED, null, "caption"));
        }
        layout.rows().forEach(this::row);
        List<LedgerEntry> ledger = cells.inOrder();
        List<TableReading.Line<DisclosureRecord>> lines = new ArrayList<>();
        Map<String, Object> titled = TitleFacts.of(kind, layout.above(), sheet());
        for (Made each : made) {
            fillDefaults(each);
            fill(each, titled, "from-title");
            lines.add(new TableReading.Line<>(each.draft().build(), each.place(), each.moreRows()));
        }
        ledger.addAll(defaulted);
        return new TableReading<>(lines, ledger, problems);
    }

    private @Nullable String sheet() {
        return layout.rows().isEmpty()
                ? null
                : layout.place(layout.rows().get(0)).sheet();
    }

    private void fillDefaults(Made one) {
        fill(one, new TreeMap<>(defaults), "constant");
    }

    private void fill(Made one, Map<String, Object> values, String reason) {
        values.forEach((path, value) -> {
            if (!one.draft().has(path)) {
                one.draft().put(path, value);
                defaulted.add(new LedgerEntry(
                        one.place(), FieldFate.DEFAULTED, null, '/' + path, value.toString(), List.of(reason)));
            }
        });
    }

    private void row(TableRow row) {
        boolean told = row.kind() == RowClass.RECORD
                && layout.columns().stream()
                        .anyMatch(each ->
                                meaning(each) != null && meaning(each).wanted() && given(row.text(each.index())));
        if (!told) {
            for (int c = 0; c < row.cells().size(); c++) {
                Grid.Cell cell = row.cells().get(c);
                account(
                        cell,
                        layout.column(c).label(),
                        FieldFate.IGNORED,
                        null,
                        cell.blank()
                                ? "blank"
                                : row.kind() == RowClass.RECORD
                                        ? "no-line"
                                        : row.kind().reason());
            }
            return;
        }
        Made one = of(row);
        for (Whole each : Whole.values()) {
            one.draft().nextRow(each);
        }
        boolean carried = one.moreRows().isEmpty();
        for (int c = 0; c < row.cells().size(); c++) {
            cell(row, layout.column(c), one.draft());
        }
        if (carried) {
            defaulted.addAll(layout.carriedEntries(row, each -> each.pointer(0)));
        }
    }

    private static boolean given(String text) {
        return !text.isBlank() && !LegacyText.nullToken(text);
    }

    /** The record that a row tells of: that of a row above with its name, where rows are parts of records, or its own. */
    private Made of(TableRow row) {
        Location place = layout.place(row);
        StringBuilder name = new StringBuilder();
        for (TableColumn<ListMeaning> each : layout.columns()) {
            if (each.meaning() != null && words.keys().contains(each.meaning().path())) {
                boolean known = each.meaning().path().equals("name")
                        || each.meaning().path().equals("owner");
                name.append(known ? LegacyText.withoutBlanks(row.text(each.index())) + '\n' : "");
            }
        }
        Made before = words.keys().isEmpty() || name.toString().isBlank() ? null : byName.get(name.toString());
        if (before != null && place.row() != null) {
            before.moreRows().add(place.row());
            return before;
        }
        Made one = new Made(new ListDraft(kind), place, new ArrayList<>());
        made.add(one);
        byName.put(name.toString(), one);
        return one;
    }

    private void cell(TableRow row, TableColumn<ListMeaning> column, ListDraft draft) {
        Grid.Cell cell = row.cells().get(column.index());
        ListMeaning meaning = meaning(column);
        String text = row.text(column.index());
        if (meaning == null) {
            boolean personal = column.headers().stream().anyMatch(PersonalData::personal);
            FieldFate fate = cell.blank() || personal ? FieldFate.IGNORED : FieldFate.UNMAPPED;
            String left = Objects.requireNonNullElse(column.leftOut(), "unknown-label");
            account(cell, column.label(), fate, null, cell.blank() ? "blank" : personal ? "personal-data" : left);
        } else if (!meaning.wanted()) {
            boolean halved = kind.personalData() == RecordKind.PersonalData.HALVED;
            account(cell, column.label(), FieldFate.IGNORED, null, halved ? "personal-data" : "not-wanted");
        } else if (!given(text)) {
            account(cell, column.label(), FieldFate.MAPPED, meaning.pointer(0), null);
        } else if (meaning.ofBodies(kind)) {
            bodies(cell, column, meaning, text, draft);
        } else if (!meaning.terms().isEmpty()) {
            ticked(cell, column, meaning, text, draft);
        } else if (meaning.whole() == null) {
            single(cell, column, meaning, text, draft);
        } else {
            several(cell, column, meaning, text, draft);
        }
    }

    /** A tick chooses the terms of its column; words in its place name the group that they are for. */
    private void ticked(
            Grid.Cell cell, TableColumn<ListMeaning> column, ListMeaning meaning, String text, ListDraft draft) {
        String plain = LegacyText.withoutBlanks(text);
        Boolean tick = ChosenMarks.tick(plain.substring(0, 1));
        String beside = plain.length() == 1 || tick == null ? plain : plain.substring(1);
        boolean group = kind.field(GROUP) != null && meaning.name().equals("audience");
        boolean named = plain.length() > 1 && group && !meaning.terms().contains(beside);
        if (tick == null && !named && !meaning.terms().contains(plain)) {
            unreadable(cell, column, meaning);
            return;
        }
        if (plain.length() > 1 && tick != null && !named) {
            unreadable(cell, column, meaning);
            return;
        }
        if (!Boolean.FALSE.equals(tick)) {
            RecordField field = meaning.field(kind);
            List<Object> all = new ArrayList<>();
            if (draft.value(field.path()) instanceof List<?> before) {
                all.addAll(before);
            }
            for (String each : meaning.terms()) {
                all.addAll(Objects.requireNonNull(
                        ListValues.read(field, each, false).value()));
            }
            draft.put(field.path(), List.copyOf(all));
        }
        if (named) {
            draft.put(GROUP, LegacyText.withoutTitleMarks(beside));
        }
        account(cell, column.label(), FieldFate.MAPPED, named ? '/' + GROUP : meaning.pointer(0), null);
    }

    private void single(
            Grid.Cell cell, TableColumn<ListMeaning> column, ListMeaning meaning, String text, ListDraft draft) {
        RecordField field = meaning.field(kind);
        Reading<List<Object>> reading = ListValues.read(field, text, field.many());
        Object value = reading.value() == null
                ? null
                : field.many() ? reading.value() : reading.value().get(0);
        Object before = draft.value(meaning.path());
        if (value == null) {
            span(cell, column, meaning, text, draft);
        } else if (before == null || before.equals(value)) {
            draft.put(meaning.path(), value);
            taken(cell, column, meaning, meaning.pointer(0), reading);
        } else {
            account(cell, column.label(), FieldFate.UNMAPPED, null, "other-value-taken");
            boolean inner = meaning.inner(kind);
            problems.add(new SourceProblem(
                    "source.field.conflict",
                    layout.place(cell, column.index()),
                    inner ? HIDDEN : PersonalData.masked(text),
                    inner ? HIDDEN : PersonalData.masked(before.toString())));
        }
    }

    /** Days from one to another go where the kind has a field for either end, such as heldOn and heldUntil. */
    private void span(
            Grid.Cell cell, TableColumn<ListMeaning> column, ListMeaning meaning, String text, ListDraft draft) {
        String end = meaning.path().endsWith(ON)
                ? meaning.path().substring(0, meaning.path().length() - ON.length()) + UNTIL
                : "";
        DaySpan span =
                kind.field(end) == null || draft.has(meaning.path()) || draft.has(end) ? null : DaySpan.read(text);
        if (span == null) {
            unreadable(cell, column, meaning);
            return;
        }
        draft.put(meaning.path(), span.from());
        draft.put(end, span.until());
        taken(
                cell,
                column,
                meaning,
                meaning.pointer(0),
                new Reading<>(text, List.of(span.from()), List.of(Repair.DATE_NOTATION)));
    }

    /** Who is responsible may stand in several columns, one for each role. */
    private void bodies(
            Grid.Cell cell, TableColumn<ListMeaning> column, ListMeaning meaning, String text, ListDraft draft) {
        List<ResponsibleBody> read = CellBodies.read(text, meaning.terms());
        if (read.isEmpty()) {
            unreadable(cell, column, meaning);
            return;
        }
        String path = meaning.field(kind).path();
        List<Object> all = new ArrayList<>();
        if (draft.value(path) instanceof List<?> before) {
            all.addAll(before);
        }
        read.stream().filter(each -> !all.contains(each)).forEach(all::add);
        draft.put(path, List.copyOf(all));
        taken(cell, column, meaning, meaning.pointer(0), new Reading<>(text, List.copyOf(read), List.of()));
    }

    private void several(
            Grid.Cell cell, TableColumn<ListMeaning> column, ListMeaning meaning, String text, ListDraft draft) {
        Whole whole = Objects.requireNonNull(meaning.whole());
        int number = draft.before(whole);
        if (meaning.step() != null) {
            step(cell, column, meaning, text, draft);
            return;
        }
        RecordField field = meaning.field(kind);
        Reading<List<Object>> reading = ListValues.read(field, text, whole != Whole.ITEMS);
        List<Object> values = reading.value();
        if (values == null) {
            unreadable(cell, column, meaning);
        } else if (draft.has(whole, meaning.name()) || !draft.fits(whole, values.size())) {
            account(cell, column.label(), FieldFate.UNMAPPED, null, "other-value-taken");
        } else {
            draft.put(whole, meaning.name(), values);
            taken(cell, column, meaning, meaning.pointer(number), reading);
        }
    }

    /** A column for each step: its days make objects of their own, one after another. */
    private void step(
            Grid.Cell cell, TableColumn<ListMeaning> column, ListMeaning meaning, String text, ListDraft draft) {
        Reading<List<Object>> reading = ListValues.read(meaning.field(kind), text, false);
        if (reading.value() == null) {
            unreadable(cell, column, meaning);
            return;
        }
        draft.nextRow(Whole.SYNC);
        int number = draft.before(Whole.SYNC);
        draft.put(Whole.SYNC, "step", List.of(Objects.requireNonNull(meaning.step())));
        draft.put(Whole.SYNC, "doneOn", reading.value());
        taken(cell, column, meaning, meaning.pointer(number), reading);
    }

    private void taken(
            Grid.Cell cell,
            TableColumn<ListMeaning> column,
            ListMeaning meaning,
            String pointer,
            Reading<List<Object>> reading) {
        boolean inner = meaning.inner(kind);
        List<String> repairs = reading.repairs().stream().map(Repair::code).toList();
        List<Object> values = Objects.requireNonNull(reading.value());
        String result = values.size() == 1 ? values.get(0).toString() : values.toString();
        cells.account(
                cell,
                column.label(),
                repairs.isEmpty() ? FieldFate.MAPPED : FieldFate.REPAIRED,
                inner ? HIDDEN : PersonalData.masked(cell.text),
                pointer,
                inner || repairs.isEmpty() ? null : result,
                repairs);
    }

    private void unreadable(Grid.Cell cell, TableColumn<ListMeaning> column, ListMeaning meaning) {
        String shown = meaning.inner(kind) ? HIDDEN : PersonalData.masked(cell.text);
        cells.account(cell, column.label(), FieldFate.UNREADABLE, shown, null, null, List.of("unreadable"));
        problems.add(new SourceProblem(
                "source.field.unreadable", layout.place(cell, column.index()), shown, meaning.path()));
    }

    private void account(
            Grid.Cell cell, String label, FieldFate fate, @Nullable String target, @Nullable String reason) {
        cells.account(
                cell,
                label,
                fate,
                "personal-data".equals(reason) ? HIDDEN : PersonalData.masked(cell.text),
                target,
                null,
                reason == null ? List.of() : List.of(reason));
    }
}
