package org.gongkai.examples.testing;

import static org.gongkai.testkit.DisclosureAssertions.assertThatJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.export.CanonicalJson;
import org.gongkai.testkit.ValidRecord;

class OurExportTest {

    @Property(tries = 50)
    void whatWeExportReadsBack(@ForAll @ValidRecord OfficialDocument document) throws JsonProcessingException {
        assertThatJson(ourExport(document)).readsBackAs(document);
    }

    /** Stands for a program of one's own that exports. */
    private static String ourExport(OfficialDocument document) throws JsonProcessingException {
        return CanonicalJson.mapper().writeValueAsString(document);
    }
}
