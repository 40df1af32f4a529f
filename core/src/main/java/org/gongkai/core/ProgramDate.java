package org.gongkai.core;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The notations in which programs write dates: with the English or Chinese name of the month, with a zone, as a call or
 * a literal of their language. A day and month in digits alone that could be taken for each other are none of these.
 */
final class ProgramDate {

    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final String MONTH =
            "(?<month>(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月)";
    private static final String WEEKDAY = "(?:(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? +)?";
    private static final String CLOCK =
            "(?:(?<before>上午|下午) ?)?(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.:,]\\d{1,9})?)?(?: ?(?<half>[AaPp]\\.?[Mm]\\.?|上午|下午))?";
    private static final String ZONE =
            "(?<zone>Z|UTC|GMT|UT|CST|PRC|Asia/(?:Shanghai|Chongqing|Harbin)|(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?)(?: ?\\([^()]{1,30}\\))?(?: (?:CST|UTC|GMT))?(?:\\[[A-Za-z/_]{1,30}])?";
    /** What stands behind a date. */
    private static final String REST = "(?:(?:,? +|T|-)" + CLOCK + "(?: ?" + ZONE + ")?)?";

    /** Jul 21, 2023, 12:00:00 AM; Fri Jul 21 2023 00:00:00 GMT+0800 (CST). */
    private static final Pattern MONTH_FIRST =
            Pattern.compile(WEEKDAY + MONTH + " +(?<day>\\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\\d{4})" + REST);
    /** Fri Jul 21 00:00:00 UTC 2023; Fri Jul 21 00:00:00 +0800 2023. */
    private static final Pattern YEAR_LAST =
            Pattern.compile(WEEKDAY + MONTH + " +(?<day>\\d{1,2}) +" + CLOCK + "(?: +" + ZONE + ")? +(?<year>\\d{4})");
    /** Fri, 21 Jul 2023 00:00:00 GMT; 21-JUL-23; 21-7月 -23. */
    private static final Pattern DAY_FIRST =
            Pattern.compile(WEEKDAY + "(?<day>\\d{1,2})[- ]" + MONTH + " ?,?[- ](?<year>\\d{4}|(?<=-)\\d{2})" + REST);
    /** 2023-07-21 00:00:00 +0800 CST; 2023-07-21-10.00.00.000000; 2023-07-21T24:00. */
    private static final Pattern ISO =
            Pattern.compile("(?<year>\\d{4})([-/])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})" + REST);
    /** 20230721T160000Z. */
    private static final Pattern BASIC = Pattern.compile(
            "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})T(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?(?:\\.\\d{1,9})?(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?)?");

    /** datetime.date(2023, 7, 21); [2023,7,21,10,0], and without the brackets. */
    private static final Pattern PARTS = Pattern.compile(
            "(?:(?:datetime\\.)?(?:datetime|date)\\(|Timestamp\\(|\\[)? ?(?<year>\\d{4}), ?(?<month>\\d{1,2}), ?(?<day>\\d{1,2})(?:, ?(?<hour>\\d{1,2})(?:, ?(?<minute>\\d{1,2})(?:, ?\\d{1,9}){0,2})?)?[)\\]]?");
    /** ISODate("…"), TO_DATE('…', '…'), {ts '…'}, DATE '…', '…'::date, #…#. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?i)(?:(?:new )?(?:ISODate|Date|Timestamp|TO_DATE|TO_TIMESTAMP|STR_TO_DATE|datetime64|np\\.datetime64|numpy\\.datetime64)\\( ?[\"']([^\"']{8,40})[\"'](?:, ?[\"'][^\"']{0,40}[\"'])?\\)"
                    + "|\\{(?:ts|d) ?'([^']{8,40})'}|(?:timestamp|date) ?'([^']{8,40})'?|'?([^']{8,40})'::(?:timestamp|date)[a-z ]{0,30}|#([^#]{8,40})#)");
    /** new Date(1689868800000), and as a double. */
    private static final Pattern MILLISECONDS = Pattern.compile(
            "new Date\\((\\d{12,13})\\)|(\\d\\.\\d{6,12}E\\+?1[12])|/Date\\((\\d{12,13})[+-]\\d{4}\\)/");

