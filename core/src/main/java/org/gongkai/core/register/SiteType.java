package org.gongkai.core.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What kind of government site it is (网站类型).
 *
 * <p>Any text is kept; {@link #type()} is null when the text is not on the list. Source: 国办发〔2017〕47号.
 */
public final class SiteType extends ListedTerm<SiteType.Type> {

    private static final Map<String, Type> LIST = entries(Type.values());

    /** The kinds. */
    public enum Type implements ListedTerm.Entry {
        /** The portal of a government. */
        PORTAL("门户网站", "门户", "政府门户网站"),
        /** The site of a department. */
        DEPARTMENT("部门网站", "部门"),
        /** A site for one matter. */
        SPECIAL("专项网站", "专项");

        private final String label;
        private final List<String> synonyms;

        Type(String label, String... synonyms) {
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
    public SiteType(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SiteType parse(String text) {
        return new SiteType(text);
    }

    /**
     * The listed term.
     *
     * @param type the entry of the list
     * @return the term with its Chinese label
     */
    public static SiteType of(Type type) {
        return new SiteType(type.label());
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
