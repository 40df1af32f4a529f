package org.gongkai.examples.testing;

import static org.gongkai.testkit.DisclosureAssertions.assertThat;
import static org.gongkai.testkit.DisclosureAssertions.assertThatJson;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.export.CanonicalJson;
import org.gongkai.testkit.BreachTest;
import org.gongkai.testkit.BrokenRecord;
import org.gongkai.testkit.Disclosure;
import org.gongkai.testkit.DisclosureDocument;
import org.gongkai.testkit.DisclosureSource;
import org.gongkai.testkit.DisclosureTest;
import org.gongkai.testkit.ValidRecord;
import org.junit.jupiter.api.Test;

@DisclosureSource(folder = "docs", inventory = "register.csv", today = "2024-06-01")
class OurDocumentsTest {

    @Test
    void everythingIsThere(Disclosure all) {
        assertThat(all).everySourceIsRead().coversInventory().hasNoErrors();
    }

    @DisclosureTest
    void each(DisclosureDocument document) {
        assertThat(document)
                .accepting("document.theme.missing", "our old pages have no theme")
                .hasNoWarnings();
    }

    @Property(tries = 50)
    void whatWeExportReadsBack(@ForAll @ValidRecord OfficialDocument document) throws JsonProcessingException {
        assertThatJson(ourExport(document)).readsBackAs(document);
    }

    @BreachTest(rules = {"document.title.missing", "document.openness.missing"})
    void ourFormNotices(BrokenRecord each) {
        assertTrue(ourForm((OfficialDocument) each.broken()).contains(each.pointer()), each.pointer());
    }

    /** Stands for a program of one's own that exports. */
    private static String ourExport(OfficialDocument document) throws JsonProcessingException {
        return CanonicalJson.mapper().writeValueAsString(document);
    }

    /** Stands for a form of one's own: the places that it complains about. */
    private static String ourForm(OfficialDocument document) {
        return (document.title() == null ? "/title " : "") + (document.openness() == null ? "/openness " : "");
    }
}
