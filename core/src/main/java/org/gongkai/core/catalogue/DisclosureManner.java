package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How something is public (公开方式).
 *
 * <p>Any text is kept; {@link #manner()} is null when the text is not on the list. Source: 国办发〔2019〕54号 and published tables.
 */
public final class DisclosureManner extends ListedTerm<DisclosureManner.Manner> {

    private static final Map<String, Manner> LIST = entries(Manner.values());

    /** The manners. */
    public enum Manner implements ListedTerm.Entry {
        /** Of one’s own accord. */
        PROACTIVE("主动公开", "主动"),
        /** On request. */
        ON_REQUEST("依申请公开", "依申请");

        private final String label;
        private final List<String> synonyms;

        Manner(String label, String... synonyms) {
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
    public DisclosureManner(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DisclosureManner parse(String text) {
        return new DisclosureManner(text);
    }

    /**
     * The listed term.
     *
     * @param manner the entry of the list
     * @return the term with its Chinese label
     */
    public static DisclosureManner of(Manner manner) {
        return new DisclosureManner(manner.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Manner manner() {
        return entry();
    }
}
