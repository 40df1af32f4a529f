package org.gongkai.ingest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Property
    void linesEndWhereThePlatformsReaderEndsThemHoweverTheTextArrives(
            @ForAll @Chars({'a', '文', '\n', '\r'}) @StringLength(max = 40) String text,
            @ForAll @IntRange(min = 1, max = 5) int atOnce)
            throws IOException {
        List<String> expected =
                new BufferedReader(new StringReader(text)).lines().toList();

        assertEquals(expected, all(new Dripping(text, atOnce), 1_000));
    }

    @Test
    void aLineLongerThanWhatIsReadAtOnceIsWhole() throws IOException {
        String line = "公".repeat(200_000);

        assertEquals(List.of(line, line), all(new StringReader(line + "\r\n" + line), 1 << 20));
    }

    @Test
    void aLineIsCutAtTheLimitAndTheNextIsNot() throws IOException {
        assertEquals(List.of("abcd", "abc"), all(new StringReader("abcdef\nabc\n"), 4));
        assertEquals(
                List.of("公".repeat(100_000), "abc"), all(new StringReader("公".repeat(200_000) + "\nabc"), 100_000));
    }

    private static List<String> all(Reader reader, int most) throws IOException {
        Lines lines = new Lines(reader, most);
        List<String> all = new ArrayList<>();
        for (String each = lines.next(); each != null; each = lines.next()) {
            all.add(each);
        }
        return all;
    }

    /** Gives a few characters at a time. */
    private static final class Dripping extends FilterReader {

        private final int atOnce;

        Dripping(String text, int atOnce) {
            super(new StringReader(text));
            this.atOnce = atOnce;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, atOnce));
        }
    }
}
