package org.gongkai.export.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes in bounded memory, and tells where each begins. Not thread-safe. */
public final class JsonLines implements AutoCloseable {

    /** The longest line that a reader of ours hands on is shorter: a page is at most half of it. */
    public static final int LONGEST = 64 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long passed;
    private long start;
    private long number;
    private boolean cut;

    public JsonLines(InputStream in) {
        this.in = in;
    }

    /**
     * The next line without its line feed, or null at the end.
     *
     * @throws IOException when the stream cannot be read or a line is too long
     */
    public byte @Nullable [] next() throws IOException {
        line.reset();
        start = passed + position;
        while (true) {
            if (position == filled) {
                passed += filled;
                position = 0;
                filled = Math.max(0, in.read(buffer));
                if (filled == 0) {
                    cut |= line.size() > 0;
                    return line.size() == 0 ? null : taken();
                }
            }
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            if (line.size() > LONGEST) {
                throw new IOException("line " + (number + 1) + " has more than " + LONGEST + " bytes");
            }
            position = end;
            if (end < filled) {
                position++;
                return taken();
            }
        }
    }

    /** Whether the file ends within a line: its last one has no line feed. */
    public boolean cut() {
        return cut;
    }

    private byte[] taken() {
        number++;
        return line.toByteArray();
    }

    /** The number of the line that was read last, counted from 1. */
    public long number() {
        return number;
    }

    /** Where in the stream the line begins that was read last. */
    public long start() {
        return start;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
