package org.gongkai.ingest.source;

import java.util.Locale;
import org.gongkai.core.Bilingual;

/**
 * Why a field has its fate, beside the repairs made to its value. The {@linkplain #code() code} stands in the ledger;
 * the two texts are for people.
 */
public enum Reason {
    /** No known label. */
    UNKNOWN_LABEL("unknown-label", "标签未知", "the label is not known"),
    /** The component already has the same value. */
    SAME_VALUE("same-value", "与已有值相同", "another field gave the same value"),
    /** The component already has another value. */
    OTHER_VALUE_TAKEN("other-value-taken", "该要素已取其他值", "another field gave another value, which was taken"),
    /** The label can mean two things. */
    AMBIGUOUS_LABEL("ambiguous-label", "标签有歧义", "the label can mean two things"),
    /** The label can mean other things, and the value is none of the component's list. */
    NOT_LISTED(
            "not-listed",
            "标签多义且值不在该要素的列表中",
            "the label can mean other things, and the value is not on the element's list"),
    /** The number of a row of a form, by which its other sheets name it. */
    FORM_NUMBER("form-number", "填报表内的序号", "the number of a row within the form"),
    /** The page is no document, and what it is has no such field. */
    NOT_OF_KIND("not-of-kind", "该类记录没有此项", "a record of this kind has no such field"),
    /** The label joins two fields in one. */
    COMPOSITE_LABEL("composite-label", "合并标签", "the label joins two fields"),
    /** The other record of a link names this one. */
    FROM_OTHER_SIDE("from-other-side", "取自另一方的关联", "taken from the link of the other record"),
    /** Set for every record by the mapping. */
    CONSTANT("constant", "对照文件中的常量", "set for every record by the mapping"),
    /** Part of a page's furniture, not of the document. */
    PAGE_FURNITURE("page-furniture", "页面功能文字", "belongs to the page, not to the document"),
    /** Says something of the answer of an interface, not of the document. */
    ENVELOPE("envelope", "接口自身的信息，不属于文件", "belongs to the answer of the interface, not to the document"),
    /** Acts, loads something or is embedded in the page; HTML of records holds nothing of the kind. */
    ACTIVE_CONTENT("active-content", "可执行或嵌入的内容，未读入正文", "acts, loads or is embedded; kept out of the body"),
    /** The ledger shows the beginning only, since the record holds the whole. */
    ABBREVIATED("abbreviated", "台账仅列开头", "the ledger shows the beginning; the record holds the whole"),
    /** In a part of the page that a visitor does not see. */
    NOT_SHOWN("not-shown", "页面未显示", "the page holds it but does not show it"),
    /** A label stands there without a value, and beside it a text that could not be told to be its value. */
    NOT_TAKEN_APART(
            "not-taken-apart", "标签旁有文字而未能读作其值", "a text stands beside the label that was not taken for its value"),
    /** One of several cells that together give the value. */
    JOINED_PARTS("joined-parts", "与其他栏合成一个值", "one of several cells that together give the value"),
    /** Cut at a limit. */
    CUT("cut", "超出限制被截断", "cut at a limit"),
    /** Taken from the title. */
    FROM_TITLE("from-title", "取自标题", "taken from the title"),
    /** The line in brackets behind the title, which says by what the document was issued and amended, is read by itself. */
    PROMULGATION_APART("promulgation-apart", "题注另行读取", "the line on its promulgation is read by itself"),
    /** Taken from the note below the date. */
    FROM_NOTE("from-note", "取自附注", "taken from the note below the date"),
    /** Taken from the signature. */
    FROM_SIGNATURE("from-signature", "取自署名", "taken from the signature"),
    /** What a clause of the running text means; the ledger holds its words. */
    FROM_TEXT("from-text", "取自正文条款", "taken from a clause of the text"),
    /** The text says 今年, and the year is that in which the notice was written. */
    YEAR_OF_NOTICE("year-of-notice", "年份取自通知的日期", "the year is that in which the notice was written"),
    /** A guess: the name of an attached file is a number and nothing else. */
    FROM_ATTACHMENT_NAME("from-attachment-name", "据附件名推测", "guessed from the name of an attached file"),
    /** Taken from the number of an order or announcement, which names its agency in full. */
    FROM_NUMBER("from-number", "取自令、公告的文号", "taken from the number of the order or announcement");

    private final String code;
    private final String chinese;
    private final String english;

    Reason(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /**
     * The stable name of the reason in ledgers.
     *
     * @return lower-case words joined by hyphens
     */
    public String code() {
        return code;
    }

    /**
     * Says the reason to a person.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return a short phrase
     */
    public String text(Locale language) {
        return Bilingual.isChinese(language) ? chinese : english;
    }
}
