package org.gongkai.ingest.land;

import java.util.Objects;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionPlanBuilder;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.RequisitionRegime;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every record of a source unless its table says otherwise.
 *
 * @param plan what holds for a plan: its year, the body that compiles it
 * @param project what holds for projects: the regime, the implementing body
 * @param unit the unit of areas where neither cell nor header nor caption names one, or null to leave such cells
 *     unread
 */
public record LandDefaults(LandRequisitionPlan plan, LandRequisitionProject project, Area.@Nullable Unit unit) {

    /**
     * Creates defaults.
     *
     * @param plan see {@link #plan()}
     * @param project see {@link #project()}
     * @param unit see {@link #unit()}
     * @throws NullPointerException when {@code plan} or {@code project} is null
     */
    public LandDefaults {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(project, "project");
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
                null);
    }
}
