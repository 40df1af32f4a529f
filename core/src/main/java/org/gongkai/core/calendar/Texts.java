package org.gongkai.core.calendar;

import java.util.Locale;

/** The choice between the two languages that messages exist in. */
final class Texts {

    private Texts() {}

    static boolean chinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    static String of(Locale locale, String chinese, String english) {
        return chinese(locale) ? chinese : english;
    }
}
