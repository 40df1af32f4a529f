package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What a public unit serves the public with (行业).
 *
 * <p>Any text is kept; {@link #sector()} is null when the text is not on the list. Source: 政府信息公开条例 art. 55.
 */
public final class ServiceSector extends ListedTerm<ServiceSector.Sector> {

    private static final Map<String, Sector> LIST = entries(Sector.values());

    /** The sectors. */
    public enum Sector implements ListedTerm.Entry {
        /** Education. */
        EDUCATION("教育", "学校"),
        /** Health. */
        HEALTH("卫生健康", "医疗卫生", "医院"),
        /** Water. */
        WATER("供水"),
        /** Power. */
        POWER("供电"),
        /** Gas. */
        GAS("供气", "燃气"),
        /** Heat. */
        HEAT("供热", "供暖"),
        /** Protection of the environment. */
        ENVIRONMENT("环境保护", "生态环境"),
        /** Public transport. */
        TRANSPORT("公共交通", "公交");

        private final String label;
        private final List<String> synonyms;

        Sector(String label, String... synonyms) {
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
    public ServiceSector(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ServiceSector parse(String text) {
        return new ServiceSector(text);
    }

    /**
     * The listed term.
     *
     * @param sector the entry of the list
     * @return the term with its Chinese label
     */
    public static ServiceSector of(Sector sector) {
        return new ServiceSector(sector.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Sector sector() {
        return entry();
    }
}
