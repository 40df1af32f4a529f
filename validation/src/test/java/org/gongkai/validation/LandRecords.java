package org.gongkai.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.BlockPrice;
import org.gongkai.core.land.ClassArea;
import org.gongkai.core.land.Contact;
import org.gongkai.core.land.LandBlockPriceBuilder;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.land.LandRequisitionPlanBuilder;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.Parcel;
import org.gongkai.core.land.ParcelBuilder;
import org.gongkai.core.land.PlanItemBuilder;
import org.gongkai.core.land.PlanItemState;
import org.gongkai.core.land.PublicInterestGround;
import org.gongkai.core.land.RequisitionItem;
import org.gongkai.core.land.RequisitionItemBuilder;
import org.gongkai.core.land.RequisitionItemState;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.core.land.RequisitionStage.Step;
import org.gongkai.core.land.StageProgress;
import org.gongkai.core.organization.Agency;

/** A plan and a project without a fault on 1 June 2024, to be spoilt in one place. The project is made up. */
public final class LandRecords {

    private LandRecords() {}

    public static LandRequisitionPlanBuilder plan() {
        return LandRequisitionPlanBuilder.builder()
                .year(2023)
                .compiledBy(Agency.parse("甲区自然资源局"))
                .publishedOn(LocalDate.of(2023, 2, 1))
                .basis(List.of("2023年国民经济和社会发展计划"))
                .items(List.of(line().build()));
    }

    /** The price of one block, on 1 June 2024 less than three years old. */
    public static LandBlockPriceBuilder blockPrice() {
        return LandBlockPriceBuilder.builder()
                .region("甲区")
                .block("Ⅰ")
                .price(new BigDecimal("112.5"))
                .unit("万元/公顷")
                .landShare(BigDecimal.valueOf(40))
                .resettlementShare(BigDecimal.valueOf(60))
                .setBy(Agency.parse("甲省人民政府"))
                .document(DocumentNumber.parse("甲政字〔2023〕14号"))
                .publishedOn(LocalDate.of(2023, 9, 1))
                .effectiveFrom(LocalDate.of(2023, 10, 1));
    }

    public static PlanItemBuilder line() {
        return PlanItemBuilder.builder()
                .number("1")
                .name("东村路道路工程")
                .location("甲街道东村")
                .plannedArea(Area.parse("约2公顷"))
                .use("道路用地")
                .ground(PublicInterestGround.of(PublicInterestGround.Ground.INFRASTRUCTURE))
                .quarter("Q3")
                .implementer(Agency.parse("甲区住房和城乡建设局"))
                .state(PlanItemState.of(PlanItemState.State.APPROVED))
                .project("J2023-1");
    }

    public static UnaryOperator<LandRequisitionPlanBuilder> line(UnaryOperator<PlanItemBuilder> change) {
        return plan -> plan.items(List.of(change.apply(line()).build()));
    }

    public static LandRequisitionProjectBuilder project() {
        return LandRequisitionProjectBuilder.builder()
                .code("J2023-1")
                .name("东村路道路工程")
                .regime(RequisitionRegime.of(RequisitionRegime.Regime.COLLECTIVE_LAND))
                .implementer(Agency.parse("甲区人民政府"))
                .approvingAuthority(Agency.parse("山东省人民政府"))
                .approvalNumber(DocumentNumber.parse("鲁政土字〔2024〕7号"))
                .approvedOn(day("2024-04-15"))
                .approvalReceivedOn(day("2024-04-26"))
                .use("道路用地")
                .ground(PublicInterestGround.of(PublicInterestGround.Ground.INFRASTRUCTURE))
                .parcels(List.of(parcel("1", "1.2000"), parcel("2", "0.6565")))
                .landClasses(classes())
                .totalArea(Area.parse("1.8565公顷"))
                .restatedArea(Area.parse("27.85亩"))
                .prices(List.of(price("2023-09-01")))
                .resettlement(List.of("货币安置"))
                .remedies("六十日内申请行政复议")
                .contact(new Contact("甲区自然资源局", "0532-88996769", null))
                .stages(stages())
                .items(items());
    }

    static Parcel parcel(String number, String hectares) {
        return ParcelBuilder.builder()
                .number(number)
                .location("东村村北")
                .collective("东村股份经济合作社")
                .area(Area.of(hectares, Area.Unit.HECTARE))
                .build();
    }

    static List<ClassArea> classes() {
        return List.of(
                area(LandClass.Name.AGRICULTURAL, "1.4194"),
                area(LandClass.Name.FARMLAND, "0.3273"),
                area(LandClass.Name.CONSTRUCTION, "0.4371"));
    }

