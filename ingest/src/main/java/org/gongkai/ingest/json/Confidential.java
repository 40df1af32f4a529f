package org.gongkai.ingest.json;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;

/**
 * Stands before a handler where a source names persons, as the user says or its values show: of what cannot be read or is no record
 * the place is told, and neither a text nor a copy. One source, one use.
 */
public final class Confidential implements SourceHandler {

    private final SourceHandler handler;
    private boolean whole;
    private final Set<Location> sheets = new HashSet<>();

    private Confidential(SourceHandler handler, boolean whole) {
        this.handler = handler;
        this.whole = whole;
    }

    /** Hides the rows of the whole source. */
    public Confidential(SourceHandler handler) {
        this(handler, true);
    }

    /** Hides the rows of the sheets alone that {@link #hide} names. */
    public static Confidential bySheet(SourceHandler handler) {
        return new Confidential(handler, false);
    }

    /** Hides the rows of a sheet from now on. */
    public void hide(Location sheet) {
        sheets.add(sheet);
    }

    /** Hides the rows of all sheets from now on, since one of them names persons whom another may name, too. */
    public void hideRest() {
        whole = true;
    }

    @Override
    public void record(Mapped mapped) {
        // What is rejected behind this handler, or is a copy of another record, is told by its raw form.
        handler.record(
                hides(mapped.origin())
                        ? new Mapped(
                                mapped.record(),
                                mapped.ledger(),
                                mapped.problems(),
                                mapped.origin(),
                                RawForm.hidden(mapped.raw().name()),
                                mapped.attachedFiles(),
                                mapped.notAsked())
                        : mapped);
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        handler.ledger(entries);
    }

    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        if (!hides(problem.location())) {
            handler.rejected(problem, raw);
            return;
        }
        handler.rejected(
                new SourceProblem(problem.rule(), problem.location(), null, problem.expected()),
                RawForm.hidden(raw.name()));
    }

    private boolean hides(Location place) {
        boolean ofFile = place.sheet() == null && !sheets.isEmpty();
        return whole || ofFile || sheets.contains(new Location(place.source(), place.sheet(), null, null, null));
    }

    @Override
    public void problem(SourceProblem problem) {
        handler.problem(problem);
    }
}
