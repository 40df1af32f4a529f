package org.gongkai.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.gongkai.core.organization.RegionCode;
import org.gongkai.core.privacy.PersonalData.Kind;
import org.gongkai.core.privacy.PersonalData.Match;
import org.gongkai.core.text.LegacyText;

/**
 * Finds the numbers of persons in a text: identity numbers, mobile numbers and bank cards. It looks at every eleventh
 * character, since no shorter row of digits, blanks and dashes holds such a number, and reads on only where there is a row. A
 * text is read as it stands: characters are compared in their usual form, and what is not seen is stepped over.
 */
final class PersonNumbers {

    /** The digits of a mobile number, and of the longest card. */
    private static final int SHORTEST = 11;

    private static final int LONGEST = 19;
    private static final int IDENTITY = 18;
    private static final int OLD_IDENTITY = 15;
    private static final int SHORTEST_CARD = 16;
    private static final int MOST_GAPS = 4;
    private static final int LONGEST_ADDRESS = 300;
    /** What stands around an address in JSON and HTML, and never in one. */
    private static final String BESIDE_ADDRESSES = "\"<>";

    /** What parts the cells of a row of text. */
    private static final String CELLS = ",;|";

    private static final int LONGEST_YEAR_OR_SERIAL = 6;
    /** Stands for what is before and behind a text. */
    private static final char NOTHING = '\0';

    private static final List<String> UNITS =
            List.of("元", "万", "亿", "平方", "平米", "公顷", "亩", "㎡", "立方", "吨", "公斤", "千克", "公里", "千米");
    private static final List<String> ACCOUNTS = List.of("wx", "vx", "qq", "tel", "phone", "mobile", "weixin");
    private static final List<String> IDENTITY_LABELS = identityLabels();
    private static final int LONGEST_IDENTITY_LABEL = 8;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private final String text;
    private final Digits digits = new Digits();
    private final NavigableMap<Integer, Match> found = new TreeMap<>();

    private PersonNumbers(String text) {
        this.text = text;
    }

    /** The numbers in the order of the text, none overlapping. */
    static List<Match> in(String text) {
        return inUsualForm(NumberForms.usual(text));
    }

    private static List<Match> inUsualForm(String text) {
        PersonNumbers numbers = null;
        int at = SHORTEST - 1;
        while (at < text.length()) {
            if (inRow(text.charAt(at))) {
                int start = at;
                while (start > 0 && inRow(text.charAt(start - 1))) {
                    start--;
                }
                while (at < text.length() && inRow(text.charAt(at))) {
                    at++;
                }
                if (at - start >= SHORTEST) {
                    numbers = numbers == null ? new PersonNumbers(text) : numbers;
                    numbers.row(start, at);
                }
            }
            at += SHORTEST;
        }
        return numbers == null ? List.of() : List.copyOf(numbers.found.values());
    }

    private static boolean inRow(char c) {
        return digit(c) || c == ' ' || c == '-' || c > '~' && (c < '\u4E00' || c > '\u9FFF') && between(c);
    }

    /** Blanks, dashes and what is not seen: they part a number into groups. */
    private static boolean between(char c) {
        return PlainText.dash(c) || !LegacyText.shows(c);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }

    /** Digits from the beginning of a group on, with at most one blank or dash between two of them. */
    private final class Digits {

        private final int[] places = new int[LONGEST];
        private final char[] values = new char[LONGEST];
        /** Before each digit its blank or dash, or nothing. */
        private final char[] gaps = new char[LONGEST];

        private int count;

        Digits read(int start) {
            count = 0;
            int at = start;
            char gap = NOTHING;
            while (count < LONGEST && digit(plain(at))) {
                places[count] = at;
                values[count] = plain(at);
                gaps[count++] = gap;
                at = next(at);
                gap = NOTHING;
                if (gap(plain(at))) {
                    gap = plain(at);
                    at = next(at);
                }
            }
            return this;
        }

        /** A group longer than every number, such as an index number, is none and holds none. */
        boolean fitNumber() {
            return count >= SHORTEST
                    && (count < LONGEST || group(0) < LONGEST || !digit(plain(next(places[LONGEST - 1]))));
        }

        /** Where a number of so many digits ends. */
        int end(int digits) {
            return places[digits - 1] + 1;
        }

