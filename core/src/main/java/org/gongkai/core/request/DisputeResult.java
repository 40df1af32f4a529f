package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How a dispute ended (审理结果): the columns of table 4 of the annual report.
 *
 * <p>Any text is kept; {@link #result()} is null when the text is not on the list. Source: the form of the annual report, 国办公开办函〔2021〕30号.
 */
public final class DisputeResult extends ListedTerm<DisputeResult.Result> {

    private static final Map<String, Result> LIST = entries(Result.values());

    /** The results, in the order of the columns. */
    public enum Result implements ListedTerm.Entry {
        /** The answer stands. */
        UPHELD("结果维持", "维持"),
        /** The answer was corrected. */
        CORRECTED("结果纠正", "纠正"),
        /** It ended otherwise. */
        OTHER("其他结果"),
        /** It has not ended. */
        OPEN("尚未审结", "未审结");

        private final String label;
        private final List<String> synonyms;

        Result(String label, String... synonyms) {
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
    public DisputeResult(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DisputeResult parse(String text) {
        return new DisputeResult(text);
    }

    /**
     * The listed term.
     *
     * @param result the entry of the list
     * @return the term with its Chinese label
     */
    public static DisputeResult of(Result result) {
        return new DisputeResult(result.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Result result() {
        return entry();
    }
}
