package org.gongkai.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.AmendmentType;
import org.gongkai.core.decision.CatalogueAmendment;
import org.gongkai.core.decision.CatalogueCompletion;
import org.gongkai.core.decision.ConsultationWay;
import org.gongkai.core.decision.DecisionCatalogueBuilder;
import org.gongkai.core.decision.DecisionHearing;
import org.gongkai.core.decision.DecisionKind;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMaterialBuilder;
import org.gongkai.core.decision.DecisionMatter;
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
import org.gongkai.core.decision.Opinion;
import org.gongkai.core.decision.OpinionBuilder;
import org.gongkai.core.decision.PartyConsent;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.decision.PolicyEvaluationBuilder;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.organization.Agency;

/** For each rule of decisions a record that passes and one that breaks that rule alone. */
final class DecisionExamples {

    private final Map<String, LandExamples.Pair> pairs = new LinkedHashMap<>();

    private DecisionExamples() {}

    static Map<String, LandExamples.Pair> all() {
        DecisionExamples examples = new DecisionExamples();
        examples.catalogues();
        examples.matters();
        examples.materials();
        examples.amendments();
        examples.consultations();
        examples.opinions();
        examples.evaluations();
        return examples.pairs;
    }

    private void catalogues() {
        catalogue("body.missing", c -> c.body(null));
        catalogue("year.missing", c -> c.year(null));
        catalogue("publishedOn.missing", c -> c.publishedOn(null));
        catalogue("documentNumber.missing", c -> c.documentNumber(null));
        catalogue("consent.missing", c -> c.consent(null));
        catalogue("matters.missing", c -> c.matters(List.of()));
        catalogue(
                "publishedOn.late",
                c -> c.publishedOn(DecisionRecords.day("2024-05-14")),
                c -> c.body(Agency.parse("青岛市崂山区人民政府")).publishedOn(DecisionRecords.day("2024-04-01")));
        catalogue(
                "completion.missing",
                c -> c.year(2023)
                        .publishedOn(DecisionRecords.day("2023-03-20"))
                        .completion(new CatalogueCompletion(DecisionRecords.day("2023-12-29"), "a.html", null)),
                c -> c.year(2023).publishedOn(DecisionRecords.day("2023-03-20")));
        catalogue("publishedOn.beforeConsent", consent("2024-03-20"), consent("2024-03-21"));
        catalogue(
                "completion.beforeCatalogue",
                c -> c.completion(new CatalogueCompletion(DecisionRecords.day("2024-03-20"), "a.html", null)),
                c -> c.completion(new CatalogueCompletion(DecisionRecords.day("2024-03-19"), "a.html", null)));
        catalogue("property.unknown", c -> c.other(Map.of("x", "y")));
    }

    private static UnaryOperator<DecisionCatalogueBuilder> consent(String day) {
        return c -> c.consent(new PartyConsent(Agency.parse("中共甲区委员会"), DecisionRecords.day(day), null));
    }

