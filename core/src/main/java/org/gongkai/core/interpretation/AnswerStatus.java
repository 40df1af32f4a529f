package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer still holds (问答状态).
 *
 * <p>Any text is kept; {@link #state()} is null when the text is not on the list. Source: derived: an answer lives as long as the documents that it rests on.
 */
public final class AnswerStatus extends ListedTerm<AnswerStatus.State> {

    private static final Map<String, State> LIST = entries(State.values());

    /** The states. */
    public enum State implements ListedTerm.Entry {
        /** It holds. */
        IN_FORCE("有效", "现行有效"),
        /** What it rests on holds no longer. */
        LAPSED("失效", "已失效", "废止"),
        /** It was taken down. */
        WITHDRAWN("撤下", "撤回", "已撤下");

        private final String label;
        private final List<String> synonyms;

        State(String label, String... synonyms) {
            this.label = label;
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
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public AnswerStatus(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AnswerStatus parse(String text) {
        return new AnswerStatus(text);
    }

    /**
     * The listed term.
     *
     * @param state the entry of the list
     * @return the term with its Chinese label
     */
    public static AnswerStatus of(State state) {
        return new AnswerStatus(state.label());
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
