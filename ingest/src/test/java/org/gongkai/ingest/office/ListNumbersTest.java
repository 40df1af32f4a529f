package org.gongkai.ingest.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gongkai.ingest.office.ListNumbers.Form;
import org.gongkai.ingest.office.ListNumbers.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "CHINESE, 1, 一",
        "CHINESE, 10, 十",
        "CHINESE, 11, 十一",
        "CHINESE, 20, 二十",
        "CHINESE, 101, 一百零一",
        "CHINESE, 110, 一百一十",
        "CHINESE, 1005, 一千零五",
        "CHINESE_DIGITS, 20, 二〇",
        "CHINESE_LEGAL, 12, 壹拾贰",
        "STEM, 3, 丙",
        "STEM, 11, 11",
        "CIRCLED, 20, ⑳",
        "CIRCLED, 21, 21",
        "FULL_WIDTH, 12, １２",
        "UPPER_LETTER, 27, AA",
        "LOWER_LETTER, 3, c",
        "UPPER_ROMAN, 1994, MCMXCIV",
        "LOWER_ROMAN, 4, iv"
    })
    void numbersAreWrittenAsTheFormWritesThem(Form form, int number, String written) {
        assertEquals(written, ListNumbers.number(number, form));
    }

    @Test
    void aLevelBeginsAnewBelowEachItemOfTheOneAbove() {
        ListNumbers list =
                new ListNumbers(List.of(new Level(Form.DECIMAL, "%1.", 1), new Level(Form.DECIMAL, "%1.%2", 1)));
        assertEquals("1.", list.next(0));
        assertEquals("1.1", list.next(1));
        assertEquals("1.2", list.next(1));
        assertEquals("2.", list.next(0));
        assertEquals("2.1", list.next(1));
        assertEquals("", list.next(5));
    }
}