        int gaps(int digits) {
            int many = 0;
            for (int i = 1; i < digits; i++) {
                many += gaps[i] == NOTHING ? 0 : 1;
            }
            return many;
        }

        /** How many digits stand together from one on. */
        int group(int from) {
            int end = from + 1;
            while (end < count && gaps[end] == NOTHING) {
                end++;
            }
            return end - from;
        }

        String text(int digits) {
            return String.valueOf(values, 0, digits);
        }
    }

    /**
     * Looks through a row of digits, blanks and dashes, kind by kind: an identity number goes before a mobile number within it.
     */
    private void row(int start, int end) {
        int first = candidate(visible(start), end);
        if (first < 0) {
            return;
        }
        if (end - first >= OLD_IDENTITY) {
            identities(first, end);
            labelledIdentities(first, end);
        }
        mobiles(first, end);
        if (end - first >= SHORTEST_CARD) {
            cards(first, end);
        }
    }

    /** The next group at which digits enough for a number begin, read already; or -1. */
    private int candidate(int from, int end) {
        for (int at = from; at < end; at = next(at)) {
            if (digit(plain(at)) && !digit(plain(before(at))) && digits.read(at).fitNumber()) {
                return at;
            }
        }
        return -1;
    }

    // An identity number is known by its check character, so letters may stand before it and its digits be grouped.
    private void identities(int first, int last) {
        int from = first;
        for (int at = candidate(first, last); at >= 0; at = candidate(next(at), last)) {
            int end = at < from || plain(before(at)) == '*' ? 0 : identityEnd();
            if (end > 0 && rightIdentity(end) && !taken(at, end)) {
                add(Kind.IDENTITY_NUMBER, at, end);
                from = end;
            }
        }
    }

    /** The end of seventeen digits and a check character, or 0. */
    private int identityEnd() {
        int end = 0;
        if (digits.count >= IDENTITY) {
            end = digits.end(IDENTITY);
        } else if (digits.count == IDENTITY - 1) {
            int check = next(digits.end(IDENTITY - 1) - 1);
            check = gap(plain(check)) ? next(check) : check;
            end = plain(check) == 'X' || plain(check) == 'x' ? check + 1 : 0;
        }
        return end > 0 && endsWord(end) ? end : 0;
    }

    private boolean rightIdentity(int end) {
        boolean written = digits.count >= IDENTITY;
        char check = written ? digits.values[IDENTITY - 1] : 'X';
        int gaps = written
                ? digits.gaps(IDENTITY)
                : digits.gaps(IDENTITY - 1) + (next(digits.end(IDENTITY - 1) - 1) == end - 1 ? 0 : 1);
        return gaps <= MOST_GAPS && identity(digits.text(IDENTITY - 1) + check);
    }

    // Behind its label a number counts though a digit was mistyped, and one of fifteen digits as issued until 1999 too.
    private void labelledIdentities(int first, int last) {
        for (int at = candidate(first, last); at >= 0; at = candidate(next(at), last)) {
            if (digits.count >= OLD_IDENTITY && labelled(at)) {
                int end = identityEnd();
                if (end == 0 && endsWord(digits.end(OLD_IDENTITY))) {
                    end = digits.end(OLD_IDENTITY);
                }
                if (end > 0 && !taken(at, end)) {
                    add(Kind.IDENTITY_NUMBER, at, end);
                }
            }
        }
    }

    private boolean labelled(int start) {
        int at = before(start);
        while (":\t\r\n ".indexOf(plain(at)) >= 0) {
            at = before(at);
        }
        return endsWith(IDENTITY_LABELS, at, LONGEST_IDENTITY_LABEL);
    }

    private void mobiles(int first, int last) {
        int from = 0;
        for (int at = candidate(first, last); at >= 0; at = candidate(next(at), last)) {
            int code = countryCodeBefore(at);
            if (code >= 0) {
                from = mobile(code, from);
                from = plain(code) == '+' ? mobile(next(code), from) : from;
            }
            if (plain(before(at)) == '+') {
                from = mobile(before(at), from);
            }
            from = mobile(at, from);
        }
    }

    /** Adds the mobile number that begins at a place, if one does. What is before a place is read already. */
    private int mobile(int start, int from) {
        int code = behindCountryCode(start);
        int end = start < from ? 0 : mobileEnd(code < 0 ? start : code);
        if (end > 0
                && (standsAlone(start) || endsWith(ACCOUNTS, before(start), "weixin".length()))
                && !taken(start, end)
                && !inAddress(start, end)) {
            add(Kind.MOBILE_NUMBER, start, end);
            return end;
        }
        return from;
    }

