package org.gongkai.core.work;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What a body has to do with a task (职责分工).
 *
 * <p>Any text is kept; {@link #role()} is null when the text is not on the list. Source: published task lists.
 */
public final class TaskRole extends ListedTerm<TaskRole.Role> {

    private static final Map<String, Role> LIST = entries(Role.values());

    /** The roles. */
    public enum Role implements ListedTerm.Entry {
        /** It leads. */
        LEAD("牵头", "牵头单位"),
        /** It carries the task out. */
        DO("落实", "责任", "责任单位", "具体落实"),
        /** It joins in. */
        JOIN("配合", "配合单位");

        private final String label;
        private final List<String> synonyms;

        Role(String label, String... synonyms) {
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
    public TaskRole(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TaskRole parse(String text) {
        return new TaskRole(text);
    }

    /**
     * The listed term.
     *
     * @param role the entry of the list
     * @return the term with its Chinese label
     */
    public static TaskRole of(Role role) {
        return new TaskRole(role.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Role role() {
        return entry();
    }
}
