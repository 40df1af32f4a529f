package org.gongkai.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Tells in which charset bytes are written: by a byte order mark, then by the bytes themselves, then by what they
 * declare. Pages that call themselves GB2312 or GBK hold characters of GB18030, which includes both.
 *
 * @param charset the charset
 * @param mark the length of the byte order mark, 0 without one
 * @param declared the charset that the text itself declares, or null when it declares none
 * @param broken true when some bytes are no characters in any likely charset
 */
public record TextBytes(Charset charset, int mark, @Nullable Charset declared, boolean broken) {

    /** What of a text tells its form, in bytes. */
    private static final int START = 4_096;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern DECLARED =
            Pattern.compile("(?i)<(?:meta[^>]{0,200}?charset|\\?xml[^>]{0,80}encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");
    private static final int HEAD = 8_192;
    private static final int SAMPLE = 1 << 20;
    private static final int STRAY = 10;
    private static final double FEW = 0.02;

    /** Whether bytes are UTF-8, told without making characters of them, which most texts can be spared. */
    static final class Look {

        private long high;
        private long control;
        private boolean broken;
        private int due;
        private int least = 0x80;
        private int most = 0xBF;

        void take(byte[] bytes, int length) {
            int i = 0;
            while (i < length) {
                i = due == 0 ? plain(bytes, i, length) : i;
                if (i < length) {
                    step(bytes[i++]);
                }
            }
        }

        /**
         * Passes over ASCII that is no control character, and over characters of three bytes but for those whose
         * second byte is bounded further: nearly all of a Chinese text.
         */
        private int plain(byte[] bytes, int from, int length) {
            int at = from;
            int characters = 0;
            while (at < length - 2) {
                byte first = bytes[at];
                if (first >= ' ') {
                    at++;
                } else if (first > (byte) 0xE0
                        && first < (byte) 0xF0
                        && first != (byte) 0xED
                        && bytes[at + 1] < (byte) 0xC0
                        && bytes[at + 2] < (byte) 0xC0) {
                    at += 3;
                    characters++;
                } else {
                    break;
                }
            }
            high += 3L * characters;
            return at;
        }

        private void step(int each) {
            if (each >= 0) {
                broken |= due > 0;
                due = 0;
                control += each < ' ' && "\n\r\t\f\u001a".indexOf(each) < 0 ? 1 : 0;
                return;
            }
            high++;
            int value = each & 0xFF;
            if (due > 0) {
                broken |= value < least || value > most;
                due--;
                least = 0x80;
                most = 0xBF;
            } else if (value >= 0xC2 && value < 0xE0) {
                due = 1;
            } else if (value >= 0xE0 && value < 0xF0) {
                due = 2;
                least = value == 0xE0 ? 0xA0 : 0x80;
                most = value == 0xED ? 0x9F : 0xBF;
            } else if (value >= 0xF0 && value < 0xF5) {
                due = 3;
                least = value == 0xF0 ? 0x90 : 0x80;
                most = value == 0xF4 ? 0x8F : 0xBF;
            } else {
                broken = true;
            }
        }

        boolean utf8() {
            return !broken && due == 0;
        }
    }

    /** What decoding all bytes tells. */
    private static final class Trial {

        private final CharsetDecoder decoder;
        private final CharBuffer out = CharBuffer.allocate(8_192);
        private ByteBuffer left = ByteBuffer.allocate(0);
        private long bad;

        Trial(Charset charset) {
            decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        void take(byte[] bytes, int length, boolean last) {
            ByteBuffer in = ByteBuffer.allocate(left.remaining() + length);
            in.put(left).put(bytes, 0, length).flip();
            while (true) {
                CoderResult result = decoder.decode(in, out, last);
                out.clear();
                if (result.isError()) {
                    bad++;
                    in.position(Math.min(in.limit(), in.position() + result.length()));
                } else if (result.isUnderflow()) {
                    break;
                }
            }
            left = in.slice();
        }
    }

    /** How the text begins, cut inside a character at worst. */
    public String start(Bytes bytes) throws IOException {
        try (InputStream stream = bytes.open()) {
            byte[] start = stream.readNBytes(START);
            return new String(
                    start, Math.min(mark, start.length), start.length - Math.min(mark, start.length), charset);
        }
    }

    /** The whole text of a file. */
    public String whole(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return new String(all, Math.min(mark, all.length), all.length - Math.min(mark, all.length), charset);
    }

    /**
     * Opens the text. Where some of it may be in another charset it is read line by line, and each such line is told.
     *
     * @param bytes the bytes from which this was told
     * @param told takes the number of a line, counted from 1, with its charset, or with null when it is in none
     */
    public Reader reader(Bytes bytes, BiConsumer<Integer, @Nullable Charset> told) throws IOException {
        InputStream stream = bytes.open();
        stream.skipNBytes(mark);
        return new MixedText(stream, charset, told::accept);
    }

    /** Whether every byte was looked at and belongs to a character of UTF-8; of a text with a mark none was. */
    public boolean utf8() {
        return charset.equals(StandardCharsets.UTF_8) && !broken && mark == 0;
    }

    /** Whether lines of the text may be in another charset than the rest. */
    public boolean mixed() {
        return MixedText.reads(charset) && (broken || !charset.equals(StandardCharsets.UTF_8));
    }

    /** Opens the bytes, from their beginning each time. */
    public interface Bytes {
        InputStream open() throws IOException;
    }

