package org.gongkai.validation.rules.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.BlockPrice;
import org.gongkai.core.land.CatalogueItem;
import org.gongkai.core.land.ClassArea;
import org.gongkai.core.land.LandClass;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.Parcel;
import org.gongkai.core.land.RequisitionItem;
import org.gongkai.core.land.RequisitionItemState;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.core.land.StageProgress;
import org.gongkai.core.organization.Agency;
import org.gongkai.validation.land.EntrustedApproval;
import org.gongkai.validation.land.ProjectTimeline;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.land.TimelineEntry;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules of projects of land requisition that look at several fields, or need the catalogues, the time limits or
 * today's date. Clauses and texts are in the catalogue of rules.
 */
public final class LandProjectRules implements KindRules<LandRequisitionProject> {

    private static final BigDecimal FARMLAND_LIMIT = mu(35);
    private static final BigDecimal OTHER_LAND_LIMIT = mu(70);
    /** After so many years a block price has to be set or published anew. */
    static final int PRICE_YEARS = 3;

    private static final Pattern PLACE = Pattern.compile("[村镇乡组屯]|社区|街道|居委会|嘎查|农场");

    private static final Predicate<LandRequisitionProject> APPROVED = LandProjectRules::approved;

    private final RequisitionGround ground;
    private final List<Element<LandRequisitionProject>> elements;

    public LandProjectRules(Profile profile, RequisitionGround ground) {
        this.ground = ground;
        this.elements = new ElementTable<>(RecordKind.of(LandRequisitionProject.class), profile)
                .demand("approvingAuthority", "land.project.approvingAuthority.missing", APPROVED)
                .demand("approvalNumber", "land.project.approvalNumber.missing", APPROVED)
                .demand("approvedOn", "land.project.approvedOn.missing", APPROVED)
                .demand("approvalReceivedOn", "land.project.approvalReceivedOn.missing", APPROVED)
                .demand("prices", "land.project.prices.missing", LandProjectRules::priced)
                .elements();
    }

    @Override
    public List<Element<LandRequisitionProject>> elements() {
        return elements;
    }

    @Override
    public void check(LandRequisitionProject project, LocalDate today, Hearing hearing) {
        checkStages(project, hearing);
        checkApproval(project, hearing);
        checkAreas(project, hearing);
        checkPrices(project, today, hearing);
        checkNamedItems(project, hearing);
        checkTimeline(ProjectTimeline.of(project, today, ground), project, hearing);
    }

    private static void checkStages(LandRequisitionProject project, Hearing hearing) {
        RequisitionRegime.Regime regime =
                project.regime() == null ? null : project.regime().regime();
        Set<RequisitionStage.Step> reached = new HashSet<>();
        for (int i = 0; i < project.stages().size(); i++) {
            StageProgress stage = project.stages().get(i);
            RequisitionStage.Step step =
                    stage.stage() == null ? null : stage.stage().step();
            LocalDate start = stage.startedOn();
            if (step == null) {
                continue;
            }
            reached.add(step);
            if (regime != null && step.regime() != regime) {
                hearing.report(
                        "land.project.stages.otherRegime",
                        "/stages/" + i + "/stage",
                        step.label(),
                        project.regime().text());
            }
            StageProgress before = start == null ? null : startedLaterThough(project, step, start);
            if (before != null) {
                hearing.report(
                        "land.project.stages.outOfOrder",
                        "/stages/" + i + "/startedOn",
                        step.label() + ' ' + start,
                        Objects.requireNonNull(before.stage()).text() + ' ' + before.startedOn());
            }
        }
        RequisitionStage.Step latest = project.latestStep();
        if (latest != null && ProjectTimeline.accounts(project)) {
            for (RequisitionStage.Step each : RequisitionStage.Step.values()) {
                if (each.regime() == latest.regime()
                        && each.rank() < latest.rank()
                        && each.announced()
                        && !reached.contains(each)) {
                    hearing.report("land.project.stages.skipped", "/stages", latest.label(), each.label());
                }
            }
        }
    }

