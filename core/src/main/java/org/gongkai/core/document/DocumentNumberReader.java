package org.gongkai.core.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * Reads document numbers as old systems wrote them. What can be read in two ways is left unread.
 *
 * <p>A number is first brought to a plain spelling: blanks gone, digits half-width, every kind of bracket but 〔 〕 and
 * （ ） turned into [ ]. A few patterns then tell its parts. One instance reads one text.
 */
final class DocumentNumberReader {

    private static final String OPENING = "[［【(〈<＜﹝〖{｛﹙";
    private static final String CLOSING = "]］】)〉>＞﹞〗}｝﹚";
    private static final String OPEN = "[〔（\\[]";
    private static final String OPENING_OF_YEAR = "[〔（(\\[［【﹝]";
    private static final String CLOSING_OF_YEAR = "[〕）)\\]］】﹞]";
    private static final String CLOSE = "[〕）\\]]";
    private static final String NUMERAL = "[" + LegacyText.NUMERAL_DIGITS + "0]";
    private static final String YEAR = "(\\d{4}|\\d{2}|" + NUMERAL + "{4}|" + NUMERAL + "{2})";
    private static final String SERIAL = "(\\d{1,9}|[" + LegacyText.NUMERAL_DIGITS + "十百千]{1,9})";
    private static final String KIND = "(命?令|公告|通告)";

    /** 京财〔1994〕第12号, with any brackets. */
    private static final Pattern BRACKETED_YEAR = Pattern.compile("([^\\d]+?)(" + OPEN + ")" + YEAR + "(年?)(" + CLOSE
            + ")(年?)(第?)(" + OPEN + "?)" + SERIAL + CLOSE + "?(号?)");
    /** [1994]财工字第83号. */
    private static final Pattern YEAR_FIRST = Pattern.compile(OPEN + YEAR + CLOSE + "([^\\d]+?)(第?)" + SERIAL + "(号?)");
    /** 某令第5号, 某令[第5号], 某公告2015年第5号, 某令[94年第5号]. */
    private static final Pattern NUMBERED = Pattern.compile("(.+?)" + KIND + OPEN + "?(?:" + YEAR + "(年?))??" + OPEN
            + "?(第?)" + OPEN + "?" + SERIAL + CLOSE + "?(号?)" + CLOSE + "?");
    /** 某第5号令, 某1994年第5号令. */
    private static final Pattern KIND_LAST = Pattern.compile("(.+?)(?:" + YEAR + "年)?(第?)" + SERIAL + "号" + KIND);
    /** 某府[2023]综080号, 某税政[2023]字第12号: letters of the code behind the year. */
    private static final Pattern CODE_BEHIND =
            Pattern.compile("([^\\d]+?)" + OPEN + "(\\d{4})" + CLOSE + "(\\p{IsHan}{1,4}?)(第?)(\\d{1,9})号");
    /** 某委员会公告[14届]13号: the term of a congress in brackets. */
    private static final Pattern TERM = Pattern.compile("([^\\d]+?)" + KIND + OPEN + "第?(\\d{1,2}|" + NUMERAL
            + "{1,3}|[一二三四五六七八九十]{1,3})届" + CLOSE + "(第?)" + SERIAL + "号");
    /** 2023年某令第19号. */
    private static final Pattern YEAR_BEFORE = Pattern.compile("(\\d{4})年([^\\d]+?)" + KIND + "(第?)(\\d{1,9})号");
    /** 某发2023186号: a year and a serial number run together; five digits could be a serial number alone. */
    private static final Pattern RUN_TOGETHER = Pattern.compile("([^\\d]*[发字函电复文批规])((?:199|20[0-2])\\d)(\\d{2,4})号");

    /** 某发2015年第5号, 某发2015第5号, where the code ends like an abbreviation rather than an agency's name. */
    private static final Pattern BARE_YEAR = Pattern.compile("([^\\d]*[发字函电复文批规])(\\d{4})(年?)(第?)(\\d{1,9})号");
    /** Numbers of court cases, which put the year first too: (2009)民提字第12号. */
    private static final Pattern COURT_CASE = Pattern.compile(".*(?:[民刑行知经赔执].{0,4}[初终再提申监他抗辖]|执)字?");

