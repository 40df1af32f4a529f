package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * The registration number of an administrative normative document (规范性文件号, 规范性文件登记号), for example
 * {@code WHCR-2015-0010139}.
 *
 * <p>The shape differs by region. This type knows the one shape that is evidenced, letters, year and seven digits
 * (Weihai, Shandong); a profile of the validation module can ask for another.
 *
 * @param text the text as it was given
 */
public record NormativeNumber(@JsonValue String text) implements Code {

    private static final Pattern SHAPE = Pattern.compile("([A-Z]{2,6})-(\\d{4})-(\\d{3})(\\d{4})");

    /**
     * Creates a number from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public NormativeNumber {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NormativeNumber parse(String text) {
        return new NormativeNumber(text);
    }

    @Override
    public boolean wellFormed() {
        return SHAPE.matcher(text).matches();
    }

    /**
     * The registering body's letters, such as {@code WHCR}.
     *
     * @return the letters, or null when the number is not well formed
     */
    public @Nullable String prefix() {
        return part(1);
    }

    /**
     * The year of registration.
     *
     * @return the year, or null when the number is not well formed
     */
    public @Nullable Integer year() {
        String year = part(2);
        return year == null ? null : Integer.valueOf(year);
    }

    /**
     * The three digits that stand for the issuing body; 001 is the government itself.
     *
     * @return the digits, or null when the number is not well formed
     */
    public @Nullable String bodyCode() {
        return part(3);
    }

    private @Nullable String part(int group) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches() ? matcher.group(group) : null;
    }

    @Override
    public String toString() {
        return text;
    }
}
