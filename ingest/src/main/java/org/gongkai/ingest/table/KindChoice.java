package org.gongkai.ingest.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds of which nobody has said it: a kind of record, nothing but documents or nothing at all, or several
 * kinds between which it is not decided. The one place where that is decided.
 *
 * @param kind the kind, or null when the table is none of a kind or it is not clear of which
 * @param near the kinds that it may be of, empty when it is of none or clear
 * @param persons whether its values are those of a list of persons, of which no copy is made and no row is told
 */
public record KindChoice(@Nullable TableKind kind, Set<TableKind> near, boolean persons) {

    /** Nothing speaks for a kind. */
    public static final KindChoice NONE = new KindChoice(null, Set.of());

    private KindChoice(@Nullable TableKind kind, Set<TableKind> near) {
        this(kind, near, false);
    }

    /** The second kind has to stay behind the first by so much: three halves. */
    private static final int AHEAD = 3;

    private static final int BEHIND = 2;

    private static final Map<TableKind, TableReader<?, ?>> READERS = Arrays.stream(TableKind.values())
            .collect(Collectors.toMap(
                    each -> each, TableKind::reader, (one, other) -> one, () -> new EnumMap<>(TableKind.class)));

    /** Creates a choice. */
    public KindChoice {
        near = Set.copyOf(near);
    }

    private record Candidate(TableKind kind, TableFit fit) {}

    private static final Comparator<Candidate> BY_POINTS =
            Comparator.comparing((Candidate each) -> each.fit().points()).reversed();

    /**
     * Finds out what a table holds.
     *
     * @param grid the table, or its first rows
     * @param titles what it may be called: the name of its sheet or file, the title of its page
     * @param documents how well it fits a list of documents, or null when it is none; a list of documents remains one
     *     unless another kind understands more of its columns, or it has no titles
     * @param titledDocuments whether such a list has a column of titles
     * @return the choice
     */
    public static KindChoice of(Grid grid, List<String> titles, @Nullable TableFit documents, boolean titledDocuments) {
        KindChoice choice = choice(grid, titles, documents, titledDocuments);
        return PersonColumns.in(grid) ? new KindChoice(choice.kind(), choice.near(), true) : choice;
    }

    private static KindChoice choice(
            Grid grid, List<String> titles, @Nullable TableFit documents, boolean titledDocuments) {
        List<Candidate> all = new ArrayList<>();
        READERS.forEach((kind, reader) -> {
            TableFit fit = reader.fit(grid, titles);
            if (fit != null && fit.likely()) {
                all.add(new Candidate(kind, fit));
            }
        });
        List<Candidate> told = all.stream()
                .filter(each -> each.fit().told())
                .filter(each -> documents == null
                        || !titledDocuments && each.fit().known() >= documents.known()
                        || each.fit().known() > documents.known())
                .sorted(BY_POINTS)
                .toList();
        if (told.isEmpty()) {
            return documents != null ? NONE : nearest(all);
        }
        // One word in the cells may tell a kind that understands little else, where a silent kind understands every
        // column.
        List<Candidate> better = all.stream()
                .filter(each -> each.fit().knowsNearlyAll() && ahead(List.of(each, told.get(0))))
                .toList();
        if (!better.isEmpty()) {
            return new KindChoice(
                    null, kinds(Stream.concat(told.stream(), better.stream()).toList()));
        }
        return ahead(told) ? new KindChoice(told.get(0).kind(), Set.of()) : new KindChoice(null, kinds(told));
    }

    /** Where no column tells the kind, the one kind that understands nearly all of them, unless another is as near. */
    private static KindChoice nearest(List<Candidate> likely) {
        List<Candidate> all = likely.stream().sorted(BY_POINTS).toList();
        boolean clear = !all.isEmpty() && all.get(0).fit().nearlyAll() && ahead(all);
        return clear ? new KindChoice(all.get(0).kind(), Set.of()) : new KindChoice(null, kinds(all));
    }

    /** Whether the first candidate leaves the second behind. */
    private static boolean ahead(List<Candidate> sorted) {
        return sorted.size() == 1
                || sorted.get(0).fit().points() * BEHIND >= sorted.get(1).fit().points() * AHEAD;
    }

    private static Set<TableKind> kinds(List<Candidate> candidates) {
        Set<TableKind> kinds = EnumSet.noneOf(TableKind.class);
        candidates.forEach(each -> kinds.add(each.kind()));
        return kinds;
    }

    /**
     * Whether a text is a header of any kind of table.
     *
     * @param header the text
     * @return true when a kind knows it
     */
    public static boolean knows(String header) {
        return READERS.values().stream().anyMatch(each -> each.knows(header));
    }

    /**
     * The choice for several tables of one source, which is read as a whole.
     *
     * @param choices what each holds
     * @return the kind that all clear ones have; when they differ it is not clear
     */
    public static KindChoice together(List<KindChoice> choices) {
        Set<TableKind> clear = EnumSet.noneOf(TableKind.class);
        Set<TableKind> near = EnumSet.noneOf(TableKind.class);
        for (KindChoice each : choices) {
            if (each.kind() != null) {
                clear.add(each.kind());
            }
            near.addAll(each.near());
        }
        boolean persons = choices.stream().anyMatch(KindChoice::persons);
        return clear.size() == 1
                ? new KindChoice(clear.iterator().next(), Set.of(), persons)
                : new KindChoice(null, clear.isEmpty() ? near : clear, persons);
    }

    /**
     * This choice for a source that holds nothing but documents.
     *
     * @return no kind, and what is known of persons
     */
    public KindChoice ofDocuments() {
        return new KindChoice(null, Set.of(), persons);
    }

    /**
     * The names of the kinds that it may be of.
     *
     * @return the names as mapping files write them, joined by commas, in the order of the kinds
     */
    public String names() {
        return near.stream().sorted().map(TableKind::code).collect(Collectors.joining(", "));
    }
}
