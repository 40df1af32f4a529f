package org.gongkai.validation.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.validation.key.DocumentKeys;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an inventory as digests, and which of them a record was found for: about seventy bytes an entry, so
 * that a million fit into a small heap. An entry goes by its place in the inventory, counted from 0.
 */
final class InventoryIndex {

    /** More rows than these are refused: their numbers must fit beside the digests. */
    static final int MOST_ROWS = 1 << 21;

    private static final long ROW = MOST_ROWS - 1L;

    /**
     * Of entries that are alike so many are looked at: as many decisions under one title as a city issues in a year, and
     * not a million.
     */
    private static final int MOST_ALIKE = 20_000;

    private static final int MOST_FIRSTS = 10_000;

    private static final byte OPEN = 0;
    private static final byte UNUSABLE = -1;
    private static final byte REPEATED = -2;

    private final Column numbers = new Column();
    private final Column indexes = new Column();
    private final Column ids = new Column();
    private final Column addresses = new Column();
    private final Column files = new Column();
    private final Column titles = new Column();
    private final Column cores = new Column();
    private int[] writtenOn = new int[16];
    private int[] publishedOn = new int[16];
    private byte[] states = new byte[16];
    private byte[] closed = new byte[16];
    private final BitSet awaited = new BitSet();
    private int rows;
    private final Map<Integer, Integer> firsts = new HashMap<>();

    /** One key of all entries; it takes no room while no entry has it. */
    private static final class Column {
        private static final long[] NONE = {};
        private long[] digests = NONE;
        private long[] sorted = NONE;

        void put(int row, long digest) {
            if (digest != 0) {
                if (row >= digests.length) {
                    digests = Arrays.copyOf(digests, Math.max(16, row + row / 2));
                }
                digests[row] = digest;
            }
        }

        long at(int row) {
            return row < digests.length ? digests[row] : 0;
        }

        /** Makes the entries of a digest findable: the digest's upper bits, and the row below them. */
        void sort(byte[] states, int rows) {
            // No more rows will come.
            digests = Arrays.copyOf(digests, Math.min(rows, digests.length));
            long[] all = new long[digests.length];
            int size = 0;
            for (int i = 0; i < all.length; i++) {
                if (digests[i] != 0 && states[i] == OPEN) {
                    all[size++] = digests[i] & ~ROW | i;
                }
            }
            Arrays.sort(all, 0, size);
            sorted = size == all.length ? all : Arrays.copyOf(all, size);
        }

        /** The entries that have a digest, in the order of the inventory. */
        int[] rows(long digest) {
            if (digest == 0 || sorted.length == 0) {
                return new int[0];
            }
            int from = Arrays.binarySearch(sorted, digest & ~ROW);
            from = from < 0 ? -from - 1 : from;
            int to = from;
            while (to < sorted.length && to - from < MOST_ALIKE && (sorted[to] & ~ROW) == (digest & ~ROW)) {
                to++;
            }
            return Arrays.stream(sorted, from, to)
                    .mapToInt(each -> (int) (each & ROW))
                    .filter(each -> digests[each] == digest)
                    .toArray();
        }
    }

    /** What becomes of a record that is held against the inventory. */
    enum Fate {
        /** Its entry is found. */
        FOUND,
        /** Its entry was found already. */
        AGAIN,
        /** Its entry may be one that a later record fits better. */
        LATER,
        /** No entry is like it. */
        EXTRA
    }

    /**
     * The answer for one record.
     *
     * @param fate what becomes of it
     * @param row its entry, for a fate that has one; else -1
     * @param way how it was found, for {@link Fate#FOUND}
     */
    record Answer(Fate fate, int row, @Nullable MatchWay way) {}

    private static final Answer LATER = new Answer(Fate.LATER, -1, null);
    private static final Answer EXTRA = new Answer(Fate.EXTRA, -1, null);

