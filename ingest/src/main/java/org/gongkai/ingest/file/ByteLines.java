package org.gongkai.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a text of UTF-8 line by line in bounded memory, as bytes. Not thread-safe. */
public final class ByteLines {

    private final InputStream in;
    private final int most;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int filled;
    private boolean returned;

    /**
     * Reads ahead of the lines that it gives; closing the stream is its maker's business.
     *
     * @param most how many bytes of a line are given; the rest of a longer one is passed over
     */
    public ByteLines(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /** The next line without its break, or null at the end; breaks are those that {@link Lines} knows. */
    public byte @Nullable [] next() throws IOException {
        if (!more() || returned && passLineFeed()) {
            return null;
        }
        line.reset();
        while (true) {
            int start = at;
            while (at < filled && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            line.write(buffer, start, Math.min(at - start, most - line.size()));
            if (at < filled) {
                returned = buffer[at++] == '\r';
                return line.toByteArray();
            }
            if (!more()) {
                return line.toByteArray();
            }
        }
    }

    /** Passes over the second half of CR LF; answers true when nothing stands behind it. */
    private boolean passLineFeed() throws IOException {
        returned = false;
        if (buffer[at] == '\n') {
            at++;
        }
        return !more();
    }

    private boolean more() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return filled > 0;
    }
}
