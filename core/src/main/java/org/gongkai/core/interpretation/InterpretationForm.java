package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * In which form a policy is interpreted (解读形式).
 *
 * <p>Any text is kept; {@link #form()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, item 5, for text, picture, video, live, answers and lectures; the columns of the government of Qingdao (2023) for the head of department; experts after Shanghai (2019); media without a source.
 */
public final class InterpretationForm extends ListedTerm<InterpretationForm.Form> {

    private static final Map<String, Form> LIST = entries(Form.values());

    /** The forms. */
    public enum Form implements ListedTerm.Entry {
        /** A text. */
        TEXT("文字解读", "文字", "文稿解读", "一文读懂", "一文看懂"),
        /** A picture, a diagram, a cartoon. */
        PICTURE(
                "图片解读", "图解", "图表", "图表解读", "图文解读", "漫画", "漫画解读", "一图读懂", "一图看懂", "政策图解", "图文", "图片", "一图速览", "图说政策",
                "长图", "长图解读", "海报", "海报解读"),
        /** A video or another moving picture. */
        VIDEO(
                "视频解读", "视频", "音视频", "音视频解读", "动画", "动画解读", "动漫", "动漫解读", "H5", "H5解读", "微电影", "音频", "音频解读", "短视频",
                "短视频解读", "微视频", "微视频解读", "微动漫解读"),
        /** The head of the department speaks. */
        HEAD_OF_DEPARTMENT("部门负责人解读", "负责人解读", "主要负责人解读", "领导解读", "领导干部解读"),
        /** Short questions and answers. */
        QA("简明问答", "问答", "问答解读", "政策问答", "答记者问", "一问一答", "你问我答", "热点问答", "政策答疑"),
        /** A live programme in which people can ask. */
        LIVE("互动直播", "直播", "在线访谈", "访谈", "访谈解读", "在线解读", "直播解读"),
        /** A lecture on the spot. */
        LECTURE("现场宣讲", "宣讲", "宣讲解读", "政策宣讲"),
        /** A press conference or a briefing; a briefing lawfully comes before the document. */
        PRESS("新闻发布会解读", "新闻发布会", "新闻发布", "政策吹风会"),
        /** An expert speaks. */
        EXPERT("专家解读"),
        /** A newspaper or a station explains. */
        MEDIA("媒体解读"),
        /** Any other form. */
        OTHER("其他解读", "其他");

        private final String label;
        private final List<String> synonyms;

        Form(String label, String... synonyms) {
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
    public InterpretationForm(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InterpretationForm parse(String text) {
        return new InterpretationForm(text);
    }

    /**
     * The listed term.
     *
     * @param form the entry of the list
     * @return the term with its Chinese label
     */
    public static InterpretationForm of(Form form) {
        return new InterpretationForm(form.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Form form() {
        return entry();
    }
}
