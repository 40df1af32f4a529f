package org.gongkai.core.calendar;

import java.util.Locale;
import org.gongkai.core.Bilingual;

/** The choice between the two languages that messages exist in. */
final class Wording {

    private Wording() {}

    static String of(Locale locale, String chinese, String english) {
        return Bilingual.isChinese(locale) ? chinese : english;
    }
}
