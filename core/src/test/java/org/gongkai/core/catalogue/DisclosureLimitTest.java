package org.gongkai.core.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.core.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DisclosureLimitTest {

    /** What was read, in words. */
    private static String said(DisclosureLimit limit) {
        return switch (limit.shape()) {
            case AMOUNT ->
                limit.bound() + " " + limit.amount() + " " + limit.unit()
                        + (limit.start() == null ? "" : " from " + limit.start())
                        + (limit.stands() ? " standing" : "")
                        + (limit.reserved() ? " reserved" : "");
            case FIXED_DATE ->
                "FIXED_DATE "
                        + (limit.day() == null ? limit.monthDay().toString().substring(2) : limit.day());
            default -> limit.shape().toString();
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "limits.csv", numLinesToSkip = 1)
    void wordsOfCataloguesAreReadInOneWayOrNotAtAll(String text, String expected) {
        DisclosureLimit limit = DisclosureLimit.parse(text);
        assertEquals(expected, said(limit));
        assertEquals(text, limit.text());
    }

    @Test
    void otherRulesInBracketsLeaveTheAmount() {
        DisclosureLimit limit = DisclosureLimit.parse("20个工作日内（法律法规另有规定的除外）");
        assertEquals(20, limit.amount());
        assertEquals(DisclosureLimit.Unit.WORKING_DAYS, limit.unit());
        assertTrue(limit.reserved());
    }

    @Test
    void notMoreThanIsNoEvent() {
        for (String each : List.of("不超过20个工作日", "不得超过20个工作日")) {
            DisclosureLimit limit = DisclosureLimit.parse(each);
            assertEquals(20, limit.amount());
            assertNull(limit.start());
            assertNull(limit.event());
        }
    }

    @Test
    void theWordsForAnotherStartAreKept() {
        assertEquals("收到批准文件", DisclosureLimit.parse("收到批准文件之日起10个工作日内").event());
        assertEquals("听证", DisclosureLimit.parse("听证7个工作日前").event());
        assertNull(DisclosureLimit.parse("20工作日").event());
    }

    @Test
    void theLastDayCountsWorkingDaysWhereTheWordsSaySo() {
        WorkingCalendar calendar = WorkingCalendar.china();
        LocalDate made = LocalDate.of(2024, 4, 3);
        assertEquals(
                LocalDate.of(2024, 4, 9), DisclosureLimit.parse("形成之日起3个工作日内").due(made, calendar));
        assertEquals(LocalDate.of(2024, 4, 6), DisclosureLimit.parse("3日内").due(made, calendar));
        assertEquals(LocalDate.of(2024, 4, 5), DisclosureLimit.parse("48小时内").due(made, calendar));
        assertNull(DisclosureLimit.parse("公示7个工作日").due(made, calendar));
        assertNull(DisclosureLimit.parse("长期公开").due(made, calendar));
    }

    @Property(tries = 300)
    void anyTextIsKeptAsItStands(@ForAll String text) {
        assertEquals(text, DisclosureLimit.parse(text).text());
    }

    @Test
    void aVeryLongTextIsLeftUnread() {
        DisclosureLimit limit = DisclosureLimit.parse("20个工作日内".repeat(10_000));
        assertEquals(DisclosureLimit.Shape.OTHER, limit.shape());
        assertTrue(limit.toString().toUpperCase(Locale.ROOT).length() > 1000);
    }
}