    /** A stage that comes before another by law and yet began after it. */
    private static @Nullable StageProgress startedLaterThough(
            LandRequisitionProject project, RequisitionStage.Step step, LocalDate start) {
        for (StageProgress each : project.stages()) {
            RequisitionStage.Step other =
                    each.stage() == null ? null : each.stage().step();
            if (other != null
                    && other.regime() == step.regime()
                    && other.rank() < step.rank()
                    && each.startedOn() != null
                    && each.startedOn().isAfter(start)) {
                return each;
            }
        }
        return null;
    }

    private void checkApproval(LandRequisitionProject project, Hearing hearing) {
        if (approved(project)) {
            required(project.approvingAuthority(), "approvingAuthority", hearing);
            required(project.approvalNumber(), "approvalNumber", hearing);
            required(project.approvedOn(), "approvedOn", hearing);
            required(project.approvalReceivedOn(), "approvalReceivedOn", hearing);
        }
        boolean announced = project.stages().stream()
                .anyMatch(each -> each.stage() != null && each.stage().step() == RequisitionStage.Step.ANNOUNCEMENT);
        if (announced && project.remedies() == null) {
            hearing.report("land.project.remedies.missing", "/remedies", null, null);
        }
        checkAuthority(project, hearing);
    }

    private static void required(@Nullable Object value, String element, Hearing hearing) {
        if (value == null) {
            hearing.report("land.project." + element + ".missing", "/" + element, null, null);
        }
    }

    private void checkAuthority(LandRequisitionProject project, Hearing hearing) {
        Agency authority = project.approvingAuthority();
        if (authority == null || Stream.of("国务院", "自然资源部").anyMatch(authority.text()::contains)) {
            return;
        }
        List<ClassArea> classes = classes(project);
        List<ClassArea> farmland = classes.stream()
                .filter(each -> within(each, LandClass.Name.FARMLAND))
                .toList();
        boolean basic = classes.stream()
                .anyMatch(each -> within(each, LandClass.Name.PERMANENT_BASIC_FARMLAND)
                        && each.area() != null
                        && each.area().value().signum() > 0);
        BigDecimal farm = total(farmland);
        BigDecimal whole = project.totalArea() == null
                ? total(classes)
                : project.totalArea().to(Area.Unit.MU).value();
        String why = basic
                ? "永久基本农田"
                : farm.compareTo(FARMLAND_LIMIT) > 0
                        ? "耕地 > 35公顷"
                        : whole.subtract(farm).compareTo(OTHER_LAND_LIMIT) > 0 ? "其他土地 > 70公顷" : null;
        if (why == null) {
            return;
        }
        EntrustedApproval entrusted = ground.entrusted(authority, project.approvedOn());
        if (entrusted == null) {
            hearing.report("land.project.approvingAuthority.tooLow", "/approvingAuthority", authority.text(), why);
        } else {
            hearing.report(
                    "land.project.approvingAuthority.entrusted",
                    "/approvingAuthority",
                    authority.text() + "（" + why + "）",
                    entrusted.place() + ' ' + entrusted.source());
        }
    }

    private static void checkAreas(LandRequisitionProject project, Hearing hearing) {
        List<Area> parcels = new ArrayList<>();
        for (int i = 0; i < project.parcels().size(); i++) {
            Parcel parcel = project.parcels().get(i);
            if (parcel.area() != null) {
                parcels.add(parcel.area());
            }
            String at = "/parcels/" + i;
            if (parcel.location() == null && !namesAPlace(parcel.collective())) {
                hearing.report("land.project.parcel.incomplete", at + "/location", null, null);
            }
            checkClasses(
                    parcel.area(),
                    parcel.landClasses(),
                    "land.project.parcels.classesDiffer",
                    at + "/landClasses",
                    hearing);
        }
        if (parcels.size() == project.parcels().size()) {
            compare(project.totalArea(), parcels, "land.project.totalArea.parcelsDiffer", "/totalArea", hearing);
        }
        checkClasses(
                project.totalArea(),
                project.landClasses(),
                "land.project.landClasses.sumDiffers",
                "/landClasses",
                hearing);
        if (project.totalArea() != null) {
            compare(
                    project.restatedArea(),
                    List.of(project.totalArea()),
                    "land.project.restatedArea.differs",
                    "/restatedArea",
                    hearing);
        }
    }

