package org.gongkai.core.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.Repair;
import org.jspecify.annotations.Nullable;

/**
 * What programs leave in a text when they write it out: words for no value, references and escapes of signs, characters
 * that steer a terminal, forms that only look like the usual characters.
 *
 * <pre>{@code
 * ProgramText.absent("(null)");                            // true
 * ProgramText.decode("关于&ldquo;防汛&rdquo;的通知").text(); // 关于“防汛”的通知
 * ProgramText.residue("关于&#38450;汛的通知");               // &#38450;
 * }</pre>
 *
 * <p>Every method goes through the text once from left to right, whatever stands in it.
 */
public final class ProgramText {

    private static final Set<String> ABSENT = Csv.shipped(
                    ProgramText.class.getResourceAsStream("absent-words.csv"),
                    "absent-words.csv",
                    reader -> Csv.read(reader, "absent-words.csv", List.of("word", "program")))
            .stream()
            .map(row -> String.valueOf(row.text("word")))
            .collect(Collectors.toUnmodifiableSet());

    /** Whole texts in which a program names what it had no value of: one pattern, since nearly every text that is asked is of none. */
    private static final Pattern ABSENT_FORMS = Csv.shipped(
                    ProgramText.class.getResourceAsStream("absent-forms.csv"),
                    "absent-forms.csv",
                    reader -> Csv.read(reader, "absent-forms.csv", List.of("form", "example", "program")))
            .stream()
            .map(row -> "(?:" + row.text("form") + ")")
            .collect(Collectors.collectingAndThen(
                    Collectors.joining("|"), forms -> Pattern.compile(forms, Pattern.CASE_INSENSITIVE)));

    private static final int LONGEST_FORM = 160;

    private static final int LONGEST_ABSENT = 32;
    private static final String OPENING = "([{<\"'";
    private static final String CLOSING = ")]}>\"'";
    private static final String ABSENT_BEGINNINGS =
            ABSENT.stream().map(each -> each.substring(0, 1)).collect(Collectors.joining("", OPENING, ""));

    /** A mark of CDATA, with the sign of a comment before it that hides it from scripts, or as the comment that HTML makes of it. */
    private static final Pattern SECTION_MARK = Pattern.compile(
            "(?:(?<![:/])//[ \t]{0,4}|/\\*[ \t]{0,4})?(?:(?:<|&lt;)!(?:--)?\\[CDATA\\[|\\]\\](?:--)?(?:>|&gt;))(?:[ \t]{0,4}\\*/)?");

    private static final Map<String, Integer> REFERENCES = references();
    /** The longest name of a reference, and more digits than a character has. */
    private static final int LONGEST_REFERENCE = 10;

    private static final int MOST_ROUNDS = 3;

    private static final char LAST_CONTROL = '\u009F';
    /** Stands in place of a character that was lost. */
    private static final char LOST = '\uFFFD';
    /** Characters that Unicode leaves to private use. */
    private static final char FIRST_OF_OWN_USE = '\uE000';

    private static final char LAST_OF_OWN_USE = '\uF8FF';

    /** The first halves of the characters of planes 15 and 16, which are for private use as a whole. */
    private static final char FIRST_HALF_OF_OWN_USE = '\uDB80';

    private static final char LAST_HALF_OF_OWN_USE = '\uDBFF';

    /**
     * Radicals that stand for whole characters: those of U+2E80 to U+2EF3, which Unicode gives no compatibility mapping,
     * and U+2F3E, which it maps to a form that is not in use.
     */
    private static final String RADICALS = "⼾⺁⺊⺒⺓⺝⺟⺠⺩⺬⺮⺶⺻⺼⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻳";

    private static final String CHARACTERS = "户厂卜巳幺月母民王示竹羊聿肉虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀龟";

    /** What Windows-1252 has in place of the control characters U+0080 to U+009F, and HTML reads there; 0 for none. */
    static final String WINDOWS = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    private static final Set<String> TAGS = Set.of(
            "p", "br", "div", "span", "font", "a", "b", "i", "u", "strong", "em", "table", "tbody", "thead", "tr", "td",
            "th", "img", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "hr", "center", "script", "style", "sup",
            "sub", "pre", "section", "article", "iframe", "input", "o:p", "html", "body", "head", "meta", "link");

    private ProgramText() {}

