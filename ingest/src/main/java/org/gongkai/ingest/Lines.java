package org.gongkai.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a text line by line in bounded memory. */
final class Lines {

    private static final int PART = 2_048;

    private Lines() {}

    /**
     * The next line without its break, or null at the end; cut at the limit, so that a file without line breaks does
     * not fill the memory. A line of that length may have been cut.
     */
    static @Nullable String next(BufferedReader reader, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] part = new char[PART];
        for (int before = 0; ; before = PART) {
            reader.mark(PART);
            int count = reader.read(part, 0, PART);
            if (count < 0) {
                return before == 0 ? null : text.toString();
            }
            int end = end(part, count);
            text.append(part, 0, Math.min(end, Math.max(0, most - text.length())));
            if (end < count) {
                reader.reset();
                reader.skip(end + 1L);
                passLineFeed(part[end], reader);
                return text.toString();
            }
        }
    }

    private static int end(char[] part, int count) {
        int end = 0;
        while (end < count && part[end] != '\n' && part[end] != '\r') {
            end++;
        }
        return end;
    }

    private static void passLineFeed(char broke, BufferedReader reader) throws IOException {
        if (broke == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
    }
}
