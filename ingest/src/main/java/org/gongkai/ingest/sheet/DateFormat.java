package org.gongkai.ingest.sheet;

/**
 * Tells which formats of a cell show a day or a time of day (ECMA-376-1, 18.8.31): those whose first section has one of
 * {@code y m d h s} outside of texts, and no digit but the fractions of a second.
 */
final class DateFormat {

    private DateFormat() {}

    static boolean showsDay(String pattern) {
        boolean parts = false;
        char before = 0;
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == ';' && i > 0) {
                // Another section: of negative numbers, of zero, of text.
                return parts;
            }
            if (isDigit(c) && !(c == '0' && before == '.' && parts)) {
                return false;
            }
            boolean literal = c == '"' || c == '\\' || c == '_' || c == '*';
            parts |= c == '[' ? isElapsed(pattern, i) : !literal && "yYmMdDhHsS".indexOf(c) >= 0;
            before = c == '0' ? before : c;
            i = end(pattern, i);
        }
        return parts;
    }

    private static boolean isDigit(char c) {
        return c == '0' || c == '#' || c == '?';
    }

    /** Hours, minutes or seconds that count on, such as {@code [h]}; what else stands in brackets is a colour or a language. */
    private static boolean isElapsed(String pattern, int bracket) {
        return bracket + 1 < pattern.length()
                && "hHmMsS".indexOf(pattern.charAt(bracket + 1)) >= 0
                && inBrackets(pattern, bracket).chars().distinct().count() == 1;
    }

    private static String inBrackets(String pattern, int bracket) {
        int close = pattern.indexOf(']', bracket);
        return close < 0 ? "" : pattern.substring(bracket + 1, close);
    }

    /** Where what begins at a place ends: a quoted text, a character set off by one before it, brackets, or one character. */
    private static int end(String pattern, int from) {
        return switch (pattern.charAt(from)) {
            case '"' -> after(pattern, '"', from + 1);
            case '[' -> after(pattern, ']', from + 1);
            case '\\', '_', '*' -> from + 2;
            default -> from + 1;
        };
    }

    private static int after(String pattern, char closing, int from) {
        int at = pattern.indexOf(closing, from);
        return at < 0 ? pattern.length() : at + 1;
    }
}
