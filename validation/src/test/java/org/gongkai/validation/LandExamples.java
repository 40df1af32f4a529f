package org.gongkai.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.BlockPrice;
import org.gongkai.core.land.ClassArea;
import org.gongkai.core.land.CompensationRegistration;
import org.gongkai.core.land.Contact;
import org.gongkai.core.land.LandBlockPriceBuilder;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.land.LandRequisitionPlanBuilder;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.Parcel;
import org.gongkai.core.land.ParcelBuilder;
import org.gongkai.core.land.PlanItemState;
import org.gongkai.core.land.PlanReference;
import org.gongkai.core.land.PublicInterestGround;
import org.gongkai.core.land.RequisitionAudience;
import org.gongkai.core.land.RequisitionItem;
import org.gongkai.core.land.RequisitionItemBuilder;
import org.gongkai.core.land.RequisitionItemState;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.core.land.RequisitionStage.Step;
import org.gongkai.core.land.StageProgress;
import org.gongkai.core.organization.Agency;

/** For each rule of land requisition a record that passes and one that breaks that rule alone. */
final class LandExamples {

    /** The records of one rule: the first passes, the second breaks it. */
    record Pair(DisclosureRecord good, DisclosureRecord bad) {}

    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    private LandExamples() {}

    static Map<String, Pair> all() {
        LandExamples examples = new LandExamples();
        examples.plans();
        examples.blockPrices();
        examples.projects();
        examples.stages();
        examples.areas();
        examples.items();
        examples.limits();
        examples.personalData();
        return examples.pairs;
    }

    private void plans() {
        plan("year.missing", p -> p.year(null));
        plan("compiledBy.missing", p -> p.compiledBy(null));
        plan("publishedOn.missing", p -> p.publishedOn(null));
        plan("basis.missing", p -> p.basis(List.of()));
        plan("revision.negative", p -> p.revision(-1));
        plan("items.missing", p -> p.items(List.of()));
        plan("item.incomplete", LandRecords.line(l -> l.location(null)));
        plan("item.detailMissing", LandRecords.line(l -> l.use(null)));
        plan("item.groundUnlisted", LandRecords.line(l -> l.ground(PublicInterestGround.parse("修路"))));
        plan("item.quarterMalformed", LandRecords.line(l -> l.quarter("三季度")));
        plan("item.stateUnlisted", LandRecords.line(l -> l.state(PlanItemState.parse("差不多了"))));
        plan(
                "item.numberTwice",
                p -> p.items(List.of(
                        LandRecords.line().build(),
                        LandRecords.line().number("2").build())),
                p -> p.items(List.of(
                        LandRecords.line().build(),
                        LandRecords.line().name("另一项").build())));
        plan(
                "item.projectMissing",
                LandRecords.line(l ->
                        l.state(PlanItemState.of(PlanItemState.State.PLANNED)).project(null)),
                LandRecords.line(l -> l.project(null)));
        plan("property.unknown", p -> p.other(Map.of("x", "y")));
    }

    private void blockPrices() {
        blockPrice("region.missing", p -> p.region(null));
        blockPrice("block.missing", p -> p.block(null));
        blockPrice("price.missing", p -> p.price(null));
        blockPrice("price.notPositive", p -> p.price(BigDecimal.ZERO));
        blockPrice("unit.missing", p -> p.unit(null));
        blockPrice("unit.malformed", p -> p.unit("元"));
        blockPrice("shares.notWhole", p -> p.landShare(BigDecimal.TEN));
        blockPrice("document.missing", p -> p.document(null));
        blockPrice("publishedOn.missing", p -> p.publishedOn(null));
        pairs.put(
                "land.price.publishedOn.tooOld",
                new Pair(
                        LandRecords.blockPrice()
                                .publishedOn(LandRecords.day("2021-06-01"))
                                .build(),
                        LandRecords.blockPrice()
                                .publishedOn(LandRecords.day("2021-05-31"))
                                .build()));
        blockPrice("effectiveFrom.missing", p -> p.effectiveFrom(null));
        blockPrice("property.unknown", p -> p.other(Map.of("x", "y")));
    }

    private void blockPrice(String rule, UnaryOperator<LandBlockPriceBuilder> bad) {
        pairs.put(
                "land.price." + rule,
                new Pair(
                        LandRecords.blockPrice().build(),
                        bad.apply(LandRecords.blockPrice()).build()));
    }

