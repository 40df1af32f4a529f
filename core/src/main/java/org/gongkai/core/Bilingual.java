package org.gongkai.core;

import java.util.Locale;

/**
 * A text in Chinese and in English.
 *
 * @param zh the Chinese text, not blank
 * @param en the English text, not blank
 */
public record Bilingual(String zh, String en) {

    /**
     * Creates a text.
     *
     * @throws IllegalArgumentException when one of the languages is missing
     */
    public Bilingual {
        if (zh == null || zh.isBlank() || en == null || en.isBlank()) {
            throw new IllegalArgumentException("a text needs both zh and en, got zh: " + zh + ", en: " + en);
        }
    }

    /**
     * A text about a number of things, in which {@code {0}} stands for the number.
     *
     * @param count how many
     * @param zh the Chinese text
     * @param one the English text about one
     * @param many the English text about none or several
     * @return the text with the number, its thousands set apart
     */
    public static Bilingual counted(long count, String zh, String one, String many) {
        String number = String.format(Locale.ROOT, "%,d", count);
        return new Bilingual(zh.replace("{0}", number), (count == 1 ? one : many).replace("{0}", number));
    }

    /**
     * The text in a language.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return the text
     */
    public String in(Locale language) {
        return isChinese(language) ? zh : en;
    }

    /**
     * Whether readers of a language are given Chinese texts.
     *
     * @param language the language, not null
     * @return true for Chinese, of whatever country and script; every other language is given English
     */
    public static boolean isChinese(Locale language) {
        return language.getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
