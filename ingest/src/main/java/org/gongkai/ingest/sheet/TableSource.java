package org.gongkai.ingest.sheet;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.json.JsonRows;
import org.gongkai.ingest.mapper.TableRoute;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.NamedRows;
import org.gongkai.ingest.table.PartedRows;
import org.gongkai.ingest.table.TableParts;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of one file as records of another kind than documents, and shares the account of their cells out:
 * each cell goes to the first record made of it, or of its row; what belongs to no record is handed over by itself.
 */
public final class TableSource implements JsonRows.Taker {

    private final String name;
    private final RawForm whole;
    private final Location place;
    private TableRoute<?, ?> route;
    private final String kind;
    private final SourceHandler handler;
    private final List<Grid> grids = new ArrayList<>();
    private @Nullable String page;
    private final NamedRows named = new NamedRows();
    private final PartedRows.Taker namedParts;
    private int wanted = Grid.PART_ROWS;
    private boolean full;
    private boolean any;
    /** Why the text gave no record, though it speaks of the kind. */
    private @Nullable SourceProblem why;
    /** What the text around the tables gave their records; it goes to the first of them. */
    private List<LedgerEntry> ofText = List.of();

    public TableSource(SourceFile file, TableRoute<?, ?> route, String kind, SourceHandler handler) {
        this(file.name(), new RawForm.WholeFile(file.name(), file.path()), route, kind, handler);
    }

    /**
     * @param name the source's name
     * @param whole what is kept of a source that gives no record
     */
    public TableSource(String name, RawForm whole, TableRoute<?, ?> route, String kind, SourceHandler handler) {
        this.name = name;
        this.whole = whole;
        this.place = Location.of(name);
        this.route = route;
        this.kind = kind;
        this.handler = handler;
        this.namedParts = parts();
    }

    /** Reads a table; those of a source that names persons when all of them are there, since one may name whom another must not show. */
    private void take(Grid grid) {
        if (route.together() || route.confidential()) {
            grids.add(grid);
        } else {
            share(grid, route.read(grid));
        }
    }

    /** Reads the tables that were kept until all of them were there, and that make records of their own. */
    private <R extends DisclosureRecord, D> void each(TableRoute<R, D> given) {
        if (!given.together() && !grids.isEmpty()) {
            List<Grid> kept = List.copyOf(grids);
            grids.clear();
            List<TableReading<R>> readings = given.readEach(kept);
            for (int i = 0; i < kept.size(); i++) {
                share(kept.get(i), readings.get(i));
            }
        }
    }

    private <R extends DisclosureRecord> void share(Grid grid, TableReading<R> reading) {
        new Sharing<>(grid, reading, null).out();
    }

    /**
     * Reads the tables of a page, with what its text says of them; where they hold no such record, the text itself.
     *
     * @param text the text of the page, or null when it has none
     */
    public void page(Grid.Tables found, String html, @Nullable NoticeText text) {
        if (route.together()) {
            page = html;
            return;
        }
        if (text == null || !route.readsText()) {
            tables(found, text);
            return;
        }
        beside(route, found, text);
        if (!any) {
            text(text);
        }
    }

    /** Reads tables together with the text around them. */
    private <R extends DisclosureRecord, D> void beside(TableRoute<R, D> given, Grid.Tables found, NoticeText text) {
        if (found.grids().isEmpty()) {
            found.problems().forEach(handler::problem);
            return;
        }
        TableRoute.Told<R, D> told = given.told(text);
        List<TableReading<R>> readings = new ArrayList<>();
        found.grids().forEach(each -> readings.add(told.route().read(each)));
        boolean none = readings.stream().allMatch(each -> each.lines().isEmpty());
        TextBeside<R> beside = new TextBeside<>(given, kind, readings);
        if (!none) {
            tellOfCut(text);
            beside.take(given.readBeside(text.without(cells(found.grids(), readings))));
        }
        ofText = told.ledger();
        for (int i = 0; i < readings.size(); i++) {
            new Sharing<>(found.grids().get(i), readings.get(i), beside).out();
        }
        found.problems().forEach(handler::problem);
        if (none) {
            return;
        }
        beside.own().forEach(this::out);
        Set<SourceProblem> problems = new LinkedHashSet<>(told.problems());
        problems.addAll(beside.problems());
        problems.forEach(handler::problem);
        Set<LedgerEntry> ledger = new LinkedHashSet<>(beside.ledger());
        ledger.removeIf(each -> told.ledger().stream().anyMatch(before -> sameWords(before, each)));
        if (!ledger.isEmpty()) {
            handler.ledger(List.copyOf(ledger));
        }
    }

