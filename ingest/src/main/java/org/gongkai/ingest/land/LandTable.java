package org.gongkai.ingest.land;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.BlockPrice;
import org.gongkai.core.land.LandRequisitionPlanBuilder;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.Parcel;
import org.gongkai.core.land.PlanItem;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.ColumnRole;
import org.gongkai.ingest.table.Defaulted;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.RowClass;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableParts;
import org.gongkai.ingest.table.TableReading;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/** One table, read into parcels of one project, into projects, or into the lines of a plan. Made for one table. */
final class LandTable {

    private static final int LONGEST_UNIT_LINE = 60;
    private static final Pattern BETWEEN_UNITS = Pattern.compile("[、,，;；]");

    /** The kinds of table, told by what the columns hold. */
    enum Kind {
        PARCELS,
        PROJECTS,
        PLAN;

        static @Nullable Kind of(Set<LandMeaning> meanings) {
            boolean sized = meanings.contains(LandMeaning.AREA)
                    || meanings.contains(LandMeaning.PLANNED_AREA)
                    || meanings.contains(LandMeaning.LAND_CLASS);
            if (meanings.contains(LandMeaning.NAME)) {
                if (meanings.contains(LandMeaning.PLANNED_AREA) || meanings.contains(LandMeaning.QUARTER)) {
                    return PLAN;
                }
                return sized || meanings.contains(LandMeaning.APPROVAL_NUMBER) ? PROJECTS : null;
            }
            if (meanings.contains(LandMeaning.PLANNED_AREA) && meanings.contains(LandMeaning.QUARTER)) {
                return PLAN;
            }
            boolean placed = meanings.contains(LandMeaning.COLLECTIVE)
                    || meanings.stream().anyMatch(LandMeaning::place);
            if (!placed || !sized) {
                return null;
            }
            return meanings.stream().anyMatch(LandMeaning::identity) ? PROJECTS : PARCELS;
        }
    }

    TableLayout<LandMeaning> layout;
    final LandWords words;
    final LandDefaults defaults;
    final Kind kind;
    private final boolean named;
    private CellLedger cells;
    private final Area.@Nullable Unit unit;
    private final List<LedgerEntry> defaulted = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final List<TableReading.Line<DisclosureRecord>> lines = new ArrayList<>();
    private final LandRequisitionProjectBuilder whole;
    private final Set<BlockPrice> prices = new LinkedHashSet<>();
    private final Set<String> given = new LinkedHashSet<>();
    private final AreaSums sums = new AreaSums(this);
    private int open;