    private static final Pattern ENDS_IN_A_KIND = Pattern.compile("(.+?)" + KIND);

    private static final Pattern LABEL = Pattern.compile("[【\\[]?(?:"
            + Stream.of("发文字号", "发文文号", "发文号", "文件编号", "文件字号", "文件文号", "文件号", "公文字号", "公文文号", "公文编号", "文号", "字号", "编号")
                    .map(each -> String.join("\\h*", each.split("")))
                    .collect(Collectors.joining("|"))
            + ")\\h*[】\\]]?\\h*[:：]?");
    private static final String STRAY = "?？*＊·•。．.，,、：:；;!！\"“”‘’'`~～|｜_＿…";
    private static final String STRAY_AT_HEAD = STRAY + "—–-－#＃";
    private static final Pattern SUFFIX_DOUBLED = Pattern.compile("号(?:号|文件?)$");
    private static final Pattern SEPARATORS = Pattern.compile("[、，,；;/／|｜\\r\\n\\t]+|(?<=[号文\\]］〕】)）])[\\h\\s]+");
    private static final Pattern AGENCY_END = Pattern.compile(".*[部委会局厅院署行办社府司处所庭]");
    private static final Pattern UNOPENED_YEAR = Pattern.compile("(?<![\\d\\[〔（])\\d{4}" + CLOSE);
    private static final Pattern UNCLOSED_YEAR = Pattern.compile(OPEN + "\\d{4}(?![\\d\\]〕）])");

    /** A further number of the agency before it: 20号, 〔2022〕3号, 20-22号. */
    private static final Pattern MORE_OF_ONE = Pattern.compile(
            "(?:" + OPENING_OF_YEAR + "\\d{4}年?" + CLOSING_OF_YEAR + ")?第?\\d{1,9}号?(?:[-－—–~～至到]第?\\d{1,9}号?)?");

    private static final int MOST_BRACKETS = 12;
    private static final int FIRST_YEAR_OF_LAST_CENTURY = 49;
    private static final int LAST_YEAR_OF_THIS = 29;

    private final Set<Repair> repairs = new LinkedHashSet<>();
    /** The repairs of the first number alone, once several have been read. */
    private final Set<Repair> repairsOfFirst = new LinkedHashSet<>();

    Reading<DocumentNumber> read(String raw) {
        Reading<List<DocumentNumber>> all = readAll(raw);
        List<DocumentNumber> numbers = Objects.requireNonNull(all.value());
        if (ofOneAgency(numbers)) {
            // No document bears two numbers of one agency: which of them is its own is not said.
            return new Reading<>(raw, DocumentNumber.parse(LegacyText.strip(raw)), List.of());
        }
        List<Repair> made = repairsOfFirst.isEmpty() ? all.repairs() : List.copyOf(repairsOfFirst);
        return new Reading<>(raw, numbers.isEmpty() ? null : numbers.get(0), made);
    }

    private static boolean ofOneAgency(List<DocumentNumber> numbers) {
        return numbers.stream()
                .skip(1)
                .anyMatch(each -> MORE_OF_ONE.matcher(each.text()).matches()
                        || Objects.equals(each.agencyCode(), numbers.get(0).agencyCode()));
    }

    Reading<List<DocumentNumber>> readAll(String raw) {
        String text = LegacyText.strip(raw);
        if (text.length() < raw.length() && !text.isEmpty()) {
            repairs.add(Repair.OUTER_BLANKS);
        }
        DocumentNumber asItStood = DocumentNumber.parse(text);
        if (text.isEmpty() || asItStood.wellFormed()) {
            return reading(raw, text.isEmpty() ? List.of() : List.of(asItStood));
        }
        DocumentNumberReader attempt = new DocumentNumberReader();
        List<DocumentNumber> numbers = attempt.numbers(text);
        if (numbers == null) {
            return reading(raw, List.of(asItStood));
        }
        if (!attempt.repairsOfFirst.isEmpty()) {
            repairsOfFirst.addAll(repairs);
            repairsOfFirst.addAll(attempt.repairsOfFirst);
        }
        repairs.addAll(attempt.repairs);
        return reading(raw, numbers);
    }

