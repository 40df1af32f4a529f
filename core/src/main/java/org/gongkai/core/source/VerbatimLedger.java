package org.gongkai.core.source;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The account of a record that its source holds byte for byte as this library writes it: each property became the component of its
 * name, as it stands. What the entries say beyond the names stands in the record, so they are made when the first is asked for.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class VerbatimLedger extends AbstractList<LedgerEntry> {

    private final Location place;
    private final List<String> names;
    private final Supplier<List<LedgerEntry>> maker;
    /** Made twice when two threads ask at once, and the same both times. */
    private @Nullable List<LedgerEntry> entries;

    /**
     * Creates an account.
     *
     * @param place where the record stands, without a label
     * @param names the names of the record's properties, in the order of the source
     * @param maker makes the entries, one for each name in the same order; asked for them at most once by each thread
     * @throws NullPointerException when an argument is null
     */
    public VerbatimLedger(Location place, List<String> names, Supplier<List<LedgerEntry>> maker) {
        this.place = Objects.requireNonNull(place, "place");
        this.names = List.copyOf(names);
        this.maker = Objects.requireNonNull(maker, "maker");
    }

    /**
     * An account as a list that nobody changes.
     *
     * @param entries the entries
     * @return the list itself where it is such an account, else a copy that cannot be changed
     */
    public static List<LedgerEntry> copyOf(List<LedgerEntry> entries) {
        return entries instanceof VerbatimLedger ? entries : List.copyOf(entries);
    }

    /**
     * Where the record stands.
     *
     * @return the place, without a label
     */
    public Location place() {
        return place;
    }

    /**
     * The labels of the entries, each also the name of the component that took the value.
     *
     * @return the names, in the order of the source
     */
    public List<String> names() {
        return names;
    }

    @Override
    public LedgerEntry get(int index) {
        List<LedgerEntry> all = entries;
        if (all == null) {
            all = List.copyOf(maker.get());
            entries = all;
        }
        return all.get(index);
    }

    @Override
    public int size() {
        return names.size();
    }
}
