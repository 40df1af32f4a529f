package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation looks at (评估内容).
 *
 * <p>Any text is kept; {@link #aspect()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, item 10.
 */
public final class EvaluationAspect extends ListedTerm<EvaluationAspect.Aspect> {

    private static final Map<String, Aspect> LIST = entries(Aspect.values());

    /** The aspects. */
    public enum Aspect implements ListedTerm.Entry {
        /** The standards applied. */
        STANDARDS("执行标准"),
        /** Whom and what it covers. */
        SCOPE("适用范围"),
        /** How it was applied. */
        APPLICATION("适用情况"),
        /** What it achieved. */
        RESULTS("取得成效"),
        /** What went wrong. */
        PROBLEMS("存在问题");

        private final String label;

        Aspect(String label) {
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
    public EvaluationAspect(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EvaluationAspect parse(String text) {
        return new EvaluationAspect(text);
    }

    /**
     * The listed term.
     *
     * @param aspect the entry of the list
     * @return the term with its Chinese label
     */
    public static EvaluationAspect of(Aspect aspect) {
        return new EvaluationAspect(aspect.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Aspect aspect() {
        return entry();
    }
}
