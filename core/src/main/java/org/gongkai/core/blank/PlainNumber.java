package org.gongkai.core.blank;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes one form of numbers that are equal: 20000, 20000.0 and 2E+4 are one amount, however it was read. */
public final class PlainNumber {

    /** Beyond these a number is left as it stands: writing out 1E+999999999 would fill the memory. */
    private static final int MOST_DIGITS = 40;

    private PlainNumber() {}

    /**
     * A number without noughts behind its decimals and without an exponent.
     *
     * @param number the number, or null
     * @return the same number, or null
     */
    public static @Nullable BigDecimal of(@Nullable BigDecimal number) {
        if (number == null || number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
