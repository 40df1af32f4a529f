package org.gongkai.ingest.land;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.ClassArea;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.land.Parcel;
import org.gongkai.core.land.ParcelBuilder;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Makes parcels of rows: one of each, or, where the class of land stands in a column, one of the rows for one place. */
final class ParcelGathering {

    private final LandTable table;
    private final LandRow.Part part;
    private final boolean byClass;
    private final List<Parcel> parcels = new ArrayList<>();
    private final List<ClassArea> classes = new ArrayList<>();
    private @Nullable LandRow first;

    /**
     * Begins with no parcel.
     *
     * @param part which columns tell of parcels
     */
    ParcelGathering(LandTable table, LandRow.Part part) {
        this.table = table;
        this.part = part;
        this.byClass = table.layout.columns().stream().anyMatch(this::classes);
    }

    /** Whether a column names classes; also one that a mapping leaves out parts the rows of a place. */
    private boolean classes(TableColumn<LandMeaning> column) {
        return column.meaning() == LandMeaning.CLASS_NAME
                || column.meaning() == LandMeaning.IGNORED && table.words.namesClasses(column.headers());
    }

    void take(TableRow row) {
        LandRow parcel = parcel(row);
        if (!byClass) {
            parcel.read();
            parcel.prices();
            fromCollective(parcel);
            parcels.add(parcel.parcel());
            return;
        }
        LandRow before = first;
        if (before != null && !before.samePlace(row)) {
            end(before);
            parcel = parcel(row);
        }
        parcel.readClass(
                (int) classes.stream().filter(each -> each.landClass() != null).count());
        parcel.prices();
        first = first == null ? parcel : first;
        if (parcel.area() != null) {
            classes.add(new ClassArea(parcel.landClass(), parcel.area()));
        }
    }

    private LandRow parcel(TableRow row) {
        return new LandRow(table, row, "/parcels/" + parcels.size(), part);
    }

    List<Parcel> parcels() {
        if (first != null) {
            end(first);
        }
        return parcels;
    }

    private void end(LandRow row) {
        fromCollective(row);
        Area sum = sum();
        if (sum != null) {
            table.defaulted(new LedgerEntry(
                    row.place(), FieldFate.DEFAULTED, null, row.at() + "/area", sum.toString(), List.of("counted")));
        }
        parcels.add(ParcelBuilder.builder(row.parcel())
                .area(sum)
                .landClasses(classes.stream()
                        .filter(each -> each.landClass() != null)
                        .toList())
                .build());
        classes.clear();
        first = null;
    }

    /** What the classes come to; null where they have no one unit, or one lies within another. */
    private @Nullable Area sum() {
        Area any = classes.isEmpty() ? null : classes.get(0).area();
        if (any == null
                || classes.stream().anyMatch(this::within)
                || classes.stream().anyMatch(each -> each.area().unit() != any.unit())) {
            return null;
        }
        BigDecimal sum = classes.stream().map(each -> each.area().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Area.of(sum.toPlainString(), any.unit());
    }

    private boolean within(ClassArea part) {
        LandClass own = part.landClass();
        return own != null
                && classes.stream().map(ClassArea::landClass).anyMatch(each -> each != null && own.liesIn(each));
    }

    private void fromCollective(LandRow parcel) {
        if (parcel.location() == null && parcel.string(LandMeaning.COLLECTIVE) != null) {
            table.defaulted(new LedgerEntry(
                    parcel.place(),
                    FieldFate.DEFAULTED,
                    null,
                    parcel.at() + "/location",
                    parcel.string(LandMeaning.COLLECTIVE),
                    List.of("from-collective")));
        }
    }
}
