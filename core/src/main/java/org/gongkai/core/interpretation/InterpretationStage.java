package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document or the draft of one is interpreted (解读阶段).
 *
 * <p>Any text is kept; {@link #stage()} is null when the text is not on the list. Source: 辽政办〔2022〕43号 asks for the interpretation of drafts put out for comment as well.
 */
public final class InterpretationStage extends ListedTerm<InterpretationStage.Stage> {

    private static final Map<String, Stage> LIST = entries(Stage.values());

    /** The stages. */
    public enum Stage implements ListedTerm.Entry {
        /** The document as it was issued. */
        FINAL("正式文件", "正式", "发布"),
        /** A draft that is put out for comment. */
        DRAFT("征求意见稿", "草案", "意见征集");

        private final String label;
        private final List<String> synonyms;

        Stage(String label, String... synonyms) {
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
    public InterpretationStage(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InterpretationStage parse(String text) {
        return new InterpretationStage(text);
    }

    /**
     * The listed term.
     *
     * @param stage the entry of the list
     * @return the term with its Chinese label
     */
    public static InterpretationStage of(Stage stage) {
        return new InterpretationStage(stage.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Stage stage() {
        return entry();
    }
}
