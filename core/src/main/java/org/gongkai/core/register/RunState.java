package org.gongkai.core.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Whether a site, an account or a unit is in use (运行状态).
 *
 * <p>Any text is kept; {@link #state()} is null when the text is not on the list. Source: 国办发〔2017〕47号 and 国办发〔2018〕123号; the terms are derived.
 */
public final class RunState extends ListedTerm<RunState.State> {

    private static final Map<String, State> LIST = entries(State.values());

    /** The states. */
    public enum State implements ListedTerm.Entry {
        /** In use. */
        NORMAL("正常", "正常运行", "运行", "在用"),
        /** Paused. */
        SUSPENDED("暂停", "停更"),
        /** Being merged into another. */
        MERGING("整合", "整合中"),
        /** Closed. */
        CLOSED("关停", "注销", "关闭", "已注销", "已关停");

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
    public RunState(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RunState parse(String text) {
        return new RunState(text);
    }

    /**
     * The listed term.
     *
     * @param state the entry of the list
     * @return the term with its Chinese label
     */
    public static RunState of(State state) {
        return new RunState(state.label());
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