    /** 被征地单位 that names a village says where the land lies. */
    private static boolean namesAPlace(@Nullable String collective) {
        return collective != null && PLACE.matcher(collective).find();
    }

    private static void checkClasses(
            @Nullable Area stated, List<ClassArea> classes, String rule, String pointer, Hearing hearing) {
        for (int i = 0; i < classes.size(); i++) {
            ClassArea part = classes.get(i);
            for (ClassArea whole : classes) {
                if (part.landClass() != null
                        && whole.landClass() != null
                        && part.landClass().liesIn(whole.landClass())
                        && exceeds(part.area(), whole.area())) {
                    hearing.report(
                            "land.project.landClasses.partAboveWhole",
                            pointer + '/' + i + "/area",
                            part.landClass() + " " + part.area(),
                            whole.landClass() + " " + whole.area());
                }
            }
        }
        List<ClassArea> outermost = outermost(classes);
        List<Area> sure = areas(outermost.stream()
                .filter(each -> each.landClass() != null && each.landClass().placed())
                .toList());
        List<Area> all = areas(outermost);
        if (exceeds(Area.sum(sure), stated)) {
            compare(stated, sure, rule, pointer, hearing);
        } else if (fills(classes) && exceeds(stated, Area.sum(all))) {
            compare(stated, all, rule, pointer, hearing);
        }
    }

    /**
     * Whether classes are to add up to the whole: two of the three widest are there. 其中：耕地 alone is a part.
     */
    private static boolean fills(List<ClassArea> classes) {
        long widest = classes.stream()
                .filter(each -> each.landClass() != null
                        && each.landClass().name() != null
                        && each.landClass().name().parent() == null)
                .count();
        return widest > 1;
    }

    private static boolean exceeds(@Nullable Area part, @Nullable Area whole) {
        return part != null && whole != null && part.compareTo(whole) > 0 && !whole.agreesWith(List.of(part));
    }

    private static void compare(@Nullable Area stated, List<Area> terms, String rule, String pointer, Hearing hearing) {
        Area sum = Area.sum(terms);
        if (stated != null && sum != null && !stated.agreesWith(terms)) {
            boolean approximate = stated.approximate() || sum.approximate();
            int decimals = Math.max(stated.value().scale(), Math.min(sum.value().scale(), 4));
            Area expected = new Area(sum.value(), sum.unit(), false).to(stated.unit(), decimals);
            hearing.report(
                    approximate ? "land.project.area.approximateDiffers" : rule,
                    pointer,
                    stated.toString(),
                    expected.toString());
        }
    }

    private static void checkPrices(LandRequisitionProject project, LocalDate today, Hearing hearing) {
        LocalDate noticed = noticed(project);
        if (noticed != null && project.prices().isEmpty()) {
            hearing.report("land.project.prices.missing", "/prices", null, null);
        }
        LocalDate used = noticed == null ? today : noticed;
        for (int i = 0; i < project.prices().size(); i++) {
            BlockPrice price = project.prices().get(i);
            if (price.publishedOn() != null
                    && price.publishedOn().plusYears(PRICE_YEARS).isBefore(used)) {
                hearing.report(
                        "land.project.prices.tooOld",
                        "/prices/" + i + "/publishedOn",
                        price.publishedOn().toString(),
                        price.publishedOn().plusYears(PRICE_YEARS).toString());
            }
        }
    }