    private void matters() {
        matter("incomplete", m -> m.units(List.of()));
        matter("detailMissing", m -> m.legalBases(List.of()));
        matter("termUnlisted", m -> m.procedures(procedures(DecisionProcedure.parse("社会公示"))));
        matter(
                "kindUnlisted",
                m -> m.decisionKind(DecisionKind.parse("政府定价")),
                m -> m.decisionKind(DecisionKind.parse("大事")));
        List<Agency> two = List.of(Agency.parse("甲局"), Agency.parse("乙局"));
        matter("leadMissing", m -> m.units(two).lead(two.get(0)), m -> m.units(two));
        matter("leadNotListed", m -> m.lead(Agency.parse("丙局")));
        DecisionMatter other =
                DecisionRecords.matter().sequence("2").name("另一事项").build();
        catalogue(
                "matter.sequenceTwice",
                c -> c.matters(both(other)),
                c -> c.matters(
                        both(DecisionMatterBuilder.builder(other).sequence("1").build())));
        catalogue(
                "matter.nameTwice",
                c -> c.matters(both(other)),
                c -> c.matters(both(DecisionMatterBuilder.builder(other)
                        .name(DecisionRecords.NAME)
                        .build())));
        matter("plannedTimeUnread", m -> m.plannedTime(PlannedTime.read("适时", 2024)));
        matter(
                "plannedTimeReversed",
                m -> m.plannedTime(
                        new PlannedTime("x", DecisionRecords.day("2024-06-02"), DecisionRecords.day("2024-06-02"))),
                m -> m.plannedTime(
                        new PlannedTime("x", DecisionRecords.day("2024-06-02"), DecisionRecords.day("2024-06-01"))));
        matter("overdue", open("6月1日前"), open("5月底前"));
        matter(
                "resultMissing",
                m -> m.result(new DecisionResult("甲文", null, DecisionRecords.day("2024-05-06"))),
                m -> m.result(new DecisionResult(null, null, DecisionRecords.day("2024-05-06"))));
        matter("stageContradicted", m -> m.stage(DecisionStage.of(DecisionStage.Step.REVIEW)));
        matter("legalityReviewTooShort", review("2024-04-23"), review("2024-04-22"));
        matter(
                "materialMissing",
                m -> m.materials(DecisionRecords.with(
                        MaterialType.Type.DRAFT,
                        x -> DecisionRecords.state(x, MaterialState.State.WITHHELD)
                                .reason("涉及国家秘密"))),
                m -> m.materials(DecisionRecords.without(MaterialType.Type.DRAFT)));
        matter(
                "materialAdvised",
                m -> m.materials(DecisionRecords.without(MaterialType.Type.RISK_ASSESSMENT))
                        .procedures(List.of(
                                DecisionProcedure.of(DecisionProcedure.Step.LEGALITY_REVIEW),
                                DecisionProcedure.of(DecisionProcedure.Step.COLLECTIVE_DISCUSSION))),
                m -> m.materials(DecisionRecords.without(MaterialType.Type.RISK_ASSESSMENT)));
        matter(
                "legalityReviewReversed",
                m -> m.legalityReview(new LegalityReview(
                        null, DecisionRecords.day("2024-04-25"), DecisionRecords.day("2024-04-24"))));
        matter("decidedBeforeReview", review("2024-05-06"), review("2024-05-07"));
        matter(
                "draftAfterDecision",
                day(MaterialType.Type.DRAFT, "2024-05-06"),
                day(MaterialType.Type.DRAFT, "2024-05-07"));
        matter(
                "resultBeforeIssue",
                day(MaterialType.Type.RESULT, "2024-05-07"),
                day(MaterialType.Type.RESULT, "2024-05-05"));
        matter(
                "procedureMissing",
                m -> m.procedures(List.of(DecisionProcedure.of(DecisionProcedure.Step.COLLECTIVE_DISCUSSION)))
                        .materials(DecisionRecords.without(MaterialType.Type.RISK_ASSESSMENT)),
                m -> m.procedures(List.of(DecisionProcedure.of(DecisionProcedure.Step.COLLECTIVE_DISCUSSION)))
                        .legalityReview(null));
        matter("materialLate", opinions("2024-05-17"), opinions("2024-05-18"));
        matter(
                "decision.limit.notChecked",
                review("2024-04-23"),
                m -> m.legalityReview(new LegalityReview(
                        null, DecisionRecords.day("1990-01-02"), DecisionRecords.day("1990-02-02"))));
    }

    private void materials() {
        MaterialType.Type draft = MaterialType.Type.DRAFT;
        material("incomplete", x -> x.state(null));
        material("stateUnlisted", x -> x.state(MaterialState.parse("快了")));
        catalogue(
                "material.typeUnlisted",
                DecisionRecords.matter(m -> m.materials(plus(DecisionRecords.published(draft, "2024-03-01")))),
                DecisionRecords.matter(m -> m.materials(plus(DecisionRecords.published(draft, "2024-03-01"), "纪要"))));
        material(
                "reasonMissing",
                x -> DecisionRecords.state(x, MaterialState.State.NOT_APPLICABLE)
                        .reason("不涉及"),
                x -> DecisionRecords.state(x, MaterialState.State.NOT_APPLICABLE));
        material("dateMissing", x -> x.publishedOn(null));
        material("linkMissing", x -> x.url(null));
        material("linkUnsafe", x -> x.url("../files/1.pdf"), x -> x.url("javascript:alert(1)"));
        material(
                "stateContradicted",
                x -> DecisionRecords.state(x, MaterialState.State.WITHHELD).reason("涉及国家秘密"),
                x -> DecisionRecords.state(x, MaterialState.State.WITHHELD)
                        .reason("涉及国家秘密")
                        .url("a.html"));
    }