    private static Map<String, Integer> references() {
        Map<String, Integer> references = new HashMap<>();
        for (Csv.Row row : Csv.shipped(
                ProgramText.class.getResourceAsStream("character-references.csv"),
                "character-references.csv",
                reader -> Csv.read(reader, "character-references.csv", List.of("name", "code")))) {
            references.put(String.valueOf(row.text("name")), Integer.parseInt(String.valueOf(row.text("code")), 16));
        }
        return Map.copyOf(references);
    }

    /**
     * A text as it was meant.
     *
     * @param text the text; the object given when nothing had to be done
     * @param repairs what was done, each once
     */
    public record Decoded(String text, List<Repair> repairs) {

        /** Creates a decoded text. */
        public Decoded {
            repairs = List.copyOf(repairs);
        }
    }

    /**
     * Tells whether a text is a word by which a program says that it has no value: NULL, (null), \N, undefined, NaN,
     * [object Object], or what one writes of
     * an object that has no text, or of a template that was not filled in: java.util.ArrayList@1b2c, ${title}. Words of people, such as 无 and ——, are none; {@link LegacyText#nullToken} knows both.
     *
     * @param text the text
     * @return true when it is one; false for an empty text
     */
    public static boolean absent(String text) {
        if (text.length() > LONGEST_ABSENT || !beginsAsAbsent(text)) {
            return ofAbsentForm(text);
        }
        String bare = LegacyText.folded(text).toLowerCase(Locale.ROOT);
        int last = bare.length() - 1;
        boolean enclosed = last > 1
                && OPENING.indexOf(bare.charAt(0)) >= 0
                && OPENING.indexOf(bare.charAt(0)) == CLOSING.indexOf(bare.charAt(last));
        return ABSENT.contains(bare) || enclosed && ABSENT.contains(bare.substring(1, last)) || ofAbsentForm(text);
    }

    /** Whether a text is what a program writes of an object that has no text, or the name of a value in a template. */
    private static boolean ofAbsentForm(String text) {
        if (text.length() > LONGEST_FORM || text.isEmpty() || text.charAt(0) >= '\u2E80') {
            return false;
        }
        String bare = LegacyText.stripUnseen(text);
        return !bare.isEmpty()
                && bare.charAt(0) < '\u007F'
                && ABSENT_FORMS.matcher(bare).matches();
    }

