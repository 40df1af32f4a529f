package org.gongkai.core.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Chinese text whose bytes were read in another charset: UTF-8 as Windows-1252 (å…¬å‘Š), GB2312 as Latin (¹«¸æ), UTF-8 as GBK
 * (鍏憡). It is read anew only where every byte comes out, and only as Chinese.
 */
final class MisreadBytes {

    private static final Charset GBK = Charset.forName("GBK");

    /** Signs that UTF-8 read as GBK is full of, and that no text is written with. */
    static final String OF_UTF8_AS_GBK = "锛銆鐨鍏鍒鏄鏂闃閫";

    /** Of fewer Chinese characters chance may make as many, in characters. */
    private static final int FEW = 2;

    private static final int SOME = 4;
    private static final int FIRST_HIGH = 0xA1;
    private static final int LAST_HIGH = 0xFE;

    private MisreadBytes() {}

    /** A text as it was written; the object given where its bytes were read as they should be, or some are lost. */
    static String read(String text) {
        if (text.chars().allMatch(each -> each < '\u0080')) {
            return text;
        }
        byte[] single = singleBytes(text);
        String meant = single == null ? asGbk(text) : latin(single);
        return meant == null ? text : meant;
    }

    private static @Nullable String latin(byte[] bytes) {
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null && han(utf8) >= FEW) {
            return utf8;
        }
        String gbk = inPairs(bytes) ? strictly(bytes, GBK) : null;
        return gbk != null && han(gbk) >= SOME ? gbk : null;
    }

    private static @Nullable String asGbk(String text) {
        long marks = text.chars()
                .filter(each -> OF_UTF8_AS_GBK.indexOf(each) >= 0)
                .limit(FEW)
                .count();
        if (marks < FEW) {
            return null;
        }
        try {
            ByteBuffer bytes = GBK.newEncoder().encode(CharBuffer.wrap(text));
            String meant = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return han(meant) >= SOME ? meant : null;
        } catch (CharacterCodingException lost) {
            return null;
        }
    }

    /** The bytes that Windows-1252 and Latin show as these characters, or null where another is among them. */
    private static byte @Nullable [] singleBytes(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            int code = code(text.charAt(i));
            if (code < 0) {
                return null;
            }
            bytes[i] = (byte) code;
        }
        return bytes;
    }

    /** The byte that Windows-1252 or Latin shows as a character, or -1. */
    static int code(char each) {
        if (each <= '\u00FF') {
            return each;
        }
        int windows = ProgramText.WINDOWS.indexOf(each);
        return windows < 0 ? -1 : windows + 0x80;
    }

    /** Whether all bytes above ASCII stand in pairs of GB2312, at least two beside each other. */
    private static boolean inPairs(byte[] bytes) {
        int i = 0;
        while (i < bytes.length) {
            int from = i;
            while (i < bytes.length && bytes[i] < 0) {
                int code = bytes[i] & 0xFF;
                if (code < FIRST_HIGH || code > LAST_HIGH) {
                    return false;
                }
                i++;
            }
            if ((i - from) % 2 != 0) {
                return false;
            }
            i += i == from ? 1 : 0;
        }
        return true;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static long han(String text) {
        return text.chars().filter(each -> each >= '\u4E00' && each <= '\u9FFF').count();
    }
}
