package org.gongkai.validation.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.Location;
import org.gongkai.validation.Records;
import org.junit.jupiter.api.Test;

class RecordSightingsTest {

    private static final RecordSightings.Traits TRAITS = new RecordSightings.Traits("要点", "", null, false);

    /** Otherwise each of a million doubles would be compared with all before it. */
    @Test
    void aRecordThatSaysTheSameAgainIsNotComparedWithLaterOnes() {
        OfficialDocument document = Records.document().build();
        FieldPrint print = FieldPrint.of(document);
        RecordSightings seen = new RecordSightings();
        assertEquals(0, seen.add("a", TRAITS, print, Location.of("a.html")));
        assertEquals(1, seen.addAgain("a", TRAITS, print, Location.of("b.html")));
        assertEquals(2, seen.add("a", TRAITS, print, Location.of("c.html")));
        assertEquals(List.of(0, 2), seen.of("a"));
        assertEquals("b.html", seen.place(1));
        assertEquals("c.html", seen.place(2));
    }
}