    /**
     * Looks at bytes to their end; a second time when they are no UTF-8.
     *
     * @throws IOException when they cannot be read
     * @throws NoTextException when they are those of no text
     */
    public static TextBytes of(Bytes bytes) throws IOException, NoTextException {
        try (InputStream stream = bytes.open()) {
            return of(stream, bytes);
        }
    }

    private static TextBytes of(InputStream stream, Bytes bytes) throws IOException, NoTextException {
        Look look = new Look();
        UniversalDetector detector = new UniversalDetector();
        byte[] buffer = new byte[64 * 1_024];
        byte[] head = new byte[0];
        long all = 0;
        for (int length = stream.readNBytes(buffer, 0, buffer.length);
                length > 0;
                length = stream.readNBytes(buffer, 0, buffer.length)) {
            if (all == 0) {
                head = java.util.Arrays.copyOf(buffer, Math.min(length, HEAD));
                TextBytes marked = marked(head);
                marked = marked == null ? wide(head) : marked;
                if (marked != null) {
                    return marked;
                }
                checkSignature(head);
            }
            if (all < SAMPLE && !detector.isDone()) {
                detector.handleData(buffer, 0, length);
            }
            all += length;
            look.take(buffer, length);
        }
        detector.dataEnd();
        // A stray control character or two make no binary file.
        if (look.control > STRAY && look.control * 200 > all) {
            throw new NoTextException();
        }
        Charset declared = declared(head);
        long bad = look.utf8() ? 0 : bad(bytes, StandardCharsets.UTF_8);
        return choose(bad, bytes, look.high, declared, detector.getDetectedCharset());
    }

    /** How many places of the bytes are no characters of a charset. */
    private static long bad(Bytes bytes, Charset charset) throws IOException {
        Trial trial = new Trial(charset);
        byte[] buffer = new byte[64 * 1_024];
        try (InputStream stream = bytes.open()) {
            for (int length = stream.read(buffer); length > 0; length = stream.read(buffer)) {
                trial.take(buffer, length, false);
            }
        }
        trial.take(buffer, 0, true);
        return trial.bad;
    }

    private static TextBytes choose(
            long badUtf8, Bytes bytes, long high, @Nullable Charset declared, @Nullable String guess)
            throws IOException {
        if (badUtf8 == 0) {
            return new TextBytes(StandardCharsets.UTF_8, 0, high == 0 ? null : declared, false);
        }
        // A page cut off inside a character, or with a few bytes of another origin, is still UTF-8.
        if (badUtf8 < 2 + high * FEW) {
            return new TextBytes(StandardCharsets.UTF_8, 0, declared, true);
        }
        Charset guessed = known(guess);
        if (declared != null
                && declared.equals(guessed)
                && !declared.equals(GB18030)
                && !declared.equals(StandardCharsets.UTF_8)) {
            return new TextBytes(declared, 0, declared, false);
        }
        long badGb = bad(bytes, GB18030);
        if (badGb < 2 + high * FEW) {
            return new TextBytes(GB18030, 0, declared, badGb > 0);
        }
        Charset charset = guessed != null ? guessed : declared != null ? declared : GB18030;
        return new TextBytes(charset, 0, declared, true);
    }

    private static @Nullable TextBytes marked(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new TextBytes(StandardCharsets.UTF_8, 3, null, false);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new TextBytes(StandardCharsets.UTF_16LE, 2, null, false);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new TextBytes(StandardCharsets.UTF_16BE, 2, null, false);
        }
        if (starts(head, 0x84, 0x31, 0x95, 0x33)) {
            return new TextBytes(GB18030, 4, null, false);
        }
        return null;
    }

    /** UTF-16 without a mark: of the two bytes of each Latin letter, tag and line break one is zero. */
    private static @Nullable TextBytes wide(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        boolean little = zeros[1] * 10 > head.length && zeros[0] * 100 < head.length;
        boolean big = zeros[0] * 10 > head.length && zeros[1] * 100 < head.length;
        if (head.length < 16 || !little && !big) {
            return null;
        }
        return new TextBytes(little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0, null, false);
    }

    private static void checkSignature(byte[] head) throws NoTextException {
        if (starts(head, '%', 'P', 'D', 'F')
                || starts(head, 'P', 'K', 3, 4)
                || starts(head, 0xD0, 0xCF, 0x11, 0xE0)
                || starts(head, 0x89, 'P', 'N', 'G')
                || starts(head, 0xFF, 0xD8, 0xFF)
                || starts(head, 'G', 'I', 'F', '8')
                || starts(head, 0x1F, 0x8B)
                || starts(head, 'R', 'a', 'r', '!')) {
            throw new NoTextException();
        }
    }

    private static boolean starts(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset declared(byte[] head) {
        Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return matcher.find() ? known(matcher.group(1)) : null;
    }

    private static @Nullable Charset known(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("gb") || lower.equals("hz-gb-2312") || lower.equals("x-gbk") || lower.equals("cp936")) {
            return GB18030;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** Whether the text calls itself something else than it is. */
    public boolean mislabelled() {
        return declared != null && !declared.equals(charset);
    }

    /** The bytes are those of no text. */
    public static final class NoTextException extends Exception {

        private static final long serialVersionUID = 1L;

        NoTextException() {
            super("these bytes are not text");
        }
    }
}
