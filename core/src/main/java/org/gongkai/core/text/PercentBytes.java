package org.gongkai.core.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes of UTF-8 that are written with per cent signs (RFC 3986, 2.1), as in addresses: %E5%85%AC for 公. */
final class PercentBytes {

    /** A byte takes so many characters. */
    private static final int WIDTH = 3;

    /** An address is looked back at no further, in characters. */
    private static final int LONGEST = 200;

    private PercentBytes() {}

    /** A text with the signs that are meant; addresses keep their bytes. */
    static String read(String text) {
        if (text.indexOf('%') < 0 || text.indexOf('/') >= 0 || text.indexOf('=') >= 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = end(text, i);
            String meant = end == i ? null : meant(text, i, end);
            int next = Math.max(end, i + 1);
            decoded.append(meant == null ? text.substring(i, next) : meant);
            i = next;
        }
        return decoded.toString();
    }

    /** How long such bytes are that begin at a place outside an address; 0 where none begin. */
    static int length(String text, int at) {
        int end = end(text, at);
        return end == at || meant(text, at, end) == null || inAddress(text, at) ? 0 : end - at;
    }

    private static boolean inAddress(String text, int at) {
        for (int i = at - 1; i >= 0 && at - i < LONGEST; i--) {
            char each = text.charAt(i);
            if (each <= ' ' || each > '\u007E') {
                return false;
            }
            if ("/=?".indexOf(each) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The end of the bytes that begin at a place. */
    private static int end(String text, int from) {
        int end = from;
        while (end + WIDTH <= text.length() && text.charAt(end) == '%' && octet(text, end) >= 0) {
            end += WIDTH;
        }
        return end;
    }

    private static int octet(String text, int at) {
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** The text of bytes where they are UTF-8 and not all of ASCII, or null: 100%25 may be meant so. */
    private static @Nullable String meant(String text, int from, int end) {
        byte[] bytes = new byte[(end - from) / WIDTH];
        boolean high = false;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) octet(text, from + WIDTH * i);
            high |= bytes[i] < 0;
        }
        try {
            ByteBuffer all = ByteBuffer.wrap(bytes);
            return high ? StandardCharsets.UTF_8.newDecoder().decode(all).toString() : null;
        } catch (CharacterCodingException other) {
            return null;
        }
    }
}