    /** The lines of the cells that are accounted for as cells, without blanks. */
    private static <R extends DisclosureRecord> Set<String> cells(List<Grid> grids, List<TableReading<R>> readings) {
        Set<String> lines = new HashSet<>();
        for (int i = 0; i < grids.size(); i++) {
            if (!readings.get(i).lines().isEmpty()) {
                grids.get(i)
                        .rows()
                        .forEach(row -> row.forEach(cell ->
                                cell.raw.lines().map(LegacyText::withoutBlanks).forEach(lines::add)));
            }
        }
        return lines;
    }

    private static boolean sameWords(LedgerEntry one, LedgerEntry other) {
        return one.value() != null
                && one.value().equals(other.value())
                && one.location().equals(other.location());
    }

    /**
     * Reads tables, with what the text around them says of them.
     *
     * @param text the text, or null when there is none
     */
    public void tables(Grid.Tables found, @Nullable NoticeText text) {
        TableRoute.Told<?, ?> told = text == null || found.grids().isEmpty() ? null : route.told(text);
        TableRoute<?, ?> before = route;
        route = told == null ? route : told.route();
        ofText = told == null ? List.of() : told.ledger();
        found.grids().forEach(this::take);
        each(route);
        found.problems().forEach(handler::problem);
        route = before;
        if (any && told != null) {
            told.problems().forEach(handler::problem);
        }
    }

    /** Reads running text. */
    public void text(NoticeText text) {
        tellOfCut(text);
        NoticeReading<?> reading = route.read(text);
        reading.records().forEach(this::out);
        if (!reading.ledger().isEmpty()) {
            handler.ledger(reading.ledger());
        }
        reading.problems().forEach(handler::problem);
        why = why == null ? reading.why() : why;
    }

    private void tellOfCut(NoticeText text) {
        if (text.cut() != null) {
            handler.problem(new SourceProblem("source.limit.reached", text.place(), null, text.cut()));
        }
    }

    private void out(NoticeReading.Read<?> each) {
        any = true;
        Integer row = each.origin().row();
        RawForm raw = new RawForm.Row(name, row == null ? 1 : row, each.words());
        handler.record(new Mapped(each.record(), each.ledger(), List.of(), each.origin(), raw, List.of()));
    }

    /** One record of all tables of the source. */
    private void together() {
        TableReading<?> reading = route.read(place, grids, page);
        for (TableReading.Line<?> each : reading.lines()) {
            any = true;
            handler.record(
                    new Mapped(each.record(), reading.ledger(), reading.problems(), each.origin(), whole, List.of()));
        }
        if (!any) {
            reading.problems().forEach(handler::problem);
        }
    }

    /** Reads a text file: the table that it is, or else its running text. */
    public void takeTextFile(String text) throws IOException {
        Grid grid = Grid.ofCsv(name, new StringReader(text));
        TableReading<?> table = route.read(grid);
        if (table.lines().isEmpty()) {
            text(NoticeText.of(place, text));
        }
        if (!any) {
            share(grid, table);
        }
    }

    /** Reads a table in text form, in parts where its kind allows it, so that a long one takes no more memory. */
    public void takeText(Reader text) throws IOException {
        Grid.inParts(name, text, parts());
    }

