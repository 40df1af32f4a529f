package org.gongkai.ingest.listing;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.gongkai.core.kind.RecordKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListMeaningTest {

    /** A header is also asked whether it names a place in the record, whatever it says. */
    @ParameterizedTest
    @ValueSource(strings = {"", "=", ".", "=1.5", "a=b.c|", "==", "..=.", "sync.", "sync.=x", "|"})
    void aHeaderThatIsNoPlaceMeansNothing(String header) {
        for (RecordKind<?> kind : RecordKind.all()) {
            assertNull(ListMeaning.of(header, kind), kind.code());
        }
    }
}
