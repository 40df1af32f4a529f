package org.gongkai.core.decision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Reads the period out of the words in which catalogues plan. Package-private: {@link PlannedTime#read} is the way in. */
final class PlannedTimeReader {

    private static final int LONGEST = 60;
    private static final String NUMBER = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";

    /** 十一五 begins in 2006; each plan lasts five years. */
    private static final Pattern FIVE_YEARS = Pattern.compile("(?:国民经济和社会发展)?十([一二三四五六七八九])五(?:规划)?(?:期间|时期|期内|期末|末)?");

    private static final Pattern YEAR = Pattern.compile("(?:(20\\d{2})年度?|本年度?|当年|今年)(.*)");
    private static final Pattern BY = Pattern.compile("(.*?)(?:之前|以前|前)(?:完成|出台|印发|作出决策)?");
    private static final Pattern RANGE = Pattern.compile("(.+?)(?:至|到|-+|—+|－|~|～|–)(.+)");
    private static final Pattern QUARTER = Pattern.compile("(?:第?([一二三四1-4])季度|Q([1-4]))([初末底]?)");
    private static final Pattern MONTH = Pattern.compile(NUMBER + "月份?(上旬|中旬|下旬|初|中|末|底)?");
    /** 2025/12/31 and 2025.06, not the years 2024-2027. */
    private static final Pattern NUMERIC_DAY = Pattern.compile("(20\\d{2})[./-](\\d{1,2})[./-](\\d{1,2})(?!\\d)日?");

    private static final Pattern NUMERIC_MONTH = Pattern.compile("(20\\d{2})[./-](\\d{1,2})(?![\\d月])");
    private static final Pattern YEAR_AND_QUARTER = Pattern.compile("(20\\d{2})[./-]?(?=Q[1-4])");
    private static final Pattern PLANNED = Pattern.compile("^(?:计划|拟|预计|力争|初定)(?:于|在)?|暂定$");
    private static final Pattern DAY = Pattern.compile(NUMBER + "月" + NUMBER + "[日号]?");

    private PlannedTimeReader() {}

    private record Period(LocalDate from, LocalDate until) {}

    static PlannedTime read(String text, @Nullable Integer year) {
        String bare = plain(text);
        if (bare.isEmpty() || bare.length() > LONGEST) {
            return new PlannedTime(text, null, null);
        }
        try {
            Matcher by = BY.matcher(bare);
            if (by.matches()) {
                Period period = period(by.group(1), year);
                return period == null ? new PlannedTime(text, null, null) : new PlannedTime(text, null, period.until());
            }
            Period period = period(bare, year);
            return period == null
                    ? new PlannedTime(text, null, null)
                    : new PlannedTime(text, period.from(), period.until());
        } catch (DateTimeException noSuchDay) {
            return new PlannedTime(text, null, null);
        }
    }

    /** The words without blanks and marks, figures in their usual width. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (char each : LegacyText.withoutBlanks(text).toCharArray()) {
            if ("“”\"「」‘’'。；;，,（）()".indexOf(each) < 0) {
                plain.append(LegacyText.halfWidth(each));
            }
        }
        String words = NUMERIC_DAY.matcher(plain).replaceAll("$1年$2月$3日");
        words = NUMERIC_MONTH.matcher(words).replaceAll("$1年$2月");
        words = YEAR_AND_QUARTER.matcher(words).replaceAll("$1年");
        return PLANNED.matcher(words).replaceAll("");
    }

    private static @Nullable Period period(String words, @Nullable Integer year) {
        Matcher plan = FIVE_YEARS.matcher(words);
        if (plan.matches()) {
            int first = 2006 + "一二三四五六七八九".indexOf(plan.group(1)) * 5;
            LocalDate end = LocalDate.of(first + 4, 12, 31);
            boolean endOnly = words.endsWith("末");
            return new Period(LocalDate.of(endOnly ? first + 4 : first, 1, 1), end);
        }
        Matcher range = RANGE.matcher(words);
        if (range.matches()) {
            String first = range.group(1);
            String last = range.group(2);
            // 3-6月: the first month leaves its 月 to the second.
            Period from = period(first.matches("(?:20\\d{2}年)?\\d{1,2}") ? first + "月" : first, year);
            Matcher named = YEAR.matcher(first);
            Integer same = named.matches() && named.group(1) != null ? Integer.valueOf(named.group(1)) : year;
            Period until = period(last, same);
            return from == null || until == null || until.until().isBefore(from.from())
                    ? null
                    : new Period(from.from(), until.until());
        }
        Matcher named = YEAR.matcher(words);
        if (named.matches()) {
            Integer own = named.group(1) == null ? year : Integer.valueOf(named.group(1));
            return own == null ? null : within(named.group(2), own);
        }
        return year == null || words.isEmpty() ? null : within(words, year);
    }

    private static @Nullable Period within(String words, int year) {
        switch (words) {
            case "", "全年", "内", "期间", "年内":
                return months(year, 1, 12);
            case "上半年":
                return months(year, 1, 6);
            case "下半年":
                return months(year, 7, 12);
            case "年初", "初":
                return months(year, 1, 3);
            case "年中", "年中旬":
                return months(year, 6, 7);
            case "年底", "年末", "底", "末":
                return months(year, 12, 12);
            default:
                break;
        }
        Matcher quarter = QUARTER.matcher(words);
        if (quarter.matches()) {
            String group = quarter.group(1) == null ? quarter.group(2) : quarter.group(1);
            int number = Math.max("一二三四".indexOf(group), "1234".indexOf(group)) + 1;
            return switch (quarter.group(3)) {
                case "初" -> months(year, number * 3 - 2, number * 3 - 2);
                case "末", "底" -> months(year, number * 3, number * 3);
                default -> months(year, number * 3 - 2, number * 3);
            };
        }
        Matcher month = MONTH.matcher(words);
        if (month.matches()) {
            return month(YearMonth.of(year, LegacyText.number(month.group(1))), month.group(2));
        }
        Matcher day = DAY.matcher(words);
        if (day.matches()) {
            LocalDate date = LocalDate.of(year, LegacyText.number(day.group(1)), LegacyText.number(day.group(2)));
            return new Period(date, date);
        }
        return null;
    }

    private static Period month(YearMonth month, @Nullable String part) {
        return switch (part == null ? "" : part) {
            case "上旬", "初" -> new Period(month.atDay(1), month.atDay(10));
            case "中旬", "中" -> new Period(month.atDay(11), month.atDay(20));
            case "下旬", "末", "底" -> new Period(month.atDay(21), month.atEndOfMonth());
            default -> new Period(month.atDay(1), month.atEndOfMonth());
        };
    }

    private static Period months(int year, int first, int last) {
        return new Period(
                YearMonth.of(year, first).atDay(1), YearMonth.of(year, last).atEndOfMonth());
    }
}
