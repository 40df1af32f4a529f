package org.gongkai.examples.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gongkai.core.document.OfficialDocument;
import org.gongkai.testkit.BreachTest;
import org.gongkai.testkit.BrokenRecord;

class OurFormTest {

    @BreachTest(rules = {"document.title.missing", "document.openness.missing"})
    void ourFormNotices(BrokenRecord each) {
        assertTrue(ourForm((OfficialDocument) each.broken()).contains(each.pointer()), each.pointer());
    }

    /** Stands for a form of one's own: the places that it complains about. */
    private static String ourForm(OfficialDocument document) {
        return (document.title() == null ? "/title " : "") + (document.openness() == null ? "/openness " : "");
    }
}
