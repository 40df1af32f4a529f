package org.gongkai.core.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * On which platform an account is (平台类型).
 *
 * <p>Any text is kept; {@link #platform()} is null when the text is not on the list. Source: counts of two cities.
 */
public final class MediaPlatform extends ListedTerm<MediaPlatform.Platform> {

    private static final Map<String, Platform> LIST = entries(Platform.values());

    /** The platforms. */
    public enum Platform implements ListedTerm.Entry {
        /** Official account of WeChat. */
        WECHAT_OFFICIAL("微信公众号", "微信", "政务微信"),
        /** Video account of WeChat. */
        WECHAT_VIDEO("视频号", "微信视频号"),
        /** Weibo. */
        WEIBO("微博", "政务微博", "新浪微博"),
        /** Douyin. */
        DOUYIN("抖音", "抖音号"),
        /** Kuaishou. */
        KUAISHOU("快手"),
        /** Toutiao. */
        TOUTIAO("今日头条", "头条号"),
        /** Baijiahao. */
        BAIJIA("百家号"),
        /** Penguin. */
        QIE("企鹅号"),
        /** Dayu. */
        DAYU("大鱼号"),
        /** Tieba. */
        TIEBA("贴吧"),
        /** A mini-program. */
        MINI_PROGRAM("小程序", "微信小程序"),
        /** An app of its own. */
        APP("移动客户端", "客户端", "APP"),
        /** Another. */
        OTHER("其他", "其它");

        private final String label;
        private final List<String> synonyms;

        Platform(String label, String... synonyms) {
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
    public MediaPlatform(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MediaPlatform parse(String text) {
        return new MediaPlatform(text);
    }

    /**
     * The listed term.
     *
     * @param platform the entry of the list
     * @return the term with its Chinese label
     */
    public static MediaPlatform of(Platform platform) {
        return new MediaPlatform(platform.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Platform platform() {
        return entry();
    }
}
