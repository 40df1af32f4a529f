package org.gongkai.ingest.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.json.JsonRows;
import org.gongkai.ingest.table.KindChoice;
import org.gongkai.ingest.table.NamedRows;
import org.jspecify.annotations.Nullable;

/** Rows of names and values of which nobody has said what they are: the first are kept until they tell. One source, one use. */
public final class ChosenRows implements JsonRows.Taker {

    private final KindFinder finder;
    private final Location place;
    private final Function<KindChoice, JsonRows.Taker> takers;
    private final List<Row> kept = new ArrayList<>();
    private JsonRows.@Nullable Taker taker;

    private record Row(int number, List<NamedRows.Value> values) {}

    /**
     * @param finder tells what the rows are
     * @param place the source
     * @param takers what takes them when it is known
     */
    public ChosenRows(KindFinder finder, Location place, Function<KindChoice, JsonRows.Taker> takers) {
        this.finder = finder;
        this.place = place;
        this.takers = takers;
    }

    @Override
    public void row(int number, List<NamedRows.Value> values) {
        if (taker != null) {
            taker.row(number, values);
            return;
        }
        kept.add(new Row(number, List.copyOf(values)));
        if (kept.size() >= KindFinder.HEAD) {
            decide();
        }
    }

    @Override
    public void record() {
        decide().record();
    }

    /** Ends the source: fewer rows have to tell. */
    public void end() {
        if (taker == null) {
            decide();
        }
    }

    private JsonRows.Taker decide() {
        JsonRows.Taker known = taker;
        if (known != null) {
            return known;
        }
        NamedRows named = new NamedRows();
        kept.forEach(each -> named.add(each.number(), each.values()));
        KindChoice choice = kept.isEmpty()
                ? KindChoice.NONE
                : finder.table(named.grid(place), List.of(KindFinder.called(place.source())));
        JsonRows.Taker chosen = takers.apply(choice);
        taker = chosen;
        kept.forEach(each -> chosen.row(each.number(), each.values()));
        kept.clear();
        return chosen;
    }
}
