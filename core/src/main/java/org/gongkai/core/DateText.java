package org.gongkai.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.ProgramText;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendar dates as old systems wrote them.
 *
 * <pre>{@code
 * DateText.read("二○○四年四月二十七日").value(); // 2004-04-27
 * }</pre>
 *
 * <p>Understood are 2023-07-21, 2023/7/21, 2023.7.21, 2023年7月21日, 二〇二三年七月二十一日, 20230721, each with a weekday or
 * a time of day behind it, milliseconds or seconds since 1970 in thirteen or ten digits, the seconds from September
 * 2001 to March 2030, and what programs write, /Date(1689868800000)/, Fri Jul 21 00:00:00 CST 2023, 21-JUL-23,
 * 20230721T160000Z, ISODate("2023-07-20T16:00:00Z") and others with a named month or a zone, where CST is China's time;
 * digits may be full-width. A date without its year or its day, of a year in two digits, or that
 * never was (30 February) is not read. Whether a date stands for something else, as 1901-01-02 does for "unknown" in
 * some databases, is for the caller to say: here it is that day.
 */
public final class DateText {

    /** What day a spreadsheet counts its days from; the workbook says which. */
    public enum Epoch {
        /** Day 1 is 1 January 1900; day 60, 29 February 1900, never was. The usual one. */
        YEAR_1900,
        /** Day 0 is 1 January 1904. Old workbooks from Macintosh. */
        YEAR_1904
    }

    // Not a fixed +08:00: China kept summer time from 1986 to 1991, and the systems that wrote these moments knew it.
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 64;
    private static final int ISO_LENGTH = 10;
    private static final String DASHES = "—–−‐‑‒―﹣ー";
    /** Numerals as amounts of money are written, and 曰, which only looks like 日. */
    private static final String LOOKALIKES = "壹贰叁肆伍陆柒捌玖拾曰";

    private static final String MEANT = "一二三四五六七八九十日";

    private static final String YEAR_DIGIT = "[" + LegacyText.NUMERAL_DIGITS + "0]";
    private static final String NUMBER = "(\\d{1,2}|元|[一二三四五六七八九十]{1,3})";
    private static final Pattern SEPARATED = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern CHINESE =
            Pattern.compile("(\\d{4}|" + YEAR_DIGIT + "{4})年" + NUMBER + "月" + NUMBER + "[日号]?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2}))?");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{13}");
    /** From 2001 to 2030: ten digits that begin as no year does. */
    private static final Pattern SECONDS = Pattern.compile("1[0-8]\\d{8}");

    private static final Pattern JSON_DATE = Pattern.compile("\\\\?/Date\\((\\d{12,13})(?:\\+0800)?\\)\\\\?/");
    private static final String MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
    /** As Java's Date.toString and SQL Server's default conversion write it. */
    private static final Pattern NAMED_MONTH = Pattern.compile(
            "(?:[A-Z][a-z]{2} +)?(" + MONTHS
                    + ") +(\\d{1,2}) +(?:(\\d{2}):(\\d{2}):(\\d{2}) +(?:CST|GMT\\+08:00) +(\\d{4})|(\\d{4})(?: +(\\d{1,2}):(\\d{2})([AP])M)?)");

