package org.gongkai.ingest.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text line by line in UTF-8 or GB18030, whichever the line is in: exports put together from two systems have
 * rows of both. A line of neither is told.
 */
final class MixedText extends Reader {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Takes what is told of a line. */
    interface Told {

        /** A line, counted from 1, that is in another charset than the file; or in none, when the charset is null. */
        void line(int number, @Nullable Charset charset);
    }

    private final InputStream bytes;
    private final Charset usual;
    private final Charset other;
    private final Told told;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String text = "";
    private int at;
    private int number;

    MixedText(InputStream bytes, Charset usual, Told told) {
        this.bytes = new BufferedInputStream(bytes, 1 << 16);
        this.usual = usual;
        this.other = usual.equals(StandardCharsets.UTF_8) ? GB18030 : StandardCharsets.UTF_8;
        this.told = told;
    }

    /** Whether a charset is one of the two. */
    static boolean reads(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(GB18030);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (at == text.length() && !next()) {
            return -1;
        }
        int count = Math.min(length, text.length() - at);
        text.getChars(at, at + count, target, offset);
        at += count;
        return count;
    }

    private boolean next() throws IOException {
        line.reset();
        boolean high = false;
        for (int each = bytes.read(); each >= 0; each = bytes.read()) {
            line.write(each);
            high |= each >= 0x80;
            if (each == '\n') {
                break;
            }
        }
        number++;
        at = 0;
        text = high ? decoded(line.toByteArray()) : line.toString(StandardCharsets.US_ASCII);
        return line.size() > 0;
    }

    private String decoded(byte[] all) {
        // Chance makes of a line of GB18030 no line of UTF-8 with a character of three bytes; the other way it does.
        boolean swapped = other.equals(GB18030)
                ? faults(all, usual) * 4 > high(all) && faults(all, GB18030) == 0
                : faults(all, other) == 0 && new String(all, other).codePoints().anyMatch(each -> each >= 0x4E00);
        if (swapped) {
            told.line(number, other);
            return new String(all, other);
        }
        if (faults(all, usual) > 0) {
            told.line(number, null);
        }
        return new String(all, usual);
    }

    private static int high(byte[] all) {
        int high = 0;
        for (byte each : all) {
            high += each < 0 ? 1 : 0;
        }
        return high;
    }

    /** How many places are no characters. */
    private static int faults(byte[] all, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(all));
            return 0;
        } catch (CharacterCodingException faulty) {
            int faults = 0;
            for (char each : new String(all, charset).toCharArray()) {
                faults += each == '\uFFFD' ? 1 : 0;
            }
            return Math.max(1, faults);
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
