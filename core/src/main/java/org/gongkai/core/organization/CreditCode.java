package org.gongkai.core.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * A unified social credit code (统一社会信用代码) of 18 characters, for example {@code 11371000004359010J}.
 *
 * <p>Characters 3 to 8 are a region code, 9 to 17 the organization code (组织机构代码), and the last is a check
 * character. Source: GB 32100; the inner code by GB 11714.
 *
 * @param text the text as it was given; malformed codes are common in real data and are kept as they stand
 */
public record CreditCode(@JsonValue String text) implements Code {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{18}");
    private static final int LENGTH = 18;

    /**
     * Creates a code from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public CreditCode {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the code
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreditCode parse(String text) {
        return new CreditCode(text);
    }

    /** True when the shape, the check character, and the check character of the inner organization code are right. */
    @Override
    public boolean wellFormed() {
        return SHAPE.matcher(text).matches()
                && text.charAt(LENGTH - 1) == checkCharacter()
                && OrganizationCode.parse(text.substring(8, 17)).wellFormed();
    }

    /**
     * The code of the region in which the organization is registered.
     *
     * @return the region code, or null when this code is not well formed
     */
    public @Nullable RegionCode region() {
        return wellFormed() ? RegionCode.parse(text.substring(2, 8)) : null;
    }

    /**
     * The organization code inside.
     *
     * @return the code of nine characters, or null when this code is not well formed
     */
    public @Nullable OrganizationCode organizationCode() {
        return wellFormed() ? OrganizationCode.parse(text.substring(8, 17)) : null;
    }

    private char checkCharacter() {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        int check = ALPHABET.length() - sum % ALPHABET.length();
        return ALPHABET.charAt(check % ALPHABET.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
