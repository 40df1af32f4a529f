package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation looks at (评估内容).
 *
 * <p>Any text is kept; {@link #aspect()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, item 10.
 *
 * @param text the text as it was given
 */
public record EvaluationAspect(@JsonValue String text) implements Code {

    /** The aspects. */
    public enum Aspect {
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

        /**
         * The term as catalogues and pages write it.
         *
         * @return the Chinese label
         */
        public String label() {
            return label;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public EvaluationAspect {
        Objects.requireNonNull(text, "text");
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
        String wanted = StringUtils.deleteWhitespace(text);
        for (Aspect each : Aspect.values()) {
            if (each.label.equals(wanted)) {
                return each;
            }
        }
        return null;
    }

    @Override
    public boolean wellFormed() {
        return aspect() != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
