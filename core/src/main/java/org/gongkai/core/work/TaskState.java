package org.gongkai.core.work;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How far a task is (进展).
 *
 * <p>Any text is kept; {@link #state()} is null when the text is not on the list. Source: derived.
 */
public final class TaskState extends ListedTerm<TaskState.State> {

    private static final Map<String, State> LIST = entries(State.values());

    /** The states. */
    public enum State implements ListedTerm.Entry {
        /** Not begun. */
        NOT_BEGUN("未启动", "未开始", "未开展"),
        /** In work. */
        DOING("推进中", "进行中", "正在推进", "持续推进"),
        /** Done. */
        DONE("已完成", "完成", "已办结"),
        /** Dropped. */
        DROPPED("取消", "不再实施");

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
    public TaskState(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TaskState parse(String text) {
        return new TaskState(text);
    }

    /**
     * The listed term.
     *
     * @param state the entry of the list
     * @return the term with its Chinese label
     */
    public static TaskState of(State state) {
        return new TaskState(state.label());
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
