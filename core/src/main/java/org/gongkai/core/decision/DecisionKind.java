package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.gongkai.core.Code;
import org.gongkai.core.text.LegacyText;

/**
 * The kind of a decision matter (决策事项类别), such as 重要规划. Which kinds there are differs by level and place: five in
 * the national regulation, seven in Shandong, seven others in Qingdao, nine in a district. So the lists are data, see
 * {@link DecisionKindScheme}.
 *
 * @param text the text as it was given
 */
public record DecisionKind(@JsonValue String text) implements Code {

    /**
     * Creates a kind from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public DecisionKind {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the kind
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DecisionKind parse(String text) {
        return new DecisionKind(text);
    }

    /** True when the text is not blank; whether a scheme lists it is for the scheme to say. */
    @Override
    public boolean wellFormed() {
        return !LegacyText.blank(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
