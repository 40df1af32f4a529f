package org.gongkai.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.china();

    @Test
    void noticesSpellOutToExactlyTheDaysOfTheFactsWithTheirEvidence() {
        Map<String, String> expected = Facts.rows("holidays.csv").stream()
                .collect(Collectors.toMap(
                        row -> row.getField("date"),
                        row -> row.getField("type") + " " + row.getField("notice_for_year") + " "
                                + row.getField("evidence"),
                        (a, b) -> a + b,
                        TreeMap::new));
        Map<String, String> actual = new TreeMap<>();
        for (CalendarNotice notice : calendar.notices()) {
            String rest = " " + notice.year() + " " + notice.evidence().mark();
            notice.off().stream()
                    .filter(calendar.span()::contains)
                    .forEach(day -> actual.merge(day.toString(), "off" + rest, String::concat));
            notice.work().stream()
                    .filter(calendar.span()::contains)
                    .forEach(day -> actual.merge(day.toString(), "make-up" + rest, String::concat));
        }
        assertEquals(676, actual.size());
        assertEquals(expected, actual);
    }

    @Test
    void everyDayOfTwentyYearsIsAsTheFactsHaveIt() {
        Map<LocalDate, String> listed = Facts.rows("holidays.csv").stream()
                .collect(Collectors.toMap(row -> LocalDate.parse(row.getField("date")), row -> row.getField("type")));
        List<LocalDate> wrong = LocalDate.of(2007, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> calendar.isWorkingDay(day)
                        != listed.getOrDefault(day, weekend(day) ? "off" : "make-up")
                                .equals("make-up"))
                .toList();
        assertEquals(List.of(), wrong);
    }

    static List<NamedCsvRecord> workdayCounts() {
        return Facts.rows("workday-counts.csv");
    }

    @ParameterizedTest
    @MethodSource("workdayCounts")
    void yearHasAsManyWorkingDaysAsStated(NamedCsvRecord row) {
        int year = Integer.parseInt(row.getField("year"));
        assertEquals(
                Integer.parseInt(row.getField("workdays_stated")),
                calendar.displayDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), FirstDay.COUNTED));
    }

    static List<NamedCsvRecord> deadlines() {
        return Facts.rows("deadline-vectors.csv");
    }

    @ParameterizedTest
    @MethodSource("deadlines")
    void deadlineFallsOnTheDayComputedByHand(NamedCsvRecord row) {
        LocalDate start = LocalDate.parse(row.getField("start"));
        int n = Integer.parseInt(row.getField("n"));
        if (row.getField("expected_end").isEmpty()) {
            OutsideCalendarException refused =
                    assertThrows(OutsideCalendarException.class, () -> calendar.plusWorkingDays(start, n));
            assertEquals(LocalDate.of(2027, 1, 1), refused.date());
            assertEquals(2026, refused.lastYear());
        } else {
            assertEquals(LocalDate.parse(row.getField("expected_end")), calendar.plusWorkingDays(start, n));
        }
    }

    static List<NamedCsvRecord> periods() {
        return Facts.rows("period-vectors.csv");
    }

    @ParameterizedTest
    @MethodSource("periods")
    void publishedPeriodCountsWithAndWithoutItsFirstDay(NamedCsvRecord row) {
        LocalDate start = LocalDate.parse(row.getField("start"));
        LocalDate end = LocalDate.parse(row.getField("end"));
        int inclusive = Integer.parseInt(row.getField("workdays_inclusive"));
        int exclusive = Integer.parseInt(row.getField("workdays_exclusive"));
        assertEquals(inclusive, calendar.displayDays(start, end, FirstDay.COUNTED));
        assertEquals(exclusive, calendar.displayDays(start, end, FirstDay.NOT_COUNTED));
        assertEquals(end, calendar.displayEnd(start, inclusive, FirstDay.COUNTED));
        assertEquals(end, calendar.displayEnd(start, exclusive, FirstDay.NOT_COUNTED));
        assertEquals(
                Integer.parseInt(row.getField("weekdays_only_inclusive")),
                start.datesUntil(end.plusDays(1)).filter(day -> !weekend(day)).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-04-07", "2013-10-12"})
    void makeUpDaysOf2013ThatOtherCalendarsLackAreWorked(LocalDate day) {
        assertTrue(weekend(day));
        assertTrue(calendar.isWorkingDay(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-09-03, false",
        "2015-09-04, false",
        "2015-09-05, false",
        "2015-09-06, true",
        "2019-04-28, true",
        "2019-05-02, false",
        "2019-05-03, false",
        "2019-05-05, true",
        "2020-01-31, false",
        "2020-02-01, false",
        "2020-02-02, false",
        "2020-02-03, true"
    })
    void revisionsInMidYearHold(LocalDate day, boolean worked) {
        assertEquals(worked, calendar.isWorkingDay(day));
    }

    @Test
    void mondayNamedAsWorkedIsWorkedOnce() {
        assertEquals(DayOfWeek.MONDAY, LocalDate.of(2020, 2, 3).getDayOfWeek());
        assertEquals(LocalDate.of(2020, 2, 3), calendar.plusWorkingDays(LocalDate.of(2020, 1, 23), 1));
        assertEquals(1, calendar.workingDaysBetween(LocalDate.of(2020, 1, 23), LocalDate.of(2020, 2, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "2007-12-29, true",
        "2007-12-31, false",
        "2011-12-31, true",
        "2018-12-29, true",
        "2018-12-31, false",
        "2022-12-31, false"
    })
    void noticeReachesBackIntoTheDecemberBefore(LocalDate day, boolean worked) {
        assertEquals(worked, calendar.isWorkingDay(day));
    }

    @Test
    void coverageNamesWhatIsKnownAndWhatIsProvisional() {
        assertEquals(
                new CalendarSpan(
                        LocalDate.of(2007, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2036, 12, 31)),
                calendar.span());
    }

    @Test
    void everyPlainMethodRefusesADayOutsideTheCoverage() {
        LocalDate inside = LocalDate.of(2026, 6, 1);
        for (LocalDate outside : List.of(
                LocalDate.of(2006, 12, 31), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4), LocalDate.MAX)) {
            Stream.<org.junit.jupiter.api.function.Executable>of(
                            () -> calendar.isWorkingDay(outside),
                            () -> calendar.plusWorkingDays(outside, 1),
                            () -> calendar.plusWorkingDays(outside, 0),
                            () -> calendar.workingDaysBetween(inside, outside),
                            () -> calendar.workingDaysBetween(outside, inside),
                            () -> calendar.displayEnd(outside, 1, FirstDay.COUNTED),
                            () -> calendar.displayDays(inside, outside, FirstDay.NOT_COUNTED))
                    .forEach(question -> assertEquals(
                            outside,
                            assertThrows(OutsideCalendarException.class, question)
                                    .date()));
        }
        assertThrows(OutsideCalendarException.class, () -> calendar.plusWorkingDays(inside, Integer.MAX_VALUE));
        assertThrows(OutsideCalendarException.class, () -> calendar.plusWorkingDays(inside, Integer.MIN_VALUE));
    }

    @Test
    void refusalSaysWhichNoticeIsMissingInBothLanguages() {
        OutsideCalendarException refused = assertThrows(
                OutsideCalendarException.class, () -> calendar.plusWorkingDays(LocalDate.of(2026, 12, 21), 10));
        assertTrue(refused.getMessage().contains("holiday notice of 2027"), refused.getMessage());
        assertEquals(refused.getMessage(), refused.message(Locale.ENGLISH));
        assertTrue(refused.message(Locale.CHINA).contains("2027年的放假通知"), refused.message(Locale.CHINA));
    }

    @Test
    void decemberOfTheLastYearIsProvisionalAndNovemberIsNot() {
        assertEquals(new Answer<>(true, true, false), calendar.isWorkingDayOrProvisional(LocalDate.of(2026, 11, 30)));
        assertEquals(new Answer<>(true, true, true), calendar.isWorkingDayOrProvisional(LocalDate.of(2026, 12, 1)));
        assertEquals(
                new Answer<>(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 30), false),
                calendar.plusWorkingDaysOrProvisional(LocalDate.of(2026, 11, 27), 1));
        assertEquals(
                new Answer<>(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 30), true),
                calendar.plusWorkingDaysOrProvisional(LocalDate.of(2026, 12, 1), -1));
    }

    @Test
    void tentativeYearAnswersOnlyWhereAskedAndByRangesThatANoticeCanMove() {
        LocalDate start = LocalDate.of(2026, 12, 21);
        // By the law alone it would be 5 January. The weekend of 26 and 27 December may be worked; up to three days
        // before New Year and seven after it may be off.
        assertEquals(
                new Answer<>(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 15), true),
                calendar.plusWorkingDaysOrProvisional(start, 10));
        assertEquals(
                new Answer<>(false, false, true),
                calendar.isWorkingDayOrProvisional(LocalDate.of(2027, 2, 8)),
                "by law");
        assertEquals(new Answer<>(false, true, true), calendar.isWorkingDayOrProvisional(LocalDate.of(2027, 2, 9)));
        assertEquals(
                new Answer<>(true, true, true),
                calendar.isWorkingDayOrProvisional(LocalDate.of(2027, 3, 16)),
                "far from any holiday");
        assertEquals(
                new Answer<>(5, 14, true), calendar.workingDaysBetweenOrProvisional(start, LocalDate.of(2027, 1, 5)));
        assertEquals(
                new Answer<>(-14, -5, true), calendar.workingDaysBetweenOrProvisional(LocalDate.of(2027, 1, 5), start));
        assertEquals(
                LocalDate.of(2026, 12, 30),
                calendar.displayEndOrProvisional(start, 10, FirstDay.COUNTED).from());
        LocalDate beyond = LocalDate.of(2037, 1, 1);
        assertThrows(OutsideCalendarException.class, () -> calendar.isWorkingDayOrProvisional(beyond));
    }

    /** Before each notice came out its answers lay within the range given; the extra days off of 2015 no one foresaw. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024,
                2025, 2026
            })
    void everyNoticeSoFarMovedAnswersWithinTheRangeGivenBeforeIt(int year) throws IOException {
        WorkingCalendar yearly = WorkingCalendar.of(calendar.notices().stream()
                .filter(notice -> !LocalDate.of(2015, 5, 13).equals(notice.issuedOn()))
                .toList());
        WorkingCalendar before = WorkingCalendar.of(Stream.concat(
                        yearly.notices().stream().filter(notice -> notice.year() < year),
                        CalendarNotice.read(Facts.reader("law-days.csv"), "law-days.csv").stream()
                                .filter(notice -> notice.year() == year))
                .toList());
        LocalDate last = LocalDate.of(year, 12, 31);
        for (LocalDate start = LocalDate.of(year - 1, 11, 15); start.getYear() <= year; start = start.plusDays(1)) {
            for (int n : new int[] {1, 2, 3, 5, 7, 10, 15, 20, 30, 60, -1, -3, -7, -15}) {
                // What the December before the next year's notice brings is in the next case.
                if (start.plusDays(n * 2L + 20).isAfter(LocalDate.of(year, 11, 30))
                        || start.plusDays(n * 2L - 20).isBefore(LocalDate.of(year - 1, 11, 1))) {
                    continue;
                }
                LocalDate actual = yearly.plusWorkingDays(start, n);
                Answer<LocalDate> told = before.plusWorkingDaysOrProvisional(start, n);
                assertFalse(actual.isBefore(told.from()), start + " " + n + " " + actual + " " + told);
                assertFalse(actual.isAfter(told.to()), start + " " + n + " " + actual + " " + told);
                assertTrue(told.provisional() || told.settled(), start + " " + n + " " + told);
            }
        }
        assertTrue(before.span().tentativeUntil().equals(last));
    }

    @Test
    void aNewYearLoadedFromAFileDisplacesTheTentativeOne() throws IOException {
        WorkingCalendar longer = calendar.with(
                new StringReader("\uFEFFyear,off,work\n# made up\n2027,2026-12-31..2027-01-02,2026-12-27 2027-01-03\n"),
                "2027.csv");
        assertEquals(LocalDate.of(2027, 12, 31), longer.span().last());
        assertEquals(LocalDate.of(2027, 12, 1), longer.span().provisionalFrom());
        assertFalse(longer.isWorkingDay(LocalDate.of(2026, 12, 31)), "reaches back and overrides");
        assertTrue(longer.isWorkingDay(LocalDate.of(2027, 1, 3)));
        assertTrue(longer.isWorkingDay(LocalDate.of(2027, 2, 8)), "the tentative day off is gone");
        assertTrue(calendar.isWorkingDay(LocalDate.of(2026, 12, 31)), "the first calendar is as it was");
        assertEquals(LocalDate.of(2027, 1, 4), longer.plusWorkingDays(LocalDate.of(2026, 12, 21), 10));
    }

    @Test
    void aLaterNoticeOfTheSameYearOverridesTheDaysThatItNames() {
        WorkingCalendar first = WorkingCalendar.of(
                List.of(CalendarNotice.of(2020, Evidence.DERIVED, "2020-01-24..2020-01-30", "2020-01-19 2020-02-01")));
        assertTrue(first.isWorkingDay(LocalDate.of(2020, 2, 1)));
        assertTrue(first.isWorkingDay(LocalDate.of(2020, 1, 31)));
        WorkingCalendar revised =
                first.with(CalendarNotice.of(2020, Evidence.DERIVED, "2020-01-31..2020-02-02", "2020-02-03"));
        assertFalse(revised.isWorkingDay(LocalDate.of(2020, 2, 1)));
        assertFalse(revised.isWorkingDay(LocalDate.of(2020, 1, 31)));
        assertTrue(revised.isWorkingDay(LocalDate.of(2020, 1, 19)), "not named again, so as it was");
    }

    @Test
    void aTentativeNoticeCannotChangeAnUnmarkedAnswer() {
        WorkingCalendar with = calendar.with(new CalendarNotice(
                2027, null, null, Evidence.DERIVED, true, List.of(LocalDate.of(2026, 12, 31)), List.of()));
        assertTrue(with.isWorkingDay(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void aYearLeftOutIsRefused() {
        CalendarNotice notice = CalendarNotice.of(2029, Evidence.DERIVED, "2029-01-01", "");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> calendar.with(notice))
                .getMessage()
                .contains("2027 is missing"));
        CalendarNotice tentative = new CalendarNotice(2038, null, null, Evidence.DERIVED, true, List.of(), List.of());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> calendar.with(tentative))
                .getMessage()
                .contains("2037 is missing"));
        assertThrows(IllegalArgumentException.class, () -> WorkingCalendar.of(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year,off|y.csv:1: column work is missing",
                "year,off,work;27,,|y.csv:2: column year holds \"27\"",
                "year,off,work;,,|y.csv:2: column year holds \"\"",
                "year,off,work;2027,2027-02-30,|y.csv:2: \"2027-02-30\" is not a day",
                "year,off,work;2027,20270101,|y.csv:2: \"20270101\" is not a day",
                "year,off,work;2027,2027-01-03..2027-01-01,|y.csv:2: range 2027-01-03..2027-01-01 ends before it begins",
                "year,off,work;2027,2027-01-01..9999-01-01,|y.csv:2: the notice of 2027 names 9999-01-01",
                "year,off,work;2027,2026-11-30,|y.csv:2: the notice of 2027 names 2026-11-30",
                "year,off,work;2027,2027-01-01,2027-01-01|y.csv:2: the notice of 2027 has 2027-01-01 both off and worked",
                "year,off,work;2027,2027-01-01|y.csv:2: 2 cells; expected 3",
                "year,off,work;2027,\"2027-01-01,|y.csv:2: a quotation mark is not closed",
                "year,off,work,evidence;2027,,,rumour|y.csv:2: column evidence holds \"rumour\"",
                "year,off,work,state;2027,,,maybe|y.csv:2: column state holds \"maybe\"",
                "year,off,work;2029,,|y.csv: the notice of 2027 is missing",
                "#|y.csv: empty"
            })
    void badFileIsRefusedWithThePlaceAndTheReason(String text, String message) {
        IOException refused = assertThrows(
                IOException.class, () -> calendar.with(new StringReader(text.replace(';', '\n')), "y.csv"));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }

    @Test
    void countingBeginsWithTheNextWorkingDayAfterADayOff() {
        LocalDate saturday = LocalDate.of(2024, 3, 16);
        LocalDate monday = LocalDate.of(2024, 3, 18);
        assertEquals(monday, calendar.plusWorkingDays(saturday, 1));
        assertEquals(LocalDate.of(2024, 3, 15), calendar.plusWorkingDays(saturday, -1));
        assertSame(saturday, calendar.plusWorkingDays(saturday, 0));
        assertEquals(monday, calendar.displayEnd(saturday, 1, FirstDay.COUNTED));
        assertEquals(monday, calendar.displayEnd(saturday, 1, FirstDay.NOT_COUNTED));
    }

    @Test
    void countingBackLeavesTheEventOut() {
        // Friday 2024-10-18 back over the national holidays; Saturday 12 October is worked.
        assertEquals(LocalDate.of(2024, 10, 10), calendar.plusWorkingDays(LocalDate.of(2024, 10, 18), -7));
        assertEquals(LocalDate.of(2024, 9, 30), calendar.plusWorkingDays(LocalDate.of(2024, 10, 16), -8));
    }

    @Test
    void firstDayKnownCanBeTheFirstDayCounted() {
        assertEquals(LocalDate.of(2007, 1, 4), calendar.displayEnd(LocalDate.of(2007, 1, 1), 1, FirstDay.COUNTED));
        assertThrows(OutsideCalendarException.class, () -> calendar.plusWorkingDays(LocalDate.of(2007, 1, 4), -1));
        assertThrows(
                IllegalArgumentException.class,
                () -> calendar.displayEnd(LocalDate.of(2026, 1, 5), 0, FirstDay.COUNTED));
        assertEquals(0, calendar.displayDays(LocalDate.of(2026, 1, 9), LocalDate.of(2026, 1, 5), FirstDay.NOT_COUNTED));
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
