package org.gongkai.core.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.catalogue.DisclosureLimit.Bound;
import org.gongkai.core.catalogue.DisclosureLimit.Meaning;
import org.gongkai.core.catalogue.DisclosureLimit.Shape;
import org.gongkai.core.catalogue.DisclosureLimit.Start;
import org.gongkai.core.catalogue.DisclosureLimit.Unit;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Reads limits in words. Words with one amount or one day are read, those with none or several are left. Package-private. */
final class LimitReader {

    private static final int LONGEST = 200;
    /** As many as a limit may count of anything. */
    private static final int MOST = 3660;

    private static final Words WORDS =
            Csv.shipped(LimitReader.class.getResourceAsStream("limit-words.csv"), "limit-words.csv", Words::read);

    private static final String NUMBER = "(\\d{1,4}|[一二两三四五六七八九十百]{1,5})";
    private static final Pattern DAY = Pattern.compile("(?:(20\\d{2})年|(每年|次年|翌年|当年)(?:度)?的?)?" + NUMBER + "月(?:份)?(?:"
            + NUMBER + "[日号]|(底|末|下旬))?(?=(?:之前|以前|前|底))(?:之前|以前|前|底前|底)");

    private static final Pattern DASHED = Pattern.compile("(20\\d{2})[-./](\\d{1,2})[-./](\\d{1,2})日?");
    private static final Pattern YEAR_END = Pattern.compile("(?:每年|当年|本年度?)?年[底末](?:之前|以前|前)?");
    private static final Pattern TIMES =
            Pattern.compile("每(个月|月|个季度|季度|季|年度|年|半年)(?:度)?(?:至少|不少于|不低于|最少)?(?:公开|公布|发布|更新|公示|通报)?(?:至少|不少于|不低于|最少)?"
                    + NUMBER + "次(?:以上)?");

    private static final Pattern AMOUNT =
            Pattern.compile(NUMBER + "(个月|(?:个|日个)?(?:工作日|工作天|自然日|日历日|日历天|小时|周年|年|天|日)|月)");

