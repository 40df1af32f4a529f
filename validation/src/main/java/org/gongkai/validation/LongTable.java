package org.gongkai.validation;

/** A map from digests to numbers that takes about twenty bytes an entry. Zero is no digest. */
final class LongTable {

    private static final int SMALLEST = 16;

    private long[] keys = new long[SMALLEST];
    private int[] values = new int[SMALLEST];
    private int size;

    /** The value of a digest, or the one given, which it then has. */
    int putIfAbsent(long digest, int value) {
        int slot = slot(digest);
        if (keys[slot] == digest) {
            return values[slot];
        }
        keys[slot] = digest;
        values[slot] = value;
        // Three quarters full: digests spread evenly.
        if (++size > keys.length / 4 * 3) {
            spread();
        }
        return value;
    }

    private int slot(long digest) {
        int slot = (int) digest & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != digest) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void spread() {
        long[] before = keys;
        int[] theirs = values;
        keys = new long[Math.multiplyExact(before.length, 2)];
        values = new int[keys.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                int slot = slot(before[i]);
                keys[slot] = before[i];
                values[slot] = theirs[i];
            }
        }
    }
}
