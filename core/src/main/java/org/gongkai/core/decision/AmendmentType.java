package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a catalogue after it was published (目录调整).
 *
 * <p>Any text is kept; {@link #type()} is null when the text is not on the list. Source: 重大行政决策程序暂行条例 (State Council
 * order no. 713), art. 3, allows catalogues to be amended; the list is this library's own.
 */
public final class AmendmentType extends ListedTerm<AmendmentType.Type> {

    private static final Map<String, Type> LIST = entries(Type.values());

    /** The three changes. */
    public enum Type implements ListedTerm.Entry {
        /** A matter was added. */
        ADDED("增加"),
        /** A matter was taken out. */
        DROPPED("调出"),
        /** A matter was changed. */
        CHANGED("变更");

        private final String label;

        Type(String label) {
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
    public AmendmentType(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AmendmentType parse(String text) {
        return new AmendmentType(text);
    }

    /**
     * The listed term.
     *
     * @param type the entry of the list
     * @return the term with its Chinese label
     */
    public static AmendmentType of(Type type) {
        return new AmendmentType(type.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Type type() {
        return entry();
    }
}
