package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Where a question came from (问题来源).
 *
 * <p>Any text is kept; {@link #origin()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, item 6, for counselling; the list is derived.
 */
public final class AnswerOrigin extends ListedTerm<AnswerOrigin.Origin> {

    private static final Map<String, Origin> LIST = entries(Origin.values());

    /** The origins. */
    public enum Origin implements ListedTerm.Entry {
        /** Drawn from the document itself. */
        DOCUMENT("文件梳理", "文件", "政策文件"),
        /** Asked on the hotline. */
        HOTLINE("热线", "12345", "政务服务热线"),
        /** Asked on the site. */
        SITE("网站", "政府网站", "网上咨询"),
        /** Asked at a counter. */
        WINDOW("窗口", "服务窗口", "政务服务大厅"),
        /** Asked often in counselling. */
        FREQUENT("高频咨询", "常见问题", "日常咨询");

        private final String label;
        private final List<String> synonyms;

        Origin(String label, String... synonyms) {
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
    public AnswerOrigin(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AnswerOrigin parse(String text) {
        return new AnswerOrigin(text);
    }

    /**
     * The listed term.
     *
     * @param origin the entry of the list
     * @return the term with its Chinese label
     */
    public static AnswerOrigin of(Origin origin) {
        return new AnswerOrigin(origin.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Origin origin() {
        return entry();
    }
}