    private void checkNamedItems(LandRequisitionProject project, Hearing hearing) {
        RequisitionRegime.Regime regime =
                project.regime() == null ? null : project.regime().regime();
        for (int i = 0; i < project.items().size(); i++) {
            RequisitionItem item = project.items().get(i);
            String at = "/items/" + i;
            CatalogueItem known = regime == null ? null : ground.items(regime).find(item.item());
            if (regime != null && item.item() != null && known == null) {
                hearing.report("land.project.items.unlisted", at + "/item", item.item(), null);
            }
            if (known != null
                    && item.audience() != null
                    && item.audience().audience() != null
                    && item.audience().audience() != known.audience()) {
                hearing.report(
                        "land.project.items.audienceDiffers",
                        at + "/audience",
                        item.audience().text(),
                        known.audience().label());
            }
            RequisitionItemState.State state =
                    item.state() == null ? null : item.state().state();
            if (state == null) {
                continue;
            }
            boolean reasoned =
                    state == RequisitionItemState.State.NOT_APPLICABLE || state == RequisitionItemState.State.WITHHELD;
            if (reasoned && item.reason() == null) {
                hearing.report(
                        "land.project.items.reasonMissing",
                        at + "/reason",
                        item.state().text(),
                        null);
            }
            boolean published = state == RequisitionItemState.State.PUBLISHED;
            if (published && item.publishedOn() == null) {
                hearing.report("land.project.items.dateMissing", at + "/publishedOn", item.item(), null);
            }
            if (!published && item.publishedOn() != null) {
                hearing.report(
                        "land.project.items.stateContradicted",
                        at + "/state",
                        item.state().text(),
                        item.publishedOn().toString());
            }
        }
    }

    private void checkTimeline(ProjectTimeline timeline, LandRequisitionProject project, Hearing hearing) {
        for (TimelineEntry each : timeline.entries()) {
            String at = place(each, project);
            switch (each.state()) {
                case LATE, PUBLISHED_LATE, POSTED_TOO_SHORT -> breach(each, at, hearing);
                case MISSING ->
                    hearing.report(
                            Objects.requireNonNull(each.rule()),
                            at,
                            each.item().level2(),
                            each.item().basis());
                default -> {}
            }
            DutyCheck judgement = each.judgement();
            if (judgement != null
                    && judgement.status() == DutyCheck.Status.CANNOT_SAY
                    && judgement.reason() != Deadline.Doubt.AT_AN_EVENT) {
                String why = judgement.reason() == null
                        ? null
                        : judgement.reason().text(Locale.CHINESE) + " / "
                                + judgement.reason().text(Locale.ENGLISH);
                hearing.report(
                        "land.project.items.limitNotChecked", at, each.item().level2(), why);
            }
        }
        checkAgainstStages(timeline, project, hearing);
        notSeen(timeline, hearing);
    }

    /** Where the days stand that were looked at: in the entry of the item, or in that of the stage that it announces. */
    private static String place(TimelineEntry entry, LandRequisitionProject project) {
        RequisitionItem named = entry.index() == null ? null : project.items().get(entry.index());
        if (entry.publishedOn() != null && (named == null || named.publishedOn() == null)) {
            for (int i = 0; i < project.stages().size(); i++) {
                StageProgress stage = project.stages().get(i);
                if (isOf(stage, entry.item()) && entry.publishedOn().equals(stage.startedOn())) {
                    return "/stages/" + i;
                }
            }
        }
        return named == null ? "/items" : "/items/" + entry.index();
    }

    private static boolean isOf(StageProgress stage, CatalogueItem item) {
        return stage.stage() != null
                && stage.stage().step() != null
                && stage.stage().step() == item.stage();
    }

