package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a catalogue after it was published (目录调整).
 *
 * <p>Any text is kept; {@link #type()} is null when the text is not on the list. Source: 重大行政决策程序暂行条例 (State Council
 * order no. 713), art. 3, allows catalogues to be amended; the list is this library's own.
 *
 * @param text the text as it was given
 */
public record AmendmentType(@JsonValue String text) implements Code {

    /** The three changes. */
    public enum Type {
        /** A matter was added. */
        ADDED("增加"),
        /** A matter was taken out. */
        DROPPED("调出"),
        /** A matter was changed. */
        CHANGED("变更");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        /**
         * The term as catalogues and pages write it.
         *
         * @return the Chinese label
         */
        public String label() {
            return label;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public AmendmentType {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AmendmentType parse(String text) {
        return new AmendmentType(text);
    }

    /**
     * The listed term.
     *
     * @param type the entry of the list
     * @return the term with its Chinese label
     */
    public static AmendmentType of(Type type) {
        return new AmendmentType(type.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Type type() {
        String wanted = StringUtils.deleteWhitespace(text);
        for (Type each : Type.values()) {
            if (each.label.equals(wanted)) {
                return each;
            }
        }
        return null;
    }

    @Override
    public boolean wellFormed() {
        return type() != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