    private Reading<List<DocumentNumber>> reading(String raw, List<DocumentNumber> numbers) {
        return new Reading<>(raw, numbers, List.copyOf(repairs));
    }

    /** The numbers in a text, empty when it turns out blank, or null when nothing can be made of it. */
    private @Nullable List<DocumentNumber> numbers(String text) {
        if (LegacyText.nullToken(text)) {
            repairs.add(Repair.NULL_TOKEN);
            return List.of(DocumentNumber.parse(text));
        }
        String bare = withoutStray(text);
        if (bare.isEmpty()) {
            boolean nothingThere = repairs.contains(Repair.LABEL_IN_VALUE)
                    || LegacyText.withoutInvisible(text).isBlank();
            return nothingThere ? List.of() : null;
        }
        if (LegacyText.nullToken(bare)) {
            repairs.add(Repair.NULL_TOKEN);
            return List.of(DocumentNumber.parse(bare));
        }
        Set<Repair> before = Set.copyOf(repairs);
        String number = one(bare);
        if (number == null) {
            repairs.retainAll(before);
            return several(bare);
        }
        return List.of(DocumentNumber.parse(number));
    }

    private @Nullable List<DocumentNumber> several(String text) {
        Set<DocumentNumber> numbers = new LinkedHashSet<>();
        repairsOfFirst.addAll(repairs);
        int pieces = 0;
        for (String each : SEPARATORS.split(text)) {
            String piece = LegacyText.strip(each);
            if (piece.isEmpty()) {
                continue;
            }
            pieces++;
            DocumentNumberReader attempt = new DocumentNumberReader();
            String bare = attempt.withoutStray(piece);
            String number = attempt.one(bare);
            if (number != null) {
                if (numbers.isEmpty()) {
                    repairsOfFirst.addAll(attempt.repairs);
                }
                repairs.addAll(attempt.repairs);
                numbers.add(DocumentNumber.parse(number));
            } else if (numbers.isEmpty() || piece.chars().noneMatch(Character::isDigit)) {
                return null;
            } else {
                numbers.add(DocumentNumber.parse(piece));
            }
        }
        if (pieces < 2) {
            return null;
        }
        repairs.add(Repair.SEVERAL_IN_ONE);
        repairsOfFirst.add(Repair.SEVERAL_IN_ONE);
        return List.copyOf(numbers);
    }