    private void projects() {
        project("name.missing", p -> p.name(null));
        project("regime.missing", p -> p.regime(null));
        project("regime.unlisted", p -> p.regime(RequisitionRegime.parse("征地")));
        project("implementer.missing", p -> p.implementer(null));
        project(
                "planItem.malformed",
                p -> p.planItem(new PlanReference(2023, "1")),
                p -> p.planItem(new PlanReference(2023, null)));
        project("approvingAuthority.missing", p -> p.approvingAuthority(null));
        project("approvalNumber.missing", p -> p.approvalNumber(null));
        project("approvedOn.missing", p -> p.approvedOn(null));
        project("approvalReceivedOn.missing", p -> p.approvalReceivedOn(null));
        project(
                "approvalReceivedOn.beforeApproval",
                p -> p.approvedOn(LandRecords.day("2024-04-26")),
                p -> p.approvedOn(LandRecords.day("2024-04-27")));
        project("use.missing", p -> p.use(null));
        project("ground.missing", p -> p.ground(null));
        project("ground.unlisted", p -> p.ground(PublicInterestGround.parse("修路")));
        project("contact.missing", p -> p.contact(null));
        project("remedies.missing", p -> p.remedies(null));
        project(
                "price.incomplete",
                prices(new BlockPrice(null, BigDecimal.ONE, null, null, LandRecords.day("2023-09-01"))));
        project(
                "price.notPositive",
                prices(new BlockPrice(null, BigDecimal.ZERO, "万元/亩", null, LandRecords.day("2023-09-01"))));
        project(
                "price.unitMalformed",
                prices(new BlockPrice(null, BigDecimal.TEN, "元/平方米", null, LandRecords.day("2023-09-01"))),
                prices(new BlockPrice(null, BigDecimal.ONE, "元", null, LandRecords.day("2023-09-01"))));
        project(
                "price.implausible",
                prices(new BlockPrice(null, new BigDecimal("112"), "万元/公顷", null, LandRecords.day("2023-09-01"))),
                prices(new BlockPrice(null, new BigDecimal("112000"), "万元/亩", null, LandRecords.day("2023-09-01"))));
        project("price.publishedOnMissing", prices(new BlockPrice(null, new BigDecimal("90000"), "元/亩", null, null)));
        project("prices.missing", p -> p.prices(List.of()));
        project("prices.tooOld", prices(LandRecords.price("2020-11-13")), prices(LandRecords.price("2020-11-12")));
        project("property.unknown", p -> p.other(Map.of("x", "y")));
    }

    private void stages() {
        project(
                "stage.incomplete",
                p -> p.stages(
                        LandRecords.stages(new StageProgress(RequisitionStage.of(Step.APPLICATION), null, null))));
        List<StageProgress> unlisted = new ArrayList<>(LandRecords.stages());
        unlisted.add(new StageProgress(RequisitionStage.parse("开工"), LandRecords.day("2024-05-20"), null));
        project("stage.unlisted", p -> p.stages(unlisted));
        project(
                "stages.outOfOrder",
                p -> p.stages(
                        LandRecords.stages(LandRecords.stage(Step.COMPENSATION_PLAN, "2023-10-12", "2023-11-10"))),
                p -> p.stages(LandRecords.stages(LandRecords.stage(Step.AGREEMENT, "2023-12-13", "2024-01-15"))));
        project(
                "stages.skipped",
                p -> p.stages(LandRecords.stages(LandRecords.stage(Step.HEARING, "2023-12-20", "2023-12-20")))
                        .items(with(
                                LandRecords.item("hearing-notice", "2023-12-01").build())),
                p -> p.stages(LandRecords.stages().stream()
                        .filter(each -> each.stage().step() != Step.PRE_ANNOUNCEMENT)
                        .toList()));
        project("approvedOn.beforeApplication", p -> p.approvedOn(LandRecords.day("2024-01-21")));
        project("stages.announcedBeforeApproval", announced("2024-04-15"), announced("2024-04-14"));
        project(
                "stages.applicationDuringNotice",
                p -> p.stages(
                        LandRecords.stages(LandRecords.stage(Step.COMPENSATION_NOTICE, "2023-11-13", "2023-12-29"))),
                p -> p.stages(
                        LandRecords.stages(LandRecords.stage(Step.COMPENSATION_NOTICE, "2023-11-13", "2024-01-23"))
                                .stream()
                                .filter(each -> each.stage().step() != Step.AGREEMENT)
                                .toList()));
        project(
                "stages.agreementDuringNotice",
                p -> p.stages(
                        LandRecords.stages(LandRecords.stage(Step.COMPENSATION_NOTICE, "2023-11-13", "2023-12-29"))),
                p -> p.stages(
                        LandRecords.stages(LandRecords.stage(Step.COMPENSATION_NOTICE, "2023-11-13", "2023-12-30"))));
        project(
                "registration.beforeNotice",
                p -> p.registration(registration("2023-11-13", "2023-12-14")),
                p -> p.registration(registration("2023-11-12", "2023-12-14")));
        project(
                "registration.reversed",
                p -> p.registration(registration("2023-12-14", "2023-12-14")),
                p -> p.registration(registration("2023-12-14", "2023-12-13")));
        List<StageProgress> other = new ArrayList<>(LandRecords.stages());
        other.add(LandRecords.stage(Step.HOUSE_SURVEY, "2023-05-20", null));
        project("stages.otherRegime", p -> p.stages(other));
        project(
                "stages.endBeforeStart",
                p -> p.stages(LandRecords.stages(LandRecords.stage(Step.REGISTRATION, "2023-12-14", "2023-12-14"))),
                p -> p.stages(LandRecords.stages(LandRecords.stage(Step.REGISTRATION, "2023-12-14", "2023-12-13"))));
    }

