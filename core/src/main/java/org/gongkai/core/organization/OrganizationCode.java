package org.gongkai.core.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.core.Code;

/**
 * An organization code (组织机构代码) of nine characters without a hyphen, for example {@code 01527918X}. The last is
 * a check character. Source: GB 11714.
 *
 * @param text the text as it was given
 */
public record OrganizationCode(@JsonValue String text) implements Code {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{8}[0-9X]");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /**
     * Creates a code from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public OrganizationCode {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the code
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OrganizationCode parse(String text) {
        return new OrganizationCode(text);
    }

    /** True when the shape and the check character are right. */
    @Override
    public boolean wellFormed() {
        return SHAPE.matcher(text).matches() && text.charAt(WEIGHTS.length) == checkCharacter();
    }

    private char checkCharacter() {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(text.charAt(i), Character.MAX_RADIX) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    @Override
    public String toString() {
        return text;
    }
}
