package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How the fee for the processing of information is reckoned (计收方式).
 *
 * <p>Any text is kept; {@link #method()} is null when the text is not on the list. Source: 国办函〔2020〕109号, arts. 3 to 5.
 */
public final class FeeMethod extends ListedTerm<FeeMethod.Method> {

    private static final Map<String, Method> LIST = entries(Method.values());

    /** The methods. */
    public enum Method implements ListedTerm.Entry {
        /** By the number of applications of one applicant in a calendar month. */
        BY_PIECE("按件", "按件计收", "BY_PIECE"),
        /** By the number of pages supplied. */
        BY_VOLUME("按量", "按量计收", "BY_VOLUME"),
        /** Both at once, which art. 3 forbids. */
        BOTH("按件并按量", "按件按量", "BOTH");

        private final String label;
        private final List<String> synonyms;

        Method(String label, String... synonyms) {
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
    public FeeMethod(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FeeMethod parse(String text) {
        return new FeeMethod(text);
    }

    /**
     * The listed term.
     *
     * @param method the entry of the list
     * @return the term with its Chinese label
     */
    public static FeeMethod of(Method method) {
        return new FeeMethod(method.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Method method() {
        return entry();
    }
}
