package org.gongkai.core.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.Evidence;
import org.junit.jupiter.api.Test;

class CategorySchemeTest {

    private static final String HEADER = "heading,item,residence,evidence\n";

    @Provide
    Arbitrary<CategoryScheme> schemes() {
        return Arbitraries.of(CategoryScheme.a(), CategoryScheme.b(), CategoryScheme.c());
    }

    @Provide
    Arbitrary<AssistanceItem> items() {
        return Arbitraries.of(CategoryScheme.a().categories().stream()
                .flatMap(each -> each.cells().stream())
                .map(AssistanceCategory.Cell::item)
                .distinct()
                .toList());
    }

    @Property(tries = 200)
    void theNineHeadingsPartitionTheItems(
            @ForAll("schemes") CategoryScheme scheme, @ForAll("items") AssistanceItem item, @ForAll boolean urban) {
        assertEquals(9, scheme.categories().size());
        List<AssistanceCategory> headings = scheme.headingsOf(AssistanceStandardBuilder.builder()
                .item(item)
                .residence(urban ? Residence.URBAN : Residence.RURAL)
                .build());
        assertEquals(1, headings.size());
    }

    @Test
    void eachShippedSchemeSaysHowWellItIsKnown() {
        for (CategoryScheme each : List.of(CategoryScheme.a(), CategoryScheme.b(), CategoryScheme.c())) {
            assertEquals(Evidence.DERIVED, each.evidence());
            assertEquals(5, each.extras().size());
        }
    }

    @Test
    void aLineForTownAndCountryStandsUnderBothHeadings() {
        AssistanceStandard unified = AssistanceStandardBuilder.builder()
                .item(AssistanceItem.SUBSISTENCE)
                .residence(Residence.UNIFIED)
                .build();
        assertEquals(
                List.of("城市低保", "农村低保"),
                CategoryScheme.a().headingsOf(unified).stream()
                        .map(AssistanceCategory::name)
                        .toList());
        assertEquals(1, CategoryScheme.b().headingsOf(unified).size());
    }

    @Test
    void anExtraIsKnownAndStandsUnderNoHeading() {
        AssistanceStandard extra = AssistanceStandardBuilder.builder()
                .item(AssistanceItem.parse("低保边缘家庭"))
                .build();
        assertTrue(CategoryScheme.a().knows(extra.item()));
        assertEquals(List.of(), CategoryScheme.a().headingsOf(extra));
    }

    @Test
    void aUserBringsASchemeOfTheirOwn() throws IOException {
        CategoryScheme scheme =
                CategoryScheme.read("八类", new StringReader(HEADER + "低保,低保,,primary\n,临时救助,,unverified\n"));
        assertEquals("八类", scheme.name());
        assertEquals(Evidence.UNVERIFIED, scheme.evidence());
        assertEquals(1, scheme.categories().size());
    }

    @Test
    void aSchemeThatPutsAnItemUnderTwoHeadingsIsRefusedWithItsLine() {
        List<String> bad = new ArrayList<>();
        bad.add("甲,低保,,derived\n乙,低保,,derived\n");
        bad.add("甲,低保,,derived\n乙,低保,URBAN,derived\n");
        bad.add("甲,低保,URBAN,derived\n,低保,,derived\n");
        bad.add("甲,低保,URBAN,derived\n乙,特困基本生活,TOWN,derived\n");
        for (String each : bad) {
            IOException refused = assertThrows(
                    IOException.class, () -> CategoryScheme.read("x", new StringReader(HEADER + each)), each);
            assertTrue(refused.getMessage().startsWith("line 3 "), refused.getMessage());
        }
        assertThrows(IOException.class, () -> CategoryScheme.read("x", new StringReader("a,b\n")));
    }

    @Test
    void theScopesOfQingdaoAreKnownAndOthersAreNot() throws IOException {
        assertEquals(7, NamedScopes.shipped().regions("青岛市", "七区").size());
        assertEquals(List.of(), NamedScopes.shipped().regions("济南市", "五区"));
        assertThrows(IOException.class, () -> NamedScopes.read(new StringReader("place,scope,regions\n青岛市,七区,\n")));
    }
}
