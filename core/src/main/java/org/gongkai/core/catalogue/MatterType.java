package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Whether the law asks for the disclosure of a matter (事项类别).
 *
 * <p>Any text is kept; {@link #type()} is null when the text is not on the list. Source: one county table.
 */
public final class MatterType extends ListedTerm<MatterType.Type> {

    private static final Map<String, Type> LIST = entries(Type.values());

    /** The kinds. */
    public enum Type implements ListedTerm.Entry {
        /** The law asks for it. */
        STATUTORY("法定公开", "法定"),
        /** The body does it of its own accord. */
        OTHER("其他", "其它");

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
    public MatterType(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MatterType parse(String text) {
        return new MatterType(text);
    }

    /**
     * The listed term.
     *
     * @param type the entry of the list
     * @return the term with its Chinese label
     */
    public static MatterType of(Type type) {
        return new MatterType(type.label());
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
