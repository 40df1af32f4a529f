package org.gongkai.core.index;

import java.util.Arrays;

/**
 * Numbers digests in the order in which they come: the first is 0, and one that came before has the number it got then.
 * A million of them take about 25 MB, where a map of strings would take ten times that. Not thread-safe.
 */
public final class DigestIndex {

    private static final int SMALLEST = 16;

    /** Two words each. */
    private long[] digests = new long[2 * SMALLEST];

    /** Numbers plus one at the places that the digests lead to; 0 is free. At most half are taken. */
    private int[] slots = new int[2 * SMALLEST];

    private int size;

    /** Creates an empty index. */
    public DigestIndex() {
        // The fields say it all.
    }

    /**
     * How many digests there are, which is the number that the next one gets.
     *
     * @return the count
     */
    public int size() {
        return size;
    }

    /**
     * Looks for a digest.
     *
     * @param digest the digest, not null
     * @return its number, or -1 when it never came
     */
    public int find(Digest128 digest) {
        return slots[slot(digest.high(), digest.low())] - 1;
    }

    /**
     * Takes a digest in.
     *
     * @param digest the digest, not null
     * @return the number it got before, or -1 when it is new; its number is then {@link #size()} minus 1
     */
    public int add(Digest128 digest) {
        int slot = slot(digest.high(), digest.low());
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (2 * size == digests.length) {
            digests = Arrays.copyOf(digests, larger(digests.length));
        }
        digests[2 * size] = digest.high();
        digests[2 * size + 1] = digest.low();
        slots[slot] = ++size;
        if (2L * size > slots.length) {
            spread();
        }
        return -1;
    }

    private int slot(long high, long low) {
        int slot = (int) high & slots.length - 1;
        while (slots[slot] != 0) {
            int at = 2 * (slots[slot] - 1);
            if (digests[at] == high && digests[at + 1] == low) {
                return slot;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void spread() {
        slots = new int[Math.multiplyExact(slots.length, 2)];
        for (int i = 0; i < size; i++) {
            slots[slot(digests[2 * i], digests[2 * i + 1])] = i + 1;
        }
    }

    /** Half as much again, and even. */
    private static int larger(int length) {
        return Math.addExact(length, length / 4 * 2);
    }
}