    /** Takes the parts of one table. */
    PartedRows.Taker parts() {
        return route.together() || route.confidential() ? this::whole : new Parts<>(route.parts());
    }

    private int whole(Grid part, boolean last) {
        if (last) {
            take(part);
        }
        return part.rows().size();
    }

    /** The parts of one table. */
    private final class Parts<R extends DisclosureRecord> implements PartedRows.Taker {

        private final TableParts<R> parts;

        private Parts(TableParts<R> parts) {
            this.parts = parts;
        }

        /** A table of another kind is left. */
        @Override
        public int take(Grid part, boolean last) {
            TableParts.Read<R> read = parts.read(part, last);
            if (last || read.open() < part.rows().size() - part.names()) {
                share(part, read.reading());
            }
            return read.reading().problems().stream()
                            .anyMatch(each -> each.rule().equals("source.table.unrecognized"))
                    ? PartedRows.NO_MORE
                    : read.open();
        }
    }

    /** Takes an object of JSON or a row of a database. Where each row is a record of its own, memory holds a part of them. */
    @Override
    public void row(int number, List<NamedRows.Value> values) {
        if (!full && named.size() >= wanted) {
            takeNamed(number);
        }
        if (!full) {
            named.add(number, values);
        }
    }

    private void takeNamed(int next) {
        Grid grid = named.grid(place);
        int open = namedParts.take(grid, false);
        int rows = grid.rows().size() - grid.names();
        if (open == PartedRows.NO_MORE) {
            full = true;
        } else if (open < rows) {
            named.keepLast(open);
            wanted = Math.min(Grid.MOST_ROWS, open + Grid.PART_ROWS);
        } else if (rows < Grid.MOST_ROWS) {
            wanted = Grid.MOST_ROWS;
        } else {
            handler.problem(new SourceProblem("source.limit.reached", place.atRow(next), null, "≤ " + Grid.MOST_ROWS));
            namedParts.take(grid, true);
            full = true;
        }
    }

    @Override
    public void record() {
        any = true;
    }

    /** Ends the file: one that gave no record is kept as it stands. */
    public void end() {
        if (!full && named.size() > 0) {
            namedParts.take(named.grid(place), true);
        }
        each(route);
        if (page != null || !grids.isEmpty()) {
            together();
        }
        if (!any) {
            handler.rejected(
                    why != null ? why : new SourceProblem("source.table.none", place, null, kind),
                    route.confidential() ? RawForm.hidden(name) : whole);
        }
    }

    /** What one record gets. */
    private static final class Share {

        final List<LedgerEntry> ledger = new ArrayList<>();
        final List<SourceProblem> problems = new ArrayList<>();
    }

    private final class Sharing<R extends DisclosureRecord> {

        private final Grid grid;
        private final TableReading<R> reading;
        private final @Nullable TextBeside<R> beside;
        private final List<Share> shares = new ArrayList<>();
        private final Map<Location, Share> byPlace = new HashMap<>();
        private final Map<Integer, Share> byRow = new HashMap<>();
        private final Map<List<Integer>, String> values = new HashMap<>();
        private @Nullable Share ofTable;

        Sharing(Grid grid, TableReading<R> reading, @Nullable TextBeside<R> beside) {
            this.grid = grid;
            this.reading = reading;
            this.beside = beside;
            for (TableReading.Line<R> each : reading.lines()) {
                Share share = new Share();
                shares.add(share);
                byPlace.putIfAbsent(each.origin(), share);
                Integer row = each.origin().row();
                if (row != null) {
                    byRow.putIfAbsent(row, share);
                } else if (ofTable == null) {
                    ofTable = share;
                }
                each.moreRows().forEach(more -> byRow.putIfAbsent(more, share));
            }
        }

