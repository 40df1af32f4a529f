package org.gongkai.core.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.gongkai.core.Code;
import org.gongkai.core.Evidence;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionListsTest {

    private static final String KINDS = "scheme,number,label,also,scope,source,evidence\n";
    private static final String MATERIALS = "type,need,stage,procedure,duty,basis,evidence\n";

    @ParameterizedTest
    @CsvSource({"national, 5, PRIMARY", "shandong, 7, MIRROR", "qingdao, 7, PRIMARY", "district, 9, PRIMARY"})
    void eachLevelHasItsOwnNumberOfKinds(String scheme, int kinds, Evidence evidence) {
        List<DecisionKindScheme.Entry> entries =
                DecisionKindScheme.named(scheme).entries();
        assertEquals(kinds, entries.size());
        assertTrue(entries.stream().allMatch(each -> each.evidence() == evidence));
        for (int i = 0; i < kinds; i++) {
            assertEquals(i + 1, entries.get(i).number());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"重要规划", "（三）重要规划", "3.规划", "三、经济和社会发展 规划", "经济和社会发展方面的总体规划、区域规划和专项规划；"})
    void aKindIsFoundUnderItsNamesWithOrWithoutItsNumber(String text) {
        assertEquals(
                3,
                assertNotNullAnd(DecisionKindScheme.named("shandong").find(DecisionKind.parse(text)))
                        .number());
    }

    @Test
    void governmentPricesAreAKindInQingdaoAndNoneInTheProvince() {
        assertNotNull(DecisionKindScheme.named("qingdao").find(DecisionKind.parse("政府定价")));
        assertNull(DecisionKindScheme.named("shandong").find(DecisionKind.parse("政府定价")));
    }

    @Test
    void aUsersOwnKindsReplaceTheShippedOnes() throws IOException {
        DecisionKindScheme own = DecisionKindScheme.read(
                new StringReader(KINDS + "own,1,民生实事,实事|民生,办民生实事,某文第一条,primary\n"), "own.csv", "own");
        assertEquals("own", own.name());
        assertNotNull(own.find(DecisionKind.parse("实事")));
    }

    @Test
    void aFaultyListOfKindsIsNamedWithFileLineColumnAndValue() {
        String row = "a,1,甲,,乙,丙,primary\n";
        assertMessage(row + row, "own.csv:3: column number holds \"1\"");
        assertMessage(row + row.replace("1", "2"), "own.csv:3: column label holds \"甲\"");
        assertMessage(row.replace("1", "one"), "own.csv:2: column number holds \"one\"");
        assertMessage(row.replace("primary", "sure"), "own.csv:2: column evidence holds \"sure\"");
        assertMessage(row, "own.csv: no scheme own; expected one of a");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DecisionKindScheme.named("x"))
                .getMessage()
                .contains("national"));
    }

    @Test
    void aTimeLimitOfAMaterialIsADutyOfTheCatalogue() {
        RequiredMaterial opinions =
                assertNotNullAnd(MaterialCatalogue.standard().find(MaterialType.Type.OPINIONS));
        assertEquals(
                "10", Duties.catalogue().get(String.valueOf(opinions.duty())).amount());
    }

    @Test
    void whatIsDemandedGrowsWithTheStage() {
        assertEquals(List.of(), demanded(DecisionStage.Step.DRAFTING));
        assertEquals(
                List.of(MaterialType.Type.DRAFT, MaterialType.Type.EXPLANATION, MaterialType.Type.BACKGROUND),
                demanded(DecisionStage.Step.CONSULTATION));
        assertEquals(
                List.of(
                        MaterialType.Type.DRAFT,
                        MaterialType.Type.EXPLANATION,
                        MaterialType.Type.BACKGROUND,
                        MaterialType.Type.OPINIONS,
                        MaterialType.Type.RESULT,
                        MaterialType.Type.RISK_ASSESSMENT),
                demanded(DecisionStage.Step.DECIDED));
        assertEquals(List.of(), demanded(DecisionStage.Step.ABANDONED));
    }

    @Test
    void aFaultyListOfMaterialsIsNamedWithFileLineColumnAndValue() throws IOException {
        String row = "决策结果,ALWAYS,已决策,,,某条,primary\n";
        assertEquals(
                1,
                MaterialCatalogue.read(new StringReader(MATERIALS + row), "own.csv")
                        .materials()
                        .size());
        assertMaterials(row + row, "own.csv:3: column type holds \"决策结果\"");
        assertMaterials(row.replace("决策结果", "大事"), "own.csv:2: column type holds \"大事\"");
        assertMaterials(row.replace("已决策", "以后"), "own.csv:2: column stage holds \"以后\"");
        assertMaterials(row.replace("ALWAYS", "SOMETIMES"), "own.csv:2: material 决策结果 is needed sometimes");
    }

    @Test
    void aMatterIsFoundByItsNameWhateverTheMarksOfTitlesAndByItsNumberWhenNoNameIsGiven() {
        DecisionCatalogue catalogue = DecisionCatalogueBuilder.builder()
                .year(2024)
                .matters(List.of(
                        DecisionMatterBuilder.builder()
                                .sequence("1")
                                .name("停车收费方案")
                                .build(),
                        DecisionMatterBuilder.builder()
                                .sequence("2")
                                .name("《养老服务 规划》")
                                .build()))
                .build();
        assertEquals("2", sequence(catalogue.find(new MatterReference(2024, null, "养老服务规划"))));
        assertEquals("1", sequence(catalogue.find(new MatterReference(null, "1", null))));
        assertNull(catalogue.find(new MatterReference(2023, "1", null)));
        assertNull(catalogue.find(new MatterReference(2024, "1", "别的事项")));
        assertNull(catalogue.find(new MatterReference(2024, null, null)));
    }

    @Test
    void theLeadAnswersForAMatterOfSeveralUnits() {
        List<Agency> units = List.of(Agency.parse("甲局"), Agency.parse("乙局"));
        assertNull(DecisionMatterBuilder.builder().units(units).build().answers());
        assertEquals(
                units.get(1),
                DecisionMatterBuilder.builder()
                        .units(units)
                        .lead(units.get(1))
                        .build()
                        .answers());
        assertEquals(
                units.get(0),
                DecisionMatterBuilder.builder()
                        .units(units.subList(0, 1))
                        .build()
                        .answers());
    }

    @Test
    void termsOutsideTheListsAreKeptAndKnownAsUnlisted() {
        for (Code each : List.of(
                MaterialType.parse("会议纪要"),
                MaterialState.parse("快了"),
                DecisionProcedure.parse("社会公示"),
                DecisionStage.parse("路上"),
                AmendmentType.parse("合并"),
                ConsultationWay.parse("电话"),
                Adoption.parse("看看"),
                EvaluationMethod.parse("抽签"),
                EvaluationAspect.parse("天气"))) {
            assertFalse(each.wellFormed(), each.text());
            assertEquals(each.text(), each.toString());
        }
    }

    private static List<MaterialType.Type> demanded(DecisionStage.Step stage) {
        DecisionMatter matter = DecisionMatterBuilder.builder()
                .stage(DecisionStage.of(stage))
                .procedures(List.of(DecisionProcedure.of(DecisionProcedure.Step.RISK_ASSESSMENT)))
                .build();
        return MaterialCatalogue.standard().materials().stream()
                .filter(each -> each.demandedOf(matter))
                .map(RequiredMaterial::type)
                .toList();
    }

    private static String sequence(DecisionMatter matter) {
        return String.valueOf(assertNotNullAnd(matter).sequence());
    }

    private static <T> T assertNotNullAnd(T value) {
        assertNotNull(value);
        return value;
    }

    private static void assertMessage(String rows, String expected) {
        IOException e = assertThrows(
                IOException.class, () -> DecisionKindScheme.read(new StringReader(KINDS + rows), "own.csv", "own"));
        assertTrue(e.getMessage().startsWith(expected), e.getMessage());
    }

    private static void assertMaterials(String rows, String expected) {
        IOException e = assertThrows(
                IOException.class, () -> MaterialCatalogue.read(new StringReader(MATERIALS + rows), "own.csv"));
        assertTrue(e.getMessage().startsWith(expected), e.getMessage());
    }
}
