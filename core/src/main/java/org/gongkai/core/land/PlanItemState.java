package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How far an item of a yearly plan has come.
 *
 * <p>Any text is kept; {@link #state()} is null when the text is not on the list. Source: this library's own list.
 */
public final class PlanItemState extends ListedTerm<PlanItemState.State> {

    private static final Map<String, State> LIST = entries(State.values());

    /** The states. */
    public enum State implements ListedTerm.Entry {
        /** Nothing has begun. */
        PLANNED("计划中"),
        /** The preliminary announcement has been posted. */
        UNDER_WAY("实施中"),
        /** The application has been handed in. */
        SUBMITTED("已报批"),
        /** The requisition is approved. */
        APPROVED("已批准"),
        /** It was taken out of the plan. */
        CANCELLED("已取消");

        private final String label;

        State(String label) {
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
    public PlanItemState(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PlanItemState parse(String text) {
        return new PlanItemState(text);
    }

    /**
     * The listed term.
     *
     * @param state the entry of the list
     * @return the term with its Chinese label
     */
    public static PlanItemState of(State state) {
        return new PlanItemState(state.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable State state() {
        return entry();
    }
}