    private static final Pattern AT_LEAST = Pattern.compile("不少于|不得少于|不短于|不低于|至少|最少|最低|最短");
    private static final Pattern STANDS = Pattern.compile("公示|公告期|期限|征求意见|张贴|保留|保存|展示");
    private static final Pattern LEAD = Pattern.compile("^(?:自|从|于|在|应当|应|须|最迟|原则上|不得?超过)+");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]{0,100}(?:从其规定|另有规定|除外)[^()]{0,100}\\)");
    private static final Pattern TAIL = Pattern.compile("(?:之日起|之日|日起|起|之后|以后|后|时|的|:|一般|应当|应|须|,|、)+$");
    /** What stands behind an amount and puts another limit beside it. */
    private static final String OTHERWISE = "除但或延长其中特殊紧急另每";

    private LimitReader() {}

    /** What was read, and whether other rules come first. */
    record Read(Meaning meaning, boolean reserved) {}

    private record Words(Map<String, Shape> whole, Map<Character, Character> simple, Map<String, Start> starts) {

        static Words read(Reader reader) throws IOException {
            Words words = new Words(new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
            for (Csv.Row row : Csv.read(reader, "limit-words.csv", List.of("how", "text", "meaning"))) {
                String text = row.required("text");
                switch (row.required("how")) {
                    case "is" -> words.whole.put(text, row.requiredOneOf(Shape.class, "meaning"));
                    case "sign" ->
                        words.simple.put(text.charAt(0), row.required("meaning").charAt(0));
                    case "start" -> words.starts.put(text, row.requiredOneOf(Start.class, "meaning"));
                    default -> throw row.wrong("how", row.required("how"), "is, sign or start");
                }
            }
            return words;
        }
    }

    static Read read(String text) {
        String plain = text.length() > LONGEST ? "" : plain(text);
        StringBuilder asked = new StringBuilder();
        Matcher brackets = IN_BRACKETS.matcher(plain);
        boolean reserved = brackets.find();
        plain = reserved ? brackets.replaceAll("") : plain;
        for (String each : plain.split("[。;,]", -1)) {
            boolean other = each.contains("从其规定") || each.contains("另有规定") || each.contains("除外");
            reserved |= other;
            if (!other && !each.isEmpty()) {
                asked.append(asked.isEmpty() ? "" : ",").append(each);
            }
        }
        return new Read(meaning(asked.toString()), reserved);
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (char each : LegacyText.withoutBlanks(text).toCharArray()) {
            char half = LegacyText.halfWidth(each);
            plain.append(WORDS.simple().getOrDefault(half, half));
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static Meaning meaning(String words) {
        Shape whole = WORDS.whole().get(words);
        if (whole != null) {
            return Meaning.of(whole);
        }
        List<Meaning> found = new ArrayList<>();
        String rest = days(words, found);
        rest = times(rest, found);
        Matcher amount = AMOUNT.matcher(rest);
        while (amount.find()) {
            found.add(amount(rest, amount));
        }
        return found.size() == 1 ? found.get(0) : Meaning.of(Shape.OTHER);
    }

    /** Takes the days out of the words. */
    private static String days(String words, List<Meaning> found) {
        String rest = words;
        for (Matcher day = DASHED.matcher(rest); day.find(); day = DASHED.matcher(rest)) {
            found.add(day(day.group(1), day.group(2), day.group(3)));
            rest = rest.substring(0, day.start()) + "#" + rest.substring(day.end());
        }
        for (Matcher day = DAY.matcher(rest); day.find(); day = DAY.matcher(rest)) {
            // 每月5日前 and 次月 are days of no year, and 5个月前 is an amount.
            found.add(day(day.group(1), day.group(3), day.group(4)));
            rest = rest.substring(0, day.start()) + "#" + rest.substring(day.end());
        }
        Matcher end = YEAR_END.matcher(rest);
        if (end.find() && end.start() == 0) {
            found.add(day(null, "12", "31"));
            rest = rest.substring(end.end());
        }
        return rest;
    }

    private static Meaning day(@Nullable String year, String month, @Nullable String day) {
        try {
            Month of = Month.of(LegacyText.number(month));
            int last = year == null ? of.maxLength() : of.length(Year.isLeap(Long.parseLong(year)));
            MonthDay at = MonthDay.of(of, day == null ? last : LegacyText.number(day));
            LocalDate whole = year == null ? null : at.atYear(Integer.parseInt(year));
            return new Meaning(
                    Shape.FIXED_DATE, null, null, null, null, Bound.AT_MOST, false, year == null ? at : null, whole);
        } catch (DateTimeException noSuchDay) {
            return Meaning.of(Shape.OTHER);
        }
    }

    private static String times(String words, List<Meaning> found) {
        Matcher times = TIMES.matcher(words);
        if (!times.find()) {
            return words;
        }
        int many = number(times.group(2));
        Unit unit = switch (times.group(1).charAt(times.group(1).length() - 1)) {
            case '月' -> Unit.TIMES_PER_MONTH;
            case '度', '季' -> times.group(1).startsWith("年") ? Unit.TIMES_PER_YEAR : Unit.TIMES_PER_QUARTER;
            default -> Unit.TIMES_PER_YEAR;
        };
        int each = times.group(1).equals("半年") ? many * 2 : many;
        found.add(
                many < 1
                        ? Meaning.of(Shape.OTHER)
                        : new Meaning(Shape.AMOUNT, each, unit, null, null, Bound.AT_LEAST, false, null, null));
        return words.substring(0, times.start()) + "#" + words.substring(times.end());
    }

    private static Meaning amount(String words, Matcher amount) {
        String before = words.substring(0, amount.start());
        String behind = words.substring(amount.end());
        int many = number(amount.group(1));
        Unit unit = unit(amount.group(2));
        if (many < 1
                || many > MOST
                || other(behind)
                || before.endsWith("第")
                || before.endsWith("每")
                || before.endsWith("月")
                || unit == null) {
            return Meaning.of(Shape.OTHER);
        }
        boolean least = AT_LEAST.matcher(before).find();
        boolean ahead = behind.startsWith("前")
                || behind.startsWith("之前")
                || behind.startsWith("以前")
                || before.endsWith("提前")
                || before.endsWith("提前至少");
        boolean stands = !ahead
                && !behind.contains("内")
                && (least || STANDS.matcher(before).find());
        String event = TAIL.matcher(
                        LEAD.matcher(AT_LEAST.matcher(before.replace("提前", "")).replaceAll(""))
                                .replaceFirst(""))
                .replaceFirst("");
        boolean named = !event.isEmpty() && !stands;
        return new Meaning(
                Shape.AMOUNT,
                many,
                unit,
                named ? start(event) : null,
                named ? event : null,
                ahead || stands ? Bound.AT_LEAST : Bound.AT_MOST,
                stands,
                null,
                null);
    }

    private static int number(String numerals) {
        return LegacyText.number(numerals.replace('两', '二'));
    }

    private static boolean other(String behind) {
        return behind.chars().anyMatch(each -> OTHERWISE.indexOf(each) >= 0 || Character.isDigit(each));
    }

    private static @Nullable Unit unit(String word) {
        if (word.equals("个月")) {
            return Unit.MONTHS;
        }
        return switch (word.substring(word.lastIndexOf('个') + 1)) {
            case "工作日", "工作天" -> Unit.WORKING_DAYS;
            case "自然日", "日历日", "日历天", "天", "日" -> Unit.DAYS;
            case "小时" -> Unit.HOURS;
            // 3月 may be a month of the year.
            case "月" -> null;
            default -> Unit.YEARS;
        };
    }

    private static Start start(String event) {
        for (Map.Entry<String, Start> each : WORDS.starts().entrySet()) {
            boolean all = true;
            for (String word : each.getKey().split("\\+")) {
                all &= event.contains(word);
            }
            if (all) {
                return each.getValue();
            }
        }
        return Start.OTHER;
    }
}
