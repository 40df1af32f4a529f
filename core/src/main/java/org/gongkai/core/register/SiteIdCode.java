package org.gongkai.core.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.organization.RegionCode;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The identification code of a government site (网站标识码): ten digits, the first six of a region, or bm and eight digits for ministries
 * and their parts, as footers of sites show. No standard of it is public.
 *
 * @param text the text as it was given
 */
public record SiteIdCode(@JsonValue String text) implements Code {

    private static final Pattern SHAPE = Pattern.compile("(?:\\d{2}|bm)\\d{8}");
    private static final Pattern CAPITALS = Pattern.compile("[Bb][Mm]\\d{8}");
    private static final int REGION = 6;

    /**
     * Creates a code from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public SiteIdCode {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the code
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SiteIdCode parse(String text) {
        return new SiteIdCode(text);
    }

    /**
     * Reads a code: blanks aside, full-width figures and capital letters in their usual form.
     *
     * @param raw the text, not null
     * @return the code and what was repaired
     */
    public static Reading<SiteIdCode> read(String raw) {
        String bare = LegacyText.halfWidth(LegacyText.withoutBlanks(raw));
        boolean capitals = CAPITALS.matcher(bare).matches() && !bare.startsWith("bm");
        String code = capitals ? "bm" + bare.substring(2) : bare;
        return bare.isEmpty()
                ? Reading.clean(raw, null)
                : new Reading<>(
                        raw,
                        new SiteIdCode(code),
                        capitals
                                ? List.of(Repair.SYNONYM)
                                : bare.equals(raw) ? List.of() : List.of(Repair.INNER_BLANKS));
    }

    @Override
    public boolean wellFormed() {
        return SHAPE.matcher(text).matches();
    }

    /**
     * Whether the region of the code may exist: of the form alone, and for the province.
     *
     * @return true for a code of a ministry, which has no region, and for one that is malformed
     */
    public boolean regionKnown() {
        RegionCode region = region();
        return region == null || region.wellFormed();
    }

    /**
     * The region of its first six digits: a province, a city or a county.
     *
     * @return the region, or null for a code of a ministry and one that is malformed
     */
    public @Nullable RegionCode region() {
        return wellFormed() && Character.isDigit(text.charAt(0)) ? RegionCode.parse(text.substring(0, REGION)) : null;
    }

    @Override
    public String toString() {
        return text;
    }
}
