package org.gongkai.validation.obligation;

import org.gongkai.core.Bilingual;

/** How an obligation of a body stands in a year. */
public enum ObligationState {
    /** It was done in time. */
    MET("已履行", "met"),
    /** It was done, and late; or what the body has is not in order. */
    LATE("逾期或者不合要求", "late or not in order"),
    /** It was not done, and the time is over. */
    MISSING("未履行", "missing"),
    /** It is not done yet, and there is time; the reason says until when. */
    NOT_YET_DUE("未到期", "not yet due"),
    /** It is none of this body in this year; the reason says why. */
    NOT_APPLICABLE("不适用", "not applicable"),
    /** Nobody can say from the records that were given; the reason says why. */
    NOT_CHECKED("未核查", "not checked");

    private final Bilingual text;

    ObligationState(String zh, String en) {
        this.text = new Bilingual(zh, en);
    }

    /**
     * The state for a person.
     *
     * @return the words in both languages
     */
    public Bilingual text() {
        return text;
    }
}