    private void amendments() {
        amendment("incomplete", change(AmendmentType.Type.CHANGED, DecisionRecords.NAME, null, "x"));
        amendment(
                "typeUnlisted",
                new CatalogueAmendment(
                        AmendmentType.parse("合并"), DecisionRecords.NAME, DecisionRecords.day("2024-05-01"), "x", null));
        amendment("reasonMissing", change(AmendmentType.Type.DROPPED, "旧事项", "2024-05-01", null));
        amendment("reasonAdvised", change(AmendmentType.Type.ADDED, DecisionRecords.NAME, "2024-05-01", null));
        amendment("matterUnknown", change(AmendmentType.Type.ADDED, "新事项", "2024-05-01", "x"));
        amendment("matterStillListed", change(AmendmentType.Type.DROPPED, DecisionRecords.NAME, "2024-05-01", "x"));
    }

    private void consultations() {
        consultation("body.missing", c -> c.body(null));
        consultation("subject.missing", c -> c.matter(null).title("停车场建设"), c -> c.matter(null));
        consultation("wayUnlisted", c -> c.ways(ways(ConsultationWay.parse("电话"))));
        consultation("channels.missing", c -> c.channels(List.of()));
        consultation(
                "period.missing",
                c -> c.openUntil(null).ways(List.of(ConsultationWay.of(ConsultationWay.Way.SURVEY))),
                c -> c.openUntil(null));
        consultation(
                "period.reversed",
                c -> c.matter(null)
                        .title("一般政策")
                        .openFrom(DecisionRecords.day("2024-03-28"))
                        .openUntil(DecisionRecords.day("2024-03-30")),
                c -> c.openUntil(DecisionRecords.day("2024-02-29")));
        consultation(
                "period.tooShort",
                c -> c.openUntil(DecisionRecords.day("2024-03-29")).shorterBecause("汛期将至"),
                c -> c.openUntil(DecisionRecords.day("2024-03-29")));
        consultation(
                "period.decidedBefore",
                c -> c.openUntil(DecisionRecords.day("2024-05-06")),
                c -> c.openUntil(DecisionRecords.day("2024-05-07")));
        consultation("hearing.afterDecision", hearingOn("2024-05-06"), hearingOn("2024-05-07"));
        consultation("hearing.partAboveWhole", hearing("2024-04-03", 15, 15), hearing("2024-04-03", 15, 16));
        consultation(
                "counts.partAboveWhole",
                c -> c.received(5).adopted(5).partlyAdopted(null).rejected(null),
                c -> c.received(5).adopted(6).partlyAdopted(null).rejected(null));
        consultation(
                "feedback.early",
                c -> c.decisionIssuedOn(null).feedbackPublishedOn(DecisionRecords.day("2024-03-30")),
                c -> c.decisionIssuedOn(null).feedbackPublishedOn(DecisionRecords.day("2024-03-29")));
        consultation("hearing.papersLate", hearing("2024-04-03", 15, 8), hearing("2024-04-04", 15, 8));
        consultation("hearing.papersMissing", hearing(null, 15, 8));
        consultation(
                "hearing.interestedFew",
                c -> c.decisionIssuedOn(null)
                        .hearing(new DecisionHearing(
                                DecisionRecords.day("2026-04-10"), DecisionRecords.day("2026-04-03"), 15, 8)),
                c -> c.decisionIssuedOn(null)
                        .hearing(new DecisionHearing(
                                DecisionRecords.day("2026-04-10"), DecisionRecords.day("2026-04-03"), 15, 7)));
        consultation("received.missing", c -> c.received(null));
        consultation(
                "counts.differ", c -> c.received(0).adopted(0).partlyAdopted(0).rejected(0), c -> c.received(5));
        consultation(
                "count.negative",
                c -> c.received(null)
                        .feedbackPublishedOn(null)
                        .decisionIssuedOn(null)
                        .adopted(-2));
        consultation("reasons.missing", c -> c.rejectionReasons(null));
        consultation(
                "feedback.late",
                c -> c.feedbackPublishedOn(DecisionRecords.day("2024-05-01")),
                c -> c.feedbackPublishedOn(DecisionRecords.day("2024-05-20")));
        consultation("property.unknown", c -> c.other(Map.of("x", "y")));
    }

