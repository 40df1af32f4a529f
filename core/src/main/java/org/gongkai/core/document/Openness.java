package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * The way in which a document is made public (公开方式, 公开属性).
 *
 * <p>Any text is kept; {@link #mode()} is null when the text is not on the list. Source: Regulation on the Disclosure of Government Information (政府信息公开条例), and the label 公开方式 on government sites.
 */
public final class Openness extends ListedTerm<Openness.Mode> {

    private static final Map<String, Mode> LIST = entries(Mode.values());

    /** The three modes. */
    public enum Mode implements ListedTerm.Entry {
        /** Published by the agency of its own motion. Only these can be handed to the library. */
        PROACTIVE("主动公开"),
        /** Given to those who apply. */
        ON_APPLICATION("依申请公开", "依申请", "申请公开"),
        /** Not disclosed. */
        NOT_DISCLOSED("不予公开", "不公开", "不予以公开", "免予公开");

        private final String label;
        private final List<String> synonyms;

        Mode(String label, String... synonyms) {
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
    public Openness(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Openness parse(String text) {
        return new Openness(text);
    }

    /**
     * The listed term.
     *
     * @param mode the entry of the list
     * @return the term with its Chinese label
     */
    public static Openness of(Mode mode) {
        return new Openness(mode.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Mode mode() {
        return entry();
    }
}
