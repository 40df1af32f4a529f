package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What an interpretation tells of its document (解读要素).
 *
 * <p>Any text is kept; {@link #element()} is null when the text is not on the list. Source: the directory of items of the Department of Commerce of Shandong (2023) for the first four; the rest after county rules that cite 甘政公开办函〔2019〕1号.
 */
public final class InterpretationElement extends ListedTerm<InterpretationElement.Element> {

    private static final Map<String, Element> LIST = entries(Element.values());

    /** The elements. */
    public enum Element implements ListedTerm.Entry {
        /** Why it was made. */
        BACKGROUND("背景", "制定背景", "起草背景", "编制背景", "出台背景", "政策背景", "背景依据"),
        /** What it rests on. */
        BASIS("决策依据", "编制依据", "制定依据", "起草依据", "政策依据", "依据"),
        /** What it is for. */
        PURPOSE("出台目的", "编制目的", "制定目的", "目标任务", "目的意义", "目的", "起草目的"),
        /** What it does. */
        MEASURES("重要举措", "主要内容", "主要举措", "政策举措", "重点内容", "核心举措"),
        /** To whom it applies. */
        SCOPE("适用范围", "涉及范围", "适用对象"),
        /** By what standard. */
        STANDARD("执行标准"),
        /** What to mind. */
        NOTES("注意事项"),
        /** What its words mean. */
        TERMS("关键词注释", "术语释义", "关键词诠释", "名词解释"),
        /** What people gain. */
        BENEFITS("惠民利民举措", "惠民利民"),
        /** What is new. */
        DIFFERENCES("新旧政策差异", "新旧差异"),
        /** For how long. */
        TERM("期限", "有效期", "执行期限", "统计期限");

        private final String label;
        private final List<String> synonyms;

        Element(String label, String... synonyms) {
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
    public InterpretationElement(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InterpretationElement parse(String text) {
        return new InterpretationElement(text);
    }

    /**
     * The listed term.
     *
     * @param element the entry of the list
     * @return the term with its Chinese label
     */
    public static InterpretationElement of(Element element) {
        return new InterpretationElement(element.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Element element() {
        return entry();
    }
}