    private void areas() {
        project(
                "parcel.incomplete",
                p -> p.parcels(List.of(change(b -> b.location(null)), LandRecords.parcel("2", "0.6565"))),
                p -> p.parcels(List.of(
                        change(b -> b.location(null).collective("第三经济合作社")), LandRecords.parcel("2", "0.6565"))));
        project(
                "parcel.collectiveMissing",
                p -> p.parcels(List.of(change(b -> b.collective(null)), LandRecords.parcel("2", "0.6565"))));
        project(
                "parcels.classesDiffer",
                p -> p.parcels(List.of(
                        change(b -> b.landClasses(List.of(
                                LandRecords.area(LandClass.Name.FARMLAND, "1.1"),
                                LandRecords.area(LandClass.Name.UNUSED, "0.1")))),
                        LandRecords.parcel("2", "0.6565"))),
                p -> p.parcels(List.of(
                        change(b -> b.landClasses(List.of(
                                LandRecords.area(LandClass.Name.AGRICULTURAL, "1.1000"),
                                LandRecords.area(LandClass.Name.UNUSED, "0.0000")))),
                        LandRecords.parcel("2", "0.6565"))));
        project(
                "landClass.incomplete",
                p -> p.landClasses(
                        with(LandRecords.classes(), new ClassArea(LandClass.of(LandClass.Name.UNUSED), null))));
        project(
                "landClass.unlisted",
                p -> p.landClasses(with(
                        LandRecords.classes(),
                        new ClassArea(LandClass.parse("月球"), Area.of("0.0000", Area.Unit.HECTARE)))));
        project(
                "landClasses.sumDiffers",
                p -> p.landClasses(with(LandRecords.classes(), LandRecords.area(LandClass.Name.UNUSED, "0.0100"))));
        project(
                "landClasses.partAboveWhole",
                p -> p.landClasses(with(LandRecords.classes(), LandRecords.area(LandClass.Name.FOREST, "1.4194"))),
                p -> p.landClasses(with(LandRecords.classes(), LandRecords.area(LandClass.Name.FOREST, "1.5000"))));
        project("totalArea.missing", p -> p.totalArea(null));
        project(
                "totalArea.parcelsDiffer",
                p -> p.parcels(List.of(LandRecords.parcel("1", "1.2000"), LandRecords.parcel("2", "0.6566"))),
                p -> p.parcels(List.of(LandRecords.parcel("1", "1.2000"), LandRecords.parcel("2", "0.6575"))));
        project(
                "area.approximateDiffers",
                p -> p.totalArea(Area.parse("约1.86公顷")),
                p -> p.totalArea(Area.parse("约1.87公顷")).restatedArea(null).landClasses(List.of()));
        project(
                "restatedArea.differs",
                p -> p.restatedArea(Area.parse("27.8475亩")),
                p -> p.restatedArea(Area.parse("27.86亩")));
        project(
                "approvingAuthority.tooLow",
                p -> p.parcels(List.of())
                        .restatedArea(null)
                        .totalArea(Area.parse("35公顷"))
                        .landClasses(List.of(LandRecords.area(LandClass.Name.FARMLAND, "35"))),
                p -> p.parcels(List.of())
                        .restatedArea(null)
                        .totalArea(Area.parse("35.0001公顷"))
                        .landClasses(List.of(LandRecords.area(LandClass.Name.FARMLAND, "35.0001"))));
        project(
                "approvingAuthority.entrusted",
                p -> p.approvingAuthority(Agency.parse("浙江省人民政府")),
                p -> p.approvingAuthority(Agency.parse("浙江省人民政府"))
                        .parcels(List.of())
                        .restatedArea(null)
                        .totalArea(Area.parse("35.0001公顷"))
                        .landClasses(List.of(LandRecords.area(LandClass.Name.FARMLAND, "35.0001"))));
    }

