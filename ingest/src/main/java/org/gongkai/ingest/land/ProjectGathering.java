package org.gongkai.ingest.land;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableReading;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * Makes projects of the rows of a list: one of each, or one of rows behind each other that name the same project and each a
 * place of its own. A project that comes again further down is none of those before; the audits tell of both.
 */
final class ProjectGathering {

    private final LandTable table;
    private final List<TableColumn<LandMeaning>> identity;
    private final List<TableColumn<LandMeaning>> located;
    private final List<TableRow> rows = new ArrayList<>();
    private final Map<LandMeaning, String> named = new EnumMap<>(LandMeaning.class);

    ProjectGathering(LandTable table) {
        this.table = table;
        this.identity = columns(table, true);
        this.located = columns(table, false);
    }

    private static List<TableColumn<LandMeaning>> columns(LandTable table, boolean identity) {
        return table.layout.columns().stream()
                .filter(each -> each.meaning() != null)
                .filter(each ->
                        identity ? each.meaning().identity() : each.meaning().locates())
                .toList();
    }

    void take(TableRow row) {
        if (!goesOn(row)) {
            end();
        }
        rows.add(row);
        for (TableColumn<LandMeaning> each : identity) {
            LandMeaning meaning = each.meaning();
            String text = LegacyText.withoutBlanks(row.text(each.index()));
            if (meaning != null && !text.isEmpty()) {
                named.putIfAbsent(meaning, text);
            }
        }
    }

    /** Whether a row is a further parcel of the project of the rows before. */
    private boolean goesOn(TableRow row) {
        if (rows.isEmpty() || !placed(row) || !placed(rows.get(0))) {
            return false;
        }
        boolean any = false;
        for (TableColumn<LandMeaning> each : identity) {
            String text = LegacyText.withoutBlanks(row.text(each.index()));
            String before = named.get(each.meaning());
            if (!text.isEmpty() && before != null && !text.equals(before)) {
                return false;
            }
            any |= text.equals(before);
        }
        return any || blank(row);
    }

    private boolean placed(TableRow row) {
        return located.stream().anyMatch(each -> !row.text(each.index()).isBlank());
    }

    /** Whether nothing of a row tells of a project: what was merged in a sheet stands in the first of its rows alone. */
    private boolean blank(TableRow row) {
        return table.layout.columns().stream()
                .filter(each -> each.meaning() == LandMeaning.NUMBER
                        || each.meaning() != null && !each.meaning().ofParcel())
                .allMatch(each -> row.text(each.index()).isBlank());
    }

    /** The first row of the project that rows to come may go on with, or null. */
    @Nullable
    TableRow open() {
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** Ends the project of the rows so far. */
    void end() {
        if (rows.isEmpty()) {
            return;
        }
        if (rows.size() == 1) {
            LandRow project = new LandRow(table, rows.get(0), "");
            project.read();
            project.prices();
            table.add(new TableReading.Line<>(project.project(table.takePrices()), project.place()), rows);
        } else {
            table.add(gathered(), rows);
        }
        rows.clear();
        named.clear();
    }

    private TableReading.Line<DisclosureRecord> gathered() {
        boolean total = totals();
        Set<Integer> wholes = total ? Set.of() : wholes();
        LandRow.Part ofProject = new LandRow.Part(
                LandTable.Kind.PROJECTS,
                meaning -> meaning != null && (!meaning.ofParcel() || total && meaning.summed()),
                wholes);
        ParcelGathering parcels = new ParcelGathering(
                table,
                new LandRow.Part(
                        LandTable.Kind.PARCELS,
                        meaning -> meaning == null || meaning.ofParcel() && !(total && meaning.summed()),
                        wholes));
        LandRow project = new LandRow(table, rows.get(0), "", ofProject);
        project.read();
        for (TableRow each : rows) {
            if (each != rows.get(0)) {
                project.further(each).read();
                carried(each);
            }
            parcels.take(each);
        }
        LandRequisitionProject made = LandRequisitionProjectBuilder.builder(project.project(table.takePrices()))
                .parcels(parcels.parcels())
                .build();
        return new TableReading.Line<>(
                made,
                project.place(),
                rows.stream().skip(1).map(each -> each.index() + 1).toList());
    }

    /** What names the project and stands in a row before alone. */
    private void carried(TableRow row) {
        for (TableColumn<LandMeaning> each : identity) {
            LandMeaning meaning = each.meaning();
            String before = named.get(meaning);
            if (meaning != null && before != null && row.text(each.index()).isBlank()) {
                table.defaulted(new LedgerEntry(
                        table.layout.place(row).at(each.label(), each.index() + 1),
                        FieldFate.DEFAULTED,
                        null,
                        '/' + meaning.path(),
                        before,
                        List.of("from-row-above")));
            }
        }
    }

    /** Whether the areas are those of the whole project: its first row has them, the others have the same cells or none. */
    private boolean totals() {
        List<TableColumn<LandMeaning>> areas = table.layout.of(LandMeaning.AREA);
        List<TableColumn<LandMeaning>> figures = areas.isEmpty() ? table.layout.of(LandMeaning.LAND_CLASS) : areas;
        TableRow first = rows.get(0);
        return figures.stream().anyMatch(each -> !first.text(each.index()).isBlank())
                && figures.stream()
                        .allMatch(each -> rows.stream().skip(1).allMatch(row -> belongs(first, row, each.index())));
    }

    /**
     * Of several columns of areas those that tell of the whole project: they say the same in each row and the others do not,
     * or, where all do, they alone are called 总面积. Empty where nothing tells them apart.
     */
    private Set<Integer> wholes() {
        List<TableColumn<LandMeaning>> areas = table.layout.of(LandMeaning.AREA);
        List<TableColumn<LandMeaning>> same = areas.stream().filter(this::same).toList();
        List<TableColumn<LandMeaning>> wholes = same.size() < areas.size()
                ? same
                : same.stream().filter(each -> each.label().contains("总")).toList();
        return wholes.size() == areas.size()
                ? Set.of()
                : wholes.stream().map(TableColumn::index).collect(Collectors.toSet());
    }

    private boolean same(TableColumn<LandMeaning> column) {
        TableRow first = rows.get(0);
        String text = LegacyText.withoutBlanks(first.text(column.index()));
        return !text.isEmpty()
                && rows.stream()
                        .allMatch(each -> belongs(first, each, column.index())
                                || text.equals(LegacyText.withoutBlanks(each.text(column.index()))));
    }

    private static boolean belongs(TableRow first, TableRow row, int column) {
        Grid.@Nullable Cell cell = column < row.cells().size() ? row.cells().get(column) : null;
        return cell == null
                || cell.blank()
                || column < first.cells().size() && cell == first.cells().get(column);
    }
}
