package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document is in force (有效性).
 *
 * <p>Any text is kept; {@link #state()} is null when the text is not on the list. Source: labels on the pages of Shandong document libraries; the list is this library's own union of them.
 */
public final class Validity extends ListedTerm<Validity.State> {

    private static final Map<String, State> LIST = entries(State.values());

    /** The states in use. */
    public enum State implements ListedTerm.Entry {
        /** In force. */
        IN_FORCE("有效"),
        /** Lapsed: its term ran out. Not the same as repealed. */
        LAPSED("失效"),
        /** Repealed by an act. */
        REPEALED("废止"),
        /** Some provisions have lapsed or been repealed. */
        PARTLY_IN_FORCE("部分有效"),
        /** In force as amended. */
        AMENDED("已修改"),
        /** Issued, but the day on which it takes effect has not come. */
        NOT_YET_IN_FORCE("尚未生效"),
        /** The publisher does not know. */
        UNKNOWN("未知");

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
    public Validity(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Validity parse(String text) {
        return new Validity(text);
    }

    /**
     * The listed term.
     *
     * @param state the entry of the list
     * @return the term with its Chinese label
     */
    public static Validity of(State state) {
        return new Validity(state.label());
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
