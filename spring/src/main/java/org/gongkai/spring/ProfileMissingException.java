package org.gongkai.spring;

import java.io.IOException;
import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * The application names no profile, one that does not ship with the library, or a file that is not there or no profile;
 * nothing is chosen silently.
 */
public final class ProfileMissingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    private ProfileMissingException(Bilingual problem, @Nullable Throwable cause) {
        super(problem.en() + mending().en(), cause);
        this.chinese = problem.zh() + mending().zh();
        this.english = problem.en() + mending().en();
    }

    /** The application names no profile. */
    static ProfileMissingException unnamed() {
        return new ProfileMissingException(new Bilingual("没有指定规则配置", "No profile is named"), null);
    }

    /** None that ships with the library has the name. */
    static ProfileMissingException unknown(String name) {
        return new ProfileMissingException(
                new Bilingual("没有名为 " + name + " 的规则配置", "No profile has the name " + name), null);
    }

    /** There is no file at the place. */
    static ProfileMissingException absent(String place) {
        return new ProfileMissingException(
                new Bilingual("规则配置文件 " + place + " 不存在", "There is no file of a profile at " + place), null);
    }

    /** The file at the place cannot be read, or is no profile. */
    static ProfileMissingException unfit(String place, IOException why) {
        // The reader of profiles says it in words, with the property.
        String reason = why.getMessage();
        return new ProfileMissingException(
                new Bilingual(
                        "规则配置文件 " + place + " 无法使用（" + reason + "）",
                        "The file of a profile at " + place + " is of no use: " + reason),
                why);
    }

    /**
     * What is wrong and how to mend it.
     *
     * @param language Chinese is answered in Chinese and any other in English
     * @return two sentences
     */
    public String text(Locale language) {
        return Bilingual.isChinese(language) ? chinese : english;
    }

    private static Bilingual mending() {
        String names = String.join(", ", Profile.names());
        return new Bilingual(
                "。请设置 gongkai.profile：自带的名称（" + names + "）或文件位置，如 classpath:my-profile.json，也可以自行定义 Profile 类型的 bean。",
                ". Set gongkai.profile to one that ships with the library (" + names
                        + ") or to the place of a file, such as classpath:my-profile.json, or define a bean of the profile.");
    }
}
