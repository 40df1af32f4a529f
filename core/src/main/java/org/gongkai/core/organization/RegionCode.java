package org.gongkai.core.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * The code of an administrative division (行政区划代码), for example {@code 370212} for Laoshan.
 *
 * <p>Six digits down to the county, nine down to the street or township, twelve down to the village. The form alone
 * is checked, and whether the province exists; divisions below it change every year.
 *
 * @param text the text as it was given
 */
public record RegionCode(@JsonValue String text) implements Code {

    private static final Pattern SHAPE =
            Pattern.compile("(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\\d{4}(?:\\d{3}(?:\\d{3})?)?");

    /** How far down a code reaches. */
    public enum Level {
        /** A province, autonomous region or municipality. */
        PROVINCE,
        /** A city or prefecture. */
        CITY,
        /** A county, district or county-level city. */
        COUNTY,
        /** A street, town or township. */
        TOWNSHIP,
        /** A village or residents' community. */
        VILLAGE
    }

    /**
     * Creates a code from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public RegionCode {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the code
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RegionCode parse(String text) {
        return new RegionCode(text);
    }

    @Override
    public boolean wellFormed() {
        return SHAPE.matcher(text).matches();
    }

    /**
     * How far down the code reaches; trailing zeros stand for the whole of the division above.
     *
     * @return the level, or null when the code is not well formed
     */
    public @Nullable Level level() {
        if (!wellFormed()) {
            return null;
        }
        String full = (text + "000000").substring(0, 12);
        if (!full.endsWith("000")) {
            return Level.VILLAGE;
        }
        if (!full.startsWith("000", 6)) {
            return Level.TOWNSHIP;
        }
        if (!full.startsWith("00", 4)) {
            return Level.COUNTY;
        }
        return full.startsWith("00", 2) ? Level.PROVINCE : Level.CITY;
    }

    /**
     * Tells whether another division lies in this one, or is it.
     *
     * @param other the other division
     * @return true when both codes are well formed and the other begins with this one's significant digits
     */
    public boolean contains(RegionCode other) {
        Level level = level();
        if (level == null || !other.wellFormed()) {
            return false;
        }
        int digits = switch (level) {
            case PROVINCE -> 2;
            case CITY -> 4;
            case COUNTY -> 6;
            case TOWNSHIP -> 9;
            case VILLAGE -> 12;
        };
        return other.text.startsWith(text.substring(0, digits));
    }

    @Override
    public String toString() {
        return text;
    }
}
