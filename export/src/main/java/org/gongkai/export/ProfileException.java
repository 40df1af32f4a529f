package org.gongkai.export;

import java.io.IOException;
import java.util.Locale;

/** A format profile cannot be used. The message names the file, the place in it, and what is allowed there. */
public final class ProfileException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The name of the profile's file. */
    private final String file;

    /** Where in it. */
    private final String place;

    /** What stands there. */
    private final String found;

    /** What may stand there. */
    private final String expected;

    ProfileException(String file, String place, String found, String expected) {
        super(file + ", " + place + ": found " + found + ", expected " + expected);
        this.file = file;
        this.place = place;
        this.found = found;
        this.expected = expected;
    }

    /**
     * The place in the file.
     *
     * @return the name of a property, element or column, or a line and column
     */
    public String place() {
        return place;
    }

    /**
     * Says for a person what was wrong.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return one sentence
     */
    public String text(Locale language) {
        if (!language.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            return getMessage();
        }
        return "格式配置文件 " + file + " 的 " + place + " 有误：实际为 " + found + "，应为 " + expected;
    }
}
