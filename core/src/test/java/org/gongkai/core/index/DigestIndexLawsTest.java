package org.gongkai.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DigestIndexLawsTest {

    /** Few different digests with few different beginnings, so that they come twice and crowd one place. */
    @Property
    void itNumbersAsAMapWould(@ForAll @Size(max = 300) List<@IntRange(max = 80) Integer> values) {
        DigestIndex index = new DigestIndex();
        Map<Digest128, Integer> map = new HashMap<>();
        for (int each : values) {
            Digest128 digest = new Digest128(each % 3, each);
            assertEquals(map.getOrDefault(digest, -1), index.find(digest));
            Integer before = map.putIfAbsent(digest, map.size());
            assertEquals(before == null ? -1 : before, index.add(digest));
            assertEquals(map.size(), index.size());
        }
        map.forEach((digest, number) -> assertEquals(number, index.find(digest)));
    }

    @Example
    void aHundredThousandTextsKeepTheirNumbers() {
        DigestIndex index = new DigestIndex();
        for (int i = 0; i < 100_000; i++) {
            assertEquals(-1, index.add(Digest128.of("青崂政办字〔2023〕" + i + "号")));
        }
        for (int i = 0; i < 100_000; i += 7) {
            assertEquals(i, index.find(Digest128.of("青崂政办字〔2023〕" + i + "号")));
        }
    }

    /** FIPS 180-4, the example "abc": ba7816bf 8f01cfea 414140de 5dae2223. */
    @Example
    void aDigestIsTheBeginningOfSha256() {
        assertEquals(new Digest128(0xba7816bf8f01cfeaL, 0x414140de5dae2223L), Digest128.of("abc"));
    }
}
