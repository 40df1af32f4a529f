package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How a policy was evaluated (评估方式).
 *
 * <p>Any text is kept; {@link #method()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, item 10.
 */
public final class EvaluationMethod extends ListedTerm<EvaluationMethod.Method> {

    private static final Map<String, Method> LIST = entries(Method.values());

    /** The methods. */
    public enum Method implements ListedTerm.Entry {
        /** An open day. */
        OPEN_DAY("政府开放日"),
        /** A call for opinions. */
        CALL_FOR_OPINIONS("征集调查"),
        /** A symposium. */
        SYMPOSIUM("专题座谈"),
        /** Interviews with those who matter most. */
        INTERVIEW("重点访谈"),
        /** Watching what is said in public. */
        OPINION_MONITORING("舆情监测"),
        /** Questions put to the government online. */
        ONLINE_QUESTIONS("网络问政");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public EvaluationMethod(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EvaluationMethod parse(String text) {
        return new EvaluationMethod(text);
    }

    /**
     * The listed term.
     *
     * @param method the entry of the list
     * @return the term with its Chinese label
     */
    public static EvaluationMethod of(Method method) {
        return new EvaluationMethod(method.label());
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