    private static final Pattern DOUBLE = Pattern.compile("(\\d{8})\\.0");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d{2})-?([1-7])");

    private ProgramDate() {}

    /** The text that a literal or a call holds, or null when the text is none. */
    static @Nullable String literal(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            for (int i = 1; i <= quoted.groupCount(); i++) {
                if (quoted.group(i) != null) {
                    return LegacyText.strip(quoted.group(i));
                }
            }
        }
        Matcher number = DOUBLE.matcher(text);
        return number.matches() ? number.group(1) : null;
    }

    /**
     * A day, a day with its time, or a moment; null when the text is in none of the notations.
     *
     * @throws DateTimeException when there was no such day
     */
    static @Nullable Temporal read(String text) {
        Matcher milliseconds = MILLISECONDS.matcher(text);
        if (milliseconds.matches()) {
            String digits = milliseconds.group(2);
            return Instant.ofEpochMilli(
                    digits == null
                            ? Long.parseLong(
                                    milliseconds.group(1) == null ? milliseconds.group(3) : milliseconds.group(1))
                            : new BigDecimal(digits).longValue());
        }
        Matcher week = WEEK.matcher(text);
        if (week.matches()) {
            return LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.group(2)))
                    .with(ChronoField.DAY_OF_WEEK, Integer.parseInt(week.group(3)));
        }
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            return withTime(day(parts), parts.group("hour"), parts.group("minute"), null);
        }
        Matcher basic = BASIC.matcher(text);
        if (basic.matches()) {
            return moment(basic, basic.group("hour"));
        }
        for (Pattern each : List.of(MONTH_FIRST, YEAR_LAST, DAY_FIRST, ISO)) {
            Matcher matcher = each.matcher(text);
            if (matcher.matches()) {
                String half = matcher.group("half") == null ? matcher.group("before") : matcher.group("half");
                return moment(matcher, hour(matcher.group("hour"), half));
            }
        }
        return null;
    }

    private static LocalDate day(Matcher parts) {
        String year = parts.group("year");
        int number = Integer.parseInt(year);
        // As Oracle's RR has it.
        int whole = year.length() == 4 ? number : number < 50 ? 2000 + number : 1900 + number;
        return LocalDate.of(whole, month(parts.group("month")), Integer.parseInt(parts.group("day")));
    }

    private static int month(String month) {
        if (month.endsWith("月")) {
            return LegacyText.number(month.substring(0, month.length() - 1));
        }
        return Character.isDigit(month.charAt(0))
                ? Integer.parseInt(month)
                : MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) / 4 + 1;
    }

    private static Temporal moment(Matcher parts, @Nullable String hour) {
        Temporal local = withTime(day(parts), hour, parts.group("minute"), parts.group("second"));
        String zone = parts.group("zone");
        if (zone == null || zone.equals("CST") || zone.equals("PRC") || zone.startsWith("Asia")) {
            return local;
        }
        ZoneOffset offset = offset(zone);
        if (!(local instanceof LocalDateTime time) || offset.equals(ZoneOffset.ofHours(8))) {
            return local;
        }
        return time.toInstant(offset);
    }

    private static @Nullable String hour(@Nullable String hour, @Nullable String half) {
        if (hour == null || half == null) {
            return hour;
        }
        int number = Integer.parseInt(hour);
        boolean afternoon = half.equals("下午") || half.charAt(0) == 'P' || half.charAt(0) == 'p';
        return Integer.toString(number > 12 ? number : number % 12 + (afternoon ? 12 : 0));
    }

    /** The end of a day, 24:00, and a leap second belong to the day that they are written with. */
    private static Temporal withTime(
            LocalDate day, @Nullable String hour, @Nullable String minute, @Nullable String second) {
        if (hour == null) {
            return day;
        }
        int[] clock = {
            Integer.parseInt(hour),
            minute == null ? 0 : Integer.parseInt(minute),
            second == null ? 0 : Integer.parseInt(second)
        };
        if (clock[0] == 24 && clock[1] == 0 && clock[2] == 0) {
            return day.atTime(LocalTime.MAX);
        }
        boolean leap = clock[0] == 23 && clock[1] == 59 && clock[2] == 60;
        return day.atTime(LocalTime.of(clock[0], clock[1], leap ? 59 : clock[2]));
    }

    private static ZoneOffset offset(String zone) {
        String bare = zone.startsWith("GMT") || zone.startsWith("UTC") ? zone.substring(3) : zone;
        if (bare.isEmpty() || bare.equals("Z") || bare.equals("UT")) {
            return ZoneOffset.UTC;
        }
        String digits = bare.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
        int sign = bare.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}
