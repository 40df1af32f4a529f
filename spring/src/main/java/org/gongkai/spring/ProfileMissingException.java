package org.gongkai.spring;

import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.profile.Profile;
import org.jspecify.annotations.Nullable;

/** The application names no profile, or one that does not ship with the library; nothing is chosen silently. */
public final class ProfileMissingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** What the application names, or null when it names nothing. */
    private final @Nullable String named;

    ProfileMissingException(@Nullable String named) {
        super(text(named).en());
        this.named = named;
    }

    /**
     * What is wrong and how to mend it.
     *
     * @param language Chinese is answered in Chinese and any other in English
     * @return two sentences
     */
    public String text(Locale language) {
        return text(named).in(language);
    }

    private static Bilingual text(@Nullable String named) {
        String names = String.join(", ", Profile.names());
        return new Bilingual(
                (named == null ? "没有指定规则配置" : "没有名为 " + named + " 的规则配置") + "。请设置 gongkai.profile：自带的名称（" + names
                        + "）或文件位置，如 classpath:my-profile.json，也可以自行定义 Profile 类型的 bean。",
                (named == null ? "No profile is named" : "No profile has the name " + named)
                        + ". Set gongkai.profile to one that ships with the library (" + names
                        + ") or to the place of a file, such as classpath:my-profile.json, or define a bean of the profile.");
    }
}
