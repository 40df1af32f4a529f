package org.gongkai.ingest.land;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.DateText;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.LandBlockPrice;
import org.gongkai.core.land.LandBlockPriceBuilder;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionPlanBuilder;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.PublicInterestGround;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every record of a source unless its table says otherwise.
 *
 * @param plan what holds for a plan: its year, the body that compiles it
 * @param project what holds for projects: the regime, the implementing body
 * @param price what holds for block prices: the region, the body and the document that set them, their days
 * @param unit the unit of areas where neither cell nor header nor caption names one, or null to leave such cells
 *     unread
 */
public record LandDefaults(
        LandRequisitionPlan plan, LandRequisitionProject project, LandBlockPrice price, Area.@Nullable Unit unit) {

    static final Set<String> NAMES = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            "year",
            "compiledBy",
            "title",
            "publishedOn",
            "basis",
            "revision",
            "code",
            "name",
            "regime",
            "implementer",
            "approvingAuthority",
            "approvalNumber",
            "approvedOn",
            "approvalReceivedOn",
            "use",
            "ground",
            "sourceUrl",
            "region",
            "setBy",
            "document",
            "effectiveFrom",
            "unit")));

    /**
     * Creates defaults.
     *
     * @throws NullPointerException when a record is null
     */
    public LandDefaults {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(price, "price");
    }

    /**
     * Collective land, and nothing else.
     *
     * @return the defaults
     */
    public static LandDefaults collectiveLand() {
        return new LandDefaults(
                LandRequisitionPlanBuilder.builder().build(),
                LandRequisitionProjectBuilder.builder()
                        .regime(RequisitionRegime.of(RequisitionRegime.Regime.COLLECTIVE_LAND))
                        .build(),
                LandBlockPriceBuilder.builder().build(),
                null);
    }

    /** Collective land, and what a mapping file says beside it. */
    static LandDefaults read(Map<String, String> texts) {
        LandDefaults collective = collectiveLand();
        LandRequisitionPlanBuilder plan = LandRequisitionPlanBuilder.builder(collective.plan());
        LandRequisitionProjectBuilder project = LandRequisitionProjectBuilder.builder(collective.project());
        LandBlockPriceBuilder price = LandBlockPriceBuilder.builder(collective.price());
        Area.Unit unit = null;
        for (Map.Entry<String, String> each : texts.entrySet()) {
            String text = each.getValue().strip();
            switch (each.getKey()) {
                case "year" -> plan.year(number(each.getKey(), text, "(?:19|20)\\d{2}"));
                case "compiledBy" -> plan.compiledBy(Agency.parse(text));
                case "title" -> plan.title(text);
                case "publishedOn" -> {
                    plan.publishedOn(day(each.getKey(), text));
                    price.publishedOn(day(each.getKey(), text));
                }
                case "basis" -> plan.basis(List.of(text));
                case "revision" -> plan.revision(number(each.getKey(), text, "\\d{1,4}"));
                case "code" -> project.code(text);
                case "name" -> project.name(text);
                case "regime" -> project.regime(regime(each.getKey(), text));
                case "implementer" -> project.implementer(Agency.parse(text));
                case "approvingAuthority" -> project.approvingAuthority(Agency.parse(text));
                case "approvalNumber" ->
                    project.approvalNumber(
                            known(each.getKey(), DocumentNumber.read(text).value()));
                case "approvedOn" -> project.approvedOn(day(each.getKey(), text));
                case "approvalReceivedOn" -> project.approvalReceivedOn(day(each.getKey(), text));
                case "use" -> project.use(text);
                case "ground" -> project.ground(PublicInterestGround.read(text).value());
                case "sourceUrl" -> {
                    plan.sourceUrl(text);
                    project.sourceUrl(text);
                    price.sourceUrl(text);
                }
                case "region" -> price.region(text);
                case "setBy" -> price.setBy(Agency.parse(text));
                case "document" ->
                    price.document(
                            known(each.getKey(), DocumentNumber.read(text).value()));
                case "effectiveFrom" -> price.effectiveFrom(day(each.getKey(), text));
                case "unit" -> unit = known(each.getKey(), Area.Unit.in(text));
                default -> throw new IllegalArgumentException(each.getKey());
            }
        }
        return new LandDefaults(plan.build(), project.build(), price.build(), unit);
    }

    private static int number(String name, String text, String shape) {
        if (!text.matches(shape)) {
            throw new IllegalArgumentException(name);
        }
        return Integer.parseInt(text);
    }

    private static LocalDate day(String name, String text) {
        return known(name, DateText.read(text).value());
    }

    private static RequisitionRegime regime(String name, String text) {
        RequisitionRegime regime = RequisitionRegime.parse(text);
        return known(name, regime.wellFormed() ? regime : null);
    }

    private static <T> T known(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
