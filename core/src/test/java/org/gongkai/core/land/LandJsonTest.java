package org.gongkai.core.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.Reading;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandJsonTest {

    private static final String PLAN = """
            {"kind":"land-plan","year":2024,"compiledBy":"甲区自然资源局","items":[{"number":"1","name":"甲路工程",\
            "plannedArea":{"value":"1.8560","unit":"公顷"},"ground":"基础设施","quarter":"Q2","state":"已批准",\
            "project":"2024-1"}],"fromAnotherSystem":"x"}""";

    private static final String PROJECT = """
            {"kind":"land-project","code":"2024-1","name":"甲路工程","regime":"农村集体土地征收",\
            "planItem":{"year":2024,"number":"1"},"approvalNumber":"鲁政土字〔2024〕7号","approvedOn":"2024-05-06",\
            "parcels":[{"location":"甲村","bounds":{"east":"河"},"area":{"value":"17.2566","unit":"公顷",\
            "approximate":true},"landClasses":[{"landClass":"耕地","area":{"value":"1.10","unit":"亩"}}]}],\
            "prices":[{"grade":"Ⅱ级","price":"23.7","unit":"万元/亩"}],\
            "stages":[{"stage":"批准","startedOn":"2024-05-06"}],\
            "items":[{"item":"approval","channels":["政府网站"],"state":"已公开"}]}""";

    private static final LandRequisitionPlan PLAN_RECORD = LandRequisitionPlanBuilder.builder()
            .year(2024)
            .compiledBy(Agency.parse("甲区自然资源局"))
            .items(List.of(PlanItemBuilder.builder()
                    .number("1")
                    .name("甲路工程")
                    .plannedArea(Area.of("1.8560", Area.Unit.HECTARE))
                    .ground(PublicInterestGround.of(PublicInterestGround.Ground.INFRASTRUCTURE))
                    .quarter("Q2")
                    .state(PlanItemState.of(PlanItemState.State.APPROVED))
                    .project("2024-1")
                    .build()))
            .other(Map.of("fromAnotherSystem", "x"))
            .build();

    private static final LandRequisitionProject PROJECT_RECORD = LandRequisitionProjectBuilder.builder()
            .code("2024-1")
            .name("甲路工程")
            .regime(RequisitionRegime.of(RequisitionRegime.Regime.COLLECTIVE_LAND))
            .planItem(new PlanReference(2024, "1"))
            .approvalNumber(DocumentNumber.parse("鲁政土字〔2024〕7号"))
            .approvedOn(LocalDate.of(2024, 5, 6))
            .parcels(List.of(ParcelBuilder.builder()
                    .location("甲村")
                    .bounds(new Bounds("河", " ", null, null))
                    .area(Area.parse("约17.2566公顷"))
                    .landClasses(List.of(
                            new ClassArea(LandClass.of(LandClass.Name.FARMLAND), Area.of("1.10", Area.Unit.MU))))
                    .build()))
            .prices(List.of(new BlockPrice("Ⅱ级", new BigDecimal("23.70"), "万元/亩", null, null)))
            .stages(List.of(new StageProgress(
                    RequisitionStage.of(RequisitionStage.Step.APPROVAL), LocalDate.of(2024, 5, 6), null)))
            .items(List.of(RequisitionItemBuilder.builder()
                    .item("approval")
                    .channels(List.of("政府网站"))
                    .state(RequisitionItemState.of(RequisitionItemState.State.PUBLISHED))
                    .build()))
            .build();

    private final ObjectMapper jackson2 =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final tools.jackson.databind.ObjectMapper jackson3 = tools.jackson.databind.json.JsonMapper.shared();

    @Test
    void bothVersionsOfJacksonWriteTheSameText() throws Exception {
        assertEquals(PLAN, jackson2.writeValueAsString(PLAN_RECORD));
        assertEquals(PLAN, jackson3.writeValueAsString(PLAN_RECORD));
        assertEquals(PROJECT, jackson2.writeValueAsString(PROJECT_RECORD));
        assertEquals(PROJECT, jackson3.writeValueAsString(PROJECT_RECORD));
    }

    @Test
    void bothVersionsOfJacksonReadItBack() throws Exception {
        assertEquals(PLAN_RECORD, jackson2.readValue(PLAN, DisclosureRecord.class));
        assertEquals(PLAN_RECORD, jackson3.readValue(PLAN, DisclosureRecord.class));
        assertEquals(PROJECT_RECORD, jackson2.readValue(PROJECT, DisclosureRecord.class));
        assertEquals(PROJECT_RECORD, jackson3.readValue(PROJECT, DisclosureRecord.class));
    }

    @Test
    void decimalsSurviveWhereTheKindStandsLast() throws Exception {
        String json = PROJECT.replace("\"kind\":\"land-project\",", "").replaceAll("}$", ",\"kind\":\"land-project\"}");
        assertNotEquals(PROJECT, json);
        assertEquals(PROJECT_RECORD, jackson2.readValue(json, DisclosureRecord.class));
        assertEquals(PROJECT_RECORD, jackson3.readValue(json, DisclosureRecord.class));
    }

    @Test
    void anAmountHasOneFormHoweverItWasWritten() throws Exception {
        BlockPrice brief = new BlockPrice(null, new BigDecimal("2E+4"), "元/亩", null, null);
        assertEquals(new BlockPrice(null, new BigDecimal("20000.00"), "元/亩", null, null), brief);
        LandBlockPrice price = LandBlockPriceBuilder.builder()
                .region("东岭区")
                .block("Ⅰ")
                .price(new BigDecimal("2E+4"))
                .unit("元/亩")
                .landShare(new BigDecimal("0.40"))
                .build();
        ObjectMapper json = jackson2;
        String written = json.writeValueAsString(price);
        assertTrue(written.contains("\"price\":\"20000\"") && written.contains("\"landShare\":\"0.4\""), written);
        assertEquals(price, json.readValue(written, DisclosureRecord.class));
    }

    @Test
    void aRevisionIsTheSamePlan() {
        LandRequisitionPlan revised = LandRequisitionPlanBuilder.builder(PLAN_RECORD)
                .revision(1)
                .title("2024年度土地征收计划（调整）")
                .build();
        assertEquals(PLAN_RECORD.key(), revised.key());
    }

    @Test
    void theApprovalDoesNotMakeAnotherProject() {
        LandRequisitionProject before = LandRequisitionProjectBuilder.builder(PROJECT_RECORD)
                .approvalNumber(null)
                .approvedOn(null)
                .build();
        assertEquals(before.key(), PROJECT_RECORD.key());
    }

    @Test
    void theLatestStageIsFoundWhateverTheOrderOfTheList() {
        LandRequisitionProject project = LandRequisitionProjectBuilder.builder()
                .stages(List.of(
                        new StageProgress(RequisitionStage.parse("补偿安置公告"), LocalDate.of(2024, 3, 1), null),
                        new StageProgress(RequisitionStage.parse("土地现状调查"), LocalDate.of(2024, 2, 1), null),
                        new StageProgress(RequisitionStage.parse("不知道"), LocalDate.of(2024, 4, 1), null)))
                .build();
        assertEquals(RequisitionStage.Step.COMPENSATION_NOTICE, project.latestStep());
        assertNull(LandRequisitionProjectBuilder.builder().build().latestStep());
    }

    @Test
    void aStageIsKnownByItsShortFormsAndKeepsItsText() {
        assertEquals(
                RequisitionStage.Step.PRE_ANNOUNCEMENT,
                RequisitionStage.parse("预公告").step());
        assertEquals(
                RequisitionStage.Step.COMPENSATION_PLAN,
                RequisitionStage.parse("补偿安置方案").step());
        assertEquals("预公告", RequisitionStage.parse("预公告").text());
        assertNull(RequisitionStage.parse("公告").step());
    }

    @Test
    void noShortFormOfAStageNamesTwo() {
        List<String> names = Arrays.stream(RequisitionStage.Step.values())
                .flatMap(each -> Stream.of(
                                "预公告", "现状调查", "风险评估", "补偿安置方案", "补偿安置公告", "听证", "补偿登记", "协议", "报批", "批准", "征收土地公告")
                        .filter(name -> RequisitionStage.parse(name).step() == each))
                .toList();
        assertEquals(11, names.size());
        assertEquals(11, names.stream().distinct().count());
    }

    @ParameterizedTest
    @CsvSource({
        "基础设施, 基础设施, false",
        "由政府组织实施的能源、交通、水利、通信、邮政等基础设施建设需要用地, 基础设施, true",
        "符合《土地管理法》第四十五条第（四）项, 保障性安居工程, true",
        "第四十五条第五项规定的成片开发, 成片开发, true",
        "基础设施和公共事业, 基础设施和公共事业, false",
        "修路, 修路, false"
    })
    void thePurposeOfANoticeIsReadAsOneOfTheSixGrounds(String raw, String expected, boolean repaired) {
        Reading<PublicInterestGround> reading = PublicInterestGround.read(raw);
        assertEquals(expected, String.valueOf(reading.value()));
        assertEquals(repaired, reading.repaired());
    }

    @Test
    void permanentBasicFarmlandLiesWithinFarmlandAndAgriculturalLand() {
        LandClass.Name basic = LandClass.parse("永久基本农田").name();
        assertEquals(basic, LandClass.parse("基本农田").name());
        assertNotNull(basic);
        assertTrue(basic.within(LandClass.Name.FARMLAND));
        assertTrue(basic.within(LandClass.Name.AGRICULTURAL));
        assertNull(LandClass.parse("月球").name());
    }
}