    /** Drops what surely is no part of a number at either end. */
    private String withoutStray(String text) {
        String bare = LegacyText.strip(LegacyText.withoutInvisible(text));
        if (!LegacyText.strip(text).equals(bare)) {
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        bare = withoutStrayEnds(bare);
        Matcher label = LABEL.matcher(bare);
        if (label.lookingAt()) {
            repairs.add(Repair.LABEL_IN_VALUE);
            bare = withoutStrayEnds(bare.substring(label.end()));
        }
        return bare;
    }

    private String withoutStrayEnds(String text) {
        if (LegacyText.nullToken(text)) {
            return LegacyText.strip(text);
        }
        int start = 0;
        int end = text.length();
        while (start < end && stray(text.charAt(start), STRAY_AT_HEAD)) {
            start++;
        }
        // A private-use character behind the number is a symbol of some font; before it, it may be a rare Han
        // character.
        while (end > start
                && (stray(text.charAt(end - 1), STRAY)
                        || Character.getType(text.charAt(end - 1)) == Character.PRIVATE_USE)) {
            end--;
        }
        String bare = text.substring(start, end);
        Matcher doubled = SUFFIX_DOUBLED.matcher(bare);
        if (doubled.find()) {
            bare = bare.substring(0, doubled.start() + 1);
        }
        bare = LegacyText.strip(bare);
        if (!bare.equals(LegacyText.strip(text))) {
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        return bare;
    }

    private static boolean stray(char character, String strays) {
        return strays.indexOf(character) >= 0 || LegacyText.blank(character);
    }

    /** The regular text of one number, or null. */
    private @Nullable String one(String text) {
        if (text.length() > DocumentNumber.LONGEST) {
            return null;
        }
        if (DocumentNumber.parse(text).wellFormed()) {
            return text;
        }
        String plain = plain(text);
        return plain == null ? null : balanced(plain) ? inner(plain) : mended(plain);
    }

    /** The plain spelling of a text, or null when a blank in it leaves open what belongs together. */
    private @Nullable String plain(String text) {
        StringBuilder plain = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (LegacyText.blank(each)) {
                blank = true;
                continue;
            }
            if (blank && !plain.isEmpty() && han(plain.charAt(plain.length() - 1)) && han(each)) {
                String separator = joint(text, i);
                if (separator == null) {
                    return null;
                }
                plain.append(separator);
            } else if (blank && twoNumbers(text, i)) {
                return null;
            } else if (blank) {
                repairs.add(Repair.INNER_BLANKS);
            }
            blank = false;
            if (OPENING.indexOf(each) >= 0) {
                plain.append('[');
            } else if (CLOSING.indexOf(each) >= 0) {
                plain.append(']');
            } else if (each == '（' || each == '）') {
                plain.append(each);
            } else {
                char half = LegacyText.halfWidth(each);
                if (half != each && Character.isLetterOrDigit(half)) {
                    repairs.add(Repair.FULL_WIDTH);
                }
                plain.append(half);
            }
        }
        return plain.toString();
    }

    /** Whether the digits before the blank and those behind it are two numbers, one behind the other: 19 20号. */
    private static boolean twoNumbers(String text, int right) {
        int end = right;
        while (end > 0 && LegacyText.blank(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        int last = right;
        while (last < text.length() && Character.isDigit(text.charAt(last))) {
            last++;
        }
        boolean serial = start < end && last > right && text.substring(0, start).matches(".*[〕］】\\])）第]\\s*");
        return serial
                && LegacyText.number(text.substring(right, last)) == LegacyText.number(text.substring(start, end)) + 1;
    }

    /** What takes the place of the blank between two Han characters before {@code right}: nothing, 、, or null. */
    private @Nullable String joint(String text, int right) {
        String rest = text.substring(right);
        String before = lastWord(text, right);
        String after = firstWord(rest).replaceFirst("第$", "");
        if (rest.startsWith("令")
                || rest.startsWith("公告")
                || rest.startsWith("通告")
                || rest.startsWith("第") && !rest.startsWith("届", 2)
                || rest.startsWith("号")
                || rest.startsWith("年")
                || before.length() == 1 && after.length() == 1) {
            repairs.add(Repair.INNER_BLANKS);
            return "";
        }
        Matcher kind = ENDS_IN_A_KIND.matcher(after);
        String agency = kind.matches() ? kind.group(1) : after;
        if (before.length() > 1
                && agency.length() > 1
                && AGENCY_END.matcher(before).matches()
                && AGENCY_END.matcher(agency).matches()) {
            repairs.add(Repair.SEPARATOR);
            return "、";
        }
        return null;
    }

    private static String lastWord(String text, int end) {
        int to = end;
        while (to > 0 && LegacyText.blank(text.charAt(to - 1))) {
            to--;
        }
        int from = to;
        while (from > 0 && han(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, to);
    }

    private static String firstWord(String text) {
        int to = 0;
        while (to < text.length() && han(text.charAt(to))) {
            to++;
        }
        return text.substring(0, to);
    }

    private static boolean han(char character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static boolean opens(char character) {
        return character == '[' || character == '〔' || character == '（';
    }

    private static boolean closes(char character) {
        return character == ']' || character == '〕' || character == '）';
    }

    private static boolean balanced(String plain) {
        int depth = 0;
        for (int i = 0; i < plain.length(); i++) {
            depth += opens(plain.charAt(i)) ? 1 : closes(plain.charAt(i)) ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private @Nullable String inner(String plain) {
        String bare = plain;
        while (enclosed(bare)) {
            repairs.add(Repair.ENCLOSING_BRACKETS);
            bare = bare.substring(1, bare.length() - 1);
        }
        if (bare.length() < plain.length()) {
            bare = withoutStray(bare);
        }
        return parsed(bare);
    }

    private static boolean enclosed(String plain) {
        if (plain.length() < 2 || !opens(plain.charAt(0))) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < plain.length(); i++) {
            depth += opens(plain.charAt(i)) ? 1 : closes(plain.charAt(i)) ? -1 : 0;
            if (depth == 0) {
                return i == plain.length() - 1;
            }
        }
        return false;
    }

    /** Drops or adds one bracket, if every way of doing so that gives a number gives the same. */
    private @Nullable String mended(String plain) {
        if (plain.chars().filter(c -> opens((char) c) || closes((char) c)).count() > MOST_BRACKETS) {
            return null;
        }
        List<String> candidates = new ArrayList<>();
        for (int i = 0; i < plain.length(); i++) {
            char each = plain.charAt(i);
            if ((opens(each) || closes(each)) && loose(plain, i)) {
                candidates.add(plain.substring(0, i) + plain.substring(i + 1));
            }
        }
        Matcher unopened = UNOPENED_YEAR.matcher(plain);
        if (unopened.find()) {
            candidates.add(plain.substring(0, unopened.start()) + '〔' + plain.substring(unopened.start()));
        }
        Matcher unclosed = UNCLOSED_YEAR.matcher(plain);
        if (unclosed.find()) {
            candidates.add(plain.substring(0, unclosed.end()) + '〕' + plain.substring(unclosed.end()));
        }
        String result = null;
        Set<Repair> found = Set.of();
        for (String each : candidates) {
            DocumentNumberReader attempt = new DocumentNumberReader();
            String number = balanced(each) ? attempt.inner(each) : null;
            if (number != null && result != null && !number.equals(result)) {
                return null;
            }
            if (number != null && (result == null || attempt.repairs.size() < found.size())) {
                result = number;
                found = attempt.repairs;
            }
        }
        if (result != null) {
            repairs.addAll(found);
            repairs.add(Repair.UNPAIRED_BRACKET);
        }
        return result;
    }

    /** Whether a bracket at this place cannot be half of a group inside the agency code, such as （收）. */
    private static boolean loose(String plain, int at) {
        return at == 0 || at == plain.length() - 1 || !han(plain.charAt(at - 1)) || !han(plain.charAt(at + 1));
    }

    private @Nullable String parsed(String plain) {
        Set<Repair> before = Set.copyOf(repairs);
        List<Function<String, @Nullable String>> ways = List.of(
                this::bracketedYear,
                this::yearFirst,
                this::codeBehind,
                this::term,
                this::yearBefore,
                this::numbered,
                this::kindLast,
                this::bareYear,
                this::runTogether);
        for (Function<String, @Nullable String> each : ways) {
            String number = each.apply(plain);
            if (number != null && DocumentNumber.parse(number).wellFormed()) {
                return number;
            }
            repairs.retainAll(before);
        }
        return null;
    }

    private @Nullable String bracketedYear(String plain) {
        Matcher parts = BRACKETED_YEAR.matcher(plain);
        if (!parts.matches()) {
            return null;
        }
        String code = agency(parts.group(1));
        boolean spelledYear = parts.end(4) > parts.start(4) || parts.end(6) > parts.start(6);
        boolean ordinal = !parts.group(7).isEmpty();
        if (!parts.group(8).isEmpty()) {
            if (!ordinal) {
                return null;
            }
            repairs.add(Repair.ENCLOSING_BRACKETS);
        }
        if (spelledYear && ENDS_IN_A_KIND.matcher(code).matches()) {
            repairs.add(Repair.ENCLOSING_BRACKETS);
            return code + year(parts.group(3)) + "年" + ordinal(ordinal) + serial(parts.group(9), ordinal)
                    + suffix(parts.group(10));
        }
        if (spelledYear) {
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        if (!parts.group(2).equals("〔") || !parts.group(5).equals("〕")) {
            repairs.add(Repair.BRACKETS);
        }
        return standard(code, parts.group(3), ordinal, parts.group(9), parts.group(10));
    }

    private @Nullable String yearFirst(String plain) {
        Matcher parts = YEAR_FIRST.matcher(plain);
        if (!parts.matches() || COURT_CASE.matcher(parts.group(2)).matches()) {
            return null;
        }
        boolean ordinal = !parts.group(3).isEmpty();
        if (!ordinal && !arabic(parts.group(4))) {
            return null;
        }
        repairs.add(Repair.YEAR_FIRST);
        if (plain.charAt(0) != '〔' || plain.indexOf('〕') < 0) {
            repairs.add(Repair.BRACKETS);
        }
        return standard(agency(parts.group(2)), parts.group(1), ordinal, parts.group(4), parts.group(5));
    }

    private @Nullable String numbered(String plain) {
        Matcher parts = NUMBERED.matcher(plain);
        if (!parts.matches()) {
            return null;
        }
        String year = parts.group(3);
        boolean ordinal = !parts.group(5).isEmpty();
        String serial = parts.group(6);
        if (year == null && !ordinal && (!aloneClear(serial) || parts.group(7).isEmpty())) {
            return null;
        }
        String number = issuer(parts.group(1), parts.group(2)) + parts.group(2);
        if (year != null) {
            if (parts.group(4).isEmpty()) {
                if (!ordinal || year.length() != 4 || !arabic(year)) {
                    return null;
                }
                repairs.add(Repair.YEAR_WITHOUT_BRACKETS);
            }
            number += year(year) + "年";
        }
        if (plain.chars().skip(parts.end(2)).anyMatch(c -> opens((char) c))) {
            repairs.add(Repair.ENCLOSING_BRACKETS);
        }
        return number + ordinal(ordinal) + serial(serial, ordinal || year != null) + suffix(parts.group(7));
    }

    private @Nullable String kindLast(String plain) {
        Matcher parts = KIND_LAST.matcher(plain);
        if (!parts.matches()) {
            return null;
        }
        String year = parts.group(2);
        boolean ordinal = !parts.group(3).isEmpty();
        if (year == null && !ordinal && !aloneClear(parts.group(4))) {
            return null;
        }
        repairs.add(Repair.PART_ORDER);
        return issuer(parts.group(1), parts.group(5)) + parts.group(5) + (year == null ? "" : year(year) + "年")
                + ordinal(ordinal) + serial(parts.group(4), ordinal) + "号";
    }

    private @Nullable String codeBehind(String plain) {
        Matcher parts = CODE_BEHIND.matcher(plain);
        if (!parts.matches()
                || parts.group(3).startsWith("第")
                || parts.group(3).startsWith("年")
                || COURT_CASE.matcher(parts.group(3)).matches()) {
            return null;
        }
        repairs.add(Repair.PART_ORDER);
        if (plain.indexOf('〔') < 0) {
            repairs.add(Repair.BRACKETS);
        }
        boolean ordinal = !parts.group(4).isEmpty();
        return standard(agency(parts.group(1)) + parts.group(3), parts.group(2), ordinal, parts.group(5), "号");
    }

    private @Nullable String term(String plain) {
        Matcher parts = TERM.matcher(plain);
        if (!parts.matches()) {
            return null;
        }
        int term = LegacyText.number(parts.group(3));
        if (term < 1 || term > 99) {
            return null;
        }
        repairs.add(Repair.PART_ORDER);
        return issuer(parts.group(1), parts.group(2)) + '（' + spelled(term) + "届）" + parts.group(2)
                + ordinal(!parts.group(4).isEmpty()) + serial(parts.group(5), true) + "号";
    }

    private static String spelled(int number) {
        String digits = "一二三四五六七八九";
        String tens = number < 10 ? "" : number < 20 ? "十" : digits.charAt(number / 10 - 1) + "十";
        return tens + (number % 10 == 0 ? "" : digits.substring(number % 10 - 1, number % 10));
    }

    private @Nullable String yearBefore(String plain) {
        Matcher parts = YEAR_BEFORE.matcher(plain);
        if (!parts.matches()) {
            return null;
        }
        repairs.add(Repair.PART_ORDER);
        return issuer(parts.group(2), parts.group(3)) + parts.group(3) + year(parts.group(1)) + "年"
                + ordinal(!parts.group(4).isEmpty()) + serial(parts.group(5), true) + "号";
    }

    private @Nullable String runTogether(String plain) {
        Matcher parts = RUN_TOGETHER.matcher(plain);
        if (!parts.matches()) {
            return null;
        }
        repairs.add(Repair.YEAR_WITHOUT_BRACKETS);
        return standard(agency(parts.group(1)), parts.group(2), false, parts.group(3), "号");
    }

    /** The agency before a kind; of a kind written twice, 令令第4号 and 令第4号令, one is dropped. */
    private String issuer(String plain, String kind) {
        String issuer = agency(plain);
        if (issuer.endsWith(kind) && issuer.length() > kind.length()) {
            repairs.add(Repair.STRAY_CHARACTERS);
            return issuer.substring(0, issuer.length() - kind.length());
        }
        return issuer;
    }

    private @Nullable String bareYear(String plain) {
        Matcher parts = BARE_YEAR.matcher(plain);
        if (!parts.matches() || parts.group(3).isEmpty() && parts.group(4).isEmpty()) {
            return null;
        }
        repairs.add(Repair.YEAR_WITHOUT_BRACKETS);
        boolean ordinal = !parts.group(4).isEmpty();
        return standard(agency(parts.group(1)), parts.group(2), ordinal, parts.group(5), "号");
    }

    private String standard(String code, String year, boolean ordinal, String serial, String suffix) {
        if (ordinal) {
            repairs.add(Repair.ORDINAL_PREFIX);
        }
        // Chinese numerals may end a code or be a word's part, so they count as a serial number before 号 alone.
        String number = arabic(serial) || !suffix.isEmpty() ? serial(serial, true) : "";
        return code + '〔' + year(year) + '〕' + number + suffix(suffix);
    }

    private String agency(String plain) {
        String agency = plain.replaceAll("[〔\\[]", "（").replaceAll("[〕\\]]", "）");
        if (!agency.equals(plain)) {
            repairs.add(Repair.BRACKETS);
        }
        String joined = agency.replaceAll("[,;/]", "、");
        if (!joined.equals(agency)) {
            repairs.add(Repair.SEPARATOR);
        }
        return joined;
    }

    /** The year in full, or nothing when it is none; the number then fails the last check. */
    private String year(String text) {
        int year = LegacyText.number(text);
        if (!arabic(text)) {
            repairs.add(Repair.CHINESE_NUMERALS);
        }
        if (text.length() == 2) {
            repairs.add(Repair.TWO_DIGIT_YEAR);
            year += year >= FIRST_YEAR_OF_LAST_CENTURY ? 1900 : year <= LAST_YEAR_OF_THIS ? 2000 : 0;
        }
        return String.valueOf(year);
    }

    private String serial(String text, boolean mayBeChinese) {
        int serial = LegacyText.number(text);
        if (!arabic(text)) {
            if (!mayBeChinese) {
                return "";
            }
            repairs.add(Repair.CHINESE_NUMERALS);
        }
        if (text.length() > 1 && LegacyText.number(text.substring(0, 1)) == 0) {
            repairs.add(Repair.LEADING_ZEROS);
        }
        return String.valueOf(serial);
    }

    private String ordinal(boolean there) {
        if (!there) {
            repairs.add(Repair.ORDINAL_PREFIX);
        }
        return "第";
    }

    private String suffix(String text) {
        if (text.isEmpty()) {
            repairs.add(Repair.MISSING_SUFFIX);
        }
        return "号";
    }

    /** Whether digits without 第 before them are surely a serial number, not one with a year run into it. */
    private static boolean aloneClear(String serial) {
        return arabic(serial) && serial.length() <= 3;
    }

    private static boolean arabic(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
