package org.gongkai.core.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The first 128 bits of a SHA-256: enough to stand for a text among billions, even when somebody tries to make two
 * texts meet.
 *
 * @param high the first eight bytes
 * @param low the next eight bytes
 */
public record Digest128(long high, long low) {

    /** A digest that nobody fills: looking one up among the providers costs more than filling a copy with a short text. */
    private static final MessageDigest EMPTY = empty();

    /**
     * The digest of a text.
     *
     * @param text the text, not null
     * @return the digest of its UTF-8 bytes
     */
    public static Digest128 of(String text) {
        return of(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The beginning of a digest.
     *
     * @param sha256 at least sixteen bytes
     * @return the first sixteen
     */
    public static Digest128 of(byte[] sha256) {
        return new Digest128(bytes(sha256, 0), bytes(sha256, Long.BYTES));
    }

    /**
     * The digest as text.
     *
     * @return 32 hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    private static long bytes(byte[] digest, int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = value << Byte.SIZE | digest[i] & 0xFF;
        }
        return value;
    }

    /**
     * A digest of which all, or the beginning, is wanted.
     *
     * @return a new SHA-256 digest
     */
    public static MessageDigest sha256() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException hardware) {
            return empty();
        }
    }

    private static MessageDigest empty() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
