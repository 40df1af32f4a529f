package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * How far an item of a yearly plan has come.
 *
 * <p>Any text is kept; {@link #state()} is null when the text is not on the list. Source: this library's own list.
 *
 * @param text the text as it was given
 */
public record PlanItemState(@JsonValue String text) implements Code {

    /** The states. */
    public enum State {
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

        /**
         * The term as notices and pages write it.
         *
         * @return the Chinese label
         */
        public String label() {
            return label;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public PlanItemState {
        Objects.requireNonNull(text, "text");
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
        String wanted = StringUtils.deleteWhitespace(text);
        for (State each : State.values()) {
            if (each.label.equals(wanted)) {
                return each;
            }
        }
        return null;
    }

    @Override
    public boolean wellFormed() {
        return state() != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
