package org.gongkai.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A day of which perhaps only the year or the month is known: {@code 2022-01-15}, {@code 2022-01} or {@code 2022}.
 *
 * <p>What is not known is not filled in: a date in 2022 lies anywhere between {@link #earliest()} and
 * {@link #latest()}. Any text is kept; {@link #wellFormed()} tells whether it is one of the three forms.
 *
 * @param text the text as it was given
 */
public record PartialDate(@JsonValue String text) implements Code {

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern NOTATIONS =
            Pattern.compile("自?(\\d{4})(?:[年./-](?:(\\d{1,2})(?:[月./-](?:(\\d{1,2})日?)?)?)?)?(?:起|起执行)?");

    /**
     * Creates a date from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public PartialDate {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the date
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PartialDate parse(String text) {
        return new PartialDate(text);
    }

    /**
     * A day that is fully known.
     *
     * @param date the day
     * @return the date
     */
    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.toString());
    }

    /**
     * Reads other notations: 2022年1月1日, 2022年1月, 2022年, 2022.1.1, 2022/1/1, each perhaps followed by 起.
     *
     * @param raw the text as it stands in the source, not null
     * @return the date in its regular form and the repairs; the text as it stood when it is no date, and null when
     *     it is blank
     */
    public static Reading<PartialDate> read(String raw) {
        if (StringUtils.isBlank(raw)) {
            return Reading.clean(raw, null);
        }
        PartialDate asIs = parse(raw);
        if (asIs.wellFormed()) {
            return Reading.clean(raw, asIs);
        }
        Matcher matcher = NOTATIONS.matcher(LegacyText.withoutBlanks(raw));
        if (!matcher.matches()) {
            return Reading.clean(raw, asIs);
        }
        StringBuilder text = new StringBuilder(matcher.group(1));
        for (int group = 2; group <= 3 && matcher.group(group) != null; group++) {
            text.append('-').append(StringUtils.leftPad(matcher.group(group), 2, '0'));
        }
        PartialDate mended = parse(text.toString());
        return mended.wellFormed()
                ? new Reading<>(raw, mended, List.of(Repair.DATE_NOTATION))
                : Reading.clean(raw, asIs);
    }

    /** True for a day, a month or a year that exists, written as ISO 8601 has it. */
    @Override
    public boolean wellFormed() {
        return earliest() != null;
    }

    /**
     * The first day that the date can be.
     *
     * @return the day, or null when the text is no date
     */
    public @Nullable LocalDate earliest() {
        return bound(true);
    }

    /**
     * The last day that the date can be.
     *
     * @return the day, or null when the text is no date
     */
    public @Nullable LocalDate latest() {
        return bound(false);
    }

    /**
     * The day, when it is fully known.
     *
     * @return the day, or null when only its month or year is known or the text is no date
     */
    public @Nullable LocalDate date() {
        LocalDate earliest = earliest();
        return earliest != null && earliest.equals(latest()) ? earliest : null;
    }

    private @Nullable LocalDate bound(boolean first) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            int year = Integer.parseInt(matcher.group(1));
            YearMonth month = YearMonth.of(
                    year, matcher.group(2) == null ? (first ? 1 : 12) : Integer.parseInt(matcher.group(2)));
            if (matcher.group(3) != null) {
                return month.atDay(Integer.parseInt(matcher.group(3)));
            }
            return first ? month.atDay(1) : month.atEndOfMonth();
        } catch (DateTimeException e) {
            // A month or day out of range makes the text malformed, which the answer says.
            return null;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
