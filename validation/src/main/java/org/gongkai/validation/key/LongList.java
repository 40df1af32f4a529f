package org.gongkai.validation.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Words of 64 bits that grow without ever being copied, so that a million of them take eight megabytes and no more. */
public final class LongList {

    private static final int BITS = 14;
    private static final int CHUNK = 1 << BITS;

    private final List<long[]> chunks = new ArrayList<>();
    private int size;

    public void append(long word) {
        if (size == chunks.size() << BITS) {
            // A short list, of which a run has many, shall be small.
            chunks.add(new long[chunks.isEmpty() ? 16 : CHUNK]);
        }
        int at = size & CHUNK - 1;
        long[] last = chunks.get(chunks.size() - 1);
        if (at == last.length) {
            last = Arrays.copyOf(last, Math.min(CHUNK, 2 * at));
            chunks.set(chunks.size() - 1, last);
        }
        last[at] = word;
        size++;
    }

    public long get(int number) {
        return chunks.get(number >> BITS)[number & CHUNK - 1];
    }

    public int size() {
        return size;
    }

    public long[] sorted() {
        long[] all = new long[size];
        for (int i = 0; i < chunks.size(); i++) {
            System.arraycopy(chunks.get(i), 0, all, i << BITS, Math.min(CHUNK, size - (i << BITS)));
        }
        Arrays.sort(all);
        return all;
    }
}
