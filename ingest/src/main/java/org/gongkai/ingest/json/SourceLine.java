package org.gongkai.ingest.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.gongkai.ingest.source.RawForm;
import org.jspecify.annotations.Nullable;

/**
 * A line of a source: as bytes of UTF-8, from which a record is read at once, or as text where the file is in another charset.
 *
 * @param utf8 the bytes, or null
 * @param known the text, or null while nobody asked for it
 */
record SourceLine(byte @Nullable [] utf8, @Nullable String known) {

    /** A line of text, or null at the end. */
    static @Nullable SourceLine of(@Nullable String text) {
        return text == null ? null : new SourceLine(null, text);
    }

    /** A line of bytes, or null at the end; cut where it has more characters than are read at most. */
    static @Nullable SourceLine of(byte @Nullable [] utf8, int most) {
        if (utf8 == null || utf8.length < most) {
            return utf8 == null ? null : new SourceLine(utf8, null);
        }
        String text = new String(utf8, StandardCharsets.UTF_8);
        return text.length() < most ? new SourceLine(utf8, text) : new SourceLine(null, text.substring(0, most));
    }

    String text() {
        return known != null ? known : new String(Objects.requireNonNull(utf8), StandardCharsets.UTF_8);
    }

    boolean startsWith(byte[] signs) {
        return utf8 != null
                && utf8.length >= signs.length
                && Arrays.equals(utf8, 0, signs.length, signs, 0, signs.length);
    }

    boolean blank() {
        // A sign of ASCII that shows is what nearly every line begins with.
        return (utf8 == null || utf8.length == 0 || utf8[0] <= ' ') && text().isBlank();
    }

    /** Whether the line has as many characters as are read at most, so that more may have followed. */
    boolean reaches(int most) {
        return known != null && known.length() >= most;
    }

    RawForm.Row raw(String source, int number) {
        return known != null
                ? new RawForm.Row(source, number, known)
                : new RawForm.Row(source, number, Objects.requireNonNull(utf8));
    }
}