    private void opinions() {
        consultation("opinions.differ", listed(opinion(2, "x")), listed(opinion(1, "x")));
        consultation(
                "opinion.incomplete",
                listed(opinion(2, "x")),
                listed(OpinionBuilder.builder(opinion(2, "x")).text(null).build()));
        consultation(
                "opinion.adoptionUnlisted",
                listed(opinion(2, "x")),
                c -> c.received(1)
                        .adopted(null)
                        .opinions(List.of(OpinionBuilder.builder()
                                .text("多建")
                                .adoption(Adoption.parse("看看"))
                                .build()))
                        .partlyAdopted(null)
                        .rejected(null));
        consultation(
                "opinion.reasonMissing",
                listed(opinion(2, "x")),
                c -> listed(opinion(2, null)).apply(c).rejectionReasons(null));
    }

    private void evaluations() {
        evaluation("body.missing", e -> e.body(null));
        evaluation("year.missing", e -> e.year(null));
        evaluation("subject.missing", e -> e.subject(null));
        evaluation("methods.missing", e -> e.methods(List.of()));
        evaluation("methodUnlisted", e -> e.methods(List.of(EvaluationMethod.parse("抽签"))));
        evaluation("findings.missing", e -> e.findings(List.of()));
        evaluation("finding.incomplete", e -> e.findings(List.of(new EvaluationFinding(null, " "))));
        evaluation(
                "aspectUnlisted", e -> e.findings(List.of(new EvaluationFinding(EvaluationAspect.parse("天气"), "晴"))));
        evaluation("use.missing", e -> e.use(null));
        evaluation("publishedOn.late", e -> e.publishedOn(DecisionRecords.day("2024-01-01")));
        evaluation("property.unknown", e -> e.other(Map.of("x", "y")));
    }

    private static UnaryOperator<DecisionMatterBuilder> open(String time) {
        return m -> m.plannedTime(PlannedTime.read(time, 2024))
                .stage(DecisionStage.of(DecisionStage.Step.DRAFTING))
                .result(null);
    }

    private static UnaryOperator<DecisionMatterBuilder> review(String completed) {
        return m -> m.legalityReview(
                new LegalityReview(null, DecisionRecords.day("2024-04-15"), DecisionRecords.day(completed)));
    }

    private static UnaryOperator<DecisionMatterBuilder> opinions(String day) {
        return day(MaterialType.Type.OPINIONS, day);
    }

    private static UnaryOperator<DecisionMatterBuilder> day(MaterialType.Type type, String day) {
        return m -> m.materials(DecisionRecords.with(type, x -> x.publishedOn(DecisionRecords.day(day))));
    }

    private static UnaryOperator<PublicConsultationBuilder> hearing(String papers, int participants, int interested) {
        return c -> c.hearing(new DecisionHearing(
                DecisionRecords.day("2024-04-10"),
                papers == null ? null : DecisionRecords.day(papers),
                participants,
                interested));
    }

    private static UnaryOperator<PublicConsultationBuilder> hearingOn(String day) {
        return c -> c.hearing(new DecisionHearing(DecisionRecords.day(day), DecisionRecords.day("2024-04-10"), 15, 8));
    }

    private static Opinion opinion(int count, String reason) {
        return OpinionBuilder.builder()
                .text("多建停车位")
                .count(count)
                .adoption(Adoption.of(Adoption.Outcome.REJECTED))
                .reason(reason)
                .build();
    }

    private static UnaryOperator<PublicConsultationBuilder> listed(Opinion opinion) {
        return c -> c.received(2).adopted(0).partlyAdopted(0).rejected(2).opinions(List.of(opinion));
    }

