package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What became of an opinion (采纳情况).
 *
 * <p>Any text is kept; {@link #outcome()} is null when the text is not on the list. Source: feedback tables as counties
 * publish them.
 */
public final class Adoption extends ListedTerm<Adoption.Outcome> {

    private static final Map<String, Outcome> LIST = entries(Outcome.values());

    /** The outcomes. */
    public enum Outcome implements ListedTerm.Entry {
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
    public Adoption(String text) {
        super(text, LIST);
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
        return entry();
    }
}
