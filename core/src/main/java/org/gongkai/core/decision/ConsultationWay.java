package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * How the public was asked (征求意见方式).
 *
 * <p>Any text is kept; {@link #way()} is null when the text is not on the list. Source: 重大行政决策程序暂行条例 (State Council
 * order no. 713), arts. 14 to 17; 青崂政办字〔2023〕13号, item 9.
 */
public final class ConsultationWay extends ListedTerm<ConsultationWay.Way> {

    private static final Map<String, Way> LIST = entries(Way.values());

    /** The ways. */
    public enum Way implements ListedTerm.Entry {
        /** A notice that everybody can answer. */
        NOTICE("公开征求意见"),
        /** A symposium. */
        SYMPOSIUM("座谈会"),
        /** A hearing; 重大行政决策程序暂行条例 (State Council order no. 713), art. 16. */
        HEARING("听证会"),
        /** Visits on the spot. */
        VISIT("实地走访"),
        /** A survey of opinion. */
        SURVEY("民意调查"),
        /** A questionnaire. */
        QUESTIONNAIRE("问卷调查");

        private final String label;

        Way(String label) {
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
    public ConsultationWay(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ConsultationWay parse(String text) {
        return new ConsultationWay(text);
    }

    /**
     * The listed term.
     *
     * @param way the entry of the list
     * @return the term with its Chinese label
     */
    public static ConsultationWay of(Way way) {
        return new ConsultationWay(way.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Way way() {
        return entry();
    }
}
