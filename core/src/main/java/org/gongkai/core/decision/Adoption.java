package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * What became of an opinion (采纳情况).
 *
 * <p>Any text is kept; {@link #outcome()} is null when the text is not on the list. Source: feedback tables as counties
 * publish them.
 *
 * @param text the text as it was given
 */
public record Adoption(@JsonValue String text) implements Code {

    /** The outcomes. */
    public enum Outcome {
        /** It was adopted. */
        ADOPTED("采纳"),
        /** It was adopted in part. */
        PARTLY_ADOPTED("部分采纳"),
        /** It was not adopted; a reason is given. */
        REJECTED("未采纳");

        private final String label;

        Outcome(String label) {
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
    public Adoption {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Adoption parse(String text) {
        return new Adoption(text);
    }

    /**
     * The listed term.
     *
     * @param outcome the entry of the list
     * @return the term with its Chinese label
     */
    public static Adoption of(Outcome outcome) {
        return new Adoption(outcome.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Outcome outcome() {
        String wanted = StringUtils.deleteWhitespace(text);
        for (Outcome each : Outcome.values()) {
            if (each.label.equals(wanted)) {
                return each;
            }
        }
        return null;
    }

    @Override
    public boolean wellFormed() {
        return outcome() != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
