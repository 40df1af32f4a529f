package org.gongkai.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.organization.RegionCode;
import org.gongkai.core.privacy.PersonalData.Kind;
import org.gongkai.core.privacy.PersonalData.Match;

/**
 * Identity numbers as a spreadsheet leaves them that took them for amounts: with zeros for their last three digits, since it
 * keeps fifteen, or as 3.70202E+17. Their check character is gone, but where and when somebody was born is there still. Codes
 * of projects look like the first form, so that it counts only where somebody decides on what may be told. The text is gone through once.
 */
final class RoundedIdentity {

    private static final int IDENTITY = 18;
    private static final int OLD_IDENTITY = 15;
    private static final int REGION = 6;
    private static final String GONE = "000";
    /** As much of a number is read as any spreadsheet writes. */
    private static final int LONGEST = 24;

    private RoundedIdentity() {}

    /**
     * The places in the order of the text.
     *
     * @param zeros whether those with zeros at their end count too
     */
    static List<Match> in(String text, boolean zeros) {
        List<Match> found = null;
        int at = 0;
        while (at < text.length()) {
            if (!digit(text, at)) {
                at++;
                continue;
            }
            int end = end(text, at);
            if (end - at <= LONGEST
                    && (zeros || power(text, at, end))
                    && alone(text, at, end)
                    && whole(text.substring(at, end))) {
                found = found == null ? new ArrayList<>() : found;
                found.add(match(text, at, end));
            }
            at = end;
        }
        return found == null ? List.of() : found;
    }

    private static Match match(String text, int start, int end) {
        StringBuilder masked = new StringBuilder();
        int shown = 0;
        for (int i = start; i < end; i++) {
            boolean hidden = digit(text, i) && shown++ >= 3;
            masked.append(hidden ? '*' : text.charAt(i));
        }
        return new Match(Kind.IDENTITY_NUMBER, start, end, masked.toString());
    }

    /** Whether a value is such a number and nothing else. */
    static boolean whole(String value) {
        int power = value.indexOf('E') >= 0 ? value.indexOf('E') : value.indexOf('e');
        if (power < 0) {
            return value.length() == IDENTITY && value.endsWith(GONE) && digits(value) && born(value, IDENTITY);
        }
        String exponent = value.substring(power + 1).replace("+", "");
        boolean old = exponent.equals(Integer.toString(OLD_IDENTITY - 1));
        String mantissa = value.substring(0, power);
        if (!old && !exponent.equals(Integer.toString(IDENTITY - 1)) || mantissa.indexOf('.') > 1) {
            return false;
        }
        String kept = mantissa.replace(".", "");
        return digits(kept) && kept.length() > 1 && born(kept, old ? OLD_IDENTITY : IDENTITY);
    }

    /** Whether what is kept of a number begins with a region and a day, as far as it goes. */
    private static boolean born(String kept, int length) {
        String region = (kept + "000000").substring(0, REGION);
        int month = length == IDENTITY ? 10 : 8;
        return RegionCode.parse(region).wellFormed()
                && region.charAt(0) != '0'
                && (length == OLD_IDENTITY || kept.length() < 8 || within(kept, REGION, 18, 20))
                && (kept.length() < month + 2 || within(kept, month, 1, 12))
                && (kept.length() < month + 4 || within(kept, month + 2, 1, 31));
    }

    private static boolean within(String kept, int at, int least, int most) {
        int two = Integer.parseInt(kept.substring(at, at + 2));
        return two >= least && two <= most;
    }

    private static int end(String text, int start) {
        int at = start;
        while (digit(text, at) || at < text.length() && text.charAt(at) == '.' && digit(text, at + 1)) {
            at++;
        }
        int power = at;
        if (power < text.length() && (text.charAt(power) == 'E' || text.charAt(power) == 'e')) {
            power++;
            power += power < text.length() && text.charAt(power) == '+' ? 1 : 0;
            while (digit(text, power)) {
                at = ++power;
            }
        }
        return at;
    }

    /** Whether a number is written with a power of ten. */
    private static boolean power(String text, int start, int end) {
        return text.substring(start, end).toUpperCase(Locale.ROOT).indexOf('E') > 0;
    }

    private static boolean alone(String text, int start, int end) {
        return (start == 0 || outside(text.charAt(start - 1))) && (end == text.length() || outside(text.charAt(end)));
    }

    private static boolean outside(char c) {
        return c > '~' || !Character.isLetterOrDigit(c) && "*_-+./¥".indexOf(c) < 0;
    }

    private static boolean digit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
    }
}
