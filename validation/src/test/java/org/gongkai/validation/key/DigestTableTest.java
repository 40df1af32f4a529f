package org.gongkai.validation.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.gongkai.core.source.Location;
import org.junit.jupiter.api.Test;

class DigestTableTest {

    @Property
    void aDigestIsNumberedWhenItFirstComesAndFoundUnderThatNumber(
            @ForAll @Size(max = 200) List<@LongRange(min = -40, max = 40) Long> digests) {
        DigestTable table = new DigestTable();
        Map<Long, Integer> numbers = new HashMap<>();
        for (long each : digests) {
            Integer before = numbers.putIfAbsent(each, numbers.size());
            assertEquals(before == null ? -1 : before, table.add(each));
        }
        for (long each = -50; each <= 50; each++) {
            assertEquals(numbers.getOrDefault(each, -1), table.find(each));
        }
        assertEquals(numbers.size(), table.size());
    }

    @Property
    void ofDigestsThatWereAppendedTheFirstIsFound(
            @ForAll @Size(max = 200) List<@LongRange(min = -40, max = 40) Long> digests) {
        DigestTable table = new DigestTable();
        digests.forEach(table::append);

        for (long each = -50; each <= 50; each++) {
            assertEquals(digests.indexOf(each), table.find(each));
        }
    }

    @Test
    void wordsKeepTheirPlacesAcrossThePartsThatTheyAreKeptIn() {
        LongList words = new LongList();
        for (int i = 0; i < 100_000; i++) {
            words.append(-i);
        }

        assertEquals(100_000, words.size());
        for (int i = 0; i < 100_000; i++) {
            assertEquals(-i, words.get(i));
        }
        long[] sorted = words.sorted();
        assertArrayEquals(new long[] {-99_999, -99_998}, new long[] {sorted[0], sorted[1]});
        assertEquals(0, sorted[99_999]);
    }

    @Test
    void aSightingKnowsItsFileAndRowAmongManyOfBoth() {
        Sightings seen = new Sightings();
        for (int file = 0; file < 50; file++) {
            for (int row = 1; row <= file; row++) {
                seen.add(file + ":" + row, "", Location.of("f" + file).atRow(row));
            }
        }

        for (int file = 0; file < 50; file++) {
            for (int row = 1; row <= file; row++) {
                assertEquals("f" + file + ":" + row, seen.place(seen.find(file + ":" + row)));
            }
        }
    }
}
