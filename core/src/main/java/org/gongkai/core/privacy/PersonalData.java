package org.gongkai.core.privacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Bilingual;
import org.gongkai.core.organization.RegionCode;
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
    /** The digits of a mobile number, and of the longest card. */
    private static final int SHORTEST = 11;

    private static final int LONGEST = 19;
    /** What may stand between the digits of a number that was written in groups. */
    private static final String GAP = "[ -]?";

    // An identity number is known by its check character, so letters may stand before it and its digits be grouped.
    private static final Pattern IDENTITY =
            Pattern.compile("(?<![0-9*])\\d(?:" + GAP + "\\d){16}" + GAP + "[0-9Xx](?![0-9A-Za-z*])");
    // Behind its label a number counts though a digit was mistyped, and one of fifteen digits as issued until 1999 too.
    private static final Pattern LABELLED_IDENTITY =
            Pattern.compile("(?:身份证|公民身份)(?:证)?(?:件)?(?:号码|号)?[:： \\t\\r\\n]*(\\d(?:" + GAP + "\\d){16}" + GAP
                    + "[0-9Xx]|\\d(?:" + GAP + "\\d){14})(?![0-9A-Za-z*])");
    /** A number that a word or a mark before it makes a part of something else: a decimal, a year and serial, a price. */
    private static final String NOT_BEHIND = "(?<![0-9A-Za-z*_¥￥第])(?<![0-9]\\.)(?<!(?<![0-9])[0-9]{1,6}-)";

    private static final String NOT_BEFORE = "(?![0-9A-Za-z*%])(?!\\.\\d)(?! ?(?:元|万|亿|平方|平米|公顷|亩|㎡|立方|吨|公斤|千克|公里|千米))";
    private static final Pattern MOBILE = Pattern.compile("(?:" + NOT_BEHIND
            + "|(?<=(?i:wx|vx|qq|tel|phone|mobile|weixin)))(?:(?:\\+|00)?86\\)?" + GAP + ")?1[3-9]\\d(?:" + GAP
            + "\\d{4}" + GAP
            + "\\d{4}|\\d" + GAP + "\\d{4}" + GAP + "\\d{3})" + NOT_BEFORE);
    private static final Pattern CARD = Pattern.compile(
            NOT_BEHIND + "(?:\\d{16,19}|\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{1,3})?)" + NOT_BEFORE);
    /** Cards of 4 and 5 have 16 or 19 digits; many a code of a region in the south begins with these, too. */
    private static final Pattern CARD_START =
            Pattern.compile("(?:62|60|95)\\d{14,17}|(?:4\\d|5[1-5])(?:\\d{14}|\\d{17})");

    private static final int MOST_GAPS = 4;
    private static final int LONGEST_ADDRESS = 300;
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
                    + "辛矫曲宫仲逄蓝纪初隋宿牟臧解迟焦庄栾";
    private static final String NAME = "(?:(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙)[\\p{IsHan}]{1,2}|[" + SURNAMES
            + "](?!某|氏|先生|女士|小姐|同志|[\\p{IsHan}]?(?:村|家|庄|镇|街|路|某))[\\p{IsHan}]{1,2})";
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
    private static final Set<String> IDENTITY_LABELS = Set.of("身份证", "身份证号", "身份证号码", "公民身份号码", "证件号", "证件号码");
    private static final Pattern ANY_IDENTITY = Pattern.compile("\\d{17}[0-9Xx]|\\d{15}");
    private static final Set<String> NUMBER_LABELS = Set.of(
            "身份证", "身份证号", "身份证号码", "公民身份号码", "证件号", "证件号码", "银行卡", "银行卡号", "银行账号", "银行帐号", "账号", "卡号", "手机", "手机号",
            "手机号码", "本人电话", "户主电话");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

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
        Plain plain = Plain.of(text);
        NavigableMap<Integer, Match> found = new TreeMap<>();
        collectNumbers(plain, found);
        collect(NAMED, plain, 1, Kind.PERSON_NAME, found);
        return List.copyOf(found.values());
    }

    /**
     * Finds the numbers alone: identity numbers, mobile numbers and bank cards. Quick on texts without long numbers,
     * and fit for documents, which name persons for good reasons.
     *
     * @param text the text, not null
     * @return as {@link #find}, without names
     */
    public static List<Match> findNumbers(String text) {
        if (!holdsLongNumber(text)) {
            return List.of();
        }
        NavigableMap<Integer, Match> found = new TreeMap<>();
        collectNumbers(Plain.of(text), found);
        return List.copyOf(found.values());
    }

    private static void collectNumbers(Plain plain, NavigableMap<Integer, Match> found) {
        collect(IDENTITY, plain, 0, Kind.IDENTITY_NUMBER, found);
        collect(LABELLED_IDENTITY, plain, 1, Kind.IDENTITY_NUMBER, found);
        collect(MOBILE, plain, 0, Kind.MOBILE_NUMBER, found);
        collect(CARD, plain, 0, Kind.BANK_CARD, found);
    }

    /**
     * Whether groups of digits, with blanks and dashes between them, have together as many digits as the numbers have. So
     * many do not fit between two places that are as many characters apart as the shortest number has digits, so most of
     * a text is passed over.
     */
    private static boolean holdsLongNumber(String text) {
        int at = SHORTEST - 1;
        while (at < text.length()) {
            if (inNumber(text.charAt(at))) {
                int start = at;
                while (start > 0 && inNumber(text.charAt(start - 1))) {
                    start--;
                }
                while (at < text.length() && inNumber(text.charAt(at))) {
                    at++;
                }
                if (holdsLongNumber(text, start, at)) {
                    return true;
                }
            }
            at += SHORTEST;
        }
        return false;
    }

    /** A number begins and ends with a group, so the twenty digits of an index number hold none. */
    private static boolean holdsLongNumber(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (digit(text.charAt(i)) && (i == start || !digit(text.charAt(i - 1)))) {
                int digits = 0;
                int at = i;
                while (at < end && (digits < SHORTEST || digit(text.charAt(at)))) {
                    digits += digit(text.charAt(at++)) ? 1 : 0;
                }
                if (digits >= SHORTEST && digits <= LONGEST) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean inNumber(char c) {
        return digit(c) || c == ' ' || c == '-' || c > '~' && (c < '\u4E00' || c > '\u9FFF') && between(c);
    }

    /** Blanks, dashes and what is not seen: they part a number into groups. */
    private static boolean between(char c) {
        return dash(c) || !LegacyText.shows(c);
    }

    private static boolean dash(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
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
        String bare = value.strip();
        if (NAME_LABELS.contains(bareLabel(label)) && WHOLE_NAME.matcher(bare).matches()) {
            int start = value.indexOf(bare);
            return List.of(new Match(
                    Kind.PERSON_NAME, start, start + bare.length(), mask(Kind.PERSON_NAME, bare, bare.length())));
        }
        if (IDENTITY_LABELS.contains(bareLabel(label))
                && ANY_IDENTITY.matcher(digits(Plain.of(bare).text())).matches()) {
            int start = value.indexOf(bare);
            return List.of(new Match(
                    Kind.IDENTITY_NUMBER,
                    start,
                    start + bare.length(),
                    mask(Kind.IDENTITY_NUMBER, bare, bare.length())));
        }
        return find(value);
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
     * A text with the numbers of persons hidden; names stay.
     *
     * @param text the text, not null
     * @return the text, the same when nothing was found
     */
    public static String maskedNumbers(String text) {
        return masked(text, findNumbers(text));
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

    /** Finds what does not overlap what was found; matches are kept by their beginning. */
    private static void collect(
            Pattern pattern, Plain plain, int group, Kind kind, NavigableMap<Integer, Match> found) {
        Matcher matcher = pattern.matcher(plain.text());
        int from = 0;
        while (from <= plain.text().length() && matcher.find(from)) {
            String hit = matcher.group(group);
            int start = plain.place(matcher.start(group));
            int end = plain.place(matcher.end(group) - 1) + 1;
            Map.Entry<Integer, Match> before = found.lowerEntry(end);
            boolean taken = before != null && start < before.getValue().end();
            boolean labelled = group > 0;
            boolean right = !taken
                    && (labelled || right(kind, hit))
                    && (kind == Kind.IDENTITY_NUMBER
                            || kind == Kind.PERSON_NAME
                            || !inAddress(plain.text(), matcher.start()));
            if (right) {
                found.put(start, new Match(kind, start, end, mask(kind, hit, end - start)));
            }
            // Numbers side by side with a blank between them look like one: the next may begin within.
            from = right ? matcher.end() : matcher.start() + 1;
        }
    }

    /** Whether a number is a part of a web address, such as that of a page, and no value of its query. */
    private static boolean inAddress(String text, int at) {
        int start = at;
        while (start > 0
                && at - start < LONGEST_ADDRESS
                && text.charAt(start - 1) > ' '
                && text.charAt(start - 1) <= '~') {
            start--;
        }
        return at > 0 && text.charAt(at - 1) != '=' && text.substring(start, at).contains("://");
    }

    /**
     * A text with the usual forms of digits, blanks and dashes, and without what is not seen.
     *
     * @param text the text
     * @param places where each of its characters stands in the text as it was; null when all are where they were
     */
    private record Plain(String text, int @Nullable [] places) {

        static Plain of(String text) {
            StringBuilder plain = new StringBuilder(text.length());
            int[] places = null;
            for (int i = 0; i < text.length(); i++) {
                char c = LegacyText.halfWidth(text.charAt(i));
                boolean usual = c <= '~' || c >= '\u4E00' && c <= '\u9FFF';
                if (!usual && LegacyText.invisible(c)) {
                    if (places == null) {
                        places = new int[text.length()];
                        Arrays.setAll(places, each -> each);
                    }
                    continue;
                }
                if (places != null) {
                    places[plain.length()] = i;
                }
                plain.append(usual ? c : dash(c) ? '-' : LegacyText.blank(c) ? ' ' : c);
            }
            return new Plain(plain.toString(), places);
        }

        int place(int at) {
            return places == null ? at : places[at];
        }
    }

    private static boolean right(Kind kind, String hit) {
        return switch (kind) {
            case IDENTITY_NUMBER -> {
                String digits = digits(hit);
                yield hit.length() - digits.length() <= MOST_GAPS && identity(digits.toUpperCase(Locale.ROOT));
            }
            case BANK_CARD -> {
                String digits = digits(hit);
                yield CARD_START.matcher(digits).matches() && luhn(digits);
            }
            default -> true;
        };
    }

    private static String digits(String number) {
        return number.replace(" ", "").replace("-", "");
    }

    private static String mask(Kind kind, String hit, int length) {
        int shown = kind == Kind.PERSON_NAME ? 1 : 3;
        return hit.substring(0, shown) + "*".repeat(length - shown);
    }

    private static boolean identity(String number) {
        int month = Integer.parseInt(number.substring(10, 12));
        int day = Integer.parseInt(number.substring(12, 14));
        if (!RegionCode.parse(number.substring(0, 6)).wellFormed()
                || !number.substring(6, 8).matches("18|19|20")
                || month < 1
                || month > 12
                || day < 1
                || day > 31) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return number.charAt(17) == CHECKS.charAt(sum % 11);
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    private static String bareLabel(String label) {
        if (label.length() > LONGEST_LABEL) {
            return "";
        }
        return LegacyText.folded(label).replaceAll("[:(].*", "");
    }
}
