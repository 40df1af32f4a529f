package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How far the disclosure of a material has come.
 *
 * <p>Any text is kept; {@link #state()} is null when the text is not on the list. Source: this library's own list.
 */
public final class MaterialState extends ListedTerm<MaterialState.State> {

    private static final Map<String, State> LIST = entries(State.values());

    /** The four states. */
    public enum State implements ListedTerm.Entry {
        /** It has been disclosed. */
        PUBLISHED("已公开"),
        /** Its time has not come. */
        NOT_YET("尚未公开"),
        /** The matter has no such material; a reason is given. */
        NOT_APPLICABLE("不适用"),
        /** It exists and is kept back; a reason is given. */
        WITHHELD("不予公开");

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
    public MaterialState(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MaterialState parse(String text) {
        return new MaterialState(text);
    }

    /**
     * The listed term.
     *
     * @param state the entry of the list
     * @return the term with its Chinese label
     */
    public static MaterialState of(State state) {
        return new MaterialState(state.label());
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
