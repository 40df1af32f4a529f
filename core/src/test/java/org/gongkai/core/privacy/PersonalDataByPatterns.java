package org.gongkai.core.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.organization.RegionCode;
import org.gongkai.core.privacy.PersonalData.Kind;
import org.gongkai.core.privacy.PersonalData.Match;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** What counts as personal data, said by patterns over the whole text: slow, and what the quick search is held to. */
final class PersonalDataByPatterns {

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
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private PersonalDataByPatterns() {}

    static List<Match> find(String text) {
        return search(text, true);
    }

    static List<Match> findNumbers(String text) {
        return search(text, false);
    }

    private static List<Match> search(String text, boolean names) {
        Plain plain = Plain.of(text);
        NavigableMap<Integer, Match> found = new TreeMap<>();
        collect(IDENTITY, plain, 0, Kind.IDENTITY_NUMBER, found);
        collect(LABELLED_IDENTITY, plain, 1, Kind.IDENTITY_NUMBER, found);
        collect(MOBILE, plain, 0, Kind.MOBILE_NUMBER, found);
        collect(CARD, plain, 0, Kind.BANK_CARD, found);
        if (names) {
            collect(NAMED, plain, 1, Kind.PERSON_NAME, found);
        }
        return List.copyOf(found.values());
    }

    private static boolean dash(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION;
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
                            || cell(plain.text(), matcher.start(), matcher.end())
                            || !inAddress(plain, matcher.start()));
            if (right) {
                found.put(start, new Match(kind, start, end, mask(kind, hit, end - start)));
            }
            // Numbers side by side with a blank between them look like one: the next may begin within.
            from = right ? matcher.end() : matcher.start() + 1;
        }
    }

    /** Whether a number stands between the signs that part the cells of a row. */
    private static boolean cell(String text, int start, int end) {
        char behind = end < text.length() ? text.charAt(end) : ' ';
        return start > 0
                && ",;|".indexOf(text.charAt(start - 1)) >= 0
                && (",;|".indexOf(behind) >= 0 || behind <= ' ' || behind > '~');
    }

    /** Whether a number is a part of a web address, such as that of a page, and no value of its query; a sign in full width ends one. */
    private static boolean inAddress(Plain plain, int at) {
        String text = plain.text();
        int start = at;
        while (start > 0 && at - start < LONGEST_ADDRESS && plain.raw(start - 1) > ' ' && plain.raw(start - 1) <= '~') {
            start--;
        }
        return at > 0 && text.charAt(at - 1) != '=' && text.substring(start, at).contains("://");
    }

    /**
     * A text with the usual forms of digits, blanks and dashes, and without what is not seen.
     *
     * @param text the text
     * @param places where each of its characters stands in the text as it was; null when all are where they were
     * @param whole the text as it was
     */
    private record Plain(String text, int @Nullable [] places, String whole) {

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
            return new Plain(plain.toString(), places, text);
        }

        int place(int at) {
            return places == null ? at : places[at];
        }

        char raw(int at) {
            return whole.charAt(place(at));
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
}
