package org.gongkai.core.work;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What kind of training it is (培训类型).
 *
 * <p>Any text is kept; {@link #kind()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, item 16, and plans of trainings.
 */
public final class TrainingKind extends ListedTerm<TrainingKind.Kind> {

    private static final Map<String, Kind> LIST = entries(Kind.values());

    /** The kinds. */
    public enum Kind implements ListedTerm.Entry {
        /** On one subject. */
        SPECIAL("专题", "专题培训", "专题培训班"),
        /** On the work itself. */
        SERVICE("业务", "业务培训"),
        /** For leading cadres. */
        LEADERS("领导干部", "领导干部培训"),
        /** On the job. */
        ON_THE_JOB("跟班学习", "轮岗", "跟班", "轮岗培训", "以干代训"),
        /** A lecture. */
        LECTURE("业务讲堂", "讲座"),
        /** Reading for oneself. */
        SELF("自学");

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
    public TrainingKind(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TrainingKind parse(String text) {
        return new TrainingKind(text);
    }

    /**
     * The listed term.
     *
     * @param kind the entry of the list
     * @return the term with its Chinese label
     */
    public static TrainingKind of(Kind kind) {
        return new TrainingKind(kind.label());
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