    private static final Pattern TIME = Pattern.compile(
            "[T ]?(?:(上午|下午|早上|晚上|[AP]M) ?)?(\\d{1,2})[:时点](\\d{1,2})(?:[:分](?:(\\d{1,2})(?:\\.(\\d{1,9}))?秒?)?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern DATE_AND_REST =
            Pattern.compile("(\\d{4}([-/.])\\d{1,2}\\2\\d{1,2}|[^月]{4}年[^日号]{1,3}月[^日号]{1,3}[日号])(.+)");
    private static final Pattern WEEKDAY = Pattern.compile("[(（]?(?:星期|礼拜|周)[一二三四五六日天][)）]?");
    private static final Pattern LABEL = Pattern.compile("[\\p{IsHan}\\h]{0,8}(?:日期|时间|日)\\h*[:：]");
    private static final Pattern SERIAL = Pattern.compile("\\d{1,7}(?:\\.\\d{1,18})?");
    private static final String STRAY_AT_HEAD = "?？*＊·•。．.，,、：:；;'\"‘’“”`";
    private static final String STRAY_AT_TAIL = "?？*＊·•。．.，,、；;'\"‘’“”`";

    // Digits alone are a date only where no other meaning is likely.
    private static final int FIRST_COMPACT_YEAR = 1900;
    private static final int LAST_COMPACT_YEAR = 2100;
    private static final int LEAP_BUG_DAY = 60;
    private static final long MILLISECONDS_A_DAY = 86_400_000L;

    private final Set<Repair> repairs = new LinkedHashSet<>();

    private DateText() {}

    /**
     * Reads a date leniently.
     *
     * <p>A time of day is dropped, with {@link Repair#TIME_OF_DAY} unless it is midnight. A moment of another time zone,
     * such as 2019-09-17T16:00:00Z, and one in milliseconds is the day it was in China, 2019-09-18, with
     * {@link Repair#TIME_ZONE}.
     *
     * @param raw the text as it stands in the source, not null
     * @return the date and the repairs, none for an ISO date; the value is null when the text is blank, when it says that
     *     there is no date ({@link Repair#NULL_TOKEN}), and, without any repair, when it cannot be read or the date
     *     never was
     */
    public static Reading<LocalDate> read(String raw) {
        if (iso(raw)) {
            return Reading.clean(raw, ofIso(raw));
        }
        DateText reader = new DateText();
        String text = LegacyText.strip(raw);
        if (LegacyText.nullToken(text)) {
            return new Reading<>(raw, null, List.of(Repair.NULL_TOKEN));
        }
        LocalDate date = null;
        try {
            date = text.length() > LONGEST ? null : reader.date(raw, text);
        } catch (DateTimeException noSuchDay) {
            return Reading.clean(raw, null);
        }
        if (date == null) {
            return Reading.clean(raw, null);
        }
        if (reader.repairs.isEmpty() && !raw.equals(date.toString())) {
            reader.repairs.add(Repair.DATE_NOTATION);
        }
        return new Reading<>(raw, date, List.copyOf(reader.repairs));
    }

    /** Whether a text has the shape of most dates: 2023-07-21. */
    private static boolean iso(String text) {
        if (text.length() != ISO_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < ISO_LENGTH; i++) {
            char each = text.charAt(i);
            if (i != 4 && i != 7 && (each < '0' || each > '9')) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable LocalDate ofIso(String text) {
        int year = Integer.parseInt(text, 0, 4, 10);
        try {
            return year == 0
                    ? null
                    : LocalDate.of(year, Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, ISO_LENGTH, 10));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /**
     * Reads a spreadsheet's day count, such as 45128 or 45128.5. Only the workbook can tell that a number is one, hence
     * {@link #read(String)} never takes a number for a day count.
     *
     * @param raw the number as it stands in the cell, not null
     * @param epoch what day the workbook counts from
     * @return the date with {@link Repair#SERIAL_DATE}, and {@link Repair#TIME_OF_DAY} when the count has a fraction;
     *     the value is null, without repairs, when the text is no such number or names no day
     */
    public static Reading<LocalDate> readSerial(String raw, Epoch epoch) {
        String text = LegacyText.strip(raw);
        if (text.length() > LONGEST || !SERIAL.matcher(text).matches()) {
            return Reading.clean(raw, null);
        }
        // Spreadsheets keep binary fractions: 45127.99999999999 is midnight of 45128.
        long milliseconds = new BigDecimal(text)
                .multiply(BigDecimal.valueOf(MILLISECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long days = milliseconds / MILLISECONDS_A_DAY;
        LocalDate date;
        if (epoch == Epoch.YEAR_1904) {
            date = LocalDate.of(1904, 1, 1).plusDays(days);
        } else if (days == 0 || days == LEAP_BUG_DAY) {
            return Reading.clean(raw, null);
        } else {
            date = LocalDate.of(1899, 12, days < LEAP_BUG_DAY ? 31 : 30).plusDays(days);
        }
        if (date.getYear() > 9999) {
            return Reading.clean(raw, null);
        }
        return new Reading<>(
                raw,
                date,
                milliseconds % MILLISECONDS_A_DAY == 0
                        ? List.of(Repair.SERIAL_DATE)
                        : List.of(Repair.SERIAL_DATE, Repair.TIME_OF_DAY));
    }

    private @Nullable LocalDate date(String raw, String stripped) {
        if (stripped.length() < raw.length()) {
            repairs.add(Repair.OUTER_BLANKS);
        }
        String usual = ProgramText.usualForms(stripped);
        if (usual.indexOf('年') > 0) {
            usual = StringUtils.replaceChars(usual, LOOKALIKES, MEANT);
        }
        if (!usual.equals(stripped)) {
            repairs.add(Repair.COMPATIBILITY_FORMS);
        }
        String text = withoutEra(withoutStray(usual));
        Matcher label = LABEL.matcher(text);
        if (label.lookingAt()) {
            repairs.add(Repair.LABEL_IN_VALUE);
            text = withoutStray(text.substring(label.end()));
        }
        StringBuilder half = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            half.append(halfWidth(text.charAt(i)));
        }
        return plain(half.toString());
    }

    private static String withoutEra(String text) {
        return text.startsWith("公元") ? text.substring(2) : text;
    }

    private char halfWidth(char each) {
        char half = LegacyText.halfWidth(each);
        if (half != each) {
            repairs.add(Repair.FULL_WIDTH);
        } else if (LegacyText.blank(each)) {
            return ' ';
        } else if (DASHES.indexOf(each) >= 0) {
            repairs.add(Repair.DATE_NOTATION);
            return '-';
        }
        return half;
    }

    private String withoutStray(String text) {
        String visible = LegacyText.withoutInvisible(text);
        int start = 0;
        int end = visible.length();
        while (start < end && stray(visible.charAt(start), STRAY_AT_HEAD)) {
            start++;
        }
        while (end > start && stray(visible.charAt(end - 1), STRAY_AT_TAIL)) {
            end--;
        }
        String bare = visible.substring(start, end);
        if (!bare.equals(LegacyText.strip(text))) {
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        return bare;
    }

    private static boolean stray(char character, String strays) {
        return strays.indexOf(character) >= 0 || LegacyText.blank(character);
    }

    private @Nullable LocalDate plain(String text) {
        String bare = text;
        if (bare.length() > 2
                && "([【〔".indexOf(bare.charAt(0)) >= 0
                && ")]】〕".indexOf(bare.charAt(bare.length() - 1)) == "([【〔".indexOf(bare.charAt(0))) {
            repairs.add(Repair.ENCLOSING_BRACKETS);
            bare = LegacyText.strip(bare.substring(1, bare.length() - 1));
        }
        Matcher weekday = WEEKDAY.matcher(bare);
        if (weekday.find()) {
            repairs.add(Repair.STRAY_CHARACTERS);
            bare = LegacyText.strip(bare.substring(0, weekday.start()) + ' ' + bare.substring(weekday.end()));
        }
        if (bare.length() < LONGEST && (bare.indexOf('廿') >= 0 || bare.indexOf('卅') >= 0)) {
            bare = bare.replace("廿", "二十").replace("卅", "三十");
        }
        if (MILLISECONDS.matcher(bare).matches()) {
            repairs.add(Repair.DATE_NOTATION);
            return inChina(Instant.ofEpochMilli(Long.parseLong(bare)));
        }
        if (SECONDS.matcher(bare).matches()) {
            repairs.add(Repair.DATE_NOTATION);
            return inChina(Instant.ofEpochSecond(Long.parseLong(bare)));
        }
        Matcher json = JSON_DATE.matcher(bare);
        if (json.matches()) {
            repairs.add(Repair.DATE_NOTATION);
            return inChina(Instant.ofEpochMilli(Long.parseLong(json.group(1))));
        }
        Matcher named = NAMED_MONTH.matcher(bare);
        if (named.matches()) {
            return named(named);
        }
        Matcher compact = COMPACT.matcher(bare);
        if (compact.matches()) {
            return compact(compact);
        }
        LocalDate alone = day(bare);
        if (alone != null) {
            return alone;
        }
        Matcher withRest = DATE_AND_REST.matcher(bare);
        LocalDate date = withRest.matches() ? day(withRest.group(1)) : null;
        LocalDate timed = date == null ? null : atTime(date, LegacyText.strip(withRest.group(3)));
        return timed == null ? ofProgram(bare) : timed;
    }

    private @Nullable LocalDate ofProgram(String text) {
        String literal = ProgramDate.literal(text);
        if (literal != null) {
            repairs.add(Repair.DATE_NOTATION);
            return plain(literal);
        }
        Temporal read = ProgramDate.read(text);
        if (read == null) {
            return null;
        }
        repairs.add(Repair.DATE_NOTATION);
        if (read instanceof Instant moment) {
            return inChina(moment);
        }
        if (read instanceof LocalDateTime time) {
            timeOfDay(time.toLocalTime());
            return time.toLocalDate();
        }
        return LocalDate.from(read);
    }

    private @Nullable LocalDate compact(Matcher parts) {
        int year = Integer.parseInt(parts.group(1));
        if (year < FIRST_COMPACT_YEAR || year > LAST_COMPACT_YEAR) {
            return null;
        }
        repairs.add(Repair.DATE_NOTATION);
        LocalDate date = LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        if (parts.group(4) != null) {
            timeOfDay(LocalTime.of(
                    Integer.parseInt(parts.group(4)),
                    Integer.parseInt(parts.group(5)),
                    Integer.parseInt(parts.group(6))));
        }
        return date;
    }

    private LocalDate named(Matcher parts) {
        repairs.add(Repair.DATE_NOTATION);
        int month = MONTHS.indexOf(parts.group(1)) / 4 + 1;
        int year = Integer.parseInt(parts.group(6) == null ? parts.group(7) : parts.group(6));
        LocalDate date = LocalDate.of(year, month, Integer.parseInt(parts.group(2)));
        if (parts.group(3) != null) {
            timeOfDay(LocalTime.of(
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4)),
                    Integer.parseInt(parts.group(5))));
        } else if (parts.group(8) != null) {
            int hour = Integer.parseInt(parts.group(8)) % 12 + (parts.group(10).equals("P") ? 12 : 0);
            timeOfDay(LocalTime.of(hour, Integer.parseInt(parts.group(9))));
        }
        return date;
    }

    private @Nullable LocalDate day(String text) {
        String close = text;
        if (text.indexOf(' ') >= 0) {
            close = text.replace(" ", "");
            if (text.matches(".*\\d +\\d.*")) {
                return null;
            }
        }
        Matcher separated = SEPARATED.matcher(close);
        Matcher chinese = CHINESE.matcher(close);
        LocalDate date = null;
        if (separated.matches()) {
            date = of(separated.group(1), separated.group(3), separated.group(4));
            if (!close.equals(date.toString())) {
                repairs.add(Repair.DATE_NOTATION);
            }
        } else if (chinese.matches()) {
            date = of(chinese.group(1), chinese.group(2), chinese.group(3));
            repairs.add(Repair.DATE_NOTATION);
        }
        if (date != null && close.length() < text.length()) {
            repairs.add(Repair.INNER_BLANKS);
        }
        return date;
    }

    private LocalDate of(String year, String month, String day) {
        if (!(year + month + day).chars().allMatch(c -> c >= '0' && c <= '9')) {
            repairs.add(Repair.CHINESE_NUMERALS);
        }
        int wholeYear = LegacyText.number(year);
        if (wholeYear == 0) {
            throw new DateTimeException("there is no year 0");
        }
        return LocalDate.of(wholeYear, "元".equals(month) ? 1 : LegacyText.number(month), LegacyText.number(day));
    }

    private @Nullable LocalDate atTime(LocalDate date, String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches() || parts.group(2).equals("24") || "60".equals(parts.group(4))) {
            return null;
        }
        String fraction = parts.group(5);
        LocalTime time = LocalTime.of(
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4)),
                fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
        if (parts.group(1) != null || parts.group(6) == null) {
            // Of a half of the day there is no need to know which: it is the same day.
            timeOfDay(parts.group(1) == null ? time : time.plusNanos(1));
            return parts.group(6) == null ? date : null;
        }
        ZoneOffset offset = ZoneOffset.of(parts.group(6));
        LocalDateTime there = LocalDateTime.of(date, time);
        if (offset.equals(ZoneOffset.ofHours(8))) {
            timeOfDay(time);
            return date;
        }
        return inChina(there.toInstant(offset));
    }

    private LocalDate inChina(Instant moment) {
        LocalDateTime here = LocalDateTime.ofInstant(moment, CHINA);
        repairs.add(Repair.TIME_ZONE);
        timeOfDay(here.toLocalTime());
        return here.toLocalDate();
    }

    private void timeOfDay(LocalTime time) {
        if (!time.equals(LocalTime.MIDNIGHT)) {
            repairs.add(Repair.TIME_OF_DAY);
        }
    }
}
