package org.gongkai.core;

import java.util.Locale;

/**
 * A repair that a lenient reader makes to text. The {@linkplain #code() code} is what machines see; the two texts
 * are for people.
 */
public enum Repair {
    /** Blanks around the text were dropped. */
    OUTER_BLANKS("outer-blanks", "去除首尾空白", "blanks around the text dropped"),
    /** Blanks inside the text were dropped. */
    INNER_BLANKS("inner-blanks", "去除中间空白", "blanks inside the text dropped"),
    /** Full-width letters, digits or signs were read as their usual forms. */
    FULL_WIDTH("full-width", "全角转半角", "full-width characters read as half-width"),
    /** Legacy brackets were read as the regular ones: 〔 〕 around a year, （ ） inside an agency code. */
    BRACKETS("brackets", "统一括号（年份用〔〕）", "legacy brackets read as the regular ones"),
    /** Brackets were dropped that enclosed the whole text, or a part that stands without. */
    ENCLOSING_BRACKETS("enclosing-brackets", "去除多余的外层括号", "enclosing brackets dropped"),
    /** A bracket without its partner was dropped or completed. */
    UNPAIRED_BRACKET("unpaired-bracket", "修正不成对的括号", "unpaired bracket mended"),
    /** The year stood before the agency code and was moved behind it. */
    YEAR_FIRST("year-first", "年份移至机关代字之后", "year moved behind the agency code"),
    /** A year of two digits was completed. */
    TWO_DIGIT_YEAR("two-digit-year", "补全两位年份", "year of two digits completed"),
    /** The year lacked its marks, and was given 〔 〕 or, in an order or announcement, 年. */
    YEAR_WITHOUT_BRACKETS("year-without-brackets", "补全年份的括号或“年”字", "marks of the year completed"),
    /** Chinese numerals were read as digits. */
    CHINESE_NUMERALS("chinese-numerals", "汉字数字转阿拉伯数字", "Chinese numerals read as digits"),
    /** 第 before the serial number was dropped, or added where orders and announcements have it. */
    ORDINAL_PREFIX("ordinal-prefix", "规范序号前的“第”", "第 before the serial number dropped or added"),
    /** Parts stood in another order: 第14号令 for 令第14号. */
    PART_ORDER("part-order", "调整各部分的顺序", "parts put in the usual order"),
    /** Leading zeros of the serial number were dropped. */
    LEADING_ZEROS("leading-zeros", "去除序号前导零", "leading zeros of the serial number dropped"),
    /** The closing 号 was missing and was added. */
    MISSING_SUFFIX("missing-suffix", "补全“号”", "missing 号 added"),
    /** Characters that do not belong to the text, such as a byte order mark or a stray sign, were dropped. */
    STRAY_CHARACTERS("stray-characters", "去除多余字符", "stray characters dropped"),
    /** A label that had slipped into the value was dropped. */
    LABEL_IN_VALUE("label-in-value", "去除混入的标签", "label inside the value dropped"),
    /** The text says that there is no value. */
    NULL_TOKEN("null-token", "表示“无”的文字", "text that stands for none"),
    /** Several values stood in one text. */
    SEVERAL_IN_ONE("several-in-one", "一格多值", "several values in one cell"),
    /** Words such as 等5部门, which say that there are others and do not name them, were dropped. */
    UNNAMED_OTHERS("unnamed-others", "去除未列名的“等…部门”", "mention of others without their names dropped"),
    /** Another notation of a date was read. */
    DATE_NOTATION("date-notation", "日期写法转换", "other notation of a date read"),
    /** A date held a time of day, which was dropped. */
    TIME_OF_DAY("time-of-day", "去除时刻", "time of day dropped"),
    /** A moment of another time zone was taken to the day it was in China. */
    TIME_ZONE("time-zone", "换算为北京时间", "moment taken to the day in China"),
    /** A spreadsheet's day count was read as a date. */
    SERIAL_DATE("serial-date", "电子表格日期序号转换", "spreadsheet day count read as a date"),
    /** A synonym was read as the listed term. */
    SYNONYM("synonym", "同义词归并", "synonym read as the listed term"),
    /** A separator was replaced by the usual one. */
    SEPARATOR("separator", "分隔符转换", "separator replaced"),
    /** References such as {@code &ldquo;} were read as the signs that they stand for. */
    CHARACTER_REFERENCES("character-references", "还原字符实体", "character references read as their signs"),
    /** Markup that had been written as text, {@code &lt;p&gt;}, was read as markup. */
    ESCAPED_MARKUP("escaped-markup", "还原被转义的网页标记", "escaped markup read as markup"),
    /** Escapes of a program, such as {@code \\u5173} or {@code \\n}, were read as the signs that they stand for. */
    ESCAPES("escapes", "还原转义字符", "escapes read as their signs"),
    /** Radicals and compatibility forms were read as the characters that they look like. */
    COMPATIBILITY_FORMS(
            "compatibility-forms", "部首及兼容字形转为常用字", "radicals and compatibility forms read as the usual characters"),
    /** The text was in another charset than the file around it. */
    CHARSET("charset", "按另一字符集解码", "read in another charset than the file around it"),
    /** The text is what the format of the cell shows, and the cell keeps a bare number. */
    CELL_FORMAT("cell-format", "按单元格格式显示的内容读取", "read as the format of the cell shows it"),
    /** The cell says that it is as the one above (同上, 〃), and took what stands there. */
    SAME_AS_ABOVE("same-as-above", "“同上”按上一行的内容读取", "ditto mark read as what stands above"),
    /** A blank or struck-out cell of a table of figures was read as 0. */
    BLANK_AS_ZERO("blank-as-zero", "空白或斜线、短横按0计", "blank or struck-out cell read as 0"),
    /** A word for what is counted stood behind a figure, as in 12件, and was dropped. */
    UNIT("unit", "去除数字后的单位", "unit behind the figure dropped");

    private final String code;
    private final String chinese;
    private final String english;

    Repair(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /**
     * The stable name of the repair in ledgers and in the command's output.
     *
     * @return lower-case words joined by hyphens
     */
    public String code() {
        return code;
    }

    /**
     * Says for a person what was done.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return a short phrase
     */
    public String text(Locale language) {
        return Bilingual.isChinese(language) ? chinese : english;
    }
}
