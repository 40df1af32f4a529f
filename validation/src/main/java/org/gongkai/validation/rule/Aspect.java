package org.gongkai.validation.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.gongkai.core.Bilingual;

/** What a rule looks at. */
public enum Aspect {
    /** All elements are present (要素齐全). */
    COMPLETENESS("要素齐全", "completeness"),
    /** Each element has its regular form (格式规范). */
    REGULARITY("格式规范", "regularity"),
    /** Elements and records agree with each other. */
    CONSISTENCY("内容一致", "consistency"),
    /** The source could be read. */
    SOURCE("来源可读", "source"),
    /** Nothing that should be there is left out (全量覆盖). */
    COVERAGE("全量覆盖", "coverage");

    private final Bilingual label;

    Aspect(String zh, String en) {
        this.label = new Bilingual(zh, en);
    }

    /**
     * The aspect as data files and reports write it.
     *
     * @return the lower-case name
     */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The aspect's name for people.
     *
     * @return the name in both languages
     */
    public Bilingual label() {
        return label;
    }
}
