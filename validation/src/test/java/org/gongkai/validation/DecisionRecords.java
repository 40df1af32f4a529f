package org.gongkai.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gongkai.core.decision.ConsultationWay;
import org.gongkai.core.decision.DecisionCatalogueBuilder;
import org.gongkai.core.decision.DecisionKind;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMaterialBuilder;
import org.gongkai.core.decision.DecisionMatterBuilder;
import org.gongkai.core.decision.DecisionProcedure;
import org.gongkai.core.decision.DecisionResult;
import org.gongkai.core.decision.DecisionStage;
import org.gongkai.core.decision.EvaluationAspect;
import org.gongkai.core.decision.EvaluationFinding;
import org.gongkai.core.decision.EvaluationMethod;
import org.gongkai.core.decision.LegalityReview;
import org.gongkai.core.decision.MaterialState;
import org.gongkai.core.decision.MaterialType;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.PartyConsent;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.decision.PolicyEvaluationBuilder;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;

/** A catalogue, a consultation and an evaluation without a fault on 1 June 2024, to be spoilt in one place. Made up. */
public final class DecisionRecords {

    static final String NAME = "甲区公共停车场建设方案";

    private DecisionRecords() {}

    public static DecisionCatalogueBuilder catalogue() {
        return DecisionCatalogueBuilder.builder()
                .body(Agency.parse("甲区人民政府"))
                .year(2024)
                .documentNumber(DocumentNumber.parse("甲政发〔2024〕3号"))
                .consent(new PartyConsent(Agency.parse("中共甲区委员会"), null, "已经区委同意"))
                .publishedOn(day("2024-03-20"))
                .matters(List.of(matter().build()));
    }

    /** A catalogue whose one matter is changed. */
    public static UnaryOperator<DecisionCatalogueBuilder> matter(UnaryOperator<DecisionMatterBuilder> change) {
        return catalogue -> catalogue.matters(List.of(change.apply(matter()).build()));
    }

    /** A matter that is decided: issued on 6 May 2024, from which ten working days end on the 17th. */
    public static DecisionMatterBuilder matter() {
        return DecisionMatterBuilder.builder()
                .sequence("1")
                .name(NAME)
                .decisionKind(DecisionKind.parse("重大公共建设项目"))
                .units(List.of(Agency.parse("区住房和城乡建设局")))
                .legalBases(List.of("《城市停车设施建设指南》"))
                .plannedTime(PlannedTime.read("上半年", 2024))
                .procedures(List.of(
                        DecisionProcedure.of(DecisionProcedure.Step.PUBLIC_PARTICIPATION),
                        DecisionProcedure.of(DecisionProcedure.Step.RISK_ASSESSMENT),
                        DecisionProcedure.of(DecisionProcedure.Step.LEGALITY_REVIEW),
                        DecisionProcedure.of(DecisionProcedure.Step.COLLECTIVE_DISCUSSION)))
                .stage(DecisionStage.of(DecisionStage.Step.DECIDED))
                .legalityReview(new LegalityReview(null, day("2024-04-15"), day("2024-04-23")))
                .result(new DecisionResult(
                        "关于印发《甲区公共停车场建设方案》的通知", DocumentNumber.parse("甲政发〔2024〕9号"), day("2024-05-06")))
                .materials(materials());
    }

    static List<DecisionMaterial> materials() {
        return List.of(
                published(MaterialType.Type.DRAFT, "2024-03-01"),
                published(MaterialType.Type.EXPLANATION, "2024-03-01"),
                published(MaterialType.Type.BACKGROUND, "2024-03-01"),
                published(MaterialType.Type.RISK_ASSESSMENT, "2024-04-10"),
                published(MaterialType.Type.OPINIONS, "2024-05-17"),
                published(MaterialType.Type.RESULT, "2024-05-06"));
    }

    /** The materials and one more. */
    public static List<DecisionMaterial> both(DecisionMaterial more) {
        return Stream.concat(materials().stream(), Stream.of(more)).toList();
    }

    /** The materials without those of a type. */
    static List<DecisionMaterial> without(MaterialType.Type type) {
        return materials().stream().filter(each -> !each.is(type)).toList();
    }

    /** The materials with that of a type changed. */
    public static List<DecisionMaterial> with(MaterialType.Type type, UnaryOperator<DecisionMaterialBuilder> change) {
        return materials().stream()
                .map(each -> each.is(type)
                        ? change.apply(DecisionMaterialBuilder.builder(each)).build()
                        : each)
                .toList();
    }

    public static DecisionMaterial published(MaterialType.Type type, String day) {
        return DecisionMaterialBuilder.builder()
                .type(MaterialType.of(type))
                .url("https://www.example.gov.cn/decisions/" + type.ordinal() + ".html")
                .publishedOn(day(day))
                .state(MaterialState.of(MaterialState.State.PUBLISHED))
                .build();
    }

    static DecisionMaterialBuilder state(DecisionMaterialBuilder material, MaterialState.State state) {
        return material.state(MaterialState.of(state)).url(null).publishedOn(null);
    }

    public static PublicConsultationBuilder consultation() {
        return PublicConsultationBuilder.builder()
                .body(Agency.parse("区住房和城乡建设局"))
                .matter(new MatterReference(2024, "1", NAME))
                .ways(List.of(ConsultationWay.of(ConsultationWay.Way.NOTICE)))
                .channels(List.of("政府网站"))
                .openFrom(day("2024-03-01"))
                .openUntil(day("2024-03-30"))
                .received(4)
                .adopted(2)
                .partlyAdopted(1)
                .rejected(1)
                .rejectionReasons("建设用地不足")
                .decisionIssuedOn(day("2024-05-06"))
                .feedbackPublishedOn(day("2024-05-17"));
    }

    static PolicyEvaluationBuilder evaluation() {
        return PolicyEvaluationBuilder.builder()
                .body(Agency.parse("甲区人民政府办公室"))
                .year(2023)
                .subject("关于推进养老服务发展的意见")
                .methods(List.of(EvaluationMethod.of(EvaluationMethod.Method.SYMPOSIUM)))
                .findings(
                        List.of(new EvaluationFinding(EvaluationAspect.of(EvaluationAspect.Aspect.RESULTS), "养老床位增加")))
                .use("据此修订补贴标准")
                .publishedOn(day("2023-12-31"));
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
