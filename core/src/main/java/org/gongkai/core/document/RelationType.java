package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How one document stands to another.
 *
 * <p>Any text is kept; {@link #type()} is null when the text is not on the list. Source: related-document blocks of government document libraries.
 */
public final class RelationType extends ListedTerm<RelationType.Type> {

    private static final Map<String, Type> LIST = entries(Type.values());

    /** The relations that exchange formats know. */
    public enum Type implements ListedTerm.Entry {
        /** The target explains this document. */
        INTERPRETATION("政策解读"),
        /** This document amends the target. */
        AMENDS("修改"),
        /** This document repeals the target. */
        REPEALS("废止"),
        /** The target repeals this document. */
        REPEALED_BY("被废止"),
        /** The target is the basis of this document. */
        BASIS("依据");

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
    public RelationType(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RelationType parse(String text) {
        return new RelationType(text);
    }

    /**
     * The listed term.
     *
     * @param type the entry of the list
     * @return the term with its Chinese label
     */
    public static RelationType of(Type type) {
        return new RelationType(type.label());
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