        void out() {
            any |= !reading.lines().isEmpty();
            List<LedgerEntry> nobodys = new ArrayList<>();
            for (LedgerEntry each : reading.ledger()) {
                Share share = share(each.location());
                (share == null ? nobodys : share.ledger).add(each);
                Location place = each.location();
                if (each.value() != null && place.row() != null && place.column() != null) {
                    values.put(List.of(place.row(), place.column()), each.value());
                }
            }
            List<SourceProblem> rest = new ArrayList<>();
            reading.problems().forEach(each -> share(each, rest));
            tellOfCut();
            for (int i = 0; i < shares.size(); i++) {
                TableReading.Line<R> line = reading.lines().get(i);
                R record = line.record();
                Share share = shares.get(i);
                share.ledger.addAll(ofText);
                ofText = List.of();
                if (beside != null) {
                    share.ledger.addAll(beside.entries(record));
                    record = beside.completed(record);
                }
                handler.record(new Mapped(
                        record, share.ledger, share.problems, line.origin(), raw(line), List.of(), reading.notAsked()));
            }
            if (!nobodys.isEmpty()) {
                handler.ledger(nobodys);
            }
            Set<Integer> kept = new HashSet<>();
            for (SourceProblem each : rest) {
                Integer row = each.location().row();
                if (row != null && kept.add(row)) {
                    handler.rejected(each, raw(each.location()));
                } else {
                    handler.problem(each);
                }
            }
            grid.problems().forEach(handler::problem);
        }

        /** Tells of the numbers that have lost their end; those of a workbook are told of where its rows are read. */
        private void tellOfCut() {
            Map<List<Integer>, String> cut = new HashMap<>();
            for (List<Grid.Cell> row : grid.place().sheet() == null ? grid.rows() : List.<List<Grid.Cell>>of()) {
                row.stream()
                        .filter(each -> SheetNumber.cut(each.raw.strip()))
                        .forEach(each -> cut.put(List.of(each.row, each.column), each.raw));
            }
            for (LedgerEntry each : cut.isEmpty() ? List.<LedgerEntry>of() : reading.ledger()) {
                Location at = each.location();
                String raw =
                        at.row() == null || at.column() == null ? null : cut.remove(List.of(at.row(), at.column()));
                if (raw != null) {
                    handler.problem(new SourceProblem("source.cell.rounded", at, raw, null));
                }
            }
        }

        private void share(SourceProblem problem, List<SourceProblem> rest) {
            Share share = share(problem.location());
            (share == null ? rest : share.problems).add(problem);
        }

        private @Nullable Share share(Location place) {
            Share share = byPlace.get(place);
            if (share == null && place.row() != null) {
                share = byRow.get(place.row());
            }
            return share == null ? ofTable : share;
        }

        /** The row, or the table where it made one record, as the ledger shows it: personal data is masked there. */
        private RawForm raw(Location place) {
            String sheet = grid.place().sheet();
            String part = sheet == null ? name : name + '-' + sheet;
            Integer row = place.row();
            List<List<Grid.Cell>> own = row == null ? List.of() : grid.rowsAt(row);
            return row != null && !own.isEmpty()
                    ? new RawForm.Row(part, row, text(own))
                    : new RawForm.Row(part, 1, text(grid.rows()));
        }

        /** The rows of a record, as the ledger shows them. */
        private RawForm raw(TableReading.Line<R> line) {
            RawForm first = raw(line.origin());
            if (line.moreRows().isEmpty() || !(first instanceof RawForm.Row row)) {
                return first;
            }
            StringBuilder text = new StringBuilder(row.text());
            line.moreRows().forEach(each -> text.append('\n').append(text(grid.rowsAt(each))));
            return new RawForm.Row(row.name(), row.row(), text.toString());
        }

        private String text(List<List<Grid.Cell>> rows) {
            return rows.stream().map(this::line).collect(Collectors.joining("\n"));
        }

        private String line(List<Grid.Cell> row) {
            Set<Grid.Cell> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            return row.stream().map(each -> seen.add(each) ? shown(each) : "").collect(Collectors.joining("\t"));
        }

        private String shown(Grid.Cell cell) {
            return values.getOrDefault(List.of(cell.row, cell.column), cell.raw);
        }
    }
}
