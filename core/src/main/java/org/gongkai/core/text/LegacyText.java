package org.gongkai.core.text;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The marks of old text that every lenient reader has to see through: blanks, widths, numerals, words for none. */
public final class LegacyText {

    /** A character class of the digits that Chinese years are written with; letters O, Latin, Cyrillic and Greek, stand in for 〇 in old text. */
    public static final String NUMERAL_DIGITS = "〇○◯零OoＯｏОоΟο一二三四五六七八九";

    private static final String DIGITS = "一二三四五六七八九";
    private static final String ZEROS = "〇○◯零OoＯｏОоΟο0";
    private static final String DASHES = "-－—–―─/／\\＼";
    private static final Set<String> NULL_TOKENS =
            Set.of("无", "无号", "无文号", "无编号", "无字号", "无发文号", "无发文字号", "无文件号", "无文件编号", "暂无", "暂无文号", "没有", "没有文号", "空");
    private static final int LONGEST_NULL_TOKEN = 16;
    /** No other sign stands in a text for none, so that the first sign of most texts tells. */
    private static final String NULL_SIGNS = String.join("", NULL_TOKENS) + DASHES + "([【〔〕】])";

    private static final Pattern TITLE_MARKS = Pattern.compile("[《》〈〉“”\"「」]");

    private LegacyText() {}

    /**
     * Tells whether a character is white, the no-break space and the ideographic space included.
     *
     * @param character the code point
     * @return true when it is
     */
    public static boolean blank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /**
     * Tells whether a character is neither seen nor white: byte order mark, zero-width space, control.
     *
     * @param character the code point
     * @return true when it is
     */
    public static boolean invisible(int character) {
        int type = Character.getType(character);
        return (type == Character.FORMAT || type == Character.CONTROL) && !blank(character);
    }

    /**
     * Tells whether a character shows anything: it is neither white nor unseen.
     *
     * @param character the code point
     * @return true when it does
     */
    public static boolean shows(int character) {
        return usual(character) || !blank(character) && !invisible(character);
    }

    /** Nearly every character of our texts: a Han character, or a letter, digit or sign of ASCII. */
    private static boolean usual(int character) {
        return character >= '\u4E00' && character <= '\u9FFF' || character > ' ' && character < '\u007F';
    }

    /**
     * Tells whether nothing in a text shows. Not {@link String#isBlank}, which takes the no-break space of many a page
     * for text.
     *
     * @param text the text
     * @return true for the empty text as well
     */
    public static boolean blank(String text) {
        int at = 0;
        while (at < text.length()) {
            int each = text.codePointAt(at);
            if (shows(each)) {
                return false;
            }
            at += Character.charCount(each);
        }
        return true;
    }

    /**
     * Drops the blanks around a text. Invisible characters stay: readers that tell of each repair name them apart.
     *
     * @param text the text
     * @return the text between them
     */
    public static String strip(String text) {
        return between(text, each -> !blank(each));
    }

    /**
     * Drops the blanks and the invisible characters around a text.
     *
     * @param text the text
     * @return what shows, and what stands within it
     */
    public static String stripUnseen(String text) {
        return between(text, LegacyText::shows);
    }

    private static String between(String text, IntPredicate kept) {
        int start = 0;
        int end = text.length();
        while (start < end && !kept.test(text.charAt(start))) {
            start++;
        }
        while (end > start && !kept.test(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Drops every blank, wherever it stands, and every invisible character.
     *
     * @param text the text
     * @return the rest
     */
    public static String withoutBlanks(String text) {
        return without(text, each -> !shows(each));
    }

    /**
     * A name or title as it is compared: without blanks, invisible characters and the marks that titles are put in.
     *
     * @param title the title
     * @return the rest
     */
    public static String withoutTitleMarks(String title) {
        return TITLE_MARKS.matcher(withoutBlanks(title)).replaceAll("");
    }

    /**
     * The letters and digits of a text alone, in half-width form: what is left when two writings of one value differ in
     * signs and blanks only.
     *
     * @param text the text
     * @return the letters and digits
     */
    public static String lettersAndDigits(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                rest.append(halfWidth(text.charAt(i)));
            }
        }
        return rest.toString();
    }

    /**
     * Drops every invisible character.
     *
     * @param text the text
     * @return the rest
     */
    public static String withoutInvisible(String text) {
        return without(text, LegacyText::invisible);
    }

    /**
     * A text in one line that leaves a terminal as it is: what controls one, breaks the line or turns the direction of
     * writing becomes a blank, and so does half a character.
     *
     * @param text the text
     * @return the text, the same when there is nothing of the kind
     */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(each -> steers(each) ? ' ' : each).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean steers(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The text itself when nothing is to go, which is the usual case and is told quickly of Chinese text. */
    private static String without(String text, IntPredicate unwanted) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (!usual(each) && (Character.isSurrogate(each) || unwanted.test(each))) {
                StringBuilder rest = new StringBuilder(text.length()).append(text, 0, i);
                text.substring(i).codePoints().filter(unwanted.negate()).forEach(rest::appendCodePoint);
                return rest.toString();
            }
        }
        return text;
    }