    /** One remark for each item that gives other days than the stage that it announces. */
    private static void checkAgainstStages(ProjectTimeline timeline, LandRequisitionProject project, Hearing hearing) {
        for (TimelineEntry each : timeline.entries()) {
            if (each.index() == null || !each.item().announcesStage()) {
                continue;
            }
            RequisitionItem item = project.items().get(each.index());
            List<StageProgress> stages = project.stages().stream()
                    .filter(stage -> isOf(stage, each.item()))
                    .toList();
            if (!stages.isEmpty() && stages.stream().allMatch(stage -> differs(item, stage))) {
                StageProgress stage = stages.get(stages.size() - 1);
                hearing.report(
                        "land.project.items.stageDiffers",
                        "/items/" + each.index(),
                        each.item().level2() + ' ' + days(item.publishedOn(), item.postedUntil()),
                        days(stage.startedOn(), stage.endedOn()));
            }
        }
    }

    private static boolean differs(RequisitionItem item, StageProgress stage) {
        return differ(item.publishedOn(), stage.startedOn()) || differ(item.postedUntil(), stage.endedOn());
    }

    private static boolean differ(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && !one.equals(other);
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate until) {
        return Stream.of(from, until)
                .filter(Objects::nonNull)
                .map(LocalDate::toString)
                .collect(Collectors.joining("/"));
    }

    /** One remark for all: what one notice does not name is to be looked for, and nothing that is wrong with it. */
    private static void notSeen(ProjectTimeline timeline, Hearing hearing) {
        String names = timeline.entries().stream()
                .filter(each -> each.state() == TimelineEntry.State.NOT_SEEN)
                .map(each -> each.item().level2())
                .collect(Collectors.joining("、"));
        if (!names.isEmpty()) {
            hearing.report("land.project.items.notSeen", "/items", names, null);
        }
    }

    private static void breach(TimelineEntry entry, String at, Hearing hearing) {
        DutyCheck judgement = Objects.requireNonNull(entry.judgement(), "a breach was judged");
        hearing.report(
                Objects.requireNonNull(entry.rule(), "a breach has a rule"),
                at,
                entry.item().level2() + (judgement.done() == null ? "" : " " + judgement.done()),
                String.valueOf(judgement.limit()));
    }

    public static boolean approved(LandRequisitionProject project) {
        return project.approvalNumber() != null
                || project.approvedOn() != null
                || project.approvalReceivedOn() != null
                || project.stages().stream()
                        .anyMatch(each -> each.stage() != null
                                && (each.stage().step() == RequisitionStage.Step.APPROVAL
                                        || each.stage().step() == RequisitionStage.Step.ANNOUNCEMENT));
    }

    private static boolean priced(LandRequisitionProject project) {
        return noticed(project) != null;
    }

    private static @Nullable LocalDate noticed(LandRequisitionProject project) {
        return project.stages().stream()
                .filter(each ->
                        each.stage() != null && each.stage().step() == RequisitionStage.Step.COMPENSATION_NOTICE)
                .map(StageProgress::startedOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The classes of the whole project, or where it has none those of its parcels. */
    private static List<ClassArea> classes(LandRequisitionProject project) {
        return project.landClasses().isEmpty()
                ? project.parcels().stream()
                        .flatMap(each -> outermost(each.landClasses()).stream())
                        .toList()
                : project.landClasses();
    }

    private static boolean within(ClassArea area, LandClass.Name name) {
        return area.landClass() != null && area.landClass().within(name);
    }

    private static BigDecimal total(List<ClassArea> classes) {
        Area sum = Area.sum(areas(outermost(classes)));
        return sum == null ? BigDecimal.ZERO : sum.to(Area.Unit.MU).value();
    }

    private static List<Area> areas(List<ClassArea> classes) {
        return classes.stream().map(ClassArea::area).filter(Objects::nonNull).toList();
    }

    /** The classes that lie in no other of the list: 其中 rows are not added twice. */
    private static List<ClassArea> outermost(List<ClassArea> classes) {
        return classes.stream()
                .filter(each -> each.landClass() == null
                        || classes.stream()
                                .noneMatch(other -> other.landClass() != null
                                        && each.landClass().liesIn(other.landClass())))
                .toList();
    }

    private static BigDecimal mu(int hectares) {
        return Area.of(String.valueOf(hectares), Area.Unit.HECTARE)
                .to(Area.Unit.MU)
                .value();
    }
}
