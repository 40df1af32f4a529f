package org.gongkai.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.source.Location;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void aCleanReadingHasNoRepairs() {
        assertFalse(Reading.clean("a", "a").repaired());
        assertTrue(new Reading<>("a ", "a", List.of(Repair.OUTER_BLANKS)).repaired());
    }

    @Test
    void theRepairsOfAReadingStayAsTheyWere() {
        List<Repair> repairs = new ArrayList<>(List.of(Repair.BRACKETS));
        Reading<String> reading = new Reading<>("a", "a", repairs);
        repairs.clear();
        assertEquals(List.of(Repair.BRACKETS), reading.repairs());
        assertThrows(NullPointerException.class, () -> new Reading<>(null, "a", List.of()));
    }

    @Test
    void everyRepairHasACodeOfItsOwnAndATextInBothLanguages() {
        assertEquals(
                Repair.values().length,
                new HashSet<>(Arrays.stream(Repair.values()).map(Repair::code).toList()).size());
        for (Repair each : Repair.values()) {
            assertTrue(each.code().matches("[a-z]+(?:-[a-z]+)*"), each.code());
            assertTrue(each.text(Locale.CHINA).codePoints().anyMatch(Character::isIdeographic), each.code());
            assertTrue(each.text(Locale.FRENCH).codePoints().anyMatch(Character::isLowerCase), each.code());
        }
    }

    @Test
    void aLocationReadsAsAPersonWouldWriteIt() {
        assertEquals("list.csv", Location.of("list.csv").toString());
        assertEquals("list.csv:12", Location.of("list.csv").atRow(12).toString());
        assertEquals(
                "list.csv:12:3 发文字号",
                Location.of("list.csv").atRow(12).at("发文字号", 3).toString());
        assertEquals("page.html 索引号", Location.of("page.html").at("索引号", null).toString());
        assertEquals("book.xlsx!Sheet1:2", new Location("book.xlsx", "Sheet1", 2, null, null).toString());
    }
}
