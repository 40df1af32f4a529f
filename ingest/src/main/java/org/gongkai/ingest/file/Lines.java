package org.gongkai.ingest.file;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads a text line by line in bounded memory. Not thread-safe. */
public final class Lines {

    private final Reader reader;
    private final int most;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int filled;
    private boolean returned;

    /** Reads ahead of the lines that it gives; closing the reader is its maker's business. */
    public Lines(Reader reader, int most) {
        this.reader = reader;
        this.most = most;
    }

    /**
     * The next line without its break, or null at the end; cut at the limit, so that a file without line breaks does
     * not fill the memory. A line of that length may have been cut.
     */
    @Nullable
    public String next() throws IOException {
        if (!more() || returned && passLineFeed()) {
            return null;
        }
        StringBuilder before = null;
        while (true) {
            int start = at;
            while (at < filled && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            boolean broken = at < filled;
            if (before == null && broken) {
                String line = new String(buffer, start, Math.min(at - start, most));
                passBreak();
                return line;
            }
            before = before == null ? new StringBuilder() : before;
            before.append(buffer, start, Math.min(at - start, most - before.length()));
            if (broken) {
                passBreak();
                return before.toString();
            }
            if (!more()) {
                return before.toString();
            }
        }
    }

    private void passBreak() {
        returned = buffer[at++] == '\r';
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
            // A reader that gives nothing without being at its end is asked again.
            do {
                filled = reader.read(buffer, 0, buffer.length);
            } while (filled == 0);
            filled = Math.max(filled, 0);
        }
        return filled > 0;
    }
}
