package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What a material of a decision matter is.
 *
 * <p>Any text is kept; {@link #type()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, items 8 and 9;
 * 重大行政决策程序暂行条例 (State Council order no. 713).
 */
public final class MaterialType extends ListedTerm<MaterialType.Type> {

    private static final Map<String, Type> LIST = entries(Type.values());

    /** The materials that catalogues gather. */
    public enum Type implements ListedTerm.Entry {
        /** The full text of the draft; 重大行政决策程序暂行条例 (State Council order no. 713), art. 15. */
        DRAFT("决策草案全文"),
        /** The explanation of the draft; 重大行政决策程序暂行条例 (State Council order no. 713), art. 15. */
        EXPLANATION("草案说明"),
        /** Why the matter is to be decided; 青崂政办字〔2023〕13号, item 8. */
        BACKGROUND("决策背景"),
        /** The notice that asks for opinions; 重大行政决策程序暂行条例 (State Council order no. 713), art. 15. */
        CONSULTATION_NOTICE("征求意见公告"),
        /** How opinions were collected and adopted; 青崂政办字〔2023〕13号, items 8 and 9. */
        OPINIONS("公众意见收集和采纳情况"),
        /** The decision; 重大行政决策程序暂行条例 (State Council order no. 713), art. 32. */
        RESULT("决策结果"),
        /** The assessment of risks; 重大行政决策程序暂行条例 (State Council order no. 713), arts. 22 to 24. */
        RISK_ASSESSMENT("风险评估"),
        /** The review by experts; 重大行政决策程序暂行条例 (State Council order no. 713), arts. 19 to 21. */
        EXPERT_REVIEW("专家论证"),
        /** The review of legality; 重大行政决策程序暂行条例 (State Council order no. 713), arts. 25 to 27. */
        LEGALITY_REVIEW("合法性审查"),
        /** The discussion in the meeting that decides; 重大行政决策程序暂行条例 (State Council order no. 713), arts. 30 and 31. */
        COLLECTIVE_DISCUSSION("集体讨论决定"),
        /** What the decision means for those whom it concerns. */
        INTERPRETATION("政策解读"),
        /** How the decision worked; 重大行政决策程序暂行条例 (State Council order no. 713), art. 36. */
        POST_EVALUATION("决策后评估");

        private final String label;

        Type(String label) {
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
    public MaterialType(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MaterialType parse(String text) {
        return new MaterialType(text);
    }

    /**
     * The listed term.
     *
     * @param type the entry of the list
     * @return the term with its Chinese label
     */
    public static MaterialType of(Type type) {
        return new MaterialType(type.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Type type() {
        return entry();
    }
}
