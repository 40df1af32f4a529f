package org.gongkai.spring;

import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.profile.Profile;

/** The application names no profile, and nothing is chosen silently. */
public final class ProfileMissingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    ProfileMissingException() {
        super(text().en());
    }

    /**
     * What is wrong and how to mend it.
     *
     * @param language Chinese is answered in Chinese and any other in English
     * @return two sentences
     */
    public String text(Locale language) {
        return text().in(language);
    }

    private static Bilingual text() {
        String names = String.join(", ", Profile.names());
        return new Bilingual(
                "没有指定规则配置。请设置 gongkai.profile：自带的名称（" + names + "）或文件位置，也可以自行定义 Profile 类型的 bean。",
                "No profile is named. Set gongkai.profile to one that ships with the library (" + names
                        + ") or to the place of a file, or define a bean of the profile.");
    }
}
