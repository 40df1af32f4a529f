package org.gongkai.ingest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TextBytesTest {

    @Property(tries = 5_000)
    void bytesAreUtf8WhenTheStrictDecoderTakesThem(
            @ForAll("nearlyUtf8") byte[] bytes, @ForAll @IntRange(min = 1, max = 7) int atOnce) {
        TextBytes.Look look = new TextBytes.Look();
        for (int i = 0; i < bytes.length; i += atOnce) {
            byte[] part = Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + atOnce));
            look.take(part, part.length);
        }

        assertEquals(decodes(bytes), look.utf8());
    }

    /** Characters of every length, with now and then a byte changed, and bytes that bound each other. */
    @Provide
    Arbitrary<byte[]> nearlyUtf8() {
        Arbitrary<byte[]> whole = Arbitraries.strings()
                .withChars('a', '\n', 'é', '公', '\uD7FF', '\uE000', '\uFFFD')
                .ofMaxLength(12)
                .map(each -> (each + "😀").getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> changed = whole.flatMap(bytes -> Arbitraries.integers()
                .between(0, bytes.length - 1)
                .flatMap(at -> Arbitraries.bytes().map(other -> {
                    byte[] copy = bytes.clone();
                    copy[at] = other;
                    return copy;
                })));
        Arbitrary<byte[]> bounds = Arbitraries.of(
                        0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF4,
                        0xF5, 0xFF)
                .map(Integer::byteValue)
                .array(byte[].class)
                .ofMaxSize(5);
        return Arbitraries.oneOf(whole, changed, bounds);
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
