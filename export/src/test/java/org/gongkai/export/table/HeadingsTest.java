package org.gongkai.export.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.core.Bilingual;
import org.junit.jupiter.api.Test;

class HeadingsTest {

    private static InputStream file(String lines) {
        return new ByteArrayInputStream(("table,kind,field,zh,en\n" + lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aColumnIsHeadedByTheLabelOfItsFieldUnlessTheTableHasANameOfItsOwn() {
        Headings headings = Headings.read(
                file("plans,land-plan,year,,\nplans,land-plan,items.use,拟用途,intended use\nplans,,,链接,link\n"));
        assertEquals(
                List.of(new Bilingual("年度", "year"), new Bilingual("拟用途", "intended use"), new Bilingual("链接", "link")),
                headings.of("plans"));
        assertEquals(List.of("年度", "拟用途", "链接"), headings.zh("plans"));
    }

    @Test
    void aFieldThatTheKindDoesNotHaveIsRefusedWithItsLine() {
        UncheckedIOException wrong =
                assertThrows(UncheckedIOException.class, () -> Headings.read(file("plans,land-plan,items.colour,,\n")));
        assertEquals(true, wrong.getMessage().contains("items.colour"), wrong.getMessage());
    }
}
