package org.gongkai.validation.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.gongkai.core.Bilingual;

/** How much a finding weighs. */
public enum Severity {
    /** The record is incomplete until it is mended. */
    ERROR("错误", "error"),
    /** Someone should look at it; the record is complete all the same. */
    WARNING("警告", "warning"),
    /** Worth knowing; nothing has to be done. */
    INFO("提示", "remark");

    private final String code = name().toLowerCase(Locale.ROOT);
    private final Bilingual shown;

    Severity(String zh, String en) {
        this.shown = new Bilingual(zh, en);
    }

    /**
     * The severity as people read it.
     *
     * @return 错误, 警告 or 提示 in Chinese; error, warning or remark in English
     */
    public Bilingual shown() {
        return shown;
    }

    /**
     * The severity as data files and reports write it.
     *
     * @return the lower-case name
     */
    @JsonValue
    public String code() {
        return code;
    }
}
