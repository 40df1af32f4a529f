package org.gongkai.core.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a program left within a text: names of its own in place of values, pieces of its code, bytes read in another
 * charset, files written as letters. Each sign that may begin such a thing is looked at once, and no further than a fixed length.
 */
final class ProgramResidue {

    /** Nothing of the kind is longer, in characters. */
    private static final int LONGEST = 120;

    private static final Pattern PLACEHOLDER = Pattern.compile("[$]!?\\{[\\w.$()\\[\\]'\"| :?!-]{1,60}\\}"
            + "|#\\{[\\w.$()]{1,60}\\}|\\{\\{[\\w.$()\\[\\]'\"| :?!-]{1,60}\\}\\}|<%[^<>\\p{IsHan}]{0,80}%>"
            + "|<\\?[^<>\\p{IsHan}]{0,80}\\?>|\\{[0-9]{1,2}\\}|\\{[$][\\w.]{1,60}\\}|[$]!?[a-z_][\\w.]{1,60}");

    /** A form of a text with a place in it that nobody filled; a digit before it makes it a percentage. */
    private static final Pattern UNFILLED = Pattern.compile("%(?:[1-9]\\$)?[sd](?![\\w%])");

    private static final Pattern OBJECT =
            Pattern.compile("\\[object [A-Za-z]{1,40}\\]|\\[+L?[\\w.$]{1,90};?@[0-9a-f]{1,8}");
    /** The end of a mark of forums, which stands in square brackets: [b]…[/b]. */
    private static final Pattern FORUM_TAG = Pattern.compile(
            "\\[/(?:b|i|u|s|url|img|size|color|font|quote|center|align|code|list)\\]", Pattern.CASE_INSENSITIVE);

    private static final Pattern IDENTITY =
            Pattern.compile("(?:[A-Za-z_$][\\w$]{0,40}\\.){1,8}[A-Z_$][\\w$]{0,60};?@[0-9a-f]{1,8}(?![\\w.-])");
    private static final Pattern CODE =
            Pattern.compile("function[ \t]{0,4}[\\w$]{0,40}[ \t]{0,4}\\([^()\\p{IsHan}]{0,80}\\)\\s{0,4}\\{");
    private static final Pattern DATA = Pattern.compile("data:[\\w.+/-]{3,60};base64,");
    private static final Pattern BASE_64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");

    /** How files of common forms begin that are written in base 64: PNG, JPEG, GIF, PDF, ZIP, the old Office. */
    private static final List<String> FILES = List.of("iVBORw0KGgo", "/9j/4", "R0lGOD", "JVBERi0", "UEsDB", "0M8R4KGx");

    private static final String LOST_TWICE = "锟斤拷";
    private static final String UNSET_MEMORY = "烫屯";
    private static final int MANY = 4;

    /** U+FFFD in UTF-8, read as Windows-1252. */
    private static final String LOST_AS_WINDOWS = "ï¿½";

    /** A run of Latin letters with marks that no language has, in characters, and how many of them differ. */
    private static final int LONG_RUN = 6;

    private ProgramResidue() {}

    /** Whether something may begin at a character that {@link #at} knows. */
    static boolean mayBegin(char each) {
        return switch (each) {
            case '$', '#', '{', '[', '@', '<', '%', '锟', '烫', '屯', '锛', '銆', '鐨', '鍏', '鍒', '鏄', '鏂', '闃', '閫' -> true;
            default -> each >= '\u00A1' && each <= '\u00FF';
        };
    }

    /** What a program left at a place, or null. */
    static @Nullable String at(String text, int at) {
        char each = text.charAt(at);
        return switch (each) {
            case '$', '#', '{', '<' -> begins(PLACEHOLDER, text, at);
            case '%' -> at > 0 && text.charAt(at - 1) < '\u007F' ? null : begins(UNFILLED, text, at);
            case '[' -> ofBracket(text, at);
            case '@' -> identity(text, at);
            case '锟' -> text.startsWith(LOST_TWICE, at) ? LOST_TWICE : null;
            case '烫', '屯' -> run(text, at, each);
            default -> each <= '\u00FF' ? latin(text, at) : ofGbk(text, at);
        };
    }

    private static @Nullable String begins(Pattern pattern, String text, int at) {
        Matcher matcher = pattern.matcher(text).region(at, Math.min(text.length(), at + LONGEST));
        return matcher.lookingAt() ? matcher.group() : null;
    }

