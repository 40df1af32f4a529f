package org.gongkai.validation.key;

import java.security.MessageDigest;
import org.gongkai.core.index.Digest128;

/** Makes one digest of several texts, of which none is copied: each with its length, so that no two make another two. Not thread-safe. */
public final class TextDigest {

    private final MessageDigest sha256 = Digest128.sha256();
    private final byte[] bytes = new byte[1 << 10];
    private int filled;

    public TextDigest add(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        put((char) (text.length() >>> Character.SIZE));
        put((char) text.length());
        return this;
    }

    private void put(char each) {
        if (filled == bytes.length) {
            sha256.update(bytes, 0, filled);
            filled = 0;
        }
        bytes[filled++] = (byte) (each >>> Byte.SIZE);
        bytes[filled++] = (byte) each;
    }

    /** The digest of all texts since the last one; what is added then begins anew. */
    public long value() {
        sha256.update(bytes, 0, filled);
        filled = 0;
        return Digest128.of(sha256.digest()).high();
    }
}
