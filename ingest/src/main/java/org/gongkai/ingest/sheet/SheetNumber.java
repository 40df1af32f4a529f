package org.gongkai.ingest.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DateText;
import org.gongkai.core.Repair;
import org.gongkai.core.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/** Shows the number of a spreadsheet's cell as a person sees it there: a day as a date, and no {@code .0}. */
final class SheetNumber {

    /** What a spreadsheet keeps of a number; the rest is the trace of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int LONGEST = 400;
    private static final Pattern PERCENT = Pattern.compile("[#0,]*0(?:\\.(0{1,30}))?%(?:;.*)?");
    /** As a spreadsheet shows a number of more than eleven digits that nobody formatted. */
    private static final Pattern POWER = Pattern.compile("\\d(?:\\.(\\d{1,15}))?[Ee]\\+?(1[1-9]|2\\d)");

    private static final int SHORTEST_POWER = 4;
    private static final int LONGEST_POWER = 21;
    private static final int IDENTITY = 18;
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");

    private SheetNumber() {}

    /**
     * The text of a number.
     *
     * @param format the format's number
     * @param pattern the format's pattern, or null for a built-in format that the file does not spell out
     */
    static String text(String raw, int format, @Nullable String pattern, DateText.Epoch epoch) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip());
        } catch (NumberFormatException noNumber) {
            return raw;
        }
        if (Math.abs((long) number.scale()) > LONGEST || number.precision() > LONGEST) {
            return raw;
        }
        if (isDay(format, pattern)) {
            String day = day(number, epoch);
            if (day != null) {
                return day;
            }
        }
        int places = percentPlaces(format, pattern);
        if (places >= 0) {
            return number.movePointRight(2)
                            .setScale(places, RoundingMode.HALF_UP)
                            .toPlainString()
                    + '%';
        }
        BigDecimal shown = number.round(DIGITS);
        String plain = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        return pattern != null && ZEROS.matcher(pattern).matches() && StringUtils.isNumeric(plain)
                ? StringUtils.leftPad(plain, pattern.length(), '0')
                : plain;
    }

    /** The text in which a format writes words around the number or signs between its digits, or null. */
    static @Nullable String literal(String raw, int format, @Nullable String pattern) {
        if (pattern == null || isDay(format, pattern)) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(raw.strip());
            boolean usual = Math.abs((long) number.scale()) <= LONGEST && number.precision() <= LONGEST;
            return usual ? LiteralFormat.shown(number.round(DIGITS), pattern) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** Whether a whole number has more digits than a spreadsheet keeps, so that the last of them are not to be trusted. */
    static boolean rounded(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw.strip());
            return number.signum() != 0
                    && (long) number.precision() - number.scale() > DIGITS.getPrecision()
                    && number.precision() <= LONGEST
                    && Math.abs((long) number.scale()) <= LONGEST;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /**
     * Whether a text is a number of which a spreadsheet that wrote it kept the first digits alone: 3.70202E+17, or an identity
     * number that ends in zeros.
     */
    static boolean cut(String text) {
        return power(text) || text.length() == IDENTITY && PersonalData.rounded(text);
    }

    /** Whether a text is a number written as 3.70202E+17 that had more digits than are left. */
    static boolean power(String text) {
        if (text.length() < SHORTEST_POWER || text.length() > LONGEST_POWER) {
            return false;
        }
        char digit = text.charAt(0);
        char second = text.charAt(1);
        if (digit < '0' || digit > '9' || second != '.' && second != 'E' && second != 'e') {
            return false;
        }
        Matcher power = POWER.matcher(text);
        return power.matches() && StringUtils.length(power.group(1)) < Integer.parseInt(power.group(2));
    }

    /** The day of a day count, with the time of day where it has one; null when the number is no day. */
    static @Nullable String day(BigDecimal count, DateText.Epoch epoch) {
        if (count.signum() < 0) {
            return null;
        }
        var reading = DateText.readSerial(
                count.setScale(Math.min(count.scale(), 12), RoundingMode.HALF_UP)
                        .toPlainString(),
                epoch);
        LocalDate date = reading.value();
        if (date == null) {
            return null;
        }
        if (!reading.repairs().contains(Repair.TIME_OF_DAY)) {
            return date.toString();
        }
        long seconds = count.remainder(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        String time = LocalTime.ofSecondOfDay(Math.min(seconds, 86_399)).toString();
        return date + " " + (time.length() == 5 ? time + ":00" : time);
    }

    /** The decimals that a format of per cent shows; -1 for any other format. 9 and 10 are the built-in ones. */
    private static int percentPlaces(int format, @Nullable String pattern) {
        if (pattern == null) {
            return format == 9 ? 0 : format == 10 ? 2 : -1;
        }
        Matcher percent = PERCENT.matcher(pattern);
        return percent.matches() ? StringUtils.length(percent.group(1)) : -1;
    }

    private static boolean isDay(int format, @Nullable String pattern) {
        if (pattern != null) {
            return DateFormat.showsDay(pattern);
        }
        // 27 to 36 and 50 to 58 are the dates of the Chinese, Japanese and Korean versions (ECMA-376-1, 18.8.30).
        return format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }
}
