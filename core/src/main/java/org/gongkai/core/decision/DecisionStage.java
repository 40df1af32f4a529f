package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How far a matter has come (进展).
 *
 * <p>Any text is kept; {@link #step()} is null when the text is not on the list. Source: this library's own list, after
 * the order of 重大行政决策程序暂行条例 (State Council order no. 713).
 */
public final class DecisionStage extends ListedTerm<DecisionStage.Step> {

    private static final Map<String, Step> LIST = entries(Step.values());

    /** The stages. */
    public enum Step implements ListedTerm.Entry {
        /** Nothing has begun. */
        NOT_STARTED("未启动", 0),
        /** The draft is being made. */
        DRAFTING("起草", 1),
        /** The public has been asked. */
        CONSULTATION("征求意见", 2),
        /** Experts, risk and legality are being reviewed. */
        REVIEW("论证审查", 3),
        /** It is before the meeting that decides. */
        DISCUSSION("集体讨论", 4),
        /** It is decided and the document issued. */
        DECIDED("已决策", 5),
        /** It was given up or taken out of the catalogue. */
        ABANDONED("已终止", 0);

        private final String label;
        private final int rank;

        Step(String label, int rank) {
            this.label = label;
            this.rank = rank;
        }

        @Override
        public String label() {
            return label;
        }

        /**
         * The place in the procedure.
         *
         * @return a number that grows from stage to stage; 0 for what has not begun or was given up
         */
        public int rank() {
            return rank;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public DecisionStage(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DecisionStage parse(String text) {
        return new DecisionStage(text);
    }

    /**
     * The listed term.
     *
     * @param step the entry of the list
     * @return the term with its Chinese label
     */
    public static DecisionStage of(Step step) {
        return new DecisionStage(step.label());
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
