package org.gongkai.ingest.land;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.land.Area;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * What the areas of the rows so far come to, column by column: a total that is not the sum of its lines is told, since a
 * line was left out, or a figure is wrong.
 */
final class AreaSums {

    private final LandTable table;
    private final Map<Integer, Sum> sums = new HashMap<>();

    /** The sum of one column. */
    private static final class Sum {

        BigDecimal value = BigDecimal.ZERO;
        /** Each figure may be rounded by half a unit of its last decimal. */
        BigDecimal allowed = BigDecimal.ZERO;

        Area.@Nullable Unit unit;
        boolean known = true;
        Grid.@Nullable Cell last;

        void add(@Nullable Area area) {
            if (area == null || unit != null && unit != area.unit()) {
                known = false;
                return;
            }
            unit = area.unit();
            value = value.add(area.value());
            allowed = allowed.add(BigDecimal.ONE.movePointLeft(area.value().scale()));
        }

        boolean differs(Area total) {
            BigDecimal most =
                    allowed.add(BigDecimal.ONE.movePointLeft(total.value().scale()));
            return known
                    && unit == total.unit()
                    && total.value().subtract(value).abs().compareTo(most) > 0
                    && !total.toString().startsWith("约");
        }
    }

    AreaSums(LandTable table) {
        this.table = table;
    }

    private List<TableColumn<LandMeaning>> columns() {
        List<TableColumn<LandMeaning>> areas = new ArrayList<>(table.layout.of(LandMeaning.AREA));
        areas.addAll(table.layout.of(LandMeaning.PLANNED_AREA));
        return areas;
    }

    /** A cell that is merged down is one figure of several rows. */
    void add(TableRow row) {
        for (TableColumn<LandMeaning> each : columns()) {
            int column = each.index();
            Sum sum = sums.computeIfAbsent(column, first -> new Sum());
            Grid.Cell cell = column < row.cells().size() ? row.cells().get(column) : null;
            if (cell == null || cell != sum.last) {
                sum.add(Area.read(row.text(column), table.unit(each)).value());
            }
            sum.last = cell;
        }
    }

    void check(TableRow total) {
        for (TableColumn<LandMeaning> each : columns()) {
            Sum sum = sums.get(each.index());
            Area told = sum == null || each.index() >= total.cells().size()
                    ? null
                    : Area.read(total.text(each.index()), table.unit(each)).value();
            if (told != null && sum.differs(told)) {
                table.problem(new SourceProblem(
                        "source.table.totalDiffers",
                        table.layout.place(total.cells().get(each.index()), each.index()),
                        told.toString(),
                        sum.value + told.unit().label()));
            }
        }
    }
}
