package org.gongkai.core.work;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * For whom a training is held (培训层级).
 *
 * <p>Any text is kept; {@link #level()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, item 16.
 */
public final class TrainingLevel extends ListedTerm<TrainingLevel.Level> {

    private static final Map<String, Level> LIST = entries(Level.values());

    /** The levels. */
    public enum Level implements ListedTerm.Entry {
        /** For the whole district. */
        DISTRICT("全区", "区级", "全区培训"),
        /** For the body itself. */
        UNIT("本单位", "单位", "部门", "街道");

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
    public TrainingLevel(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TrainingLevel parse(String text) {
        return new TrainingLevel(text);
    }

    /**
     * The listed term.
     *
     * @param level the entry of the list
     * @return the term with its Chinese label
     */
    public static TrainingLevel of(Level level) {
        return new TrainingLevel(level.label());
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
