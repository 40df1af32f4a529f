package org.gongkai.ingest.attachment;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.gongkai.core.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Counts the identity numbers and bank cards in an attached file, so that a list of persons does not travel in silence. Texts are
 * looked through line by line (UTF-8, GB18030), of .docx, .xlsx and .pptx the words of each paragraph and cell; forms that need a
 * library of their own are not looked into. It goes through the file once and keeps a line at a time.
 */
final class AttachedNumbers {

    /** As much is looked through, of packed files as they unfold: more than any honest list of persons needs. */
    private static final long MOST = 256L << 20;

    private static final int LONGEST_LINE = 1 << 20;
    private static final int START = 1 << 12;

    /** Elements of Office Open XML behind which the text does not go on (ECMA-376-1, 17.3, 18.3, 18.4, 21.1). */
    private static final Set<String> ENDS = Set.of("p", "br", "tab", "cr", "si", "c", "row", "is", "tc");

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long left = MOST;
    private long found;

    private AttachedNumbers() {}

    /**
     * What a search came to.
     *
     * @param found how many identity numbers and bank cards there are in what was looked through
     * @param whole whether all of the file was looked through
     */
    record Count(long found, boolean whole) {}

    /** Counts the numbers in a file; null for a file of a form that is not looked into. */
    static @Nullable Count in(Path file) throws IOException {
        AttachedNumbers numbers = new AttachedNumbers();
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(START);
            byte[] start = in.readNBytes(START);
            in.reset();
            if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
                return numbers.packed(in);
            }
            for (byte each : start) {
                if (each == 0) {
                    return null;
                }
            }
            if (new String(start, StandardCharsets.ISO_8859_1).startsWith("%PDF")) {
                return null;
            }
            numbers.lines(in);
        }
        return numbers.count(true);
    }

    private Count count(boolean whole) {
        return new Count(found, whole && left > 0);
    }

    /** An Office file; null for an archive of another kind. What is damaged or locked is looked through as far as it goes. */
    private @Nullable Count packed(InputStream in) throws IOException {
        boolean office = false;
        try {
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry each = zip.getNextEntry(); each != null && left > 0; each = zip.getNextEntry()) {
                String name = each.getName();
                office |= name.equals("[Content_Types].xml");
                boolean text = name.endsWith(".xml")
                        && (name.startsWith("word/") || name.startsWith("xl/") || name.startsWith("ppt/slides/"));
                if (text) {
                    words(zip);
                }
            }
        } catch (ZipException | EOFException damaged) {
            return office ? count(false) : null;
        }
        return office ? count(true) : null;
    }

    private void lines(InputStream in) throws IOException {
        for (int each = next(in); each >= 0; each = next(in)) {
            put(each, each == '\n');
        }
        endLine();
    }

    /** The text between the marks of a part; words that are parted by their look alone stand together. */
    private void words(InputStream part) throws IOException {
        BufferedInputStream in = new BufferedInputStream(part, 1 << 16);
        StringBuilder mark = null;
        for (int each = next(in); each >= 0; each = next(in)) {
            if (each == '<') {
                mark = new StringBuilder();
            } else if (each == '>' && mark != null) {
                if (ends(mark.toString())) {
                    endLine();
                }
                mark = null;
            } else if (mark == null) {
                put(each, false);
            } else if (mark.length() < START) {
                mark.append((char) each);
            }
        }
        endLine();
    }

    private static boolean ends(String mark) {
        int from = mark.startsWith("/") ? 1 : 0;
        int end = from;
        while (end < mark.length() && (Character.isLetterOrDigit(mark.charAt(end)) || mark.charAt(end) == ':')) {
            end++;
        }
        String name = mark.substring(from, end);
        return ENDS.contains(name.substring(name.indexOf(':') + 1));
    }

    private int next(InputStream in) throws IOException {
        return left-- > 0 ? in.read() : -1;
    }

    private void put(int each, boolean end) {
        line.write(each);
        if (end || line.size() >= LONGEST_LINE) {
            endLine();
        }
    }

    private void endLine() {
        String text = text(line.toByteArray());
        line.reset();
        found += PersonalData.findNumbers(text).stream()
                .filter(each -> each.kind() != PersonalData.Kind.MOBILE_NUMBER)
                .count();
    }

    private static String text(byte[] bytes) {
        for (Charset each : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                return each.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException other) {
                continue;
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
