package org.gongkai.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a text line by line in bounded memory. */
final class Lines {

    private Lines() {}

    /**
     * The next line without its break, or null at the end; cut at the limit, so that a file without line breaks does
     * not fill the memory. A line of that length may have been cut.
     */
    static @Nullable String next(BufferedReader reader, int most) throws IOException {
        StringBuilder text = null;
        for (int each = reader.read(); each >= 0; each = reader.read()) {
            text = text == null ? new StringBuilder() : text;
            if (each == '\n') {
                return text.toString();
            }
            if (each == '\r') {
                reader.mark(1);
                if (reader.read() != '\n') {
                    reader.reset();
                }
                return text.toString();
            }
            if (text.length() < most) {
                text.append((char) each);
            }
        }
        return text == null ? null : text.toString();
    }
}
