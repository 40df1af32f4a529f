package org.gongkai.core.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What an error report is about (问题类型).
 *
 * <p>Any text is kept; {@link #kind()} is null when the text is not on the list. Source: 我为政府网站找错; the terms are derived.
 */
public final class ErrorKind extends ListedTerm<ErrorKind.Kind> {

    private static final Map<String, Kind> LIST = entries(Kind.values());

    /** The kinds. */
    public enum Kind implements ListedTerm.Entry {
        /** The content is wrong. */
        CONTENT("内容错误", "内容", "错别字", "内容无法访问"),
        /** A link leads nowhere. */
        LINK("链接错误", "链接", "错链断链"),
        /** An attachment cannot be opened. */
        ATTACHMENT("附件", "附件错误"),
        /** Something does not work. */
        FUNCTION("功能", "功能错误"),
        /** Nobody answers. */
        INTERACTION("互动", "互动回应"),
        /** It is advice. */
        ADVICE("建议"),
        /** Another matter. */
        OTHER("其他", "其它");

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
    public ErrorKind(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ErrorKind parse(String text) {
        return new ErrorKind(text);
    }

    /**
     * The listed term.
     *
     * @param kind the entry of the list
     * @return the term with its Chinese label
     */
    public static ErrorKind of(Kind kind) {
        return new ErrorKind(kind.label());
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
