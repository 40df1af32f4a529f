package org.gongkai.validation.coverage;

import com.fasterxml.jackson.annotation.JsonValue;

/** By what a record was found to be an entry of the inventory, surest first. */
public enum MatchWay {
    /** The document numbers (发文字号) agree, and so do the titles where several documents bear the number. */
    DOCUMENT_NUMBER("documentNumber", "发文字号"),
    /** The index numbers (索引号) agree. */
    INDEX_NUMBER("indexNumber", "索引号"),
    /** The ids of the old system agree. */
    RECORD_ID("recordId", "原系统编号"),
    /** The addresses of the page agree. */
    ADDRESS("address", "网址"),
    /** The entry's address or id ends in the name of the file from which the record was read. */
    FILE_NAME("fileName", "文件名"),
    /** Title and a date agree, and the numbers do not say otherwise. */
    TITLE_AND_DATE("titleAndDate", "标题和日期"),
    /** The title agrees, one side has no date, and nothing else bears the title. */
    TITLE("title", "标题");

    private final String code;
    private final String label;

    MatchWay(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /**
     * The way as reports write it.
     *
     * @return the code
     */
    @JsonValue
    public String code() {
        return code;
    }

    /**
     * The way for people.
     *
     * @return the Chinese label
     */
    public String label() {
        return label;
    }
}
