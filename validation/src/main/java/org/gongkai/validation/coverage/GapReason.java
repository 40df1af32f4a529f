package org.gongkai.validation.coverage;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a document that was issued is lawfully not among those published. */
public enum GapReason {
    /** Not to be made public (不予公开) by 政府信息公开条例 art. 14: state secrets, what laws forbid, harm to security. */
    ARTICLE_14("article14", "不予公开（条例第十四条）"),
    /** Not to be made public by 政府信息公开条例 art. 15: trade secrets and privacy of others. */
    ARTICLE_15("article15", "不予公开（条例第十五条）"),
    /** Not to be made public by 政府信息公开条例 art. 16: internal matters and what is still being handled. */
    ARTICLE_16("article16", "不予公开（条例第十六条）"),
    /** Marked in the inventory as not disclosed (不予公开), the article not named. */
    NOT_DISCLOSED("notDisclosed", "不予公开（清单所载，未写条款）"),
    /** Given to those who apply (依申请公开). */
    ON_APPLICATION("onApplication", "依申请公开"),
    /** The number was taken and never used (作废). */
    VOID("void", "作废"),
    /** The document was merged into another (合并). */
    MERGED("merged", "合并");

    private final String code;
    private final String label;

    GapReason(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /**
     * The reason as reports write it.
     *
     * @return the code
     */
    @JsonValue
    public String code() {
        return code;
    }

    /**
     * The reason for people.
     *
     * @return the Chinese label
     */
    public String label() {
        return label;
    }
}