    private static List<DecisionProcedure> procedures(DecisionProcedure more) {
        List<DecisionProcedure> procedures =
                new ArrayList<>(DecisionRecords.matter().build().procedures());
        procedures.add(more);
        return procedures;
    }

    private static List<ConsultationWay> ways(ConsultationWay more) {
        return List.of(ConsultationWay.of(ConsultationWay.Way.NOTICE), more);
    }

    private static List<DecisionMatter> both(DecisionMatter other) {
        return List.of(DecisionRecords.matter().build(), other);
    }

    private static List<DecisionMaterial> plus(DecisionMaterial more) {
        List<DecisionMaterial> materials = new ArrayList<>(DecisionRecords.materials());
        materials.add(more);
        return materials;
    }

    private static List<DecisionMaterial> plus(DecisionMaterial more, String type) {
        return plus(DecisionMaterialBuilder.builder(more)
                .type(MaterialType.parse(type))
                .build());
    }

    private static CatalogueAmendment change(AmendmentType.Type type, String matter, String day, String reason) {
        return new CatalogueAmendment(
                AmendmentType.of(type), matter, day == null ? null : DecisionRecords.day(day), reason, null);
    }

    private void amendment(String rule, CatalogueAmendment bad) {
        catalogue(
                "amendment." + rule,
                c -> c.amendments(List.of(
                        change(AmendmentType.Type.DROPPED, "旧事项", "2024-05-01", "条件不成熟"),
                        change(AmendmentType.Type.CHANGED, DecisionRecords.NAME, "2024-05-01", "范围调整"))),
                c -> c.amendments(List.of(bad)));
    }

    private void material(String rule, UnaryOperator<DecisionMaterialBuilder> bad) {
        material(rule, x -> x, bad);
    }

    private void material(
            String rule, UnaryOperator<DecisionMaterialBuilder> good, UnaryOperator<DecisionMaterialBuilder> bad) {
        catalogue(
                "material." + rule,
                DecisionRecords.matter(m -> m.materials(DecisionRecords.with(MaterialType.Type.DRAFT, good))),
                DecisionRecords.matter(m -> m.materials(DecisionRecords.with(MaterialType.Type.DRAFT, bad))));
    }

    private void matter(String rule, UnaryOperator<DecisionMatterBuilder> bad) {
        matter(rule, m -> m, bad);
    }

    private void matter(
            String rule, UnaryOperator<DecisionMatterBuilder> good, UnaryOperator<DecisionMatterBuilder> bad) {
        catalogue(
                rule.startsWith("decision.") ? rule : "matter." + rule,
                DecisionRecords.matter(good),
                DecisionRecords.matter(bad));
    }

    private void catalogue(String rule, UnaryOperator<DecisionCatalogueBuilder> bad) {
        catalogue(rule, c -> c, bad);
    }

    private void catalogue(
            String rule, UnaryOperator<DecisionCatalogueBuilder> good, UnaryOperator<DecisionCatalogueBuilder> bad) {
        put(
                rule.startsWith("decision.") ? rule : "decision.catalogue." + rule,
                good.apply(DecisionRecords.catalogue()).build(),
                bad.apply(DecisionRecords.catalogue()).build());
    }

    private void consultation(String rule, UnaryOperator<PublicConsultationBuilder> bad) {
        consultation(rule, c -> c, bad);
    }

    private void consultation(
            String rule, UnaryOperator<PublicConsultationBuilder> good, UnaryOperator<PublicConsultationBuilder> bad) {
        put(
                "decision.consultation." + rule,
                good.apply(DecisionRecords.consultation()).build(),
                bad.apply(DecisionRecords.consultation()).build());
    }

    private void evaluation(String rule, UnaryOperator<PolicyEvaluationBuilder> bad) {
        put(
                "decision.evaluation." + rule,
                DecisionRecords.evaluation().build(),
                bad.apply(DecisionRecords.evaluation()).build());
    }

    private void put(String rule, DisclosureRecord good, DisclosureRecord bad) {
        pairs.put(rule, new LandExamples.Pair(good, bad));
    }
}
