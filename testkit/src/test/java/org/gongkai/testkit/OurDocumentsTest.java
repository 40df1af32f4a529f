package org.gongkai.testkit;

import static org.gongkai.testkit.DisclosureAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** A class as users write it. */
@DisclosureSource(
        folder = "src/test/resources/good",
        inventory = "src/test/resources/register.csv",
        today = "2024-06-01")
class OurDocumentsTest {

    private static Disclosure first;

    @Test
    void all(Disclosure all) {
        assertThat(all).everySourceIsRead().coversInventory().hasNoErrors();
        assertEquals(2, all.documents().size());
        assertReadOnce(all);
    }

    @DisclosureTest
    void each(DisclosureDocument document) {
        assertThat(document).isComplete();
        assertThat(document)
                .accepting("document.theme.missing", "our old pages have none")
                .hasNoWarnings();
    }

    @Test
    void onceMore(Disclosure all) {
        assertReadOnce(all);
    }

    private static void assertReadOnce(Disclosure all) {
        first = first == null ? all : first;
        assertSame(first, all);
    }
}