    /**
     * Takes the next row of the inventory.
     *
     * @param keys what it says
     * @param why why the inventory itself does not expect the document to be published, or null
     * @param excused whether somebody explains elsewhere why it is not
     */
    void add(DocumentKeys keys, @Nullable GapReason why, boolean excused) {
        if (rows == states.length) {
            int more = Math.min(MOST_ROWS, rows + rows / 2);
            writtenOn = Arrays.copyOf(writtenOn, more);
            publishedOn = Arrays.copyOf(publishedOn, more);
            states = Arrays.copyOf(states, more);
            closed = Arrays.copyOf(closed, more);
        }
        int row = rows++;
        numbers.put(row, keys.number());
        indexes.put(row, keys.index());
        ids.put(row, keys.id());
        addresses.put(row, keys.address());
        titles.put(row, keys.title());
        cores.put(row, keys.core());
        if (keys.number() == 0 && keys.index() == 0 && keys.title() == 0) {
            files.put(row, keys.file());
        }
        writtenOn[row] = keys.writtenOn();
        publishedOn[row] = keys.publishedOn();
        states[row] = keys.none() ? UNUSABLE : OPEN;
        closed[row] = (byte) (why == null ? 0 : why.ordinal() + 1);
        awaited.set(row, why == null && !excused);
    }

    /** Marks the rows that say again what an earlier one said, and makes the others findable. */
    void seal() {
        Column same = new Column();
        for (int i = 0; i < rows; i++) {
            same.put(i, states[i] == OPEN ? identity(i) : 0);
        }
        same.sort(states, rows);
        for (int i = 0; i < rows; i++) {
            int first = states[i] == OPEN ? firstOf(same, i) : i;
            if (first != i) {
                states[i] = REPEATED;
                if (firsts.size() < MOST_FIRSTS) {
                    firsts.put(i, first);
                }
            }
        }
        for (Column each : new Column[] {numbers, indexes, ids, addresses, files, cores}) {
            each.sort(states, rows);
        }
    }

    /** The row that a repeated one repeats, for the first so many of them; else -1. */
    int firstOf(int row) {
        return firsts.getOrDefault(row, -1);
    }

    private static int firstOf(Column same, int row) {
        int[] all = same.rows(same.at(row));
        return all.length == 0 ? row : all[0];
    }

    /** What makes two rows one entry: a number does with its title, since several documents can bear one. */
    private long identity(int row) {
        long[] surest = {numbers.at(row), indexes.at(row), ids.at(row), addresses.at(row)};
        for (int i = 0; i < surest.length; i++) {
            if (surest[i] != 0) {
                return mix(surest[i] + i, i < 2 ? titles.at(row) : 0);
            }
        }
        return mix(mix(titles.at(row), writtenOn[row]), publishedOn[row]);
    }

