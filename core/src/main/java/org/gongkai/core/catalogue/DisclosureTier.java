package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * On which level of government something is public (公开层级).
 *
 * <p>Any text is kept; {@link #tier()} is null when the text is not on the list. Source: published tables, and DB3707/T 26-2020 for the city.
 */
public final class DisclosureTier extends ListedTerm<DisclosureTier.Tier> {

    private static final Map<String, Tier> LIST = entries(Tier.values());

    /** The levels. */
    public enum Tier implements ListedTerm.Entry {
        /** City. */
        CITY("市级"),
        /** County or district. */
        COUNTY("县级", "区级", "县(市、区)级", "区县级"),
        /** Township, town or street. */
        TOWNSHIP("乡级", "镇级", "街道级", "乡镇级", "镇街级", "乡镇(街道)级"),
        /** Village or community. */
        VILLAGE("村级", "社区级", "村居级", "村(社区)级");

        private final String label;
        private final List<String> synonyms;

        Tier(String label, String... synonyms) {
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
    public DisclosureTier(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DisclosureTier parse(String text) {
        return new DisclosureTier(text);
    }

    /**
     * The listed term.
     *
     * @param tier the entry of the list
     * @return the term with its Chinese label
     */
    public static DisclosureTier of(Tier tier) {
        return new DisclosureTier(tier.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Tier tier() {
        return entry();
    }
}