    LandTable(TableLayout<LandMeaning> layout, LandWords words, LandDefaults defaults) {
        this.layout = layout;
        this.words = words;
        this.defaults = defaults;
        this.cells = layout.account();
        this.kind = Objects.requireNonNull(Kind.of(layout.columns().stream()
                .map(TableColumn::meaning)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
        this.named = !layout.of(LandMeaning.NAME).isEmpty();
        this.unit = unitOfTable();
        this.whole = LandRequisitionProjectBuilder.builder(defaults.project());
        if (kind == Kind.PROJECTS && named) {
            // What is approved by a number of its own is each of the projects.
            whole.code(null).name(null).approvalNumber(null).approvedOn(null).approvalReceivedOn(null);
        }
    }

    /** Whether the table may be read in parts: parcels make one project and lines one plan, and a form is one row. */
    boolean streams() {
        return kind == Kind.PROJECTS && layout.asItStands();
    }

    TableParts.Read<DisclosureRecord> read(boolean last) {
        problems.addAll(layout.columnProblems());
        for (List<Grid.Cell> row : layout.aboveHeader()) {
            row.forEach(each -> account(each, null, FieldFate.IGNORED, null, null, List.of("caption")));
        }
        layout.columns().stream()
                .filter(this::personal)
                .forEach(each -> problems.add(
                        new SourceProblem("source.column.personalData", layout.place(), each.label(), null)));
        if (kind == Kind.PARCELS || kind == Kind.PROJECTS && !named) {
            layout.above().forEach(this::above);
        }
        return rows(last);
    }

    /** Reads the next part of a long list of projects. */
    TableParts.Read<DisclosureRecord> next(Grid part, boolean last) {
        layout = layout.next(part, open);
        cells = layout.account();
        lines.clear();
        problems.clear();
        defaulted.clear();
        return rows(last);
    }

    private TableParts.Read<DisclosureRecord> rows(boolean last) {
        open = 0;
        switch (kind) {
            case PARCELS -> parcels();
            case PROJECTS -> projects(last);
            case PLAN -> plan();
        }
        problems.addAll(layout.cellProblems(open));
        List<LedgerEntry> ledger = cells.inOrder(layout.sourceRows() - open);
        ledger.addAll(defaulted);
        for (TableReading.Line<DisclosureRecord> each : lines) {
            DisclosureRecord before = kind == Kind.PLAN ? defaults.plan() : defaults.project();
            ledger.addAll(Defaulted.entries(each.record(), before, each.origin(), given));
        }
        return new TableParts.Read<>(new TableReading<>(lines, ledger, problems), open);
    }

    private void parcels() {
        ParcelGathering gathering = new ParcelGathering(this, LandRow.Part.all(kind));
        for (TableRow row : layout.rows()) {
            switch (row.kind()) {
                case RECORD -> gathering.take(row);
                case TOTAL -> total(row);
                case PRICE -> price(row);
                default -> leave(row);
            }
        }
        List<Parcel> parcels = gathering.parcels();
        if (!parcels.isEmpty()) {
            lines.add(new TableReading.Line<>(
                    whole.parcels(parcels).prices(List.copyOf(prices)).build(), layout.place()));
        }
    }

    /** The figures of the row of the total are those of the project. */
    private void total(TableRow row) {
        LandRow total = new LandRow(this, row, "");
        total.readTotal();
        whole.totalArea(total.area()).restatedArea(total.restated()).landClasses(total.classes());
    }

    private void projects(boolean last) {
        ProjectGathering gathering = new ProjectGathering(this);
        List<TableRow> rows = layout.rows();
        for (TableRow row : rows) {
            if (row.kind() == RowClass.RECORD) {
                gathering.take(row);
            } else {
                if (row.kind() != RowClass.BLANK) {
                    gathering.end();
                }
                check(row);
                leave(row);
            }
        }
        TableRow first = gathering.open();
        if (last || first == null) {
            gathering.end();
        } else {
            open = rows.size() - rows.indexOf(first);
        }
    }

    private void plan() {
        List<PlanItem> items = new ArrayList<>();
        for (TableRow row : layout.rows()) {
            if (row.kind() == RowClass.RECORD) {
                LandRow item = new LandRow(this, row, "/items/" + items.size());
                item.read();
                sums.add(row);
                items.add(item.planItem());
            } else {
                check(row);
                leave(row);
            }
        }
        if (!items.isEmpty()) {
            lines.add(new TableReading.Line<>(
                    LandRequisitionPlanBuilder.builder(defaults.plan())
                            .items(items)
                            .build(),
                    layout.place()));
        }
    }

    private void check(TableRow row) {
        if (row.kind() == RowClass.TOTAL) {
            sums.check(row);
        }
    }

    /** What holds for each project of a list. */
    LandRequisitionProject project() {
        return whole.build();
    }

    /** Takes a project and the rows that it was made of. */
    void add(TableReading.Line<DisclosureRecord> project, List<TableRow> rows) {
        lines.add(project);
        rows.forEach(sums::add);
    }

    /** The prices of the rows since they were last taken. */
    List<BlockPrice> takePrices() {
        List<BlockPrice> taken = List.copyOf(prices);
        prices.clear();
        return taken;
    }

    private void leave(TableRow row) {
        for (int c = 0; c < row.cells().size(); c++) {
            Grid.Cell cell = row.cells().get(c);
            TableColumn<LandMeaning> column = layout.column(c);
            account(
                    cell,
                    column,
                    FieldFate.IGNORED,
                    null,
                    null,
                    List.of(
                            cell.blank()
                                    ? "blank"
                                    : personal(column)
                                            ? "personal-data"
                                            : row.kind().reason()));
        }
    }

    /** 补偿标准（万元/公顷） 135: the price of the block, in a row of its own. */
    private void price(TableRow row) {
        List<Grid.Cell> filled =
                row.cells().stream().filter(each -> !each.blank()).distinct().toList();
        Set<BlockPrice> read = new LinkedHashSet<>();
        for (Grid.Cell each : filled.subList(1, filled.size())) {
            BlockPrice price = blockPrice(each.text, filled.get(0).text);
            if (price != null) {
                read.add(price);
            }
        }
        boolean taken = read.size() == 1;
        if (taken) {
            prices.addAll(read);
        }
        for (int c = 0; c < row.cells().size(); c++) {
            Grid.Cell cell = row.cells().get(c);
            boolean figure = taken && !cell.blank() && cell != filled.get(0);
            account(
                    cell,
                    layout.column(c),
                    figure ? FieldFate.MAPPED : FieldFate.IGNORED,
                    figure ? "/prices/0/price" : null,
                    null,
                    figure
                            ? List.of()
                            : List.of(cell.blank() ? "blank" : row.kind().reason()));
        }
    }

    /** The price that a cell and its label give, or null. */
    static @Nullable BlockPrice blockPrice(String text, String label) {
        BigDecimal figure = PriceText.figure(text);
        String cell = PriceText.unit(text);
        String named = cell == null ? PriceText.unit(label) : cell;
        return figure == null || named == null ? null : new BlockPrice(null, figure, named, null, null);
    }

    void price(BlockPrice price) {
        prices.add(price);
    }

    /** 批准机关：…；批准文号：… in a line above a table of parcels tells of their project. */
    private void above(Grid.Line line) {
        if (line.cell() == null) {
            new LinesAbove(words.labels()).read(line.text()).forEach(each -> above(line, each));
        }
    }

    private void above(Grid.Line line, LinesAbove.Told told) {
        Object value = told.value();
        if (value == null) {
            problems.add(new SourceProblem(
                    "source.field.unreadable",
                    line.place(),
                    PersonalData.masked(told.text()),
                    told.meaning().path()));
            return;
        }
        LandRow.take(whole, told.meaning(), value);
        given.add('/' + told.meaning().path());
        defaulted.add(new LedgerEntry(
                line.place(),
                FieldFate.DEFAULTED,
                null,
                '/' + told.meaning().path(),
                value.toString(),
                List.of("from-line-above")));
    }

    private Area.@Nullable Unit unitOfTable() {
        Area.Unit told = null;
        for (Grid.Line each : layout.above()) {
            Area.Unit named = each.text().length() > LONGEST_UNIT_LINE ? null : unitOfLine(each.text());
            told = named == null ? told : named;
        }
        if (told != null) {
            return told;
        }
        return defaults.unit() != null ? defaults.unit() : unitOfTotals();
    }

    /** 单位：公顷, or that of the areas in 单位：公顷、万元/公顷, where the unit of the prices stands beside it. */
    private static Area.@Nullable Unit unitOfLine(String line) {
        Area.Unit only = Area.Unit.in(line);
        if (only != null || !line.contains("单位")) {
            return only;
        }
        Set<Area.Unit> named = BETWEEN_UNITS
                .splitAsStream(line)
                .filter(each -> !each.contains("元"))
                .map(Area.Unit::in)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return named.size() == 1 ? named.iterator().next() : null;
    }

    /** The unit of the areas whose parts the classes are, where they have one alone. */
    private Area.@Nullable Unit unitOfTotals() {
        Set<Area.Unit> named = layout.of(LandMeaning.AREA).stream()
                .map(LandTable::unitOfHeader)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return named.size() == 1 ? named.iterator().next() : null;
    }

    private static Area.@Nullable Unit unitOfHeader(TableColumn<LandMeaning> column) {
        for (int i = column.headers().size() - 1; i >= 0; i--) {
            Area.Unit named = Area.Unit.in(column.headers().get(i));
            if (named != null) {
                return named;
            }
        }
        return null;
    }

    /** The unit of the figures of a column that have none beside them: the header's, else the table's. */
    Area.@Nullable Unit unit(TableColumn<LandMeaning> column) {
        Area.Unit named = unitOfHeader(column);
        return named != null ? named : unit;
    }

    /** Whether a column asks for personal data; 所有权人 of a parcel is the collective, so labels have the last word. */
    boolean personal(TableColumn<LandMeaning> column) {
        return column.headers().stream()
                .anyMatch(each -> PersonalData.personal(each) && words.labelled(List.of(each)) == null);
    }

    void defaulted(LedgerEntry entry) {
        defaulted.add(entry);
    }

    void problem(SourceProblem problem) {
        problems.add(problem);
    }

    /** Why a cell is not read whose column nobody reads. */
    void unread(Grid.Cell cell, TableColumn<LandMeaning> column) {
        String reason = column.leftOut();
        boolean understood = reason != null && !column.disputed() && column.role() != ColumnRole.AREA;
        account(
                cell,
                column,
                cell.blank() || understood ? FieldFate.IGNORED : FieldFate.UNMAPPED,
                null,
                null,
                List.of(cell.blank() ? "blank" : understood || column.disputed() ? reason : "unknown-label"));
    }

    void account(
            Grid.Cell cell,
            @Nullable TableColumn<LandMeaning> column,
            FieldFate fate,
            @Nullable String target,
            @Nullable String result,
            List<@Nullable String> reasons) {
        String value = reasons.contains("personal-data") && !cell.blank() ? "***" : PersonalData.masked(cell.text);
        cells.account(
                cell,
                column == null ? "" : column.label(),
                fate,
                value,
                target,
                result,
                reasons.stream().filter(Objects::nonNull).toList());
    }
}
