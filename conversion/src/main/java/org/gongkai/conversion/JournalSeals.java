package org.gongkai.conversion;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.bag.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The digests in a journal. Each mark carries one over everything before it, head, marks and spool, and over its own
 * numbers, so that no byte of what a run goes on from can change unseen. What stands behind the last mark counts for nothing.
 */
final class JournalSeals {

    private final MessageDigest digest = Sha256.create();
    private Mark last = new Mark(0, 0, "");
    private long end;

    /** Begins with the bytes of the head. */
    JournalSeals(byte[] head) {
        digest.update(head);
    }

    /**
     * How many sources are finished, and how much of the spool is theirs.
     *
     * @param sources the number of finished sources
     * @param spool the number of bytes of the spool
     * @param sha256 the digest of everything before and of these numbers
     */
    @JsonPropertyOrder({"sources", "spool", "sha256"})
    record Mark(int sources, long spool, String sha256) {}

    /** Takes what was written into the spool. */
    void add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** The line of the next mark; what comes is sealed together with it. */
    byte[] seal(int sources, long spool) {
        MessageDigest here = copy();
        here.update((sources + " " + spool).getBytes(StandardCharsets.US_ASCII));
        last = new Mark(sources, spool, HexFormat.of().formatHex(here.digest()));
        byte[] line = line(last);
        digest.update(line);
        end += line.length;
        return line;
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every Java platform can be copied", e);
        }
    }

    private static byte[] line(Mark mark) {
        try {
            return (CanonicalJson.mapper().writeValueAsString(mark) + '\n').getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and digits are always JSON", e);
        }
    }

    /**
     * Reads the marks of an earlier run and holds each against the spool.
     *
     * @param marks the bytes of the marks; a line that does not end was being written when the run died
     * @param spool the spool
     * @return whether every mark holds; the last one is {@link #last}
     */
    boolean hold(byte[] marks, InputStream spool) throws IOException {
        String text = new String(marks, StandardCharsets.ISO_8859_1);
        for (int from = 0, to = text.indexOf('\n'); to >= 0; from = to + 1, to = text.indexOf('\n', from)) {
            Mark mark = read(text.substring(from, to + 1));
            if (mark == null || mark.sources() < last.sources() || !take(spool, mark.spool() - last.spool())) {
                return false;
            }
            seal(mark.sources(), mark.spool());
            if (!last.equals(mark)) {
                return false;
            }
        }
        return end > 0;
    }

    /** A line as this class writes it, or null. */
    private static @Nullable Mark read(String line) {
        try {
            Mark mark = CanonicalJson.mapper().readValue(line, Mark.class);
            return new String(line(mark), StandardCharsets.ISO_8859_1).equals(line) ? mark : null;
        } catch (JsonProcessingException garbage) {
            return null;
        }
    }

    private boolean take(InputStream spool, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int n = spool.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                return false;
            }
            add(buffer, n);
            left -= n;
        }
        return left == 0;
    }

    /** The last mark that was sealed or held. */
    Mark last() {
        return last;
    }

    /** The length of the marks up to and with the last one. */
    long end() {
        return end;
    }
}