    private void items() {
        project(
                "item.incomplete",
                p -> p.items(with(
                        RequisitionItemBuilder.builder().item("intended-notice").build())));
        project(
                "item.termUnlisted",
                p -> p.items(with(RequisitionItemBuilder.builder()
                        .item("intended-notice")
                        .state(RequisitionItemState.parse("快了"))
                        .build())));
        project(
                "items.unlisted",
                p -> p.items(with(LandRecords.item("party", "2024-01-01").build())));
        project(
                "items.audienceDiffers",
                audience(RequisitionAudience.Audience.COLLECTIVE),
                audience(RequisitionAudience.Audience.PUBLIC));
        project(
                "items.reasonMissing",
                p -> p.items(LandRecords.items(
                        "survey-results",
                        i -> state(i, RequisitionItemState.State.WITHHELD).reason("涉及国家秘密"))),
                p -> p.items(
                        LandRecords.items("survey-results", i -> state(i, RequisitionItemState.State.NOT_APPLICABLE))));
        project("items.dateMissing", p -> p.items(LandRecords.items("survey-results", i -> i.publishedOn(null))));
        project(
                "items.stateContradicted",
                p -> p.items(LandRecords.items(
                        "survey-results",
                        i -> i.state(RequisitionItemState.of(RequisitionItemState.State.NOT_YET_DUE)))));
        project(
                "items.missing",
                p -> p.items(LandRecords.items(
                        "compensation-notice",
                        i -> state(i, RequisitionItemState.State.NOT_APPLICABLE).reason("无"))),
                p -> p.items(LandRecords.itemsWithout("compensation-notice")));
        project(
                "items.missingByTable",
                p -> p.stages(LandRecords.stages(LandRecords.stage(Step.SURVEY, "2023-10-12", null))),
                p -> p.stages(LandRecords.stages(LandRecords.stage(Step.SURVEY, "2023-10-12", null)))
                        .items(LandRecords.itemsWithout("survey-results")));
        project(
                "items.limitNotChecked",
                p -> p.items(LandRecords.items("approval", i -> i.publishedOn(LandRecords.day("2024-04-25")))));
    }

    private void limits() {
        project(
                "items.preAnnouncementTooShort",
                until("pre-announcement", "2023-10-11"),
                until("pre-announcement", "2023-10-10"));
        project(
                "items.compensationNoticeTooShort",
                until("compensation-notice", "2023-12-12"),
                until("compensation-notice", "2023-12-11"));
        project(
                "items.announcementLate",
                on("requisition-announcement", "2024-05-20"),
                on("requisition-announcement", "2024-05-21"));
        project("items.approvalDocumentsLate", on("approval", "2024-05-13"), on("approval", "2024-05-14"));
        project("items.surveyResultsLate", on("survey-results", "2023-11-03"), on("survey-results", "2023-11-06"));
        project("items.hearingNoticeLate", hearing("2023-12-11"), hearing("2023-12-12"));
        houses("items.housePlanCommentTooShort", "plan-comment", i -> i.postedUntil(LandRecords.day("2023-05-01")));
        pairs.put("land.project.stages.decidedDuringComment", new Pair(comments("2023-06-12"), comments("2023-06-13")));
        houses("items.houseDecisionLate", "decision", i -> i.publishedOn(LandRecords.day("2023-06-16")));
        pairs.put(
                "land.project.items.houseAppraisalTooShort",
                new Pair(appraisal("2023-07-10"), appraisal("2023-07-06")));
    }

    private void personalData() {
        personal("identityNumber", "11010519491231002X");
        personal("mobileNumber", "13800000000");
        personal("bankCard", "4111111111111111");
        personal("personName", "户主：张三");
    }

    private static UnaryOperator<LandRequisitionProjectBuilder> until(String item, String day) {
        return p -> p.items(LandRecords.items(item, i -> i.postedUntil(LandRecords.day(day))));
    }

    private static UnaryOperator<LandRequisitionProjectBuilder> on(String item, String day) {
        return p -> p.items(LandRecords.items(item, i -> i.publishedOn(LandRecords.day(day))));
    }

