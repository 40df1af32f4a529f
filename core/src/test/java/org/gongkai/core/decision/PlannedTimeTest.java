package org.gongkai.core.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannedTimeTest {

    @ParameterizedTest
    @CsvSource({
        "“十四五”期间, 2021-01-01, 2025-12-31",
        "十五五时期, 2026-01-01, 2030-12-31",
        "“十四五”末, 2025-01-01, 2025-12-31",
        "2021年10月, 2021-10-01, 2021-10-31",
        "２０２１年１０月, 2021-10-01, 2021-10-31",
        "10月份, 2024-10-01, 2024-10-31",
        "十月, 2024-10-01, 2024-10-31",
        "第三季度, 2024-07-01, 2024-09-30",
        "2023年四季度, 2023-10-01, 2023-12-31",
        "一季度末, 2024-03-01, 2024-03-31",
        "年底前,, 2024-12-31",
        "2025年底前,, 2025-12-31",
        "2025年 年底前完成,, 2025-12-31",
        "6月底前,, 2024-06-30",
        "2月底前,, 2024-02-29",
        "2024年6月30日前,, 2024-06-30",
        "6月30日以前完成,, 2024-06-30",
        "9月上旬, 2024-09-01, 2024-09-10",
        "9月中旬, 2024-09-11, 2024-09-20",
        "上半年, 2024-01-01, 2024-06-30",
        "2023年下半年, 2023-07-01, 2023-12-31",
        "2024年, 2024-01-01, 2024-12-31",
        "2024年度, 2024-01-01, 2024-12-31",
        "全年, 2024-01-01, 2024-12-31",
        "3-6月, 2024-03-01, 2024-06-30",
        "2024年3月至6月, 2024-03-01, 2024-06-30",
        "2024年11月至2025年2月, 2024-11-01, 2025-02-28",
        "2024年6月15日, 2024-06-15, 2024-06-15",
        "2024.05, 2024-05-01, 2024-05-31",
        "2025-06, 2025-06-01, 2025-06-30",
        "2025/12/31, 2025-12-31, 2025-12-31",
        "2025.6.30前,, 2025-06-30",
        "2025.12—2026.01, 2025-12-01, 2026-01-31",
        "2025.1-2025.3, 2025-01-01, 2025-03-31",
        "2025年1-6月, 2025-01-01, 2025-06-30",
        "2025年6月——8月, 2025-06-01, 2025-08-31",
        "2025Q3, 2025-07-01, 2025-09-30",
        "2024年第3季度, 2024-07-01, 2024-09-30",
        "计划于2025年6月, 2025-06-01, 2025-06-30",
        "2025年6月（暂定）, 2025-06-01, 2025-06-30"
    })
    void theWordsOfCataloguesAreReadAsPeriods(String words, LocalDate from, LocalDate until) {
        PlannedTime time = PlannedTime.read(words, 2024);
        assertEquals(words, time.text());
        assertEquals(from, time.from());
        assertEquals(until, time.until());
    }

    @ParameterizedTest
    @ValueSource(strings = {"适时", "按上级要求", "", "13月", "2月30日前", "6月至3月", "季度", "待定", "第五季度"})
    void wordsThatNameNoTimeAreKeptWithoutAPeriod(String words) {
        PlannedTime time = PlannedTime.read(words, 2024);
        assertFalse(time.known());
        assertEquals(words, time.text());
    }

    @Test
    void wordsWithoutAYearNeedTheYearOfTheCatalogue() {
        assertFalse(PlannedTime.read("6月底前", null).known());
        assertTrue(PlannedTime.read("2024年6月底前", null).known());
        assertTrue(PlannedTime.read("“十四五”期间", null).known());
    }

    @Property
    void aPeriodNeverEndsBeforeItBegins(@ForAll String words, @ForAll @IntRange(min = 1990, max = 2100) int year) {
        PlannedTime time = PlannedTime.read(words, year);
        assertEquals(words, time.text());
        assertTrue(time.from() == null || time.until() != null && !time.until().isBefore(time.from()));
    }
}
