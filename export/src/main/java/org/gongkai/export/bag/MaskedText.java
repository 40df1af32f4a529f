package org.gongkai.export.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.core.privacy.PersonalData;

/**
 * Copies a file and masks the numbers of persons in it, line by line. In UTF-8 every form of digit is seen, in any other
 * charset that has ASCII digits, such as GB18030, these alone. A file with a zero byte is no text and goes through as it
 * is. Not thread-safe.
 */
public final class MaskedText {

    /** As much of a line as is looked through at once. */
    private static final int LONGEST_LINE = 1 << 20;

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean binary;
    private long masked;

    public MaskedText(OutputStream out) {
        this.out = out;
    }

    public void write(byte[] bytes, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            binary |= bytes[i] == 0;
        }
        if (binary) {
            line.writeTo(out);
            line.reset();
            out.write(bytes, 0, length);
            return;
        }
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n' || line.size() + i - from >= LONGEST_LINE) {
                line.write(bytes, from, i + 1 - from);
                from = i + 1;
                endLine();
            }
        }
        line.write(bytes, from, length - from);
    }

    /** Writes what is left, and answers how many numbers were masked. */
    public long end() throws IOException {
        endLine();
        return masked;
    }

    private void endLine() throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        Charset charset = StandardCharsets.UTF_8;
        String text;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            // Each byte a character, and back.
            charset = StandardCharsets.ISO_8859_1;
            text = new String(bytes, charset);
        }
        List<PersonalData.Match> found = PersonalData.findNumbers(text);
        masked += found.size();
        out.write(found.isEmpty() ? bytes : PersonalData.masked(text, found).getBytes(charset));
    }
}
