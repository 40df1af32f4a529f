package org.gongkai.core.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.calendar.Duties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemCatalogueTest {

    private static final String HEADER =
            "id,stage,level1,level2,elements,basis,from,duty,clock,publisher,audience,mode,channels,need,standing,evidence\n";
    private static final String ROW =
            "a,征收土地预公告,甲,乙,\"范围|目的\",某条,2021-09-01,land-pre-announcement,POSTING,区政府,全社会,主动公开,网站,ALWAYS,LAW,primary\n";

    @ParameterizedTest
    @EnumSource
    void everyItemOfAShippedCatalogueNamesAKnownDutyAndAStageOfItsRegime(RequisitionRegime.Regime regime) {
        for (CatalogueItem each : ItemCatalogue.of(regime).items()) {
            if (each.duty() != null) {
                assertNotNull(Duties.catalogue().get(each.duty()));
            }
            if (each.stage() != null) {
                assertEquals(regime, each.stage().regime(), each.id());
            }
        }
    }

    @Test
    void theApprovalStartsTwoClocksThatAreKeptApart() {
        ItemCatalogue items = ItemCatalogue.collectiveLand();
        Duties duties = Duties.catalogue();
        assertEquals(
                "10", duties.get(String.valueOf(items.item("approval").duty())).amount());
        assertEquals(
                "15",
                duties.get(String.valueOf(items.item("requisition-announcement").duty()))
                        .amount());
        for (String each : Set.of("approval", "approval-papers", "requisition-announcement")) {
            assertEquals(CatalogueItem.Clock.APPROVAL_RECEIVED, items.item(each).clock());
        }
    }

    @Test
    void notEveryItemIsForTheWholePublic() {
        assertEquals(
                RequisitionAudience.Audience.COLLECTIVE,
                ItemCatalogue.collectiveLand().item("survey-results").audience());
        assertEquals(
                RequisitionAudience.Audience.AFFECTED_PEOPLE,
                ItemCatalogue.stateOwnedLandHouses()
                        .item("household-compensation")
                        .audience());
    }

    @Test
    void whatIsGivenOnApplicationIsNotDemanded() {
        assertEquals(
                Set.of(
                        "survey-results",
                        "plan-comment",
                        "comment-results",
                        "decision",
                        "first-appraisal",
                        "household-compensation"),
                ItemCatalogue.stateOwnedLandHouses().items().stream()
                        .filter(CatalogueItem::demanded)
                        .map(CatalogueItem::id)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aUsersTableReplacesTheShippedOne() throws IOException {
        CatalogueItem item =
                ItemCatalogue.read(new StringReader(HEADER + ROW), "own.csv").item("a");
        assertEquals(RequisitionStage.Step.PRE_ANNOUNCEMENT, item.stage());
        assertEquals(2, item.elements().size());
    }

    @Test
    void aBadCellIsNamedWithFileLineColumnAndValue() {
        assertMessage(ROW.replace("征收土地预公告", "预告"), "own.csv:2: column stage holds \"预告\"");
        assertMessage(ROW.replace("2021-09-01", "2021"), "own.csv:2: column from holds \"2021\"");
        assertMessage(ROW.replace("全社会", "大家"), "own.csv:2: column audience holds \"大家\"");
        assertMessage(ROW.replace("POSTING", "SOMEDAY"), "own.csv:2: column clock holds \"SOMEDAY\"");
        assertMessage(ROW.replace("POSTING", "NONE"), "own.csv:2: item a has the duty");
        assertMessage(ROW + ROW, "own.csv:3: column id holds \"a\"");
    }

    @Test
    void anUnknownItemIsRefusedWithTheKnownOnes() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> ItemCatalogue.collectiveLand().item("x"));
        assertTrue(e.getMessage().contains("pre-announcement"));
    }

    private static void assertMessage(String rows, String expected) {
        IOException e =
                assertThrows(IOException.class, () -> ItemCatalogue.read(new StringReader(HEADER + rows), "own.csv"));
        assertTrue(e.getMessage().startsWith(expected), e.getMessage());
    }
}