    private static @Nullable String ofBracket(String text, int at) {
        String object = begins(OBJECT, text, at);
        return object == null ? begins(FORUM_TAG, text, at) : object;
    }

    /** An object of Java without a text of its own, by the @ in it; an address of mail goes on behind it. */
    private static @Nullable String identity(String text, int at) {
        int from = at;
        while (from > 0 && at - from < LONGEST && isOfName(text.charAt(from - 1))) {
            from--;
        }
        Matcher matcher = IDENTITY.matcher(text).region(from, Math.min(text.length(), at + LONGEST));
        matcher.useTransparentBounds(true);
        return from < at && matcher.lookingAt() ? matcher.group() : null;
    }

    private static boolean isOfName(char each) {
        return each < '\u007F' && (Character.isLetterOrDigit(each) || "._$;".indexOf(each) >= 0);
    }

    private static @Nullable String run(String text, int at, char sign) {
        int end = at;
        while (end < text.length() && end - at < LONGEST && text.charAt(end) == sign) {
            end++;
        }
        return end - at >= MANY ? text.substring(at, end) : null;
    }

    // ---- bytes read in another charset

    private static @Nullable String latin(String text, int at) {
        if (text.startsWith(LOST_AS_WINDOWS, at)) {
            return LOST_AS_WINDOWS;
        }
        char each = text.charAt(at);
        if (each == 'Ã' || each == 'Â') {
            boolean follows = continues(text, at + 1) && (each == 'Ã' || text.charAt(at + 1) <= '\u00BF');
            return follows ? text.substring(at, at + 2) : null;
        }
        if (triple(text, at) && triple(text, at + 3)) {
            return text.substring(at, at + 6);
        }
        return runOfLetters(text, at);
    }

    /** Whether three characters are a sign of UTF-8 in three bytes. */
    private static boolean triple(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) >= 'à'
                && text.charAt(at) <= 'ï'
                && continues(text, at + 1)
                && continues(text, at + 2);
    }

    private static boolean continues(String text, int at) {
        int code = at < text.length() ? MisreadBytes.code(text.charAt(at)) : -1;
        return code >= 0x80 && code <= 0xBF;
    }

    private static @Nullable String runOfLetters(String text, int at) {
        boolean first = at == 0 || text.charAt(at - 1) < '\u00A1' || text.charAt(at - 1) > '\u00FF';
        int end = at;
        while (first
                && end < text.length()
                && end - at < LONGEST
                && text.charAt(end) >= '\u00A1'
                && text.charAt(end) <= '\u00FF') {
            end++;
        }
        String run = text.substring(at, end);
        return run.length() >= LONG_RUN && run.chars().distinct().count() >= MANY ? run : null;
    }

    /** Two signs that UTF-8 read as GBK is full of, near each other. */
    private static @Nullable String ofGbk(String text, int at) {
        int end = Math.min(text.length(), at + LONGEST / MANY);
        for (int i = at + 1; i < end; i++) {
            if (MisreadBytes.OF_UTF8_AS_GBK.indexOf(text.charAt(i)) >= 0) {
                return text.substring(at, i + 1);
            }
        }
        return null;
    }

    // ---- of a whole text

    /** Code, or a file written as letters, in a text of which nothing else is wrong; or null. */
    static @Nullable String inWhole(String text) {
        if (text.contains("function")) {
            Matcher code = CODE.matcher(text);
            if (code.find()) {
                return code.group();
            }
            if (text.strip().startsWith("function(") || text.strip().startsWith("function (")) {
                return "function";
            }
        }
        if (text.contains(";base64,")) {
            Matcher data = DATA.matcher(text);
            return data.find() ? data.group() : null;
        }
        return encoded(text);
    }

    /** A whole text that is a file or Chinese text in base 64. */
    private static @Nullable String encoded(String text) {
        if (text.length() < 16
                || text.charAt(0) > '\u007F'
                || !BASE_64.matcher(text.strip()).matches()) {
            return null;
        }
        String bare = text.strip();
        String shown = bare.substring(0, Math.min(bare.length(), LONGEST));
        if (FILES.stream().anyMatch(bare::startsWith)) {
            return shown;
        }
        try {
            String start = bare.substring(0, Math.min(bare.length(), LONGEST) / 4 * 4);
            String meant = new String(Base64.getDecoder().decode(start), StandardCharsets.UTF_8);
            long han = meant.chars()
                    .filter(each -> each >= '\u4E00' && each <= '\u9FFF')
                    .count();
            return han >= MANY && han * 2 > meant.length() ? shown : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
