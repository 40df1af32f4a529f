package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is contested (争议类型): the rows of table 4 of the annual report.
 *
 * <p>Any text is kept; {@link #kind()} is null when the text is not on the list. Source: the form of the annual report, 国办公开办函〔2021〕30号.
 */
public final class DisputeKind extends ListedTerm<DisputeKind.Kind> {

    private static final Map<String, Kind> LIST = entries(Kind.values());

    /** The kinds. */
    public enum Kind implements ListedTerm.Entry {
        /** Administrative reconsideration. */
        RECONSIDERATION("行政复议", "复议"),
        /** A suit without reconsideration. */
        DIRECT_SUIT("未经复议直接起诉", "直接起诉"),
        /** A suit after reconsideration. */
        SUIT_AFTER_RECONSIDERATION("复议后起诉");

        private final String label;
        private final List<String> synonyms;

        Kind(String label, String... synonyms) {
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
    public DisputeKind(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DisputeKind parse(String text) {
        return new DisputeKind(text);
    }

    /**
     * The listed term.
     *
     * @param kind the entry of the list
     * @return the term with its Chinese label
     */
    public static DisputeKind of(Kind kind) {
        return new DisputeKind(kind.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Kind kind() {
        return entry();
    }
}
