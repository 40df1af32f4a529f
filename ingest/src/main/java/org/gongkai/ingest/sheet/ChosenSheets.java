package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.core.DateText;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.json.Confidential;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.KindChoice;
import org.gongkai.ingest.table.TableKind;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a workbook of which nobody has said what they hold: each goes the way that its first rows tell. Rows are
 * kept until then.
 */
public final class ChosenSheets implements Workbook.Sheets {

    private final KindFinder finder;
    private final Workbook.Sheets documents;
    private final Function<TableKind, TableSource> sources;
    private final Confidential handler;
    private final Map<TableKind, GridSheets> kinds = new EnumMap<>(TableKind.class);

    /**
     * @param finder tells what a sheet holds
     * @param documents takes the sheets that are lists of documents, or nothing that anybody knows
     * @param sources makes what takes the sheets of a kind
     * @param handler takes what is found, and hides the rows of sheets that list persons; the same that {@code documents} and
     *     {@code sources} hand to
     */
    public ChosenSheets(
            KindFinder finder,
            Workbook.Sheets documents,
            Function<TableKind, TableSource> sources,
            Confidential handler) {
        this.finder = finder;
        this.documents = documents;
        this.sources = sources;
        this.handler = handler;
    }

    @Override
    public Workbook.Sheet begin(Location place, String rawName, DateText.Epoch epoch) {
        return new Undecided(place, rawName, epoch);
    }

    @Override
    public @Nullable SourceProblem end() {
        kinds.values().forEach(GridSheets::end);
        return documents.end();
    }

    private record Row(int number, List<String> cells, boolean cut) {}

    private final class Undecided implements Workbook.Sheet {

        private final Location place;
        private final String rawName;
        private final DateText.Epoch epoch;
        private final List<Row> kept = new ArrayList<>();
        private final List<Grid.Merge> merges = new ArrayList<>();
        private boolean decided;
        /** What the sheet turned out to be; null before that, and when it is not clear. */
        private Workbook.@Nullable Sheet sheet;

        Undecided(Location place, String rawName, DateText.Epoch epoch) {
            this.place = place;
            this.rawName = rawName;
            this.epoch = epoch;
        }

        @Override
        public boolean row(int number, List<String> cells, boolean cut) {
            if (decided) {
                return sheet != null && sheet.row(number, cells, cut);
            }
            kept.add(new Row(number, List.copyOf(cells), cut));
            return kept.size() < KindFinder.HEAD || decide();
        }

        @Override
        public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
            if (sheet != null) {
                sheet.merged(firstRow, lastRow, firstColumn, lastColumn);
            } else if (merges.size() < Grid.MOST_ROWS) {
                merges.add(new Grid.Merge(firstRow, lastRow, firstColumn, lastColumn));
            }
        }

        @Override
        public @Nullable SourceProblem end() {
            if (!decided) {
                decide();
            }
            return sheet == null ? null : sheet.end();
        }

        /** The answer is whether more rows are wanted. */
        private boolean decide() {
            decided = true;
            KindChoice choice = finder.table(
                    grid(), List.of(KindFinder.called(place.source()), place.sheet() == null ? "" : place.sheet()));
            if (choice.persons()) {
                handler.hide(new Location(place.source(), place.sheet(), null, null, null));
            }
            if (confidential(choice)) {
                handler.hideRest();
            }
            if (choice.kind() == null && !choice.near().isEmpty()) {
                handler.rejected(KindFinder.unclear(place, choice), raw(choice));
                return false;
            }
            TableKind kind = choice.kind() == null ? goesOn() : choice.kind();
            if (kind != null) {
                handler.problem(KindFinder.found(place, kind));
            }
            Workbook.Sheets taker =
                    kind == null ? documents : kinds.computeIfAbsent(kind, each -> new GridSheets(sources.apply(each)));
            Workbook.Sheet chosen = taker.begin(place, rawName, epoch);
            sheet = chosen;
            boolean more = true;
            for (Row each : kept) {
                more = more && chosen.row(each.number(), each.cells(), each.cut());
            }
            merges.forEach(
                    each -> chosen.merged(each.firstRow(), each.lastRow(), each.firstColumn(), each.lastColumn()));
            kept.clear();
            return more;
        }

        private Grid grid() {
            List<List<String>> rows = new ArrayList<>();
            int before = kept.isEmpty() ? 0 : kept.get(0).number() - 1;
            for (Row each : kept) {
                while (rows.size() < Math.min(each.number() - 1 - before, KindFinder.HEAD)) {
                    rows.add(List.of());
                }
                rows.add(each.cells());
            }
            List<Grid.Merge> placed = merges.stream()
                    .filter(each -> each.firstRow() > before)
                    .map(each -> new Grid.Merge(
                            each.firstRow() - before, each.lastRow() - before, each.firstColumn(), each.lastColumn()))
                    .toList();
            return Grid.ofSheet(place, rows, placed);
        }

        /** The kind of a sheet before, of which this one says more; null when there is none. */
        private @Nullable TableKind goesOn() {
            return kinds.keySet().stream()
                    .filter(each -> each.reader().goesOn(grid()))
                    .findFirst()
                    .orElse(null);
        }

        private boolean confidential(KindChoice choice) {
            TableKind kind = choice.kind();
            return kind != null && kind.reader().confidential()
                    || choice.near().stream().anyMatch(each -> each.reader().confidential());
        }

        private RawForm raw(KindChoice choice) {
            return confidential(choice)
                    ? RawForm.hidden(rawName)
                    : new RawForm.Row(
                            rawName,
                            1,
                            kept.stream()
                                    .map(each -> String.join("\t", each.cells()))
                                    .collect(Collectors.joining("\n")));
        }
    }
}
