package org.gongkai.core.privacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Bilingual;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * Finds personal data (个人信息) in text: resident identity numbers (GB 11643, with their check character), numbers of
 * mobile telephones, bank cards (with their check digit) and names of persons that stand behind a label such as 户主.
 * What is masked already, such as 3702**********1234 or 张某, is not found.
 *
 * <pre>{@code
 * PersonalData.find("户主：张三，电话13800000000");  // a name and a mobile number
 * PersonalData.masked("电话13800000000");           // 电话138********
 * }</pre>
 *
 * <p>A name without a label is not found: that needs a person. Source of the duty: Regulation on the Disclosure of
 * Government Information (政府信息公开条例), art. 15.
 */
public final class PersonalData {

    private static final int LONGEST_LABEL = 20;
    /** As many digits of an identity number say where and when somebody was born, or are a mobile number. */
    private static final int SHORTEST_CUT = 11;
    /** An identity number with a blank or a dash before each of its digits. */
    private static final int LONGEST_NUMBER = 36;

    /** What behind a surname makes no name: 王某, 李家村. */
    static final String NO_GIVEN_NAME = "某|氏|先生|女士|小姐|同志|[\\p{IsHan}]?(?:村|家|庄|镇|街|路|某)";

    /** A name as people write it: a usual surname and one or two characters. */
    static final String NAME = "(?:" + Surnames.ofCells(2) + "[\\p{IsHan}]{1,2}|" + Surnames.ofCells(1) + "(?!"
            + NO_GIVEN_NAME + ")[\\p{IsHan}]{1,2})";

    private static final Pattern NAMED = Pattern.compile("(?:户主|户主姓名|农户|农户姓名|村民姓名|被征收人|被征地人|被补偿人|被安置人|安置人员|承包人|承包户|产权人"
            + "|使用权人|所有权人|承租人|权利人|权利人姓名|领款人|收款人|姓名)[:： \\t]+(" + NAME + ")(?![\\p{IsHan}])");
    private static final Pattern WHOLE_NAME = Pattern.compile(NAME);
    private static final Set<String> NAME_LABELS = Set.of(
            "户主",
            "户主姓名",
            "农户",
            "农户姓名",
            "村民",
            "村民姓名",
            "被征收人",
            "被征地人",
            "被补偿人",
            "被安置人",
            "安置人员",
            "承包人",
            "承包户",
            "产权人",
            "使用权人",
            "所有权人",
            "房屋所有权人",
            "承租人",
            "权利人",
            "权利人姓名",
            "领款人",
            "收款人",
            "姓名",
            "家庭成员",
            "反馈人",
            "意见人",
            "建议人",
            "留言人",
            "contributor");
    /** A name as the value of a property; a quotation mark on both sides tells where it begins and ends. */
    private static final Pattern NAMED_IN_JSON =
            Pattern.compile("\"(?:" + String.join("|", NAME_LABELS) + ")\" ?: ?\"(" + NAME + ")\"");

    private static final Set<String> IDENTITY_LABELS = Set.of("身份证", "身份证号", "身份证号码", "公民身份号码", "证件号", "证件号码");
    private static final String SURE_LABEL = "身份证号";
    private static final Pattern ANY_IDENTITY = Pattern.compile("\\d{17}[0-9Xx]|\\d{15}");
    private static final Set<String> NUMBER_LABELS = Set.of(
            "身份证", "身份证号", "身份证号码", "公民身份号码", "证件号", "证件号码", "银行卡", "银行卡号", "银行账号", "银行帐号", "账号", "卡号", "手机", "手机号",
            "手机号码", "本人电话", "户主电话");

    private PersonalData() {}

    /** The kinds of personal data. */
    public enum Kind {
        /** A resident identity number (公民身份号码). */
        IDENTITY_NUMBER("身份证号", "identity number"),
        /** The number of a mobile telephone (手机号码). */
        MOBILE_NUMBER("手机号码", "mobile number"),
        /** The number of a bank card (银行卡号). */
        BANK_CARD("银行卡号", "bank card number"),
        /** The name of a person or household (户主姓名). */
        PERSON_NAME("个人姓名", "name of a person");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        /**
         * The kind as data files and reports write it.
         *
         * @return the lower-case name with hyphens
         */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The kind for people.
         *
         * @param language Chinese is answered in Chinese, any other in English
         * @return the name of the kind
         */
        public String text(Locale language) {
            return Bilingual.isChinese(language) ? chinese : english;
        }
    }

    /**
     * A place in a text that holds personal data.
     *
     * @param kind what it holds
     * @param start where it begins
     * @param end where it ends, exclusive
     * @param masked its text with all but the first characters hidden, fit for a report
     */
    public record Match(Kind kind, int start, int end, String masked) {}

    /**
     * Finds the personal data in a text.
     *
     * @param text the text, not null
     * @return the places in the order of the text, none overlapping; empty when there are none
     */
    public static List<Match> find(String text) {
        return together(numbers(text, false), names(PlainText.of(text)));
    }

