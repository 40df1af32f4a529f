package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * The public interest for which land is requisitioned (征收目的), in a short form.
 *
 * <p>Any text is kept; {@link #ground()} is null when the text is not on the list. Source: Land Administration Law (土地管理法), art. 45.
 *
 * @param text the text as it was given
 */
public record PublicInterestGround(@JsonValue String text) implements Code {

    /** The six grounds of the article, in its order. */
    public enum Ground {
        /** Military and diplomatic needs. */
        DEFENCE("军事和外交"),
        /** Energy, transport, water, communications and other infrastructure that a government builds. */
        INFRASTRUCTURE("基础设施"),
        /** Science, education, culture, health, environment, disaster relief and other public services. */
        PUBLIC_SERVICES("公共事业"),
        /** Relocation out of poverty and subsidised housing; must stand in the yearly economic and social plan. */
        HOUSING("保障性安居工程"),
        /** Development of a tract within the built-up area of the land-use plan; must stand in the yearly economic and
         * social plan and be approved by the province or above. */
        TRACT_DEVELOPMENT("成片开发"),
        /** Another case in which a law allows requisition for the public interest. */
        OTHER("其他公共利益");

        private final String label;

        Ground(String label) {
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

        /**
         * The number of the ground in the article.
         *
         * @return 1 to 6
         */
        public int number() {
            return ordinal() + 1;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text see {@link #text()}
     * @throws NullPointerException when {@code text} is null
     */
    public PublicInterestGround {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PublicInterestGround parse(String text) {
        return new PublicInterestGround(text);
    }

    /**
     * The listed term.
     *
     * @param ground the entry of the list
     * @return the term with its Chinese label
     */
    public static PublicInterestGround of(Ground ground) {
        return new PublicInterestGround(ground.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Ground ground() {
        String wanted = StringUtils.deleteWhitespace(text);
        for (Ground each : Ground.values()) {
            if (each.label.equals(wanted)) {
                return each;
            }
        }
        return null;
    }

    @Override
    public boolean wellFormed() {
        return ground() != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
