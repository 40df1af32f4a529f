package org.gongkai.core.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {

    private static final String CATALOGUE = """
            {"kind":"decision-catalogue","body":"甲区人民政府","year":2024,"documentNumber":"甲政办发〔2024〕7号",\
            "consent":{"committee":"中共甲区委员会","note":"已经区委同意"},"publishedOn":"2024-03-20",\
            "matters":[{"sequence":"1","name":"停车收费方案","decisionKind":"政府定价","units":["甲局","乙局"],"lead":"甲局",\
            "legalBases":["价格法"],"plannedTime":{"text":"6月底前","until":"2024-06-30"},\
            "procedures":["公众参与","合法性审查"],"stage":"已决策",\
            "legalityReview":{"reviewer":"区司法局","submittedOn":"2024-05-06","completedOn":"2024-05-15"},\
            "result":{"title":"关于调整停车收费的通知","documentNumber":"甲政发〔2024〕9号","issuedOn":"2024-06-20"},\
            "materials":[{"type":"决策结果","url":"https://www.example.gov.cn/1.html","publishedOn":"2024-06-21",\
            "state":"已公开"},{"type":"风险评估","state":"不适用","reason":"不涉及"}]}],\
            "amendments":[{"type":"调出","matter":"旧事项","amendedOn":"2024-10-31","reason":"条件不成熟"}],\
            "completion":{"publishedOn":"2024-12-30","url":"done.html"},"fromAnotherSystem":"x"}""";

    private static final String CONSULTATION = """
            {"kind":"public-consultation","body":"甲局","matter":{"year":2024,"sequence":"1","name":"停车收费方案"},\
            "ways":["公开征求意见","听证会"],"channels":["政府网站"],"openFrom":"2024-04-01","openUntil":"2024-04-30",\
            "hearing":{"heldOn":"2024-05-10","papersDeliveredOn":"2024-05-02","participants":15,"interestedParties":8},\
            "received":3,"adopted":2,"rejected":1,"opinions":[{"number":"1","contributor":"朱**","text":"降价","count":1,\
            "adoption":"未采纳","reason":"成本不允许"}],"decisionIssuedOn":"2024-06-20","feedbackPublishedOn":"2024-06-25"}""";

    private static final String EVALUATION = """
            {"kind":"policy-evaluation","body":"甲区人民政府办公室","year":2024,"subject":"关于养老服务的意见",\
            "documentNumber":"甲政发〔2022〕3号","methods":["专题座谈"],\
            "findings":[{"aspect":"取得成效","text":"覆盖面扩大"}],"use":"修订补贴标准","publishedOn":"2024-12-20"}""";

    private static final DecisionCatalogue CATALOGUE_RECORD = DecisionCatalogueBuilder.builder()
            .body(Agency.parse("甲区人民政府"))
            .year(2024)
            .documentNumber(DocumentNumber.parse("甲政办发〔2024〕7号"))
            .consent(new PartyConsent(Agency.parse("中共甲区委员会"), null, "已经区委同意"))
            .publishedOn(LocalDate.of(2024, 3, 20))
            .matters(List.of(DecisionMatterBuilder.builder()
                    .sequence("1")
                    .name("停车收费方案")
                    .decisionKind(DecisionKind.parse("政府定价"))
                    .units(List.of(Agency.parse("甲局"), Agency.parse("乙局")))
                    .lead(Agency.parse("甲局"))
                    .legalBases(List.of("价格法"))
                    .plannedTime(PlannedTime.read("6月底前", 2024))
                    .procedures(List.of(
                            DecisionProcedure.of(DecisionProcedure.Step.PUBLIC_PARTICIPATION),
                            DecisionProcedure.of(DecisionProcedure.Step.LEGALITY_REVIEW)))
                    .stage(DecisionStage.of(DecisionStage.Step.DECIDED))
                    .legalityReview(new LegalityReview(
                            Agency.parse("区司法局"), LocalDate.of(2024, 5, 6), LocalDate.of(2024, 5, 15)))
                    .result(new DecisionResult(
                            "关于调整停车收费的通知", DocumentNumber.parse("甲政发〔2024〕9号"), LocalDate.of(2024, 6, 20)))
                    .materials(List.of(
                            DecisionMaterialBuilder.builder()
                                    .type(MaterialType.of(MaterialType.Type.RESULT))
                                    .url("https://www.example.gov.cn/1.html")
                                    .publishedOn(LocalDate.of(2024, 6, 21))
                                    .state(MaterialState.of(MaterialState.State.PUBLISHED))
                                    .build(),
                            DecisionMaterialBuilder.builder()
                                    .type(MaterialType.of(MaterialType.Type.RISK_ASSESSMENT))
                                    .state(MaterialState.of(MaterialState.State.NOT_APPLICABLE))
                                    .reason("不涉及")
                                    .build()))
                    .build()))
            .amendments(List.of(new CatalogueAmendment(
                    AmendmentType.of(AmendmentType.Type.DROPPED), "旧事项", LocalDate.of(2024, 10, 31), "条件不成熟", null)))
            .completion(new CatalogueCompletion(LocalDate.of(2024, 12, 30), "done.html", " "))
            .other(Map.of("fromAnotherSystem", "x"))
            .build();

    private static final PublicConsultation CONSULTATION_RECORD = PublicConsultationBuilder.builder()
            .body(Agency.parse("甲局"))
            .matter(new MatterReference(2024, "1", "停车收费方案"))
            .ways(List.of(
                    ConsultationWay.of(ConsultationWay.Way.NOTICE), ConsultationWay.of(ConsultationWay.Way.HEARING)))
            .channels(List.of("政府网站"))
            .openFrom(LocalDate.of(2024, 4, 1))
            .openUntil(LocalDate.of(2024, 4, 30))
            .hearing(new DecisionHearing(LocalDate.of(2024, 5, 10), LocalDate.of(2024, 5, 2), 15, 8))
            .received(3)
            .adopted(2)
            .rejected(1)
            .opinions(List.of(OpinionBuilder.builder()
                    .number("1")
                    .contributor("朱**")
                    .text("降价")
                    .count(1)
                    .adoption(Adoption.of(Adoption.Outcome.REJECTED))
                    .reason("成本不允许")
                    .build()))
            .decisionIssuedOn(LocalDate.of(2024, 6, 20))
            .feedbackPublishedOn(LocalDate.of(2024, 6, 25))
            .build();

    private static final PolicyEvaluation EVALUATION_RECORD = PolicyEvaluationBuilder.builder()
            .body(Agency.parse("甲区人民政府办公室"))
            .year(2024)
            .subject("关于养老服务的意见")
            .documentNumber(DocumentNumber.parse("甲政发〔2022〕3号"))
            .methods(List.of(EvaluationMethod.of(EvaluationMethod.Method.SYMPOSIUM)))
            .findings(List.of(new EvaluationFinding(EvaluationAspect.of(EvaluationAspect.Aspect.RESULTS), "覆盖面扩大")))
            .use("修订补贴标准")
            .publishedOn(LocalDate.of(2024, 12, 20))
            .build();

    private static final Map<String, DisclosureRecord> RECORDS =
            Map.of(CATALOGUE, CATALOGUE_RECORD, CONSULTATION, CONSULTATION_RECORD, EVALUATION, EVALUATION_RECORD);

    private final ObjectMapper jackson2 =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final tools.jackson.databind.ObjectMapper jackson3 = tools.jackson.databind.json.JsonMapper.shared();

    @Test
    void bothVersionsOfJacksonWriteTheSameText() throws Exception {
        for (Map.Entry<String, DisclosureRecord> each : RECORDS.entrySet()) {
            assertEquals(each.getKey(), jackson2.writeValueAsString(each.getValue()));
            assertEquals(each.getKey(), jackson3.writeValueAsString(each.getValue()));
        }
    }

    @Test
    void bothVersionsOfJacksonReadItBack() throws Exception {
        for (Map.Entry<String, DisclosureRecord> each : RECORDS.entrySet()) {
            assertEquals(each.getValue(), jackson2.readValue(each.getKey(), DisclosureRecord.class));
            assertEquals(each.getValue(), jackson3.readValue(each.getKey(), DisclosureRecord.class));
        }
    }

    @Test
    void anAmendedCatalogueIsTheSameCatalogue() {
        DecisionCatalogue before = DecisionCatalogueBuilder.builder(CATALOGUE_RECORD)
                .amendments(List.of())
                .documentNumber(null)
                .build();
        assertEquals(before.key(), CATALOGUE_RECORD.key());
    }

    @Test
    void theAccountOfTheOpinionsDoesNotMakeAnotherConsultation() {
        PublicConsultation before = PublicConsultationBuilder.builder(CONSULTATION_RECORD)
                .received(null)
                .opinions(List.of())
                .feedbackPublishedOn(null)
                .build();
        assertEquals(before.key(), CONSULTATION_RECORD.key());
        PublicConsultation second = PublicConsultationBuilder.builder(CONSULTATION_RECORD)
                .openFrom(LocalDate.of(2024, 8, 1))
                .build();
        assertNotEquals(second.key(), CONSULTATION_RECORD.key());
    }

    @Test
    void aPolicyIsEvaluatedOnceAYear() {
        PolicyEvaluation again =
                PolicyEvaluationBuilder.builder(EVALUATION_RECORD).year(2025).build();
        assertNotEquals(again.key(), EVALUATION_RECORD.key());
    }

    @Test
    void ofTwoMaterialsOfATypeThePublishedOneCounts() {
        DecisionMatter matter = CATALOGUE_RECORD.matters().get(0);
        DecisionMaterial waiting = DecisionMaterialBuilder.builder()
                .type(MaterialType.of(MaterialType.Type.RESULT))
                .state(MaterialState.of(MaterialState.State.NOT_YET))
                .build();
        DecisionMatter both = DecisionMatterBuilder.builder(matter)
                .materials(List.of(waiting, matter.materials().get(0)))
                .build();
        assertEquals(matter.materials().get(0), both.material(MaterialType.Type.RESULT));
    }
}
