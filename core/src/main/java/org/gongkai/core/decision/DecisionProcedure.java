package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * A procedure that a matter has to pass (决策程序).
 *
 * <p>Any text is kept; {@link #step()} is null when the text is not on the list. Source: 重大行政决策程序暂行条例 (State Council
 * order no. 713).
 */
public final class DecisionProcedure extends ListedTerm<DecisionProcedure.Step> {

    private static final Map<String, Step> LIST = entries(Step.values());

    /** The five procedures of the regulation, and one that catalogues add. */
    public enum Step implements ListedTerm.Entry {
        /** The public takes part; 重大行政决策程序暂行条例 (State Council order no. 713), arts. 14 to 18. */
        PUBLIC_PARTICIPATION("公众参与"),
        /** Experts review it; 重大行政决策程序暂行条例 (State Council order no. 713), arts. 19 to 21. */
        EXPERT_REVIEW("专家论证"),
        /** Its risks are assessed; 重大行政决策程序暂行条例 (State Council order no. 713), arts. 22 to 24. */
        RISK_ASSESSMENT("风险评估"),
        /** It is held against fair competition, as the rules on such reviews demand. */
        FAIR_COMPETITION_REVIEW("公平竞争审查"),
        /** Its legality is reviewed, always; 重大行政决策程序暂行条例 (State Council order no. 713), arts. 25 to 27. */
        LEGALITY_REVIEW("合法性审查"),
        /** A meeting discusses and decides it, always; 重大行政决策程序暂行条例 (State Council order no. 713), arts. 30 and 31. */
        COLLECTIVE_DISCUSSION("集体讨论决定");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public DecisionProcedure(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DecisionProcedure parse(String text) {
        return new DecisionProcedure(text);
    }

    /**
     * The listed term.
     *
     * @param step the entry of the list
     * @return the term with its Chinese label
     */
    public static DecisionProcedure of(Step step) {
        return new DecisionProcedure(step.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Step step() {
        return entry();
    }
}