    private static UnaryOperator<LandRequisitionProjectBuilder> hearing(String noticed) {
        return p -> p.stages(LandRecords.stages(LandRecords.stage(Step.HEARING, "2023-12-20", "2023-12-20")))
                .items(with(LandRecords.item("hearing-notice", noticed).build()));
    }

    private static UnaryOperator<LandRequisitionProjectBuilder> audience(RequisitionAudience.Audience audience) {
        return p -> p.items(LandRecords.items("survey-results", i -> i.audience(RequisitionAudience.of(audience))));
    }

    private static UnaryOperator<LandRequisitionProjectBuilder> prices(BlockPrice price) {
        return p -> p.prices(List.of(price));
    }

    private static RequisitionItemBuilder state(RequisitionItemBuilder item, RequisitionItemState.State state) {
        return item.state(RequisitionItemState.of(state)).publishedOn(null).postedUntil(null);
    }

    private static List<RequisitionItem> with(RequisitionItem item) {
        return with(LandRecords.items(), item);
    }

    private static <T> List<T> with(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private static Parcel change(UnaryOperator<ParcelBuilder> change) {
        return change.apply(ParcelBuilder.builder(LandRecords.parcel("1", "1.2000")))
                .build();
    }

    private static UnaryOperator<LandRequisitionProjectBuilder> announced(String day) {
        return p -> p.stages(with(
                LandRecords.stages(LandRecords.stage(Step.APPROVAL, "2024-04-12", null)).stream()
                        .filter(each -> each.stage().step() != Step.ANNOUNCEMENT)
                        .toList(),
                LandRecords.stage(Step.ANNOUNCEMENT, day, null)));
    }

    private static CompensationRegistration registration(String from, String until) {
        return new CompensationRegistration(LandRecords.day(from), LandRecords.day(until), "街道");
    }

    private static DisclosureRecord comments(String until) {
        LandRequisitionProject project = LandRecords.houses().build();
        return LandRequisitionProjectBuilder.builder(project)
                .stages(project.stages().stream()
                        .map(each -> each.stage().step() == Step.HOUSE_PLAN_COMMENT
                                ? LandRecords.stage(Step.HOUSE_PLAN_COMMENT, "2023-04-03", until)
                                : each)
                        .toList())
                .build();
    }

    private static DisclosureRecord appraisal(String until) {
        LandRequisitionProject project = LandRecords.houses().build();
        return LandRequisitionProjectBuilder.builder(project)
                .stages(with(project.stages(), LandRecords.stage(Step.HOUSE_APPRAISAL, "2023-07-03", null)))
                .items(with(
                        project.items(),
                        LandRecords.item("first-appraisal", "2023-07-03")
                                .postedUntil(LandRecords.day(until))
                                .build()))
                .build();
    }

    private void houses(String rule, String item, UnaryOperator<RequisitionItemBuilder> bad) {
        List<RequisitionItem> items = LandRecords.houses().build().items().stream()
                .map(each -> item.equals(each.item())
                        ? bad.apply(RequisitionItemBuilder.builder(each)).build()
                        : each)
                .toList();
        pairs.put(
                "land.project." + rule,
                new Pair(
                        LandRecords.houses().build(),
                        LandRecords.houses().items(items).build()));
    }

    private void personal(String kind, String value) {
        pairs.put(
                "record.personalData." + kind,
                new Pair(
                        LandRecords.project()
                                .contact(new Contact("甲区自然资源局", "13800000000", null))
                                .build(),
                        LandRecords.project().socialSecurity(value).build()));
    }

    private void plan(String rule, UnaryOperator<LandRequisitionPlanBuilder> bad) {
        plan(rule, p -> p, bad);
    }

    private void plan(
            String rule,
            UnaryOperator<LandRequisitionPlanBuilder> good,
            UnaryOperator<LandRequisitionPlanBuilder> bad) {
        pairs.put(
                "land.plan." + rule,
                new Pair(
                        good.apply(LandRecords.plan()).build(),
                        bad.apply(LandRecords.plan()).build()));
    }

    private void project(String rule, UnaryOperator<LandRequisitionProjectBuilder> bad) {
        project(rule, p -> p, bad);
    }

    private void project(
            String rule,
            UnaryOperator<LandRequisitionProjectBuilder> good,
            UnaryOperator<LandRequisitionProjectBuilder> bad) {
        pairs.put(
                "land.project." + rule,
                new Pair(
                        good.apply(LandRecords.project()).build(),
                        bad.apply(LandRecords.project()).build()));
    }
}
