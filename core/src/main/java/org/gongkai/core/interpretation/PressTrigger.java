package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Why a press event was held (发布缘由).
 *
 * <p>Any text is kept; {@link #reason()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, item 7, for the first two; 国办发〔2016〕61号 and 80号 for emergencies.
 */
public final class PressTrigger extends ListedTerm<PressTrigger.Reason> {

    private static final Map<String, Reason> LIST = entries(Reason.values());

    /** The reasons. */
    public enum Reason implements ListedTerm.Entry {
        /** A standing meeting of the government fixed a major measure. */
        STANDING_MEETING("政府常务会议", "常务会议", "常务会议研究确定"),
        /** It touches the livelihood of the whole district, or many people follow it. */
        LIVELIHOOD("重大民生", "全局性重大民生", "重大民生问题", "社会高度关注"),
        /** A grave or major emergency. */
        EMERGENCY("突发事件", "重大突发事件", "特别重大突发事件"),
        /** A regular one. */
        ROUTINE("例行发布", "例行");

        private final String label;
        private final List<String> synonyms;

        Reason(String label, String... synonyms) {
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
    public PressTrigger(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PressTrigger parse(String text) {
        return new PressTrigger(text);
    }

    /**
     * The listed term.
     *
     * @param reason the entry of the list
     * @return the term with its Chinese label
     */
    public static PressTrigger of(Reason reason) {
        return new PressTrigger(reason.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Reason reason() {
        return entry();
    }
}
