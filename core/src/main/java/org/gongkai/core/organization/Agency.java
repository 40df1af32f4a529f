package org.gongkai.core.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;

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

    /** True when the name is not blank and holds neither line breaks nor the separator 、 of joint issue. */
    @Override
    public boolean wellFormed() {
        return !text.isBlank() && StringUtils.containsNone(text, '\n', '\r', '、');
    }

    @Override
    public String toString() {
        return text;
    }
}