    /**
     * Finds the personal data in a text that is to be told or handed over as it stands, such as a row of which nobody knows the
     * labels.
     *
     * @param text the text, not null
     * @return as {@link #find}, with what may be identity numbers that a spreadsheet {@linkplain #rounded rounded}, and with
     *     each cell that is a name of a person and no more in a line that holds a number of one
     */
    public static List<Match> findUnlabelled(String text) {
        List<Match> numbers = numbers(text, true);
        List<Match> named = together(numbers, names(PlainText.of(text)));
        return without(without(named, NamesInCells.in(text, numbers)), NamesInCells.inRows(text));
    }

    /**
     * A row of which no record came, as a finding may show it: without the numbers of persons, without cells that are names of
     * persons, whatever their labels are, and without these names where its other cells say them again.
     *
     * @param text the row, its cells parted by commas, tabs or the marks of JSON
     * @return the row with its personal data hidden
     */
    public static String maskedRow(String text) {
        return withoutCutNumber(maskedThroughout(text, findUnlabelled(text)));
    }

    /**
     * A text with what was found in it hidden, and the names among that wherever else in the text they stand.
     *
     * @param text the text, not null
     * @param found what was found in it, in the order of the text, none overlapping
     * @return the text, the same when nothing was found
     */
    public static String maskedThroughout(String text, List<Match> found) {
        HiddenNames names = new HiddenNames(word -> false);
        for (Match each : found) {
            if (each.kind() == Kind.PERSON_NAME) {
                names.keep(text.substring(each.start(), each.end()), true);
            }
        }
        return names.without(masked(text, found));
    }

    /** Matches, and of others those that stand apart from them. */
    private static List<Match> without(List<Match> found, List<Match> more) {
        return together(
                found,
                more.stream()
                        .filter(each -> found.stream()
                                .noneMatch(other -> each.start() < other.end() && other.start() < each.end()))
                        .toList());
    }

    /**
     * A text that is told of, without the numbers of persons and without the names in the cells beside them.
     *
     * @param text the text, not null
     * @return the text, the same when nothing was found; to mask it again changes nothing
     */
    static String maskedCells(String text) {
        List<Match> numbers = numbers(text, true);
        return withoutCutNumber(masked(text, without(numbers, NamesInCells.in(text, numbers))));
    }

    private static List<Match> numbers(String text, boolean zeros) {
        List<Match> numbers = PersonNumbers.in(text);
        List<Match> rounded = RoundedIdentity.in(text, zeros).stream()
                .filter(each ->
                        numbers.stream().noneMatch(other -> each.start() < other.end() && other.start() < each.end()))
                .toList();
        return together(numbers, rounded);
    }

    private static List<Match> together(List<Match> numbers, List<Match> more) {
        if (more.isEmpty()) {
            return numbers;
        }
        List<Match> found = new ArrayList<>(numbers);
        found.addAll(more);
        found.sort(Comparator.comparingInt(Match::start));
        return List.copyOf(found);
    }

    /**
     * Finds the numbers alone: identity numbers, mobile numbers and bank cards. Quick on texts without long numbers,
     * and fit for documents, which name persons for good reasons.
     *
     * @param text the text, not null
     * @return as {@link #find}, without names
     */
    public static List<Match> findNumbers(String text) {
        return PersonNumbers.in(text);
    }

    /**
     * Finds the personal data in a value that stands under a label, as in a table.
     *
     * @param label the label, not null
     * @param value the value, not null
     * @return as {@link #find}; under a label for names such as 户主, or for identity numbers, the whole value counts when it
     *     looks like one
     */
    public static List<Match> find(String label, String value) {
        Match whole = whole(label, value);
        return whole == null ? find(value) : List.of(whole);
    }

    /** The whole value, where it stands under a label for names or identity numbers and looks like one; or null. */
    private static @Nullable Match whole(String label, String value) {
        String bare = value.strip();
        String asked = bare.length() > LONGEST_NUMBER ? "" : bareLabel(label);
        Kind kind;
        if (NAME_LABELS.contains(asked) && WHOLE_NAME.matcher(bare).matches()) {
            kind = Kind.PERSON_NAME;
        } else if (IDENTITY_LABELS.contains(asked)
                && (RoundedIdentity.whole(bare)
                        || ANY_IDENTITY
                                .matcher(digits(PlainText.of(bare).text()))
                                .matches())) {
            kind = Kind.IDENTITY_NUMBER;
        } else {
            return null;
        }
        int start = value.indexOf(bare);
        return new Match(kind, start, start + bare.length(), mask(kind, bare, bare.length()));
    }

    /**
     * Tells whether a label, such as the head of a column, asks for personal data.
     *
     * @param label the label, not null
     * @return true for 户主, 身份证号, 银行卡号 and the like
     */
    public static boolean personal(String label) {
        String bare = bareLabel(label);
        return NAME_LABELS.contains(bare) || NUMBER_LABELS.contains(bare);
    }