    private static long mix(long one, long other) {
        // The finaliser of SplitMix64: digests in, digests out.
        long mixed = one * 31 + other + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    int rows() {
        return rows;
    }

    boolean unusable(int row) {
        return states[row] == UNUSABLE;
    }

    boolean repeated(int row) {
        return states[row] == REPEATED;
    }

    boolean found(int row) {
        return states[row] > OPEN;
    }

    /** Why the inventory itself does not expect the document to be published, or null. */
    @Nullable
    GapReason closed(int row) {
        return closed[row] == 0 ? null : GapReason.values()[closed[row] - 1];
    }

    boolean titleDiffers(int row, DocumentKeys keys) {
        return !titlesAgree(row, keys);
    }

    boolean numberDiffers(int row, DocumentKeys keys) {
        return DocumentKeys.regular(numbers.at(row))
                && DocumentKeys.regular(keys.number())
                && numbers.at(row) != keys.number();
    }

    boolean dateDiffers(int row, DocumentKeys keys) {
        return hasDay(row) && hasDay(keys) && !datesMeet(row, keys);
    }

    /** Looks for the entry of a record at first sight. */
    Answer look(DocumentKeys keys) {
        boolean alike = false;
        Column[] columns = {numbers, indexes};
        long[] digests = {keys.number(), keys.index()};
        MatchWay[] ways = {MatchWay.DOCUMENT_NUMBER, MatchWay.INDEX_NUMBER};
        for (int i = 0; i < columns.length; i++) {
            int again = -1;
            for (int row : columns[i].rows(digests[i])) {
                if (titlesAgree(row, keys)) {
                    if (!found(row)) {
                        return take(row, ways[i]);
                    }
                    again = row;
                } else {
                    alike = true;
                }
            }
            if (again >= 0) {
                return new Answer(Fate.AGAIN, again, null);
            }
        }
        Answer sure = sure(ids.rows(keys.id()), MatchWay.RECORD_ID);
        if (sure == null) {
            sure = sure(addresses.rows(keys.address()), MatchWay.ADDRESS);
        }
        if (sure != null) {
            return sure;
        }
        for (int row : cores.rows(keys.core())) {
            if (datesMeet(row, keys) && numbers.at(row) == 0) {
                if (!found(row)) {
                    return take(row, MatchWay.TITLE_AND_DATE);
                }
                if (titles.at(row) == keys.title()) {
                    return new Answer(Fate.AGAIN, row, null);
                }
            }
            alike |= !dateDiffers(row, keys);
        }
        if (alike) {
            return LATER;
        }
        int[] pages = files.rows(keys.file());
        return pages.length == 1 && !found(pages[0]) ? take(pages[0], MatchWay.FILE_NAME) : EXTRA;
    }

    private @Nullable Answer sure(int[] alike, MatchWay way) {
        for (int row : alike) {
            if (!found(row)) {
                return take(row, way);
            }
        }
        return alike.length == 0 ? null : new Answer(Fate.AGAIN, alike[0], null);
    }

    /** How many rounds {@link #lookAgain} has. */
    static final int ROUNDS = 4;

    /** The last round, in which no date helps. */
    private static final int BY_TITLE_ALONE = ROUNDS - 1;

    /**
     * Looks for the entry of a record that was put off, after all others were seen: from round to round with less to go
     * by.
     */
    Answer lookAgain(DocumentKeys keys, int round) {
        return round == 0 ? byCode(keys) : byTitle(keys, round);
    }

    private Answer byCode(DocumentKeys keys) {
        int row = open(numbers.rows(keys.number()));
        if (row >= 0) {
            return take(row, MatchWay.DOCUMENT_NUMBER);
        }
        row = open(indexes.rows(keys.index()));
        return row >= 0 ? take(row, MatchWay.INDEX_NUMBER) : LATER;
    }

    private Answer byTitle(DocumentKeys keys, int round) {
        int only = -1;
        int again = -1;
        int count = 0;
        for (int row : cores.rows(keys.core())) {
            if (!fits(row, keys, round)) {
                continue;
            }
            if (!found(row)) {
                if (round < BY_TITLE_ALONE) {
                    return take(row, MatchWay.TITLE_AND_DATE);
                }
                only = row;
                count++;
            } else if (titles.at(row) == keys.title() && !numberDiffers(row, keys)) {
                again = row;
            }
        }
        if (count == 1) {
            return take(only, MatchWay.TITLE);
        }
        if (again >= 0) {
            return new Answer(Fate.AGAIN, again, null);
        }
        return round == ROUNDS - 1 ? EXTRA : LATER;
    }

    /** Whether an entry whose title has the same core may be that of a record, by what the round goes by. */
    private boolean fits(int row, DocumentKeys keys, int round) {
        boolean whole = titles.at(row) == keys.title();
        boolean numbers = !numberDiffers(row, keys);
        return switch (round) {
            case 1 -> datesMeet(row, keys) && numbers;
            // A number that nobody awaits was not mistaken for another.
            case 2 -> datesMeet(row, keys) && whole && awaited.get(row);
            default -> whole && numbers && !(hasDay(row) && hasDay(keys));
        };
    }

    private int open(int[] alike) {
        for (int row : alike) {
            if (!found(row)) {
                return row;
            }
        }
        return -1;
    }

    private Answer take(int row, MatchWay way) {
        states[row] = (byte) (way.ordinal() + 1);
        return new Answer(Fate.FOUND, row, way);
    }

    private boolean titlesAgree(int row, DocumentKeys keys) {
        return cores.at(row) == 0 || keys.core() == 0 || cores.at(row) == keys.core();
    }

    private boolean datesMeet(int row, DocumentKeys keys) {
        for (int day : new int[] {writtenOn[row], publishedOn[row]}) {
            if (day != DocumentKeys.NO_DAY && (day == keys.writtenOn() || day == keys.publishedOn())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasDay(int row) {
        return writtenOn[row] != DocumentKeys.NO_DAY || publishedOn[row] != DocumentKeys.NO_DAY;
    }

    private static boolean hasDay(DocumentKeys keys) {
        return keys.writtenOn() != DocumentKeys.NO_DAY || keys.publishedOn() != DocumentKeys.NO_DAY;
    }
}