    static ClassArea area(LandClass.Name name, String hectares) {
        return new ClassArea(LandClass.of(name), Area.of(hectares, Area.Unit.HECTARE));
    }

    static BlockPrice price(String publishedOn) {
        return new BlockPrice("Ⅱ级", new BigDecimal("23.7"), "万元/亩", null, day(publishedOn));
    }

    public static List<StageProgress> stages() {
        return List.of(
                stage(Step.PRE_ANNOUNCEMENT, "2023-09-22", "2023-10-12"),
                stage(Step.SURVEY, "2023-10-12", "2023-10-27"),
                stage(Step.RISK_ASSESSMENT, "2023-10-12", "2023-10-31"),
                stage(Step.COMPENSATION_PLAN, "2023-11-06", "2023-11-10"),
                stage(Step.COMPENSATION_NOTICE, "2023-11-13", "2023-12-13"),
                stage(Step.REGISTRATION, "2023-12-14", "2023-12-28"),
                stage(Step.AGREEMENT, "2023-12-29", "2024-01-15"),
                stage(Step.APPLICATION, "2024-01-22", null),
                stage(Step.APPROVAL, "2024-04-15", null),
                stage(Step.ANNOUNCEMENT, "2024-05-17", null));
    }

    public static StageProgress stage(Step step, String from, String until) {
        return new StageProgress(RequisitionStage.of(step), day(from), until == null ? null : day(until));
    }

    public static List<RequisitionItem> items() {
        return List.of(
                item("pre-announcement", "2023-09-22")
                        .postedUntil(day("2023-10-12"))
                        .build(),
                item("survey-results", "2023-11-03").build(),
                item("compensation-notice", "2023-11-13")
                        .postedUntil(day("2023-12-13"))
                        .build(),
                item("approval-papers", "2024-05-13").build(),
                item("approval", "2024-05-13").build(),
                item("requisition-announcement", "2024-05-17").build());
    }

    public static RequisitionItemBuilder item(String id, String publishedOn) {
        return RequisitionItemBuilder.builder()
                .item(id)
                .publishedOn(day(publishedOn))
                .state(RequisitionItemState.of(RequisitionItemState.State.PUBLISHED));
    }

    /** The items, one of them changed. */
    public static List<RequisitionItem> items(String id, UnaryOperator<RequisitionItemBuilder> change) {
        List<RequisitionItem> items = new ArrayList<>();
        for (RequisitionItem each : items()) {
            items.add(
                    id.equals(each.item())
                            ? change.apply(RequisitionItemBuilder.builder(each)).build()
                            : each);
        }
        return items;
    }

    /** The items but one. */
    public static List<RequisitionItem> itemsWithout(String id) {
        return items().stream().filter(each -> !id.equals(each.item())).toList();
    }

    /** The stages, one of them replaced or added. */
    public static List<StageProgress> stages(StageProgress changed) {
        List<StageProgress> stages = new ArrayList<>(stages());
        stages.removeIf(each -> each.stage().equals(changed.stage()));
        stages.add(changed);
        return stages;
    }

    /** A requisition of houses that has come to its decision. */
    public static LandRequisitionProjectBuilder houses() {
        return LandRequisitionProjectBuilder.builder()
                .code("F2023-1")
                .name("西街旧城区改建")
                .regime(RequisitionRegime.of(RequisitionRegime.Regime.STATE_OWNED_LAND_HOUSES))
                .implementer(Agency.parse("甲区人民政府"))
                .use("居住用地")
                .ground(PublicInterestGround.of(PublicInterestGround.Ground.HOUSING))
                .totalArea(Area.parse("3.2公顷"))
                .contact(new Contact("甲区住房和城乡建设局", "0532-88996769", null))
                .stages(List.of(
                        stage(Step.HOUSE_SURVEY, "2023-03-01", "2023-03-20"),
                        stage(Step.HOUSE_PLAN_COMMENT, "2023-04-03", "2023-05-05"),
                        stage(Step.HOUSE_RISK_ASSESSMENT, "2023-05-08", "2023-05-31"),
                        stage(Step.HOUSE_DECISION, "2023-06-12", null)))
                .items(List.of(
                        item("survey-results", "2023-03-21").build(),
                        item("plan-comment", "2023-04-03")
                                .postedUntil(day("2023-05-05"))
                                .build(),
                        item("comment-results", "2023-05-10").build(),
                        item("decision", "2023-06-15").build()));
    }

    public static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
