package org.gongkai.validation.key;

/**
 * Numbers digests of 64 bits in the order in which they come: about sixteen bytes each, or eight while none was looked
 * for. Two texts with one digest do not happen among millions.
 */
public final class DigestTable {

    private static final int[] NONE = {};

    private final LongList digests = new LongList();

    /** Numbers plus one at the places that the digests lead to; 0 is free. At most three in four are taken. */
    private int[] slots = NONE;

    /** Takes a digest in that may have come before, and looks for none. */
    public void append(long digest) {
        digests.append(digest);
        slots = NONE;
    }

    /** Takes a digest in; answers the number it got before, or -1 when it is new. */
    public int add(long digest) {
        int before = find(digest);
        if (before < 0) {
            digests.append(digest);
            if (4L * digests.size() > 3L * slots.length) {
                spread();
            } else {
                slots[slot(digest)] = digests.size();
            }
        }
        return before;
    }

    /** The number that a digest got when it first came, or -1. */
    public int find(long digest) {
        if (slots.length == 0) {
            spread();
        }
        return slots[slot(digest)] - 1;
    }

    int size() {
        return digests.size();
    }

    private int slot(long digest) {
        int slot = (int) digest & slots.length - 1;
        while (slots[slot] != 0 && digests.get(slots[slot] - 1) != digest) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void spread() {
        int length = Math.max(16, slots.length);
        while (4L * digests.size() > 3L * length) {
            length = Math.multiplyExact(length, 2);
        }
        slots = new int[length];
        for (int i = 0; i < digests.size(); i++) {
            int slot = slot(digests.get(i));
            if (slots[slot] == 0) {
                slots[slot] = i + 1;
            }
        }
    }
}
