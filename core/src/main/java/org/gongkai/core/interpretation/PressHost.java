package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a press event was held (发布名义).
 *
 * <p>Any text is kept; {@link #level()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, item 7.
 */
public final class PressHost extends ListedTerm<PressHost.Level> {

    private static final Map<String, Level> LIST = entries(Level.values());

    /** The names. */
    public enum Level implements ListedTerm.Entry {
        /** The government of the district. */
        DISTRICT("区政府名义", "区政府", "以区政府名义"),
        /** A department. */
        DEPARTMENT("部门名义", "部门", "以部门名义");

        private final String label;
        private final List<String> synonyms;

        Level(String label, String... synonyms) {
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
    public PressHost(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PressHost parse(String text) {
        return new PressHost(text);
    }

    /**
     * The listed term.
     *
     * @param level the entry of the list
     * @return the term with its Chinese label
     */
    public static PressHost of(Level level) {
        return new PressHost(level.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Level level() {
        return entry();
    }
}
