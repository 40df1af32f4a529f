package org.gongkai.ingest.paper;

import java.util.List;
import java.util.function.IntFunction;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** Puts the places in an office file for the lines of the page that was made of it. */
final class PlacingHandler implements SourceHandler {

    private final String name;
    private final IntFunction<@Nullable Location> places;
    private final SourceHandler handler;

    /**
     * @param name the source's name; other sources are left alone
     * @param places the place of a line, or null when the line holds nothing of the file
     */
    PlacingHandler(String name, IntFunction<@Nullable Location> places, SourceHandler handler) {
        this.name = name;
        this.places = places;
        this.handler = handler;
    }

    @Override
    public void record(Mapped mapped) {
        handler.record(new Mapped(
                mapped.record(),
                placed(mapped.ledger()),
                mapped.problems().stream().map(this::placed).toList(),
                placed(mapped.origin()),
                placed(mapped.raw(), mapped.origin()),
                mapped.attachedFiles(),
                mapped.notAsked()));
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        handler.ledger(placed(entries));
    }

    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        handler.rejected(placed(problem), placed(raw, problem.location()));
    }

    @Override
    public void problem(SourceProblem problem) {
        handler.problem(placed(problem));
    }

    private List<LedgerEntry> placed(List<LedgerEntry> entries) {
        return entries.stream()
                .map(each -> new LedgerEntry(
                        placed(each.location()),
                        each.fate(),
                        each.value(),
                        each.target(),
                        each.result(),
                        each.reasons()))
                .toList();
    }

    private SourceProblem placed(SourceProblem problem) {
        return new SourceProblem(problem.rule(), placed(problem.location()), problem.value(), problem.expected());
    }

    /** A place with a sheet is one already, such as that of a cell; one without a line is the whole file. */
    private Location placed(Location place) {
        Integer line = place.row();
        if (line == null || place.sheet() != null || !place.source().equals(name)) {
            return place;
        }
        Location found = places.apply(line);
        return found == null
                ? new Location(name, null, null, null, place.label())
                : new Location(
                        name,
                        found.sheet(),
                        found.row(),
                        found.column() == null ? place.column() : found.column(),
                        place.label());
    }

    /** A sentence that is kept as it stands is called after its place. */
    private RawForm placed(RawForm raw, Location origin) {
        Location place = placed(origin);
        Integer row = place.row();
        if (!(raw instanceof RawForm.Row kept) || origin.sheet() != null || row == null) {
            return raw;
        }
        String part = place.sheet() == null ? kept.name() : kept.name() + '-' + place.sheet();
        return new RawForm.Row(part, row, kept.text());
    }
}