    /**
     * A text with its personal data hidden.
     *
     * @param text the text, not null
     * @return the text, the same when nothing was found
     */
    public static String masked(String text) {
        return masked(text, find(text));
    }

    /**
     * A text with the numbers of persons hidden, also what may be identity numbers that a spreadsheet
     * {@linkplain #rounded rounded}; names stay.
     *
     * @param text the text, not null
     * @return the text, the same when nothing was found
     */
    public static String maskedNumbers(String text) {
        return withoutCutNumber(masked(text, numbers(text, true)));
    }

    /** Of a text that was cut in the middle of a number, and says so by its points, the number shows no more than any other. */
    private static String withoutCutNumber(String text) {
        int end = text.endsWith("…") ? text.length() - 1 : text.endsWith("...") ? text.length() - 3 : 0;
        int start = end;
        while (start > 0
                && PlainText.usual(text.charAt(start - 1)) >= '0'
                && PlainText.usual(text.charAt(start - 1)) <= '9') {
            start--;
        }
        return end - start < SHORTEST_CUT
                ? text
                : text.substring(0, start)
                        + mask(Kind.IDENTITY_NUMBER, text.substring(start, end), end - start)
                        + text.substring(end);
    }

    /**
     * A value as it may be told of, given the label under which it stands: without numbers of persons, and hidden as a whole
     * where the label is one for names or identity numbers and the value looks like one. Without a label (empty, or a number of
     * a column in brackets) what a spreadsheet may have left of an identity number is hidden too.
     *
     * @param label the label, or the path of a property, whose last name counts; not null
     * @param value the value, not null
     * @return the value, the same when nothing was found
     */
    public static String told(String label, String value) {
        String asked = label.substring(label.lastIndexOf('.') + 1);
        Match whole = whole(nameless(asked) && rounded(value) ? SURE_LABEL : asked, value);
        return whole == null ? withoutCutNumber(masked(value, numbers(value, false))) : masked(value, List.of(whole));
    }

    /**
     * A text with what was found in it hidden.
     *
     * @param text the text, not null
     * @param found what {@link #find} or {@link #findNumbers} found in this very text
     * @return the text, the same when nothing was found
     */
    public static String masked(String text, List<Match> found) {
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        for (Match each : found) {
            result.append(text, from, each.start()).append(each.masked());
            from = each.end();
        }
        return result.append(text, from, text.length()).toString();
    }

    /**
     * A text in which a person tells of himself and of others, as an application does, with its personal data hidden. He mistypes numbers, so
     * any run of eleven digits is one, a mobile number may be grouped in any way, and the number behind the name of a paper such as 护照 is one;
     * as a person beside whose number a name stands, or who is called neighbour or kin, is meant by that name, the name is hidden too.
     *
     * @param text the text, not null
     * @return the text, the same when nothing was found; to mask it again changes nothing
     */
    public static String maskedPersons(String text) {
        return NamesBeside.masked(LooseNumbers.masked(masked(text)));
    }

    /**
     * Tells whether a text is a name of a person and nothing else.
     *
     * @param text the text, not null
     * @return true for 张三; false for a name whose surname is rare
     */
    public static boolean name(String text) {
        return WHOLE_NAME.matcher(text).matches();
    }

    /** Where nobody says what the values are. */
    private static boolean nameless(String label) {
        return label.isBlank() || label.startsWith("[");
    }

    /**
     * Tells whether a value is an identity number that a spreadsheet took for an amount, so that its last digits are gone.
     *
     * @param value the value, not null
     * @return true for 370202199001011000 and 3.70202E+17
     */
    public static boolean rounded(String value) {
        return RoundedIdentity.whole(value.strip());
    }

    private static List<Match> names(PlainText plain) {
        List<Match> names = new ArrayList<>();
        names(NAMED, plain, names);
        if (plain.text().indexOf('"') >= 0) {
            names(NAMED_IN_JSON, plain, names);
        }
        return names;
    }

    private static void names(Pattern named, PlainText plain, List<Match> names) {
        Matcher matcher = named.matcher(plain.text());
        while (matcher.find()) {
            int start = plain.place(matcher.start(1));
            int end = plain.place(matcher.end(1) - 1) + 1;
            names.add(new Match(Kind.PERSON_NAME, start, end, mask(Kind.PERSON_NAME, matcher.group(1), end - start)));
        }
    }

    private static String digits(String number) {
        return number.replace(" ", "").replace("-", "");
    }

    static String mask(Kind kind, String hit, int length) {
        int shown = kind == Kind.PERSON_NAME ? 1 : 3;
        return hit.substring(0, shown) + "*".repeat(length - shown);
    }

    private static String bareLabel(String label) {
        if (label.length() > LONGEST_LABEL) {
            return "";
        }
        return LegacyText.folded(label).replaceAll("[:(].*", "");
    }
}
