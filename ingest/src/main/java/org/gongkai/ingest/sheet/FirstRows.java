package org.gongkai.ingest.sheet;

import java.util.List;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.json.JsonRows;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.KindChoice;
import org.gongkai.ingest.table.NamedRows;

/** Takes the first objects of a JSON file, to find out what they are, and stops the reading then. One file, one use. */
public final class FirstRows implements JsonRows.Taker {

    /** Hears nothing: what is wrong with the file is told when it is read. */
    public static final SourceHandler UNHEARD = new SourceHandler() {
        @Override
        public void record(Mapped mapped) {}

        @Override
        public void ledger(List<LedgerEntry> entries) {}

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {}

        @Override
        public void problem(SourceProblem problem) {}
    };

    private final KindFinder finder;
    private final Location place;
    private final NamedRows rows = new NamedRows();
    private boolean canonical;

    /** Thrown when no more is needed. */
    public static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /**
     * @param finder tells what the rows are
     * @param place the file
     */
    public FirstRows(KindFinder finder, Location place) {
        this.finder = finder;
        this.place = place;
    }

    @Override
    public void row(int number, List<NamedRows.Value> values) {
        rows.add(number, values);
        if (rows.size() >= KindFinder.HEAD) {
            throw new Enough();
        }
    }

    @Override
    public void record() {
        canonical = true;
        throw new Enough();
    }

    /** What the objects are; canonical records tell it themselves. */
    public KindChoice choice() {
        return canonical || rows.size() == 0
                ? KindChoice.NONE
                : finder.table(rows.grid(place), List.of(KindFinder.called(place.source())));
    }
}