    /** Where the country code begins that stands, closed by a bracket, before a number: (+86)138…; or -1. */
    private int countryCodeBefore(int start) {
        int at = before(start);
        at = gap(plain(at)) ? before(at) : at;
        if (plain(at) != ')' || plain(before(at)) != '6' || plain(before(before(at))) != '8') {
            return -1;
        }
        int code = before(before(at));
        int one = before(code);
        if (plain(one) == '+') {
            return one;
        }
        return plain(one) == '0' && plain(before(one)) == '0' ? before(one) : code;
    }

    /** The place behind +86, 0086 or 86 with a bracket or a gap, or -1. */
    private int behindCountryCode(int start) {
        int at = start;
        if (plain(at) == '+') {
            at = next(at);
        } else if (plain(at) == '0' && plain(next(at)) == '0') {
            at = next(next(at));
        }
        if (plain(at) != '8' || plain(next(at)) != '6') {
            return -1;
        }
        at = next(next(at));
        at = plain(at) == ')' ? next(at) : at;
        return gap(plain(at)) ? next(at) : at;
    }

    /** The end of a mobile number, whole or in groups of 3, 4 and 4 or of 4, 4 and 3 digits; or 0. */
    private int mobileEnd(int start) {
        if (plain(start) != '1' || plain(next(start)) < '3' || plain(next(start)) > '9') {
            return 0;
        }
        digits.read(start);
        if (digits.count < SHORTEST) {
            return 0;
        }
        boolean three = true;
        boolean four = true;
        for (int i = 1; i < SHORTEST; i++) {
            three &= digits.gaps[i] == NOTHING || i == 3 || i == 7;
            four &= digits.gaps[i] == NOTHING || i == 4 || i == 8;
        }
        int end = digits.end(SHORTEST);
        return (three || four) && endsNumber(end) ? end : 0;
    }

    private void cards(int first, int last) {
        int from = first;
        for (int at = candidate(first, last); at >= 0; at = candidate(next(at), last)) {
            int count = at < from || !standsAlone(at) ? 0 : cardDigits();
            if (count > 0
                    && card(digits.text(count))
                    && !taken(at, digits.end(count))
                    && !inAddress(at, digits.end(count))) {
                add(Kind.BANK_CARD, at, digits.end(count));
                from = digits.end(count);
            }
        }
    }

    /** How many digits have the form of a card: 16 to 19 together, or four groups of four and a rest; or 0. */
    private int cardDigits() {
        if (digits.count < SHORTEST_CARD) {
            return 0;
        }
        int together = digits.group(0);
        if (together >= SHORTEST_CARD) {
            return endsNumber(digits.end(together)) ? together : 0;
        }
        char gap = digits.gaps[4];
        for (int i = 0; i < SHORTEST_CARD; i += 4) {
            if (digits.group(i) < 4 || i > 0 && (digits.gaps[i] != gap || gap == NOTHING)) {
                return 0;
            }
        }
        if (digits.count > SHORTEST_CARD && digits.gaps[SHORTEST_CARD] == gap) {
            int whole = SHORTEST_CARD + digits.group(SHORTEST_CARD);
            if (endsNumber(digits.end(whole))) {
                return whole;
            }
        }
        return endsNumber(digits.end(SHORTEST_CARD)) ? SHORTEST_CARD : 0;
    }

    /** Whether no word or mark before a number makes it a part of something else: a decimal, a year and serial, a price. */
    private boolean standsAlone(int start) {
        char one = plain(before(start));
        if (letterOrDigit(one) || "*_¥￥第".indexOf(one) >= 0) {
            return false;
        }
        if (one == '.') {
            return !digit(plain(before(before(start))));
        }
        if (one != '-') {
            return true;
        }
        int digits = 0;
        for (int at = before(before(start)); digits <= LONGEST_YEAR_OR_SERIAL && digit(plain(at)); at = before(at)) {
            digits++;
        }
        return digits == 0 || digits > LONGEST_YEAR_OR_SERIAL;
    }

    private boolean endsWord(int end) {
        char one = plain(next(end - 1));
        return !letterOrDigit(one) && one != '*';
    }

