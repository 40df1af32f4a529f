package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a requisition. The order of the entries is the order of the procedure within a regime.
 *
 * <p>Any text is kept; {@link #step()} is null when the text is not on the list. Source: Land Administration Law (土地管理法), arts. 45 to 49; its implementing regulation (土地管理法实施条例), arts. 26 to
 * 32; State Council order no. 590 (国有土地上房屋征收与补偿条例).
 */
public final class RequisitionStage extends ListedTerm<RequisitionStage.Step> {

    private static final Map<String, Step> LIST = entries(Step.values());

    /** The stages of both regimes. */
    public enum Step implements ListedTerm.Entry {
        /** Preliminary announcement; implementing regulation, art. 26. */
        PRE_ANNOUNCEMENT("征收土地预公告", RequisitionRegime.Regime.COLLECTIVE_LAND, 1, "预公告", "土地征收预公告", "征地预公告"),
        /** Survey of location, ownership, class and area; implementing regulation, art. 26. */
        SURVEY("土地现状调查", RequisitionRegime.Regime.COLLECTIVE_LAND, 2, "现状调查"),
        /** Assessment of the risk to social stability; implementing regulation, art. 26. */
        RISK_ASSESSMENT("社会稳定风险评估", RequisitionRegime.Regime.COLLECTIVE_LAND, 2, "风险评估"),
        /** Drafting of the compensation and resettlement plan; implementing regulation, art. 27. */
        COMPENSATION_PLAN("拟定补偿安置方案", RequisitionRegime.Regime.COLLECTIVE_LAND, 3, "补偿安置方案"),
        /** Posting of that plan; implementing regulation, art. 28. */
        COMPENSATION_NOTICE("补偿安置公告", RequisitionRegime.Regime.COLLECTIVE_LAND, 4, "征地补偿安置公告", "补偿安置方案公告"),
        /** Hearing, when most members of the collective hold the plan unlawful; implementing regulation, art. 28. */
        HEARING("听证", RequisitionRegime.Regime.COLLECTIVE_LAND, 5),
        /** Registration for compensation; Land Administration Law, art. 47. */
        REGISTRATION("补偿登记", RequisitionRegime.Regime.COLLECTIVE_LAND, 5, "征地补偿登记"),
        /** Agreements with owners and users; implementing regulation, art. 29. */
        AGREEMENT("签订协议", RequisitionRegime.Regime.COLLECTIVE_LAND, 6, "协议", "签订补偿安置协议"),
        /** Application; implementing regulation, art. 30. */
        APPLICATION("申请报批", RequisitionRegime.Regime.COLLECTIVE_LAND, 7, "报批"),
        /** Approval by the State Council or the province; Land Administration Law, art. 46. */
        APPROVAL("批准", RequisitionRegime.Regime.COLLECTIVE_LAND, 8, "已批准"),
        /** Announcement of the requisition; implementing regulation, art. 31. */
        ANNOUNCEMENT("征收土地公告", RequisitionRegime.Regime.COLLECTIVE_LAND, 9, "土地征收公告", "征地公告"),
        /** Payment; the collective publishes receipts and uses. Land Administration Law, arts. 48 and 49. */
        PAYMENT("费用支付", RequisitionRegime.Regime.COLLECTIVE_LAND, 10),
        /** Survey and registration of the houses; order no. 590, art. 15. */
        HOUSE_SURVEY("房屋调查登记", RequisitionRegime.Regime.STATE_OWNED_LAND_HOUSES, 1),
        /** Comment on the compensation plan; order no. 590, arts. 10 and 11. */
        HOUSE_PLAN_COMMENT("征收补偿方案征求意见", RequisitionRegime.Regime.STATE_OWNED_LAND_HOUSES, 2),
        /** Assessment of the risk to social stability; order no. 590, art. 12. */
        HOUSE_RISK_ASSESSMENT("房屋征收社会稳定风险评估", RequisitionRegime.Regime.STATE_OWNED_LAND_HOUSES, 3),
        /** The decision and its announcement; order no. 590, art. 13. */
        HOUSE_DECISION("房屋征收决定", RequisitionRegime.Regime.STATE_OWNED_LAND_HOUSES, 4, "征收决定"),
        /** Appraisal of the houses; order no. 590, arts. 19 and 20. */
        HOUSE_APPRAISAL("房屋评估", RequisitionRegime.Regime.STATE_OWNED_LAND_HOUSES, 5),
        /** Compensation of each household; order no. 590, art. 29. */
        HOUSE_COMPENSATION("分户补偿", RequisitionRegime.Regime.STATE_OWNED_LAND_HOUSES, 6);

        private final String label;
        private final RequisitionRegime.Regime regime;
        private final int rank;
        private final List<String> synonyms;

        Step(String label, RequisitionRegime.Regime regime, int rank, String... synonyms) {
            this.label = label;
            this.regime = regime;
            this.rank = rank;
            this.synonyms = List.of(synonyms);
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public List<String> synonyms() {
            return synonyms;
        }

        /**
         * The regime to which the stage belongs.
         *
         * @return the regime
         */
        public RequisitionRegime.Regime regime() {
            return regime;
        }

        /**
         * The place in the order of the procedure. Stages of one rank may run side by side, such as the survey and the
         * assessment of risk; none may begin before a stage of lower rank has begun.
         *
         * @return 1 or more
         */
        public int rank() {
            return rank;
        }

        /**
         * Tells whether a project may do without the stage.
         *
         * @return true for the hearing, which is held on demand only
         */
        public boolean optional() {
            return this == HEARING;
        }

        /**
         * Tells whether the law has the stage announced, so that a project which has come further must show it. Surveys,
         * assessments, agreements and applications take place without a notice of their own; hearings only on demand.
         *
         * @return true for the announcements and the decision
         */
        public boolean announced() {
            return switch (this) {
                case PRE_ANNOUNCEMENT, COMPENSATION_NOTICE, ANNOUNCEMENT, HOUSE_PLAN_COMMENT, HOUSE_DECISION -> true;
                default -> false;
            };
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public RequisitionStage(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RequisitionStage parse(String text) {
        return new RequisitionStage(text);
    }

    /**
     * The listed term.
     *
     * @param step the entry of the list
     * @return the term with its Chinese label
     */
    public static RequisitionStage of(Step step) {
        return new RequisitionStage(step.label());
    }

    /**
     * The entry of the list that the text names by its label or a usual short form such as 预公告, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Step step() {
        return entry();
    }
}
