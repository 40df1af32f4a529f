package org.gongkai.conformance;

import java.util.Locale;

/**
 * Why a program gave no answer to a case, for people.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record JudgeFault(String zh, String en) {

    /**
     * Says why there was no answer.
     *
     * @param language the language; Chinese is answered in Chinese and any other in English
     * @return a phrase without a full stop
     */
    public String in(Locale language) {
        return language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
    }
}