    /** The first sign that shows tells of most texts that they are no such word. */
    private static boolean beginsAsAbsent(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (LegacyText.shows(each)) {
                return ABSENT_BEGINNINGS.indexOf(Character.toLowerCase(LegacyText.halfWidth(each))) >= 0;
            }
        }
        return false;
    }

    /**
     * Reads a text as the program meant it: {@code ="…"} of spreadsheets, escapes of a backslash or per cent sign with u
     * and four digits, bytes of UTF-8 written with per cent signs where the text is no address, bytes that were read in another charset where all
     * of them are there, character references escaped up to three times, control characters, radicals.
     *
     * @param text the text
     * @return the text as it was meant
     */
    public static Decoded decode(String text) {
        if (plain(text)) {
            return new Decoded(text, List.of());
        }
        Set<Repair> repairs = new LinkedHashSet<>();
        String decoded = step(text, unquoted(text), Repair.STRAY_CHARACTERS, repairs);
        decoded = step(decoded, withoutEscapes(decoded), Repair.ESCAPES, repairs);
        decoded = step(decoded, PercentBytes.read(decoded), Repair.ESCAPES, repairs);
        decoded = step(decoded, MisreadBytes.read(decoded), Repair.CHARSET, repairs);
        for (int i = 0; i < MOST_ROUNDS && decoded.indexOf('&') >= 0; i++) {
            decoded = step(decoded, withoutReferences(decoded), Repair.CHARACTER_REFERENCES, repairs);
        }
        decoded = step(decoded, withoutControls(decoded), Repair.STRAY_CHARACTERS, repairs);
        decoded = step(decoded, usualForms(decoded), Repair.COMPATIBILITY_FORMS, repairs);
        return new Decoded(decoded, new ArrayList<>(repairs));
    }

    /** Tells quickly of most texts that there is nothing to do. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean usual = each >= '\u4E00' && each <= '\u9FFF'
                    || each >= ' ' && each < '\u007F' && "&\\%=".indexOf(each) < 0
                    || each == '\n'
                    || each >= '\u2000' && each < '\u2E80' && !LegacyText.invisible(each)
                    || each >= '\u3000' && each < '\u4E00'
                    || each >= '\uFF00' && each <= '\uFF5E';
            if (!usual) {
                return false;
            }
        }
        return true;
    }

    private static String step(String before, String after, Repair repair, Set<Repair> repairs) {
        if (!after.equals(before)) {
            repairs.add(repair);
        }
        return after;
    }

    /**
     * A text without the marks of CDATA sections, which feeds and exports leave around what they write: HTML has none. What
     * stands between them stays.
     *
     * @param text the text, escaped or not
     * @return the rest; the object given where there is no mark
     */
    public static String withoutSections(String text) {
        return text.contains("[CDATA[") || text.contains("]]>") || text.contains("]]&gt;") || text.contains("]]--")
                ? SECTION_MARK.matcher(text).replaceAll("")
                : text;
    }

    /** The text that a spreadsheet is told to keep as text: {@code ="…"}. */
    private static String unquoted(String text) {
        String bare = LegacyText.stripUnseen(text);
        if (bare.length() < 3 || !bare.startsWith("=\"") || !bare.endsWith("\"")) {
            return text;
        }
        String inner = bare.substring(2, bare.length() - 1);
        // A quote alone inside would be the end of a text in a longer formula.
        return inner.replace("\"\"", "").indexOf('"') < 0 ? inner.replace("\"\"", "\"") : text;
    }

    private static String withoutEscapes(String text) {
        if (text.indexOf("\\u") < 0 && text.indexOf("%u") < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int code = escape(text, i);
            decoded.append(code < 0 ? text.charAt(i) : (char) code);
            i += code < 0 ? 1 : 6;
        }
        return decoded.toString();
    }

    /** The code that an escape stands for, a backslash or per cent sign with u and four digits; -1 where none begins. */
    private static int escape(String text, int at) {
        boolean begins = at + 6 <= text.length() && "\\%".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == 'u';
        return begins ? number(text.substring(at + 2, at + 6), 16) : -1;
    }

    private static int number(String digits, int radix) {
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), radix) < 0 || digits.charAt(i) > 'f') {
                return -1;
            }
        }
        return digits.isEmpty() || digits.length() > 7 ? -1 : Integer.parseInt(digits, radix);
    }

    private static String withoutReferences(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            String reference = text.charAt(i) == '&' ? reference(text, i) : null;
            if (reference == null) {
                decoded.append(text.charAt(i++));
            } else {
                decoded.appendCodePoint(referred(reference));
                i += reference.length() + 2;
            }
        }
        return decoded.toString();
    }

    /** The name or number of the reference that begins at a place, or null where none does. */
    private static @Nullable String reference(String text, int at) {
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_REFERENCE && isOfReference(text.charAt(end))) {
            end++;
        }
        if (end >= text.length() || text.charAt(end) != ';') {
            return null;
        }
        String name = text.substring(at + 1, end);
        return referred(name) < 0 ? null : name;
    }

    private static boolean isOfReference(char each) {
        return each == '#' || each < '\u007F' && Character.isLetterOrDigit(each);
    }

    /** The code point that a reference stands for, or -1. */
    private static int referred(String name) {
        if (!name.startsWith("#")) {
            return REFERENCES.getOrDefault(name, -1);
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        int code = number(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        boolean character =
                code > 0 && Character.isValidCodePoint(code) && Character.getType(code) != Character.SURROGATE;
        return character ? windows(code) : -1;
    }

    private static int windows(int code) {
        int meant = code >= 0x80 && code <= 0x9F ? WINDOWS.charAt(code - 0x80) : code;
        return meant == 0 ? code : meant;
    }

    /** Without control characters and the commands to a terminal that begin with one, and without unseen ones. */
    private static String withoutControls(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int each = windows(text.codePointAt(i));
            int after = i + Character.charCount(each);
            if (each == '\u001B' && after < text.length() && text.charAt(after) == '[') {
                after = afterCommand(text, after + 1);
            } else if (!LegacyText.invisible(each)) {
                kept.appendCodePoint(each);
            }
            i = after;
        }
        return kept.toString();
    }

    /** Behind the parameters and the final letter of a command (ECMA-48, 5.4). */
    private static int afterCommand(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) < '@') {
            at++;
        }
        return at < text.length() && text.charAt(at) >= '@' && text.charAt(at) <= '~' ? at + 1 : at;
    }

    /**
     * A text whose radicals and compatibility ideographs are the characters that they look like.
     *
     * @param text the text
     * @return the usual characters, the same object when nothing had to be done
     */
    public static String usualForms(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!usualForm(text.charAt(i)).equals(String.valueOf(text.charAt(i)))) {
                StringBuilder usual = new StringBuilder(text.length());
                text.chars().forEach(each -> usual.append(usualForm((char) each)));
                return usual.toString();
            }
        }
        return text;
    }

    private static String usualForm(char each) {
        String itself = String.valueOf(each);
        if (each < '\u2E80' || each > '\u2FDF' && each < '\uF900' || each > '\uFB06') {
            return itself;
        }
        int radical = RADICALS.indexOf(each);
        return radical >= 0
                ? String.valueOf(CHARACTERS.charAt(radical))
                : Normalizer.normalize(itself, Normalizer.Form.NFKC);
    }

    /**
     * Finds what a program left in a text: a reference or an escape of a sign, a tag, a control character, U+FFFD in
     * place of a character that was lost, a character of private use, a quote behind a backslash, bytes read in another charset, the name of a value in a template, a piece of its
     * code, a file written as letters, or a word for no value.
     *
     * @param text the text
     * @return the first of it, or null when there is none
     */
    public static @Nullable String residue(String text) {
        if (absent(text)) {
            return text;
        }
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            int length = harmless(each) ? 0 : residueAt(text, i, each);
            if (length > 0) {
                return text.substring(i, i + length);
            }
            String left = ProgramResidue.mayBegin(each) ? ProgramResidue.at(text, i) : null;
            if (left != null) {
                return left;
            }
        }
        return ProgramResidue.inWhole(text);
    }

    /** Nearly every character of a text: one that nothing begins with which a program leaves. */
    private static boolean harmless(char each) {
        return each > LAST_CONTROL
                ? each != LOST && !ofOwnUse(each)
                : each >= ' ' && each < '\u007F' && each != '&' && each != '\\' && each != '%' && each != '<';
    }

    /** Whether a character means something under one font or in one charset alone, and nothing to whoever reads it elsewhere. */
    private static boolean ofOwnUse(char each) {
        return each >= FIRST_OF_OWN_USE && each <= LAST_OF_OWN_USE || halfOfOwnUse(each);
    }

    private static boolean halfOfOwnUse(char each) {
        return each >= FIRST_HALF_OF_OWN_USE && each <= LAST_HALF_OF_OWN_USE;
    }

    /** The length of a character for private use, or of a control character; 0 where there is none. */
    private static int stray(String text, int at, char each) {
        if (halfOfOwnUse(each)) {
            return Math.min(2, text.length() - at);
        }
        return ofOwnUse(each) || Character.getType(each) == Character.CONTROL ? 1 : 0;
    }

    /** How long what a program left is that begins at a place; 0 where nothing does. */
    private static int residueAt(String text, int at, char each) {
        return switch (each) {
            case '&' -> {
                String reference = reference(text, at);
                yield reference == null ? 0 : reference.length() + 2;
            }
            case '\\' -> escape(text, at) < 0 ? quote(text, at) : 6;
            case '%' -> escape(text, at) < 0 ? PercentBytes.length(text, at) : 6;
            case '<' -> tag(text, at);
            case LOST -> 1;
            case '\t', '\n', '\r', '\f' -> 0;
            default -> stray(text, at, each);
        };
    }

    /** The length of a quote with the backslash that a program wrote before it; 0 where there is none. */
    private static int quote(String text, int at) {
        return at + 1 < text.length() && "\"'".indexOf(text.charAt(at + 1)) >= 0 ? 2 : 0;
    }

    /** The length of a tag's beginning with its name, {@code <p} or {@code </p}; 0 where none begins. */
    private static int tag(String text, int at) {
        int from = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int end = from;
        while (end < text.length()
                && end - from < LONGEST_REFERENCE
                && (isOfReference(text.charAt(end)) || text.charAt(end) == ':')) {
            end++;
        }
        boolean ends = end < text.length() && (" />\n\r\t".indexOf(text.charAt(end)) >= 0);
        return ends && TAGS.contains(text.substring(from, end).toLowerCase(Locale.ROOT)) ? end - at : 0;
    }
}
