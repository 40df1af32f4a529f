package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * For whom something is public (公开对象).
 *
 * <p>Any text is kept; {@link #audience()} is null when the text is not on the list. Source: 国办发〔2019〕54号 and published tables.
 */
public final class DisclosureAudience extends ListedTerm<DisclosureAudience.Audience> {

    private static final Map<String, Audience> LIST = entries(Audience.values());

    /** The audiences. */
    public enum Audience implements ListedTerm.Entry {
        /** Everybody. */
        ALL_SOCIETY("全社会", "社会公众", "社会"),
        /** A group, which the item names. */
        GROUP("特定群体", "特定群众", "特定对象", "特定人群");

        private final String label;
        private final List<String> synonyms;

        Audience(String label, String... synonyms) {
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
    public DisclosureAudience(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DisclosureAudience parse(String text) {
        return new DisclosureAudience(text);
    }

    /**
     * The listed term.
     *
     * @param audience the entry of the list
     * @return the term with its Chinese label
     */
    public static DisclosureAudience of(Audience audience) {
        return new DisclosureAudience(audience.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Audience audience() {
        return entry();
    }
}
