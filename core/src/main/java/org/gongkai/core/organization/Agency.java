package org.gongkai.core.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.gongkai.core.Reading;
import org.gongkai.core.text.LegacyText;

/**
 * An agency (机关) by its name, in full where the source gives it in full: 青岛市崂山区人民政府办公室.
 *
 * @param text the name as it was given
 */
public record Agency(@JsonValue String text) implements Code {

    /**
     * Creates an agency from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public Agency {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a name as it stands.
     *
     * @param text any text, not null
     * @return the agency
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Agency parse(String text) {
        return new Agency(text);
    }

    /**
     * Reads the agencies of a document as they stand in one cell, the lead agency first: 财政部 税务总局.
     *
     * <p>Names are parted at 、 and its like, and at blanks where both sides can be names; a blank inside a name, as in
     * 青 岛 市 人 民 政 府, is dropped. 甲局会同乙局 are two agencies. Words such as 等5部门, which name nobody, are dropped
     * with the repair {@link org.gongkai.core.Repair#UNNAMED_OTHERS}. No name is completed.
     *
     * @param raw the text as it stands in the source, not null
     * @return the agencies, each once, and the repairs, {@link org.gongkai.core.Repair#SEVERAL_IN_ONE} among them when
     *     there are several; an empty list when the text is blank or says that there is none
     */
    public static Reading<List<Agency>> readAll(String raw) {
        return new AgencyReader().readAll(raw);
    }

    /** True when the name is not blank and holds neither line breaks nor the separator 、 of joint issue. */
    @Override
    public boolean wellFormed() {
        return !LegacyText.blank(text) && StringUtils.containsNone(text, '\n', '\r', '、');
    }

    @Override
    public String toString() {
        return text;
    }
}
