package org.gongkai.core.annual;

import java.util.Locale;
import org.gongkai.core.Bilingual;

/** The tables of the annual report. */
public enum ReportTable {
    /** 二、主动公开政府信息情况: acts of the year under art. 20 of the Regulation. */
    PROACTIVE("二", new Bilingual("主动公开政府信息情况", "information disclosed by the body itself")),
    /** 三、收到和处理政府信息公开申请情况: the applications of the year and their results, by applicant. */
    REQUESTS("三", new Bilingual("收到和处理政府信息公开申请情况", "applications received and handled")),
    /** 四、政府信息公开行政复议、行政诉讼情况: reconsiderations and suits. */
    DISPUTES("四", new Bilingual("政府信息公开行政复议、行政诉讼情况", "reconsiderations and suits"));

    private final String number;
    private final Bilingual title;

    ReportTable(String number, Bilingual title) {
        this.number = number;
        this.title = title;
    }

    /**
     * The name of the table in JSON and in data files.
     *
     * @return the lower-case name, which is also that of the component of {@link AnnualReport}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The number of the section that the table stands in.
     *
     * @return a Chinese numeral
     */
    public String number() {
        return number;
    }

    /**
     * What the section is called.
     *
     * @return the title in both languages
     */
    public Bilingual title() {
        return title;
    }
}
