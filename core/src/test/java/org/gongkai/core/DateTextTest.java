package org.gongkai.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                "2023-07-21|2023-07-21|",
                "1901-01-02|1901-01-02|",
                "2023/7/21|2023-07-21|date-notation",
                "2023.7.21.|2023-07-21|stray-characters date-notation",
                "二〇二三年七月廿一日|2023-07-21|chinese-numerals date-notation",
                "2023年7月21日 上午9:00|2023-07-21|date-notation time-of-day",
                "2023-07-21 下午12:30|2023-07-21|time-of-day",
                "/Date(1689868800000)/|2023-07-21|date-notation time-zone",
                "Fri Jul 21 00:00:00 CST 2023|2023-07-21|date-notation",
                "Fri Jul 21 13:05:00 CST 2023|2023-07-21|date-notation time-of-day",
                "Jul 21 2023 12:00AM|2023-07-21|date-notation",
                "Jul 21 2023  1:30PM|2023-07-21|date-notation time-of-day",
                "2015.08.14|2015-08-14|date-notation",
                "2023年7月21日|2023-07-21|date-notation",
                "2023年07月21日|2023-07-21|date-notation",
                "2023 年 7 月 21 日|2023-07-21|date-notation inner-blanks",
                "2023年7月21日 星期五|2023-07-21|stray-characters date-notation",
                "２０２３年７月２１日|2023-07-21|full-width date-notation",
                "二〇二三年七月二十一日|2023-07-21|chinese-numerals date-notation",
                "二○○四年四月二十七日|2004-04-27|chinese-numerals date-notation",
                "二OO四年四月二十七日|2004-04-27|chinese-numerals date-notation",
                "二ОО二年五月二十九日|2002-05-29|chinese-numerals date-notation",
                "二零零四年元月十日|2004-01-10|chinese-numerals date-notation",
                "20230721|2023-07-21|date-notation",
                "\u00A02015-08-14|2015-08-14|outer-blanks",
                " 2015-08-14\t|2015-08-14|outer-blanks",
                "2021-08-24 00:00:00|2021-08-24|date-notation",
                "2021-08-24 12:55:33|2021-08-24|time-of-day",
                "2021-08-24T12:55|2021-08-24|time-of-day",
                "2018.05.08 16:19:00|2018-05-08|date-notation time-of-day",
                "2023-07-21 10时30分|2023-07-21|time-of-day",
                "2021-11-19T00:00:00.000+0800|2021-11-19|date-notation",
                "2019-09-17T16:00:00Z|2019-09-18|time-zone",
                "2021-11-23T03:30:00.000Z|2021-11-23|time-zone time-of-day",
                "1988-06-30T15:00:00Z|1988-07-01|time-zone",
                "1568736000000|2019-09-18|date-notation time-zone",
                "Jul 21, 2023|2023-07-21|date-notation",
                "July 21, 2023, 1:05:09 PM|2023-07-21|date-notation time-of-day",
                "21-JUL-98|1998-07-21|date-notation",
                "21-7月 -23|2023-07-21|date-notation",
                "3 August 2021 10:30|2021-08-03|date-notation time-of-day",
                "Fri Jul 21 2023 00:00:00 GMT+0800 (中国标准时间)|2023-07-21|date-notation",
                "Fri, 21 Jul 2023 16:00:00 GMT|2023-07-22|date-notation time-zone",
                "Fri Jul 21 16:00:00 UTC 2023|2023-07-22|date-notation time-zone",
                "Tue Jun 4 16:25:15 +0800 2019|2019-06-04|date-notation time-of-day",
                "2023-07-21T00:00:00+08:00[Asia/Shanghai]|2023-07-21|date-notation",
                "2023-07-20 16:00:00 +0000 UTC|2023-07-21|date-notation time-zone",
                "2023-07-21-10.00.00.000000|2023-07-21|date-notation time-of-day",
                "2023-07-21T24:00|2023-07-21|date-notation time-of-day",
                "2023-07-21 24:00:00|2023-07-21|date-notation time-of-day",
                "20230721T000000|2023-07-21|date-notation",
                "20230721T160000Z|2023-07-22|date-notation time-zone",
                "2023-W29-5|2023-07-21|date-notation",
                "[2023,7,21]|2023-07-21|enclosing-brackets date-notation",
                "ISODate(\"2023-07-20T16:00:00Z\")|2023-07-21|date-notation time-zone",
                "TO_DATE('2023-07-21','yyyy-mm-dd')|2023-07-21|date-notation",
                "datetime.date(2023, 7, 21)|2023-07-21|date-notation",
                "new Date(1689868800000)|2023-07-21|date-notation time-zone",
                "1.6898688E12|2023-07-21|date-notation time-zone",
                "20230721.0|2023-07-21|date-notation",
                "#2023-07-21#|2023-07-21|date-notation",
                "2023\u201007\u201021|2023-07-21|date-notation",
                "2023年7\u2F4921\u2F47|2023-07-21|compatibility-forms date-notation",
                "贰零贰叁年柒月贰拾壹日|2023-07-21|compatibility-forms chinese-numerals date-notation",
                "公元2023年7月21日|2023-07-21|date-notation",
                "成文日期：2023-07-21|2023-07-21|label-in-value",
                "（2023-07-21）|2023-07-21|full-width enclosing-brackets"
            })
    void datesAreReadInTheNotationsThatOldSystemsUse(String raw, LocalDate date, String repairs) {
        Reading<LocalDate> reading = DateText.read(raw);
        assertEquals(date, reading.value());
        assertEquals(repairs == null ? "" : repairs, codes(reading));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "2023-02-30",
                "2023年2月29日",
                "0000-00-00",
                "0000-01-01",
                "9999-99-99",
                "20231301",
                "2023-07",
                "2023年7月",
                "7月21日",
                "2023",
                "23-07-21",
                "07/21/2023",
                "2023-7/21",
                "2023-07-21 2023-08-01",
                "2023-07-21至2023-08-01",
                "2023-07-21T24:01",
                "2023-07-21 25:00:00",
                "2023-07-21 12:60",
                "Feb 30, 2023",
                "Foo 3, 2023",
                "3/8/2023",
                "Fri Jul 21 00:00:00 EDT 2023",
                "1.69E+12",
                "Timestamp(1689868800, 1)",
                "45128",
                "二〇二三年二月三十日",
                "二〇二三年十三月一日",
                "二〇二三年正月初一",
                "长期",
                "11112222",
                "202 3-07-21",
                "2023-07-21+99:00"
            })
    void whatIsNoDateOrNeverWasIsNotRead(String raw) {
        assertEquals(Reading.clean(raw, null), DateText.read(raw));
    }

    @Test
    void aWordForNoneIsToldFromWhatCannotBeRead() {
        assertEquals(new Reading<>("无", null, List.of(Repair.NULL_TOKEN)), DateText.read("无"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, YEAR_1900, 1900-01-01",
        "59, YEAR_1900, 1900-02-28",
        "61, YEAR_1900, 1900-03-01",
        "45128, YEAR_1900, 2023-07-21",
        "45127.99999999999, YEAR_1900, 2023-07-21",
        "2958465, YEAR_1900, 9999-12-31",
        "0, YEAR_1904, 1904-01-01",
        "43666, YEAR_1904, 2023-07-21"
    })
    void daysOfASpreadsheetAreCountedFromItsEpoch(String raw, DateText.Epoch epoch, LocalDate date) {
        Reading<LocalDate> reading = DateText.readSerial(raw, epoch);
        assertEquals(date, reading.value());
        assertEquals(List.of(Repair.SERIAL_DATE), reading.repairs());
    }

    @Test
    void aFractionOfASpreadsheetsDayIsATimeOfDay() {
        assertEquals(
                List.of(Repair.SERIAL_DATE, Repair.TIME_OF_DAY),
                DateText.readSerial("45128.5", DateText.Epoch.YEAR_1900).repairs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "60", "60.5", "2958466", "-1", "x", "", "1E9", "99999999999"})
    void countsThatNameNoDayAreNotRead(String raw) {
        assertNull(DateText.readSerial(raw, DateText.Epoch.YEAR_1900).value());
    }

    @Property(tries = 300)
    void everyDayIsReadBackFromEveryNotation(@ForAll("days") LocalDate day, @ForAll("notations") String notation) {
        assertEquals(day, DateText.read(written(day, notation)).value(), () -> written(day, notation));
    }

    @Property(tries = 100)
    void anIsoDateNeedsNoRepair(@ForAll("days") LocalDate day) {
        assertEquals(Reading.clean(day.toString(), day), DateText.read(day.toString()));
    }

    @Property(tries = 200)
    void aDayCountIsTheDayThatASpreadsheetShows(@ForAll("days") LocalDate day) {
        if (day.isAfter(LocalDate.of(1900, 2, 28))) {
            long count = day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
            assertEquals(
                    day,
                    DateText.readSerial(Long.toString(count), DateText.Epoch.YEAR_1900)
                            .value());
        }
    }

    @Property(tries = 1000)
    void noTextIsTooStrange(@ForAll String raw) {
        assertEquals(raw, DateText.read(raw).raw());
        DateText.readSerial(raw, DateText.Epoch.YEAR_1904);
    }

    @Property(tries = 1000)
    void noMixtureOfDateCharactersIsTooStrange(@ForAll("scraps") String raw) {
        assertEquals(raw, DateText.read(raw).raw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "年", " ", "2023-07-21 ", "星期五", "日期：", "(", "二"})
    void veryLongTextIsReadInReasonableTime(String piece) {
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> DateText.read(piece.repeat(100_000 / piece.length())));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2100, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> notations() {
        return Arbitraries.of(
                "uuuu-MM-dd",
                "uuuu-M-d",
                "uuuu/M/d",
                "uuuu/MM/dd",
                "uuuu.M.d",
                "uuuu.MM.dd",
                "uuuu年M月d日",
                "uuuu年MM月dd日",
                "uuuuMMdd",
                "uuuuMMdd235959",
                "uuuu-MM-dd 23:59",
                "uuuu-MM-dd 00:00:00",
                "uuuu-MM-dd'T'10:11:12",
                "uuuu-MM-dd'T'12:00:00.000'Z'",
                "uuuu-MM-dd'T'23:00:00+08:00",
                "numerals 〇",
                "numerals ○",
                "numerals O",
                "numerals 零",
                "instant",
                "milliseconds",
                "seconds");
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.strings()
                .withChars("0123456789-/.年月日时分秒: TZ+二〇○十元（）(星期五至２\uD83D\u200B")
                .ofMaxLength(24);
    }

    private static String written(LocalDate day, String notation) {
        if (notation.startsWith("numerals ")) {
            String year = Integer.toString(day.getYear())
                    .chars()
                    .mapToObj(digit -> notation.substring(9) + "一二三四五六七八九")
                    .toList()
                    .get(0);
            StringBuilder text = new StringBuilder();
            for (char each : Integer.toString(day.getYear()).toCharArray()) {
                text.append(year.charAt(each - '0'));
            }
            return text + "年" + numeral(day.getMonthValue()) + "月" + numeral(day.getDayOfMonth()) + "日";
        }
        return switch (notation) {
            case "instant" -> day.atStartOfDay(CHINA).toInstant().toString();
            case "milliseconds" ->
                // Thirteen digits begin in September 2001.
                day.getYear() < 2002
                        ? day.toString()
                        : Long.toString(day.atStartOfDay(CHINA).toInstant().toEpochMilli());
            case "seconds" ->
                // Ten digits that begin as no year does.
                day.getYear() < 2002 || day.getYear() > 2029
                        ? day.toString()
                        : Long.toString(day.atStartOfDay(CHINA).toEpochSecond());
            default -> day.format(DateTimeFormatter.ofPattern(notation));
        };
    }

    private static String numeral(int number) {
        String digits = " 一二三四五六七八九";
        String tens = number < 10 ? "" : number < 20 ? "十" : digits.charAt(number / 10) + "十";
        return tens + (number % 10 == 0 ? "" : digits.substring(number % 10, number % 10 + 1));
    }

    private static String codes(Reading<?> reading) {
        return reading.repairs().stream().map(Repair::code).collect(Collectors.joining(" "));
    }
}
