package org.gongkai.ingest.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * Shows a number in a format that writes words around its digits, such as {@code "东政发〔2021〕"0"号"}, or signs between
 * them, such as {@code 0000-00-00} (ECMA-376-1, 18.8.31): the cell keeps the bare number, and what a person reads there is
 * more. No digit that the cell keeps is lost.
 */
final class LiteralFormat {

    private static final String DIGITS = "0#?";

    /** A part of a format: a place for a digit, the point, or a text. */
    private record Part(char place, String text) {}

    private final List<Part> parts = new ArrayList<>();
    private boolean readable = true;

    private LiteralFormat(String section) {
        int i = 0;
        while (i < section.length() && readable) {
            i = part(section, i);
        }
    }

    /** The number as the format shows it; null for a format without words, which shows nothing but the number. */
    static @Nullable String shown(BigDecimal number, @Nullable String pattern) {
        if (pattern == null || pattern.length() > 200) {
            return null;
        }
        List<String> sections = sections(pattern);
        boolean negative = number.signum() < 0 && sections.size() > 1;
        boolean zero = number.signum() == 0 && sections.size() > 2;
        LiteralFormat format = new LiteralFormat(sections.get(negative ? 1 : zero ? 2 : 0));
        if (!format.readable || !format.says()) {
            return null;
        }
        return format.show(number.abs(), number.signum() < 0 && !negative);
    }

    private static List<String> sections(String pattern) {
        List<String> sections = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char each = pattern.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (each == '\\' && !quoted) {
                i++;
            } else if (each == ';' && !quoted) {
                sections.add(pattern.substring(from, i));
                from = i + 1;
            }
        }
        sections.add(pattern.substring(from));
        return sections;
    }

    /** Takes the part that begins at a place; answers where it ends. */
    private int part(String section, int at) {
        char each = section.charAt(at);
        switch (each) {
            case '"' -> {
                int end = section.indexOf('"', at + 1);
                int stop = end < 0 ? section.length() : end;
                parts.add(new Part(' ', section.substring(at + 1, stop)));
                return stop + 1;
            }
            case '\\' -> {
                parts.add(new Part(
                        ' ',
                        section.substring(Math.min(section.length(), at + 1), Math.min(section.length(), at + 2))));
                return at + 2;
            }
            case '_', '*' -> {
                return at + 2;
            }
            case '[' -> {
                int end = section.indexOf(']', at);
                return end < 0 ? section.length() : end + 1;
            }
            case ',' -> {
                return at + 1;
            }
            case '0', '#', '?', '.' -> {
                parts.add(new Part(each, ""));
                return at + 1;
            }
            default -> {
                readable = "%/@Ee".indexOf(each) < 0 && !section.startsWith("General", at);
                parts.add(new Part(' ', String.valueOf(each)));
                return at + 1;
            }
        }
    }

    /** Whether the format writes a word, or a sign between its digits. */
    private boolean says() {
        int first = -1;
        int last = -1;
        boolean word = false;
        for (int i = 0; i < parts.size(); i++) {
            Part each = parts.get(i);
            boolean digit = DIGITS.indexOf(each.place()) >= 0;
            first = digit && first < 0 ? i : first;
            last = digit ? i : last;
            word |= each.text().codePoints().anyMatch(Character::isLetter);
        }
        boolean between = false;
        for (int i = Math.max(0, first); i < last; i++) {
            between |= !parts.get(i).text().isBlank();
        }
        return first >= 0 && (word || between);
    }

    private String show(BigDecimal number, boolean signed) {
        String plain = number.stripTrailingZeros().toPlainString();
        String whole = StringUtils.substringBefore(plain, ".");
        String fraction = plain.indexOf('.') < 0 ? "" : StringUtils.substringAfter(plain, ".");
        int point = point();
        String head = whole(point, whole);
        String tail = point < parts.size() || !fraction.isEmpty() ? fraction(point, fraction) : "";
        return (signed ? "-" : "") + head + tail;
    }

    /** Where the point stands, or the digits end. */
    private int point() {
        int last = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).place() == '.') {
                return i;
            }
            last = DIGITS.indexOf(parts.get(i).place()) >= 0 ? i + 1 : last;
        }
        return last;
    }

    private String whole(int point, String digits) {
        StringBuilder shown = new StringBuilder();
        int left = digits.length();
        int places = (int) parts.subList(0, point).stream()
                .filter(each -> DIGITS.indexOf(each.place()) >= 0)
                .count();
        for (int i = point - 1; i >= 0; i--) {
            Part each = parts.get(i);
            if (DIGITS.indexOf(each.place()) < 0) {
                shown.insert(0, each.text());
                continue;
            }
            places--;
            int from = places == 0 ? 0 : left - 1;
            if (left > 0) {
                shown.insert(0, digits, Math.max(0, from), left);
                left = Math.max(0, from);
            } else if (each.place() == '0') {
                shown.insert(0, '0');
            }
        }
        return shown.toString();
    }

    private String fraction(int point, String digits) {
        StringBuilder shown = new StringBuilder();
        int taken = 0;
        int places = 0;
        int i = point < parts.size() && parts.get(point).place() == '.' ? point + 1 : point;
        StringBuilder rest = new StringBuilder();
        for (; i < parts.size(); i++) {
            Part each = parts.get(i);
            if (DIGITS.indexOf(each.place()) < 0) {
                rest.append(each.text());
            } else if (taken < digits.length()) {
                shown.append(digits.charAt(taken++));
                places++;
            } else if (each.place() == '0') {
                shown.append('0');
                places++;
            }
        }
        shown.append(digits.substring(Math.min(taken, digits.length())));
        return (shown.isEmpty() && places == 0 ? "" : "." + shown) + rest;
    }
}
