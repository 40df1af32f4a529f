package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * For whom an item is disclosed (公开对象). Not everything is for the whole public.
 *
 * <p>Any text is kept; {@link #audience()} is null when the text is not on the list. Source: disclosure tables of county governments for requisition of collective land and of houses.
 *
 * @param text the text as it was given
 */
public record RequisitionAudience(@JsonValue String text) implements Code {

    /** The three audiences. */
    public enum Audience {
        /** Everybody. */
        PUBLIC("全社会"),
        /** The members of the collective whose land is requisitioned, by the village board. */
        COLLECTIVE("村集体成员"),
        /** Those whose houses lie in the area. */
        AFFECTED_PEOPLE("征收范围内群众");

        private final String label;

        Audience(String label) {
            this.label = label;
        }

        /**
         * The term as notices and pages write it.
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
    public RequisitionAudience {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RequisitionAudience parse(String text) {
        return new RequisitionAudience(text);
    }

    /**
     * The listed term.
     *
     * @param audience the entry of the list
     * @return the term with its Chinese label
     */
    public static RequisitionAudience of(Audience audience) {
        return new RequisitionAudience(audience.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Audience audience() {
        String wanted = StringUtils.deleteWhitespace(text);
        for (Audience each : Audience.values()) {
            if (each.label.equals(wanted)) {
                return each;
            }
        }
        return null;
    }

    @Override
    public boolean wellFormed() {
        return audience() != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