    /** Whether what follows makes a number no amount, no share and no part of something longer. */
    private boolean endsNumber(int end) {
        int behind = next(end - 1);
        char one = plain(behind);
        if (!endsWord(end) || one == '%' || one == '.' && digit(plain(next(behind)))) {
            return false;
        }
        int unit = one == ' ' ? next(behind) : behind;
        String words = new StringBuilder()
                .append(plain(unit))
                .append(plain(next(unit)))
                .toString();
        return UNITS.stream().noneMatch(words::startsWith);
    }

    /**
     * Whether a number is a part of a web address, such as that of a page, and no value of its query and no cell of its own. A
     * sign in its full width, such as a bracket, ends an address.
     */
    private boolean inAddress(int start, int end) {
        if (plain(before(start)) == '=' || cell(start, end)) {
            return false;
        }
        StringBuilder backwards = new StringBuilder();
        for (int at = before(start);
                backwards.length() < LONGEST_ADDRESS
                        && at >= 0
                        && text.charAt(at) > ' '
                        && text.charAt(at) <= '~'
                        && BESIDE_ADDRESSES.indexOf(plain(at)) < 0;
                at = before(at)) {
            backwards.append(plain(at));
        }
        return backwards.indexOf("//:") >= 0;
    }

    /** Whether a number stands between the signs that part the cells of a row, where an address before it has ended. */
    private boolean cell(int start, int end) {
        char behind = plain(next(end - 1));
        return CELLS.indexOf(plain(before(start))) >= 0
                && (CELLS.indexOf(behind) >= 0 || behind <= ' ' || behind > '~');
    }

    /** Whether the text up to a place, that place included, ends in one of some words; letters count in either case. */
    private boolean endsWith(List<String> words, int last, int longest) {
        StringBuilder backwards = new StringBuilder(longest);
        for (int at = last; at >= 0 && backwards.length() < longest; at = before(at)) {
            backwards.append(plain(at));
        }
        String end = backwards.reverse().toString().toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(end::endsWith);
    }

    private boolean taken(int start, int end) {
        Map.Entry<Integer, Match> before = found.lowerEntry(end);
        return before != null && start < before.getValue().end();
    }

    private void add(Kind kind, int start, int end) {
        String shown = new StringBuilder()
                .append(plain(start))
                .append(plain(next(start)))
                .append(plain(next(next(start))))
                .toString();
        found.put(start, new Match(kind, start, end, shown + "*".repeat(end - start - shown.length())));
    }

    /** A character in its usual form; nothing before and behind the text. */
    private char plain(int at) {
        if (at < 0 || at >= text.length()) {
            return NOTHING;
        }
        return PlainText.usual(text.charAt(at));
    }

    private int next(int at) {
        return visible(at + 1);
    }

    private int visible(int from) {
        int at = from;
        while (at < text.length() && PlainText.unseen(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int before(int at) {
        int one = at - 1;
        while (one >= 0 && PlainText.unseen(text.charAt(one))) {
            one--;
        }
        return one;
    }

    private static boolean gap(char c) {
        return c == ' ' || c == '-';
    }

    private static boolean letterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean identity(String number) {
        int month = Integer.parseInt(number.substring(10, 12));
        int day = Integer.parseInt(number.substring(12, 14));
        int century = Integer.parseInt(number.substring(6, 8));
        if (!RegionCode.parse(number.substring(0, 6)).wellFormed()
                || century < 18
                || century > 20
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

    /** Cards of 4 and 5 have 16 or 19 digits; many a code of a region in the south begins with these, too. */
    private static boolean card(String number) {
        String start = number.substring(0, 2);
        boolean known = List.of("62", "60", "95").contains(start)
                || (start.charAt(0) == '4' || start.compareTo("51") >= 0 && start.compareTo("55") <= 0)
                        && (number.length() == 16 || number.length() == LONGEST);
        return known && luhn(number);
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

    private static List<String> identityLabels() {
        List<String> labels = new ArrayList<>();
        for (String name : List.of("身份证", "身份证证", "公民身份", "公民身份证")) {
            for (String paper : List.of("", "件")) {
                for (String number : List.of("", "号", "号码")) {
                    labels.add(name + paper + number);
                }
            }
        }
        return List.copyOf(labels);
    }
}
