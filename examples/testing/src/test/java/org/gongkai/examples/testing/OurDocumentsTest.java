package org.gongkai.examples.testing;

import static org.gongkai.testkit.DisclosureAssertions.assertThat;

import org.gongkai.testkit.Disclosure;
import org.gongkai.testkit.DisclosureDocument;
import org.gongkai.testkit.DisclosureSource;
import org.gongkai.testkit.DisclosureTest;
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
}