    /**
     * The usual form of a full-width letter, digit or sign, or the character itself.
     *
     * @param character the character
     * @return the half-width character
     */
    public static char halfWidth(char character) {
        return character >= '！' && character <= '～' ? (char) (character - '！' + '!') : character;
    }

    /**
     * A text whose full-width letters, digits and signs have their usual form.
     *
     * @param text the text
     * @return the half-width text, the same object when nothing had to be done
     */
    public static String halfWidth(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (halfWidth(text.charAt(i)) != text.charAt(i)) {
                StringBuilder half = new StringBuilder(text.length());
                text.chars().forEach(each -> half.append(halfWidth((char) each)));
                return half.toString();
            }
        }
        return text;
    }

    /**
     * What two writings of one word share: the half-width form without blanks and invisible characters. It is for
     * comparing and looking up, not for showing.
     *
     * @param text the text
     * @return the folded text
     */
    public static String folded(String text) {
        return halfWidth(withoutBlanks(text));
    }

    /**
     * Tells whether a text says that there is no value: 无, 无文号, ——, /, or a {@linkplain ProgramText#absent word of a
     * program}.
     *
     * @param text the text
     * @return true when it does
     */
    public static boolean nullToken(String text) {
        return ProgramText.absent(text) || saidByPeople(text);
    }

    private static boolean saidByPeople(String text) {
        if (text.length() > LONGEST_NULL_TOKEN || !nullSigns(text)) {
            return false;
        }
        StringBuilder bare = new StringBuilder();
        boolean dashes = true;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (!blank(each)) {
                bare.append(Character.toLowerCase(halfWidth(each)));
                dashes &= DASHES.indexOf(each) >= 0;
            }
        }
        if (bare.length() > 2 && "([【〔".indexOf(bare.charAt(0)) >= 0) {
            int last = bare.length() - 1;
            if (")]】〕".indexOf(bare.charAt(last)) == "([【〔".indexOf(bare.charAt(0))) {
                bare.deleteCharAt(last).deleteCharAt(0);
            }
        }
        return !bare.isEmpty() && (dashes || NULL_TOKENS.contains(bare.toString()));
    }

    /** Whether a text has no other sign than those for none: the first tells of most that it has. */
    private static boolean nullSigns(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (!blank(each) && NULL_SIGNS.indexOf(Character.toLowerCase(halfWidth(each))) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The value of a whole number of at most nine characters in Arabic or Chinese numerals: 35, 〇三五, 三十五, 一百零五.
     *
     * @param text the numerals
     * @return the value, or -1 when the text is no such number or can be read in two ways
     */
    public static int number(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        boolean units = false;
        for (int i = 0; i < text.length(); i++) {
            units |= "十百千".indexOf(text.charAt(i)) >= 0;
        }
        return units ? withUnits(text) : digitByDigit(text);
    }

    private static int digitByDigit(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int digit(char each) {
        if (each >= '0' && each <= '9') {
            return each - '0';
        }
        return ZEROS.indexOf(each) >= 0 ? 0 : DIGITS.indexOf(each) >= 0 ? DIGITS.indexOf(each) + 1 : -1;
    }

    private static int withUnits(String text) {
        UnitsReader reader = new UnitsReader();
        for (int i = 0; i < text.length(); i++) {
            if (!reader.take(text.charAt(i), i == 0)) {
                return -1;
            }
        }
        return reader.value();
    }

    /** Reads a number below ten thousand that is written with its units, such as 一百零二, sign by sign. */
    private static final class UnitsReader {
        private int value;
        private int lastUnit = 10_000;
        private int digit = -1;
        private boolean zero;

        /** Takes the next sign; false when a number cannot go on so. */
        boolean take(char sign, boolean first) {
            int unit = switch (sign) {
                case '十' -> 10;
                case '百' -> 100;
                case '千' -> 1000;
                default -> 1;
            };
            return unit == 1 ? digit(sign) : unit(unit, first);
        }

        private boolean digit(char sign) {
            boolean nought = sign == '零' || sign == '〇' || sign == '○';
            int next = nought ? 0 : DIGITS.indexOf(sign) + 1;
            if (digit >= 0 || next == 0 && (zero || !nought)) {
                return false;
            }
            zero |= nought;
            digit = nought ? digit : next;
            return true;
        }

        private boolean unit(int unit, boolean first) {
            // 十 alone at the head of the text, or behind a hundred, means one ten.
            boolean bareTen = unit == 10 && digit < 0 && !zero && (first || lastUnit == 100);
            if (unit >= lastUnit || digit < 0 && !bareTen) {
                return false;
            }
            value += unit * (digit < 0 ? 1 : digit);
            lastUnit = unit;
            digit = -1;
            zero = false;
            return true;
        }

        int value() {
            if (digit >= 0) {
                // 一百二 is said for 120 and could be a slip for 102: only a zero or a ten before the last digit settles
                // it.
                return lastUnit == 10 || zero ? value + digit : -1;
            }
            return zero ? -1 : value;
        }
    }
}
