package org.gongkai.export.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gongkai.core.privacy.HiddenNames;
import org.gongkai.core.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Copies a file and masks the numbers of persons in it, and their names behind a label and wherever they stand from there on, line by line: in UTF-8, in GB18030,
 * in UTF-16 with a mark at its beginning, and in any other charset that has ASCII digits these alone. Another file with a
 * zero byte is no text, such as a workbook: nobody can say what it holds, so it ends with the line before that byte. Not
 * thread-safe.
 */
public final class MaskedText {

    /** As much of a line as is looked through at once. */
    private static final int LONGEST_LINE = 1 << 20;

    /** Of more names than these the others are hidden where they are found, and not where they stand again. */
    private static final int MOST_NAMES = 10_000;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] LITTLE_ENDIAN = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_ENDIAN = {(byte) 0xFE, (byte) 0xFF};

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable Charset wide;
    private boolean begun;
    private boolean binary;
    private long masked;
    private final ColumnsOfNames columns = new ColumnsOfNames();
    private final HiddenNames names = new HiddenNames(word -> false);
    private int known;

    public MaskedText(OutputStream out) {
        this.out = out;
    }

    public void write(byte[] bytes, int length) throws IOException {
        if (!begun && length > 0) {
            begun = true;
            wide = wide(bytes, length);
        }
        for (int i = 0; i < length && !binary; i++) {
            if (bytes[i] == 0 && wide == null) {
                binary = true;
                line.reset();
                return;
            }
            line.write(bytes[i]);
            if ((bytes[i] == '\n' || line.size() >= LONGEST_LINE) && (wide == null || line.size() % 2 == 0)) {
                endLine();
            }
        }
    }

    /** UTF-16, as programs of Windows write it: known by the mark at its beginning. */
    private static @Nullable Charset wide(byte[] bytes, int length) {
        byte[] mark = Arrays.copyOf(bytes, Math.min(length, 2));
        if (Arrays.equals(mark, LITTLE_ENDIAN)) {
            return StandardCharsets.UTF_16LE;
        }
        return Arrays.equals(mark, BIG_ENDIAN) ? StandardCharsets.UTF_16BE : null;
    }

    /** Whether the file turned out to be no text, and was not copied to its end. */
    public boolean noText() {
        return binary;
    }

    /** Writes what is left, and answers how much was masked. */
    public long end() throws IOException {
        endLine();
        return masked;
    }

    private void endLine() throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        for (Charset each : wide != null ? List.of(wide) : List.of(StandardCharsets.UTF_8, GB18030)) {
            String text = read(bytes, each);
            if (text != null) {
                write(bytes, text, each);
                return;
            }
        }
        // Each byte a character, and back.
        write(bytes, new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }

    /** The text, or null where it would not become the same bytes again. */
    private static @Nullable String read(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Arrays.equals(text.getBytes(charset), bytes) ? text : null;
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private void write(byte[] bytes, String text, Charset charset) throws IOException {
        List<PersonalData.Match> found = PersonalData.findUnlabelled(text);
        List<PersonalData.Match> below = columns.below(text, found);
        List<PersonalData.Match> all = new ArrayList<>(found);
        all.addAll(below);
        all.sort(Comparator.comparingInt(PersonalData.Match::start));
        all.stream()
                .filter(each -> each.kind() == PersonalData.Kind.PERSON_NAME)
                .forEach(each -> keep(text.substring(each.start(), each.end())));
        String hidden = all.isEmpty() ? text : PersonalData.masked(text, all);
        String shown = names.without(hidden);
        masked += all.size() + (shown.equals(hidden) ? 0 : 1);
        out.write(shown.equals(text) ? bytes : shown.getBytes(charset));
    }

    private void keep(String name) {
        if (known < MOST_NAMES && !names.holds(name)) {
            known++;
            names.keep(name, true);
        }
    }
}
